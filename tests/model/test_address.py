"""From the path of a file to its language, key, kind, order and address."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plugins.model.address import NUMBERED, AddressError, address, parent

CLEAN_URL = re.compile(r"[a-z0-9-]+/(?:[a-z0-9-]+/)*(?:404\.html)?")

# file, kind, key, section, url
PLACES = [
    ("be/index.md", "home", "home", "", "be/"),
    ("be/404.md", "not-found", "404", "", "be/404.html"),
    ("be/search.md", "search", "search", "", "be/search/"),
    ("be/languages.md", "coverage", "languages", "", "be/languages/"),
    ("be/contact.md", "contact", "contact", "", "be/contact/"),
    ("be/browsers.md", "plain", "browsers", "", "be/browsers/"),
    ("be/news/index.md", "news-list", "news", "news", "be/news/"),
    ("be/news/2026-11-24-a-day.md", "news", "news/2026-11-24-a-day", "news", "be/news/2026-11-24-a-day/"),
    ("be/press/index.md", "press-list", "press", "press", "be/press/"),
    ("be/press/2026-11-a-month.md", "release", "press/2026-11-a-month", "press", "be/press/2026-11-a-month/"),
    ("be/press/press-contact.md", "plain", "press/press-contact", "press", "be/press/press-contact/"),
    ("be/manual/index.md", "book", "manual", "manual", "be/manual/"),
    ("be/manual/01-words.md", "chapter", "manual/words", "manual", "be/manual/words/"),
    ("be/manual/10-glossary.md", "glossary", "manual/glossary", "manual", "be/manual/glossary/"),
    ("be/prevention/materials/index.md", "materials", "prevention/materials", "prevention", "be/prevention/materials/"),
    ("be/prevention/materials/01-card.md", "material", "prevention/materials/card", "prevention",
     "be/prevention/materials/card/"),
    ("be/advice/index.md", "section", "advice", "advice", "be/advice/"),
    ("be/advice/01-before/02-papers.md", "advice", "advice/before/papers", "advice", "be/advice/before/papers/"),
    ("be/questions/01-phone.md", "help", "questions/phone", "questions", "be/questions/phone/"),
    ("be/about/01-network.md", "plain", "about/network", "about", "be/about/network/"),
    ("be-tarask/index.md", "home", "home", "", "be-tarask/"),
]  # fmt: skip

WRONG = [
    "index.md",
    "be/Help.md",
    "be/дапамога.md",
    "be/two words.md",
    "be/two--hyphens.md",
    "be/end-.md",
    "be/under_score.md",
    "be/a.b.md",
    f"be/{'a' * 101}.md",
    f"be/manual/01-{'a-' * 60}z.md",
    "BE/index.md",
    "../be/index.md",
    "be/../ru/index.md",
]

LONG = f"be/manual/{'a' * 100}.md"

PARENTS = [("advice/before/papers", "advice/before"), ("advice", "home"), ("home", "")]

name = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True).filter(
    lambda text: not NUMBERED.fullmatch(text)
)


@pytest.mark.parametrize(("file", "kind", "key", "section", "url"), PLACES)
def test_place(file, kind, key, section, url):
    """A path says kind, key, section and address of its page."""
    found = address(file)
    assert (found.kind, found.key, found.section, found.url) == (kind, key, section, url)


@pytest.mark.parametrize("file", [row[0] for row in PLACES])
def test_save_as(file):
    """A page is a folder of its own, so that its address has no suffix;
    only the 404 page is a file."""
    found = address(file)
    assert found.save_as == (found.url if found.kind == "not-found" else f"{found.url}index.html")


@pytest.mark.parametrize("file", [row[0] for row in PLACES])
def test_template(file):
    """A page is shown by the template named after its kind."""
    found = address(file)
    assert found.template == f"pages/{found.kind}"


@pytest.mark.parametrize("file", WRONG)
def test_wrong_path(file):
    """A path that cannot be an address is refused, with a way to fix it."""
    with pytest.raises(AddressError) as caught:
        address(file)
    assert caught.value.fix


def test_order():
    """Numbers put pages in order, a page without a number comes after them,
    and the folder's own page before."""
    files = [
        "be/questions/zebra.md",
        "be/questions/10-ten.md",
        "be/questions/02-two.md",
        "be/questions/index.md",
        "be/questions/alpha.md",
    ]
    in_order = sorted(files, key=lambda file: address(file).order)
    assert [file.rpartition("/")[2] for file in in_order] == [
        "index.md",
        "02-two.md",
        "10-ten.md",
        "alpha.md",
        "zebra.md",
    ]


@pytest.mark.parametrize(("key", "above"), PARENTS)
def test_parent(key, above):
    """One step up leads towards the home page, and ends there."""
    assert parent(key) == above


@given(st.text(alphabet=st.one_of(st.sampled_from("abz019-/._ "), st.characters()), max_size=40))
def test_any_path(text):
    """Any path is either refused or becomes a clean address inside the folder of its language."""
    try:
        found = address(f"{text}.md")
    except AddressError:
        return
    assert CLEAN_URL.fullmatch(found.url)
    assert found.url.startswith(f"{found.lang}/")
    assert found.save_as.startswith(found.url)


@given(st.lists(name, min_size=1, max_size=4), st.data())
def test_numbers_do_not_count(names, data):
    """Numbers in names change neither key nor address, so pages can be put into another order."""
    assume(names[-1] != "index" or len(names) > 1)
    numbers = data.draw(
        st.lists(
            st.sampled_from(["", "01-", "42-", "99-"]), min_size=len(names), max_size=len(names)
        )
    )
    plain = address(f"be/{'/'.join(names)}.md")
    numbered = address(
        f"be/{'/'.join(number + name for number, name in zip(numbers, names, strict=True))}.md"
    )
    assert (numbered.key, numbered.url, numbered.kind) == (plain.key, plain.url, plain.kind)


def test_longest():
    """A name of a hundred letters is an address; of one with more the fix says how many may be."""
    assert address(LONG).key == f"manual/{'a' * 100}"
    with pytest.raises(AddressError) as told:
        address(LONG.replace(".md", "a.md"))
    assert "100 letters at most" in told.value.fix
