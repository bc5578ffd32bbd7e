"""The same site for Hugo: alternates, paginated lists, by year, month and topic too, feeds, sitemap, the same frame."""

import json
from pathlib import Path

from corpus import LANGUAGES, TOPICS, Entry

CONFIG = {
    "baseURL": "https://example.org/",
    "title": "Benchmark",
    "defaultContentLanguage": "be",
    "defaultContentLanguageInSubdir": True,
    "enableRobotsTXT": True,
    "pagination": {"pagerSize": 6},
    "outputs": {"home": ["html", "rss"], "section": ["html", "rss"], "page": ["html"], "term": ["html"]},
    "taxonomies": {"year": "years", "month": "months", "topic": "topics"},
    "disableKinds": ["taxonomy"],
    "markup": {"goldmark": {"parser": {"attribute": {"block": True}}}},
    "languages": {lang: {"contentDir": f"content/{lang}", "weight": i} for i, lang in enumerate(LANGUAGES, 1)},
}

BASE = """<!doctype html>
<html lang="{{ .Language.Lang }}"><head><meta charset="utf-8"><title>{{ .Title }} · {{ site.Title }}</title>
<meta name="description" content="{{ .Description }}"><link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">{{ end }}
{{ range .AlternativeOutputFormats }}<link rel="alternate" type="{{ .MediaType.Type }}" href="{{ .Permalink }}">{{ end }}
<meta property="og:title" content="{{ .Title }}"><meta property="og:url" content="{{ .Permalink }}">
<script type="application/ld+json">{{ dict "@type" "Article" "headline" .Title "url" .Permalink | jsonify | safeJS }}</script>
<link rel="stylesheet" href="/main.css"></head><body>
<aside><a href="tel:113">113</a></aside>
<header><a href="{{ site.Home.RelPermalink }}">{{ site.Title }}</a>
<nav>{{ partialCached "menu.html" . .Language.Lang }}</nav>
<nav><ul>{{ range .AllTranslations }}<li><a hreflang="{{ .Language.Lang }}" href="{{ .RelPermalink }}">
{{- .Language.Lang }}</a></li>{{ end }}</ul></nav></header>
<main>{{ block "main" . }}{{ end }}</main>
<footer>{{ partialCached "menu.html" . .Language.Lang }}</footer>
</body></html>
"""
MENU = """<ul>{{ range site.Home.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>"""
SINGLE = """{{ define "main" }}<article><nav><ol>{{ range .Ancestors.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ol></nav>
<h1>{{ .Title }}</h1>{{ with .Date }}<time>{{ time.Format ":date_long" . }}</time>{{ end }}<p>{{ .Description }}</p>{{ .Content }}</article>{{ end }}
"""
LIST = """{{ define "main" }}<h1>{{ .Title }}</h1>{{ $p := .Paginate .RegularPages }}{{ range $p.Pages }}<article><time>{{ time.Format ":date_long" .Date }}</time>
<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Description }}</p></article>{{ end }}
{{ with $p.Prev }}<a href="{{ .URL }}">Newer</a>{{ end }}{{ with $p.Next }}<a href="{{ .URL }}">Older</a>{{ end }}{{ end }}
"""


def write(entries: list[Entry], folder: Path) -> None:
    """The site in `folder`, ready for `hugo -s folder`."""
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (folder / "layouts" / "partials").mkdir()
    (folder / "layouts" / "partials" / "menu.html").write_text(MENU)
    (folder / "hugo.json").write_text(json.dumps(CONFIG))
    (layouts / "baseof.html").write_text(BASE)
    (layouts / "single.html").write_text(SINGLE)
    (layouts / "list.html").write_text(LIST)
    for lang in LANGUAGES:
        _section(folder / "content" / lang / "news", "News")
        for topic in range(TOPICS):
            _section(folder / "content" / lang / "advice" / f"topic-{topic:02}", f"Topic {topic}")
        _section(folder / "content" / lang / "advice", "Advice")
    for entry in entries:
        path(entry, folder).write_text(_page(entry), encoding="utf-8")


def path(entry: Entry, folder: Path) -> Path:
    """Where `entry` is in Hugo's content."""
    place = "news" if entry.news else f"advice/topic-{entry.topic:02}"
    return folder / "content" / entry.lang / place / f"{entry.name}.md"


def _section(folder: Path, title: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "_index.md").write_text(f"---\ntitle: {title}\n---\n")


def _page(entry: Entry) -> str:
    head: dict[str, object] = {"title": entry.title, "description": entry.summary, "date": entry.day.isoformat()}
    if entry.news:
        head |= {"years": [f"{entry.day:%Y}"], "months": [f"{entry.day:%Y-%m}"], "topics": ["migration"]}
    return json.dumps(head, ensure_ascii=False) + "\n\n" + entry.body + "\n"
