"""The ledger of published addresses in a public build."""

import shutil

from tests.conftest import EXAMPLE
from tests.site.pages import pelican

PUBLIC = "https://example.org"


def test_address_gone(tmp_path):
    """A public build fails when an address of the ledger is gone,
    and passes once a redirect leads on."""
    copy = shutil.copytree(EXAMPLE, tmp_path / "content")
    (copy / "ledger").mkdir()
    (copy / "ledger" / "addresses.txt").write_text("be/\nbe/press/2020-01-old/\n")
    done = pelican(copy, tmp_path, "publishconf.py", SITEURL=PUBLIC)
    assert "ledger/addresses.txt:2: /be/press/2020-01-old/ was public and is gone." in done.stderr
    (copy / "ledger" / "redirects.toml").write_text(
        '"be/press/2020-01-old/" = "be/press/2026-06-summer/"\n'
    )
    done = pelican(copy, tmp_path, "publishconf.py", SITEURL=PUBLIC)
    assert done.returncode == 0, done.stderr
    assert "be/press/2026-06-summer/" in (copy / "ledger" / "addresses.txt").read_text().split()
    assert (
        "url=/be/press/2026-06-summer/"
        in (tmp_path / "output" / "be/press/2020-01-old/index.html").read_text()
    )
