"""The corpus as a content folder of this generator."""

import shutil
from pathlib import Path

from corpus import LANGUAGES, TOPICS, Entry

ROOT = Path(__file__).parent.parent
# They name pages and pictures of the real site.
ABOUT_PAGES = ("pocket.toml", "pictures.toml", "search.toml")
PAGE = (
    "Title: {title}\nSummary: {summary}\nWritten: 2026-01-01\nSources: "
    "organisation\n{more}\n{body}\n"
)


def write(entries: list[Entry], folder: Path) -> None:
    """A content folder in `folder`, with the data files of the real site and a menu of its own."""
    shutil.copytree(
        ROOT / "content" / "data", folder / "data", ignore=shutil.ignore_patterns(*ABOUT_PAGES)
    )
    (folder / "media").mkdir()
    (folder / "data" / "menu.toml").write_text(
        'main = ["news", "advice"]\nfooter = [["news"], ["advice"]]\n'
    )
    for name in ("languages.toml", "examples.toml"):
        _only_complete(folder / "data" / name)
    for lang in LANGUAGES:
        _frame(folder / lang)
    for entry in entries:
        path(entry, folder).write_text(_page(entry), encoding="utf-8")


def path(entry: Entry, folder: Path) -> Path:
    """Where `entry` is in the content folder."""
    if entry.news:
        return folder / entry.lang / "news" / f"{entry.day.isoformat()}-{entry.name}.md"
    return folder / entry.lang / "advice" / f"topic-{entry.topic:02}" / f"{entry.name}.md"


def address(entry: Entry) -> str:
    """Where the page of `entry` is on the site."""
    if entry.news:
        return f"{entry.lang}/news/{entry.day.isoformat()}-{entry.name}/"
    return f"{entry.lang}/advice/topic-{entry.topic:02}/{entry.name}/"


def _only_complete(file: Path) -> None:
    """The corpus has complete languages only; the partial one stands last, and before the first
    stands what the real site has."""
    complete = file.read_text(encoding="utf-8").partition("\n[be]\n")[2].partition("\n[ar]\n")[0]
    file.write_text(f"[be]\n{complete}\n", encoding="utf-8")


def _frame(folder: Path) -> None:
    _write(folder / "index.md", "Home", "Doors: advice | Advice\nPopular: advice\n")
    _write(folder / "404.md", "Missing", "")
    _write(folder / "search.md", "All pages", "")
    _write(folder / "news" / "index.md", "News", "")
    _write(folder / "advice" / "index.md", "Advice", "")
    for topic in range(TOPICS):
        _write(folder / "advice" / f"topic-{topic:02}" / "index.md", f"Topic {topic}", "")


def _write(file: Path, title: str, more: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(PAGE.format(title=title, summary=title, more=more, body=""), encoding="utf-8")


def _page(entry: Entry) -> str:
    more = "Topics: migration\n" if entry.news else ""
    return PAGE.format(title=entry.title, summary=entry.summary, more=more, body=entry.body)
