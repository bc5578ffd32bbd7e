"""The digest of everything but the pages that decides what is in a file to take away."""

from dataclasses import dataclass
from pathlib import Path

from plugins.build.build import Build
from plugins.build.fingerprint import fingerprint
from plugins.languages.language import Languages

PLUGINS = Path(__file__).parent.parent
CODE = ("editions", "newsroom", "manual", "materials", "facts", "pocket", "languages", "data", "pictures")


@dataclass(frozen=True)
class ExportFingerprint:
    """Stands for code, templates, interface texts and data."""

    digest: str


def export_fingerprint(build: Build) -> ExportFingerprint:
    """Return that of this build."""
    folders = [PLUGINS / name for name in CODE]
    folders += [build.theme / "templates" / "editions", Path(build.settings["TRANSLATIONS_PATH"])]
    named = {name: build.settings[name] for name in ("SITENAME", "SITEURL", "PUBLISHING")}
    spoken = {"SPOKEN": list(build.get(Languages).shown)}
    return ExportFingerprint(fingerprint(named | spoken, [*folders, build.path / "data"]))
