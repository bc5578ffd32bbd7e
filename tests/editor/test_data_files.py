"""A data file that goes through its form keeps every line that nobody has changed."""

import copy
import difflib
import random
import tomllib
from datetime import date

import pytest

from plugins.data.library import read_library
from plugins.editor.data_files import FORMS, data_formats
from tests.conftest import MAIN
from tests.editor.asking import answer

FORMATS = data_formats()
FOLDER = MAIN / "content" / "data"
FILES = sorted(name for name in FORMS if (FOLDER / f"{name}.toml").exists())
each = pytest.mark.parametrize("name", FILES)


def text_of(name):
    return (FOLDER / f"{name}.toml").read_text(encoding="utf-8")


def saved(name, text, **change):
    return answer("data", form=FORMATS[f"data-{name}"], text=text, change=change)


def entries(name):
    return answer("entries", form=FORMATS[f"data-{name}"], text=text_of(name))


def changed_lines(old, new):
    found = difflib.ndiff(old.splitlines(), new.splitlines())
    return [line for line in found if line[:1] in "+-"]


def plain(value):
    """Days as the editor has them: as texts."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def test_the_forms_are_of_files_that_are_there():
    """All but the file of pictures, which a site without pictures does not have, are there."""
    assert set(FORMS) - set(FILES) <= {"pictures"}


@each
def test_a_file_stays_as_it_is(name):
    """A data file that is opened and saved unchanged is the same, byte for byte."""
    assert saved(name, text_of(name)) == text_of(name)


@each
def test_a_file_is_read_as_the_build_reads_it(name):
    """The editor reads in a data file what the build reads."""
    assert answer("toml", text=text_of(name)) == plain(tomllib.loads(text_of(name)))


@each
def test_every_value_of_a_file_has_a_control(name, config):
    """No value of a data file is missing in its form: it could not be seen."""
    files = next(one for one in config["cms"]["collections"] if one.get("name") == "data")["files"]
    fields = {one["name"]: one for one in next(f for f in files if f["name"] == name)["fields"]}
    values = entries(name)
    assert set(values) - set(fields) == set()
    for field, listed in values.items():
        if fields[field].get("widget") == "list" and "fields" in fields[field]:
            known = {one["name"] for one in fields[field]["fields"]}
            assert {key for entry in listed for key in entry} <= known


def test_one_value_changes_one_line():
    """Another name of a contact changes its line, and no other."""
    contacts = entries("contacts")["contact"]
    contacts[0]["name"]["en"] = 'A "name"'
    text = text_of("contacts")
    assert changed_lines(text, saved("contacts", text, contact=contacts)) == [
        '- name.en = "Safe-migration hotline"',
        '+ name.en = "A \\"name\\""',
    ]


def test_a_day_is_a_day():
    """A day that is chosen is written as a day of TOML."""
    contacts = entries("contacts")["contact"]
    contacts[0]["verified"] = "2026-12-01"
    text = text_of("contacts")
    new = saved("contacts", text, contact=contacts)
    assert changed_lines(text, new) == ["+ verified = 2026-12-01"]
    assert tomllib.loads(new)["contact"]["hotline"]["verified"] == date(2026, 12, 1)


def test_untouched_controls_write_nothing():
    """What an empty control holds is not written where nothing was."""
    contacts = entries("contacts")["contact"]
    contacts[1] |= {"verified": "", "demonstration": False, "verified_by": None}
    assert saved("contacts", text_of("contacts"), contact=contacts) == text_of("contacts")


def test_a_new_entry_is_a_table_below_the_others():
    """A new topic is a new table at the end; the others stay."""
    topics = [*entries("topics")["topics"], {"key": "new", "be": "а", "ru": "б", "en": "c"}]
    text = text_of("topics")
    new = saved("topics", text, topics=topics)
    assert new.startswith(text.rstrip())
    assert tomllib.loads(new)["new"] == {"be": "а", "ru": "б", "en": "c"}


def test_a_removed_entry_leaves_the_others():
    """An entry that is removed takes only its own lines with it."""
    topics = entries("topics")["topics"]
    gone = topics.pop(2)
    expected = tomllib.loads(text_of("topics"))
    del expected[gone["key"]]
    new = saved("topics", text_of("topics"), topics=topics)
    assert tomllib.loads(new) == expected
    assert not [line for line in changed_lines(text_of("topics"), new) if line.startswith("+")]


def test_entries_in_another_order():
    """Entries that are put into another order keep their lines."""
    topics = list(reversed(entries("topics")["topics"]))
    new = tomllib.loads(saved("topics", text_of("topics"), topics=topics))
    assert list(new) == [one["key"] for one in topics]
    assert new == tomllib.loads(text_of("topics"))


def test_a_picture_has_its_path_as_key():
    """A file that is not there yet is made, and a key may be a path."""
    new = saved("pictures", "", pictures=[{"picture": "media/road.jpg", "credit": "A."}])
    assert new == '["media/road.jpg"]\ncredit = "A."\n'


def test_a_new_edition_stands_first():
    """An edition above the others is written above them; the older one keeps its lines."""
    old = entries("manual")["edition"]
    first = {"number": 9, "date": "2026-12-01", "changes": {"be": "а", "ru": "б", "en": "c"}}
    new = tomllib.loads(saved("manual", text_of("manual"), edition=[first, *old]))
    assert [one["number"] for one in new["edition"]] == [9, *(one["number"] for one in old)]
    assert new["edition"][0]["date"] == date(2026, 12, 1)


@pytest.mark.parametrize("line", ["a = 1e5", "a = 10:00:00", "a = [1 2]", "[a", 'a = "b'])
def test_what_is_not_understood_is_refused(line):
    """A file with something that could not be kept is refused, and nothing of it is lost."""
    assert "error" in answer("entries", form=FORMATS["data-topics"], text=line)


def test_random_changes_say_what_was_meant(tmp_path):
    """Whatever is changed in the contacts, the build then reads exactly that."""
    chance = random.Random(19)
    text, form = text_of("contacts"), entries("contacts")
    for _ in range(25):
        contacts = copy.deepcopy(form["contact"])
        for contact in chance.sample(contacts, 4):
            contact["staff"] = chance.choice(["", "Call.", 'A "b" \\ c', "рад\nрад"])
            contact["name"]["be"] = chance.choice(["Імя", "A # b", "'q'"])
            contact["expires"] = chance.choice(["", "2027-01-02"])
            contact["languages"] = chance.choice([[], ["be", "ru"]])
        chance.shuffle(contacts)
        new = saved("contacts", text, contact=contacts)
        (tmp_path / "contacts.toml").write_text(new, encoding="utf-8")
        read = read_library(tmp_path).contacts
        assert list(read) == [one["key"] for one in contacts]
        for one in contacts:
            found = read[one["key"]]
            assert found.name == one["name"]
            assert found.staff == one.get("staff", "")
            assert (found.expires.isoformat() if found.expires else "") == one.get("expires", "")
            assert list(found.languages) == one.get("languages", [])
