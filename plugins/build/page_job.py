"""A page to be rendered: which template, in which voice, with what."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment

from plugins.model.page import Page


@dataclass(frozen=True)
class PageJob:
    """`name` is the file in the output folder; `page` decides the language;
    `texts` are other documents it shows whole.

    A value of `more` that can be called is called with the environment that speaks the page's
    language, and what it returns is given to the template.
    """

    name: str
    template: str
    page: Page
    more: dict[str, Any] = field(default_factory=dict)
    texts: tuple[Page, ...] = ()


def render(job: PageJob, voices: dict[str, Environment]) -> str:
    """The text of the page. Raises jinja2.TemplateError when the template cannot be rendered."""
    speaking = voices[job.page.lang]
    more = {name: _resolved(value, speaking) for name, value in job.more.items()}
    return speaking.get_template(job.template).render(page=job.page, **more)


def _resolved(value: Any, speaking: Environment) -> Any:
    return value(speaking) if isinstance(value, Callable) else value  # type: ignore[arg-type]
