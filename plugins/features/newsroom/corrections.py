"""What was corrected or withdrawn: a page for each language, the latest change first,
and a feed beside it."""

from collections.abc import Iterator

from plugins.model.document import changed
from plugins.model.listing import Listing, archive
from plugins.model.page import Page
from plugins.model.site import Site


def corrections(site: Site, names: dict[str, str]) -> Iterator[Page]:
    """The page of each language that has releases; `names` says what it is called."""
    for lang in site.languages:
        index = site.document(lang, "press")
        if index and lang in names:
            found = [
                (day, one) for one in site.documents if one.lang == lang and (day := changed(one))
            ]
            found.sort(key=lambda pair: (pair[0], pair[1].key), reverse=True)
            entries = [one for _, one in found]
            yield archive(
                index,
                "corrections",
                names[lang],
                Listing(entries),
                indexed=True,
                template="pages/corrections",
            )
