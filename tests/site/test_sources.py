"""Whatever a file is made from, a change to it reaches the file:
the site is the same as one built from nothing.

In the ordinary run a sample of the sources is changed; all of them with FULL=1 (`make test
FULL=1`).
"""

import os
import shutil
import subprocess
import sys

import pytest
from PIL import Image

from tests.conftest import EXAMPLE, MAIN
from tests.full import sample
from tests.site.sources import change, every_source
from tests.site.workplace import Workplace, apart

LANGUAGES = ("be", "ru", "en")
SAMPLE = (
    "theme/templates/components/contact-card.html",
    "theme/templates/components/fact.html",
    "theme/templates/components/picture.html",
    "theme/templates/editions/release.txt",
    "theme/static/css/tokens.css",
    "content/data/contacts.toml",
    "content/data/languages.toml",
    "translations/ru/LC_MESSAGES/messages.po",
)
CODE = {
    "plugins/export/plain_text.py": (
        "WIDTH = 78",
        "WIDTH = 78\nMARKED = '- '",
        'else "- "',
        'else "* "',
    ),
    "plugins/features/manual/epub.py": (
        'version="1.0" encoding="UTF-8"',
        'version="1.0" encoding="utf-8"',
    ),
    "plugins/features/facts/files.py": ("indent=1", "indent=2"),
    "plugins/features/materials/sheet.py": ("border=2", "border=4"),
    "plugins/images/develop.py": ('"quality": 78', '"quality": 60'),
    "plugins/features/seo/sitemap.py": ("<lastmod>", "<lastmod >"),
    "plugins/rendering/formats.py": ("locale=_locale(formats)", "locale='en'"),
    "plugins/data/entries.py": ('"more-than"', '"more-than", "less-than"'),
}
PAGE = "Title: {title}\nSummary: {title}.\nWritten: 2026-11-24\nSources: organisation\n\nText {title}.\n"
FACTS = """
[group.years]
name.be = "Гады"
name.ru = "Годы"
name.en = "Years"
name.ar = "Years"

[fact.one]
group = "years"
value = "2013"
unit = "date"
source = "law"
what.be = "Год"
what.ru = "Год"
what.en = "A year"
what.ar = "A year"
"""
KIT = '[picture.road]\nfile = "road.png"\ncredit = "C"\nlicence = "L"\nconsent = "Nobody"\n'


def enrich(place):
    """The example, with everything that the build can make a file of."""
    for lang in LANGUAGES:
        for name in ("press/facts-and-figures", "about/write", "press/write"):
            (place.content / lang / f"{name}.md").write_text(
                PAGE.format(title=f"{lang} {name}"), encoding="utf-8"
            )
        news = place.content / lang / "news" / "2026-11-07-seven.md"
        news.write_text(
            f"{news.read_text(encoding='utf-8')}\n![Road](../../media/photo.jpg)\n",
            encoding="utf-8",
        )
    data, kit = place.content / "data", place.content / "kits" / "2026-06-summer"
    (data / "facts.toml").write_text(FACTS, encoding="utf-8")
    shutil.copy(MAIN / "content" / "data" / "security.toml", data)
    words, _, _ = (
        (MAIN / "content" / "data" / "search.toml")
        .read_text(encoding="utf-8")
        .partition("\n[rules.")
    )
    (data / "search.toml").write_text(
        words, encoding="utf-8"
    )  # its rules lead to pages of the real site
    (data / "pictures.toml").write_text('["media/photo.jpg"]\ncredit = "V"\n', encoding="utf-8")
    kit.mkdir(parents=True)
    words = "".join(
        f'{name}.{lang} = "{name}"\n' for name in ("caption", "alt") for lang in LANGUAGES
    )
    (kit / "kit.toml").write_text(KIT + words, encoding="utf-8")
    for file in (kit / "road.png", place.content / "media" / "photo.jpg"):
        Image.new("RGB", (40, 30), "teal").save(file)


def sources():
    theme = [
        path.relative_to(MAIN).as_posix()
        for path in sorted((MAIN / "theme").rglob("*.*"))
        if path.is_file()
    ]
    data = {f"content/data/{path.name}" for path in (EXAMPLE / "data").glob("*.toml")}
    data |= {f"content/data/{name}.toml" for name in ("facts", "security", "search", "pictures")}
    catalogues = [
        path.relative_to(MAIN).as_posix() for path in sorted((MAIN / "translations").rglob("*.po"))
    ]
    return [*theme, *sorted(data), *catalogues]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A workplace in which one source after the other is changed."""
    found = Workplace.of(EXAMPLE, tmp_path_factory.mktemp("sources"))
    enrich(found)
    assert found.build() == 0, (found.folder / "said").read_text()
    return found


def test_every_source_is_changed(place):
    """No template, asset, data file or catalogue is left out of the full run."""
    assert sorted(sources()) == every_source(place.folder)


@pytest.mark.parametrize("source", sample(sources(), SAMPLE))
def test_source(place, source):
    """A changed source reaches every file that is made from it."""
    change(place.folder / source)
    assert place.build() == 0, (place.folder / "said").read_text()
    assert place.build_from_nothing("cold") == 0
    different = apart(place.site(), place.site("cold"))
    for name in ("cold", "cache-of-cold", ".cold.build"):
        shutil.rmtree(place.folder / name, ignore_errors=True)
    assert different == set()


@pytest.fixture(scope="module")
def workshop(tmp_path_factory):
    """A workplace with a copy of the code, so that code can be changed too."""
    found = Workplace.of(EXAMPLE, tmp_path_factory.mktemp("code"))
    enrich(found)
    for name in ("plugins", "contact"):
        shutil.copytree(
            MAIN / name, found.folder / name, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(MAIN / "pelicanconf.py", found.folder)
    run(found.folder)
    return found


def run(folder, output="output", cache="cache"):
    """Builds with the code in `folder`."""
    command = [
        sys.executable,
        "-m",
        "pelican",
        "content",
        "-o",
        output,
        "-s",
        "pelicanconf.py",
        "-e",
    ]
    command += [f'CACHE_PATH="{folder / cache}"']
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd=folder, env=clean, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("module", sample(CODE, list(CODE)[2:3]))
def test_code(workshop, module):
    """Code that was changed makes everything it makes anew."""
    file = workshop.folder / module
    text = file.read_text(encoding="utf-8")
    pairs = CODE[module]
    for before, after in zip(pairs[::2], pairs[1::2], strict=True):
        assert before in text
        text = text.replace(before, after)
    file.write_text(text, encoding="utf-8")
    run(workshop.folder)
    run(workshop.folder, "cold", "cold-cache")
    different = apart(workshop.site(), workshop.site("cold"))
    for name in ("cold", "cold-cache", ".cold.build"):
        shutil.rmtree(workshop.folder / name)
    assert different == set()
