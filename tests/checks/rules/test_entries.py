"""The data files agree with each other, and nothing unchecked goes public."""

import tomllib
from dataclasses import replace
from datetime import date, timedelta

import pytest

from plugins.checks.rules.entries import check, check_before_publishing
from plugins.data.entries import Credit, Mailbox
from plugins.data.records import DataFile
from plugins.model.document import Problem

TODAY, DAY = date(2026, 11, 24), timedelta(1)
TEXT = "# contacts\n\n[contact.hotline]\nnumber = '113'\n"


@pytest.fixture
def changed(library):
    """A library whose hotline has other values, and whose file has the hotline in line 3."""

    def make(**values):
        hotline = replace(library.contacts["hotline"], **values)
        contacts = library.contacts | {"hotline": hotline}
        return replace(
            library, contacts=contacts, files={"contacts": DataFile("data/contacts.toml", TEXT, {})}
        )

    return make


def said(problems):
    return [(problem.file, problem.line, problem.what) for problem in problems]


def test_nothing_wrong(known):
    """Entries that agree with each other give no problem."""
    assert list(check(known())) == []


def test_broken_files(known, library):
    """What was wrong in the files is passed on."""
    problem = Problem("data/menu.toml", 1, "The file is missing.", "Restore it from git.")
    assert list(check(known(library=replace(library, problems=(problem,))))) == [problem]


def test_unknown_source(known, changed):
    """A contact names a source that exists."""
    assert said(check(known(library=changed(source="lwa")))) == [
        ("data/contacts.toml", 3, "'hotline': there is no source 'lwa'.")
    ]


def test_broken_sources(known, changed):
    """While the sources cannot be read, nothing is said of a missing one."""
    library = replace(changed(source="lwa"), sources={}, broken=frozenset({"sources"}))
    assert list(check(known(library=library))) == []


@pytest.mark.parametrize("words", ["name", "about"])
def test_missing_words(known, changed, words):
    """A contact has a name and a description in every language."""
    assert said(check(known(library=changed(**{words: {"be": "словы"}})))) == [
        ("data/contacts.toml", 3, "'hotline' has no words in 'en'.")
    ]


def test_menu(known, library):
    """A menu names pages that exist."""
    (problem,) = check(known(library=replace(library, menu={"main": ["hoem"]})))
    assert (problem.what, problem.fix) == ("main: there is no page 'hoem'.", "Did you mean 'home'?")


@pytest.mark.parametrize("name", ["pages", "offered"])
def test_pocket(known, library, name):
    """The file to save on a telephone names pages that exist."""
    text = f'{name} = [\n    "home",\n    "hoem",\n]\n'
    file = DataFile("data/pocket.toml", text, tomllib.loads(text))
    assert list(check(known(library=replace(library, files={"pocket": file})))) == [
        Problem("data/pocket.toml", 3, "There is no page 'hoem'.", "Did you mean 'home'?")
    ]


def test_credit(known, library):
    """A picture whose maker is named is there."""
    text = '\n["media/raod.jpg"]\ncredit = "Ann"\n'
    file = DataFile("data/pictures.toml", text, tomllib.loads(text))
    pictures = {"media/raod.jpg": Credit("media/raod.jpg", "Ann")}
    told = replace(library, pictures=pictures, files={"pictures": file})
    assert list(check(known(library=told, files=["media/road.jpg"]))) == [
        Problem(
            "data/pictures.toml",
            2,
            "There is no picture 'media/raod.jpg'.",
            "Did you mean 'media/road.jpg'?",
        )
    ]


@pytest.mark.parametrize("ended", [None, TODAY])
def test_pictures_that_nobody_sees(known, library, ended):
    """A picture that only a withheld text shows is there;
    one whose consent ended may be deleted."""
    told = replace(library, pictures={"media/a.jpg": Credit("media/a.jpg", "Ann", ended)})
    hidden = replace(
        known(library=told), hidden_files=frozenset() if ended else frozenset({"media/a.jpg"})
    )
    assert list(check(hidden)) == []


@pytest.mark.parametrize(
    ("values", "what"), [({"verified": None}, "The contact 'hotline' was never verified.")]
)
def test_unfit(known, changed, values, what):
    """A contact that was never checked must not go public."""
    assert said(check_before_publishing(known(library=changed(**values)), TODAY)) == [
        ("data/contacts.toml", 3, what)
    ]


WRONG = [
    ({"stated": None}, "does not say since when its source states it."),
    ({"stated": TODAY + DAY}, "is stated on a day that has not come."),
    ({"verified": TODAY + DAY}, "is verified on a day that has not come."),
    ({"verified_by": " "}, "does not say who verified it."),
    ({"expires": None}, "does not say when it must be verified again."),
    ({"expires": TODAY}, "expires before it is verified."),
    ({"verified": None}, "says who verified it, or until when, but not that anybody did."),
    ({"demonstration": True}, "is an example only and verified at once."),
]


@pytest.mark.parametrize(("values", "what"), WRONG)
def test_contradictions(known, changed, values, what):
    """What cannot be true of a contact is a problem while writing too."""
    told = replace(known(library=changed(**values)), today=TODAY)
    assert said(check(told)) == [("data/contacts.toml", 3, f"The contact 'hotline' {what}")]


def test_what_to_do(known, changed):
    """Whoever is refused reads which number to call, and what the team has noted about it."""
    nobody = {
        "source": "organisation",
        "verified": None,
        "verified_by": "",
        "expires": None,
        "staff": "Call from a landline.",
    }
    (problem,) = check_before_publishing(known(library=changed(**nobody)), TODAY)
    assert problem.fix.startswith("Call 113 and ask who answers")
    assert problem.fix.endswith("Call from a landline.")


def test_nobody_tries_an_emergency_number(known, changed):
    """A number that others answer is looked up; nobody is told to call it before knowing what it is
    for."""
    (problem,) = check_before_publishing(known(library=changed(verified=None)), TODAY)
    assert problem.fix.startswith("Look up 113 on the live page")


def test_demonstration(known, changed):
    """A demonstration may show what nobody has verified, since it says so everywhere."""
    library = replace(changed(verified=None), danger=("office",))
    assert list(check_before_publishing(known(library=library), TODAY, demo=True)) == []


def test_demonstration_without_numbers(known, changed):
    """A demonstration must be able to say what to call in danger."""
    (problem,) = check_before_publishing(known(library=changed()), TODAY, demo=True)
    assert problem.what == "A demonstration must say what to call in danger."


@pytest.mark.parametrize(
    ("key", "what"),
    [
        ("hotlien", "There is no contact 'hotlien'."),
        ("by-ambulance", "The contact 'by-ambulance' is an example only."),
    ],
)
def test_danger(known, changed, key, what):
    """What to call in danger is a contact that can be called."""
    (problem,) = check(known(library=replace(changed(), danger=("hotline", key))))
    assert problem.what == what


def test_fit(known, library):
    """Contacts that were checked lately, and examples, may go public."""
    assert list(check_before_publishing(known(library=library), TODAY)) == []


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        ({"BY": {"be": "у Беларусі", "ru": "в Беларуси", "en": "in Belarus"}}, []),
        ({"BY": {"be": "у Беларусі", "ru": "в Беларуси"}}, ["'BY' has no words in 'en'."]),
        ({"by": {"be": "а", "ru": "а", "en": "a"}}, ["No contact has the country 'by'."]),
    ],
)
def test_within(known, library, within, expected):
    """How "in the country" is said: in every language, of a country that has a number."""
    found = check(known(library=replace(library, within=within)))
    assert [
        problem.what for problem in found if "'BY'" in problem.what or "'by'" in problem.what
    ] == expected


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({}, None),
        ({"address": "team"}, "'team' is no address of mail."),
        ({"address": "a b@example.org"}, "'a b@example.org' is no address of mail."),
        ({"source": "nobody"}, "'mail': there is no source 'nobody'."),
        ({"name": {"be": "Пошта"}}, "'mail' has no words in 'en'."),
        ({"stated": None}, "The contact 'mail' does not say since when its source states it."),
    ],
)
def test_mailbox(known, library, changes, what):
    """A mailbox has an address, words, a source, and a day, as a number has."""
    words = {"be": "Пошта", "en": "Mail"}
    mailbox = Mailbox("mail", "team@example.org", "law", words, words, stated=date(2026, 11, 1))
    site = known(library=replace(library, mailboxes={"mail": replace(mailbox, **changes)}))
    assert [one.what for one in check(site)] == ([what] if what else [])


def test_a_mailbox_is_verified_by_writing(known, library):
    """Nobody calls a mailbox: who verifies it writes there."""
    words = {"be": "Пошта", "en": "Mail"}
    mailbox = Mailbox("mail", "team@example.org", "law", words, words, stated=date(2026, 11, 1))
    site = known(library=replace(library, contacts={}, danger=(), mailboxes={"mail": mailbox}))
    (problem,) = check_before_publishing(site, TODAY)
    assert problem.fix.startswith("Write to team@example.org and wait until somebody answers")
