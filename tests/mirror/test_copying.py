"""What of the published site goes into its mirror."""

from plugins.mirror.copying import copy


def test_compressed(tmp_path):
    """What is there once more, compressed for web servers, is in no mirror; an archive of its own is."""
    output = tmp_path / "output"
    output.mkdir()
    (output / "index.html").write_text("<!doctype html><title>Words</title>")
    for name in ("index.html.gz", "index.html.br", "letters.gz"):
        (output / name).write_bytes(b"x")
    said = copy(output, tmp_path / "mirror", "https://example.org")
    assert [line.split()[1] for line in said.splitlines()] == ["index.html", "letters.gz"]
