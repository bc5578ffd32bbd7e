"""This search against Pagefind and against a whole lunr index, on the same pages:
bytes, requests, time to build and ask.

    .venv/bin/python benchmarks/search.py [be ru en] [--pages 300]

Needs `pagefind[bin]` from PyPI beside this interpreter and Chromium. Bytes are in brotli, as a
visitor with an empty cache downloads them until the first ten results stand there; "further" is the
median of the queries after it. Time is in Chromium with a processor six times slower, over
loopback, from the first call to the ten results.
"""

import argparse
import json
import random
import statistics as figures
import subprocess
import sys
import tempfile
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import brotli
from lexicon import lexicon
from lunr.builder import Builder
from playwright.sync_api import sync_playwright
from search_corpus import made, parts, words_of, write

from plugins.features.search.fields import FIELDS, K1, B
from plugins.features.search.stemmer import read_stemmer
from tests.browser.find_browsers import CHROMIUM, OPTIONS

QUERIES, SEED, OWN_PARTS = 40, 7, 450
PAGE = (
    "<html lang={lang}><title>{title}</title><main "
    "data-pagefind-body><h1>{title}</h1>{content}</main></html>"
)
OURS = """async ([script, table, lang, query]) => {
  const { createFinder } = await import(script);
  const read = async (name) => (await fetch("/search/" + name)).text();
  window.finder ??= createFinder({ lang, table, read });
  const start = performance.now();
  const found = await window.finder.show((await window.finder.ask(query)).results.slice(0, 10));
  return [performance.now() - start, found.length];
}"""
PAGEFIND = """async ([query]) => {
  const start = performance.now();
  window.pagefind ??= await import("/pagefind/pagefind.js");
  const { results } = await window.pagefind.search(query);
  await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return [performance.now() - start, results.length];
}"""


class Quiet(SimpleHTTPRequestHandler):
    """A server that says nothing."""

    def log_message(self, *_):
        """Nothing."""


def build_ours(folder, lang, documents):
    write(folder, {lang: documents})


def build_pagefind(folder, lang, documents):
    for document in documents:
        file = folder / document.url / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            PAGE.format(lang=lang, title=document.title, content=document.content), encoding="utf-8"
        )
    subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", str(folder)], capture_output=True, check=True
    )


def build_lunr(folder, lang, documents):
    """One file that every visitor downloads whole."""
    builder, stemmer = Builder(), read_stemmer(lang)
    builder.ref("id")
    builder.k1(K1)
    builder.b(B)
    for name, field in FIELDS.items():
        builder.field(name, boost=field.boost)
    for document in documents:
        builder.add(
            {
                "id": document.url,
                **{name: stemmer.terms(field.text(document)) for name, field in FIELDS.items()},
            }
        )
    (folder / "lunr.json").write_text(
        json.dumps(builder.build().serialize(), ensure_ascii=False), encoding="utf-8"
    )


def ask(browser, folder, script, queries):
    """Bytes and requests of the first query, median bytes and milliseconds of the others,
    milliseconds of the first."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    tab = browser.new_context(base_url=f"http://127.0.0.1:{server.server_address[1]}").new_page()
    asked = []
    tab.goto("/robots.txt")
    tab.context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": 6})
    tab.on("request", lambda request: asked.append(request.url.split("/", 3)[3]))
    rows = []
    for query in queries:
        before = len(asked)
        spent, _ = tab.evaluate(script, query)
        names = {name.partition("?")[0] for name in asked[before:]}
        rows.append((sum(size(folder / name) for name in names), len(asked) - before, spent))
    server.shutdown()
    (weight, requests, spent), *others = rows
    later, _, spent_later = (figures.median(column) for column in zip(*others, strict=True))
    return weight, requests, later, spent, spent_later


def size(file):
    data = file.read_bytes() if file.is_file() else b""
    return min(len(data), len(brotli.compress(data)))


def timed(build, lang, documents, folder):
    (folder / "robots.txt").write_text("")
    start = time.perf_counter()
    build(folder, lang, documents)
    return time.perf_counter() - start


def measure(lang, pages, browser):
    words = lexicon(lang)
    documents = parts(lang, pages, SEED) if pages <= OWN_PARTS else made(lang, words, pages, SEED)
    chance = random.Random(SEED)
    texts = [
        chance.choice(sorted(word for word in words_of(document, lang) if len(word) > 4))
        for document in chance.choices(documents, k=QUERIES)
    ]
    with tempfile.TemporaryDirectory() as place:
        folders = [Path(place, name) for name in ("ours", "pagefind", "lunr")]
        for folder in folders:
            folder.mkdir()
        spent = [
            timed(build, lang, documents, folder)
            for build, folder in zip((build_ours, build_pagefind, build_lunr), folders, strict=True)
        ]
        script, table = files_of_ours(folders[0])
        ours = ask(browser, folders[0], OURS, [[script, table, lang, text] for text in texts])
        theirs = ask(browser, folders[1], PAGEFIND, [[text] for text in texts])
        whole = size(folders[2] / "lunr.json")
    show(lang, pages, "this search", spent[0], ours)
    show(lang, pages, "Pagefind", spent[1], theirs)
    print(
        f"| {lang} {pages} | whole lunr | {spent[2]:.1f} s | {whole / 1000:.1f} KB | 1 | 0 KB | | |"
    )


def files_of_ours(folder):
    """The address of the script in `folder`, and the name of the table of endings."""
    script = next(folder.glob("theme/search.*.js")).relative_to(folder)
    table = next(folder.glob("search/*/table-*")).relative_to(folder / "search")
    return f"/{script.as_posix()}", table.as_posix()


def show(lang, pages, name, seconds, found):
    """Print a row of the table."""
    weight, requests, later, spent, spent_later = found
    cells = (f"{lang} {pages}", name, f"{seconds:.1f} s", f"{weight / 1000:.1f} KB", requests)
    times = (f"{later / 1000:.1f} KB", f"{spent:.0f} ms", f"{spent_later:.0f} ms")
    print(f"| {' | '.join(map(str, (*cells, *times)))} |", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("languages", nargs="*", default=["be", "ru", "en"])
    parser.add_argument("--pages", type=int, default=300)
    chosen = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM.find(), args=OPTIONS)
        for lang in chosen.languages:
            measure(lang, chosen.pages, browser)


if __name__ == "__main__":
    main()
