"""Words with all their forms, from the morphological dictionaries of Debian's apertium packages
(GPL): to judge by.

    apt-get install lttoolbox-dev apertium-bel-rus apertium-eng-spa

Nothing of them is copied into the site. A lemma belongs to one half, by a digest of its letters:
the endings in plugins/features/search/tables were pruned on the first half, and what is measured is
measured on the second.
"""

import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from hashlib import md5

DICTIONARIES = {
    "be": "/usr/share/apertium/apertium-bel-rus/bel-rus.automorf.bin",
    "ru": "/usr/share/apertium/apertium-bel-rus/rus-bel.automorf.bin",
    "en": "/usr/share/apertium/apertium-eng-spa/eng-spa.automorf.bin",
}
KINDS = {"n": "noun", "adj": "adjective", "vblex": "verb"}
ANALYSIS = re.compile(r"([\w'’-]+?)[¹²³]?<(\w+)>")
LONGEST = 24
APOSTROPHES = str.maketrans("’ʼ", "''")

Lemma = tuple[str, str]
Transducer = dict[int, list[tuple[int, str, str]]]


def lexicon(lang: str) -> dict[Lemma, list[str]]:
    """The forms of every noun, adjective and verb of `lang`, by lemma and kind."""
    found: defaultdict[Lemma, set[str]] = defaultdict(set)
    for arcs, ends in _sections(_printed(DICTIONARIES[lang])):
        for form, analysis in _paths(arcs, ends):
            match = ANALYSIS.match(analysis)
            if match and match[2] in KINDS and form == form.lower():
                found[match[1], KINDS[match[2]]].add(form.translate(APOSTROPHES))
    return {lemma: sorted(forms) for lemma, forms in sorted(found.items())}


def judged(lemma: str) -> bool:
    """Is `lemma` in the half that nothing was learned from?"""
    return md5(lemma.encode(), usedforsecurity=False).digest()[0] % 2 == 0


def _printed(file: str) -> list[str]:
    return subprocess.run(
        ["lt-print", file], capture_output=True, text=True, check=True
    ).stdout.splitlines()


def _sections(lines: list[str]) -> Iterator[tuple[Transducer, set[int]]]:
    arcs: Transducer = defaultdict(list)
    ends: set[int] = set()
    for line in [*lines, "--"]:
        parts = line.split("\t")
        if line.startswith("--"):
            yield arcs, ends
            arcs, ends = defaultdict(list), set()
        elif len(parts) >= 4:
            arcs[int(parts[0])].append(
                (int(parts[1]), parts[2].replace("ε", ""), parts[3].replace("ε", ""))
            )
        elif parts[0]:
            ends.add(int(parts[0]))


def _paths(arcs: Transducer, ends: set[int]) -> Iterator[tuple[str, str]]:
    """Every form with its analysis; numbers and other loops are left out."""
    stack = [(0, "", "")]
    while stack:
        state, form, analysis = stack.pop()
        if state in ends:
            yield form, analysis
        for to, letter, output in arcs.get(state, ()):
            if (
                to != state
                and output != "+"
                and len(form) < LONGEST
                and (not letter or letter in "'’" or letter.isalpha())
            ):
                stack.append((to, form + letter, analysis + output))
