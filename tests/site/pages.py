"""A built site as tests ask about it: files, pages parsed once, the sitemap,
and what a reader sees."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from urllib.parse import unquote, urljoin
from xml.etree import ElementTree as ET

import html5lib

from tests.full import FULL
from tests.once import Once
from tests.site.forked import run_forked

MAIN = Path(__file__).parents[2]
COMPILED = "COMPILED_TEMPLATES"  # the environment variable that says where they are kept
SHARED = "SHARED_BY_A_RUN"  # that of the folder that all workers of a run have
# Builds of the example where others begin: the settings' file, SITEURL and DEMO of each.
BEGUN = {
    ("pelicanconf.py", "", ""): "example",
    ("publishconf.py", "https://example.org", ""): "example-published",
    ("publishconf.py", "https://example.org", "1"): "example-demonstration",
}
LEFT = ("output", ".output.build", "cache")  # what a build leaves
NEARLY = "en/advice/01-topic/01-first.md"  # a page that only the example and its copies have
LOCAL = "http://127.0.0.1:8000"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
NOT_READ = {"script", "style", "template"}


def pelican(
    content: Path,
    folder: Path,
    settings: str = "pelicanconf.py",
    site_url: str = "",
    cold: bool = False,
    **environment: str,
) -> subprocess.CompletedProcess:
    """Runs Pelican as an editor does, from `content` into `folder`/output, in a fork of a process
    that has imported it; `site_url` replaces SITEURL.

    The first build in a folder begins where one of the example ended, if it is not to be `cold`.
    """
    if not (cold or site_url):
        begin(content, folder, settings, environment)
    inherited = {
        name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "SITEURL")
    }
    extra = {"CACHE_PATH": str(folder / "cache")} | ({"SITEURL": site_url} if site_url else {})
    extra |= {name: environment.pop(name) for name in ("CLOCK",) if name in environment}
    arguments = [str(content), "-o", str(folder / "output"), "-s", settings]
    arguments += ["-e", *(f"{name}={json.dumps(value)}" for name, value in extra.items())]
    share_templates(folder / "cache")
    return run_forked(arguments, MAIN, inherited | environment)


def begin(content: Path, folder: Path, settings: str, environment: dict[str, str]) -> None:
    """Lay what a build of the example left into `folder`, where `content` is nearly the example and
    nothing was built there: the build that follows does only what differs.

    The full run does not: there each build is from nothing.
    """
    asked = settings, environment.get("SITEURL", ""), environment.get("DEMO", "")
    nothing = not any((folder / part).exists() for part in LEFT)
    if nothing and asked in BEGUN and (content / NEARLY).is_file() and not FULL:
        source = Once(Path(os.environ[SHARED])).folder(BEGUN[asked], partial(build_example, *asked))
        for part in LEFT:
            shutil.copytree(source / part, folder / part, symlinks=True)


def build_example(settings: str, address: str, demo: str, folder: Path) -> None:
    """Build the example into `folder`, from nothing."""
    public = {"SITEURL": address, "DEMO": demo} if address else {}
    done = pelican(MAIN / "tests" / "example", folder, settings, cold=True, **public)
    assert done.returncode == 0, done.stdout + done.stderr


def share_templates(cache: Path) -> None:
    """Compiled templates are the same in all builds of a run,
    in which no test changes the theme itself.

    Jinja writes each in one step, and checks it against its source.
    """
    templates = cache / "templates"
    if COMPILED in os.environ and not templates.exists():
        cache.mkdir(parents=True, exist_ok=True)
        templates.symlink_to(os.environ[COMPILED])


def build(content: Path, folder: Path, site_url: str = "") -> "Output":
    """The site of `content`, built into `folder`; fails with what Pelican said when it cannot be
    built."""
    done = pelican(content, folder, site_url=site_url)
    assert done.returncode == 0, done.stdout + done.stderr
    return Output(folder / "output", site_url or LOCAL)


TYPED = str.maketrans({"\u00a0": " ", "\u2011": "-"})


def as_typed(text: str) -> str:
    """`text` with the spaces and hyphens that authors type, where the build has bound words
    together (tests/export/test_typography.py asks where)."""
    return text.translate(TYPED)


def visible(element: ET.Element, lang: str = "") -> Iterator[tuple[str, str]]:
    """Pairs of a text a reader sees and the language it is marked with, in reading order."""
    lang = element.get("lang") or lang
    if element.tag in NOT_READ or not isinstance(element.tag, str):
        return
    if element.text and element.text.strip():
        yield element.text.strip(), lang
    for child in element:
        yield from visible(child, lang)
        if child.tail and child.tail.strip():
            yield child.tail.strip(), lang


@dataclass
class Page:
    """An HTML file: its name in the output folder, its text, and its tree (html5lib,
    without namespaces)."""

    name: str
    text: str

    @cached_property
    def _parser(self) -> html5lib.HTMLParser:
        return html5lib.HTMLParser(namespaceHTMLElements=False)

    @cached_property
    def root(self) -> ET.Element:
        return self._parser.parse(self.text)

    @property
    def errors(self) -> list:
        """What is not valid HTML, as html5lib found it."""
        self.root  # noqa: B018 - parsing finds the errors
        return self._parser.errors

    @property
    def url(self) -> str:
        """The address below the root of the site."""
        return self.name.removesuffix("index.html")

    @property
    def lang(self) -> str:
        return self.root.get("lang")

    @property
    def kind(self) -> str:
        """The kind of page, from the class of its body."""
        return self.one("body").get("class").partition("page--")[2]

    def all(self, path: str) -> list[ET.Element]:
        """Every element at `path`, an ElementTree path below the root:
        `a[@href]`, `link[@rel='canonical']`."""
        return self.root.findall(f".//{path}")

    def one(self, path: str) -> ET.Element:
        """The only element at `path`."""
        (found,) = self.all(path)
        return found

    def of_class(self, name: str) -> list[ET.Element]:
        """Every element that has the class `name`."""
        return [
            element for element in self.all("*[@class]") if name in element.get("class").split()
        ]

    def words(self, element: ET.Element) -> str:
        """The text of `element`, in one line."""
        return " ".join("".join(element.itertext()).split())

    @cached_property
    def ids(self) -> list[str]:
        return [element.get("id") for element in self.all("*[@id]")]

    @cached_property
    def alternates(self) -> list[tuple[str, str]]:
        """`hreflang` and address of each alternate announced in the head."""
        links = self.all("head/link[@rel='alternate']")
        return [(link.get("hreflang"), link.get("href")) for link in links if link.get("hreflang")]

    @cached_property
    def things(self) -> list[dict]:
        """What the page tells machines about itself (JSON-LD), thing by thing."""
        scripts = self.all("script[@type='application/ld+json']")
        return [thing for script in scripts for thing in json.loads(script.text)["@graph"]]


@dataclass
class Output:
    """An output folder; `site_url` is the address it was built for, without a slash at its end."""

    folder: Path
    site_url: str = LOCAL

    @cached_property
    def names(self) -> set[str]:
        """Every file, relative to the folder."""
        return {
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob("*")
            if path.is_file()
        }

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every page by name; what is to be saved and opened elsewhere is none,
        nor is an old address that only leads on."""
        names = sorted(
            name
            for name in self.names
            if name.endswith(".html") and not name.startswith("offline/")
        )
        texts = {name: as_typed(self.read(name)) for name in names}
        return {
            name: Page(name, text)
            for name, text in texts.items()
            if 'http-equiv="refresh"' not in text
        }

    @property
    def for_readers(self) -> list[Page]:
        """Every page but the style guide, which is for those who build the site."""
        return [page for page in self.pages.values() if page.kind != "style-guide"]

    def page(self, url: str) -> Page:
        """The page at `url`, relative to the root of the site."""
        return self.pages[url if url.endswith(".html") else f"{url}index.html"]

    @cached_property
    def sitemap(self) -> dict[str, list[tuple[str, str]]]:
        """The alternates (`hreflang`, address) of each address in the sitemap."""
        entries = ET.fromstring(self.read("sitemap.xml")).iter(f"{SITEMAP}url")
        return {
            entry.findtext(f"{SITEMAP}loc"): [
                (a.get("hreflang"), a.get("href")) for a in entry.iter(f"{XHTML}link")
            ]
            for entry in entries
        }

    def target(self, page: Page, href: str) -> tuple[str, str]:
        """The file (or "" outside the site) and the anchor that `href` on `page` leads to."""
        address, _, anchor = urljoin(f"{self.site_url}/{page.url}", href).partition("#")
        if not address.startswith(f"{self.site_url}/"):
            return "", anchor
        path = unquote(re.sub(r"\?.*", "", address).removeprefix(f"{self.site_url}/"))
        return (f"{path}index.html" if path == "" or path.endswith("/") else path), unquote(anchor)
