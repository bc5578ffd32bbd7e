"""What a pull request may plant in files and fields, and how it is told:
one table, one row a plant.

Every plant has the word MARK in it, in its name or in its words, so that it can be looked for in
the output.
"""

from typing import NamedTuple

MARK = "PLANTED"
PAGE = "Title: A\nSummary: B\nReviewed: 2026-11-24\nSources: law\n\n## A {{#a}}\n\n{}\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'
WORDS = 'name.be = "a"\nname.ru = "a"\nname.en = "a"\nname.ar = "a"\n'
ABOUT = 'about.be = "a"\nabout.ru = "a"\nabout.en = "a"\nabout.ar = "a"\n'
CONTACT = 'country = "BY"\ncost = "free"\nhours = "always"\nsource = "law"\n' + WORDS + ABOUT


class Plant(NamedTuple):
    """A file below the content and what is written into it or added to its end;
    what is said about it."""

    file: str
    text: str | bytes
    said: str


def page(number: int, text: str, said: str) -> Plant:
    """A page of advice with `text` in it, which stands in its line 8."""
    return Plant(
        f"en/advice/01-topic/{number}-planted.md", PAGE.format(text.replace("MARK", MARK)), said
    )


NOT_SERVED = "is no file that the site may serve"
NOT_ITSELF = "is not what its ending says"
MEDIA = [
    Plant(f"media/{name}", f"<script>{MARK}</script>", NOT_SERVED)
    for name in (
        *(
            "planted.html",
            "planted.htm",
            "planted.xhtml",
            "planted.xml",
            "planted.js",
            "planted.mjs",
            "planted.css",
        ),
        *(
            "planted.php",
            "planted.php.jpg",
            "planted.html.txt",
            "planted.svgz",
            "planted.wasm",
            "planted.shtml",
        ),
        *(
            ".htaccess",
            ".user.ini",
            ".env",
            "_headers",
            "web.config",
            "planted.jpg.bak",
            "planted.md",
            "planted",
        ),
        *(
            "planted.json",
            "planted.swf",
            "planted.exe",
            "planted.svg.html",
            "deep/.git/config",
            "sub/planted.hta",
        ),
        *("planted.webmanifest", "sw.js", "planted.pdf.html", "planted.eml"),
    )
]
MEDIA += [
    Plant("media/planted.pdf", f"<script>{MARK}</script>", NOT_ITSELF),
    Plant("media/planted.docx", f"<script>{MARK}</script>", NOT_ITSELF),
    Plant("media/planted.txt", f"<script>{MARK}</script>", NOT_ITSELF),
    Plant("media/planted.csv", f"a\0{MARK}", NOT_ITSELF),
    Plant(
        "media/planted-acts.pdf", f"%PDF-1.7\n<</S /JavaScript /JS ({MARK})>>", "has a program in"
    ),
    Plant("media/planted-sums.csv", f'a,"=HYPERLINK(""{MARK}"")"\n', "would calculate"),
    Plant("media/planted-turned.txt", f"{MARK} \u202e311", "U+202E"),
    Plant(
        "media/films/planted-be.vtt",
        f"WEBVTT\n\n00:00.000 --> 00:02.000\n{MARK} +375 17 211 02 52\n",
        "is written by hand",
    ),
]
DRAWINGS = [
    Plant(f"media/planted-{number}.svg", SVG.format(inner.replace("MARK", MARK)), said)
    for number, (inner, said) in enumerate(
        [
            ("<script>MARK</script>", "has <script>"),
            ("<path onload='MARK()'/>", "has onload="),
            ("<foreignObject>MARK</foreignObject>", "has <foreignObject>"),
            ("<style>@\\69mport 'MARK.css';</style>", "refers to another file"),
            ("<path style='fill:\\75 rl(//example.org/MARK)'/>", "refers to another file"),
            (
                "<use href='&#x68;ttps://example.org/MARK'/>",
                "refers to 'https://example.org/PLANTED'",
            ),
            ("<set attributeName='href' to='javascript:MARK'/>", "has <set>"),
            ("<text>MARK +375 17 211 02 52</text>", "is written by hand"),
            ("<?xml-stylesheet href='MARK.css'?>", "has <?xml-stylesheet"),
            ("<h:script xmlns:h='http://www.w3.org/1999/xhtml'>MARK</h:script>", "has <script>"),
        ]
    )
]
DRAWINGS += [
    Plant(
        "media/planted-doctype.svg",
        f"<!DOCTYPE svg [<!ENTITY a '{MARK}'>]>" + SVG.format("&a;"),
        "has <!DOCTYPE",
    )
]
PAGES = [
    page(20, "Text\n{: onclick=MARK() }", "'onclick' cannot be set in a text"),
    page(21, "[words](01-first.md){: onmouseover=MARK }", "'onmouseover' cannot be set in a text"),
    page(22, '[words](javascript:MARK "a")', "leads nowhere"),
    page(23, "[words](01-first.md){: href=javascript:MARK class=number }", "leads nowhere"),
    page(24, "[words](data:text/html,MARK)", "leads nowhere"),
    page(25, "## Heading {#heading style=MARK }", "'style' cannot be set in a text"),
    page(26, "Text\n{: .exit-page .MARK }", "'class' cannot be set in a text"),
    page(27, "Text\n{: #main }", "'id' cannot be set in a text"),
    page(28, "<img src=x onerror=MARK>", "is HTML"),
    page(29, "Text <b>MARK</b> text", "is HTML"),
    page(30, "<!-- MARK -->", "is HTML"),
    page(31, "MARK \u202e311 enil", "U+202E RIGHT-TO-LEFT OVERRIDE"),
    page(32, "MARK \u2067113", "U+2067 RIGHT-TO-LEFT ISOLATE"),
    page(33, "MARK \x1b[31m", "U+001B"),
    page(34, "MARK \U000e0041", "U+E0041 TAG LATIN CAPITAL LETTER A"),
    page(35, "MARK \u2066113", "U+2066 LEFT-TO-RIGHT ISOLATE"),
    page(36, "[words](https://)", "'https://' is no address"),
    page(37, "[words](<https:// MARK.org>)", "is no address"),
    page(38, "[words](https://example.org\\@MARK.org)", "is no address"),
    page(39, "[words](https://example.org@MARK.org/)", "is no address"),
    page(40, "[words](https://example.org/?q=<MARK>)", "is no address"),
    page(41, "<https://example.org/%MARK>", "is no address"),
    page(42, "<MARK@example.org>", "'PLANTED@example.org' is written by hand"),
    page(43, '!!! exit-page "MARK"\n    Text', "There is no callout of the kind 'exit-page'"),
    page(44, '!!! note leaving "MARK"\n    Text', "'class' cannot be set in a text"),
    page(
        45,
        "![MARK](../../../media/road.svg){: srcset=https://example.org/a }",
        "'srcset' cannot be set in a text",
    ),
    page(46, "![MARK](https://example.org/a.png)", "does not exist"),
    page(47, "Call {contact:hotline}{: href=tel:MARK } now.", "'tel:PLANTED' is written by hand"),
    page(48, "[words](//MARK.example.org)", "leads nowhere"),
    page(49, "[words](vbscript:MARK)", "leads nowhere"),
    page(50, "[words](&#106;avascript:MARK)", "leads nowhere"),
    Plant(
        "en/advice/01-topic/51-planted.md",
        PAGE.format("A").replace("Title: A", f"Title: {MARK} \u202e"),
        "U+202E",
    ),
    page(52, "Embargo: 2027-01-01 10:00 Europe/Minsk MARK", "stands in the text"),
    page(53, "<!-- MARK is not closed", "begins as HTML"),
    Plant("en/planted.html", f"<script>{MARK}</script>", "Only .md files become pages"),
]
TABLE = "\n[planted-{}]\n"
SOURCES = [
    Plant("data/sources.toml", TABLE.format(number) + WORDS + text.replace("MARK", MARK), said)
    for number, (text, said) in enumerate(
        [
            ('url = "javascript:MARK"', "'javascript:PLANTED', which is no address"),
            ('url = "JaVaScript:MARK1"', "'JaVaScript:PLANTED1', which is no address"),
            ('url = "data:text/html,MARK"', "'data:text/html,PLANTED', which is no address"),
            ('url = "https://example.org/\\"onclick=MARK"', "which is no address"),
            ('url = "//MARK.example.org"', "'//PLANTED.example.org', which is no address"),
            (
                'url = " https://MARK.example.org"',
                "' https://PLANTED.example.org', which is no address",
            ),
            ('publisher = "<script>MARK</script>"', "'<script>PLANTED</script>', which is HTML"),
            ('title = "&lt;MARK&gt;"', "'&lt;PLANTED&gt;', which is HTML"),
            ('title = "MARK \\u202e2"', "U+202E RIGHT-TO-LEFT OVERRIDE"),
            ('title = "MARK \\u001b"', "U+001B"),
        ]
    )
]
CONTACTS = [
    Plant(
        "data/contacts.toml",
        f"\n[contact.planted-{number}]\n{text.replace('MARK', MARK)}\n{CONTACT}",
        said,
    )
    for number, (text, said) in enumerate(
        [
            ('number = "113"\ndial = "113\\"onclick=MARK"', "cannot be dialled"),
            ('number = "<b>MARK</b>"\ndial = "113"', "'<b>PLANTED</b>' is no telephone number"),
            (
                'number = "+375 17 211 02 51"\ndial = "+375172110215" # MARK',
                "'+375172110215' is dialled",
            ),
            ('number = "11\\u202e3"\ndial = "113" # MARK', "is no telephone number"),
            ('number = "113"\ndial = "113;MARK"', "'113;PLANTED' cannot be dialled"),
        ]
    )
]
CREDITS = [
    Plant("data/pictures.toml", f'\n["media/planted-{number}.svg"]\ncredit = "{text}"\n', said)
    for number, (text, said) in enumerate(
        [
            (f"<a href='https://example.org'>{MARK}</a>", "which is HTML"),
            (f"javascript:{MARK}", "which is no address to follow"),
            (f"{MARK}\u202e", "U+202E"),
        ]
    )
]
KEYS = [
    Plant(f"data/{file}.toml", f'\n["{key}"]\n{WORDS}', "cannot be part of an address")
    for file, key in (
        ("topics", f"../../{MARK}-topic"),
        ("topics", f"/etc/{MARK}-topic"),
        ("sources", f'a\\" onclick={MARK}'),
        ("sources", f"<b>{MARK}"),
        ("glossary", f"a b {MARK}"),
    )
]
PLANTS = [*MEDIA, *DRAWINGS, *PAGES, *SOURCES, *CONTACTS, *CREDITS, *KEYS]
