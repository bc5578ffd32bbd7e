"""What an artifact is made from is noted while it is made, and compared at the next build."""

import pytest

from plugins.build.dependencies import Dependencies


@pytest.fixture
def now():
    """What the digest of each name is now."""
    return {"contacts": "1", "menu": "1"}


@pytest.fixture
def dependencies(now):
    return Dependencies({"data": now.get})


def test_noted(dependencies):
    """What is used during a recording is noted, and nothing else."""
    dependencies.use("data", "before")
    with dependencies.recording() as record:
        dependencies.use("data", "contacts")
    dependencies.use("data", "after")
    assert record.uses == {"data contacts"}


def test_nested(dependencies):
    """What is used for a part is used for the whole;
    what the whole uses besides is nothing to the part."""
    with dependencies.recording() as whole:
        dependencies.use("data", "menu")
        with dependencies.recording() as part:
            dependencies.use("data", "contacts")
    assert (part.uses, whole.uses) == ({"data contacts"}, {"data contacts", "data menu"})


def test_memo(dependencies):
    """Who is given what somebody else had asked for depends on it too."""
    asked = []

    def ask(name):
        asked.append(name)
        dependencies.use("data", name)
        return name

    known = dependencies.memo(ask)
    for _ in range(2):
        with dependencies.recording() as record:
            assert known("contacts") == "contacts"
    assert (asked, record.uses) == (["contacts"], {"data contacts"})


def test_key(dependencies, now):
    """The key is another one when something used has changed, or what is declared,
    and only then."""
    uses = frozenset({"data contacts"})
    before = dependencies.key("page", uses)
    assert Dependencies({"data": {**now, "menu": "2"}.get}).key("page", uses) == before
    assert Dependencies({"data": {**now, "contacts": "2"}.get}).key("page", uses) != before
    assert dependencies.key("other", uses) != before


def test_not_known_yet(dependencies, now):
    """While a digest is not known there is no key; as soon as it is there is one."""
    uses = frozenset({"data late"})
    assert dependencies.key("page", uses) == ""
    now["late"] = "1"
    assert dependencies.key("page", uses) != ""
