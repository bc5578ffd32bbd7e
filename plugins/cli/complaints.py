"""What Python says of a command that was typed wrongly, as messages to staff."""

import re

from plugins.model.message import Message

# CPython, Lib/argparse.py.
MISSING = re.compile(r"the following arguments are required: (.*)")
UNKNOWN = re.compile(r"unrecognized arguments: (.*)")
CHOICE = re.compile(r"argument (\S+): invalid choice: (.*?) \(choose from (.*)\)")
VALUE = re.compile(r"argument (\S+): (?:invalid \w+ value: (.*)|expected .*)")


def complaint(text: str) -> Message:
    """Return what is wrong with a command, in the words of whoever typed it."""
    if found := MISSING.fullmatch(text):
        return Message("Something is missing: %(names)s.", names=found[1])
    if found := UNKNOWN.fullmatch(text):
        return Message("This means nothing here: %(names)s.", names=found[1])
    if found := CHOICE.fullmatch(text):
        choices = found[3].replace("'", "")
        return Message(
            "There is no %(value)s. Use one of: %(names)s.", value=found[2], names=choices
        )
    if found := VALUE.fullmatch(text):
        return Message("The value after %(name)s is missing or cannot be used.", name=found[1])
    return Message("The command cannot be understood: %(text)s", text=text)
