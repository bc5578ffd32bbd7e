"""What Python says of a file that is not TOML, as messages to staff."""

import re
import tomllib

from plugins.model.message import Message

PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")
# By what the text of the error begins with (CPython, Lib/tomllib/_parser.py).
SAID = {
    "Expected '=' after a key": Message("an equals sign is missing after a name"),
    "Expected ']' at the end of a table": Message("`]` is missing at the end of a heading"),
    "Expected ']]' at the end of an array": Message("`]]` is missing at the end of a heading"),
    "Expected newline or end of document": Message("something stands behind the value"),
    "Invalid value": Message("the value is no text in quotation marks, number, day, true or false"),
    "Invalid statement": Message("the line is no `name = value`"),
    "Invalid initial character for a key": Message("a name is missing, or has a wrong letter"),
    "Unterminated string": Message("a quotation mark is missing at the end of a text"),
    "Illegal character": Message("there is a line break or a character that a text cannot have"),
    "Expected \"'''\"": Message("three quotation marks are missing at the end of a text"),
    "Unescaped '\\' in a string": Message("a backslash stands in a text"),
    "Invalid hex value": Message("a backslash stands in a text"),
    "Escaped character is not": Message("a backslash stands in a text"),
    "Cannot overwrite a value": Message("a name occurs twice"),
    "Cannot declare": Message("a heading occurs twice"),
    "Cannot mutate immutable": Message("a name occurs twice"),
    "Cannot redefine namespace": Message("a name occurs twice"),
    "Duplicate inline table key": Message("a name occurs twice"),
    "Unclosed array": Message("a list in square brackets is not closed"),
    "Unclosed inline table": Message("a table in braces is not closed"),
    "Invalid date or datetime": Message("the day is no day of the calendar"),
    "Found invalid character": Message("there is a character that a file cannot have"),
}


def toml_error(error: Exception) -> Message:
    """Return what is wrong, in the words of whoever edits the file."""
    text = str(error)
    known = next((said for begins, said in SAID.items() if text.startswith(begins)), None)
    return known or Message("%(text)s", text=PLACE.sub("", text))


def toml_line(error: tomllib.TOMLDecodeError) -> int:
    """Return the line of the error, from 1; 1 where it has none."""
    found = PLACE.search(str(error))
    return int(found["line"]) if found and found["line"] else 1
