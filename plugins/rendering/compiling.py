"""Which templates the documents of a site need, and how one is compiled before anybody needs it."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from jinja2 import Environment, TemplateError

from plugins.model.document import Document


def needed(documents: Iterable[Document], folder: Path) -> list[str]:
    """The names of the templates of `documents`, and of all layouts and components in `folder`,
    which these use."""
    files = [*folder.glob("layouts/*.html"), *folder.glob("components/*.html")]
    pages = {f"{document.template}.html" for document in documents}
    return sorted(pages | {file.relative_to(folder).as_posix() for file in files})


def compile_template(env: Environment, name: str) -> None:
    """Keeps the compiled template where `env` keeps them;
    what is wrong with it is told where it is used."""
    with suppress(TemplateError):
        env.get_template(name)
