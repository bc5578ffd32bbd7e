"""A release as a letter (RFC 5322, MIME) that a mail program opens as a draft:
subject and text, nobody invented."""

from hashlib import sha256


def letter(subject: str, lang: str, text: str, html: str) -> bytes:
    """The letter, as text and as HTML. Sender, receivers,
    date and id are left to the program that sends it."""
    from email.message import EmailMessage  # noqa: PLC0415 (it takes a moment to load, and most builds write no letter)
    from email.policy import SMTP  # noqa: PLC0415

    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(subject.split())  # a line of a header cannot be two
    message["Content-Language"] = lang
    message["X-Unsent"] = "1"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    message.set_boundary(sha256(f"{subject}\0{text}".encode()).hexdigest()[:32])
    return message.as_bytes()
