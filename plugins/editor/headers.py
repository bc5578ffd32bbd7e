"""The headers of the editor, which is no page of the site: a policy of its own, that lets it ask
nobody but the place it comes from and, elsewhere, the host of the files."""

from collections.abc import Iterable

from plugins.features.hosting.headers import EVERYWHERE

# What the program does that pages of the site do not: it writes styles into elements, shows files
# that were just read (blob:), and its preview is a frame of its own.
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' blob: data:",
    "media-src": "'self' blob:",
    "font-src": "'self'",
    "frame-src": "blob:",
    "worker-src": "'self' blob:",
    "connect-src": "'self' blob: data:",
    "manifest-src": "'self' blob: data:",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
    "base-uri": "'self'",
}
OPENER = "Cross-Origin-Opener-Policy"


def policy(hosts: Iterable[str] = ()) -> str:
    """Return the policy, with the `hosts` that the files are kept at."""
    known = " ".join(hosts)
    allowed = {"connect-src": known, "img-src": known} if known else {}
    return "; ".join(
        " ".join(filter(None, (name, value, allowed.get(name, ""))))
        for name, value in POLICY.items()
    )


def headers(hosts: Iterable[str] = ()) -> dict[str, str]:
    """Return the headers of every file of the editor. Signing in at a host of Git needs the window
    that it opens to answer."""
    hosts = tuple(hosts)
    own = {"Content-Security-Policy": policy(hosts), "Cache-Control": "no-store"}
    own |= {"X-Robots-Tag": "noindex, nofollow"}
    return EVERYWHERE | own | ({OPENER: "same-origin-allow-popups"} if hosts else {})
