"""The library as others read it: whoever asks for a part of it depends on that part."""

from typing import Any, cast

from plugins.build.dependencies import Dependencies
from plugins.build.digest import value_digest
from plugins.data.library import Library


class NotedLibrary:
    """`library`, and a note in `dependencies`, under `sort`, for each part that is asked for."""

    def __init__(self, library: Library, dependencies: Dependencies, sort: str) -> None:
        self.whole, self._dependencies, self._sort = library, dependencies, sort
        dependencies.digests[sort] = lambda name: value_digest(getattr(library, name, None))

    def __getattr__(self, name: str) -> Any:
        self._dependencies.use(self._sort, name)
        return getattr(self.whole, name)


def noted(library: Library, dependencies: Dependencies, sort: str) -> Library:
    """Return `library`, which notes what is asked of it."""
    return cast(Library, NotedLibrary(library, dependencies, sort))
