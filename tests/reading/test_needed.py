"""A text meets only what its characters can satisfy, and comes out the same."""

from types import MethodType

from hypothesis import example, given
from hypothesis import strategies as st
from markdown.blockparser import BlockParser
from markdown.treeprocessors import InlineProcessor

from plugins.data.entries import Contact
from plugins.reading.extension import Converter
from plugins.reading.needed import Lesser, without

CONTACTS = {
    "hotline": Contact("hotline", "113", "113", "BY", "free", "always", "organisation", {}, {})
}
PIECES = st.sampled_from(
    (
        *(
            "# ",
            "## ",
            "> ",
            "- ",
            "* ",
            "+ ",
            "1. ",
            "12. ",
            ": ",
            "!!! note ",
            '!!! call "Who"',
            "    ",
            "\t",
            "  \n",
        ),
        *(
            "---",
            "- - -",
            "-  -  -",
            "***",
            "* * *",
            "___",
            "===",
            "| a | b |",
            "|---|---|",
            "``",
            "`",
            "```",
            "\\",
        ),
        *(
            "**",
            "*",
            "_",
            "__",
            "[",
            "]",
            "](",
            "](b.md)",
            "[x]: https://a.org",
            "[x]",
            "![",
            "<",
            ">",
            "<b>",
            "</b>",
        ),
        *(
            "<https://a.org>",
            "&",
            "&amp;",
            "{#here}",
            "{: .big}",
            "{",
            "}",
            "{contact:hotline}",
            "!",
        ),
        *(
            "word",
            "слова",
            " ",
            " ",
            "\n",
            "\n",
            "\n\n",
            "\n\n",
            "1",
            ".",
            ":",
            "(",
            ")",
            '"',
            "'",
            "@",
            "a@b.org",
        ),
    )
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)


def patient():
    """A converter that tries everything on everything, as Python-Markdown does."""
    converter = Converter(CONTACTS)
    converter.md.treeprocessors.register(InlineProcessor(converter.md), "inline", 20)
    converter.md.parser.parseBlocks = MethodType(BlockParser.parseBlocks, converter.md.parser)
    converter.preparations = Lesser(converter.md.preprocessors, {})
    converter.blocks = Lesser(converter.md.parser.blockprocessors, {})
    converter.stages = Lesser(converter.md.treeprocessors, {})
    return converter


QUICK, PATIENT = Converter(CONTACTS), patient()


@given(TEXTS)
@example("Term\n: meaning")
@example("- one\n\n    : nested")
@example("-- -\n\n**  *")
@example("[x][x] and ![x]\n\n[x]: https://a.org")
@example(
    "Word\nword\n\nWord | word\n--- | ---\n\nWord\n- word\n# Head\n1. one\n\nword\n: word\n> word\nword\n==="
)
@example('- Word\n- word\n\n    Word\n    - word\n\n!!! tip "Word"\n    word\n\n    Word\nword')
@example("a &lt; b &amp; c\n\n<div>a</div>\n\n&nbsp;")
@example("a \\* b\n\n# Head \\# {#here}")
def test_trying_less_gives_the_same_page(text):
    """What cannot match is not missed when it is not tried."""
    quick, patient = (one.through_markdown(text, "en/a.md") for one in (QUICK, PATIENT))
    assert quick[0] == patient[0]
    assert quick[2] == patient[2]
    assert sorted(map(str, quick[1])) == sorted(map(str, patient[1]))


def test_nothing_is_left_out_of_what_every_text_needs():
    """Paragraphs, lists and rulers are always tried."""
    names = [type(one).__name__ for one in QUICK.blocks.needed("")]
    assert sorted(names) == [
        "EmptyBlockProcessor",
        "HRProcessor",
        "ParagraphProcessor",
        "SaneOListProcessor",
        "SaneUListProcessor",
    ]


def test_the_order_of_priorities_is_kept():
    """What is left is tried in the order in which it would have been tried."""
    everything = list(QUICK.md.inlinePatterns)
    left = list(without(QUICK.md.inlinePatterns, {"backtick", "html"}))
    assert left == [one for one in everything if one in left]
