"""Where redirects lead."""

import pytest

from plugins.checks.planted import Places, check

PLACES = Places(frozenset({"be/", "be/press/new/"}), frozenset({"be/asleep/"}))
REDIRECTS = [
    ('"be/old/" = "be/press/new/"', []),
    ('"be/old/" = "be/asleep/"', []),
    ('"be/old/" = "be/press/nwe/"', ["Did you mean 'be/press/new/'?"]),
    ('"be/old/" = "be/nothing-like-it/"', ["Correct the address, or remove the line."]),
    ('"be/old/" = "be/older/"\n"be/older/" = "be/"', ["Lead to 'be/'."]),
    ('"be/" = "be/press/new/"', ["Remove the line."]),
    *[
        (f'"be/old/" = "{new}"', ['Write it as "en/about/", without `/` before it.'])
        for new in ("/be/", "be", "be/../", "../be/", "https://example.org/")
    ],
]


@pytest.mark.parametrize(("text", "fixes"), REDIRECTS)
def test_redirects(tmp_path, text, fixes):
    """A redirect leads from where no page is to where one is; what is wrong has its line."""
    (tmp_path / "ledger").mkdir()
    (tmp_path / "ledger" / "redirects.toml").write_text(text)
    found = list(check(tmp_path, ["ledger/redirects.toml"], PLACES))
    assert ([one.fix for one in found], {one.line for one in found} <= {1}) == (fixes, True)
