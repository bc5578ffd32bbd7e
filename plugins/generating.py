"""The generators of our plugins, which borrow their templates.

Pelican gives each of its generators a Jinja environment of its own, lists all templates for it and introduces it to
every plugin. It asks of a generator only that it can `generate_context` or `generate_output`, or both; so ours, a score
of them, leave all that out.
"""

from typing import Any


class Borrowing:
    """What Pelican tells a generator; the templates are those of Pelican's own generator of pages."""

    def __init__(self, context: Any, settings: Any, path: str, theme: str, output_path: str) -> None:
        self.context = context
        self.settings = settings
        self.path = path
        self.theme = theme
        self.output_path = output_path

    @property
    def env(self) -> Any:
        """The environment of the templates, the same for all of ours."""
        return self.settings["LENDER"].env

    def get_template(self, name: str) -> Any:
        """The template of that name, without `.html`. Raises PelicanTemplateNotFound."""
        return self.settings["LENDER"].get_template(name)
