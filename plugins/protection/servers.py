"""The table of headers in the words of each server that we ship a file for."""

from collections.abc import Callable, Iterator

from plugins.protection.headers import BELOW, ELSEWHERE, EVERYWHERE

NOTE = "# Made by `make headers` from plugins/protection/headers.py; change that."
# A line of each server, for a name and a value.
NETLIFY, NGINX, CADDY, APACHE = "  {}: {}", 'add_header {} "{}" always;', "\t{} `{}`", 'Header always set {} "{}"'


def netlify() -> str:
    """The file `_headers` of the output folder, as Netlify and Cloudflare Pages read it."""
    parts = {"/*": EVERYWHERE} | {f"{folder}*": own for folder, own in BELOW.items()}
    return "\n".join(f"{path}\n{_lines(NETLIFY, own)}" for path, own in parts.items())


def nginx() -> str:
    """For `include` in a server block; a location with an `add_header` of its own needs it again."""
    varying = "".join(f"add_header {name} {_variable(name)} always;\n" for name in _varying())
    return f"{NOTE}\n{_lines(NGINX, EVERYWHERE)}{varying}"


def nginx_maps() -> str:
    """For `include` outside of all server blocks: the headers that differ by address. An empty one is not sent."""
    return f"{NOTE}\n{''.join(_map(name) for name in _varying())}"


def caddy() -> str:
    """For `import` in a site block."""
    others = " ".join(f"{folder}*" for folder in BELOW)
    rules = [f"header {{\n{_lines(CADDY, EVERYWHERE)}	-Server\n}}\n"]
    rules += [f"@elsewhere not path {others}\nheader @elsewhere {{\n{_lines(CADDY, ELSEWHERE)}}}\n"]
    rules += [f"header {folder}* {{\n{_lines(CADDY, own)}}}\n" for folder, own in BELOW.items()]
    return f"{NOTE}\n{''.join(rules)}"


def apache() -> str:
    """For `Include` in a virtual host, or as .htaccess; needs mod_headers and Apache 2.4.10."""
    text = f"{NOTE}\n{_lines(APACHE, EVERYWHERE | ELSEWHERE)}"
    for folder, own in BELOW.items():
        text += f'<If "%{{REQUEST_URI}} =~ m#^{folder}#">\n{_lines(APACHE, own)}</If>\n'
    return text


# Which file below deploy/ holds what.
SNIPPETS: dict[str, Callable[[], str]] = {
    "nginx/headers.conf": nginx,
    "nginx/headers-maps.conf": nginx_maps,
    "caddy/headers.caddy": caddy,
    "apache/headers.conf": apache,
}


def _lines(form: str, headers: dict[str, str]) -> str:
    return "".join(f"{form.format(name, value)}\n" for name, value in headers.items())


def _varying() -> list[str]:
    """The names of the headers that are not the same everywhere."""
    return list(dict.fromkeys(name for own in (ELSEWHERE, *BELOW.values()) for name in own))


def _variable(name: str) -> str:
    return f"$site_{name.lower().replace('-', '_')}"


def _map(name: str) -> str:
    return f"map $uri {_variable(name)} {{\n{''.join(_cases(name))}}}\n"


def _cases(name: str) -> Iterator[str]:
    yield f'    default "{ELSEWHERE.get(name, "")}";\n'
    yield from (f'    ~^{folder} "{own[name]}";\n' for folder, own in BELOW.items() if name in own)
