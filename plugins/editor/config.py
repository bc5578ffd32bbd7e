"""The configuration of the editor, made from what the site knows: nothing of it is kept by hand."""

from dataclasses import dataclass
from typing import Any

from plugins.editor.choices import Choices
from plugins.editor.components import components, numbers
from plugins.editor.data_files import data_collection, data_formats
from plugins.editor.fields import descriptors
from plugins.editor.pages import collections, format_name
from plugins.editor.words import BUTTONS, word

LOCAL = {"name": "github", "repo": "la-strada/site"}  # never asked: the files are this machine's
WORKFLOW = "editorial_workflow"
UNREADABLE = word("Only a text editor can keep this file as it is. What is not understood here:")


@dataclass(frozen=True)
class Place:
    """Where the editor works: the site's name and address, the backend that has its files, and the
    stylesheets that the preview of a text is shown in."""

    name: str
    address: str
    backend: dict[str, Any]
    stylesheets: tuple[str, ...] = ()
    workflow: bool = False


def configuration(choices: Choices, place: Place) -> dict[str, Any]:
    """Return what the editor is started with: its own configuration as `cms`, and what our part of
    it needs to know."""
    return {
        "cms": cms(choices, place),
        "fields": descriptors(),
        "depths": sorted({format_name(name) for name in _folders(choices)}),
        "data": data_formats(),
        "components": components(choices),
        "numbers": numbers(choices),
        "unreadable": choices.say(UNREADABLE),
        "stylesheets": list(place.stylesheets),
        "language": choices.order[0],
        "buttons": BUTTONS.get(choices.order[0], ""),
        "directions": {code: one.direction for code, one in choices.languages.items()},
    }


def cms(choices: Choices, place: Place) -> dict[str, Any]:
    """Return the configuration of Sveltia CMS itself."""
    media = f"{choices.root}/media"
    return {
        "load_config_file": False,
        "backend": place.backend,
        "publish_mode": WORKFLOW if place.workflow else "simple",
        "app_title": place.name,
        "site_url": place.address,
        "show_preview_links": False,
        "media_folder": media,
        "public_folder": "/media",
        "media_libraries": {"stock_assets": {"providers": []}},
        "slug": {"encoding": "ascii", "clean_accents": True, "timezone": "local"},
        "i18n": _languages(choices),
        "output": {"omit_empty_optional_fields": True},
        "collections": [*collections(choices), {"divider": True}, data_collection(choices)],
    }


def _languages(choices: Choices) -> dict[str, Any]:
    codes = list(choices.languages)
    complete = [code for code, one in choices.languages.items() if one.complete]
    return {
        "structure": "multiple_folders",
        "locales": codes,
        "default_locale": codes[0],
        "initial_locales": complete or codes[:1],
    }


def _folders(choices: Choices) -> set[str]:
    return {page.file.partition("/")[2].rpartition("/")[0] for page in choices.pages}
