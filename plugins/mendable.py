"""An error that says what is wrong and how to mend it, in the words of the person who will mend it."""


class MendableError(ValueError):
    """`what` is wrong and how to `mend` it, each a sentence."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(f"{what} {mend}")
        self.what = what
        self.mend = mend
