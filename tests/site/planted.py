"""A release that could harm somebody, planted in a copy of the example in four languages,
with pictures and links."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from tests.conftest import EXAMPLE

LANGUAGES = ("be", "ru", "en", "ar")
WORD = "zyqvxj"
NAME = "2026-10-plain"
NAMED = "2026-09-zyqvxjslug"
# Where it is missing, the picture of the kit stands for the page where it is shared.
DISCREET = "Discreet-Title: Zyqvxjdiscreet\n"
RELEASE = """Title: Zyqvxjtitle zyqvxj{lang}
Menu-Title: Zyqvxjmenu
{discreet}Summary: Zyqvxjsummary of it.
Keywords: zyqvxjkeyword
Date: {month}-05
Corrected: 2026-10-06 | Zyqvxjcorrection.
Topics: planted
Written: 2026-11-24
Sources: organisation
Contacts: hotline

Zyqvxjplace, 5 October 2026. Zyqvxjbody zyqvxj{lang}.

## Zyqvxjheading {{#zyqvxjanchor}}

> “Zyqvxjquote.”
>
> Zyqvxjspeaker

![Zyqvxjalt](../../media/zyqvxjdrawing.svg)

![Zyqvxjalt](../../media/zyqvxjphoto.png "Zyqvxjcaption")
"""
# Where other pages lead to it: by their fields, in their texts, in a heading of the manual.
LINKED = {
    "advice/01-topic/01-first.md": "In {lang} [zyqvxjlink](../../press/{name}.md#zyqvxjanchor)",
    "manual/01-words.md": "### See {lang} [zyqvxjlink](../press/{name}.md) {{#see}}",
    "questions/01-phone.md": "In {lang} nobody but [*zyqvxjlink*](../press/{name}.md) knows.",
}
KIT = """
[picture.zyqvxjkey]
file = "zyqvxjkit.png"
credit = "zyqvxjkitcredit"
licence = "CC BY-SA 4.0"
consent = "zyqvxjkitconsent"
caption = { be = "zyqvxjkit", ru = "zyqvxjkit", en = "zyqvxjkit", ar = "zyqvxjkit" }
alt = { be = "zyqvxjkit", ru = "zyqvxjkit", en = "zyqvxjkit", ar = "zyqvxjkit" }
"""


def with_ledger(content: Path) -> Path:
    """A copy of the example in `content`, with an empty ledger of addresses."""
    shutil.copytree(EXAMPLE, content)
    (content / "ledger").mkdir()
    (content / "ledger" / "addresses.txt").touch()
    return content


@dataclass(frozen=True)
class Planted:
    """The copy in `content`, and the release by its `name`."""

    content: Path
    name: str = NAME

    @classmethod
    def into(cls, content: Path, name: str = NAME) -> "Planted":
        """A copy of the example with the release, and an empty ledger of addresses."""
        made = cls(with_ledger(content), name)
        (content / "ar" / "press").mkdir(exist_ok=True)
        for lang in LANGUAGES:
            discreet = DISCREET if lang in ("be", "ru") else ""
            text = RELEASE.format(lang=lang, month=name[:7], discreet=discreet)
            made.file(lang).write_text(text, encoding="utf-8")
        made._link()
        made._pictures()
        made._data()
        return made

    def file(self, lang: str) -> Path:
        """The release in a language."""
        return self.content / lang / "press" / f"{self.name}.md"

    def say(self, *fields: str, langs: tuple[str, ...] = LANGUAGES) -> None:
        """Writes `fields` above the text in `langs`."""
        for lang in langs:
            file = self.file(lang)
            file.write_text(
                "".join(f"{line}\n" for line in fields) + file.read_text(encoding="utf-8"),
                encoding="utf-8",
            )

    def _link(self) -> None:
        for lang in ("be", "ru", "en"):
            for page, line in LINKED.items():
                file = self.content / lang / page
                text = file.read_text(encoding="utf-8").replace(
                    "Next: ", f"Next: press/{self.name}, "
                )
                file.write_text(
                    f"{text}\n\n{line.format(name=self.name, lang=lang)}\n", encoding="utf-8"
                )
            home = self.content / lang / "index.md"
            text = home.read_text(encoding="utf-8").replace(
                "Popular: ", f"Popular: press/{self.name}, "
            )
            text = text.replace("Doors: ", f"Doors: press/{self.name} | Zyqvxjdoor\n    ")
            home.write_text(text, encoding="utf-8")

    def _pictures(self) -> None:
        media, kit = self.content / "media", self.content / "kits" / self.name
        (media / "zyqvxjdrawing.svg").write_text(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><title>zyqvxj</title></svg>"
        )
        Image.linear_gradient("L").convert("RGB").resize((700, 400)).save(media / "zyqvxjphoto.png")
        kit.mkdir(parents=True)
        (kit / "kit.toml").write_text(KIT)
        Image.radial_gradient("L").convert("RGB").resize((1700, 900)).save(kit / "zyqvxjkit.png")

    def _data(self) -> None:
        data = self.content / "data"
        (data / "pictures.toml").write_text(
            '["media/zyqvxjphoto.png"]\ncredit = "zyqvxjphotographer"\n'
        )
        names = "".join(f'{lang} = "Topic"\n' for lang in LANGUAGES)
        with (data / "topics.toml").open("a") as file:
            file.write(f"\n[planted]\n{names}")
