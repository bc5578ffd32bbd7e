"""What runs out is told 60 and 14 days ahead."""

from dataclasses import replace
from datetime import date

import pytest

from plugins.checks.lapsing import lapses, told
from plugins.cli.due import periods
from plugins.data.records import DataFile
from plugins.model.document import Origin

TODAY = date(2026, 11, 29)
UNTIL = date(2027, 1, 28)
DAYS = [
    (date(2026, 11, 1), "Expired:"),
    (date(2026, 11, 29), "Expired:"),
    (date(2026, 11, 30), "In the next 14 days:"),
    (date(2026, 12, 13), "In the next 14 days:"),
    (date(2026, 12, 14), "In the next 60 days:"),
    (date(2027, 1, 28), "In the next 60 days:"),
]


@pytest.fixture
def report(library):
    """Makes the report of one contact that expires on a day, and of pages."""

    def make(day=None, pages=(), sections=None):
        hotline = replace(library.contacts["hotline"], expires=day)
        found = lapses(
            replace(library, contacts={"hotline": hotline}), pages, sections or {}, UNTIL
        )
        return list(told(found, TODAY))

    return make


@pytest.mark.parametrize(("day", "head"), DAYS)
def test_contact(report, day, head):
    """A contact is told with the days that are left."""
    assert report(day) == [head, f"  {day}  the contact hotline expires"]


def test_much_later(report):
    """What has more than 60 days is not told."""
    assert report(date(2027, 1, 29)) == []


def test_security(library):
    """security.txt is told too."""
    file = DataFile("data/security.toml", "", {"expires": date(2026, 12, 1)})
    found = lapses(replace(library, contacts={}, files={"security": file}), (), {}, UNTIL)
    assert [one.what for one in found] == ["security.txt expires"]


def test_page(report, document):
    """A page is to be read again when the period of its section is over; its translations follow."""
    page = document("be/questions/phone.md", written=date(2026, 9, 10))
    other = document(
        "ru/questions/phone.md", written=date(2026, 9, 10), translated_from=Origin("be", "0")
    )
    assert report(pages=(page, other), sections={"questions": 90}) == [
        "In the next 14 days:",
        "  2026-12-09  be/questions/phone.md is to be read again",
    ]
    assert report(pages=(page, other)) == []


def test_periods(tmp_path):
    """Periods are days, and a file that is not there says none."""
    assert periods(tmp_path) == {}
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "review.toml").write_text('questions = 90\nadvice = "x"\n')
    assert periods(tmp_path) == {"questions": 90}
