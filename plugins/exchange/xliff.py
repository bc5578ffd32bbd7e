"""XLIFF 1.2 (OASIS Standard, 2008), which the tools of translators read and write."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from plugins.exchange.bundle import Bundle, ExchangeError
from plugins.exchange.units import NUMBER, SIGN, Unit
from plugins.model.message import Message

SPACE = "urn:oasis:names:tc:xliff:document:1.2"
BROKEN = Message("Ask the translator to save it as XLIFF 1.2 again.")


def written(bundle: Bundle, found: list[Unit]) -> bytes:
    """Return the file: each unit with its source, and what its signs stand for."""
    ET.register_namespace("", SPACE)
    root = ET.Element(f"{{{SPACE}}}xliff", {"version": "1.2"})
    about = {
        "original": f"{bundle.file}#{bundle.revision}",
        "source-language": bundle.file.partition("/")[0],
        "target-language": bundle.lang,
        "datatype": "plaintext",
    }
    body = ET.SubElement(_below(root, "file", about), f"{{{SPACE}}}body")
    entries = [_below(body, "trans-unit", {"id": str(n)}) for n, _ in enumerate(found, 1)]
    sources = [_below(entry, "source", {}) for entry in entries]
    ET.indent(body, level=2)  # before they are filled: a space within a source counts
    for source, unit in zip(sources, found, strict=True):
        _fill(source, unit)
    made: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return made + b"\n"


def _below(above: ET.Element, tag: str, attributes: dict[str, str]) -> ET.Element:
    return ET.SubElement(above, f"{{{SPACE}}}{tag}", attributes)


def _fill(source: ET.Element, unit: Unit) -> None:
    """A sign is an element `x`, which tools keep as one thing."""
    first, *rest = SIGN.split(unit.words)
    source.text = first
    for number, words in zip(rest[::2], rest[1::2], strict=True):
        about = {"id": number, "equiv-text": unit.kept[int(number) - 1]}
        _below(source, "x", about).tail = words


def read(data: bytes) -> Bundle:
    """Return what a translator gives back. Raises ExchangeError."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ExchangeError(Message("The file has declarations that XLIFF does not need."), BROKEN)
    try:
        file = ET.fromstring(data).find(f"{{{SPACE}}}file")
    except ET.ParseError as error:
        raise ExchangeError(Message("This is not XML: %(error)s.", error=error), BROKEN) from None
    if file is None or "#" not in file.get("original", ""):
        raise ExchangeError(Message("This is no XLIFF of ours."), BROKEN)
    place, _, revision = file.get("original", "").rpartition("#")
    return Bundle(place, revision, file.get("target-language", ""), dict(_targets(file)))


def _targets(file: ET.Element) -> Iterator[tuple[int, str]]:
    for entry in file.iter(f"{{{SPACE}}}trans-unit"):
        target = entry.find(f"{{{SPACE}}}target")
        if target is not None and entry.get("id", "").isdecimal():
            yield int(entry.get("id", "")), "".join(_words(target))


def _words(element: ET.Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == f"{{{SPACE}}}x":
            yield NUMBER.format(child.get("id", ""))
        else:
            yield from _words(child)
        yield child.tail or ""
