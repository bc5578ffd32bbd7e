"""Files of a page that has moved."""

import pytest

from plugins.features.hosting.moved import moved

NAMES = {
    "be/press/2026-10-new/2026-10-new-be.pdf",
    "be/press/2026-10-new/statement-be.odt",
    "be/press/2026-10-new/index.html",
    "be/press/2026-10-newer/2026-10-newer-be.pdf",
    "kits/2026-10-new/web/road.png",
}
OLD, NEW = "be/press/2026-10-old/", "be/press/2026-10-new/"


def test_files():
    """Every file of the page, and its pictures, are found where they were, under the name that they
    had; what another page has stays away."""
    assert moved({OLD: NEW}, NAMES) == {
        f"{OLD}2026-10-old-be.pdf": f"{NEW}2026-10-new-be.pdf",
        f"{OLD}statement-be.odt": f"{NEW}statement-be.odt",
        "kits/2026-10-old/web/road.png": "kits/2026-10-new/web/road.png",
    }


@pytest.mark.parametrize(
    ("redirects", "names", "gone"),
    [
        ({OLD: NEW}, NAMES, {OLD}),
        ({OLD: "be/press/nowhere/"}, NAMES, ()),
        ({}, NAMES, ()),
        (
            {"ru/press/2026-10-old/": "ru/press/2026-10-old-2/"},
            {f"ru/press/2026-10-old{n}/statement.odt" for n in ("", "-2")},
            (),
        ),
    ],
)
def test_nothing(redirects, names, gone):
    """An address that was taken away on purpose, one that leads nowhere, and a name that somebody
    has, get no file."""
    assert moved(redirects, names, gone) == {}
