"""Where a link leads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.reading.links import classify, web_address

HERE = "be/advice/01-before/02-papers.md"

LINKS = [
    ("03-money.md", "document", "be/advice/01-before/03-money.md", ""),
    ("../../questions/01-phone.md", "document", "be/questions/01-phone.md", ""),
    ("../../questions/01-phone.md#when", "document", "be/questions/01-phone.md", "when"),
    ("#here", "document", HERE, "here"),
    ("../../../en/index.md", "document", "en/index.md", ""),
    ("../../../media/road.svg", "media", "media/road.svg", ""),
    ("https://example.org/a#b", "outside", "https://example.org/a#b", ""),
    ("http://example.org/", "outside", "http://example.org/", ""),
    ("tel:113", "undeclared", "tel:113", ""),
    ("mailto:a@example.org", "undeclared", "mailto:a@example.org", ""),
    ("sms:113", "undeclared", "sms:113", ""),
    ("/be/questions/", "unknown", "/be/questions/", ""),
    ("//example.org/", "unknown", "//example.org/", ""),
    ("javascript:alert(1)", "unknown", "javascript:alert(1)", ""),
    ("ftp://example.org/", "unknown", "ftp://example.org/", ""),
    ("//[", "unknown", "//[", ""),
    ("../../help/", "unknown", "be/help", ""),
]

ADDRESSES = [
    ("document", "be/questions/01-phone.md", "", "", "/be/questions/phone/"),
    ("document", "be/questions/01-phone.md", "when", "", "/be/questions/phone/#when"),
    ("document", "be/index.md", "", "/site", "/site/be/"),
    ("document", "be/404.md", "", "", "/be/404.html"),
    ("media", "media/road.svg", "", "/site", "/site/media/road.svg"),
    ("document", "be/Help.md", "", "", None),
    ("document", "../etc.md", "", "", None),
    ("outside", "https://example.org/", "", "", None),
    ("unknown", "/be/questions/", "", "", None),
]


@pytest.mark.parametrize(("target", "kind", "path", "anchor"), LINKS)
def test_classify(target, kind, path, anchor):
    """A link says by its form where it leads; paths are resolved from the folder of the file."""
    assert classify(target, HERE) == (kind, path, anchor)


@pytest.mark.parametrize(("kind", "path", "anchor", "base", "expected"), ADDRESSES)
def test_web_address(kind, path, anchor, base, expected):
    """A path becomes the address a browser follows; what is no path of ours stays as it is."""
    assert web_address(kind, path, anchor, base) == expected


@given(st.text(st.one_of(st.sampled_from(":/[]#.?%@amd\\ "), st.characters()), max_size=30))
def test_any_link(target):
    """Whatever an editor writes as a link has a kind."""
    kind, path, anchor = classify(target, HERE)
    assert kind in {"outside", "undeclared", "document", "media", "unknown"}


@given(st.text(st.one_of(st.sampled_from(":/[]#.?%@amd\\ "), st.characters()), max_size=30))
def test_any_address(target):
    """Whatever an editor writes as a link, its address is inside the site or there is none."""
    address = web_address(*classify(target, HERE), "")
    assert address is None or address.startswith("/")
