"""Shards: small, named after their content, and changed only by a change of their own words."""

import json

import pytest

from plugins.features.search.cuts import largest
from plugins.features.search.index import merge
from plugins.features.search.lines import Lines, base36
from plugins.features.search.shards import as_entry, shards
from plugins.features.search.statistics import statistics
from plugins.features.search.stemmer import read_stemmer
from tests.pages import a_page

STEMMER = read_stemmer("en")


def page(number, text="word"):
    return statistics(
        a_page(lang="en", url=f"en/{number}/", title=f"Page {number}", content=f"<p>{text}</p>"),
        STEMMER,
    )


def vocabulary(count):
    return " ".join(
        f"{letter}{other}{number}x"
        for letter in "abcdefgh"
        for other in "klmnop"
        for number in range(count)
    )


def test_manifest_names_every_file():
    """With the manifest a browser knows the name of each shard, four of which have one digest."""
    files = shards(merge([page(number, vocabulary(40)) for number in range(3)]), "en")
    manifest = json.loads(files["search/en.json"])
    terms = [name for name in files if "/t" in name]
    assert sorted(terms) == sorted(
        f"search/en/t{number}-{manifest['t'][number // 4 * 4 : number // 4 * 4 + 4]}.txt"
        for number in range(len(manifest["starts"].split(" ")))
    )


def test_small():
    """No shard is larger than it may be."""
    files = shards(merge([page(number, vocabulary(40)) for number in range(3)]), "en")
    sizes = [len(data.decode()) for name, data in files.items() if "/t" in name]
    assert max(sizes) <= largest(sum(sizes)) < sum(sizes) / 5


def test_larger_for_more():
    """The more there is, the larger are the shards, in few steps."""
    assert [largest(total) for total in (0, 100_000, 140_000, 1_300_000, 10**9)] == [
        2000,
        2000,
        2000,
        4500,
        15_000,
    ]


def test_marks_of_most():
    """A line says once which form most pages have, and names it again only where there is
    another."""
    assert Lines(10).line([(0, "A"), (2, "12A"), (3, "AB"), (9, "A")]) == "A 0,1:12,0AB,5"


def test_marks_as_often():
    """Of forms that are equally frequent the first is named once, whichever page comes first."""
    assert Lines(2).line([(0, "B"), (1, "A")]) == "A 0B,0"


def test_one_edit_few_shards():
    """One more word on one page changes one shard of many, and the names of its neighbours."""
    before = shards(merge([page(number, vocabulary(40)) for number in range(3)]), "en")
    after = shards(
        merge(
            [page(0, vocabulary(40) + " cm7777x"), page(1, vocabulary(40)), page(2, vocabulary(40))]
        ),
        "en",
    )
    assert len({name for name in after if "/t" in name} - before.keys()) == 4


def test_same_pages_same_bytes():
    """The same pages give the same files."""
    assert shards(merge([page(1), page(2)]), "en") == shards(merge([page(1), page(2)]), "en")


def test_no_pages():
    """A language without pages has a manifest all the same."""
    assert json.loads(shards(merge([]), "en")["search/en.json"])["pages"] == 0


def test_base36():
    """Numbers are written in as few characters as can be, and read back as they were."""
    assert [int(base36(number), 36) for number in (0, 35, 36, 1295, 99_999)] == [
        0,
        35,
        36,
        1295,
        99_999,
    ]


def test_manifest_is_short():
    """What every visitor downloads of a page that is not asked for is less than a byte."""
    few, many = (
        shards(merge([page(number) for number in range(count)]), "en")["search/en.json"]
        for count in (64, 64 * 9)
    )
    assert len(many) - len(few) < 64 * 8


def test_new_title_renames_few_files():
    """A page with another title gives new names to what its neighbours show, and to no more."""
    before, after = (
        {name for name in shards(merge(pages), "en") if "/e" in name.removeprefix("search/en")}
        for pages in (
            [page(number) for number in range(100)],
            [page("other") if number == 40 else page(number) for number in range(100)],
        )
    )
    assert len(before - after) == 32


ENTRIES = [
    (("en/work/abroad/", "T", "S", "work", "1 May", "x"), "abroad/\nT\nS\nwork\n1 May"),
    (("en/", "T", "S", "", "", ""), "\nT\nS"),
    (("en/papers/", "T", "", "", "", ""), "papers/\nT"),
    (("files/a.pdf", "T", "two\nlines", "work", "", ""), "/files/a.pdf\nT\ntwo lines\nwork"),
]


@pytest.mark.parametrize(("entry", "text"), ENTRIES)
def test_entry(entry, text):
    """An entry is a line each, without what language and section say of the address."""
    assert as_entry(entry, "en") == text
