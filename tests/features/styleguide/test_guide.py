"""What the style guide says of components, and where."""

import pytest

from plugins.features.styleguide.component import read_components
from plugins.features.styleguide.groups import GROUPS
from plugins.features.styleguide.guide import WORDS, copy_of, guide
from plugins.model.speech import speech
from tests.features.styleguide.test_component import COMPONENTS, NAMES


def test_groups():
    """Every component belongs to one group, which says when to use it."""
    assert sorted(name for group in GROUPS for name in group.names) == NAMES


@pytest.mark.parametrize("lang", ["be", "ru"])
def test_translated(lang):
    """All that the guide says is said in the languages of the staff."""
    say = speech(lang)
    said = [*WORDS.values(), *(text for one in GROUPS for text in one[1:4])]
    assert [text for text in said if say(text) == text] == []


def test_files():
    """A component is shown with its template, and with its stylesheet if it has one."""
    made = guide(str, read_components(COMPONENTS), {"door"})
    files = {one.component.name: one.files for part in made.parts for one in part.shown}
    assert files["door"] == (
        "theme/templates/components/door.html",
        "theme/static/css/components/door.css",
    )
    assert files["links"] == ("theme/templates/components/links.html",)


def test_copy():
    """A copy of an example names nothing that is there already, and runs nothing."""
    html = '<p id="a">A</p><label for="a" class="b">B</label><script src="/a.js"></script>'
    assert copy_of(html) == '<p>A</p><label class="b">B</label>'


@pytest.mark.parametrize("lang", ["be", "ru", "en", "ar"])
def test_page(content, lang):
    """The page has each component once in its contents, and each example live, dark, in the other
    direction and narrow."""
    page = content.page(f"{lang}/style-guide/")
    led_to = [one.get("href") for one in page.all("nav[@aria-labelledby='guide-contents']//li/a")]
    assert sorted(led_to) == [f"#component-{name}" for name in NAMES]
    assert {one[1:] for one in led_to} <= set(page.ids)
    frames = len(page.of_class("style-guide__frame"))
    assert frames >= 3 * len(NAMES) and frames % 4 == 0
    assert len(page.of_class("dark")) * 4 == frames


def test_directions(content):
    """What is shown in the other direction is written in it."""
    sides = {
        lang: {
            one.get("dir")
            for one in content.page(f"{lang}/style-guide/").of_class("style-guide__example")
        }
        for lang in ("en", "ar")
    }
    assert sides == {"en": {None, "rtl"}, "ar": {None, "ltr"}}
