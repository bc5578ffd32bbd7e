"""Pages of a PDF made ready for paper: where a sheet is cut, and two pages side by side in the
order in which a booklet is folded and stapled.

What a reader is told of a page stays as it was (ISO 32000-2, 14.7): only where it is drawn changes,
so a screen reader hears an imposed booklet in the order of its text.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter
    from pypdf.generic import DictionaryObject, IndirectObject, PdfObject

MILLIMETRE = 72 / 25.4  # points
LEFT_OUT = ("/Outlines", "/PageLabels", "/Dests", "/OpenAction")  # they name pages that are gone


def cut(pdf: bytes, slug: float, bleed: float) -> bytes:
    """Return `pdf` with its boxes: `slug` mm around each sheet are cut away, of which the innermost
    `bleed` mm are printed (ISO 32000-2, 14.11.2)."""
    from pypdf.generic import RectangleObject  # noqa: PLC0415

    writer = _writer(pdf)
    for page in writer.pages:
        left, bottom, right, top = map(float, page.mediabox)
        for name, away in (("/TrimBox", slug), ("/BleedBox", slug - bleed)):
            edge = away * MILLIMETRE
            box = (left + edge, bottom + edge, right - edge, top - edge)
            page[_name(name)] = RectangleObject(box)
    return _written(writer)


def folded(count: int, rightwards: bool = True) -> list[tuple[int, int]]:
    """Return the pages (from 0) that stand side by side on each side of a sheet, so that sheets
    printed on both sides, folded one in the other and stapled are a booklet of `count` pages, four
    a sheet."""
    pairs = []
    for side in range(count // 2):
        inner, outer = side, count - 1 - side
        pairs.append((outer, inner) if (side % 2 == 0) == rightwards else (inner, outer))
    return pairs


def imposed(pdf: bytes, rightwards: bool = True) -> bytes:
    """Return the pages of `pdf`, whose number can be divided by four, two by two on sheets of twice
    their width, in the order of `folded`."""
    from pypdf.generic import ArrayObject, NumberObject  # noqa: PLC0415

    writer = _writer(pdf)
    pages = list(writer.pages)
    drawn: dict[int, tuple[PdfObject, PdfObject]] = {}
    sheets = [
        _sheet(writer, [pages[number] for number in pair], drawn)
        for pair in folded(len(pages), rightwards)
    ]
    root = writer.root_object
    _lead(root["/StructTreeRoot"], drawn, None)  # type: ignore[arg-type]
    tree = root["/Pages"].get_object()
    tree[_name("/Kids")] = ArrayObject(sheets)  # type: ignore[index]
    tree[_name("/Count")] = NumberObject(len(sheets))  # type: ignore[index]
    for name in LEFT_OUT:
        root.pop(_name(name), None)
    return _written(writer)


def _sheet(
    writer: "PdfWriter", pair: list["PageObject"], drawn: dict[int, tuple["PdfObject", "PdfObject"]]
) -> "IndirectObject":
    """The sheet on which both pages stand; `drawn` learns where each is, and as which object."""
    from pypdf.generic import ArrayObject, DictionaryObject, FloatObject  # noqa: PLC0415

    width, height = float(pair[0].mediabox.width), float(pair[0].mediabox.height)
    box = ArrayObject([FloatObject(side) for side in (0, 0, 2 * width, height)])
    sheet = DictionaryObject({_name("/Type"): _name("/Page"), _name("/MediaBox"): box})
    sheet[_name("/Parent")] = writer.root_object.raw_get("/Pages")
    sheet[_name("/Tabs")] = _name("/S")
    place = writer._add_object(sheet)
    forms = [_form(writer, page) for page in pair]
    for page, form in zip(pair, forms, strict=True):
        drawn[page.indirect_reference.idnum] = (place, form)  # type: ignore[union-attr]
    names = {_name(f"/Page{number}"): form for number, form in enumerate(forms)}
    sheet[_name("/Resources")] = DictionaryObject({_name("/XObject"): DictionaryObject(names)})
    sheet[_name("/Contents")] = _both(writer, width)
    links = [
        link
        for at, page in zip((0.0, width), pair, strict=True)
        for link in _links(page, at, place)
    ]
    if links:
        sheet[_name("/Annots")] = ArrayObject(links)
    return place


def _form(writer: "PdfWriter", page: "PageObject") -> "IndirectObject":
    """A page as an object that is drawn (ISO 32000-2, 8.10); what is marked in it keeps its
    numbers (14.7.5.2)."""
    from pypdf.generic import DecodedStreamObject  # noqa: PLC0415

    form = DecodedStreamObject()
    contents = page.get_contents()
    form.set_data(b"" if contents is None else contents.get_data())
    form[_name("/Type")], form[_name("/Subtype")] = _name("/XObject"), _name("/Form")
    form[_name("/BBox")] = page["/MediaBox"]
    form[_name("/Resources")] = page["/Resources"]
    if "/StructParents" in page:
        form[_name("/StructParents")] = page["/StructParents"]
    if "/Group" in page:
        form[_name("/Group")] = page["/Group"]
    return writer._add_object(form.flate_encode())


def _both(writer: "PdfWriter", width: float) -> "IndirectObject":
    from pypdf.generic import DecodedStreamObject  # noqa: PLC0415

    stream = DecodedStreamObject()
    stream.set_data(f"q /Page0 Do Q q 1 0 0 1 {width:.4f} 0 cm /Page1 Do Q\n".encode())
    return writer._add_object(stream)


def _links(page: "PageObject", moved: float, sheet: "IndirectObject") -> Iterator["IndirectObject"]:
    """The links of a page, `moved` to the right on its sheet."""
    from pypdf.generic import ArrayObject, FloatObject  # noqa: PLC0415

    for one in page.get("/Annots", ()):
        link = one.get_object()
        left, bottom, right, top = map(float, link["/Rect"])
        where = (left + moved, bottom, right + moved, top)
        link[_name("/Rect")] = ArrayObject([FloatObject(side) for side in where])
        if "/QuadPoints" in link:
            points = [
                FloatObject(float(point) + (0 if number % 2 else moved))
                for number, point in enumerate(link["/QuadPoints"])
            ]
            link[_name("/QuadPoints")] = ArrayObject(points)
        link[_name("/P")] = sheet
        yield one


def _lead(
    element: "DictionaryObject",
    drawn: dict[int, tuple["PdfObject", "PdfObject"]],
    above: "PdfObject | None",
) -> None:
    """What `element` of the structure is made of is found where it is drawn now."""
    from pypdf.generic import ArrayObject, DictionaryObject, NumberObject  # noqa: PLC0415

    page = element.raw_get("/Pg") if "/Pg" in element else above
    if "/K" not in element:
        return
    kids = element["/K"]
    several = kids if isinstance(kids, ArrayObject) else ArrayObject([element.raw_get("/K")])
    for number, kid in enumerate(several):
        inner = kid.get_object()
        if isinstance(inner, NumberObject):
            inner = DictionaryObject({_name("/Type"): _name("/MCR"), _name("/MCID"): inner})
            several[number] = inner
        if inner.get("/Type") in ("/MCR", "/OBJR"):
            _place(inner, inner.raw_get("/Pg") if "/Pg" in inner else page, drawn)
        else:
            _lead(inner, drawn, page)
    element[_name("/K")] = several
    if "/Pg" in element:
        element[_name("/Pg")] = drawn[element.raw_get("/Pg").idnum][0]


def _place(
    kid: "DictionaryObject",
    page: "PdfObject | None",
    drawn: dict[int, tuple["PdfObject", "PdfObject"]],
) -> None:
    sheet, form = drawn[page.idnum]  # type: ignore[union-attr]
    kid[_name("/Pg")] = sheet
    if str(kid["/Type"]) == "/MCR":
        kid[_name("/Stm")] = form


def _writer(pdf: bytes) -> "PdfWriter":
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 (it takes a moment to load)

    return PdfWriter(clone_from=PdfReader(BytesIO(pdf)))


def _written(writer: "PdfWriter") -> bytes:
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def _name(name: str) -> "PdfObject":
    from pypdf.generic import NameObject  # noqa: PLC0415

    return NameObject(name)
