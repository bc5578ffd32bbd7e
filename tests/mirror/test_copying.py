"""What of the published site goes into its mirror."""

import zipfile

from plugins.mirror.copying import copy, pack


def test_compressed(tmp_path):
    """What is there once more, compressed for web servers, is in no mirror; an archive of its own is."""
    output = tmp_path / "output"
    output.mkdir()
    (output / "index.html").write_text("<!doctype html><title>Words</title>")
    for name in ("index.html.gz", "index.html.br", "letters.gz"):
        (output / name).write_bytes(b"x")
    said = copy(output, tmp_path / "mirror", "https://example.org")
    assert [line.split()[1] for line in said.splitlines()] == ["index.html", "letters.gz"]


def test_packed(tmp_path):
    """The zip is the same whenever it is made, and who unpacks it for a web server can serve it."""
    folder = tmp_path / "mirror"
    (folder / "be").mkdir(parents=True)
    (folder / "be" / "index.html").write_text("дома", encoding="utf-8")
    first = pack(folder).read_bytes()
    (folder / "be" / "index.html").touch()
    assert pack(folder).read_bytes() == first
    with zipfile.ZipFile(tmp_path / "mirror.zip") as archive:
        rights = {entry.filename: entry.external_attr >> 16 for entry in archive.infolist()}
    assert rights == {"mirror/be/index.html": 0o644}
