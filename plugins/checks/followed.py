"""Addresses that follow readers from one site to another: names behind ? that say who came from
where, and sites that only pass readers on."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

NAMES = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|igshid?|igsh"
    r"|mc_[ce]id|_openstat|_hsenc|_hsmi|vero_id|mkt_tok|oly_\w+_id|ref_src|__cft__.*|__tn__"
    r"|roistat\w*|spm|sca_esv|ved|usg"
)
# Sites that pass readers on, with the names of the address to which they do.
PASSING = {
    "www.google.com/url": ("q", "url"),
    "google.com/url": ("q", "url"),
    "l.facebook.com/l.php": ("u",),
    "lm.facebook.com/l.php": ("u",),
    "l.instagram.com/": ("u",),
    "vk.com/away.php": ("to",),
    "away.vk.com/away.php": ("to",),
}
SAFELINKS = re.compile(r"[\w.-]+\.safelinks\.protection\.outlook\.com/?.*")


def unfollowed(address: str) -> str:
    """Return `address` as it leads there without following anybody; itself where it follows
    nobody."""
    parts = urlsplit(address)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    place = f"{parts.netloc}{parts.path}"
    passing = ("url",) if SAFELINKS.fullmatch(place) else PASSING.get(place, ())
    for name, value in pairs:
        if name in passing and value.startswith(("http://", "https://")):
            return unfollowed(value)
    kept = [(name, value) for name, value in pairs if not NAMES.fullmatch(name)]
    if len(kept) == len(pairs):
        return address
    return parts._replace(query=urlencode(kept)).geturl()
