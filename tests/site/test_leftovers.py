"""What a later build does with the output of an earlier one."""

import shutil

import pytest

from tests.conftest import EXAMPLE
from tests.site.pages import Output, pelican


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory):
    """A site built twice; in between a page was removed,
    and a file laid into the output by hand."""
    folder = tmp_path_factory.mktemp("rebuilt")
    content = shutil.copytree(EXAMPLE, folder / "example")
    assert pelican(content, folder).returncode == 0
    (content / "en" / "about" / "index.md").unlink()
    for lang in ("be", "ru", "en"):
        (content / lang / "news" / "2025-03-01-one.md").unlink()
    (content / "media" / "road.svg").touch()
    (folder / "output" / "CNAME").write_text("example.org", encoding="utf-8")
    done = pelican(content, folder)
    assert done.returncode == 0, done.stderr + done.stdout
    return Output(folder / "output")


def test_removed(rebuilt):
    """A page that no longer exists in any language is gone, with its folder."""
    assert [name for name in rebuilt.names if "2025-03-01-one" in name] == []
    assert not (rebuilt.folder / "en" / "news" / "2025-03-01-one").exists()


def test_translations_stay(rebuilt):
    """Where a page is gone in one language, a translation stands in for it and does not count it as
    one."""
    assert "fallback-notice" in rebuilt.read("en/about/index.html")
    assert 'hreflang="en"' not in rebuilt.read("be/about/index.html").partition("</head>")[0]


@pytest.mark.parametrize(
    "name",
    ["media/road.svg", "sitemap.xml", "robots.txt", "be/news/feed.xml", "be/news/2026/index.html"],
)
def test_kept(rebuilt, name):
    """What this build wrote too is kept, whoever writes it."""
    assert name in rebuilt.names


def test_foreign_file(rebuilt):
    """A file that no build of ours wrote stays."""
    assert "CNAME" in rebuilt.names
