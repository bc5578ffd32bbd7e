"""A build that does only what an edit asks for leaves exactly what a build from nothing would."""

import shutil
from contextlib import closing

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.conftest import EXAMPLE
from tests.full import amount, sample
from tests.site.workplace import Resident, Workplace, apart

LANGUAGES = ("be", "ru", "en")
EDITS = amount(100, 20)
NEWS = "Title: {title}\nSummary: Summary {title}.\nSources: organisation\nTopics: {topic}\nWritten: 2026-11-01\n\nText {title}.\n"


def news(place, lang):
    return sorted((place.content / lang / "news").glob("2*.md"))


def pages(place):
    """Pages whose text and title may be changed at will."""
    return [
        file
        for file in sorted(place.content.glob("[a-z][a-z]/**/*.md"))
        if "Title: " in file.read_text()
    ]


def chosen(files, number):
    return files[number % len(files)]


def add_page(place, number):
    """A piece of news in every language."""
    name = f"20{10 + number % 17}-0{1 + number % 9}-1{number % 9}-added-{number}.md"
    for lang in LANGUAGES:
        text = NEWS.format(
            title=f"{lang} {number}", topic=("labour", "migration", "labour, migration")[number % 3]
        )
        (place.content / lang / "news" / name).write_text(text, encoding="utf-8")


def delete_page(place, number):
    """The same piece of news in every language."""
    found = news(place, "en")
    if len(found) > 2:
        name = chosen(found, number).name
        for lang in LANGUAGES:
            (place.content / lang / "news" / name).unlink(missing_ok=True)


def rename_page(place, number):
    """The same piece of news in every language gets another address."""
    name = chosen(news(place, "en"), number).name
    for lang in LANGUAGES:
        file = place.content / lang / "news" / name
        if file.exists():
            file.rename(file.with_name(f"{name[:11]}renamed-{number}.md"))


def change_text(place, number):
    file = chosen(pages(place), number)
    file.write_text(file.read_text(encoding="utf-8") + f"\nParagraph {number}.\n", encoding="utf-8")


def change_title(place, number):
    file = chosen(pages(place), number)
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    lines = [f"Title: Title {number}\n" if line.startswith("Title:") else line for line in lines]
    file.write_text("".join(lines), encoding="utf-8")


def change_summary(place, number):
    file = chosen(pages(place), number)
    text = file.read_text(encoding="utf-8").replace("Summary: ", f"Summary: {number} ", 1)
    file.write_text(text, encoding="utf-8")


def touch(place, number):
    """A file looks new and is not."""
    chosen(pages(place), number).touch()


def add_picture(place, number):
    """A picture, and a text that shows it."""
    picture = place.content / "media" / f"added-{number % 4}.svg"
    picture.write_text(
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><title>{number}</title></svg>",
        encoding="utf-8",
    )
    file = chosen(news(place, "ru"), number)
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}\n![Picture {number}](../../media/{picture.name})\n", encoding="utf-8")


def add_photo(place, number):
    """A photo, or the next one under the same name, and a text that shows it."""
    photo = place.content / "media" / f"photo-{number % 3}.jpg"
    Image.new("RGB", (40 + number % 7, 30), (number % 256, 90, 120)).save(photo)
    file = chosen(news(place, "be"), number)
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}\n![Здымак {number}](../../media/{photo.name})\n", encoding="utf-8")


def change_photo(place, number):
    """Photos are other ones, and no text is."""
    for photo in (place.content / "media").glob("*.jpg"):
        Image.new("RGB", (60 + number % 9, 50), (90, number % 256, 60)).save(photo)


def add_attachment(place, number):
    """A file that no text shows."""
    (place.content / "media" / f"loose-{number % 5}.txt").write_text(str(number), encoding="utf-8")


def delete_attachment(place, number):
    loose = sorted((place.content / "media").glob("loose-*"))
    if loose:
        chosen(loose, number).unlink()


def change_template(place, number):
    file = place.folder / "theme" / "templates" / "components" / "site-footer.html"
    file.write_text(
        file.read_text(encoding="utf-8").replace("<footer", f'<footer data-number="{number}"', 1),
        "utf-8",
    )


def change_style(place, number):
    file = place.folder / "theme" / "static" / "css" / "print.css"
    file.write_text(
        file.read_text(encoding="utf-8")
        + f"\n@media print {{ .n{number} {{ color: inherit; }} }}\n"
    )


def change_catalogue(place, number):
    file = (
        place.folder / "translations" / chosen(("be", "ru"), number) / "LC_MESSAGES" / "messages.po"
    )
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    places = [
        n
        for n, line in enumerate(lines)
        if line.startswith('msgstr "') and len(line) > 20 and "%" not in line
    ]
    where = chosen(places, number)
    lines[where] = lines[where].replace('msgstr "', f'msgstr "{number} ', 1)
    file.write_text("".join(lines), encoding="utf-8")


def change_data(place, number):
    """A topic is called otherwise."""
    file = place.content / "data" / "topics.toml"
    file.write_text(
        file.read_text(encoding="utf-8").replace('en = "', f'en = "{number} ', 1), encoding="utf-8"
    )


def change_settings(place, number):
    place.settings = (
        {},
        {"LIST_LENGTH": 2 + number % 4},
        {"FEED_LENGTH": 3},
        {"SITENAME": f"Site {number}"},
    )[number % 4]


def damage_output(place, number):
    """Somebody changes or deletes a built page."""
    file = chosen(sorted((place.folder / "output").rglob("*.html")), number)
    file.unlink() if number % 2 else file.write_text("damaged", encoding="utf-8")


def lose_cache(place, number):
    shutil.rmtree(place.folder / "cache", ignore_errors=True)


KINDS = (
    *(
        add_page,
        delete_page,
        rename_page,
        change_text,
        change_text,
        change_title,
        change_title,
        change_summary,
        touch,
    ),
    *(
        add_picture,
        add_photo,
        change_photo,
        add_attachment,
        delete_attachment,
        change_template,
        change_style,
        change_catalogue,
        change_data,
    ),
    *(change_settings, damage_output, lose_cache),
)

# Each finds its way to the files through another part of the build.
SAMPLE = (add_page, change_title, change_photo, change_template, change_catalogue, change_settings)


def same(place, edits, name):
    """Builds after `edits`; the site must be what a build from nothing makes of the same files."""
    for edit, value in edits:
        edit(place, value)
    assert place.build() == 0, (place.folder / "said").read_text()
    assert place.build_from_nothing(name) == 0
    assert apart(place.site(), place.site(name)) == set()


# Finding a smaller example of what went wrong would take minutes of builds.
@pytest.mark.parametrize("sort", [Workplace, Resident])
@settings(max_examples=1, phases=[Phase.generate])
@given(
    st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 999)), min_size=EDITS, max_size=EDITS)
)
def test_hundred_edits(sort, tmp_path_factory, edits):
    """After a hundred edits (twenty in the ordinary run) of pages, pictures, templates, catalogues and
    settings, ten at a time, it is the same site; also when the resident process of `make serve` builds it."""
    place = sort.of(EXAMPLE, tmp_path_factory.mktemp("hundred"))
    with closing(place):
        assert place.build() == 0, (place.folder / "said").read_text()
        for start in range(0, EDITS, 10):
            same(place, edits[start : start + 10], f"cold-{start}")


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A workplace that every test leaves as it was, with its first site,
    and where it can be had as it was."""
    place = Workplace.of(EXAMPLE, tmp_path_factory.mktemp("kept"))
    origin = Workplace.of(EXAMPLE, tmp_path_factory.mktemp("origin"))
    assert place.build() == 0, (place.folder / "said").read_text()
    return place, place.site(), origin.folder


@pytest.mark.parametrize(
    "edit", sample(dict.fromkeys(KINDS), SAMPLE), ids=lambda edit: edit.__name__
)
def test_one_edit(kept, edit):
    """After one edit of each kind it is the same site too, whatever the edit touches;
    undone, it is that of before."""
    place, before, origin = kept
    try:
        same(place, [(edit, 7)], f"cold-{edit.__name__}")
    finally:
        place.undo(origin)
        assert place.build() == 0, (place.folder / "said").read_text()
    assert apart(place.site(), before) == set()
