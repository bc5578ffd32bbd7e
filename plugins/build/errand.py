"""A file to be made that is no page: from what, by whom, and after which others."""

from collections.abc import Callable
from dataclasses import dataclass

from jinja2 import Environment


@dataclass(frozen=True)
class Errand:
    """`make` is given the environment that speaks `lang` and returns what the file `name` holds.

    `key` is the digest of all it is made from. Errands of a later `wave` may use what those of earlier ones made: first
    pictures, then what is printed, then what packs it. Only one wave may print, because the threads of Typst do not
    survive in the processes that a later wave is shared out to.
    """

    name: str
    lang: str
    key: str
    make: Callable[[Environment], bytes]
    wave: int = 1
