"""What a page may do, and with which headers it is served."""

import pytest

from plugins.features.hosting.headers import EVERYWHERE, POLICY, headers, status
from plugins.features.hosting.servers import netlify_elsewhere

# What the OWASP Secure Headers Project and MDN's HTTP Observatory ask of every site.
ASKED = [
    ("Content-Security-Policy", "default-src 'none'"),
    ("Content-Security-Policy", "base-uri 'none'"),
    ("Content-Security-Policy", "form-action 'self'"),
    ("Content-Security-Policy", "frame-ancestors 'none'"),
    ("Content-Security-Policy", "require-trusted-types-for 'script'"),
    ("Strict-Transport-Security", "max-age=63072000"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "geolocation=()"),
]


@pytest.mark.parametrize(("name", "part"), ASKED)
def test_asked(name, part):
    """Every page has it."""
    assert part in headers("/be/")[name]


@pytest.mark.parametrize("source", ["unsafe", "http", "*", "blob:"])
def test_only_from_the_site(source):
    """Nothing comes from elsewhere, and nothing is run or drawn from inside a page."""
    assert [name for name, value in POLICY.items() if source in value] == []


def test_named_after_their_content():
    """What is named after its content is kept for a year, a page is asked for again."""
    assert (headers("/theme/main.1.css")["Cache-Control"], headers("/be/")["Cache-Control"]) == (
        "public, max-age=31536000, immutable",
        "no-cache",
    )


def test_own_headers_add():
    """A file with a header of its own has all others too."""
    assert headers("/offline/be.html").items() >= EVERYWHERE.items()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/be/about/write/", 203),
        ("/ru/press/write/", 203),
        ("/be/about/write/more/", 200),
        ("/be/questions/", 200),
    ],
)
def test_status(path, expected):
    """Only a page to write on has a status for which Chromium does not keep it."""
    assert status(path) == expected


def test_missing():
    """Netlify answers what is missing in the language of its address, and leads on what moved."""
    assert netlify_elsewhere({"be/a/": "be/b/"}, ["be", "ar"]) == (
        "/be/a/ /be/b/ 301\n/be/* /be/404.html 404\n/ar/* /ar/404.html 404\n"
    )
