"""Random edits by editors and translators: `make status` says of every page what a careful observer
would."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.features.translations.fields import with_field, without_field
from plugins.features.translations.pages import Folder
from plugins.features.translations.stamp import Stamping

LANGUAGES = ("be", "ru", "en", "ar")
FILE = "about.md"
WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"

edits = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "large",
                "number",
                "small",
                "minor",
                "noise",
                "stamp",
                "write",
                "remove",
                "draft",
                "settle",
            ]
        ),
        st.sampled_from(LANGUAGES),
    ),
    max_size=14,
)


class Observer:
    """A folder that is edited, and what somebody who watched every edit knows of it."""

    def __init__(self, folder, source):
        self.folder, self.source = folder, source
        self.minor = False
        self.number = 0
        self.since = {}  # edits of the source since each translation was made: "large", "small"
        self.write(
            source,
            f"Title: PAGE {source.upper()}\nSummary: {source.upper()}\n\n## Part {{#part}}\n\n{WORDS}\n",
        )

    def path(self, lang):
        return self.folder.path / lang / FILE

    def write(self, lang, text):
        self.path(lang).parent.mkdir(parents=True, exist_ok=True)
        self.path(lang).write_text(text, encoding="utf-8")

    def change(self, lang, edit):
        self.write(lang, edit(self.path(lang).read_text(encoding="utf-8")))

    def apply(self, what, lang):
        if self.path(self.source).exists():
            getattr(self, f"do_{what}")(lang)

    def do_large(self, lang):
        self.number += 1
        self.change(self.source, lambda text: f"{text}\nAnother paragraph {self.number}\n")
        self.minor_is(False)
        self.happened("large")

    def do_number(self, lang):
        self.number += 1
        self.change(self.source, lambda text: text.replace("## Part", f"## Part {self.number}", 1))
        self.happened("large")

    def do_small(self, lang):
        self.one_word()
        self.minor_is(False)

    def do_minor(self, lang):
        self.one_word()
        self.minor_is(True)

    def do_noise(self, lang):
        self.change(
            self.source,
            lambda text: text.replace("second third", "second\nthird").replace("##", "###"),
        )

    def do_write(self, lang):
        if not self.path(lang).exists():
            self.write(lang, f"Title: IN {lang.upper()}\nSummary: X\n\nText in {lang}\n")
            self.do_stamp(lang)

    def do_stamp(self, lang):
        if lang != self.source and self.path(lang).exists():
            Stamping(self.folder, self.source).stamp(f"{lang}/{FILE}")
            self.settled()
            self.since[lang] = []

    def do_settle(self, lang):
        Stamping(self.folder).stamp(f"{self.source}/{FILE}")
        self.settled()

    def do_remove(self, lang):
        self.path(lang).unlink(missing_ok=True)
        self.since.pop(lang, None)

    def do_draft(self, lang):
        if lang in self.since:
            self.change(lang, lambda text: with_field(text, "Draft", "yes"))
            self.since[lang] = None

    def one_word(self):
        words = WORDS.split()
        self.number += 1
        self.change(
            self.source,
            lambda text: text.replace(words[self.number % 12], f"{words[self.number % 12]}x", 1),
        )
        self.happened("small")

    def minor_is(self, minor):
        self.minor = minor
        self.change(
            self.source,
            lambda text: (
                with_field(without_field(text, "Minor"), "Minor", "yes")
                if minor
                else without_field(text, "Minor")
            ),
        )

    def happened(self, edit):
        self.since = {
            lang: edits if edits is None else [*edits, edit] for lang, edits in self.since.items()
        }

    def settled(self):
        """What was current because of a minor edit is current by its revision now."""
        current = [lang for lang in self.since if self.expected(lang) == "current"]
        self.since |= {lang: [] for lang in current}
        self.minor = False

    def expected(self, lang):
        """What the observer would say of the page in `lang`."""
        if not self.path(self.source).exists():
            return "orphan" if self.since.get(lang) is not None else None
        if lang == self.source:
            return "source"
        edits = self.since.get(lang)
        if edits is None:
            return "missing"
        if not edits:
            return "current"
        return "current" if self.minor and "large" not in edits else "stale"


@pytest.mark.slow
@settings(max_examples=120)
@given(st.sampled_from(LANGUAGES), edits)
def test_matrix(source, edits):
    """Whatever is edited in whatever order, every page in every language stands as it should."""
    with tempfile.TemporaryDirectory() as name:
        folder = Folder(Path(name), LANGUAGES)
        observer = Observer(folder, source)
        for what, lang in edits:
            observer.apply(what, lang)
            found = {one.lang: one.state for one in folder.standings(folder.pages())}
            expected = {lang: state for lang in LANGUAGES if (state := observer.expected(lang))}
            assert found == expected, (what, lang)


@pytest.mark.slow
@settings(max_examples=60)
@given(st.sampled_from(LANGUAGES), edits)
def test_snapshots(source, edits):
    """There is a snapshot of every revision that a translation was made from, and no other."""
    with tempfile.TemporaryDirectory() as name:
        folder = Folder(Path(name), LANGUAGES)
        observer = Observer(folder, source)
        for what, lang in [*edits, ("write", "be"), ("settle", "be")]:
            observer.apply(what, lang)
        pages = folder.pages()
        wanted = {f"{page.translated_from.revision}" for page in pages if page.translated_from}
        kept = {file.stem.partition("@")[2] for file in (folder.path / "revisions").rglob("*.txt")}
        assert kept == wanted or not observer.path(source).exists()
