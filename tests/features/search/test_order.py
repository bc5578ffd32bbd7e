"""Which of the pages that have a word stands first."""

import pytest

from tests.features.search.conftest import node, write_index
from tests.pages import a_page

FORMS = ("паспорт", "паспортом", "паспорта")


@pytest.fixture(scope="module")
def offered(stemmers, tmp_path_factory):
    """The pages a reader is offered for a query among thirty with forms of one word,
    one with it in its title, one with a longer word."""
    texts = [FORMS[number % 3] for number in range(30)]
    pages = [
        a_page(lang="ru", url=f"ru/{number}/", title="Страница", content=text)
        for number, text in enumerate(texts)
    ]
    pages += [
        a_page(lang="ru", url="ru/30/", title="Паспорт", content="паспорт"),
        a_page(lang="ru", url="ru/31/", title="Паспортистка"),
        a_page(lang="ru", url="ru/32/", title="Для всех"),
        a_page(lang="ru", url="ru/33/", title="Для учителей"),
    ]
    folder = tmp_path_factory.mktemp("order")
    write_index(folder, "ru", pages, stemmers["ru"])
    return lambda query: node(
        "rank.mjs", folder, lines=[{"lang": "ru", "query": query, "other": True}]
    )[0]["pages"]


@pytest.mark.parametrize("form", FORMS)
def test_form_first(offered, form):
    """Pages with the very form that was typed stand before those with other forms."""
    found = [page for page in offered(form) if page < 30]
    assert sorted(found[:10]) == list(range(FORMS.index(form), 30, 3)) and len(found) == 30


def test_title_first(offered):
    """Of those that have it the page that has the word in its title is the first,
    also when a longer word is found."""
    assert offered("паспорт")[0] == 30


def test_half_a_word(offered):
    """What half a word becomes is offered."""
    assert 31 in offered("паспорти")[:2]


def test_slip(offered):
    """A slip is forgiven, and the word that was meant ranks as if it had been typed."""
    assert offered("пасспорт")[0] == 30


def test_last_word_counts(offered):
    """The last word of a query counts, also when no term begins with it as it stands."""
    assert offered("для учителям")[0] == 33
