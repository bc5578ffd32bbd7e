"""Every page of every site is whole: valid, self-contained,
and each of its links leads somewhere."""

import itertools
import re
from collections import Counter

import html5lib
import pytest

HANDLER = "on"
REQUESTING = {
    "img": "src",
    "script": "src",
    "link": "href",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
}
NOT_TYPED = {"hidden", "radio", "checkbox", "submit", "button"}
NOT_REQUESTED = {"canonical", "alternate"}


@pytest.fixture(params=["example", "under_a_path", "content"])
def output(request):
    """Three sites: the example at the root of its host and below a path, and the real one."""
    return request.getfixturevalue(request.param)


def test_valid(output):
    """Every page is valid HTML, as html5lib reads it."""
    pages = [page for page in output.pages.values() if not page.name.startswith("contact/")]
    assert {page.name: page.errors for page in pages if page.errors} == {}


def test_valid_answers(example):
    """So is every answer of the contact endpoint, whatever of it is said."""
    texts = [page.text for name, page in example.pages.items() if name.startswith("contact/")]
    filled = {fill(text, said) for text in texts for said in ("", *ONLY_IF.findall(text))}
    assert [errors for text in filled if (errors := errors_of(text))] == []


ONLY_IF = re.compile(r"\[\[if ([\w-]+)\]\]")


def fill(text, said):
    """The page as the endpoint sends it, with values and with what it says only where `said` is
    so."""
    text = re.sub(
        r"\[\[if ([\w-]+)\]\](.*?)\[\[end\]\]",
        lambda found: found[2] if found[1] == said else "",
        text,
        flags=re.S,
    )
    return re.sub(r"\[\[[\w-]+\]\]", "1", text)


def errors_of(text):
    """What html5lib has to say against it."""
    parser = html5lib.HTMLParser()
    parser.parse(text)
    return parser.errors


def test_one_h1(output):
    """Every page has exactly one heading of level 1."""
    assert [page.name for page in output.pages.values() if len(page.all("h1")) != 1] == []


def test_headings_do_not_skip(output):
    """The headings of a page form an outline."""
    skipping = []
    for page in output.for_readers:
        levels = [
            int(element.tag[1])
            for element in page.root.iter()
            if element.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}
        ]
        skipping += [
            page.name for before, level in itertools.pairwise(levels) if level > before + 1
        ]
    assert skipping == []


def test_captions(output):
    """The words of a figure are the first or the last thing in it."""
    figures = [
        (page.name, [child.tag for child in figure])
        for page in output.pages.values()
        for figure in page.all("figure")
    ]
    assert {name for name, tags in figures if "figcaption" in tags[1:-1]} == set()


def test_title(output):
    """Every page has a title."""
    assert [page.name for page in output.pages.values() if not page.words(page.one("title"))] == []


def test_unique_ids(output):
    """No id occurs twice in a page."""
    twice = {
        page.name: [id for id, count in Counter(page.ids).items() if count > 1]
        for page in output.for_readers
    }
    assert {name: ids for name, ids in twice.items() if ids} == {}


def test_unique_ids_in_the_style_guide(output):
    """Not even in the style guide, which shows every component at once."""
    page = output.page("be/style-guide/")
    assert [id for id, count in Counter(page.ids).items() if count > 1] == []


def test_links(output):
    """Every link inside the site leads to a file that is there."""
    assert _dead(output, lambda target, anchor: target and target not in output.names) == []


def test_anchors(output):
    """Every link to a part of a page leads to a part that is there;
    only the style guide shows links of other pages."""
    dead = _dead(
        output,
        lambda target, anchor: (
            anchor and target in output.pages and not _has(output, target, anchor)
        ),
    )
    assert [(name, href) for name, href in dead if output.pages[name].kind != "style-guide"] == []


def test_pictures(output):
    """Every picture is a file that is there."""
    missing = [
        (page.name, element.get("src"))
        for page in output.pages.values()
        for element in page.all("img[@src]")
        if output.target(page, element.get("src"))[0] not in output.names
    ]
    assert missing == []


def test_alternative_text(output):
    """Every picture has words for those who do not see it."""
    assert [
        page.name
        for page in output.pages.values()
        if [i for i in page.all("img") if not i.get("alt")]
    ] == []


def test_referenced_ids(output):
    """What names another element by its id names one that is there."""
    missing = [
        (page.name, id)
        for page in output.pages.values()
        for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for")
        for element in page.all(f"*[@{attribute}]")
        for id in element.get(attribute).split()
        if id not in page.ids
    ]
    assert missing == []


def test_no_inline_handlers(output):
    """No element carries a script of its own."""
    handlers = [
        (page.name, element.tag)
        for page in output.pages.values()
        for element in page.root.iter()
        if any(name.startswith("on") for name in element.attrib)
    ]
    assert handlers == []


def test_nothing_typed_is_kept(output):
    """Every field that takes text tells the browser neither to keep it on disk nor to send it to a
    spelling service."""
    kept = [
        (page.name, field.get("name"))
        for page in output.pages.values()
        for field in (*page.all("input"), *page.all("textarea"), *page.all("select"))
        if field.get("type", "text") not in NOT_TYPED
        and (field.get("autocomplete"), field.get("spellcheck")) != ("off", "false")
    ]
    assert kept == []


def test_no_inline_styles(output):
    """No element carries a style of its own."""
    assert [
        page.name for page in output.pages.values() if page.all("*[@style]") or page.all("style")
    ] == []


def test_scripts_are_modules(output):
    """A script that is loaded is a module, which an old browser leaves alone,
    and a file of this site."""
    loaded = {
        script.get("src"): script.get("type")
        for page in output.pages.values()
        for script in page.all("script[@src]")
    }
    assert set(loaded.values()) <= {"module"}
    assert [
        src for src in loaded if not re.fullmatch(r"(/site)?/theme/[a-z-]+\.[0-9a-f]{10}\.js", src)
    ] == []


def test_only_data_in_scripts(output):
    """A script element holds data for machines; the only program in a page empties a form that Back
    shows again."""
    scripts = [
        script
        for page in output.pages.values()
        for script in page.all("script")
        if not script.get("src")
    ]
    programs = {script.text for script in scripts if script.get("type") != "application/ld+json"}
    assert programs <= {'addEventListener("pageshow",function(){document.forms[0].reset()})'}


def test_no_other_host(output):
    """No page asks another host for anything."""
    requests = [
        (page.name, element.get(attribute))
        for page in output.pages.values()
        for tag, attribute in REQUESTING.items()
        for element in page.all(f"{tag}[@{attribute}]")
        if element.get("rel") not in NOT_REQUESTED
        and not output.target(page, element.get(attribute))[0]
    ]
    assert requests == []


def test_no_other_host_in_the_stylesheet(output):
    """The stylesheets ask nobody for anything."""
    texts = [output.read(name) for name in output.names if name.endswith(".css")]
    assert texts and not [text for text in texts if "url(" in text or "@import" in text]


def test_no_referrer(output):
    """No page tells another site where its reader came from."""
    assert [
        page.name
        for page in output.pages.values()
        if not page.all("meta[@name='referrer'][@content='no-referrer']")
    ] == []


def test_root_links_stay_inside(under_a_path):
    """Under a path every link that begins at the root begins with that path."""
    links = [
        (page.name, element.get(attribute))
        for page in under_a_path.pages.values()
        for attribute in ("href", "src")
        for element in page.all(f"*[@{attribute}]")
        if element.get(attribute).startswith("/")
        and not element.get(attribute).startswith("/site/")
    ]
    assert links == []


def _dead(output, is_dead):
    return [
        (page.name, link.get("href"))
        for page in output.pages.values()
        for link in page.all("a[@href]")
        if is_dead(*output.target(page, link.get("href")))
    ]


def _has(output, name, anchor):
    return anchor in output.pages[name].ids
