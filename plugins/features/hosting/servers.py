"""The table of headers in the words of each server that we ship a file for."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from contact.form import PLACES, ROUTES
from plugins.features.hosting.headers import (
    BELOW,
    ELSEWHERE,
    EVERYWHERE,
    FOR_EVER,
    OF_A_DEMONSTRATION,
    STATUS_OF_FORMS,
    pattern,
)
from plugins.features.hosting.moves import Move

# A line of each server, for a name and a value.
NETLIFY, NGINX, CADDY, APACHE = (
    "  {}: {}",
    'add_header {} "{}" always;',
    "\t{} `{}`",
    'Header always set {} "{}"',
)
MOST_RULES = 100  # that Cloudflare Pages reads of a file
# What is not there may be there tomorrow.
APACHE_WHERE_FOUND = f'{APACHE} "expr=%{{{{REQUEST_STATUS}}}} -lt 400"'


def netlify(everywhere: dict[str, str] = EVERYWHERE, named: Iterable[str] = ()) -> str:
    """The file `_headers` of the output folder, as Netlify and Cloudflare Pages read it. These know
    addresses and no statuses: so what is kept for ever is there by its whole name (`named`), and a
    file that is missing is not."""
    parts = {"/*": everywhere} | {place: own for place, own in BELOW.items() if own != FOR_EVER}
    kept = [f"/{name}" for name in sorted(named)][: MOST_RULES - len(parts)]
    parts |= dict.fromkeys(kept, FOR_EVER)
    return "\n".join(f"{path}\n{_lines(NETLIFY, own)}" for path, own in parts.items())


def netlify_elsewhere(moved: Mapping[str, str], languages: Iterable[str]) -> str:
    """The file `_redirects`: old addresses lead on for good, and what is missing is answered in the
    language of its address, which Cloudflare Pages does by itself."""
    led = "".join(f"/{old} /{new} 301\n" for old, new in moved.items())
    return led + "".join(f"/{language}/* /{language}/404.html 404\n" for language in languages)


def nginx(everywhere: dict[str, str] = EVERYWHERE) -> str:
    """For a server block; a location with an `add_header` of its own needs it again."""
    varying = "".join(f"add_header {name} {_variable(name)} always;\n" for name in _varying())
    return _lines(NGINX, everywhere) + varying


def nginx_maps() -> str:
    """Outside of all server blocks: the headers that differ by address and by status.
    An empty one is not sent."""
    return "".join(_nginx_map(name) for name in _varying())


def _nginx_map(name: str) -> str:
    return f'map "$status$uri" {_variable(name)} {{\n{"".join(_cases(name))}}}\n'


def nginx_forms() -> str:
    """For a server block: pages to write on come from the endpoint, with an id of their own; while
    it is down, from the site. Either way with a status that no browser keeps in memory.
    """
    return "".join(_nginx_form(form, place) for form, place in PLACES.items())


def _nginx_form(form: str, place: str) -> str:
    lines = (
        f"proxy_pass http://contact/contact/$lang/{ROUTES[form]}/form;",
        "# The endpoint sets all headers; this line keeps those above from being set twice.",
        "proxy_hide_header X-Content-Type-Options;",
        'add_header X-Content-Type-Options "nosniff" always;',
        "proxy_intercept_errors on;",
        f"error_page 404 500 502 503 504 ={STATUS_OF_FORMS} /form-page/$lang/{place}/index.html;",
    )
    inside = "".join(f"    {line}\n" for line in lines)
    return f'location ~ "^/(?<lang>[a-z-]+)/{place}(?:/(?:index\\.html)?)?$" {{\n{inside}}}\n'


def caddy(everywhere: dict[str, str] = EVERYWHERE) -> str:
    """For a snippet that site blocks and their errors import."""
    return f"header {{\n{_lines(CADDY, everywhere)}\t-Server\n\tdefer\n}}\n"


def caddy_places() -> str:
    """For a site block: the headers that differ by address."""
    others = "|".join(pattern(address) for address in BELOW)
    rules = [
        f"@elsewhere not path_regexp {others}\nheader @elsewhere "
        f"{{\n{_lines(CADDY, ELSEWHERE)}\tdefer\n}}\n"
    ]
    for number, (address, own) in enumerate(BELOW.items()):
        rules += [
            f"@own{number} path_regexp {pattern(address)}\nheader @own{number} "
            f"{{\n{_lines(CADDY, own)}\tdefer\n}}\n"
        ]
    return "".join(rules)


def caddy_forms() -> str:
    """Before what serves files: pages to write on come from the endpoint,
    with an id of their own."""
    return "".join(
        f"@{form}_page path_regexp {form} {_spellings(place)}\nhandle @{form}_page {{\n"
        f"\treverse_proxy 127.0.0.1:8401 {{\n"
        f"\t\trewrite /contact/{{re.{form}.1}}/{ROUTES[form]}/form\n"
        "\t\timport visitor\n\t}\n}\n"
        for form, place in PLACES.items()
    )


def caddy_lost_forms() -> str:
    """For the errors of a site block: while the endpoint is down these pages come from the site."""
    return "".join(
        f"@{form}_lost path_regexp {form}_lost {_spellings(place)}\nhandle @{form}_lost {{\n"
        f"\theader Cache-Control no-store\n\trewrite * /{{re.{form}_lost.1}}/{place}/index.html\n"
        f"\tfile_server {{\n\t\tstatus {STATUS_OF_FORMS}\n\t}}\n}}\n"
        for form, place in PLACES.items()
    )


def _spellings(place: str) -> str:
    """A regular expression for every way to write the address of a form page, for Caddy."""
    return "^/+([a-z-]+)/+" + place.replace("/", "/+") + r"(?:/+(?:index\.html)?)?$"


def apache(everywhere: dict[str, str] = EVERYWHERE) -> str:
    """For a virtual host, or as .htaccess; needs mod_headers and Apache 2.4.10,
    which cannot give a file a status."""
    all_places = everywhere | ELSEWHERE
    text = "".join(
        f"Header onsuccess unset {name}\n" for name in all_places
    )  # of the endpoint: each comes once
    text += _lines(APACHE, all_places)
    for address, own in BELOW.items():
        line = APACHE_WHERE_FOUND if own == FOR_EVER else APACHE
        text += f'<If "%{{REQUEST_URI}} =~ m#{pattern(address)}#">\n{_lines(line, own)}</If>\n'
    return text


def apache_forms() -> str:
    """For a virtual host: pages to write on come from the endpoint, with an id and the status of
    its own; while it is down, from the site, with a status that no browser keeps in memory."""
    return "".join(_apache_form(form, place) for form, place in PLACES.items())


def _apache_form(form: str, place: str) -> str:
    address = f"^/([a-z-]+)/{place}(?:/(?:index\\.html)?)?$"
    lost = "".join(
        f"    ErrorDocument {status} /form-page/%{{env:MATCH_LANG}}/{place}/index.html\n"
        for status in (500, 502, 503, 504)
    )
    return (
        f"ProxyPassMatch {address} http://127.0.0.1:8401/contact/$1/{ROUTES[form]}/form\n"
        f'<LocationMatch "{address.replace("(", "(?<LANG>", 1)}">\n{lost}</LocationMatch>\n'
    )


def nginx_moved(moves: Iterable[Move] = ()) -> str:
    """For a server block: old addresses lead on for good, so that no history keeps them."""
    return "".join(
        f'rewrite "{move.old}" {move.new.replace("{", "$").replace("}", "")} permanent;\n'
        for move in moves
    )


def caddy_moved(moves: Iterable[Move] = ()) -> str:
    """For a site block: the same."""
    return "".join(
        f"@moved{number} path_regexp moved{number} {move.old}\n"
        f"redir @moved{number} {move.new.replace('{', f'{{re.moved{number}.')} permanent\n"
        for number, move in enumerate(moves)
    )


def apache_moved(moves: Iterable[Move] = ()) -> str:
    """For a virtual host, or as .htaccess: the same."""
    return "".join(
        f'RedirectMatch permanent "{move.old}" {move.new.replace("{", "$").replace("}", "")}\n'
        for move in moves
    )


# Which file below deploy/ holds what, between the lines `# begin …` and `# end …`.
SNIPPETS: dict[str, dict[str, Callable[..., str]]] = {
    "nginx/site.conf": {
        "maps": nginx_maps,
        "moved": nginx_moved,
        "headers": nginx,
        "forms": nginx_forms,
    },
    "caddy/Caddyfile": {
        "moved": caddy_moved,
        "headers": caddy,
        "places": caddy_places,
        "forms": caddy_forms,
        "lost": caddy_lost_forms,
    },
    "apache/site.conf": {"moved": apache_moved, "headers": apache, "forms": apache_forms},
}


def snippets_of(
    moves: Sequence[Move], demonstration: bool = False
) -> dict[str, dict[str, Callable[[], str]]]:
    """Return what each file holds where old addresses lead on as `moves` say. Of a `demonstration`
    every answer keeps search engines away."""
    everywhere = EVERYWHERE | (OF_A_DEMONSTRATION if demonstration else {})
    said = {"headers": everywhere, "moved": moves}
    return {
        name: {
            place: partial(make, said[place]) if place in said else make
            for place, make in snippets.items()
        }
        for name, snippets in SNIPPETS.items()
    }


def renewed(text: str, snippets: dict[str, Callable[[], str]]) -> str:
    """The file `text` with its snippets as the table says them now,
    indented as the lines around them."""
    for name, snippet in snippets.items():
        begin, end = rf"([ \t]*)# begin {name}\b.*\n", rf"[ \t]*# end {name}\b"
        found = re.search(rf"^(?P<begin>{begin})(?:.*\n)*?(?P<end>{end})", text, re.MULTILINE)
        if found:
            body = "".join(f"{found[2]}{line}\n" for line in snippet().splitlines())
            text = text[: found.end("begin")] + body + text[found.start("end") :]
    return text


def _lines(form: str, headers: dict[str, str]) -> str:
    return "".join(f"{form.format(name, value)}\n" for name, value in headers.items())


def _varying() -> list[str]:
    """The names of the headers that are not the same everywhere."""
    return list(dict.fromkeys(name for own in (ELSEWHERE, *BELOW.values()) for name in own))


def _variable(name: str) -> str:
    return f"$site_{name.lower().replace('-', '_')}"


def _cases(name: str) -> Iterator[str]:
    yield f'    default "{ELSEWHERE.get(name, "")}";\n'
    yield from (
        f'    ~{_answered(own)}{pattern(address)[1:]} "{own[name]}";\n'
        for address, own in BELOW.items()
        if name in own
    )


def _answered(own: dict[str, str]) -> str:
    """A regular expression for the statuses with which `own` headers are sent: what is not there
    may be there tomorrow."""
    return r"^[23]\d\d" if own == FOR_EVER else r"^\d\d\d"
