"""A page is made again when something it shows has changed, and only then."""

from dataclasses import replace

import pytest

from plugins.build.digest import NotPlainError
from plugins.build.page_job import PageJob
from plugins.export.download import Download, Downloads
from plugins.model.language import language
from plugins.model.page import Alternate, Navigation, Page
from plugins.rendering.keys import Keys
from plugins.rendering.seen import EVERY

BE = Page(
    file="be/a.md",
    lang="be",
    key="a",
    title="А",
    content_digest="own be",
    interface_digest="face be",
)
RU = Page(
    file="ru/a.md",
    lang="ru",
    key="a",
    title="А",
    content_digest="own ru",
    interface_digest="face ru",
)
EN = Page(
    file="en/b.md",
    lang="en",
    key="b",
    title="B",
    content_digest="own en",
    interface_digest="face en",
)
SITE = (BE, RU, EN)


def key(site=SITE, fingerprint="code", page=BE, parts=(), **more):
    """The key of the Belarusian page in `site`."""
    others = tuple(Alternate(language(one.lang), one, False) for one in site if one.key == page.key)
    shown = replace(page)
    for part in (Navigation(others), *parts):
        shown.give(part)
    return Keys("all", site, fingerprint).of_page(PageJob("be/a/", "pages/plain", shown, **more))


@pytest.mark.parametrize(
    "changed",
    [
        {"site": (replace(BE, interface_digest="other"), RU, EN)},
        {"site": (BE, replace(RU, interface_digest="other"), EN)},
        {"site": (BE, EN)},
        {"page": replace(BE, content_digest="other")},
        {"fingerprint": "other code"},
        {"texts": (EN,)},
        {"more": {"edition": 2}},
        {"parts": [Downloads((Download("be/a/b.pdf", "PDF", "be"),))]},
    ],
)
def test_made_again(changed):
    """Its own text, a title in its language, a title of its translation, the code:
    each makes it anew."""
    assert key(**changed) != key()


@pytest.mark.parametrize(
    "changed",
    [
        {"site": (replace(BE, content_digest="other"), RU, EN)},
        {"site": (BE, replace(RU, content_digest="other"), EN)},
        {"site": (BE, RU, replace(EN, interface_digest="other"))},
    ],
)
def test_kept(changed):
    """The text of another page, or a title in another language, is nothing to it."""
    assert key(**changed) == key()


@pytest.mark.parametrize("asked", ["en", EVERY])
def test_faces_of_others(asked):
    """Who asks about another language, or about all, depends on every title there."""
    other = Keys("all", (BE, RU, replace(EN, interface_digest="other")))
    assert Keys("all", SITE).faces(asked) != other.faces(asked)


def test_generated_pages():
    """A page that the build makes is seen by its address and title."""
    made = Page(lang="be", key="press/2026", url="be/press/2026/", title="2026")
    assert Keys("all", (*SITE, made)).faces("be") != Keys(
        "all", (*SITE, replace(made, title="Год"))
    ).faces("be")


def test_looked_at_late():
    """Pages that join the site until the first key is asked for count."""
    documents = [BE]
    keys = Keys("all", (document for document in documents))
    documents.append(RU)
    assert keys.faces("ru")


def test_strange():
    """What is given to a template and cannot be told is an error,
    never a page that is not made again."""
    with pytest.raises(NotPlainError):
        key(more={"made": object()})


def test_texts():
    """A feed is made from the texts it carries."""
    keys = Keys("code", SITE)
    assert keys.of_texts("feed", [BE]) != keys.of_texts(
        "feed", [replace(BE, content_digest="other")]
    )


def test_faces():
    """A sitemap is made from what can be seen of any page."""
    other = Keys("code", (BE, RU, replace(EN, interface_digest="other")))
    assert Keys("code", SITE).of_faces("sitemap.xml") != other.of_faces("sitemap.xml")
