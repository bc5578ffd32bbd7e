"""Until when a dated page is nobody's but the team's."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from plugins.features.newsroom.due import report
from plugins.model.document import Document
from plugins.model.embargo import awaiting, due, notice, timer
from plugins.reading.front_matter import FieldError, moment

MINSK = ZoneInfo("Europe/Minsk")
TEN = datetime(2026, 12, 1, 10, tzinfo=MINSK)
RELEASE = Document(
    key="press/2026-12-a", lang="be", kind="release", published=date(2026, 12, 1), embargo=TEN
)


@pytest.mark.parametrize(
    ("now", "withheld"),
    [
        (datetime(2026, 12, 1, 6, 59, tzinfo=UTC), True),
        (datetime(2026, 12, 1, 7, 0, tzinfo=UTC), False),
        (datetime(2026, 12, 1, 7, 1, tzinfo=UTC), False),
        (datetime(2026, 12, 1, 2, 59, tzinfo=ZoneInfo("America/New_York")), False),
        (datetime(2026, 12, 1, 1, 59, tzinfo=ZoneInfo("America/New_York")), True),
    ],
)
def test_to_the_minute(now, withheld):
    """An embargo ends in the minute it names, in whatever zone the clock is."""
    assert (RELEASE.key in awaiting([RELEASE], now, MINSK)) == withheld


def test_future_day():
    """Without an embargo a page is public when its day begins in the zone of the site."""
    assert due(replace(RELEASE, embargo=None), MINSK) == datetime(2026, 11, 30, 21, tzinfo=UTC)


def test_not_before_its_day():
    """An embargo that ends before the day of the release does not make it public earlier."""
    assert due(replace(RELEASE, embargo=TEN - timedelta(days=9)), MINSK) == datetime(
        2026, 12, 1, tzinfo=MINSK
    )


def test_undated():
    """A page without a day is never withheld for its day."""
    assert awaiting([Document(key="help")], TEN, MINSK) == {}


def test_all_languages():
    """A translation that forgets the embargo, or has an earlier one,
    waits for the latest of its languages."""
    others = [
        replace(RELEASE, lang="ru", embargo=None),
        replace(RELEASE, lang="en", embargo=TEN + timedelta(hours=2)),
    ]
    assert awaiting([RELEASE, *others], TEN - timedelta(days=2), MINSK) == {
        RELEASE.key: TEN + timedelta(hours=2)
    }


@pytest.mark.parametrize(
    "value",
    [
        "2026-12-01",
        "2026-12-01 10:00",
        "2026-12-01 25:00 Europe/Minsk",
        "2026-12-01 10:00 Europe/Minks",
        "1.12.2026 10:00 UTC",
    ],
)
def test_not_a_moment(value):
    """An embargo without minute and zone, or with none that exists, is refused."""
    with pytest.raises(FieldError):
        moment(value)


def test_moment():
    """An embargo is read in the zone it names."""
    assert moment("2026-12-01 10:00 Europe/Minsk") == datetime(2026, 12, 1, 7, tzinfo=UTC)


def test_notice():
    """Those who publish learn what falls due first, and how many are withheld."""
    awaited = {"press/2026-12-a": TEN, "news/2026-12-05-b": TEN + timedelta(days=4)}
    assert (
        notice(awaited)[0]
        == "Next due: 2026-12-01 10:00 Europe/Minsk, press/2026-12-a. 2 withheld."
    )


def test_no_notice():
    """Where nothing is withheld nothing is said."""
    assert notice({}) == []


def test_systemd():
    """The line for systemd names the moment in the zone in which it was written."""
    assert "--on-calendar='2026-12-01 10:00:00 Europe/Minsk'" in timer(TEN, "make publish")


def test_cron():
    """The line for cron names the moment too, and does nothing in another year."""
    line = "0 10 1 12 * [ $(date +\\%Y) = 2026 ] && make publish"
    assert timer(TEN, "make publish", "cron").splitlines()[1:] == ["CRON_TZ=Europe/Minsk", line]


def test_report(tmp_path):
    """`make due` finds embargoes and future days in the files, the earliest first."""
    for name, fields in {
        "be/press/2026-12-a.md": "Title: A\nDate: 2026-12-01\nEmbargo: 2026-12-01 10:00 Europe/Minsk\n\nText",
        "be/news/2026-11-30-b.md": "Title: B\n\nText",
        "be/news/2026-01-30-c.md": "Title: C\n\nText",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(fields, encoding="utf-8")
    said = report(tmp_path, datetime(2026, 11, 24, tzinfo=UTC), MINSK, "make publish", "systemd")
    assert said[:2] == [
        "2026-11-30 00:00 Europe/Minsk  news/2026-11-30-b",
        "2026-12-01 10:00 Europe/Minsk  press/2026-12-a",
    ]


@pytest.mark.parametrize("demo", [False, True])
def test_timer_of_a_demonstration(demo):
    """Those who publish a demonstration are told how to publish what falls due as one too."""
    assert ("DEMO=1" in notice({"press/2026-12-a": TEN}, demo)[1]) == demo
