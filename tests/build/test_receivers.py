"""How plugins hear Pelican: in the order of PLUGINS, with the build,
and only when there is something to do."""

import json
import re
import subprocess
import sys
from types import SimpleNamespace

import pytest
from blinker import Signal
from pelican.plugins import signals
from pelican.plugins._utils import load_plugins

import pelicanconf
import plugins
from plugins.build.build import Build, MissingPartError
from plugins.build.dependencies import Dependencies
from plugins.build.receivers import connect
from plugins.data.library import Data, Library
from tests.conftest import MAIN

ROW = re.compile(r"^\| *(?P<signal>\w*) *\| (?P<heard>[\w. ]+?) *\|$", re.MULTILINE)
CONNECTED = r"""
import json
import re
from importlib import import_module
from blinker import Signal
from pelican.plugins import signals
import pelicanconf
for name in pelicanconf.PLUGINS:
    import_module(name).register()
heard = {}
for name, signal in vars(signals).items():
    if isinstance(signal, Signal):
        found = [f"{one.__module__}.{one.__qualname__}" for one in signal.receivers_for(None)]
        ours = [re.sub(r"^plugins\.(?:features\.|assets\.)?", "", one) for one in found if one.startswith("plugins.")]
        heard |= {name: ours} if ours else {}
print(json.dumps(heard))
"""


def build(up_to_date=False):
    return Build({}, None, "", "", "", Dependencies(), {}, None, up_to_date)


def sender(build):
    return SimpleNamespace(settings={"BUILD": build})


def test_pelican_calls_receivers_in_the_order_of_plugins():
    """Pelican calls the receivers of a signal in the order in which they were connected:
    that of PLUGINS."""
    called = []
    receivers = [lambda sender, number=number: called.append(number) for number in range(100)]
    signal = Signal()
    for receiver in receivers:
        signal.connect(receiver)
    signal.send(None)
    assert called == list(range(100)), signals.__doc__


def test_the_table_says_what_is_connected():
    """The table in plugins/__init__.py says who hears which signal,
    in the order in which they are called."""
    told, signal = {}, ""
    for row in ROW.finditer(plugins.__doc__):
        signal = row["signal"] or signal
        told.setdefault(signal, []).extend(
            row["heard"].split() if row["signal"] != "signal" else []
        )
    told.pop("signal")
    run = subprocess.run(
        [sys.executable, "-c", CONNECTED], cwd=MAIN, capture_output=True, text=True, check=True
    )
    assert json.loads(run.stdout) == told


def test_a_folder_is_not_taken_for_a_plugin(tmp_path, monkeypatch):
    """A folder named as the last part of a plugin, such as output/,
    is never loaded in its place."""
    for name in pelicanconf.PLUGINS:
        (tmp_path / name.rpartition(".")[2]).mkdir()
    monkeypatch.chdir(tmp_path)
    settings = {
        "PLUGINS": pelicanconf.PLUGINS,
        "PLUGIN_PATHS": getattr(pelicanconf, "PLUGIN_PATHS", []),
    }
    assert [
        plugin.__name__ for plugin in load_plugins(settings) if not hasattr(plugin, "register")
    ] == []


def test_a_receiver_is_given_the_build():
    """A receiver is called with the build that the sender belongs to."""
    given, signal, mine = [], Signal(), build()
    connect(signal, given.append)
    signal.send([sender(mine)])
    assert given == [mine]


def test_nobody_is_called_when_the_site_is_up_to_date():
    """When nothing has changed, no receiver is called."""
    given, signal = [], Signal()
    connect(signal, given.append)
    signal.send(sender(build(up_to_date=True)))
    assert given == []


def test_a_plugin_registered_again_is_heard_once():
    """A receiver that is connected twice is called once."""
    given, signal = [], Signal()

    def receive(build):
        given.append(build)

    connect(signal, receive)
    connect(signal, receive)
    signal.send(sender(build()))
    assert len(given) == 1


def test_a_part_is_found_by_its_type():
    """A part that a plugin adds is found by its type."""
    mine, data = build(), Data(Library(), Library(), Library())
    mine.add(data)
    assert mine.get(Data) is data


def test_a_missing_part_names_where_it_comes_from():
    """A part that nobody has added yet is an error that names it and its module:
    never a silent loss."""
    with pytest.raises(MissingPartError, match=r"no Data yet.*plugins\.data\.library"):
        build().get(Data)


def test_what_is_computed_once():
    """The same question is answered once in a build."""
    asked, mine = [], build()

    def make(name):
        asked.append(name)
        return name.upper()

    assert (mine.once(make, "be"), mine.once(make, "be"), asked) == ("BE", "BE", ["be"])
