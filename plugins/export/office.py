"""Documents that word processors open, by Pandoc, which comes with pip: ODT and DOCX, on A4, in
their language and direction, with their pictures.

Same source, same bytes: the time in a file is that of the document, never of the build.
"""

import json
import os
import subprocess
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.export.archive import repacked
from plugins.export.manuscript import Manuscript, shaped
from plugins.export.office_parts import corrected
from plugins.export.printing import PrintingError, noon
from plugins.export.prose import read


def office(
    html: str, form: str, about: Manuscript, day: date, pictures: Mapping[str, bytes]
) -> bytes:
    """The `form` (odt or docx) of the HTML of a text, whose headings begin with level 2;
    `pictures` by the names that it has for them. Raises PrintingError with Pandoc's words."""
    ready = shaped(html)
    with TemporaryDirectory() as folder:
        for name, data in pictures.items():
            (Path(folder) / name).write_bytes(data)
        metadata = Path(folder) / "metadata.json"
        metadata.write_text(json.dumps(about.metadata), encoding="utf-8")
        made = _made(ready, form, folder, day)
    words = [one.attributes["alt"] for one in read(ready).every("img")]
    return repacked(made, lambda name, data: corrected(form, name, data, (about, words)), day)


def _made(html: str, form: str, folder: str, day: date) -> bytes:
    command = [pandoc(), "--from", "html", "--to", form, "--standalone", "--output", "-"]
    command += ["--shift-heading-level-by=-1", f"--resource-path={folder}"]
    command += [f"--metadata-file={folder}/metadata.json"]
    moment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(int(noon(day).timestamp())),
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        command, input=html.encode(), env=moment, capture_output=True, check=False
    )
    if done.returncode:
        raise PrintingError("Pandoc", done.stderr.decode(errors="replace"))
    return done.stdout


@cache
def pandoc() -> str:
    """Return the path of Pandoc."""
    import pypandoc  # noqa: PLC0415 (it takes a moment to load, and most builds make no document)

    return str(pypandoc.get_pandoc_path())
