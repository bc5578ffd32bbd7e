"""What was public and is not to be any more: no byte of it is left in the output,
the workshop beside it or the cache.

Each story begins with a public site in which everything is to be found, changes something, and
publishes into the same folders again, as an editor's machine does.
"""

import gzip
import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.conftest import EXAMPLE, MAIN
from tests.site.pages import Output, pelican
from tests.site.planted import LANGUAGES, NAME, NAMED, WORD, Planted
from tests.site.traces import digests, same_bytes, traces

PUBLIC = "https://example.org"
CLOCK = "2026-11-28T12:00+03:00"
ATOM = "{http://www.w3.org/2005/Atom}"
REASON = "A person could be recognised."


@dataclass
class Story:
    """A folder in which a site is published again and again."""

    folder: Path
    planted: Planted
    said: str = ""

    @classmethod
    def begin(cls, folder, name=NAME):
        """The release is public."""
        story = cls(folder, Planted.into(folder / "content", name))
        return story.publish()

    def publish(self, clock=CLOCK):
        done = pelican(
            self.planted.content, self.folder, "publishconf.py", SITEURL=PUBLIC, CLOCK=clock
        )
        self.said = done.stdout + done.stderr
        assert done.returncode == 0, self.said
        return self

    @property
    def site(self):
        return Output(self.folder / "output", PUBLIC)

    @property
    def places(self):
        return [self.folder / name for name in ("output", ".output.build", "cache")]

    @property
    def ledger(self):
        return (self.planted.content / "ledger" / "addresses.txt").read_text().split()

    def traces(self, word=WORD):
        return traces(word, *self.places)


def entries(site, name):
    return {
        one.findtext(f"{ATOM}id"): one
        for one in ET.fromstring(site.read(name)).iter(f"{ATOM}entry")
    }


@pytest.fixture(scope="module")
def before(tmp_path_factory):
    """The site with the release, and a picture of what was there:
    identities of entries, bytes of pictures."""
    story = Story.begin(tmp_path_factory.mktemp("withdrawal"))
    page = story.folder / "output/be/questions/phone/index.html"
    page.with_suffix(".html.gz").write_bytes(gzip.compress(page.read_bytes()))
    found = {
        "traces": story.traces(),
        "corrections": story.traces("zyqvxjcorrection"),
        "pictures": digests(WORD, *story.places),
        "cards": cards(story.site),
        "ids": set(entries(story.site, "en/press/corrections/feed.xml")),
        "updated": [
            one.findtext(f"{ATOM}updated")
            for one in entries(story.site, "en/press/corrections/feed.xml").values()
        ],
        "ledger": story.ledger,
    }
    return story, found


def cards(site):
    """The digests of the pictures that stand for the release where it is shared, by language."""
    places = {lang: site.page(f"{lang}/press/{NAME}/") for lang in LANGUAGES}
    return {
        lang: sha256(
            (site.folder / site.target(page, image.get("content"))[0]).read_bytes()
        ).hexdigest()
        for lang, page in places.items()
        for image in page.all("meta[@property='og:image']")
    }


@pytest.fixture(scope="module")
def withdrawn(before):
    """The same folders after the Belarusian text was withdrawn; the others forget to say so."""
    story, found = before
    story.planted.say(f"Withdrawn: 2026-11-28 | {REASON}", langs=("be",))
    return story.publish(), found


def test_planted(before):
    """Before, it is in every kind of file: the test could find it."""
    kinds = {name.partition("!")[0].rpartition(".")[2] for name in before[1]["traces"]}
    assert {
        "html",
        "xml",
        "json",
        "pdf",
        "odt",
        "docx",
        "epub",
        "eml",
        "txt",
        "zip",
        "sqlite",
        "webp",
    } <= kinds
    assert any("!word/document.xml" in name for name in before[1]["traces"])


SAID_IN = {
    *("html", "xml", "json", "txt", "eml", "pdf!text", "odt!content.xml", "docx!word/document.xml")
}


def test_correction_in_every_form(before):
    """What was corrected in a release is said in every form of it, on its page and in each feed."""
    found = before[1]["corrections"]
    kinds = {re.sub(r"^.*?\.(?=\w+(!|$))", "", name) for name in found if "!SHA" not in name}
    assert kinds >= SAID_IN
    for lang in LANGUAGES[:3]:
        feeds = {
            f"output/{lang}/press/{place}feed.{form}"
            for place in ("", "corrections/")
            for form in ("xml", "json")
        }
        assert feeds <= set(found)


def test_no_byte(withdrawn):
    """Once it is withdrawn no byte of it is left in any language, file or cache."""
    assert withdrawn[0].traces() == []


def test_no_picture(withdrawn):
    """Nor is any of the files its pictures were made into, under another name."""
    assert withdrawn[1]["pictures"]
    assert same_bytes(withdrawn[1]["pictures"], *withdrawn[0].places) == []


def test_no_card(withdrawn):
    """Nor are the cards of its title, or of its picture, which say in points what it was."""
    assert len(withdrawn[1]["cards"]) == len(LANGUAGES)
    assert same_bytes({*withdrawn[1]["cards"].values()}, *withdrawn[0].places) == []


def test_no_mirror(before, withdrawn, tmp_path):
    """A mirror that is made again has nothing of it either."""
    folder = tmp_path / "mirror" / "site"
    folder.mkdir(parents=True)
    (folder / "old.html").write_text(WORD)
    place = ["--output", str(withdrawn[0].folder / "output"), "--folder", str(folder)]
    command = [sys.executable, "-m", "plugins", "mirror", *place, "--site-url", PUBLIC]
    assert subprocess.run(command, cwd=MAIN, check=False, capture_output=True).returncode == 0
    assert traces(WORD, folder.parent) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_stays(withdrawn, lang):
    """At its address stand the word, the day and the reason, and nothing is offered."""
    page = withdrawn[0].site.page(f"{lang}/press/{NAME}/")
    assert REASON in page.text and "noindex" in page.text and "2026-11-28" in page.text
    assert page.of_class("downloads") == []


def test_language_of_the_reason(withdrawn):
    """A reason that nobody gave in the reader's language is marked with its own."""
    (reason,) = withdrawn[0].site.page(f"ru/press/{NAME}/").all("main//span[@lang='be']")
    assert reason.text == REASON


def test_lists_go(withdrawn):
    """The lists of its month and its topic are gone, and nobody is told to restore them."""
    names = withdrawn[0].site.names
    assert [name for name in names if "press/2026/10/" in name or "topics/planted/" in name] == []


def test_not_found_by_lists(withdrawn):
    """No list of pages, no sitemap and no menu leads to it."""
    names = [
        "sitemap.xml",
        "en/index.html",
        "en/press/index.html",
        "en/languages/index.html",
        "en/press/feed.xml",
    ]
    assert [name for name in names if f"/press/{NAME}/" in withdrawn[0].site.read(name)] == []


def test_corrections_feed(withdrawn):
    """The feed of corrections has the entry that it had,
    with a later day and nothing but the reason."""
    story, found = withdrawn
    feed = entries(story.site, "be/press/corrections/feed.xml")
    assert {one.replace("/be/", "/en/") for one in feed} == found["ids"]
    ((_, entry),) = feed.items()
    assert entry.findtext(f"{ATOM}updated") > max(found["updated"])
    assert entry.findtext(f"{ATOM}summary") == REASON
    assert REASON in entry.findtext(f"{ATOM}content")


def test_corrections_json_feed(withdrawn):
    """So does the one in JSON."""
    (item,) = json.loads(withdrawn[0].site.read("be/press/corrections/feed.json"))["items"]
    assert item["summary"] == REASON and item["date_modified"].startswith("2026-11-28T")


def test_links(withdrawn):
    """A page that led to it still leads there, in words that say nothing of it,
    and the way of its anchors is gone."""
    (link,) = withdrawn[0].site.page("en/questions/phone/").all(f"a[@href='/en/press/{NAME}/']")
    assert "".join(link.itertext()) == "[Withdrawn]"


def test_said(withdrawn):
    """Those who publish are told that git and search engines still have it."""
    assert f"Withdrawn: press/{NAME}." in withdrawn[0].said
    assert "git's history" in withdrawn[0].said and "search engines" in withdrawn[0].said


def test_address_kept(withdrawn):
    """Its address stays a promise."""
    assert {f"{lang}/press/{NAME}/" for lang in LANGUAGES} <= set(withdrawn[0].ledger)


def test_as_if_from_nothing(withdrawn, tmp_path):
    """What is published over the earlier site is what is published from nothing."""
    content, public = withdrawn[0].planted.content, {"SITEURL": PUBLIC, "CLOCK": CLOCK}
    done = pelican(content, tmp_path, "publishconf.py", cold=True, **public)
    assert done.returncode == 0, done.stderr
    assert Output(tmp_path / "output").read("SHA256SUMS") == withdrawn[0].site.read("SHA256SUMS")


def test_taken_back(withdrawn):
    """A withdrawal that is taken back brings everything back."""
    story = withdrawn[0]
    file = story.planted.file("be")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.partition("\n")[2], encoding="utf-8")
    story.publish()
    file.write_text(text, encoding="utf-8")
    page = story.site.page(f"ru/press/{NAME}/")
    assert "zyqvxjru" in page.text and "zyqvxjlink" in story.site.read(
        "en/questions/phone/index.html"
    )


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """Another public site, for stories that follow each other."""
    return Story.begin(tmp_path_factory.mktemp("other"))


@pytest.fixture
def other(shared):
    """That site with the release public, in every story."""
    content = shared.planted.content
    copy = shutil.copytree(content, shared.folder / "copy")
    yield shared.publish()
    shutil.rmtree(content)
    copy.rename(content)


def test_draft(other):
    """A language's page that is a draft again leaves no byte;
    the others stay, and its address leads to them."""
    assert other.traces("zyqvxjru")
    other.planted.say("Draft: yes", langs=("ru",))
    other.publish()
    assert other.traces("zyqvxjru") == []
    assert "zyqvxjbe" in other.site.read(f"ru/press/{NAME}/index.html")


def test_only_here(other):
    """One language is withdrawn alone where it says so;
    readers of others, and of what it stood in for, keep theirs."""
    other.planted.say(f"Withdrawn: 2026-11-28 | {REASON} | this language only", langs=("be",))
    other.publish()
    assert other.traces("zyqvxjbe") == []
    assert REASON in other.site.read(f"be/press/{NAME}/index.html")
    assert "zyqvxjru" in other.site.read(f"ru/press/{NAME}/index.html")
    assert f"be/press/{NAME}/" not in other.site.read(f"ru/press/{NAME}/{NAME}-ru.json")


def test_consent_in_a_kit(other):
    """A picture of a kit whose consent has ended is gone in all sizes, forms and words;
    the release stays."""
    kit = other.planted.content / "kits" / NAME / "kit.toml"
    pictures = digests("zyqvxjkit", *other.places) | {cards(other.site)["en"]}
    kit.write_text(f"{kit.read_text()}consent_ended = 2026-11-28\n")
    other.publish()
    assert (other.traces("zyqvxjkit"), same_bytes(pictures, *other.places)) == ([], [])
    assert "zyqvxjbe" in other.site.read(f"be/press/{NAME}/index.html")


@pytest.mark.parametrize("ends", ["today", "with the file"])
def test_consent_in_a_text(other, ends):
    """A picture in a text goes with its words and its maker's name,
    also when its file is deleted at once."""
    media, data = other.planted.content / "media", other.planted.content / "data" / "pictures.toml"
    pictures = digests("zyqvxjphoto", *other.places)
    data.write_text(f"{data.read_text()}consent_ended = 2026-11-28\n")
    if ends == "with the file":
        (media / "zyqvxjphoto.png").unlink()
    other.publish()
    left = [other.traces(word) for word in ("zyqvxjphoto", "zyqvxjcaption")]
    assert (pictures != set(), left, same_bytes(pictures, *other.places)) == (True, [[], []], [])
    assert "zyqvxjdrawing" in other.site.read(f"be/press/{NAME}/index.html")


def test_consent_to_come(other):
    """Consent that ends on a later day holds until then."""
    data = other.planted.content / "data" / "pictures.toml"
    data.write_text(f"{data.read_text()}consent_ended = 2026-12-24\n")
    assert other.publish().traces("zyqvxjcaption")
    assert other.publish("2026-12-24T00:01+03:00").traces("zyqvxjcaption") == []


def test_deleted(other):
    """A release that is deleted with its links and its line in the ledger leaves no byte;
    until then it is refused."""
    planted = other.planted
    for lang in LANGUAGES:
        planted.file(lang).unlink()
    for lang in ("be", "ru", "en"):
        shutil.copytree(EXAMPLE / lang, planted.content / lang, dirs_exist_ok=True)
    shutil.copytree(EXAMPLE / "data", planted.content / "data", dirs_exist_ok=True)
    shutil.rmtree(planted.content / "kits")
    for file in (planted.content / "media").glob("zyqvxj*"):
        file.unlink()
    (planted.content / "data" / "pictures.toml").unlink()
    refused = pelican(planted.content, other.folder, "publishconf.py", SITEURL=PUBLIC, CLOCK=CLOCK)
    assert "was public and is gone" in refused.stderr and "/2026/10/" not in refused.stderr
    ledger = planted.content / "ledger" / "addresses.txt"
    ledger.write_text(
        "".join(f"{line}\n" for line in ledger.read_text().split() if NAME not in line)
    )
    other.publish()
    assert other.traces() == []


@pytest.fixture(scope="module")
def removed(tmp_path_factory):
    """A release whose address names somebody, and addresses that led to it,
    are withdrawn with the address."""
    story = Story.begin(tmp_path_factory.mktemp("removed"), NAMED)
    content = story.planted.content
    redirects = content / "ledger" / "redirects.toml"
    redirects.write_text(f'"en/press/2026-09-zyqvxjold/" = "en/press/{NAMED}/"\n')
    story.publish()
    redirects.write_text(f'{redirects.read_text()}"en/press/{NAMED}/" = "en/press/"\n')
    pocket = content / "data" / "pocket.toml"
    pocket.write_text(pocket.read_text().replace("offered = [", f'offered = ["press/{NAMED}", '))
    story.planted.say(
        f"Withdrawn: 2026-11-28 | {REASON}", "Withdrawn-Address: remove", langs=("en",)
    )
    return story.publish()


def test_address_removed(removed):
    """No file is at its address, and nothing names it:
    no page, no redirect, no cache, no ledger."""
    assert removed.traces() == []
    assert [line for line in removed.ledger if WORD in line] == []
    assert not (removed.folder / "output/en/press" / NAMED).exists()


def test_removed_address_is_not_said(removed):
    """Those who publish are told how many, not which: what they see may be public too."""
    assert WORD not in removed.said and "1 without an address" in removed.said


def test_removed_file_can_go(removed):
    """Then its files can be deleted, and nobody misses them."""
    for lang in LANGUAGES:
        removed.planted.file(lang).unlink()
    for lang in ("be", "ru", "en"):
        shutil.copytree(EXAMPLE / lang, removed.planted.content / lang, dirs_exist_ok=True)
    shutil.copy(EXAMPLE / "data" / "pocket.toml", removed.planted.content / "data" / "pocket.toml")
    (removed.planted.content / "ledger" / "redirects.toml").unlink()
    assert removed.publish().traces("zyqvxjslug") == []
