"""The facts as CSV and JSON: what machines read and what people do, in each language."""

import csv
import json
import shutil
import subprocess
import zipfile
from dataclasses import replace
from gettext import NullTranslations
from io import BytesIO, StringIO
from xml.etree import ElementTree as ET

import pytest
from jinja2 import Environment, FileSystemLoader

from plugins.data.entries import Fact, Source
from plugins.data.library import Library
from plugins.features.facts.files import artifacts, downloads
from plugins.model.language import language
from plugins.rendering.voice import voice
from tests.conftest import MAIN

OFFICE, TABLE = (
    f"{{urn:oasis:names:tc:opendocument:xmlns:{one}:1.0}}" for one in ("office", "table")
)
XLSX = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
INSIDE = Fact(
    "inside",
    "belarus",
    "32.5",
    "percent",
    "law",
    {"be": "Доля", "en": "A share, “inside”"},
    "2017-2021",
)
FACTS = {
    "inside": INSIDE,
    "day": Fact("day", "belarus", "2024-07-14", "date", "law", {"be": "Дзень", "en": "A day"}),
}


@pytest.fixture
def page(document):
    return document("en/press/facts-and-figures.md", title="Facts")


@pytest.fixture
def made(library, page):
    """What the artifacts of a page make, by the ending of the file."""
    known = replace(
        library, facts=FACTS, fact_groups={"belarus": {"be": "Беларусь", "en": "Belarus"}}
    )

    def make(page=page, known=known, **shared):
        env = Environment(
            loader=FileSystemLoader(MAIN / "theme" / "templates"), autoescape=True, trim_blocks=True
        )
        env.globals |= {
            "absolute": lambda one: f"https://example.org/{one.url}",
            "library": known,
            "LICENCE": "CC BY-SA 4.0",
        } | shared
        speaking = voice(env, language(page.lang), NullTranslations(), {})
        return {one.name.rpartition(".")[2]: one.content(speaking) for one in artifacts(page)}

    return make


def test_csv(made):
    """A line of the table has the value for machines, the words for people,
    the source and the address to cite."""
    first = next(csv.DictReader(StringIO(made()["csv"].decode("utf-8-sig"))))
    assert (first["value"], first["unit"], first["shown"], first["what"]) == (
        "32.5",
        "percent",
        "32.5%",
        "A share, “inside”",
    )
    assert (first["source"], first["url"]) == (
        "A law",
        "https://example.org/en/press/facts-and-figures/#inside",
    )


def test_spreadsheet(made):
    """A spreadsheet can tell that the file is UTF-8, and where its lines end."""
    data = made()["csv"]
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\r\n") == 1 + len(FACTS) == data.count(
        b"\n"
    )


def test_demonstration(made, contacts):
    """A table has no place for a comment, so in a demonstration each of its rows says that it is
    one."""
    rows = list(
        csv.DictReader(
            StringIO(made(demo=True, danger=[contacts["hotline"]])["csv"].decode("utf-8-sig"))
        )
    )
    assert [row["demonstration"].startswith("This is a demonstration.") for row in rows] == [
        True
    ] * len(FACTS)


def test_json(made):
    """A program finds the same facts, their language and their licence."""
    found = json.loads(made()["json"])
    assert [fact["key"] for fact in found["facts"]] == list(FACTS)
    assert (found["language"], found["licence"]) == ("en", "CC-BY-SA-4.0")


def test_in_each_language(made, document):
    """The words and the way of writing numbers and days are those of the reader."""
    share, day = (
        fact["shown"]
        for fact in json.loads(made(document("be/press/facts-and-figures.md"))["json"])["facts"]
    )
    assert share == "32,5\u00a0%" and day.startswith("14 ліпеня 2024")


def test_not_exact(made, library):
    """Where the source gives no exact figure, people are told so and machines too."""
    facts = {"inside": replace(INSIDE, value="80", bound="more-than")}
    known = replace(library, facts=facts, fact_groups={"belarus": {"en": "Belarus"}})
    (fact,) = json.loads(made(known=known)["json"])["facts"]
    assert (fact["shown"], fact["bound"]) == ("more than 80%", "more-than")


def test_downloads(page):
    """The page offers both, beside itself."""
    names = [f"en/press/facts-and-figures/facts-en.{form}" for form in ("xlsx", "csv", "json")]
    assert [file.name for file in downloads(page)] == names


def test_numbers_in_json(made):
    """A value is a number in the unit beside it; a day is a text."""
    share, day = json.loads(made()["json"])["facts"]
    assert (share["value"], share["unit"], day["value"]) == (32.5, "percent", "2024-07-14")


@pytest.mark.parametrize("lang", ["be", "ru"])
def test_csv_where_a_comma_parts_numbers(made, document, lang):
    """A spreadsheet in Belarusian or Russian takes 32,5 for a number, and a semicolon for the end
    of a cell."""
    facts = {"inside": replace(INSIDE, what={lang: "Доля; ещё"})}
    words = {"law": Source("law", {lang: "Закон"})}
    known = replace(Library(), facts=facts, sources=words, fact_groups={"belarus": {lang: "Б"}})
    text = made(document(f"{lang}/press/facts-and-figures.md"), known)["csv"].decode("utf-8-sig")
    (row,) = csv.DictReader(StringIO(text), delimiter=";")
    assert (row["value"], row["what"]) == ("32,5", "Доля; ещё")


RUSSIAN = 1049  # the language by its number (MS-LCID)
# What ends a cell: the sign of the file alone, or all three that LibreOffice offers at first.
ENDS = ["59", "44/59/9"]


@pytest.mark.skipif(
    not shutil.which("soffice"), reason="no LibreOffice (apt install libreoffice-calc-nogui)"
)
@pytest.mark.parametrize("ends", ENDS)
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_in_libreoffice(made, document, tmp_path, form, ends):
    """A Russian LibreOffice opens the file with its cells in their columns, numbers and days as
    such."""
    facts = {
        "inside": replace(INSIDE, what={"ru": "Доля; ещё, и ещё"}),
        "day": replace(FACTS["day"], what={"ru": "День"}),
    }
    words = {"law": Source("law", {"ru": "Закон"})}
    known = replace(Library(), facts=facts, sources=words, fact_groups={"belarus": {"ru": "Б"}})
    file = tmp_path / f"facts.{form}"
    file.write_bytes(made(document("ru/press/facts-and-figures.md"), known)[form])
    told = [f"--infilter=CSV:{ends},34,76,1,,{RUSSIAN},false,true"] * (form == "csv")
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", *told]
    command += ["--convert-to", "fods", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True)
    rows = list(ET.parse(tmp_path / "facts.fods").iter(f"{TABLE}table-row"))[1:3]
    cells = [[cell.attrib for cell in row.iter(f"{TABLE}table-cell")] for row in rows]
    assert cells[0][2][f"{OFFICE}value"] == "32.5"
    assert cells[1][2][f"{OFFICE}date-value"] == "2024-07-14"


def test_workbook(made):
    """In the workbook numbers are numbers and days are days; nothing is a formula."""
    with zipfile.ZipFile(BytesIO(made()["xlsx"])) as archive:
        parts = {name: ET.fromstring(archive.read(name)) for name in archive.namelist()}
    rows = parts["xl/worksheets/sheet1.xml"].findall(f".//{XLSX}row")
    value = [row.findall(f"{XLSX}c")[2] for row in rows[1:]]
    assert [one.findtext(f"{XLSX}v") for one in value] == ["32.5", "45487"]
    assert parts["xl/worksheets/sheet1.xml"].findall(f".//{XLSX}f") == []
