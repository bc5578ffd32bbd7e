"""Embargo: until when a dated page is nobody's but the team's, in every language at once."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, tzinfo
from typing import Protocol

from plugins.model.kinds import kind_named
from plugins.model.message import Message

CRON = (
    "# {when}\nCRON_TZ={zone}\n{minute} {hour} {day} {month} * [ $(date +\\%Y) = {year} ] && "
    "{command}"
)
SYSTEMD = (
    "# {when}\nsystemd-run --user --on-calendar='{year}-{month:02}-{day:02} "
    "{hour:02}:{minute:02}:00 {zone}' {shell}"
)


class Planned(Protocol):
    """What has a day, or a moment before which nobody may see it."""

    @property
    def key(self) -> str:
        """The key of the page."""

    @property
    def kind(self) -> str:
        """The kind of page."""

    @property
    def published(self) -> date | None:
        """The day on it."""

    @property
    def embargo(self) -> datetime | None:
        """The moment it may be seen."""


def due(document: Planned, zone: tzinfo) -> datetime | None:
    """The moment `document` becomes public: the end of its embargo,
    and not before its day begins in `zone`, unless it announces that day."""
    if document.published is None or kind_named(document.kind).announced:
        return document.embargo or None
    dawn = datetime.combine(document.published, time(), zone)
    return max(dawn, document.embargo) if document.embargo else dawn


def awaiting(documents: Iterable[Planned], now: datetime, zone: tzinfo) -> dict[str, datetime]:
    """When each key becomes public that is not yet at `now`;
    of its languages the latest counts for all."""
    found: dict[str, datetime] = {}
    for document in documents:
        moment = due(document, zone)
        if moment and moment > now:
            found[document.key] = max(moment, found.get(document.key, moment))
    return found


def notice(awaited: Mapping[str, datetime], demo: bool = False) -> list[Message]:
    """What is said to those who publish: which release falls due next,
    and how to publish then without being there."""
    if not awaited:
        return []
    moment = min(awaited.values())
    keys = tuple(sorted(key for key, when in awaited.items() if when == moment))
    command = f"make due SITEURL=https://…{' DEMO=1' if demo else ''}"
    return [
        Message(
            "Next due: %(moment)s, %(keys)s. %(count)s withheld.",
            moment=said(moment),
            keys=keys,
            count=len(awaited),
        ),
        Message(
            "`%(command)s` prints a line for systemd, `TIMER=cron` one for cron, that publishes "
            "then.",
            command=command,
        ),
    ]


def timer(moment: datetime, command: str, kind: str = "systemd") -> str:
    """A line for systemd or cron that runs `command` (a shell command) at `moment`,
    in the zone it was written in."""
    parts = {name: getattr(moment, name) for name in ("year", "month", "day", "hour", "minute")}
    shell = f"/bin/sh -c '{command}'"
    template = {"systemd": SYSTEMD, "cron": CRON}[kind]
    return template.format(
        when=said(moment), zone=moment.tzinfo, command=command, shell=shell, **parts
    )


def said(moment: datetime) -> str:
    """A moment as it is written in a file: 2026-12-01 10:00 Europe/Minsk."""
    return f"{moment:%Y-%m-%d %H:%M} {moment.tzinfo}"
