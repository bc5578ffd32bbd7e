"""A release as a letter."""

from email import message_from_bytes
from email.policy import default

from plugins.features.newsroom.letter import letter

LETTER = letter("Загаловак", "be", "Тэкст\n", "<p>Тэкст</p>\n")


def test_nobody_invented():
    """A letter names no sender, no receiver and no time: those who send it do."""
    assert not {"From", "To", "Date", "Message-ID"} & set(
        message_from_bytes(LETTER, policy=default).keys()
    )


def test_read_again():
    """A mail program finds the subject and both texts."""
    message = message_from_bytes(LETTER, policy=default)
    texts = [
        message.get_body((kind,)).get_content().replace("\r\n", "\n") for kind in ("plain", "html")
    ]
    assert (message["Subject"], texts) == ("Загаловак", ["Тэкст\n", "<p>Тэкст</p>\n"])


def test_same_bytes():
    """The same release is the same letter."""
    assert letter("Загаловак", "be", "Тэкст\n", "<p>Тэкст</p>\n") == LETTER


def test_seven_bits():
    """A letter passes through old servers: every byte is ASCII, no line longer than 998."""
    assert LETTER.isascii() and max(map(len, LETTER.splitlines())) <= 998
