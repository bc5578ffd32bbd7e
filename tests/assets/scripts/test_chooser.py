"""The chooser suggests the language that the reader's browser asks for first."""

import json
import subprocess

import pytest

from tests.conftest import MAIN
from tests.node import EVALUATE

OFFERED = ["be", "ru", "en", "ar", "pt-BR"]
WANTED = [
    (["be"], "be"),
    (["be-BY", "ru"], "be"),
    (["RU-ru"], "ru"),
    (["de", "fr-FR", "en-GB", "be"], "en"),
    (["pt-BR"], "pt-BR"),
    (["pt-PT"], ""),
    (["be-tarask", "ru"], "be"),
    (["ara"], ""),
    (["de"], ""),
    ([], ""),
]


@pytest.fixture(scope="module")
def suggested():
    """What the module suggests for each row above, asked once."""
    module = (MAIN / "theme" / "static" / "js" / "chooser.js").as_uri()
    asked = json.dumps([[wanted, OFFERED] for wanted, _ in WANTED])
    code = f"import {{ suggestion }} from '{module}'; console.log(JSON.stringify({asked}.map(a => suggestion(...a))))"
    command = [*EVALUATE, code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize("row", range(len(WANTED)), ids=[str(wanted) for wanted, _ in WANTED])
def test_suggestion(suggested, row):
    """The first language wanted that is offered, whatever its region; nothing when none is."""
    assert suggested[row] == WANTED[row][1]
