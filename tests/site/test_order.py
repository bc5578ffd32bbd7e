"""The parts of a site that are equals can be loaded in any order:
nothing one adds is lost to another."""

import pytest

from pelicanconf import PLUGINS
from tests.conftest import EXAMPLE
from tests.site.test_sources import enrich
from tests.site.workplace import Workplace, apart

EQUALS = (
    "manual",
    "materials",
    "facts",
    "pocket",
    "forms",
    "stylesheet",
    "scripts",
    "protection",
    "styleguide",
)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    found = Workplace.of(EXAMPLE, tmp_path_factory.mktemp("order"))
    enrich(found)
    pocket = found.content / "data" / "pocket.toml"
    pocket.write_text(
        'pages = ["questions/phone", "manual"]\noffered = ["questions", "press/facts-and-figures"]\n'
    )
    (found.content / "en" / "press" / "facts-and-figures.md").unlink()
    return found


def test_reversed(place):
    """With the equals in reverse order every page offers the same files,
    also one that stands in for another."""
    assert place.build("one", "one-cache") == 0, (place.folder / "said").read_text()
    equal = {f"plugins.{name}" for name in EQUALS}
    backwards = iter([name for name in reversed(PLUGINS) if name in equal])
    place.settings = {"PLUGINS": [next(backwards) if name in equal else name for name in PLUGINS]}
    assert place.build("other", "other-cache") == 0, (place.folder / "said").read_text()
    different = apart(place.site("one"), place.site("other"))
    assert different == set()
