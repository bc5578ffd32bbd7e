"""The output folder is always a whole site: the build before, or this one;
never a mixture, never leftovers."""

import errno
import os
import shutil
import threading
from pathlib import Path

import pytest

from plugins.build.dependencies import Dependencies
from plugins.build.manifest import read_manifest, write_manifest
from plugins.build.output import NotMadeError, Output
from plugins.build.tree import open_to_all


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "output"


def begun(folder):
    output = Output(folder)
    output.begin()
    return output


def name_of(word):
    return word.replace("__", "/").replace("_", ".")


def built(folder, **files):
    """A build that wrote `files` (`__` for `/`, `_` for `.`) and was published;
    what it says is gone."""
    output = begun(folder)
    for word, text in files.items():
        output.write(name_of(word), text, f"key of {text}")
    return output.publish()


def names(folder):
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


def test_write(folder):
    """A file is written with the folders it needs."""
    built(folder, be__news__feed_xml="навіны")
    assert (folder / "be/news/feed.xml").read_text(encoding="utf-8") == "навіны"


def test_not_before_published(folder):
    """Until a build is published the folder is as it was."""
    built(folder, a_txt="old")
    begun(folder).write("a.txt", "new")
    assert (folder / "a.txt").read_text() == "old"


def test_unchanged(folder):
    """A file that holds the text already keeps its time."""
    built(folder, a_txt="a")
    before = (folder / "a.txt").stat().st_mtime_ns
    built(folder, a_txt="a", b_txt="b")
    assert (folder / "a.txt").stat().st_mtime_ns == before


def test_nothing_new(folder):
    """A build that changes nothing leaves the very folder that was there."""
    built(folder, a_txt="a")
    before = folder.stat().st_ino
    built(folder, a_txt="a")
    assert folder.stat().st_ino == before


def test_written_twice(folder):
    """What is served is not touched even when a file is written twice in one build."""
    built(folder, a_txt="old")
    output = begun(folder)
    output.write("a.txt", "new")
    output.write("a.txt", "old")
    assert (folder / "a.txt").read_text() == "old"
    output.publish()
    assert (folder / "a.txt").read_text() == "old"


@pytest.mark.parametrize(("key", "kept"), [("key of a", True), ("key of b", False), ("", False)])
def test_keep(folder, key, kept):
    """A file is kept when it was made from the same,
    and not when nobody knows from what it is made."""
    built(folder, a_txt="a")
    assert begun(folder).keep("a.txt", key) is kept


@pytest.mark.parametrize(
    "damage", [lambda file: file.write_text("other"), lambda file: file.unlink()]
)
def test_keep_nothing_damaged(folder, damage):
    """A file that somebody changed or deleted is made again."""
    built(folder, a_txt="a")
    damage(folder / "a.txt")
    output = begun(folder)
    assert (output.keep("a.txt", "key of a"), output.intact()) == (False, False)
    output.write("a.txt", "a", "key of a")
    output.publish()
    assert (folder / "a.txt").read_text() == "a"


def test_gone(folder):
    """What the build before wrote and this one did not is gone, and said to be."""
    built(folder, be__old__index_html="", be__index_html="")
    assert built(folder, be__index_html="") == ["be/old/index.html"]
    assert names(folder) == ["be/index.html"]


def test_gone_with_its_folder(folder):
    """A folder in which nothing is left is gone too, in both folders that take turns."""
    built(folder, be__old__index_html="", be__index_html="")
    for text in "abc":
        built(folder, be__index_html=text)
        assert not (folder / "be" / "old").exists()


def test_file_in_place_of_folder(folder):
    """What was a folder may become a file, and the other way round."""
    for _ in range(3):
        built(folder, a__b_txt="1")
        built(folder, a="2")
        assert names(folder) == ["a"]


def test_foreign_files(folder):
    """What no build of ours wrote stays, for as long as its owner leaves it."""
    built(folder, be__index_html="")
    (folder / "CNAME").write_text("example.org", encoding="utf-8")
    for text in "abc":
        built(folder, be__index_html=text)
        assert (folder / "CNAME").read_text() == "example.org"
    (folder / "CNAME").unlink()
    for text in "abc":
        built(folder, be__index_html=text)
        assert not (folder / "CNAME").exists()


def test_foreign_file_changed(folder):
    """A file of somebody else's that was replaced stays as it is now."""
    built(folder, be__index_html="")
    for text in "abcd":
        (folder / "CNAME").unlink(missing_ok=True)
        (folder / "CNAME").write_text(text, encoding="utf-8")
        built(folder, be__index_html=text)
        assert (folder / "CNAME").read_text() == text


def test_turns(folder):
    """However often the two folders take turns, the site is what the last build wrote."""
    for number in range(6):
        files = {
            f"page{n}_txt": str(number if n == number % 3 else n) for n in range(3 + number % 2)
        }
        built(folder, **files)
        assert {name: (folder / name).read_text() for name in names(folder)} == {
            name_of(word): text for word, text in files.items()
        }


def test_lost(folder):
    """When somebody deletes the folder, the next build serves the site again as it was,
    and makes nothing."""
    built(folder, a_txt="a", b_txt="b", old__c_txt="c")
    built(folder, a_txt="a", b_txt="new")
    shutil.rmtree(folder)
    output = begun(folder)
    kept = [output.keep("a.txt", "key of a"), output.keep("b.txt", "key of new")]
    assert (kept, names(folder), output.intact()) == ([True, True], ["a.txt", "b.txt"], True)


def everywhere(folder):
    """The bytes of all files in the folder and in the workshop beside it."""
    return b"".join(path.read_bytes() for path in folder.parent.rglob("*") if path.is_file())


def test_nothing_stays_behind(folder):
    """What a build took away or changed is in neither folder, and no list names it."""
    built(folder, a_txt="a", page_txt="planted", planted_txt="b")
    built(folder, a_txt="a", page_txt="planted again", planted_txt="b")
    assert b"planted" in everywhere(folder)
    built(folder, a_txt="a", page_txt="clean")
    assert b"planted" not in everywhere(folder)
    assert not [path for path in folder.parent.rglob("*planted*")]


def test_killed_before_catching_up(folder, monkeypatch):
    """Where a build was killed before the second folder was clean, the next one cleans it,
    though it changes nothing."""
    built(folder, a_txt="a", page_txt="planted")
    with monkeypatch.context() as patch:
        patch.setattr(Output, "_catch_up", lambda *_: None)
        built(folder, a_txt="a", page_txt="clean")
    assert b"planted" in everywhere(folder)
    built(folder, a_txt="a", page_txt="clean")
    assert b"planted" not in everywhere(folder)


@pytest.mark.parametrize("ending", [".gz", ".br", ".zst"])
def test_compressed(folder, ending):
    """What a server was given beside a file goes with the file, and with what stood in it."""
    built(folder, a_txt="a", page_txt="planted", gone_txt="planted")
    for name in ("a.txt", "page.txt", "gone.txt"):
        (folder / f"{name}{ending}").write_text("planted" if name != "a.txt" else "")
    built(folder, a_txt="a", page_txt="clean")
    assert b"planted" not in everywhere(folder)
    assert names(folder) == ["a.txt", f"a.txt{ending}", "page.txt"]


def test_compressed_long_ago(folder):
    """So does one that several builds have seen there."""
    built(folder, a_txt="a", page_txt="planted")
    (folder / "page.txt.gz").write_text("planted")
    built(folder, a_txt="b", page_txt="planted")
    built(folder, a_txt="c", page_txt="clean")
    assert b"planted" not in everywhere(folder)


def test_lost_after_first_build(folder):
    """The first build leaves a second folder too, so nothing of it has to be made again."""
    built(folder, a_txt="a", be__b_txt="b")
    shutil.rmtree(folder)
    output = begun(folder)
    assert (output.intact(), names(folder)) == (True, ["a.txt", "be/b.txt"])


@pytest.mark.parametrize("copy", [shutil.copy2, shutil.copy], ids=["with times", "without times"])
def test_restored_elsewhere(folder, tmp_path, copy):
    """A copy of the workshop makes the site whole again where the folder is missing."""
    built(folder, a_txt="a", b_txt="b", c_txt="c")
    built(folder, a_txt="a", b_txt="new", d_txt="d")
    there = tmp_path / "there" / "output"
    shutil.copytree(
        folder.parent / ".output.build", there.parent / ".output.build", copy_function=copy
    )
    output = begun(there)
    wanted = {"a.txt": "a", "b.txt": "new", "d.txt": "d"}
    assert [name for name, text in wanted.items() if output.keep(name, f"key of {text}")] == [
        *wanted
    ]
    output.publish()
    assert {name: (there / name).read_text() for name in names(there)} == wanted


def test_touched(folder):
    """A file with another time that holds the same is not made again;
    one that holds something else is."""
    built(folder, a_txt="a", b_txt="b")
    os.utime(folder / "a.txt", (1, 1))
    (folder / "b.txt").write_text("x")
    output = begun(folder)
    assert (output.keep("a.txt", "key of a"), output.keep("b.txt", "key of b")) == (True, False)


def test_lost_twice(folder):
    """A build that has nothing to change makes the second folder again:
    the site can be lost once more."""
    built(folder, a_txt="a", be__b_txt="b")
    for _ in range(2):
        shutil.rmtree(folder)
        output = begun(folder)
        assert (output.intact(), names(folder)) == (True, ["a.txt", "be/b.txt"])
        output.rest()


def test_lost_again_and_again(folder):
    """However often the folder is lost, the site is what the last build wrote."""
    for number in range(5):
        built(folder, a_txt=f"a{number}", b_txt="b", **{f"c{number}_txt": "c"})
        assert names(folder) == ["a.txt", "b.txt", f"c{number}.txt"]
        assert (folder / "a.txt").read_text() == f"a{number}"
        shutil.rmtree(folder)


def test_first_build_killed_after_changing_places(folder):
    """A first build killed just after its folder was served is the last build."""
    folder.mkdir()
    built(folder, a_txt="a")
    workshop = folder.parent / ".output.build"
    (workshop / "manifest").rename(workshop / "manifest.coming")
    (workshop / "next").mkdir()
    assert begun(folder).keep("a.txt", "key of a")


def test_one_workshop_beside(folder):
    """Beside the folder there is one other, in which builds are made,
    and nothing half made is left in it."""
    for text in "abc":
        built(folder, a_txt=text)
    assert sorted(path.name for path in folder.parent.iterdir()) == [".output.build", "output"]
    assert sorted(path.name for path in (folder.parent / ".output.build").iterdir()) == [
        "lock",
        "manifest",
        "spare",
    ]


def test_discard(folder):
    """A build that was not published leaves nothing of what it made."""
    output = begun(folder)
    output.write("a.txt", "a")
    output.discard()
    assert (folder.exists(), output.made.exists(), output.loose.exists()) == (False, False, False)


def test_adopted(folder):
    """What Pelican writes by itself belongs to the build, with the key it was promised under."""
    output = begun(folder)
    (output.loose / "drawing.svg").write_text("<svg/>")
    output.promise("drawing.svg", "key of a drawing")
    output.publish()
    assert begun(folder).keep("drawing.svg", "key of a drawing")


def test_killed_before_changing_places(folder):
    """A build killed while it prepared its folder is as if it had never been."""
    built(folder, a_txt="a")
    built(folder, a_txt="b")
    output = begun(folder)
    output.spare.rename(output.next)
    (output.next / "half").write_text("")
    output.discard()
    built(folder, a_txt="c")
    built(folder, a_txt="d")
    assert (names(folder), (folder / "a.txt").read_text()) == (["a.txt"], "d")


def test_killed_after_changing_places(folder):
    """A build killed just after its folder was served is the last build,
    though it never said so."""
    built(folder, a_txt="a")
    workshop = folder.parent / ".output.build"
    shutil.copy(workshop / "manifest", workshop / "before")
    built(folder, a_txt="b", b_txt="b")
    (workshop / "manifest").rename(workshop / "manifest.coming")
    (workshop / "before").rename(workshop / "manifest")
    (workshop / "spare").rename(workshop / "next")
    assert built(folder, a_txt="a") == ["b.txt"]
    assert names(folder) == ["a.txt"]


def test_never_missing(folder):
    """While builds follow each other, a reader always finds a whole page of one of them."""
    built(folder, a_txt="0" * 1000)
    seen, stop = [], threading.Event()

    def read():
        while not stop.is_set():
            seen.append((folder / "a.txt").read_text())

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 40):
        built(folder, a_txt=str(number % 10) * 1000)
    stop.set()
    reader.join()
    assert {len(set(text)) * len(text) for text in seen} == {1000}


@pytest.mark.parametrize("name", ["../outside.txt", "be/../../outside.txt", "/outside.txt"])
def test_outside(folder, name):
    """Nothing outside the folder is removed, whatever the manifest says."""
    built(folder, a_txt="a")
    (folder.parent / "outside.txt").write_text("", encoding="utf-8")
    output = begun(folder)
    output.before.entries[name] = output.before.entries["a.txt"]
    write_manifest(output.workshop / "manifest", output.before)
    output.discard()
    built(folder, a_txt="b")
    assert (folder.parent / "outside.txt").exists()


def test_ledger_lost(folder):
    """Without a manifest everything in the folder might be somebody else's, so it stays."""
    built(folder, a_txt="a", b_txt="b")
    (folder.parent / ".output.build" / "manifest").write_text("rubbish")
    built(folder, a_txt="c")
    assert (names(folder), (folder / "a.txt").read_text()) == (["a.txt", "b.txt"], "c")


def test_sums(folder):
    """The sums are of all files of the build, new and kept, in the order of their names."""
    built(folder, b_txt="b")
    output = begun(folder)
    output.keep("b.txt", "key of b")
    output.write("a.txt", "a")
    assert [line[64:] for line in output.sums().splitlines()] == ["  a.txt", "  b.txt"]


def traced(folder, now):
    """Whether a file made from `data contacts` is kept, where `now` says what its digest is;
    it is published anyway."""
    dependencies, uses, output = (
        Dependencies({"data": now.get}),
        frozenset({"data contacts"}),
        begun(folder),
    )
    kept = output.reuse("a.txt", "declared", dependencies)
    if not kept:
        output.trace(
            "a.txt", output.write("a.txt", str(now), dependencies.key("declared", uses)), uses
        )
    output.publish()
    return kept


def test_dependencies_are_kept(folder):
    """A file is kept as long as what it was made from is as it was, from one build to the next."""
    known = [traced(folder, {"contacts": digest}) for digest in ("1", "1", "1", "2", "2")]
    assert known == [False, True, True, False, True]


def test_trace_that_is_gone(folder):
    """A manifest that speaks of dependencies it does not have is none."""
    traced(folder, {"contacts": "1"})
    file = folder.parent / ".output.build" / "manifest"
    file.write_text(file.read_text().replace('"used":["data contacts"]', '"used":[]'))
    assert read_manifest(file) is None


def test_not_made_yet(folder):
    """Who asks for a file that nobody has made yet is told so, and gets nothing older."""
    built(folder, a_txt="before")
    output = begun(folder)
    with pytest.raises(NotMadeError, match="a.txt"):
        output.read("a.txt")
    output.discard()


def test_keep_former(folder):
    """A file that this build does not make may stay, until a build does not keep it any more."""
    built(folder, old_css="old", a_txt="a")
    output = begun(folder)
    output.write("a.txt", "b")
    output.keep_former("old.css", "former")
    output.publish()
    kept = names(folder)
    built(folder, a_txt="b")
    assert (kept, names(folder)) == (["a.txt", "old.css"], ["a.txt"])


@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOTSUP])
def test_no_hard_links(folder, monkeypatch, number):
    """On a disk that knows no second names every build is whole all the same."""

    def refuse(file, place):
        raise OSError(number, "no")

    monkeypatch.setattr("os.link", refuse)
    for text in ("a", "b", "c"):
        built(folder, a_txt=text, be__index_html="be")
    assert (names(folder), (folder / "a.txt").read_text()) == (["a.txt", "be/index.html"], "c")


@pytest.mark.parametrize("step", [1, 2, 3, 4, 5])
def test_killed_without_exchange(folder, monkeypatch, step):
    """Where two folders cannot change places in one step, a build that is killed before any of
    its steps leaves a whole site, which the next build finds, and the one after that changes."""

    class NoExchange:
        renameat2 = None

    steps, rename = iter(range(1, 9)), Path.rename

    def kill(path, target):
        if next(steps) == step:
            raise KeyboardInterrupt
        return rename(path, target)

    built(folder, a_txt="a", b_txt="b")
    monkeypatch.setattr("plugins.build.tree.ctypes.CDLL", lambda *_, **__: NoExchange)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        output = begun(folder)
        output.write("a.txt", "new")
        output.write("b.txt", "b")
        patch.setattr("plugins.build.tree.Path.rename", kill)
        output.publish()
    output._stack.pop_all()
    begun(folder).discard()
    assert (names(folder), (folder / "b.txt").read_text()) == (["a.txt", "b.txt"], "b")
    assert (folder / "a.txt").read_text() == ("a" if step < 4 else "new")
    built(folder, a_txt="newest")
    assert (names(folder), (folder / "a.txt").read_text()) == (["a.txt"], "newest")


def test_open_to_all(folder):
    """What nobody else could read, a web server can."""
    built(folder, be__index_html="be")
    for place, mode in ((folder / "be" / "index.html", 0o600), (folder / "be", 0o700)):
        place.chmod(mode)
    open_to_all(folder)
    modes = [oct(place.stat().st_mode)[-3:] for place in (folder / "be", folder / "be/index.html")]
    assert modes == ["755", "644"]
