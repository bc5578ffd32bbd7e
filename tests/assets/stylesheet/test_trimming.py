"""The part of a stylesheet that one file needs."""

import pytest

from plugins.assets.stylesheet.trimming import trimmed

TRIMMED = [
    (".card{margin:0}.notice{margin:0}", ".card{margin:0}"),
    (".card .name{margin:0}", ""),
    (".card,.notice{margin:0}", ".card,.notice{margin:0}"),
    (".notice,p{margin:0}", ".notice,p{margin:0}"),
    ("p:not(.notice){margin:0}", "p:not(.notice){margin:0}"),
    (".notice:where([dir=rtl],[dir=rtl] *){margin:0}", ""),
    ('a[href^="http"]::after{content:" (" attr(href) ")"}',) * 2,
    ("@media print{.notice{margin:0}}p{margin:0}", "p{margin:0}"),
    ("@media print{.notice{margin:0}.card{margin:0}}", "@media print{.card{margin:0}}"),
    ("@page{margin:15mm}",) * 2,
    (":root{--a:1px;--b:2px}p{margin:var(--a)}", ":root{--a:1px;}p{margin:var(--a)}"),
    (":root{--a:var(--b);--b:2px}p{margin:0}", ":root{}p{margin:0}"),
    (":root{--a:var(--b);--b:2px}p{margin:var(--a)}",) * 2,
    (":root{--b:2px}.notice{margin:var(--b)}p{margin:0}", ":root{}p{margin:0}"),
]


@pytest.mark.parametrize(("css", "left"), TRIMMED)
def test_trimmed(css, left):
    """What a file with cards and no notices has no use for is left out, and nothing else."""
    assert trimmed(css, {"card"}) == left
