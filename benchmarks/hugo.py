"""The same site for Hugo: alternates, lists by page, year, month and topic, feeds, sitemap, and our
frame around each page. Its templates are in `hugo_site`; what is the same on many pages is made
once there too (`partialCached`).
"""

import json
import shutil
import tomllib
from pathlib import Path

from corpus import LANGUAGES, TOPICS, Entry

HERE = Path(__file__).parent
DATA = HERE.parent / "content" / "data"
NAMES = {"be": "Беларуская", "ru": "Русский", "en": "English"}
REGIONS = {"be": "be_BY", "ru": "ru_RU", "en": "en_GB"}
MIGRATION = {"be": "Бяспечная міграцыя", "ru": "Безопасная миграция", "en": "Safe migration"}
EXIT = "https://example.org/"
RECORD: dict[str, object] = {"reviewed": "2026-01-01", "sources": ["organisation"]}
WITH_FEEDS = {"outputs": ["html", "rss", "jsonfeed"]}
CONFIG = {
    "baseURL": "https://example.org/",
    "title": "La Strada Belarus",
    "defaultContentLanguage": "be",
    "defaultContentLanguageInSubdir": True,
    "enableRobotsTXT": True,
    "pagination": {"pagerSize": 6, "disableAliases": True},
    "outputFormats": {
        "rss": {"mediaType": "application/rss+xml", "baseName": "feed"},
        "jsonfeed": {"mediaType": "application/json", "baseName": "feed"},
    },
    "outputs": {"home": ["html"], "section": ["html"], "page": ["html"], "term": ["html"]},
    "taxonomies": {"year": "years", "month": "months", "topic": "topics"},
    "disableKinds": ["taxonomy"],
    "markup": {"goldmark": {"parser": {"attribute": {"block": True}}}},
    "languages": {
        lang: {
            "contentDir": f"content/{lang}",
            "weight": weight,
            "label": NAMES[lang],
            "params": {"region": REGIONS[lang], "exit": EXIT},
        }
        for weight, lang in enumerate(LANGUAGES, 1)
    },
}


def write(entries: list[Entry], folder: Path) -> None:
    """The site in `folder`, ready for `hugo -s folder`."""
    shutil.copytree(HERE / "hugo_site", folder, dirs_exist_ok=True)
    (folder / "hugo.json").write_text(json.dumps(CONFIG))
    (folder / "data").mkdir()
    (folder / "data" / "site.json").write_text(
        json.dumps(_data(), ensure_ascii=False), encoding="utf-8"
    )
    for lang in LANGUAGES:
        content = folder / "content" / lang
        _section(content, "Home")
        _section(content / "news", "News", WITH_FEEDS)
        _section(content / "topics" / "migration", MIGRATION[lang], WITH_FEEDS)
        _section(content / "advice", "Advice")
        for topic in range(TOPICS):
            _section(content / "advice" / f"topic-{topic:02}", f"Topic {topic}")
    for entry in entries:
        path(entry, folder).write_text(_page(entry), encoding="utf-8")


def path(entry: Entry, folder: Path) -> Path:
    """Where `entry` is in Hugo's content."""
    place = "news" if entry.news else f"advice/topic-{entry.topic:02}"
    return folder / "content" / entry.lang / place / f"{entry.name}.md"


def _data() -> dict[str, object]:
    """What both sites say of contacts and sources."""
    files = {
        name: tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))
        for name in ("contacts", "sources")
    }
    contacts = {key: files["contacts"]["contact"][key] for key in ("hotline", "office")}
    kept = {
        key: {name: one[name] for name in ("number", "dial", "name")}
        for key, one in contacts.items()
    }
    organisation = files["sources"]["organisation"]
    sources = {
        "organisation": {"name": organisation["name"], "publisher": organisation["publisher"]}
    }
    return {
        "contacts": kept,
        "sources": sources,
        "street": dict.fromkeys(LANGUAGES, "Timyryazeva str. 65-314"),
    }


def _section(folder: Path, title: str, more: dict[str, list[str]] | None = None) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    head = {"title": title} | RECORD | (more or {})
    (folder / "_index.md").write_text(json.dumps(head, ensure_ascii=False) + "\n", encoding="utf-8")


def _page(entry: Entry) -> str:
    head: dict[str, object] = {
        "title": entry.title,
        "description": entry.summary,
        "date": entry.day.isoformat(),
    }
    if entry.news:
        head |= {
            "years": [f"{entry.day:%Y}"],
            "months": [f"{entry.day:%Y-%m}"],
            "topics": ["migration"],
        }
    return json.dumps(head | RECORD, ensure_ascii=False) + "\n\n" + entry.body + "\n"
