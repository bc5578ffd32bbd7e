"""A calendar to take away."""

from datetime import date

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from plugins.features.newsroom.calendar import LIMIT, Event, calendar, folded, identity

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\\;,"))
DAY = Event(
    identity("day", "world-day", "be"),
    date(2014, 7, 30),
    date(2014, 7, 30),
    "Сусветны дзень барацьбы з гандлем людзьмі",
    "Крыніца; з коскай, і \\ рысай\nу два радкі",
    "https://example.org/",
    yearly=True,
)


def read(text):
    return icalendar.Calendar.from_ical(text)


def test_read_back():
    """Another program reads what was written: name, day, words, address, and that it comes each
    year."""
    (event,) = read(calendar("La Strada: прэс-служба", "be", "", [DAY])).walk("VEVENT")
    assert (event["SUMMARY"], event["DESCRIPTION"], event["URL"]) == (
        DAY.name,
        DAY.about,
        DAY.address,
    )
    assert event["DTSTART"].dt == DAY.day and event["RRULE"]["FREQ"] == ["YEARLY"]


@given(TEXT, TEXT)
def test_any_words(name, about):
    """Whatever a name and a text have in them, they come back as they were."""
    told = Event("one", date(2026, 1, 1), date(2026, 1, 1), f"n{name}n", f"a{about}a")
    (event,) = read(calendar("Name", "ru", "", [told])).walk("VEVENT")
    assert (str(event["SUMMARY"]), str(event["DESCRIPTION"])) == (f"n{name}n", f"a{about}a")


@given(TEXT)
def test_folded(text):
    """No line has more than 75 octets, and no character is taken apart."""
    lines = folded(text.replace("\n", "")).split("\r\n ")
    assert all(len(line.encode()) <= LIMIT for line in lines)
    assert "".join(lines) == text.replace("\n", "")


def test_lines_end():
    """Every line ends as the standard wants it."""
    text = calendar("Name", "be", "", [DAY])
    assert text.count("\n") == text.count("\r\n") and text.endswith("END:VCALENDAR\r\n")


def test_same_bytes():
    """The same days give the same file, in whatever order they come."""
    other = Event("a", date(2026, 1, 1), date(2026, 1, 1), "Other", "")
    assert calendar("N", "be", "", [DAY, other]) == calendar("N", "be", "", [other, DAY])


def test_identity():
    """An event is known by the same name everywhere, and no other has it."""
    assert identity("day", "a") == identity("day", "a") != identity("day", "b")


def test_warning():
    """What a demonstration says of itself stands in the calendar and in each of its events."""
    found = read(calendar("Name", "en", "This is a demonstration.", [DAY]))
    (event,) = found.walk("VEVENT")
    assert found["X-WR-CALDESC"] == "This is a demonstration."
    assert event["DESCRIPTION"].startswith("This is a demonstration.\n")
