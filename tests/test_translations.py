"""The interface texts: everything the theme says is translated, into every language,
with the right plurals."""

import re

import pytest

from plugins.catalogues.check import check
from plugins.catalogues.collect import merge, read, spoken
from tests.conftest import MAIN

FILES = sorted((MAIN / "translations").glob("*/LC_MESSAGES/messages.po"))

each = pytest.mark.parametrize("file", FILES, ids=lambda file: file.parts[-3])


@each
def test_whole(file):
    """A catalogue has everything the theme says and nothing else, translated,
    with every placeholder and plural form."""
    catalogue = read(file, file.parts[-3])
    merge(catalogue, spoken(MAIN / "theme" / "templates"))
    assert check(catalogue, file.name) == []


def test_every_language():
    """Every language of the site but English, in which the theme is written, has a catalogue."""
    assert {file.parts[-3] for file in FILES} == {"be", "ru", "ar"}


# Words that speak to one man: imperatives, and nouns and particles with "your".
ONE = "انسخ|خذ|احفظ|افتح|اضغط|اكتب|اتصل|قارنها|احذفه|ابحث|اختر|أضف|استخدم|اطلب|اسأل|قل|اذهب|انتظر"
HIS = "هاتف|رسالت|لدي|علي|إلي|اسم|جهاز|غير|عنوان|بريد|بلد|حيات|وضع|أوراق|وثائق|يضر|يضرّ|من|ل|مع|عند"
SINGULAR = re.compile(rf"(?<!\w)(?:و|ف)?(?:(?:{HIS})ك|{ONE}|أنت|تستشهد|طلبت|استطعت)(?!\w)")


def arabic():
    """The texts in Arabic: pages, what the theme says, and what the data say."""
    yield from sorted((MAIN / "content" / "ar").rglob("*.md"))
    yield MAIN / "translations" / "ar" / "LC_MESSAGES" / "messages.po"
    yield from (MAIN / "content" / "data" / f"{name}.toml" for name in ("contacts", "countries"))


def test_arabic_speaks_to_any():
    """In Arabic nobody is spoken to as one man: the address is plural throughout."""
    lines = [
        (file.name, line) for file in arabic() for line in file.read_text("utf-8").splitlines()
    ]
    assert [(name, line) for name, line in lines if SINGULAR.search(line)] == []
