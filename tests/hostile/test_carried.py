"""What files to take away, captions and drawings carry inside."""

import zlib
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.checks.carried import carried
from plugins.checks.planted import check

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
VTT = "WEBVTT\n\n00:00.000 --> 00:02.000\n{}\n"


def archive(*members):
    target = BytesIO()
    with ZipFile(target, "w") as file:
        for member in members:
            file.writestr(member, "x")
    return target.getvalue()


PLANTED = {
    "media/a.pdf": b"%PDF-1.7\n1 0 obj <</OpenAction <</S /JavaScript /JS (app.alert(1))>>>>",
    "media/b.pdf": b"%PDF-1.7\n<</S /J#61vaScript>>",
    "media/c.pdf": b"%PDF-1.7\n<</A <</S /Launch /F (cmd.exe)>>>>",
    "media/a.docx": archive("word/document.xml", "word/vbaProject.bin"),
    "media/a.xlsx": archive("xl/workbook.xml", "xl/vbaProject.bin"),
    "media/a.odt": archive("content.xml", "Basic/Standard/Module1.xml"),
    "media/a.ods": archive("content.xml", "Scripts/python/a.py"),
    "media/a.csv": b'name,value\nA,"=HYPERLINK(""https://example.org"")"\n',
    "media/b.csv": b"\xef\xbb\xbf@SUM(A1),1\n",
    "media/c.csv": b"A;B\n1;\t=1+1\n",
    "media/d.csv": b"a,+1+cmd|' /C calc'!A0\n",
    "media/a.txt": "Call \u202e311\n".encode(),
    "media/films/a-be.vtt": VTT.format("Call \u202e311").encode(),
    "media/films/b-be.vtt": VTT.format("Call +375 17 211 02 51").encode(),
    "media/a.svg": SVG.format("<text>+375 17 211&#x20;02 52</text>").encode(),
    "media/b.svg": SVG.format("<text>&#x202e;311</text>").encode(),
    "media/c.svg": SVG.format("<title>8 801 100 8 801</title>").encode(),
}
HARMLESS = {
    "media/a.pdf": b"%PDF-1.7\n<</OpenAction [3 0 R /Fit] /Title (JavaScript)>>"
    + zlib.compress(b"x" * 99),
    "media/a.docx": archive("word/document.xml"),
    "media/a.xlsx": b"PK\x03\x04",
    "media/a.csv": b"day,share\n2026-11-24,-5\n2026-11-25,+1.5 %\n2026-11-26,\"-1,5\"\n",
    "media/a.txt": "Words \u200fنص and +375 17 211 02 51\n".encode(),
    "media/films/a-be.vtt": VTT.format("Call 113, it is free.").encode(),
    "media/a.svg": SVG.format("<style>a{stroke-width:123-45-67}</style><path d='M029 123-45-67'/>"
                              "<text>113</text>").encode(),
}  # fmt: skip


@pytest.mark.parametrize("name", PLANTED)
def test_told(tmp_path, name):
    """Each is told, once."""
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_bytes(PLANTED[name])
    assert [one.file for one in check(tmp_path, [name])] == [name]


@pytest.mark.parametrize("name", HARMLESS)
def test_harmless(name):
    """Files that only look like it are fine."""
    assert list(carried(name, HARMLESS[name])) == []


@given(st.sampled_from(sorted(PLANTED)), st.binary(max_size=200))
def test_never_raises(name, data):
    """Whatever bytes a file has."""
    list(carried(name, data))
