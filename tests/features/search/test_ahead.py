"""Words that are counted before a page is finished count only as long as the page stays as it
was."""

from dataclasses import replace

from plugins.features.search.ahead import Ahead
from plugins.features.search.statistics import seen
from plugins.model.document import Text


def test_as_it_was(document):
    """What other cores have counted is used for the same document."""
    page = document("en/advice/a.md", content_digest="1", content="<p>word</p>")
    assert Ahead([page], [seen(page)], lambda: ["counted"]).of(page) == "counted"


def test_changed_since(document):
    """A page whose text has changed since is counted again."""
    page = document("en/advice/a.md", content_digest="1", content="<p>word</p>")
    ahead = Ahead([page], [seen(page)], lambda: ["counted"])
    assert ahead.of(replace(page, text=Text("<p>another</p>"))) is None


def test_unknown(document):
    """So is a page that was not there."""
    page = document("en/advice/a.md", content_digest="1")
    assert Ahead([], [], list).of(page) is None


def test_waits_once(document):
    """The other cores are waited for once, and only when somebody asks."""
    page = document("en/advice/a.md", content_digest="1")
    asked = []
    ahead = Ahead([page], [seen(page)], lambda: asked.append(1) or ["counted"])
    assert asked == []
    ahead.of(page)
    ahead.of(page)
    assert asked == [1]
