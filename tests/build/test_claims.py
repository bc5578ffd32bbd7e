"""Two that want one address are found, however it is written."""

import pytest

from plugins.build.claims import Claim, Claims


def problems(*claims):
    found = Claims()
    for claim in claims:
        found.claim(claim)
    return [str(problem) for problem in found.problems()]


PAGE = Claim("en/a/index.html", "en/a.md")


@pytest.mark.parametrize(
    "other",
    [
        Claim("en/a/index.html", "en/index.md", "a list"),
        Claim("en/A/index.html", "en/index.md", "a list"),
        Claim("en/a", "en/index.md", "a list"),
        Claim("en/a/index.html/b.pdf", "en/index.md", "a list"),
    ],
)
def test_rivals(other):
    """The same name, one that differs in case, and a file where others need a folder:
    the page is named with its line."""
    (line,) = problems(PAGE, other)
    assert line.startswith("en/a.md:1: The address /en/a/ belongs to a list of en/index.md too")
    assert problems(other, PAGE) == [line]


@pytest.mark.parametrize(
    "name",
    [
        "../a.html",
        "en/../../a/index.html",
        "/etc/a",
        "en//a/index.html",
        "en/./a",
        "en/topics/..",
        "",
    ],
)
def test_outside(name):
    """Whoever claims it, nothing is written out of the site, nor elsewhere than its name says."""
    (line,) = problems(Claim(name, "data/topics.toml", "a list"))
    assert line.startswith("data/topics.toml:1: The address /")
    assert "leads out of the site" in line


def test_accents():
    """Two ways to write an accent are one name."""
    assert problems(
        Claim("media/\u00e9.txt", "media/\u00e9.txt"),
        Claim("media/e\u0301.txt", "media/e\u0301.txt"),
    )


def test_no_rivals():
    """Names that differ in more than that are fine, also where one begins with the other."""
    assert (
        problems(
            PAGE, Claim("en/a/index.htm", "x"), Claim("en/ab", "y"), Claim("en/a/b/index.html", "z")
        )
        == []
    )


def test_unclaimed():
    """What nobody claimed is known."""
    claims = Claims()
    claims.claim(PAGE)
    assert claims.unclaimed(["en/a/index.html", "en/b/index.html"]) == ["en/b/index.html"]
