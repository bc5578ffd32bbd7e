"""A page is made again when something it shows has changed, and only then."""

from dataclasses import replace

import pytest

from plugins.build.job import Job
from plugins.document import Document
from plugins.languages.language import language
from plugins.languages.site import Alternate
from plugins.rendering.keys import Keys

BE = Document(file="be/a.md", lang="be", key="a", title="А", own="own be", face="face be")
RU = Document(file="ru/a.md", lang="ru", key="a", title="А", own="own ru", face="face ru")
EN = Document(file="en/b.md", lang="en", key="b", title="B", own="own en", face="face en")
SITE = (BE, RU, EN)


def key(site=SITE, fingerprint="code", page=BE, **more):
    """The key of the Belarusian page in `site`."""
    others = tuple(Alternate(language(one.lang), one, False) for one in site if one.key == page.key)
    return Keys(fingerprint, site).of_page(Job("be/a/", "pages/plain", replace(page, alternates=others), **more))


@pytest.mark.parametrize(
    "changed",
    [
        {"site": (replace(BE, face="other"), RU, EN)},
        {"site": (BE, replace(RU, face="other"), EN)},
        {"site": (BE, EN)},
        {"page": replace(BE, own="other")},
        {"fingerprint": "other code"},
        {"texts": (EN,)},
        {"page": replace(BE, kind="coverage")},
    ],
)
def test_made_again(changed):
    """Its own text, a title in its language, a title of its translation, the code: each makes it anew."""
    assert key(**changed) != key()


@pytest.mark.parametrize(
    "changed",
    [
        {"site": (replace(BE, own="other"), RU, EN)},
        {"site": (BE, replace(RU, own="other"), EN)},
        {"site": (BE, RU, replace(EN, face="other"))},
    ],
)
def test_kept(changed):
    """The text of another page, or a title in another language, is nothing to it."""
    assert key(**changed) == key()


def test_pages_that_see_all():
    """A page that counts what all languages have sees every change of a title."""
    coverage = replace(BE, kind="coverage")
    assert key(page=coverage) != key(page=coverage, site=(BE, RU, replace(EN, face="other")))


def test_texts():
    """A feed is made from the texts it carries."""
    keys = Keys("code", SITE)
    assert keys.of_texts("feed", [BE]) != keys.of_texts("feed", [replace(BE, own="other")])


def test_faces():
    """A sitemap is made from what can be seen of any page."""
    other = Keys("code", (BE, RU, replace(EN, face="other")))
    assert Keys("code", SITE).of_faces("sitemap.xml") != other.of_faces("sitemap.xml")
