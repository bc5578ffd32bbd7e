"""What a file that is saved on a telephone can do without: it is sent over slow connections."""

from collections.abc import Iterable, Mapping

from plugins.assets.stylesheet.trimming import trimmed
from plugins.model.html_tree import Tree, attribute

NAMING = ("href", "for", "headers", "aria-labelledby", "aria-describedby")
STYLE = "<style></style>"


def without_idle_anchors(texts: Mapping[str, str]) -> dict[str, str]:
    """Return `texts` without the anchors to which none of them leads."""
    trees = {key: Tree(text) for key, text in texts.items()}
    aimed = _aimed_at(trees.values())
    for tree in trees.values():
        for element in tree.every("[id]"):
            if attribute(element, "id") not in aimed:
                del element.attrs["id"]
    return {key: tree.html for key, tree in trees.items()}


def _aimed_at(trees: Iterable[Tree]) -> set[str]:
    found = (
        attribute(element, name)
        for tree in trees
        for name in NAMING
        for element in tree.every(f"[{name}]")
    )
    return {anchor.removeprefix("#") for value in found for anchor in value.split()}


def with_style(html: str, css: str) -> str:
    """Return `html` with what it needs of `css` in its empty style element."""
    every = Tree(html).every("[class]")
    classes = {name for element in every for name in attribute(element, "class").split()}
    return html.replace(STYLE, f"<style>{trimmed(css, classes)}</style>", 1)
