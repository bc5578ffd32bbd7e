"""What a copied quote says."""

import json
import subprocess

import pytest

from tests.conftest import MAIN
from tests.node import EVALUATE

QUOTES = [
    (["“One.”", "La Strada Belarus"], "“One.”\n— La Strada Belarus"),
    (["“One.", "Two.”", " Name "], "“One.\nTwo.”\n— Name"),
    (["Alone."], "Alone."),
]


@pytest.mark.parametrize(("paragraphs", "text"), QUOTES)
def test_quotation(paragraphs, text):
    """A quote is copied with the person who said it, on a line of its own."""
    module = (MAIN / "theme" / "static" / "js" / "copy.js").as_uri()
    code = f"import {{ quotation }} from '{module}'; console.log(JSON.stringify(quotation({json.dumps(paragraphs)})))"
    command = [*EVALUATE, code]
    assert (
        json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        == text
    )
