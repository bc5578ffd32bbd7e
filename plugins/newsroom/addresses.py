"""The ledger of published addresses: what was public once stays reachable, at its address or by a redirect."""

from collections.abc import Container, Iterable

from plugins.document import Problem

LEDGER, REDIRECTS = "ledger/addresses.txt", "ledger/redirects.toml"
PAGE = "index.html"


def addresses(names: Iterable[str]) -> list[str]:
    """The addresses of the pages among the files `names`, in order; further pages of lists come and go."""
    pages = (name.removesuffix(PAGE) for name in names if f"/{name}".endswith(f"/{PAGE}"))
    return sorted(page for page in pages if page and "/page/" not in page and "/style-guide/" not in page)


def gone(ledger: str, there: Container[str], redirects: dict[str, str]) -> list[Problem]:
    """One problem for each address of `ledger` that is neither `there` nor led on by `redirects` to one that is."""
    lines = enumerate(ledger.splitlines(), start=1)
    lost = ((number, line) for number, line in lines if line and redirects.get(line, line) not in there)
    mend = f'Restore the page, withdraw it (`Withdrawn: …`), or name its new address in {REDIRECTS}: "old/" = "new/".'
    return [Problem(LEDGER, number, f"/{line} was public and is gone.", mend) for number, line in lost]


def renewed(ledger: str, there: Iterable[str]) -> str:
    """`ledger` with the addresses that are `there` now; none is ever taken out."""
    return "".join(f"{address}\n" for address in sorted({*ledger.split(), *there}))


def page_of_redirect(site_url: str, target: str, warning: str = "") -> str:
    """A page that leads readers, and search engines, to the new address of what stood here.

    The `warning` of a demonstration is a paragraph of HTML; search engines are then told to stay away.
    """
    address = f"{site_url}/{target}"
    robots = '<meta name="robots" content="noindex, nofollow">\n' if warning else ""
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n{robots}'
        f'<meta http-equiv="refresh" content="0; url={address}">\n<link rel="canonical" href="{address}">\n'
        f'<title>{address}</title>\n</head>\n<body>{warning}<p><a href="{address}">{address}</a></p></body>\n</html>\n'
    )
