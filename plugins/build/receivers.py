"""How plugins hear Pelican: each receiver is given the build,
and none is called when there is nothing to do."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from blinker import Signal

from plugins.build.build import KEY, Build

Receiver = Callable[[Build], None]


def connect(signal: Signal, receiver: Receiver) -> None:
    """Call `receiver` with the build whenever Pelican sends `signal`,
    unless the site is up to date.

    Receivers of one signal are called in the order in which they were connected: that of PLUGINS.
    """
    signal.connect(_handler(receiver), weak=False)


def build_of(sender: Any) -> Build:
    """Return the build that `sender`, whatever Pelican sends a signal with, belongs to."""
    first = sender[0] if isinstance(sender, list) else sender
    settings: Mapping[str, Any] = first if isinstance(first, Mapping) else first.settings
    build: Build = settings[KEY]
    return build


@cache  # so that a plugin that Pelican registers again, in the same process, is not heard twice
def _handler(receiver: Receiver) -> Callable[..., None]:
    def receive(sender: Any, **_: object) -> None:
        build = build_of(sender)
        if not build.up_to_date:
            receiver(build)

    receive.__module__, receive.__qualname__ = receiver.__module__, receiver.__qualname__
    return receive
