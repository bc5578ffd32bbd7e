"""Where the readers of an old address are led."""

import pytest

from plugins.model.moved import with_made

OLD, NEW = "be/press/2026-10-old/", "be/press/2026-10-new/"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"{OLD}2026-10-old-be.pdf", f"{NEW}2026-10-new-be.pdf"),
        (f"{OLD}statement-be.odt", f"{NEW}statement-be.odt"),
        ("kits/2026-10-old/web/road.png", "kits/2026-10-new/web/road.png"),
        (OLD, NEW),
    ],
)
def test_made(old, new):
    """A file or a picture of a page that has moved leads on from where it was."""
    assert with_made({OLD: NEW}, [new])[old] == new


@pytest.mark.parametrize(
    "address", ["be/press/2026-10-newer/a.pdf", "kits/2026-10-newer/road.png", "be/press/a.pdf"]
)
def test_of_others(address):
    """What belongs to another page leads nowhere."""
    assert with_made({OLD: NEW}, [address]) == {OLD: NEW}


def test_said_itself():
    """Where somebody has said where a file leads, that counts."""
    told = {OLD: NEW, f"{OLD}a.pdf": "be/press/other.pdf"}
    assert with_made(told, [f"{NEW}a.pdf"]) == told


@pytest.mark.parametrize("address", ["be/press/calendar-be.ics", "be/press/2026/"])
def test_led_to_a_page_above(address):
    """A page that was taken away, whose readers are led to its section, takes nothing of that with
    it; otherwise its name would stand in many addresses."""
    told = {OLD: "be/press/"}
    assert with_made(told, [address]) == told


def test_made_from_another_page():
    """What is made from a page below is that page's own."""
    told = {"be/old/": "be/help/"}
    made = ["be/help/pl/", "be/help/phone/phone-be.pdf"]
    found = with_made(told, made, pages={"be/help/phone/", "be/help/"})
    assert found == told | {"be/old/pl/": "be/help/pl/"}
