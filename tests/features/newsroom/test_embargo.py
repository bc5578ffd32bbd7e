"""Until when a dated page is nobody's but the team's."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plugins.features.newsroom.ahead import finished, withheld_key
from plugins.features.newsroom.due import Dated, dated, report
from plugins.model.document import Document
from plugins.model.embargo import awaiting, due, notice, timer
from plugins.model.found import coming
from plugins.model.user_error import UserError
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
    assert awaiting([Document(key="questions")], TEN, MINSK) == {}


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
        "2026-12-01 10:00 +03:00",
        "2026-12-01 10:00 MSK",
        "2026-12-01 10:00 EST",
        "2026-12-01 10:00 Etc/GMT-3",
        "2026-12-01 10:00 localtime",
        "2026-12-01 24:00 Europe/Minsk",
        "2026-03-29 02:30 Europe/Berlin",
        "2026-10-25 02:30 Europe/Berlin",
    ],
)
def test_not_a_moment(value):
    """An embargo without minute and zone is refused, and so is one that the clocks of its zone
    skip or show twice, and a zone that is another one on another machine."""
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


def write(folder, pages):
    """The files `pages`, texts by name, in `folder`."""
    for name, text in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def test_report(tmp_path):
    """`make due` finds embargoes and future days in the files, the earliest first."""
    write(
        tmp_path,
        {
            "be/press/2026-12-a.md": "Title: A\nDate: 2026-12-01\nEmbargo: 2026-12-01 10:00 Europe/Minsk\n\nText",
            "be/news/2026-11-30-b.md": "Title: B\n\nText",
            "be/news/2026-01-30-c.md": "Title: C\n\nText",
        },
    )
    pages, problems = dated(tmp_path)
    said = report(pages, datetime(2026, 11, 24, tzinfo=UTC), MINSK, "make publish", "systemd")
    assert problems == []
    assert said[:2] == [
        "2026-11-30 00:00 Europe/Minsk  news/2026-11-30-b",
        "2026-12-01 10:00 Europe/Minsk  press/2026-12-a",
    ]


def test_report_of_drafts(tmp_path):
    """Nobody waits for a draft: it is said to stay where it is, and no timer begins for it."""
    write(
        tmp_path,
        {
            "be/news/2026-11-28-a.md": "Title: A\nDraft: yes\n\nText",
            "be/news/2026-11-30-b.md": "Title: B\n\nText",
            "ru/news/2026-11-30-b.md": "Title: B\nDraft: yes\nEmbargo: 2026-12-01 10:00 Europe/Minsk\n\nText",
        },
    )
    said = report(
        dated(tmp_path)[0], datetime(2026, 11, 24, tzinfo=UTC), MINSK, "make publish", "systemd"
    )
    assert said[:3] == [
        "2026-11-30 00:00 Europe/Minsk  news/2026-11-30-b",
        "2026-11-28 00:00 Europe/Minsk  news/2026-11-28-a: a draft, which will not be published then.",
        "2026-12-01 10:00 Europe/Minsk  news/2026-11-30-b: a draft, which will not be published then.",
    ]
    assert "2026-11-30 00:00" in said[-1]


@pytest.mark.parametrize(("demo", "draft"), [(False, True), (True, False)])
def test_to_be_approved(tmp_path, demo, draft):
    """What is still to be approved becomes public in a demonstration only."""
    file = tmp_path / "be/news/2026-11-30-b.md"
    file.parent.mkdir(parents=True)
    file.write_text("Title: B\nDraft: to be approved\n\nText", encoding="utf-8")
    assert [one.draft for one in dated(tmp_path, demo)[0]] == [draft]


@pytest.mark.parametrize("demo", [False, True])
def test_timer_of_a_demonstration(demo):
    """Those who publish a demonstration are told how to publish what falls due as one too."""
    assert ("DEMO=1" in notice({"press/2026-12-a": TEN}, demo)[1]) == demo


def test_unreadable(tmp_path):
    """`make due` tells a day and a moment that cannot be read, each with its line."""
    write(
        tmp_path,
        {
            "be/press/2026-12-a.md": "Title: A\nDate: 2026-12-01\nEmbargo: 2026-12-01 10:00 MSK\n\nText",
            "be/news/2026-02-30-b.md": "Title: B\n\nText",
        },
    )
    assert [(Path(one.file).name, one.line) for one in dated(tmp_path)[1]] == [
        ("2026-02-30-b.md", 1),
        ("2026-12-a.md", 3),
    ]


def pages_of(*fields):
    return [replace(Dated("press/2026-12-a", "release"), **one) for one in fields]


@pytest.mark.parametrize(
    ("file", "embargo", "said"),
    [
        ("be/questions/index.md", TEN, "is no release"),
        ("be/press/2026-12-a.md", TEN - timedelta(days=60), "public already"),
    ],
)
def test_not_to_be_sent_ahead(file, embargo, said):
    """Only a release that is not public yet can be sent ahead."""
    with pytest.raises(UserError, match=said):
        withheld_key(file, pages_of({"embargo": embargo}), TEN - timedelta(days=30), MINSK)


def test_drafts_are_not_sent(tmp_path):
    """A language whose text is a draft is not sent to anybody."""
    for lang, draft in {"be": "", "ru": "Draft: yes\n"}.items():
        file = tmp_path / lang / "press" / "2026-12-a.md"
        file.parent.mkdir(parents=True)
        file.write_text(f"Title: A\n{draft}\nText")
    assert finished(tmp_path, "press/2026-12-a") == ["be"]


def test_coming():
    """What becomes public by the clock alone is checked today, a draft is not."""
    draft = replace(RELEASE, lang="en", file="en/a.md", draft="yes")
    ready = replace(RELEASE, file="be/a.md")
    found = coming([ready, draft], {RELEASE.key: TEN}, demo=False)
    assert [(one.file, one.due) for one in found] == [(ready.file, TEN)]
