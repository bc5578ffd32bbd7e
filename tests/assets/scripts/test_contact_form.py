"""What the form does with an answer: the text is never lost with it."""

import json
import subprocess

import pytest

from tests.conftest import MAIN
from tests.node import EVALUATE

FORM, PAGE = '<form><textarea name="message">text</textarea>', "<h1>Another page</h1>"
ANSWERS = [
    # (redirected, status, text, what is done)
    (True, 200, PAGE, "go"),
    (True, 404, PAGE, "keep"),
    (True, 503, PAGE, "keep"),
    (False, 422, FORM, "show"),
    (False, 503, FORM, "show"),
    (False, 200, FORM, "show"),
    *((False, status, PAGE, "keep") for status in (200, 204, 400, 401, 403, 404, 405, 408)),
    *((False, status, PAGE, "keep") for status in (411, 413, 429, 500, 501, 502, 503, 504, 522)),
]


@pytest.fixture(scope="module")
def done():
    """What the module says of each answer above, asked once."""
    module = (MAIN / "theme" / "static" / "js" / "contact-form.js").as_uri()
    answers = [
        [{"redirected": redirected, "status": status, "ok": status < 300}, text]
        for redirected, status, text, _ in ANSWERS
    ]
    code = f"import {{ next }} from '{module}'; console.log(JSON.stringify({json.dumps(answers)}.map(a => next(...a))))"
    found = subprocess.run([*EVALUATE, code], capture_output=True, text=True, check=True)
    return json.loads(found.stdout)


@pytest.mark.parametrize("row", range(len(ANSWERS)))
def test_next(done, row):
    """It goes on only where the message was taken; a page that has not the text in it is not shown."""
    assert done[row] == ANSWERS[row][3]
