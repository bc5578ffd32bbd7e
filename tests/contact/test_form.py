"""The decoder: strict about what a form is, patient with what a person writes."""

import unicodedata
from urllib.parse import quote_from_bytes, unquote_to_bytes, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contact.form import BODY_LIMIT, FIELDS, HARMLESS, HIDDEN, UNSEEN, decode, unquoted, visible

NAMES = st.sampled_from(sorted(FIELDS))
VISIBLE = [name for name in FIELDS["counselling"] if name not in UNSEEN]
MARKS = ["\0", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\u2028", "\x85", "\U000e0041"]


def counselling(**values):
    return decode(urlencode(values).encode(), "counselling")


def hidden(text):
    """The marks in `text` that no eye sees."""
    return set(map(ord, text)) & set(HIDDEN)


@pytest.mark.parametrize(
    ("body", "problems"),
    [
        (b"message=x", set()),
        (b"", {"missing"}),
        (b"message=", {"missing"}),
        (b"message=x&message=y", {"unreadable"}),
        (b"message=x&Message=y", {"unreadable"}),
        (b"message=x&", {"unreadable"}),
        (b"message=x&=y", {"unreadable"}),
        (b"message=%", {"unreadable"}),
        (b"message=%4", {"unreadable"}),
        (b"message=%zz", {"unreadable"}),
        (b"message=%ff", {"unreadable"}),
        (b"message=%c0%af", {"unreadable"}),  # overlong UTF-8
        (b"message=%e0%80%af", {"unreadable"}),
        (b"message=%ed%a0%80", {"unreadable"}),  # half a surrogate pair
        (b"message=%f4%90%80%80", {"unreadable"}),  # beyond Unicode
        (b"message=\xff", {"unreadable"}),
        (b"message=x%00", {"unreadable"}),
        (b"&".join(b"f%d=x" % number for number in range(10_000)), {"unreadable", "missing"}),
        (b"{\"message\": \"x\"}", {"unreadable", "missing"}),
    ],
)  # fmt: skip
def test_problems(body, problems):
    """Everything wrong with a form is said at once."""
    assert decode(body, "counselling").problems == problems


@pytest.mark.parametrize("field", VISIBLE)
@pytest.mark.parametrize("mark", MARKS)
def test_hidden_marks(field, mark):
    """A mark that no eye sees is named or becomes a line end, in every field."""
    values = counselling(**{"message": "x", field: f"a{mark}b"}).values
    assert not hidden(values[field])


@pytest.mark.parametrize("field", [name for name in VISIBLE if name != "message"])
@pytest.mark.parametrize(
    "end", ["\r\n", "\r", "\n", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029"]
)
def test_line_end_in_a_line(field, end):
    """A line end where a browser's field has none is suspected, and becomes a space."""
    form = counselling(message="x", **{field: f"a{end}Bcc: b"})
    assert (form.values[field], "breaks" in form.suspicions) == ("a Bcc: b", True)


@pytest.mark.parametrize(
    ("text", "lines", "suspected"),
    [
        ("a\r\nb", "a\nb", False),
        ("a\rb", "a\nb", False),
        ("a\u2028b", "a\nb", True),
        ("a\x85b", "a\nb", True),
    ],
)
def test_line_end_in_the_message(text, lines, suspected):
    """A message has lines; those that no keyboard makes are suspected."""
    form = counselling(message=text)
    assert (form.values["message"], "breaks" in form.suspicions) == (lines, suspected)


@pytest.mark.parametrize("text", ["Дапамажыце, калі ласка", "ساعدوني", "क्‍ष", "می‌خواهم", "👩‍👧"])
def test_every_script(text):
    """What people write in any script arrives as it was written, joiners included."""
    assert counselling(message=text).values["message"] == text


@pytest.mark.parametrize("mark", HARMLESS)
def test_harmless_marks(mark):
    """A mark that programs leave inside words stays as it is, and counts as one."""
    form = counselling(message=f"да{mark}памога" + mark * 4000)
    assert (form.values["message"][:3].count(mark), form.problems) == (1, frozenset())


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\x1b"])
def test_named_mark_counts_as_one(mark):
    """A mark that is named counts as one character all the same, also when it is sent again."""
    once = counselling(message="x" + mark * 4998 + "x")
    again = counselling(message=once.values["message"])
    assert (once.problems, again.problems) == (frozenset(), frozenset())


@pytest.mark.parametrize(
    "text", ["\u200b", "\u00ad\u200e", "\u3164", "\u2800 \u115f", " \ufe0f\u200d"]
)
def test_only_invisible(text):
    """A text of letters that nobody sees is empty."""
    assert counselling(message=text).problems == {"missing"}


def test_too_much_is_counted():
    """What is too long says by how much; emoji count as one each."""
    assert counselling(message="😀" * 5000).problems == frozenset()
    assert counselling(message="a" * 5518).excess == {"over-message": "518"}


@pytest.mark.parametrize(
    ("contact", "odd"),
    [
        ("аnna@example.org", True),
        ("anna@exаmple.org", True),
        ("anna@example.org", False),
        ("Анна, anna@example.org", False),
        ("почта@пример.бел", False),
        ("тел. 113, WhatsApp", False),
    ],
)
def test_address_of_two_scripts(contact, odd):
    """An address with a letter of another script is suspected; words beside it are not."""
    assert ("scripts" in counselling(message="x", contact=contact).suspicions) == odd


@pytest.mark.parametrize(("contact", "asked"), [("", True), ("\u200b", True), ("113", False)])
def test_yes_without_a_way(contact, asked):
    """Who asks for a reply and says no way to reach them is asked about it."""
    assert (
        "no-contact" in counselling(message="x", reply="yes", contact=contact).suspicions
    ) == asked


def test_mark_in_an_address():
    """A harmless mark inside an address would spoil it, and goes."""
    assert (
        counselling(message="x", contact="anna\u200b@example.org").values["contact"]
        == "anna@example.org"
    )


@pytest.mark.parametrize("form", sorted(FIELDS))
def test_longest_form_fits(form):
    """The longest form a browser can send within the limits is no longer than the body limit."""
    longest = "&".join(f"{name}={'%F0%9F%98%80' * limit}" for name, limit in FIELDS[form].items())
    assert len(longest) < BODY_LIMIT


@given(st.binary(max_size=300), NAMES)
def test_any_bytes(body, name):
    """Whatever arrives is decoded without an error, into exactly the fields the form has."""
    form = decode(body, name)
    assert set(form.values) == set(FIELDS[name]) - UNSEEN


@given(
    st.lists(
        st.tuples(st.sampled_from([*FIELDS["counselling"], "x"]), st.binary(max_size=20)),
        max_size=10,
    ),
    NAMES,
)
def test_any_form(pairs, name):
    """A form of any fields and bytes has no hidden mark and no outer space left."""
    body = "&".join(f"{key}={quote_from_bytes(value)}" for key, value in pairs).encode()
    for value in decode(body, name).values.values():
        assert not hidden(value)
        assert value == value.strip()


@given(st.dictionaries(st.sampled_from(VISIBLE), st.text(max_size=100), max_size=4))
def test_shown_and_sent_again(values):
    """A text that was shown and sent again, as a browser does, is the same text."""
    once = counselling(**values)
    again = counselling(
        **{name: value.replace("\n", "\r\n") for name, value in once.values.items()}
    )
    assert again.values == once.values


@given(st.text())
def test_nothing_seen_is_lost(text):
    """Only marks and spaces change: every letter and number stays."""
    kept = [sign for sign in text if unicodedata.category(sign)[0] in "LNP"]
    there = iter(visible(text, True, set()))
    assert all(sign in there for sign in kept)


@given(st.binary(max_size=60) | st.text("%=0aAfF\r\n \t_x", max_size=60).map(str.encode))
def test_unquoted(data):
    """Percent-encoding is undone as the standard library does it, whatever the bytes."""
    assert unquoted(data) == unquote_to_bytes(data)
    assert unquoted(quote_from_bytes(data).encode()) == data
