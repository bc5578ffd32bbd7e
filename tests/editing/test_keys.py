"""Where pages are named by key, and where the same word is a word."""

import pytest

from plugins.editing.keys import with_key

LINES = [
    ("Next: contact, press", "Next: write, press"),
    ("Next: about/contact, contact-of-others", "Next: about/contact, contact-of-others"),
    ("Doors: contact | How to contact us | contact", "Doors: write | How to contact us | contact"),
    ("Doors: advice | Help\n    contact | contact", "Doors: advice | Help\n    write | contact"),
    ('---\nDoors:\n  - "contact | contact"\n---', '---\nDoors:\n  - "write | contact"\n---'),
    ("Keywords: contact", "Keywords: contact"),
]


@pytest.mark.parametrize(("before", "after"), LINES)
def test_with_key(before, after):
    """A key is renamed where it is one: not in a longer key, not in the words of a door."""
    assert with_key(f"{before}\n\ncontact\n", "contact", "write") == f"{after}\n\ncontact\n"
