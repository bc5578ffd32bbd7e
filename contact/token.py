"""Two signed words in a form: its id, by which a second try is the same message, and the token of
the confirm page, which says that exactly this text was shown to its writer.
"""

import hmac
import os
from collections.abc import Sequence

from contact.form import Form

VALID = 24 * 60 * 60  # seconds for which a confirmed text may be sent
ID_VALID = 2 * VALID  # seconds; for longer a name of what was sent is remembered (contact.deliver)
TRIAL_VALID = 600


def new_id(key: bytes, now: int, purpose: str = "form") -> str:
    """Return an id for one form, made at `now` (seconds)."""
    stamp = f"{now}.{os.urandom(12).hex()}"
    return f"{stamp}.{_mac(key, purpose, stamp)}"


def id_key(keys: Sequence[bytes], text: str, now: int, purpose: str = "form") -> bytes | None:
    """Return the key that signed the id `text`, None when none did or it is too old.

    An id from the future is one of ours too: the clock was set back.
    """
    stamp, _, mac = text.rpartition(".")
    made = stamp.partition(".")[0]
    if not (text.isascii() and made.isdigit() and len(made) <= 12):
        return None
    if now - int(made) > (ID_VALID if purpose == "form" else TRIAL_VALID):
        return None
    signed = [key for key in keys if hmac.compare_digest(_mac(key, purpose, stamp), mac)]
    return signed[0] if signed else None


def message_name(key: bytes, form: Form) -> str:
    """Return the name of exactly this text in exactly this form: the same for each try."""
    return f"{_mac(key, 'name', form.id, *_words(form))}.{form.name}"


def sign(key: bytes, form: Form, now: int) -> str:
    """Return a token for exactly this text, good for a day from `now` (seconds)."""
    return f"{now}.{_digest(key, form, now)}"


def confirmed_for(keys: Sequence[bytes], form: Form, now: int) -> int | None:
    """Return for how many seconds this text has been confirmed; None when it is not.

    One of `keys`, the present one or the one before it, must have signed it within a day.
    """
    stamp, _, digest = form.token.partition(".")
    if not (stamp.isascii() and stamp.isdigit() and len(stamp) <= 12 and digest.isascii()):
        return None
    age = now - int(stamp)
    signed = [hmac.compare_digest(_digest(key, form, int(stamp)), digest) for key in keys]
    return age if any(signed) and 0 <= age <= VALID else None


def _digest(key: bytes, form: Form, now: int) -> str:
    words = [form.name, str(now), *([form.id] if form.id else []), *_words(form)]
    return hmac.new(key, "\0".join(words).encode(), "sha256").hexdigest()


def _words(form: Form) -> list[str]:
    return [f"{name}={value}" for name, value in sorted(form.values.items())]


def _mac(key: bytes, *words: str) -> str:
    return hmac.new(key, "\0".join(words).encode(), "sha256").hexdigest()[:32]
