"""What a file that is saved on a telephone can do without."""

import pytest

from plugins.features.offline.lean import with_style, without_idle_anchors

ANCHORS = [
    ({"a": '<h3 id="a--x">A</h3>'}, {"a": "<h3>A</h3>"}),
    ({"a": '<h3 id="a--x">A</h3>', "b": '<a href="#a--x">A</a>'},) * 2,
    ({"a": '<h3 id="x">A</h3><section aria-labelledby="x y"></section>'},) * 2,
    (
        {"a": '<a href="https://example.org/#x">A</a><p id="x">A</p>'},
        {"a": '<a href="https://example.org/#x">A</a><p>A</p>'},
    ),
]
PAGE = (
    '<!doctype html><html><head><style></style></head><body><p class="card big">A</p></body></html>'
)


@pytest.mark.parametrize(("texts", "left"), ANCHORS)
def test_anchors(texts, left):
    """An anchor to which nothing in the file leads is left out, any other stays."""
    assert without_idle_anchors(texts) == left


def test_style():
    """The file has its style in it, as much as it needs."""
    css = ".card{margin:0}.notice{margin:0}.big{margin:0}"
    assert "<style>.card{margin:0}.big{margin:0}</style>" in with_style(PAGE, css)
