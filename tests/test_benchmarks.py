"""What the benchmarks build can be built: a benchmark that fails is noticed before somebody needs
its figures."""

import importlib

import pytest

from tests.site.pages import MAIN, build

PAGES = 4  # in each language


@pytest.mark.slow
def test_corpus(tmp_path, monkeypatch):
    """The made-up corpus has everything that the data files of the real site ask for."""
    monkeypatch.syspath_prepend(str(MAIN / "benchmarks"))
    corpus, ours = (importlib.import_module(name) for name in ("corpus", "ours"))
    entries = corpus.corpus(PAGES, 1)
    (tmp_path / "content").mkdir()
    ours.write(entries, tmp_path / "content")
    output = build(tmp_path / "content", tmp_path)
    for entry in entries:
        assert (output.folder / ours.address(entry) / "index.html").is_file()
