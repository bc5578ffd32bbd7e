"""The search of the real content answers what people ask:
tests/features/search/queries, whose right pages were marked by reading."""

import pytest

from tests.features.search.asked import answers, ask, figures, rows

LANGS = ["be", "ru", "en", "ar"]
ACROSS = [("ru", "be"), ("be", "ru"), ("ru", "en"), ("ru", "ar"), ("be", "en")]
FIRST, THREE, NONE = 0.75, 0.92, 0.01
OFFERED, DISTURBED = 0.93, 0.17


@pytest.fixture(scope="module")
def asked(content):
    """What is answered to the queries of a file on a page in a language, each pair once."""
    known = {}

    def answer(name, lang):
        if (name, lang) not in known:
            known[name, lang] = ask(content.folder, name, lang)
        return known[name, lang]

    return answer


@pytest.mark.parametrize("lang", LANGS)
def test_real_queries(asked, lang):
    """Of what people ask the right page is first in 75 of 100, among three in 92,
    and one in 100 finds nothing."""
    first, three, none = figures(asked(lang, lang))
    assert (first >= FIRST, three >= THREE, none <= NONE) == (True, True, True), (
        first,
        three,
        none,
    )


@pytest.mark.parametrize(("lang", "page"), ACROSS)
def test_other_languages(asked, lang, page):
    """On a page in another language nine in ten of the questions that are answered on one's own
    page are answered."""
    own, there = (figures(asked(lang, where))[1] for where in (lang, page))
    assert there >= 0.9 * own


@pytest.mark.parametrize("page", LANGS)
def test_crisis(asked, page):
    """Whoever may be in danger is offered the hotline,
    in whatever language they ask and on a page of any."""
    assert [one.text for one in asked("crisis", page) if not one.card] == []


@pytest.mark.parametrize("page", LANGS)
def test_harmless(asked, page):
    """Whoever asks something else is not."""
    assert [one.text for one in asked("harmless", page) if one.card] == []


@pytest.mark.parametrize("page", LANGS)
def test_care(asked, page):
    """Words about dying lead to help and to advice, and to nothing else; never to nothing."""
    answers = [one.urls for one in asked("crisis", page) if one.kind == "care"]
    assert all(answers) and {url.split("/")[2] for urls in answers for url in urls} <= {
        "questions",
        "advice",
    }


@pytest.mark.parametrize("lang", LANGS)
def test_numbers(asked, lang):
    """A number leads to the page that is about it, also one that works no longer."""
    assert [one.text for one in asked(lang, lang) if one.kind == "number" and one.place > 2] == []


@pytest.mark.parametrize("lang", LANGS)
def test_cards(content, lang):
    """Colloquial forms of need offer the card, and what only sounds like one does not."""
    texts = [(row["query"], row["kind"] != "harmless") for row in rows("cards")]
    found = answers(content.folder, lang, [text for text, _ in texts])
    wrong = [text for (text, card), one in zip(texts, found, strict=True) if one["card"] != card]
    assert wrong == []


@pytest.mark.parametrize("lang", LANGS)
def test_needs(asked, lang):
    """Whoever looks for a relative, works off a debt, is watched or thinks of dying is offered the
    hotline, and who asks what only sounds like it is not."""
    wrong = [one.text for one in asked("needs", lang) if one.card != (one.kind != "harmless")]
    assert wrong == []


def offered_and_disturbed(content, lang, name):
    """The shares of those who need the hotline and of those who do not that are offered it."""
    own = [row for row in rows(name) if row["language"] == lang]
    found = answers(content.folder, lang, [row["query"] for row in own])
    cards = {needs: [] for needs in (True, False)}
    for row, one in zip(own, found, strict=True):
        cards[row["kind"] != "none"].append(bool(one["card"]))
    return [sum(cards[needs]) / len(cards[needs]) for needs in (True, False)]


@pytest.mark.parametrize("lang", LANGS)
def test_unseen(content, lang):
    """Of what nobody foresaw, 93 of 100 who are in danger or think of dying are offered the hotline,
    and 83 of 100 who are not are left in peace, though a third of them has alarming words."""
    offered, disturbed = offered_and_disturbed(content, lang, "unseen")
    assert (offered >= OFFERED, disturbed <= DISTURBED) == (True, True), (offered, disturbed)


@pytest.mark.parametrize("lang", LANGS)
def test_single_words_of_need(content, lang):
    """Of single words of need 95 of 100 offer the hotline, of harmless ones 4 do."""
    offered, disturbed = offered_and_disturbed(content, lang, "singles")
    assert (offered >= 0.95, disturbed <= 0.04) == (True, True), (offered, disturbed)


POLITE = [
    ("ru", "психолог меня изнасиловали"), ("ru", "Помогите! Нашла ваш сайт"),
    ("ru", "можно ли вызвать милицию муж бьет"), ("ru", "я журналист меня похитили"),
    ("ru", "бесплатный юрист минск муж бьет"), ("ru", "статистика не нужна помогите мне"),
    ("be", "Дзякуй за сайт. Мяне трымаюць сілай. Падкажыце нумар"),
    ("be", "колькі каштуе білет дадому забралі пашпарт"),
    ("ru", "текст о погоде и природе " * 40 + "меня держат силой помогите"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "query"), POLITE)
def test_polite(content, lang, query):
    """Whoever asks politely, for a lawyer, or at the end of a long text is offered the hotline."""
    [found] = answers(content.folder, lang, [query])
    assert found["card"]


@pytest.mark.parametrize("lang", ["be", "ru", "en"])
def test_press(content, lang):
    """What journalists and teachers ask for is first: logo, film, pictures, who answers."""
    own = [row for row in rows("press") if row["language"] == lang]
    found = answers(content.folder, lang, [row["query"] for row in own])
    assert [
        row["query"]
        for row, one in zip(own, found, strict=True)
        if one["urls"][0].partition("#")[0] not in row["pages"].split()
    ] == []


@pytest.mark.parametrize("lang", ["be", "ru", "en"])
def test_read_as(content, lang):
    """A word of need is read as another one only where that is right; it is never read as a word
    that is none, nor as its opposite."""
    own = [row for row in rows("slips") if row["language"] == lang]
    found = answers(content.folder, lang, [row["query"] for row in own])
    read = [
        (row["query"], row["read_as"].split(";"), one["read_as"])
        for row, one in zip(own, found, strict=True)
    ]
    assert [(text, said) for text, right, said in read if said and said[0] not in right] == []
