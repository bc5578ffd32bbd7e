"""Names of files and days of pages say the same, and what belongs to a page belongs to one that is
there."""

from collections.abc import Iterator
from datetime import date

from plugins.checks.known import Known
from plugins.model.document import Problem
from plugins.model.kinds import DATED
from plugins.model.message import Message
from plugins.model.page import Page
from plugins.model.user_error import did_you_mean

DAYS = {"Date", "Topics", "Embargo"}  # fields that only news and releases have
SHAPES = {"news": "2026-11-24-name.md", "press": "2026-11-name.md"}


def check(known: Known) -> Iterator[Problem]:
    """The names of dated pages, their days, and folders without an index."""
    for page in known.documents:
        yield from _dated(page)
        yield from _days(page, known.today)
    yield from _sections(known)


def _dated(page: Page) -> Iterator[Problem]:
    """News and releases are named by their day; another name would make them a plain page."""
    name = page.key.rpartition("/")[2]
    dated = page.section == "news" or name[:1].isdigit() or DAYS & page.field_lines.keys()
    if page.section in DATED and page.kind == "plain" and dated:
        yield Problem(
            page.file,
            1,
            Message("The name says no date, so this would be in no list and no feed."),
            Message("Name it like %(example)s.", example=SHAPES[page.section]),
        )


def _days(page: Page, today: date) -> Iterator[Problem]:
    if page.kind == "release" and page.published:
        named = page.key.rpartition("/")[2][:7]
        if named != f"{page.published:%Y-%m}":
            what = Message(
                "The name says %(named)s, and `Date` %(day)s.", named=named, day=page.published
            )
            fix = Message("Correct one of the two.")
            yield Problem(page.file, page.field_lines.get("Date", 1), what, fix)
    for change in page.corrections:
        line = page.field_lines.get("Corrected", 1)
        if change.day > today:
            what = Message(
                "It was corrected on %(day)s, but today is %(today)s.", day=change.day, today=today
            )
            yield Problem(page.file, line, what, Message("Correct the day."))
        elif page.published and change.day < page.published:
            what = Message(
                "It was corrected on %(day)s, before it was published on %(published)s.",
                day=change.day,
                published=page.published,
            )
            yield Problem(page.file, line, what, Message("Correct the day."))


def check_kits(known: Known) -> Iterator[Problem]:
    """Pictures of a release belong to one that is there, or is not public yet. Advice: nothing of
    them is published, and a release that names somebody must be able to go at once."""
    releases = {key.rpartition("/")[2] for key in known.keys if key.startswith("press/")}
    files = {file.split("/")[1]: file for file in sorted(known.files) if file.startswith("kits/")}
    for name, file in files.items():
        if file.count("/") > 1 and name not in releases:
            what = Message("There is no release %(key)r to which these pictures belong.", key=name)
            yield Problem(file, 1, what, did_you_mean(name, releases))


def _sections(known: Known) -> Iterator[Problem]:
    """A folder of pages has an index page in that language, or in one that stands in for it."""
    there = {page.key for page in known.documents} | known.hidden_keys
    told = set()
    for page in sorted(known.documents, key=lambda page: page.file):
        folder, section = page.file.rpartition("/")[0], page.key.rpartition("/")[0]
        is_index = page.file.endswith("/index.md")
        if page.url and section and not is_index and section not in there and folder not in told:
            told.add(folder)
            what = Message("The section %(key)r has no page of its own.", key=section)
            fix = Message("Write %(file)s.", file=f"{folder}/index.md")
            yield Problem(page.file, 1, what, fix)
