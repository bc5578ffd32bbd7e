"""A site that a test may change in any way and build again, quickly:
each build is a fork."""

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from plugins.preview.build import Builder, Site
from tests.site.forked import run_forked
from tests.site.pages import MAIN, begin

PLACES = ("content", "theme", "translations")


@dataclass
class Workplace:
    """`folder` holds copies of content, theme and catalogues; `settings` are given to each build.

    The first build of the example begins where another ended, if it is not to be `cold`.
    """

    folder: Path
    settings: dict = field(default_factory=dict)
    cold: bool = False

    @classmethod
    def of(cls, content: Path, folder: Path) -> "Workplace":
        """A workplace with copies of `content` and of what the real site is built with."""
        for name, source in zip(
            PLACES, (content, MAIN / "theme", MAIN / "translations"), strict=True
        ):
            shutil.copytree(source, folder / name)
        return cls(folder)

    @property
    def content(self) -> Path:
        return self.folder / "content"

    def build(self, output: str = "output", cache: str = "cache") -> int:
        """Builds into `output`; returns the exit code. What the build said is in the file
        `said`."""
        self._begin(output)
        extra = {
            "CACHE_PATH": str(self.folder / cache),
            "TRANSLATIONS_PATH": str(self.folder / "translations"),
            **self.settings,
        }
        places = [self.content, "-o", self.folder / output, "-t", self.folder / "theme"]
        values = [f"{name}={value!r}".replace("'", '"') for name, value in extra.items()]
        arguments = [*map(str, places), "-s", "pelicanconf.py", "-e", *values]
        done = run_forked(arguments, MAIN, dict(os.environ))
        (self.folder / "said").write_text(done.stdout + done.stderr, encoding="utf-8")
        return int(done.returncode)

    def _begin(self, output: str) -> None:
        if output == "output" and not self.cold:
            begin(self.content, self.folder, "pelicanconf.py", {})

    def build_from_nothing(self, output: str) -> int:
        """Builds into a new folder `output`, as if it were the first time;
        only templates are compiled already."""
        cache = self.folder / f"cache-of-{output}"
        if (self.folder / "cache").exists():
            shutil.copytree(self.folder / "cache" / "templates", cache / "templates")
        return self.build(output, cache.name)

    def close(self) -> None:
        """Leaves no process behind."""

    def undo(self, origin: Path) -> None:
        """Makes content, theme and catalogues what they are in `origin`;
        files that are the same stay as they are."""
        self.settings = {}
        for name in PLACES:
            now, then = files(self.folder / name), files(origin / name)
            for path in now.keys() - then.keys():
                (self.folder / name / path).unlink()
            for path in (path for path, data in then.items() if now.get(path) != data):
                shutil.copy(origin / name / path, self.folder / name / path)

    def site(self, output: str = "output") -> dict[str, bytes]:
        """Every file that was built, with its bytes."""
        return files(self.folder / output)


@dataclass
class Resident(Workplace):
    """A workplace whose site is built by the resident process of `make serve`, and from nothing by
    a fork. Other settings want another resident process, as another pelicanconf.py does.
    """

    builder: Builder | None = None

    def build(self, output: str = "output", cache: str = "cache") -> int:
        """Builds into `output`; returns whether it failed. What the build said is in `said`."""
        if output != "output":
            return super().build(output, cache)
        self._begin(output)
        folders = {"THEME": "theme", "TRANSLATIONS_PATH": "translations"}
        folders["CACHE_PATH"] = cache
        settings: dict[str, object] = {
            name: str(self.folder / place) for name, place in folders.items()
        }
        settings["TOLERANT"] = False  # as `make html` and `make publish` do
        site = Site(
            self.content, self.folder / output, "http://127.0.0.1:8000", settings | self.settings
        )
        if self.builder is None or self.builder.site != site:
            self.close()
            self.builder = Builder(site)
        said = self.builder.build()
        (self.folder / "said").write_text(said, encoding="utf-8")
        return int(bool(said))

    def close(self) -> None:
        if self.builder:
            self.builder.close()


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def apart(one: dict[str, bytes], other: dict[str, bytes]) -> set[str]:
    """The names of the files that are not the same in both."""
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}
