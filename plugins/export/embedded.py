"""The pictures of a text given along with it, where a file can carry them."""

from collections.abc import Callable, Mapping

from plugins.export.typesetting import EMBEDDED
from plugins.model.html_tree import Tree, attribute

Found = Callable[[str], bytes | None]


def embedded(html: str, picture_of: Found) -> tuple[str, dict[str, bytes]]:
    """Return `html` with a name for each picture that `picture_of` finds by its address, and the
    pictures by name; of others the words are left."""
    tree = Tree(html)
    names: dict[str, str] = {}
    pictures: dict[str, bytes] = {}
    for image in tree.every("img[src]"):
        address = attribute(image, "src")
        if address not in names and (data := picture_of(address)) is not None:
            names[address] = f"shown_{len(names) + 1}.{address.rpartition('.')[2].lower()}"
            pictures[names[address]] = data
        if address in names:
            image.attrs["src"] = f"{EMBEDDED}{names[address]}"
    return tree.html, pictures


def in_points(pictures: Mapping[str, bytes], drawn: Callable[[bytes], bytes]) -> dict[str, bytes]:
    """Return `pictures` with each drawing (SVG) as the points that `drawn` makes of it, under its
    own name and `.png`."""
    return {
        f"{name}.png" if name.endswith(".svg") else name: (
            drawn(data) if name.endswith(".svg") else data
        )
        for name, data in pictures.items()
    }
