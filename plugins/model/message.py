"""A message to staff: its English text, which is also its name in the catalogues,
and the values that stand in it.

It is plain text wherever text is wanted, and can be kept and compared; in which language it is read
is decided where it is shown (plugins.model.speech), so nothing that is kept is in a language.
"""

from collections.abc import Mapping


class Message(str):
    """A sentence, or a part of one: `Message("There is no contact %(key)r.", key="hotlin")`.

    `%(name)r` is a value in quotation marks, `%(name)s` one without. A value may be a message, or a
    tuple, whose items are listed.
    """

    id: str
    values: Mapping[str, object]

    def __new__(cls, id: str, /, **values: object) -> "Message":
        """Return the message in English."""
        shown = {name: _listed(value) for name, value in values.items()}
        made = super().__new__(cls, id % shown if values else id)
        made.id, made.values = id, values
        return made

    def __reduce__(self) -> tuple[object, ...]:
        """Return how to make it again: from its name and values."""
        return _remade, (self.id, self.values)


def _remade(id: str, values: Mapping[str, object]) -> Message:
    return Message(id, **values)


def _listed(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else value
