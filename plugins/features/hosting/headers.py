"""The one table of headers that every answer of the site carries, whatever server sends it,
and the status of forms.

What a page may do is in the Content Security Policy (W3C CSP Level 3): nothing, but with what comes
from the site. Structured data (JSON-LD) stands in a script element and is no script: HTML calls it
a data block, which is not run and which the policy does not concern. The empty icon of a page that
is being left is the only `data:` address.
"""

import re
from http import HTTPStatus

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "media-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
}
# What no page ever asks a device for (W3C Permissions Policy); a film may fill the screen.
DENIED = (
    *("accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "geolocation"),
    *(
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "picture-in-picture",
        "publickey-credentials-get",
    ),
    *("screen-wake-lock", "usb", "xr-spatial-tracking"),
)
YEARS = 2 * 365 * 24 * 60 * 60  # seconds


def _written(policy: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in policy.items())


EVERYWHERE = {
    "Content-Security-Policy": _written(POLICY),
    "Strict-Transport-Security": f"max-age={YEARS}; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # for browsers that know no frame-ancestors
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in DENIED),
}
# What a demonstration sends with every answer, so that no search engine shows it.
OF_A_DEMONSTRATION = {"X-Robots-Tag": "noindex, nofollow"}
# By address, where `:lang` is one part and `*` the rest; of two that fit the first counts. Files
# named after their content never change; what is to be saved is not opened; Back shall not show
# what was written.
STORED_NOWHERE = {"Cache-Control": "no-store"}
FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
# Pages to write on. Chromium keeps a left page in memory with what was typed in it, in spite of
# `no-store`, and only a script could empty it; but it keeps none whose status is another one than
# 200 (its reason `kHTTPStatusNotOK`).
FORMS = ("/:lang/about/write/", "/:lang/press/write/")
STATUS_OF_FORMS = (
    HTTPStatus.NON_AUTHORITATIVE_INFORMATION
)  # the only other one that means no more (RFC 9110, 15.3.4)
BELOW = {
    "/theme/*": FOR_EVER,
    "/pictures/*": FOR_EVER,
    "/offline/*": {"Content-Disposition": "attachment", "X-Robots-Tag": "noindex"},
    "/contact/*": STORED_NOWHERE,
    "/form-page/*": STORED_NOWHERE,  # the forms as servers have them while the endpoint is down
} | {address: STORED_NOWHERE for form in FORMS for address in (f"{form}*", form.rstrip("/"))}
# Where nothing above says otherwise. Hosts that read `_headers` do this by themselves.
ELSEWHERE = {"Cache-Control": "no-cache"}


def sending_to(origin: str) -> dict[str, str]:
    """The headers of every answer where forms are sent to `origin`, another name of the same
    site."""
    policy = POLICY | {"form-action": f"{POLICY['form-action']} {origin}"}
    return EVERYWHERE | {"Content-Security-Policy": _written(policy)}


def pattern(address: str) -> str:
    """A regular expression for the paths that fit an address of the table."""
    return "^" + address.removesuffix("*").replace(":lang", "[a-z-]+")


def status(path: str) -> HTTPStatus:
    """The status of the answer to `path` where there is such a page."""
    return (
        STATUS_OF_FORMS
        if any(re.match(f"{pattern(form)}$", path) for form in FORMS)
        else HTTPStatus.OK
    )


def headers(path: str) -> dict[str, str]:
    """The headers of the answer to `path`."""
    own = next((found for address, found in BELOW.items() if re.match(pattern(address), path)), {})
    return EVERYWHERE | ELSEWHERE | own
