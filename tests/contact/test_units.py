"""The units of systemd, judged by systemd itself."""

import re
import shutil
import subprocess
import sys

import pytest

from tests.conftest import MAIN
from tests.contact.programs import needs

UNITS = sorted((MAIN / "deploy" / "systemd").iterdir())
SERVICES = [unit for unit in UNITS if unit.suffix == ".service"]
LONG_RUNNING = ("contact.service", "contact-deliver.service")
# What systemd-analyze calls OK, in tenths; the deliverer must reach a mail server anywhere.
MOST_EXPOSED = {"contact-deliver.service": 25}

pytestmark = needs("systemd-analyze")


@pytest.fixture
def units(tmp_path):
    """The units with paths of this machine in the place of those of a server."""
    for unit in UNITS:
        text = unit.read_text().replace("/srv/site/.venv/bin/python", sys.executable)
        (tmp_path / unit.name).write_text(
            text.replace("file:/srv/site/deploy", f"file:{MAIN}/deploy")
        )
    return tmp_path


def test_verify(units):
    """systemd finds nothing wrong with any unit."""
    shown = [str(file) for file in units.iterdir() if "@" not in file.name]
    shutil.copy(units / "contact-alarm@.service", units / "contact-alarm@x.service")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *shown],
        capture_output=True,
        text=True,
        check=False,
    )
    ours = [line for line in done.stderr.splitlines() if "contact" in line]
    assert ours == []


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_security(unit):
    """No service may do much more than its work."""
    most = MOST_EXPOSED.get(unit.name, 20)
    command = [
        "systemd-analyze",
        "security",
        "--offline=true",
        f"--threshold={most}",
        "--no-pager",
        str(unit),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-300:] + done.stderr


@pytest.mark.parametrize("name", LONG_RUNNING)
def test_restarts(name):
    """What must always run is started again, and a person hears when that does not help."""
    text = (MAIN / "deploy" / "systemd" / name).read_text()
    for line in ("Restart=always", "OnFailure=contact-alarm@%n.service", "StartLimitBurst="):
        assert line in text


def test_time_to_stop():
    """systemd waits for longer than the endpoint takes to answer whoever is there."""
    text = (MAIN / "deploy" / "systemd" / "contact.service").read_text()
    assert int(re.search(r"TimeoutStopSec=(\d+)", text)[1]) > 20 + 5
