"""An error that says what is wrong and how to fix it,
in the words of the person who will fix it."""

from collections.abc import Iterable
from difflib import get_close_matches

from plugins.model.look_alike import same_to_the_eye, strangers
from plugins.model.message import Message

READABLE = 40  # names in a message; of more, only the nearest are told
NEAREST = 10


class UserError(ValueError):
    """`what` is wrong and how to `fix` it, each a sentence."""

    def __init__(self, what: Message, fix: Message) -> None:
        super().__init__(f"{what} {fix}")
        self.what = what
        self.fix = fix


def did_you_mean(word: str, known: Iterable[str]) -> Message:
    """Return the fix for an unknown word: the nearest known one, or all of them that a person can
    read."""
    choices = sorted(known)
    if same := same_to_the_eye(word, choices):
        return Message(
            "%(near)r looks the same and has other letters; here is: %(letters)s.",
            near=same,
            letters=strangers(word) or strangers(same),
        )
    near = get_close_matches(word, choices, n=1, cutoff=0.6)
    if near:
        return Message("Did you mean %(near)r?", near=near[0])
    if len(choices) <= READABLE:
        return Message("Use one of: %(names)s.", names=tuple(choices))
    nearest = get_close_matches(word, choices, n=NEAREST, cutoff=0)
    return Message(
        "There are %(count)s names here; the nearest: %(names)s.",
        count=len(choices),
        names=tuple(nearest),
    )
