"""The answers to a form, and the pages as the site builds them."""

import re

import pytest

from contact.form import FIELDS, PLACES, ROUTES
from contact.page import EMPTY_ID, KINDS, read_pages
from plugins.features.forms.answer import answers, letter

FIELD_NAMES = {name for limits in FIELDS.values() for name in limits}
KNOWN = {
    "lang",
    "expired",
    "letters",
    "suspicions",
    *FIELD_NAMES,
    *(f"over-{name}" for name in FIELD_NAMES),
}
SAID = {
    "missing",
    "long",
    "unreadable",
    "honeypot",
    "links",
    "breaks",
    "addresses",
    "rate",
    "cross-site",
    "busy",
}
SAID |= {"no-contact", "scripts"}
OF_COUNSELLING = {"no-contact"}  # only there a reply is asked about
LIGHT = 10_500
FORMS = {key: form for form, key in PLACES.items()}


@pytest.fixture(scope="module")
def pages(content):
    """The endpoint's pages in the real site."""
    found, missing = read_pages(content.folder / "contact")
    assert missing == []
    return found


@pytest.fixture(scope="module")
def forms(content):
    """Every form page, thanks page and answer of the real site."""
    kinds = ("form", "form-thanks", *(f"form-{kind}" for kind in KINDS))
    return [page for page in content.pages.values() if page.kind in kinds]


def test_answers(document):
    """A form has an answer of each kind for the endpoint, and a page that thanks on the site."""
    made = {
        answer.kind: answer.save_as
        for answer in answers(document("en/about/07-write.md"), "counselling")
    }
    assert made == {f"form-{kind}": f"contact/en/message/{kind}.html" for kind in KINDS} | {
        "form-thanks": "en/about/write/more/index.html"
    }


def test_section(document):
    """An answer belongs to the section of its form: a person in danger finds the way out on it."""
    assert {
        answer.section for answer in answers(document("en/about/07-write.md"), "counselling")
    } == {"about"}


def test_letter():
    """A letter is text, in the language of the house."""
    assert (letter("press", "be").save_as, letter("press", "be").lang) == (
        "contact/press.txt",
        "be",
    )


def test_every_form(content, pages):
    """Every language that has a form page has its answers."""
    there = {
        (page.lang, FORMS[page.url.split("/", 1)[1].strip("/")])
        for page in content.pages.values()
        if page.kind == "form"
    }
    assert there == {(lang, form) for lang, form, _ in pages.pages}


def source(file):
    """A page or letter as it was built."""
    return file._path.read_text(encoding="utf-8")


def test_only_known_places(pages):
    """Every place of a page is one the endpoint fills."""
    files = [*pages.pages.values(), *pages.letters.values()]
    texts = [source(file) for file in files]
    assert {name for text in texts for name in re.findall(r"\[\[([\w-]+)\]\]", text)} - {
        "end"
    } <= KNOWN
    said = {name for text in texts for name in re.findall(r"\[\[if ([\w-]+)\]\]", text)}
    assert said <= SAID | KNOWN | {"reply-yes", "reply-no"} | {
        f"long-{name}" for names in FIELDS.values() for name in names
    }


WRITTEN = {form: set(names) - {"website", "reply", "token", "id"} for form, names in FIELDS.items()}


@pytest.mark.parametrize("kind", ["confirm", "again"])
def test_every_reason(pages, kind):
    """Whatever the endpoint may say, the page has words for it;
    of what is too long it names the field."""
    for (_, form, found), page in pages.pages.items():
        long = {f"long-{name}" for name in WRITTEN[form]}
        said = (
            {"missing", "unreadable"} | long
            if kind == "again"
            else SAID - {"missing", "long", "unreadable"}
        )
        if found == kind:
            assert {name for name in said if f"[[if {name}]]" in source(page)} == said


@pytest.mark.parametrize("kind", ["confirm", "again", "unavailable", "unsure"])
def test_text_shown_again(pages, kind):
    """Each of these shows every field again, and has a token."""
    for (_, form, found), page in pages.pages.items():
        if found == kind:
            names = set(FIELDS[form]) - {"website", "reply"}
            assert {name for name in names if f"[[{name}]]" in source(page)} == names


def test_every_field_in_the_letter(pages):
    """The counsellor reads every field there is."""
    for form, text in pages.letters.items():
        filled = text.template.text(
            {name: f"<{name}>" for name in FIELDS[form]}, {*FIELDS[form], "reply-yes"}
        )
        assert {name for name in FIELDS[form] if f"<{name}>" in filled} == set(FIELDS[form]) - {
            "website",
            "token",
            "id",
            "reply",
        }


def test_letter_is_plain(pages):
    """A letter is plain text: no tag, no entity."""
    assert [
        text for text in map(source, pages.letters.values()) if re.search(r"<\w|&\w+;", text)
    ] == []


def test_light(forms):
    """Every form, thanks page and answer is 10.5 KB or less, with all that it may say."""
    assert {page.name: size for page in forms if (size := len(page.text.encode())) > LIGHT} == {}


def test_emptied(forms):
    """Every page with a form loads the script that empties it when Back shows it again;
    no program stands in it."""
    for page in forms:
        files = [script.get("src", "") for script in page.all("script")]
        assert sum("/contact-form." in file for file in files) == len(page.all("form"))
        assert all(files)


def test_fields(content):
    """A form page asks for the fields that the endpoint knows, and for no other;
    only the message is required."""
    named = {route: form for form, route in ROUTES.items()}
    for page in content.pages.values():
        if page.kind == "form":
            fields = page.all("textarea") + page.all("input")
            form = named[page.one("form").get("action").rpartition("/")[2]]
            assert {field.get("name") for field in fields} == set(FIELDS[form]) - {"token"}
            assert [field.get("name") for field in fields if field.get("required") is not None] == [
                "message"
            ]


def test_out_of_the_sitemap(content):
    """Answers are in no sitemap and ask not to be indexed."""
    assert not [
        address
        for address in content.sitemap
        if "/contact/en/" in address or "/write/more/" in address
    ]
    answered = [page for page in content.pages.values() if page.kind.startswith("form-")]
    assert all(page.all("meta[@name='robots']") for page in answered)


def test_room_for_an_id(forms, pages):
    """Every form page has room for the id that the endpoint puts in, and the endpoint finds it."""
    for page in forms:
        if page.kind == "form":
            assert page.text.count(EMPTY_ID) == 1
    assert all(
        "x.y.z" in file.template.text({"id": "x.y.z"}, set()) for file in pages.forms.values()
    )


def test_nothing_is_cut(forms):
    """No field cuts what is pasted into it: the page that shows it again says how much is too
    much."""
    assert [page.name for page in forms if "maxlength" in page.text] == []


def test_order_of_languages(pages, content):
    """Who asks for a language that is not there gets the first of the site."""
    assert pages.languages[0] == "be"


def test_every_suspicion_in_the_letter(pages):
    """The letter says whatever was suspected."""
    said = SAID - {"missing", "long", "unreadable", "busy"}
    for file in pages.letters.values():
        assert {name for name in said if f"[[if {name}]]" in source(file)} == said


@pytest.mark.parametrize("kind", ["interrupted", "unsure"])
def test_never_not_sent(pages, kind):
    """Where it is not known, no page says that nothing was sent."""
    for (lang, _, found), file in pages.pages.items():
        if found == kind and lang == "en":
            assert not re.search(
                "not sent|nothing was sent|kept nothing", source(file), re.IGNORECASE
            )


def test_an_error_belongs_to_its_field(forms):
    """What is wrong with a field stands in an element that the field is described by, so that it
    is read aloud with it."""
    for page in forms:
        described = {
            name
            for field in (
                *page.all("input[@aria-describedby]"),
                *page.all("textarea[@aria-describedby]"),
            )
            for name in field.get("aria-describedby").split()
        }
        homes = [
            home
            for home in page.all("form//span[@id]")
            if home.findall(".//span[@class='contact-form__error']")
        ]
        assert {home.get("id") for home in homes} <= described, page.name
        inside = sum(len(home.findall(".//span[@class='contact-form__error']")) for home in homes)
        assert inside == page.text.count('<span class="contact-form__error"'), page.name
    assert any("wrong-contact" in page.text for page in forms)
