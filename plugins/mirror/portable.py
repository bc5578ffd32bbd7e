"""A published page or script becomes one that works from any place,
a folder on a USB stick (`file:`) among them."""

import re
from posixpath import relpath

from plugins.model.html_tree import Element, Tree, attribute

# Attributes that hold an address below the root of the site.
ADDRESSES = (
    "href",
    "src",
    "poster",
    "data-script",
    "data-more",
    "data-help",
    "data-page",
    "action",
)
SENT_TO = "/contact/"
LEADS_ON = "0; url="  # what a page says that leads on to another one
ROOTED = re.compile(r"(?<![^\s,])/(?P<path>[^\s,]+)")
EXPORT = re.compile(r"^export (?=const|function|class|async)", re.MULTILINE)
MODULES = "script[type=module]"
# What a copy has no use for; browsers load no manifest from `file:`.
NOT_TAKEN = "meta[http-equiv=onion-location], link[rel=manifest]"


def portable_page(html: str, name: str, site_url: str) -> str:
    """The page in the file `name`, its addresses relative to it;
    what is sent still goes to `site_url`.

    Browsers load no modules from `file:`, so scripts become plain ones that wait for the page.
    """
    page = Tree(html)
    for element in page.every(", ".join(f'[{one}^="/"]' for one in ADDRESSES)):
        _lead(element, name, site_url)
    for element in page.every("[srcset]"):
        element.attrs["srcset"] = ROOTED.sub(
            lambda found: _relative(found["path"], name), attribute(element, "srcset")
        )
    for element in page.every(f'[content^="{LEADS_ON}/"]'):
        address = attribute(element, "content").removeprefix(LEADS_ON)
        element.attrs["content"] = f"{LEADS_ON}{_relative(address[1:], name)}"
    for element in page.every("[data-root]"):
        element.attrs["data-root"] = f"{relpath('.', name.rpartition('/')[0] or '.')}/"
    for script in page.every(f"{MODULES}[src]"):
        del script.attrs["type"]
        script.attrs["defer"] = ""
    for absent in page.every(NOT_TAKEN):
        absent.decompose()
    return page.html


def _lead(element: Element, name: str, site_url: str) -> None:
    """Let the addresses of `element` lead from the page `name`."""
    for one in element.attributes.keys() & set(ADDRESSES):
        address = attribute(element, one)
        if one == "action" and address.startswith(SENT_TO):
            element.attrs[one] = f"{site_url}{address}"
        elif address.startswith("/") and not address.startswith("//"):
            element.attrs[one] = _relative(address[1:], name)


def portable_script(text: str) -> str:
    """The module `text`, which imports no other, as a plain script whose names stay its own."""
    return f"{{\n{EXPORT.sub('', text)}}}\n"


def loaded(html: str) -> set[str]:
    """The files of the scripts that a page loads by itself;
    others are modules that these ask for."""
    scripts = Tree(html).every(f'{MODULES}[src^="/"]')
    return {attribute(script, "src").removeprefix("/") for script in scripts}


def _relative(path: str, name: str) -> str:
    path, mark, anchor = path.partition("#")
    file = f"{path}index.html" if path == "" or path.endswith("/") else path
    return relpath(file, name.rpartition("/")[0] or ".") + mark + anchor
