"""The configuration of the editor is what the rules of the site are."""

import json
import re
from pathlib import PurePath

import fastjsonschema
import pytest

from plugins.editor.fields import FORMS
from plugins.model.kinds import kind_named
from plugins.reading.front_matter import RULES, FieldError, split
from tests.conftest import MAIN

OWN = {"body", "_original"}


def collections(config):
    return [one for one in config["cms"]["collections"] if "name" in one]


def matches(collection, page, fields):
    """Whether `page` is an entry of `collection`, as the editor decides it."""
    folder, name = page.file.partition("/")[2].rpartition("/")[::2]
    if collection["folder"] != f"content/{{{{locale}}}}/{folder}":
        return False
    if name == "index.md":
        return "index_file" in collection
    kept = collection.get("filter", {})
    value = fields.get(kept.get("field", ""), None)
    if "pattern" in kept:
        return bool(re.search(kept["pattern"], value or ""))
    return value is None if kept else True


def forms_of(config, page):
    """The controls of every form that `page` is edited in."""
    written = (MAIN / "content" / page.file).read_text(encoding="utf-8")
    fields = {line.name: line.value for line in split(written)[0]}
    for collection in collections(config):
        if "folder" in collection and matches(collection, page, fields):
            index = page.file.endswith("/index.md")
            yield (collection["index_file"] if index else collection)["fields"], fields
        for file in collection.get("files", []):
            if file["file"].replace("{{locale}}", page.place.lang) == f"content/{page.file}":
                yield file["fields"], fields


def test_the_editor_takes_it(config, package):
    """The configuration is one that the editor's own schema allows, but for the names of formats,
    which are ours."""
    schema = json.loads((package / "schema" / "sveltia-cms.json").read_text(encoding="utf-8"))
    fastjsonschema.compile(schema)(config["cms"])


def test_every_rule_has_a_form():
    """Each field that the build reads can be asked for, and no other."""
    assert list(FORMS) == list(RULES)


def test_every_page_has_one_form(config, choices):
    """Every page of the content is edited in one place, and only in one."""
    assert [page.file for page in choices.pages if len(list(forms_of(config, page))) != 1] == []


def test_every_field_of_every_page_has_a_control(config, choices):
    """No field of a page is missing in its form: it could not be seen."""
    lacking = {
        (page.file, name)
        for page in choices.pages
        for form, fields in forms_of(config, page)
        for name in set(fields) - {one["name"] for one in form}
    }
    assert lacking == set()


def test_what_is_required_is_required_by_the_rules(config, choices):
    """A form asks for nothing that the build does not ask for; what all pages of the form need, it
    marks."""
    for page in choices.pages:
        required = kind_named(page.place.kind).required
        for form, _ in forms_of(config, page):
            marked = {one["name"] for one in form if one.get("required") and one["name"] not in OWN}
            assert marked <= required, page.file
            assert {"Title", "Summary"} <= marked, page.file


@pytest.mark.parametrize("kind", ["news", "advice", "material", "release", "glossary"])
def test_a_form_of_one_kind_asks_for_all_of_it(config, choices, kind):
    """Where all pages of a form are of one kind, what that kind needs is marked."""
    page = next(page for page in choices.pages if page.place.kind == kind)
    form, _ = next(forms_of(config, page))
    marked = {one["name"] for one in form if one.get("required")}
    assert kind_named(kind).required <= marked


@pytest.mark.parametrize("name", [name for name, form in FORMS.items() if form.named])
def test_a_closed_list_has_what_the_build_takes(name):
    """Every word that can be chosen is one that the build takes."""
    for word in filter(None, FORMS[name].named):
        RULES[name].read(word)


@pytest.mark.parametrize("name", [name for name, form in FORMS.items() if form.form == "switch"])
def test_a_switch_writes_what_the_build_takes(name):
    """What a switch that is on writes is what the build takes, and no other word is."""
    RULES[name].read(FORMS[name].word)
    with pytest.raises(FieldError):
        RULES[name].read("perhaps")


def test_a_new_file_is_named_as_the_others(config, choices):
    """The names of the files that are there are names that the editor would take for new ones."""
    for collection in (one for one in collections(config) if "slug" in one):
        pattern = re.compile(collection["slug"]["pattern"][0])
        pages = [
            page
            for page in choices.pages
            if f"content/{{{{locale}}}}/{PurePath(page.file.partition('/')[2]).parent}"
            == collection["folder"]
            and PurePath(page.file).stem != "index"
            and page.place.kind not in ("form", "facts")
            and ("filter" not in collection)
        ]
        assert [
            page.file for page in pages if not pattern.fullmatch(PurePath(page.file).stem)
        ] == []


def test_a_new_page_is_numbered_on(config):
    """The number of a new page is the next of its folder."""
    folder = next(one for one in collections(config) if one["name"] == "advice-before-you-go")
    assert folder["slug"]["template"] == "10-{{fields.Title}}"


def test_news_are_named_by_their_day(config):
    """News are named by their day, releases by their month."""
    named = {one["name"]: one["slug"]["template"] for one in collections(config) if "slug" in one}
    assert named["news"] == "{{year}}-{{month}}-{{day}}-{{fields.Title}}"
    assert named["press-release"] == "{{year}}-{{month}}-{{fields.Title}}"


def test_what_can_be_chosen_is_what_is_there(config, choices):
    """Contacts, sources and pages that can be chosen are those of the site."""
    form, _ = next(forms_of(config, choices.pages[-1]))
    offered = {
        one["name"]: {option["value"] for option in one["options"]}
        for one in form
        if "options" in one
    }
    assert offered["Contacts"] == set(choices.library.contacts)
    assert offered["Sources"] == set(choices.library.sources)
    assert offered["Next"] == {page.place.key for page in choices.pages}
