"""What one build knows: the engine's own values,
and one typed part from each plugin that has something to tell."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlparse
from zoneinfo import ZoneInfo

from jinja2 import Environment

from plugins.build.cache import Cache
from plugins.build.dependencies import Dependencies
from plugins.build.file_stat import FileStat
from plugins.build.output import Output
from plugins.build.plan import Plan
from plugins.model.document import Problem
from plugins.model.speech import Speech, speech_of

KEY = "BUILD"  # under which Pelican's settings carry it

Part = TypeVar("Part")
Made = TypeVar("Made")


class MissingPartError(LookupError):
    """A part of the build is asked for before the plugin that adds it has run."""


@dataclass
class Build:
    """One build, from its first signal to its last.

    `settings` are Pelican's, as a person set them; `program` is the digest of code and packages,
    `code` that of these and the settings, `fingerprint` that of everything but pages and pictures;
    `dependencies` notes what is used while something is made; `sources` are the files of the
    content folder as they look; `now` is the moment of the whole build. `up_to_date` says that
    nothing has changed since the last build and nothing has fallen due, so nobody has anything to
    do; `tolerated` that pages of it show what is wrong with them.
    """

    settings: Mapping[str, Any]
    output: Output
    program: str
    code: str
    fingerprint: str
    dependencies: Dependencies
    sources: dict[str, FileStat]
    now: datetime
    up_to_date: bool = False
    tolerated: bool = False
    problems: list[Problem] = field(default_factory=list)
    on_published: list[Callable[[], None]] = field(default_factory=list)
    _parts: dict[type, object] = field(default_factory=dict)
    _computed: dict[Any, Any] = field(default_factory=dict)

    def add(self, part: object) -> None:
        """Give the build a part, which is found by its type;
        a later one of the same type takes its place."""
        self._parts[type(part)] = part

    def get(self, kind: type[Part]) -> Part:
        """Return the part of that type. Raises MissingPartError when no plugin has added it yet."""
        part = self._parts.get(kind)
        if not isinstance(part, kind):
            raise MissingPartError(
                f"The build has no {kind.__name__} yet. The plugin that adds it (see "
                f"{kind.__module__}) must stand "
                f"earlier in PLUGINS."
            )
        return part

    def once(self, make: Callable[..., Made], *arguments: object) -> Made:
        """Return what `make` returns for these (hashable) arguments;
        it is called the first time in a build."""
        if (make, arguments) not in self._computed:
            self._computed[make, arguments] = make(*arguments)
        return self._computed[make, arguments]  # type: ignore[no-any-return]

    @cached_property
    def plan(self) -> Plan:
        """What is going to be written."""
        return Plan(self.output.claims)

    @cached_property
    def environment(self) -> Environment:
        """Pelican's Jinja environment of pages, which plugins teach;
        that of each language begins as a copy of it."""
        return self.get(Environment)

    @property
    def globals(self) -> dict[str, Any]:
        """What every template sees by name."""
        return self.environment.globals

    @property
    def path(self) -> Path:
        """The content folder."""
        return Path(self.settings["PATH"])

    @property
    def cache_path(self) -> Path:
        """The folder of what may be deleted at any time."""
        return Path(self.settings["CACHE_PATH"])

    @property
    def cache(self) -> Cache:
        """What earlier builds have worked out."""
        return Cache(self.cache_path)

    @property
    def theme(self) -> Path:
        """The folder of the theme."""
        return Path(self.settings["THEME"])

    @property
    def site_url(self) -> str:
        """The public address of the site, without a slash at its end."""
        return str(self.settings["SITEURL"])

    @property
    def base_path(self) -> str:
        """The path below which the site is served, without a slash at its end;
        "" at the root of a host."""
        return urlparse(self.site_url).path.rstrip("/")

    @property
    def cores(self) -> int:
        """How many cores share the work; 0: all of them."""
        return int(self.settings["CORES"])

    @property
    def zone(self) -> ZoneInfo:
        """Where the site is made."""
        return ZoneInfo(self.settings["TIMEZONE"])

    @property
    def local_day(self) -> date:
        """The day on which the build takes place where the site is made."""
        return self.now.astimezone(self.zone).date()

    @cached_property
    def say(self) -> Speech:
        """What says messages in the language of the staff."""
        return speech_of(os.environ, str(self.settings.get("STAFF_LANG", "")))

    @property
    def publishing(self) -> bool:
        """Whether this build is for the public."""
        return bool(self.settings["PUBLISHING"])
