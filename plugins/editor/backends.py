"""Hosts of Git that the editor can work with: how each is named, asked and signed in to."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from plugins.editor.words import word
from plugins.model.message import Message
from plugins.model.user_error import UserError, did_you_mean

REPOSITORY = re.compile(r"[\w.-]+(?:/[\w.-]+)+")
HTTPS = re.compile(r"https://[^\s/?#]+")


class BackendError(UserError):
    """A host of Git that the editor cannot be set up for."""


@dataclass(frozen=True)
class Wanted:
    """What was asked for: the backend by name, the repository, and where they differ from what is
    usual the address of the host, the one that signs people in, and the number of the program."""

    name: str
    repository: str
    address: str = ""
    sign_in: str = ""
    application: str = ""
    branch: str = "main"


@dataclass(frozen=True)
class Backend:
    """A kind of host: where it and its API are unless somebody says otherwise, whether it has
    drafts that are reviewed, what to do so that people can sign in, which hosts are asked too."""

    address: str
    api: str
    workflow: bool
    options: Callable[[Wanted, str], dict[str, Any]]
    steps: tuple[str, ...]
    also: tuple[str, ...] = field(default=())


def _github(wanted: Wanted, address: str) -> dict[str, Any]:
    # Where only the first is named, the editor takes another address for the second.
    roots = {"api_root": f"{address}/api/v3", "graphql_api_root": f"{address}/api/graphql"}
    own = roots if wanted.address else {}
    methods = ["oauth", "token"] if wanted.sign_in else ["token"]
    return own | {"auth_methods": methods} | _said(base_url=wanted.sign_in)


def _gitlab(wanted: Wanted, address: str) -> dict[str, Any]:
    own = {"api_root": f"{address}/api/v4", "base_url": address} if wanted.address else {}
    methods = {"auth_methods": ["oauth", "token"] if wanted.application else ["token"]}
    pkce = {"auth_type": "pkce", "app_id": wanted.application} if wanted.application else {}
    return own | methods | pkce


def _gitea(wanted: Wanted, address: str) -> dict[str, Any]:
    own = {"api_root": f"{address}/api/v1", "base_url": address} if wanted.address else {}
    methods = {"auth_methods": ["oauth", "token"] if wanted.application else ["token"]}
    return own | methods | _said(app_id=wanted.application)


def _said(**options: str) -> dict[str, Any]:
    return {name: value for name, value in options.items() if value}


TOKEN = word(
    "With a token, at once: each editor makes one of their own and gives it to the editor when it "
    "asks for it. It stays in their browser."
)
BACKENDS: dict[str, Backend] = {
    "github": Backend(
        "https://github.com",
        "https://api.github.com",
        True,
        _github,
        (
            TOKEN,
            word(
                "On GitHub: Settings, Developer settings, Fine-grained tokens; this repository "
                "only; Contents and Pull requests: read and write."
            ),
            word(
                "With a button: run sveltia-cms-auth at an address of your own, make an OAuth app "
                "for it (Settings, Developer settings, OAuth Apps), and make the editor again with "
                "SIGN_IN=https://… of that address."
            ),
        ),
        ("https://avatars.githubusercontent.com",),
    ),
    "gitlab": Backend(
        "https://gitlab.com",
        "https://gitlab.com",
        True,
        _gitlab,
        (
            TOKEN,
            word("On GitLab: Preferences, Access tokens; scope api."),
            word(
                "With a button: Preferences, Applications, a new one: the address of the editor as "
                "redirect URI, not confidential, scope api. Then make the editor again with "
                "APP=… of its Application ID."
            ),
        ),
    ),
    "gitea": Backend(
        "https://gitea.com",
        "https://gitea.com",
        False,
        _gitea,
        (
            TOKEN,
            word(
                "On Gitea or Forgejo: Settings, Applications, Access tokens; repository: read and "
                "write; user: read."
            ),
            word(
                "With a button: Settings, Applications, OAuth2 Applications, a new one: the "
                "address of the editor as redirect URI, not confidential. Then make the editor "
                "again with APP=… of its Client ID."
            ),
            word(
                "There are no drafts to review here: what is saved is in the branch at once. The "
                "server must allow the address of the editor (CORS)."
            ),
        ),
    ),
}


def checked(wanted: Wanted) -> Backend:
    """Return the kind of host that is `wanted`. Raises BackendError."""
    if wanted.name not in BACKENDS:
        what = Message("There is no backend %(name)r.", name=wanted.name)
        raise BackendError(what, did_you_mean(wanted.name, BACKENDS))
    if not REPOSITORY.fullmatch(wanted.repository):
        raise BackendError(
            Message("%(name)r is no repository.", name=wanted.repository),
            Message("Write who has it and its name: REPO=organisation/site"),
        )
    for address in filter(None, (wanted.address, wanted.sign_in)):
        if not HTTPS.fullmatch(address):
            raise BackendError(
                Message("%(address)r is no address of a host.", address=address),
                Message("Write it without a path: https://git.example.org"),
            )
    return BACKENDS[wanted.name]


def options(wanted: Wanted) -> dict[str, Any]:
    """Return the backend as the editor's configuration names it. Raises BackendError."""
    backend = checked(wanted)
    named = {"name": wanted.name, "repo": wanted.repository, "branch": wanted.branch}
    return named | backend.options(wanted, wanted.address or backend.address)


def hosts(wanted: Wanted) -> tuple[str, ...]:
    """Return the hosts that the editor asks. Raises BackendError."""
    backend = checked(wanted)
    return (wanted.address,) if wanted.address else (backend.api, *backend.also)
