"""The chooser suggests the language that the reader's browser asks for first."""

import json
import shutil
import subprocess

import pytest

from tests.conftest import MAIN

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
    if not shutil.which("node"):
        pytest.skip("no Node.js")
    module = (MAIN / "theme" / "static" / "js" / "chooser.js").as_uri()
    asked = json.dumps([[wanted, OFFERED] for wanted, _ in WANTED])
    code = f"import {{ suggestion }} from '{module}'; console.log(JSON.stringify({asked}.map(a => suggestion(...a))))"
    command = ["node", "--input-type=module", "--no-warnings", "--eval", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize("row", range(len(WANTED)), ids=[str(wanted) for wanted, _ in WANTED])
def test_suggestion(suggested, row):
    """The first language wanted that is offered, whatever its region; nothing when none is."""
    assert suggested[row] == WANTED[row][1]
