"""`make stamp`: a translation says what it was made from, and an editor's `Minor:
yes` is settled."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.features.translations.alphabets import in_a_named_language, in_other_letters
from plugins.features.translations.change import compare
from plugins.features.translations.fields import with_field, without_field
from plugins.features.translations.pages import Folder, said
from plugins.features.translations.short_words import untranslated
from plugins.features.translations.snapshot import Snapshots
from plugins.features.translations.standing import source_of
from plugins.model.address import key_of
from plugins.model.document import UNFINISHED, Document, Origin
from plugins.model.message import Message
from plugins.model.user_error import UserError
from plugins.reading.front_matter import split
from plugins.reading.revision import passages


class StampError(UserError):
    """A file that cannot be stamped."""


@dataclass(frozen=True)
class Stamping:
    """The content folder, and the language named as the source (empty:
    the one recorded, or the page's source)."""

    folder: Folder
    source: str = ""
    seen: bool = False  # somebody has seen what changed in the source since the draft began

    def stamp(self, file: str) -> list[Message]:
        """Marks `file` (relative to the content folder) as current and says what was done.

        Raises StampError when there is nothing it could be current against, or when parts are not
        translated yet.
        """
        pages = self._of_the_key_of(file)
        page = next(page for page in pages.values() if page.file == file)
        origin = self._origin(page, pages)
        done = (
            [] if origin is None else [*self._turn(page, origin, pages), self._record(page, origin)]
        )
        return [*done, *self._settle(self._of_the_key_of(file), page.key)] or [self._nothing(page)]

    def _of_the_key_of(self, file: str) -> dict[str, Document]:
        pages = self.folder.pages(key_of(file) or file)
        if file not in {page.file for page in pages}:
            raise StampError(
                Message("%(file)s is no page of this folder.", file=file),
                Message("Name a file such as content/ru/about/index.md."),
            )
        return {page.lang: page for page in pages}

    def _origin(self, page: Document, pages: dict[str, Document]) -> Document | None:
        """The page that `page` is translated from; None when it is the source itself."""
        source = source_of(pages)
        lang = self.source or (
            page.translated_from.lang if page.translated_from else source.lang if source else ""
        )
        if lang == page.lang and not self.source:
            return None
        if lang not in pages or lang == page.lang:
            what = (
                Message("%(file)s has no source in %(lang)r.", file=page.file, lang=lang)
                if lang
                else Message("%(file)s has no source in any language.", file=page.file)
            )
            raise StampError(
                what,
                Message(
                    "Name the language it was translated from: FROM=%(names)s.",
                    names=" or FROM=".join(pages),
                ),
            )
        return pages[lang]

    def _turn(
        self, page: Document, source: Document, pages: dict[str, Document]
    ) -> Iterator[Message]:
        """Where the source was itself translated from `page`, the two change places."""
        above = source
        while above.translated_from and above.translated_from.lang != page.lang:
            above = pages.get(above.translated_from.lang, page)
        if source.translated_from and above.translated_from:
            self._write(source, without_field(self._read(source), "Translated-From"))
            yield Message("%(file)s: the source from now on", file=source.file)

    def _record(self, page: Document, source: Document) -> Message:
        self._require_seen(page, source)
        self._require_translated(page, source)
        self._require_own_letters(page)
        self._require_short_words(page, source)
        origin = Origin(source.lang, source.revision)
        self._change(page, origin, draft=False)
        return Message(
            "%(file)s: current, translated from %(lang)s@%(revision)s",
            file=page.file,
            lang=origin.lang,
            revision=origin.revision,
        )

    def _require_seen(self, page: Document, source: Document) -> None:
        """A draft was begun from the text that its source still has, or somebody knows better."""
        begun = page.translated_from
        if self.seen or not (page.draft == UNFINISHED and begun and begun.lang == source.lang):
            return
        if begun.revision != source.revision:
            then = Snapshots(self.folder.path).get(page.key, begun)
            change = compare(then, said(self.folder.path, source)) if then else None
            headings = (
                tuple(f"#{one.anchor}" for one in change.headings if one.anchor) if change else ()
            )
            what = Message("%(file)s has changed since the draft was begun: %(headings)s.",
                           file=source.file, headings=headings or ("?",))  # fmt: skip
            raise StampError(
                what, Message("Bring the draft up to date, then `make stamp FILE=… SEEN=1`.")
            )

    def _require_own_letters(self, page: Document) -> None:
        named = self._lines_in_a_named_language(page)
        found = in_other_letters(page.lang, said(self.folder.path, page))
        strange = [block for block in found if block.line not in named]
        if strange:
            lines = ", ".join(str(block.line) for block in strange)
            what = Message(
                "%(file)s: line %(lines)s is hardly in the language of the page.",
                file=page.file,
                lines=lines,
            )
            raise StampError(what, Message("Translate them first."))

    def _require_short_words(self, page: Document, source: Document) -> None:
        """Titles are translated, or somebody has seen that they are names."""
        text = split(self._read(page).removeprefix("\ufeff"))[1]
        left = () if self.seen else tuple(untranslated(page, source, text))
        if left:
            what = Message(
                "%(file)s: line %(lines)s is not translated.",
                file=page.file,
                lines=", ".join(map(str, left)),
            )
            fix = Message("Translate it; where it is a name, `make stamp FILE=… SEEN=1`.")
            raise StampError(what, fix)

    def _lines_in_a_named_language(self, page: Document) -> frozenset[int]:
        raw = (self.folder.path / page.file).read_text(encoding="utf-8-sig")
        return in_a_named_language(raw)

    def _require_translated(self, page: Document, source: Document) -> None:
        original = {checksum for checksum, _ in passages(said(self.folder.path, source))}
        named = self._lines_in_a_named_language(page)
        left = [
            line
            for checksum, line in passages(said(self.folder.path, page))
            if checksum in original and line not in named
        ]
        if left:
            lines = ", ".join(str(line) for line in left)
            what = Message(
                "%(file)s: line %(lines)s still has the words of %(source)s.",
                file=page.file,
                lines=lines,
                source=source.file,
            )
            raise StampError(what, Message("Translate them first."))

    def _settle(self, pages: dict[str, Document], key: str) -> Iterator[Message]:
        """Translations that a minor edit left current record the new revision;
        forgotten snapshots go."""
        for found in self.folder.standings(list(pages.values())):
            if (
                found.state == "current"
                and found.document.translated_from.revision != found.source.revision
            ):
                origin = Origin(found.source.lang, found.source.revision)
                self._change(found.document, origin)
                yield (
                    Message(
                        "%(file)s: still current after a minor edit, %(lang)s@%(revision)s",
                        file=found.document.file,
                        lang=origin.lang,
                        revision=origin.revision,
                    )
                )
        for page in pages.values():
            if page.minor:
                self._write(page, without_field(self._read(page), "Minor"))
                yield Message(
                    "%(file)s: the line `Minor: yes` has done its work and is gone", file=page.file
                )
        again = self._of_the_key_of(next(iter(pages.values())).file).values()
        Snapshots(self.folder.path).keep_only(
            key, {page.translated_from for page in again if page.translated_from}
        )

    def _change(self, page: Document, origin: Origin, draft: bool = True) -> None:
        source = next(one for one in self.folder.pages(page.key) if one.lang == origin.lang)
        Snapshots(self.folder.path).put(page.key, origin, said(self.folder.path, source))
        text = with_field(self._read(page), "Translated-From", f"{origin.lang}@{origin.revision}")
        if page.draft == UNFINISHED and not draft:
            text = without_field(without_field(text, "Draft"), "Terms")
        self._write(page, text)

    def _nothing(self, page: Document) -> Message:
        return Message("%(file)s: this is the source; there is nothing to record", file=page.file)

    def _read(self, page: Document) -> str:
        return (self.folder.path / page.file).read_bytes().decode("utf-8")

    def _write(self, page: Document, text: str) -> None:
        (self.folder.path / page.file).write_bytes(text.encode("utf-8"))
