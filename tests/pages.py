"""Pages for tests, made without files."""

from plugins.model.document import Text
from plugins.model.page import Page, SearchWords


def a_page(*parts, content="", search_words="", **fields):
    """A page with the text `content`, the attributes `fields` and those `parts`."""
    page = Page(**fields, text=Text(content))
    for part in (*parts, *([SearchWords(search_words)] if search_words else [])):
        page.give(part)
    return page
