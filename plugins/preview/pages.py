"""The files of the output folder, as WhiteNoise serves them: what is there now, index pages under
the address of their folder, parts of files, what lies compressed beside them."""

from mimetypes import MimeTypes
from pathlib import Path
from wsgiref.types import WSGIApplication

from whitenoise import WhiteNoise
from whitenoise.responders import StaticFile

INDEX = "index.html"


class Pages(WhiteNoise):
    """The files below `folder`; `missing` answers where there is none."""

    def __init__(self, missing: WSGIApplication, folder: Path) -> None:
        super().__init__(
            missing,
            folder,
            autorefresh=True,
            max_age=None,
            allow_all_origins=False,
            mimetypes=MimeTypes().types_map[True],
            index_file=INDEX,
        )

    def find_file_at_path(self, path: str, url: str) -> StaticFile:
        """Return the file at `path`. Links of a mirror name the index page of a folder: it is
        answered, not said to be elsewhere."""
        if url.endswith(f"/{INDEX}"):
            return self.get_static_file(path, url)
        return super().find_file_at_path(path, url)


def missing_page(path: str, folder: Path) -> Path:
    """Return the 404 page for `path`: that of its language where there is one, else the server's
    own."""
    lang = path.lstrip("/").partition("/")[0]
    own = folder / lang / "404.html"
    return own if lang not in ("", ".", "..") and own.is_file() else folder / "404.html"
