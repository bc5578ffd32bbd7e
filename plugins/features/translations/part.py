"""What this feature adds to a page."""

from dataclasses import dataclass

from plugins.features.translations.coverage import Coverage
from plugins.features.translations.standing import Standing
from plugins.model.page import Part


@dataclass(frozen=True)
class Translation(Part, name="translation"):
    """How the translation stands to its source; on the page about languages, how much of the site
    each language has."""

    standing: Standing | None = None
    coverage: Coverage | None = None

    @property
    def shows(self) -> str:
        """Return what the page says of both."""
        return " ".join(one.shows for one in (self.standing, self.coverage) if one)
