"""What a build works out once, although Pelican introduces each of its many generators to every plugin."""

from collections.abc import Callable, MutableMapping
from typing import Any, TypeVar

Made = TypeVar("Made")


def once(settings: MutableMapping[str, Any], make: Callable[..., Made], *arguments: Any) -> Made:
    """What `make` returns for these arguments, which can be hashed; it is called the first time in a build."""
    known: dict[Any, Made] = settings["ONCE"]
    if (make, arguments) not in known:
        known[make, arguments] = make(*arguments)
    return known[make, arguments]
