"""The page of a film that is not to be seen any more, or not yet: the film, its picture and its
captions are nowhere, however its page went."""

import shutil
from pathlib import Path

import pytest

from tests.site.pages import pelican
from tests.site.planted import with_ledger
from tests.site.traces import digests, same_bytes, traces

LANGUAGES = ("be", "ru", "en")
PUBLIC = "https://example.org"
CLOCK = "2026-11-28T12:00+03:00"
PAGE = "prevention/film-way"
FILM = "zyqvxjfilm"
TEXT = f"""Title: Film: the way
Summary: A film.
Written: 2026-11-24
Sources: organisation
Film: media/films/{FILM}.mp4

All of it.
"""
SECTION = "Title: Prevention\nSummary: All.\nWritten: 2026-11-24\nSources: organisation\n"


def publish(folder, clock=CLOCK, refused=False):
    """Return what those who publish are told."""
    done = pelican(folder / "content", folder, "publishconf.py", SITEURL=PUBLIC, CLOCK=clock)
    assert bool(done.returncode) == refused, done.stdout + done.stderr
    return done.stdout + done.stderr


def places(folder):
    return [folder / name for name in ("output", ".output.build", "cache")]


def plant(media):
    """A film with its picture and captions, all of which say its name."""
    shutil.copyfile(
        Path(__file__).parents[2] / "content/media/films/before-you-go.mp4", media / f"{FILM}.mp4"
    )
    (media / f"{FILM}.svg").write_text(
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><title>{FILM}</title></svg>"
    )
    for lang in (*LANGUAGES, "ar"):
        (media / f"{FILM}-{lang}.vtt").write_text(
            f"WEBVTT\n\n00:00.000 --> 00:09.000\n{FILM} {lang}\n"
        )


@pytest.fixture(scope="module")
def public(tmp_path_factory):
    """A site in which the film is public, and the bytes of its files there."""
    folder = tmp_path_factory.mktemp("film")
    content = with_ledger(folder / "content")
    (content / "media" / "films").mkdir()
    plant(content / "media" / "films")
    for lang in LANGUAGES:
        (content / lang / f"{PAGE}.md").write_text(TEXT, encoding="utf-8")
        (content / lang / "prevention" / "index.md").write_text(SECTION, encoding="utf-8")
    publish(folder)
    found = traces(FILM, *places(folder))
    assert {".mp4", ".svg", ".vtt"} <= {Path(name).suffix for name in found}
    return folder, digests(FILM, folder / "output")


def withdrawn(file):
    say(file, "Withdrawn: 2026-11-28 | It was wrong.")


def draft(file):
    say(file, "Draft: yes")


def deleted(file):
    file.unlink()
    (file.parents[2] / "ledger" / "addresses.txt").write_text("")


def say(file, line):
    file.write_text(f"{line}\n{file.read_text(encoding='utf-8')}", encoding="utf-8")


@pytest.mark.parametrize("go", [withdrawn, draft, deleted], ids=lambda go: go.__name__)
def test_gone(public, tmp_path, go):
    """No name and no byte of what belongs to the film is left."""
    folder, was = public
    copy = shutil.copytree(folder, tmp_path / "site", symlinks=True)
    for lang in LANGUAGES:
        go(copy / "content" / lang / f"{PAGE}.md")
    publish(copy)
    assert traces(FILM, *places(copy)) == []
    assert same_bytes(was, *places(copy)) == []


def test_one_language(public, tmp_path):
    """A film that is withdrawn in one language stays where another still shows it."""
    copy = shutil.copytree(public[0], tmp_path / "site", symlinks=True)
    line = "Withdrawn: 2026-11-28 | It was wrong. | this language only"
    say(copy / "content" / "en" / f"{PAGE}.md", line)
    publish(copy)
    assert (copy / "output" / "media" / "films" / f"{FILM}.mp4").exists()
    assert f"{FILM}.mp4" in (copy / "output" / "be" / PAGE / "index.html").read_text("utf-8")
    assert FILM not in (copy / "output" / "en" / PAGE / "index.html").read_text("utf-8")
    assert traces(f"{FILM}-en", *places(copy)) == traces(f"{FILM} en", *places(copy)) == []


def link(folder):
    """Another page leads to the film, and shows its picture."""
    file = folder / "content" / "en" / "questions" / "01-phone.md"
    text = file.read_text(encoding="utf-8")
    place = f"../../media/films/{FILM}"
    file.write_text(f"{text}\n\n[It]({place}.mp4) ![It]({place}.svg)\n", encoding="utf-8")
    return "questions/01-phone.md:" + str(text.count("\n") + 3)


def test_linked(public, tmp_path):
    """What another page leads to goes too when it is withdrawn; the line is told."""
    copy = shutil.copytree(public[0], tmp_path / "site", symlinks=True)
    line = link(copy)
    publish(copy)
    assert FILM in (copy / "output/en/questions/phone/index.html").read_text("utf-8")
    for lang in LANGUAGES:
        withdrawn(copy / "content" / lang / f"{PAGE}.md")
    said = publish(copy)
    assert f"{line}: A file to which this leads is withdrawn" in said
    assert traces(FILM, *places(copy)) == []
    assert same_bytes(public[1], *places(copy)) == []


@pytest.mark.parametrize("go", [draft, deleted], ids=lambda go: go.__name__)
def test_led_to_nothing(public, tmp_path, go):
    """A link to a film that no public page shows is refused, with its line."""
    copy = shutil.copytree(public[0], tmp_path / "site", symlinks=True)
    line = link(copy)
    for lang in LANGUAGES:
        go(copy / "content" / lang / f"{PAGE}.md")
    assert f"{line}: 'media/films/{FILM}.mp4' is not public" in publish(copy, refused=True)
