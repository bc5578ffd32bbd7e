"""A published page or script becomes one that works from any place,
a folder on a USB stick (`file:`) among them."""

import re
from posixpath import relpath

# Attributes that hold an address below the root of the site.
ADDRESS = re.compile(
    r'(?P<before>="0; url='
    r'|\s(?:href|src|data-script|data-more|data-help|action(?=="/(?!contact/)))=")'
    r'/(?P<path>[^"/][^"]*|)(?=")'
)
ACTION = re.compile(r'(?P<before>\saction=")(?=/contact/)')
SIZES = re.compile(r'(?<= srcset=")[^"]*')
ROOTED = re.compile(r"(?<![^\s,])/(?P<path>[^\s,]+)")
MODULE = re.compile(r'<script type="module" src=')
LOADED = re.compile(r'<script type="module" src="/(?P<file>[^"]+)"')
EXPORT = re.compile(r"^export (?=const|function|class|async)", re.MULTILINE)
ROOT = re.compile(r'(?P<before>\sdata-root=")/(?=")')
ONION = re.compile(r'<meta http-equiv="onion-location"[^>]*>\n')


def portable_page(html: str, name: str, site_url: str) -> str:
    """The page in the file `name`, its addresses relative to it;
    what is sent still goes to `site_url`.

    Browsers load no modules from `file:`, so scripts become plain ones that wait for the page.
    """
    html = ADDRESS.sub(
        lambda found: found["before"] + _relative(found["path"], name), ONION.sub("", html)
    )
    html = SIZES.sub(
        lambda sizes: ROOTED.sub(lambda found: _relative(found["path"], name), sizes[0]), html
    )
    html = ACTION.sub(lambda found: found["before"] + site_url, html)
    html = ROOT.sub(
        lambda found: found["before"] + relpath(".", name.rpartition("/")[0] or ".") + "/", html
    )
    return MODULE.sub("<script defer src=", html)


def portable_script(text: str) -> str:
    """The module `text`, which imports no other, as a plain script whose names stay its own."""
    return f"{{\n{EXPORT.sub('', text)}}}\n"


def loaded(html: str) -> set[str]:
    """The files of the scripts that a page loads by itself;
    others are modules that these ask for."""
    return {found["file"] for found in LOADED.finditer(html)}


def _relative(path: str, name: str) -> str:
    path, mark, anchor = path.partition("#")
    file = f"{path}index.html" if path == "" or path.endswith("/") else path
    return relpath(file, name.rpartition("/")[0] or ".") + mark + anchor
