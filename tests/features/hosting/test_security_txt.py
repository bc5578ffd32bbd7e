"""Where to report a weakness, and until when that is true (RFC 9116)."""

from datetime import date

import pytest

from plugins.features.hosting.security_txt import is_over, security_txt, unfit

TODAY = date(2026, 11, 24)


def test_text():
    """The file names a page, not a mailbox, and the last instant of its last day."""
    assert security_txt("https://example.org", "en/contact/", date(2027, 5, 24), ["be", "en"]) == (
        "Contact: https://example.org/en/contact/\n"
        "Expires: 2027-05-24T23:59:59Z\n"
        "Preferred-Languages: be, en\n"
        "Canonical: https://example.org/.well-known/security.txt\n"
    )


@pytest.mark.parametrize(
    ("expires", "reason"),
    [
        (date(2027, 5, 24), ""),
        (TODAY, ""),
        (date(2026, 11, 23), ""),
        (date(2027, 11, 25), "`expires` is 2027-11-25, more than a year ahead."),
        (None, "`expires` is not a day, such as 2027-05-24."),
        ("2027-05-24", "`expires` is not a day, such as 2027-05-24."),
    ],
)
def test_unfit(expires, reason):
    """A file that promises too much does not go public; of one that is over see below."""
    assert unfit(expires, TODAY) == (reason or None)


@pytest.mark.parametrize(
    ("expires", "over"), [(date(2026, 11, 23), True), (TODAY, False), (None, False)]
)
def test_is_over(expires, over):
    """After its last day the file is left out, and stops nothing else."""
    assert is_over(expires, TODAY) == over
