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
    ('"be/o/" = "be/p/"\n"be/p/" = "be/q/"\n"be/q/" = "be/"', ["Lead to 'be/'."] * 2),
    (
        '"be/old/" = "be/older/"\n"be/older/" = "be/old/"',
        ["Correct the address, or remove the line."] * 2,
    ),
    ('"be/old/" = "be/old/"', ["Correct the address, or remove the line."]),
    ('[old]\n"be/old/" = "be/"', ['Write it as "en/about/", without `/` before it.'] * 2),
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
    assert [one.fix for one in found] == fixes


def test_line_of_a_redirect(tmp_path):
    """A line is told by where its redirect begins, not where another leads there."""
    (tmp_path / "ledger").mkdir()
    text = '"be/old/" = "be/press/new/"\n"be/older/" = "be/nowhere/"\n"be/nowhere/" = "be/x/"\n'
    (tmp_path / "ledger" / "redirects.toml").write_text(text)
    found = check(tmp_path, ["ledger/redirects.toml"], PLACES)
    assert [one.line for one in found] == [2, 3]
