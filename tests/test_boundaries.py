"""What keeps the design true: where Pelican is known, where state lives,
where words and colours stand."""

import ast
import re

import pytest

from plugins.assets.stylesheet.bundle import GUIDE
from tests.conftest import MAIN

PLUGINS = sorted((MAIN / "plugins").rglob("*.py"))
TEMPLATES = sorted(
    file
    for folder in ("layouts", "components", "pages")
    for file in (MAIN / "theme" / "templates" / folder).glob("*.html")
    if file.stem != "style-guide"  # for those who build the site, in English
)
CSS = sorted((MAIN / "theme" / "static" / "css").rglob("*.css"))

CONTAINERS = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
MAKERS = {"list", "dict", "set", "defaultdict", "deque", "Counter", "OrderedDict"}

JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
READ_ALOUD = re.compile(
    r'(?<![\w-])(?:alt|title|placeholder|aria-label|aria-description)="([^"]*)"'
)
NAMES = re.compile(r"\bCC BY-SA\b")  # the same in every language
WORD = re.compile(r"[^\W\d_]{2,}")

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
STRING = re.compile(r"\"[^\"]*\"|'[^']*'|url\([^)]*\)")
DECLARATION = re.compile(r"(?<![\w-])(?P<name>[a-z-]+)\s*:\s*(?P<value>[^;{}]+)(?=[;}])")
PHYSICAL_NAME = re.compile(r"(?:^|-)(?:left|right)(?:-|$)|^float$")
PHYSICAL_VALUE = re.compile(r"^(?:left|right)$")
COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\("
    r"|\b(?:black|white|gr[ae]y|silver|red|maroon|yellow|olive|lime|green|aqua|teal|blue|navy|fuchsia|purple|orange)\b",
    re.IGNORECASE,
)


def path(file):
    return file.relative_to(MAIN).as_posix()


def each(files):
    return pytest.mark.parametrize("file", files, ids=path)


def tree(file):
    return ast.parse(file.read_text(encoding="utf-8"))


def imported(file):
    """The names of every module a file imports."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


def declarations(file):
    """Every declaration of a stylesheet: its property and its value,
    without comments and strings."""
    text = STRING.sub("", COMMENT.sub("", file.read_text(encoding="utf-8")))
    return [(found["name"], found["value"].strip()) for found in DECLARATION.finditer(text)]


@each([file for file in PLUGINS if file.name != "__init__.py"])
def test_only_the_edge_knows_pelican(file):
    """Only the `__init__.py` of a plugin imports Pelican."""
    assert not [name for name in imported(file) if name.split(".")[0] == "pelican"]


@each([file for file in PLUGINS if "features" in file.parts])
def test_features_are_equals(file):
    """A feature imports no other feature."""
    own = file.relative_to(MAIN / "plugins" / "features").parts[0]
    rooms = {
        name.split(".")[2]
        for name in imported(file)
        if name and name.startswith("plugins.features.")
    }
    assert rooms - {own} == set()


@each(PLUGINS)
def test_docstring(file):
    """Every module opens with a sentence that says what it is about."""
    assert ast.get_docstring(tree(file))


@each(PLUGINS)
def test_short_functions(file):
    """No function is longer than 30 lines."""
    functions = [node for node in ast.walk(tree(file)) if isinstance(node, ast.FunctionDef)]
    assert not [node.name for node in functions if node.end_lineno - node.lineno + 1 > 30]


# Modules below 25 lines, each with a reason to stand alone. Packages, commands (one file each) and
# rules of the checks (one file each) need none.
SHORT = {
    "contact/wsgi.py": "hosts import it by its name",
    "plugins/__main__.py": "Python looks for it",
    "plugins/data/ledger.py": "all that reads what was public",
    "plugins/data/noted.py": "all that the data knows of dependencies",
    "plugins/editor/words.py": "what every module of the editor imports",
    "plugins/features/newsroom/letter.py": "all that is known of mail",
    "plugins/features/translations/part.py": "all that it adds to a page",
    "plugins/model/alphabet.py": "a table of letters",
    "plugins/model/core_pages.py": "reads files, which plugins.model.language does not",
    "plugins/model/merge.py": "all that is known of what git leaves behind",
}


def test_short_modules():
    """A module below 25 lines is one of a row, or has a reason."""
    modules = [*PLUGINS, *(MAIN / "contact").glob("*.py")]
    short = {path(file) for file in modules if len(file.read_text("utf-8").splitlines()) < 25}
    rows = re.compile(r"plugins/(?:cli|checks/rules)/\w+\.py|.*/__init__\.py")
    assert {name for name in short if not rows.fullmatch(name)} == SHORT.keys()


@each(PLUGINS)
def test_no_mutable_state(file):
    """No module keeps something that can change: state dies with the build."""
    assigned = [node for node in tree(file).body if isinstance(node, (ast.Assign, ast.AnnAssign))]
    changing = [node for node in assigned if _changes(node.value)]
    names = [
        target.id for node in changing for target in getattr(node, "targets", None) or [node.target]
    ]
    assert not [name for name in names if not name.isupper()]


@each(PLUGINS)
def test_no_globals(file):
    """No function changes a name of its module."""
    assert not [node for node in ast.walk(tree(file)) if isinstance(node, ast.Global)]


@each(TEMPLATES)
def test_no_text_in_templates(file):
    """No text that a reader sees stands in a template outside gettext."""
    text = TAG.sub(" ", JINJA.sub("", file.read_text(encoding="utf-8")))
    assert WORD.findall(NAMES.sub("", text)) == []


@each(TEMPLATES)
def test_no_text_in_attributes(file):
    """No text that is read aloud stands in an attribute outside gettext."""
    values = READ_ALOUD.findall(JINJA.sub("", file.read_text(encoding="utf-8")))
    assert [value for value in values if WORD.search(NAMES.sub("", value))] == []


@each(CSS)
def test_no_physical_properties(file):
    """Left and right belong to the reader's language: only logical properties are used."""
    physical = [(name, value) for name, value in declarations(file) if PHYSICAL_NAME.search(name)]
    aligned = [(name, value) for name, value in declarations(file) if PHYSICAL_VALUE.match(value)]
    assert physical + aligned == []


@each([file for file in CSS if file.name != "tokens.css"])
def test_no_colours_outside_tokens(file):
    """Colours are declared in tokens.css and nowhere else."""
    assert [(name, value) for name, value in declarations(file) if COLOUR.search(value)] == []


@each(CSS)
def test_every_part_is_used(file):
    """Every part of the stylesheet is named in main.css; what stands apart, by a template, but
    for that of the style guide, which takes whatever there is."""
    main = MAIN / "theme" / "static" / "css" / "main.css"
    if file.stem == GUIDE:
        return
    if file.parent.name == "pages":
        pages = (MAIN / "theme" / "templates" / "pages").glob("*.html")
        assert any(f'["{file.stem}"]' in page.read_text(encoding="utf-8") for page in pages)
        return
    assert file == main or f'"{file.relative_to(main.parent).as_posix()}"' in main.read_text(
        encoding="utf-8"
    )


def _changes(value):
    called = (
        isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in MAKERS
    )
    return isinstance(value, CONTAINERS) or called


@each(CSS)
def test_no_bare_pseudo_class_below_another_element(file):
    """No selector has a space before a colon: within a layer the minifier takes it for a
    declaration and drops it."""
    assert re.findall(r"[\w)\]*] :[a-z-]+", COMMENT.sub("", file.read_text(encoding="utf-8"))) == []


def parameters(file):
    """The parameters of every function in `file`, but `self` and `cls`."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            told = node.args
            every = [*told.posonlyargs, *told.args, *told.kwonlyargs, told.vararg, told.kwarg]
            yield from (one for one in every if one and one.arg not in ("self", "cls"))


def is_any(parameter):
    """Whether its type is Any, or holds it."""
    said = parameter.annotation
    return said is not None and any(getattr(one, "id", "") == "Any" for one in ast.walk(said))


@pytest.mark.parametrize("room", ["plugins", "contact"])
def test_types_are_said(room):
    """At most one parameter in twenty may be anything."""
    files = (MAIN / room).rglob("*.py")
    found = [is_any(one) for file in files for one in parameters(file)]
    assert sum(found) <= len(found) / 20
