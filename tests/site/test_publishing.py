"""What must not go public, and what may."""

import re
import shutil
from datetime import date, timedelta
from hashlib import sha256

import pytest

from tests.conftest import EXAMPLE, MAIN
from tests.site.pages import Output, as_typed, pelican

PUBLIC = "https://example.org"
VERIFIED = 'verified = 2026-11-24\nverified_by = "a test"\nexpires = 2999-01-01\n'


@pytest.fixture
def copy(tmp_path):
    """A copy of the example that may be changed."""
    return shutil.copytree(EXAMPLE, tmp_path / "example")


@pytest.fixture(scope="module")
def public(tmp_path_factory):
    """The example as it goes public: what the build said, and its output."""
    folder = tmp_path_factory.mktemp("public")
    done = pelican(EXAMPLE, folder, "publishconf.py", SITEURL=PUBLIC)
    return done, Output(folder / "output", PUBLIC)


def test_style_guide_stays_here(public):
    """The style guide is for those who build the site: no page of it is published, and nothing that
    is published names it."""
    _, output = public
    named = [name for name in output.names if name.endswith((".html", ".xml", ".txt", ".json"))]
    assert [name for name in output.names if "style-guide" in name] == []
    assert [name for name in named if "style-guide/" in output.read(name)] == []


def change_contacts(copy, old, new):
    path = copy / "data" / "contacts.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_published(public):
    """With verified contacts the site goes public, an example among them or not."""
    done, output = public
    assert done.returncode == 0, done.stderr + done.stdout
    assert output.page("be/")


def test_public_address(public):
    """A public site knows its public address everywhere,
    and nothing of the one used while writing."""
    _, output = public
    texts = [name for name in output.names if name.endswith((".html", ".xml", ".txt"))]
    assert [name for name in texts if "127.0.0.1" in output.read(name)] == []
    assert output.page("be/").one("link[@rel='canonical']").get("href") == f"{PUBLIC}/be/"


def test_notes_for_the_team(public):
    """Notes for the team are told when the site goes public."""
    done, _ = public
    assert "Note on office: Ring before you publish." in done.stderr


def test_notes_are_not_shown(public):
    """Notes for the team are on no page."""
    _, output = public
    assert [
        name for name, page in output.pages.items() if "Ring before you publish" in page.text
    ] == []


def test_refused(copy, tmp_path):
    """A contact that nobody has ever checked keeps the site from going public."""
    change_contacts(copy, VERIFIED, "")
    done = pelican(copy, tmp_path, "publishconf.py", cold=True, SITEURL=PUBLIC)
    assert done.returncode == 1
    assert "data/contacts.toml:7: The contact 'hotline' was never verified." in done.stderr
    assert not (tmp_path / "output").exists()


def test_a_check_expires(copy, tmp_path):
    """When the day comes on which a contact is to be checked again, the site still goes public (an
    embargo ends without anybody being there), and its pages say that it is not confirmed; before,
    those who publish are told."""
    change_contacts(copy, "expires = 2999-01-01", "expires = 2026-12-05")
    told, shown = {}, {}
    for day in ("2026-12-04", "2026-12-05"):
        settings = {"SITEURL": PUBLIC, "CLOCK": f"{day}T08:00+03:00"}
        done = pelican(copy, tmp_path, "publishconf.py", **settings)
        assert done.returncode == 0, done.stderr
        told[day] = done.stderr
        page = (tmp_path / "output" / "en" / "questions" / "phone" / "index.html").read_text(
            "utf-8"
        )
        shown[day] = "the check expired on 5 December 2026" in as_typed(page)
    assert shown == {"2026-12-04": False, "2026-12-05": True}
    assert "In the next 14 days:\n  2026-12-05  the contact hotline expires" in told["2026-12-04"]
    assert "The number 'hotline' expired on 2026-12-05" in told["2026-12-05"]


def test_not_refused_while_writing(copy, tmp_path):
    """While writing, an expired contact is no obstacle."""
    change_contacts(copy, "expires = 2999-01-01", "expires = 2026-11-25")
    assert pelican(copy, tmp_path).returncode == 0


@pytest.mark.parametrize("address", ["", "http://example.org", "example.org", "//example.org"])
def test_public_address_is_secure(tmp_path, address):
    """A site goes public at an https address only."""
    done = pelican(EXAMPLE, tmp_path, "publishconf.py", cold=True, SITEURL=address)
    assert done.returncode == 1
    assert "publish with the public https address" in done.stderr + done.stdout
    assert not (tmp_path / "output").exists()


def test_sums(public):
    """SHA256SUMS lists every other file, and every sum is right."""
    _, output = public
    lines = [line.split("  ", 1) for line in output.read("SHA256SUMS").splitlines()]
    assert {name: digest for digest, name in lines} == {
        name: sha256((output.folder / name).read_bytes()).hexdigest()
        for name in output.names - {"SHA256SUMS"}
    }


def security(copy, expires, contact="contact"):
    path = copy / "data" / "security.toml"
    path.write_text(f'contact = "{contact}"\nexpires = {expires}\n', encoding="utf-8")


@pytest.mark.parametrize(
    ("days", "contact", "message"),
    [
        (400, "contact", "more than a year ahead."),
        (30, "contacts", "data/security.toml:1: There is no page 'contacts'."),
    ],
)
def test_security_txt_that_is_not_true(copy, tmp_path, days, contact, message):
    """Where to report a weakness is told truly, or the site does not go public."""
    security(copy, date.today() + timedelta(days=days), contact)
    done = pelican(copy, tmp_path, "publishconf.py", SITEURL=PUBLIC)
    assert (done.returncode, message in done.stderr) == (1, True)


def test_security_txt_that_is_over(copy, tmp_path):
    """One that has expired is told and left out; the site goes public without it."""
    security(copy, date.today() - timedelta(days=1))
    done = pelican(copy, tmp_path, "publishconf.py", SITEURL=PUBLIC)
    told = "data/security.toml:2: `expires` was" in done.stderr
    there = (tmp_path / "output" / ".well-known" / "security.txt").exists()
    assert (done.returncode, told, there) == (0, True, False)


def test_security_txt(copy, tmp_path):
    """It leads to the page that the data file names."""
    security(copy, date.today() + timedelta(days=30))
    pelican(copy, tmp_path, "publishconf.py", SITEURL=PUBLIC)
    assert f"Contact: {PUBLIC}/en/contact/\n" in Output(tmp_path / "output").read(
        ".well-known/security.txt"
    )


def test_headers(public):
    """The headers go public too, for hosts that read them from a file."""
    _, output = public
    assert "Content-Security-Policy" in output.read("_headers")


def test_no_onion(public):
    """A site that is no onion service does not speak of one."""
    _, output = public
    assert [name for name, page in output.pages.items() if "onion-location" in page.text] == []


def test_onion(tmp_path):
    """A site that is an onion service too offers each page there."""
    done = pelican(
        EXAMPLE, tmp_path, "publishconf.py", SITEURL=PUBLIC, ONION="http://example.onion"
    )
    assert done.returncode == 0, done.stderr
    page = Output(tmp_path / "output", PUBLIC).page("be/questions/")
    assert (
        page.one("meta[@http-equiv='onion-location']").get("content")
        == "http://example.onion/be/questions/"
    )


@pytest.fixture(scope="module")
def formless(tmp_path_factory):
    """The real content as a demonstration where no endpoint answers: what the build said, its
    output."""
    folder = tmp_path_factory.mktemp("formless")
    source = shutil.copytree(MAIN / "content", folder / "content")
    answers = {"DEMO": "1", "CONTACT_FORMS": "false"}
    done = pelican(source, folder, "publishconf.py", SITEURL=PUBLIC, **answers)
    assert done.returncode == 0, done.stderr + done.stdout
    return done, Output(folder / "output", PUBLIC)


def test_no_form(formless):
    """Without forms no page sends anything: what somebody types cannot be lost."""
    _, output = formless
    posting = [name for name, page in output.pages.items() if 'method="post"' in page.text]
    assert posting == []


def test_no_answers(formless):
    """Without forms nothing is written for the endpoint, and nobody is thanked."""
    _, output = formless
    made = [name for name in output.names if name.startswith("contact/") or "/write/more/" in name]
    assert made == []


def test_how_else_to_write(formless):
    """The page of a form says that nobody can write here, and has the numbers to call."""
    _, output = formless
    page = output.page("en/about/write/")
    assert "You cannot write through this site here." in page.text
    assert page.of_class("contact-card")
    assert "encrypted" not in page.text


# What is said of the forms, in any file that holds words; and what is said where there are none.
PROMISES = re.compile(
    r"праз (?:гэты )?сайт(?! самой)|форм[ае] (?:на|для)|аведамленн\w+ шыфру"
    r"|через (?:этот )?сайт(?! самого)|ообщени\w+ шифру"
    r"|through this (?:web)?site|\bform (?:on this site|for (?:questions|a message|writing))|essages? (?:is|are) encrypted"
    r"|عبر (?:هذا )?الموقع|نموذج للكتابة|تُشفَّر"
)
NO_FORM = re.compile(
    r"You cannot write through this site here|Праз гэты сайт тут напісаць нельга"
    r"|Здесь написать через сайт нельзя|لا يمكن الكتابة إلينا عبر الموقع هنا"
)
WORDS = (".html", ".json", ".txt", ".xml")


def promises(output):
    """The names of all files for readers that speak of a form, with what they say."""
    texts = {
        name: NO_FORM.sub("", output.read(name))
        for name in output.names
        if name.endswith(WORDS) and "style-guide" not in name and not name.startswith("contact/")
    }
    return {name: found for name, text in texts.items() if (found := PROMISES.findall(text))}


@pytest.mark.parametrize("lang", ["be", "ru", "en", "ar"])
def test_promised_with_forms(content, lang):
    """Where there are forms, pages of each language speak of them."""
    assert f"{lang}/contact/index.html" in promises(content)


def test_nothing_promised(formless):
    """Where there are none, nothing that is published speaks of one: no page, list, feed, search
    and no file to save."""
    assert promises(formless[1]) == {}


def test_forms_come_back(copy, tmp_path):
    """What was left out is there again in the next build with forms, from the same cache."""
    for lang in ("be", "ru", "en"):
        page = copy / lang / "about" / "index.md"
        text = page.read_text(encoding="utf-8")
        page.write_text(f"With-Forms: forms\n{text}\n## Write {{#forms}}\n\nHere.\n", "utf-8")
    there = []
    for forms in ("no", "yes"):
        settings = {"SITEURL": PUBLIC, "CONTACT_FORMS": forms}
        done = pelican(copy, tmp_path, "publishconf.py", **settings)
        assert done.returncode == 0, done.stderr + done.stdout
        there.append('id="forms"' in Output(tmp_path / "output").read("en/about/index.html"))
    assert there == [False, True]


def test_strip_without_forms(formless, content):
    """On each page "Write to us" leads to the form, or to the addresses where there is none."""
    at = [
        output.page("en/questions/").of_class("help-strip__write")[0].get("href")
        for output in (content, formless[1])
    ]
    assert at == ["/en/about/write/", "/en/contact/"]


def test_said_which(formless, public):
    """Who publishes learns whether the endpoint must run."""
    assert "the endpoint must run there" in public[0].stderr
    assert "has no forms (CONTACT_FORMS is false)" in formless[0].stderr


AT = "https://contact.example.org"
LANGS = ("be", "ru", "en", "ar")


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    """The real content as a demonstration whose endpoint is on another name, keeps ciphertext for
    seven days, and which is an onion service too: what the build said, its output."""
    folder = tmp_path_factory.mktemp("elsewhere")
    source = shutil.copytree(MAIN / "content", folder / "content")
    answers = {"DEMO": "1", "CONTACT_AT": AT, "CONTACT_KEEP_DAYS": "7", "ONION": "http://a.onion"}
    done = pelican(source, folder, "publishconf.py", SITEURL=PUBLIC, **answers)
    assert done.returncode == 0, done.stderr + done.stdout
    return done, Output(folder / "output", PUBLIC)


def test_sent_elsewhere(elsewhere):
    """Every form, and every page that shows it again, is sent to the other name, and the policy
    lets it; who publishes is told where the endpoint must run."""
    done, output = elsewhere
    forms = [
        form.get("action")
        for page in output.pages.values()
        for form in page.all("form")
        if form.get("method") == "post"
    ]
    assert len(forms) > 2 * len(LANGS)
    assert [action for action in forms if not action.startswith(f"{AT}/contact/")] == []
    assert f"form-action 'self' {AT};" in output.read("_headers")
    assert f"{AT}/contact/: the endpoint must run there" in done.stderr


@pytest.mark.parametrize("lang", LANGS)
def test_days(elsewhere, content, lang):
    """The privacy page says in each language for how many days ciphertext is kept, from the same
    setting; where none is kept it says nothing of it."""
    days = [
        paragraph
        for output in (elsewhere[1], content)
        for paragraph in output.page(f"{lang}/privacy/").all("p")
        if re.search(r": (7|٧)\.$", "".join(paragraph.itertext()).strip())
    ]
    assert len(days) == 1


def test_no_onion_on_answers(elsewhere):
    """What the endpoint answers, and the page that thanks, offer no other address."""
    _, output = elsewhere
    offering = {name for name, page in output.pages.items() if "onion-location" in page.text}
    assert "be/about/write/index.html" in offering or "be/about/write/" in offering
    assert [
        name
        for name in offering
        if "contact/" in name.partition("/")[0] + "/" or "/write/more" in name
    ] == []


@pytest.mark.parametrize(
    "address", ["contact.example.org", f"{AT}/", "http://a.example", f"{AT}/x"]
)
def test_elsewhere_or_not(tmp_path, address):
    """What is no address of a host publishes nothing."""
    done = pelican(EXAMPLE, tmp_path, "publishconf.py", SITEURL=PUBLIC, CONTACT_AT=address)
    assert done.returncode == 1
    assert "CONTACT_AT is" in done.stderr + done.stdout


def test_forms_or_not(tmp_path):
    """A word that says neither yes nor no publishes nothing."""
    done = pelican(EXAMPLE, tmp_path, "publishconf.py", SITEURL=PUBLIC, CONTACT_FORMS="maybe")
    assert done.returncode == 1
    assert "write CONTACT_FORMS=false where no endpoint answers" in done.stderr + done.stdout
