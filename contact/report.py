"""A line of what the staff are told."""

from typing import NamedTuple

from contact.plain import plain


class Line(NamedTuple):
    """One thing that was looked at; `alarm` when somebody must act; `check` is what it is about."""

    text: str
    alarm: bool = False
    check: str = "keys"

    def __str__(self) -> str:
        return f"{'ALARM' if self.alarm else 'ok   '}  {plain(self.text)}"
