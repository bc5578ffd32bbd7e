"""A token that says: this text was shown to its writer on a confirm page, and the writer sent it again."""

import hmac
from collections.abc import Sequence

from contact.form import Form

VALID = 24 * 60 * 60  # seconds


def sign(key: bytes, form: Form, now: int) -> str:
    """A token for exactly this text, good for a day from `now` (seconds)."""
    return f"{now}.{_digest(key, form, now)}"


def valid(keys: Sequence[bytes], form: Form, now: int) -> bool:
    """Whether one of `keys`, the present one or the one before it, signed the token of `form` within a day."""
    stamp, _, digest = form.token.partition(".")
    if not (stamp.isascii() and stamp.isdigit() and len(stamp) <= 12 and digest.isascii()):
        return False
    age = now - int(stamp)
    signed = [hmac.compare_digest(_digest(key, form, int(stamp)), digest) for key in keys]
    return any(signed) and 0 <= age <= VALID


def _digest(key: bytes, form: Form, now: int) -> str:
    text = "\0".join([form.name, str(now), *(f"{name}={value}" for name, value in sorted(form.values.items()))])
    return hmac.new(key, text.encode(), "sha256").hexdigest()
