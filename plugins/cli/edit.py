"""Install the editor, then serve it and the site on this machine."""

import argparse

from plugins.cli import serve
from plugins.editor.package import install
from plugins.editor.serving import BELOW
from plugins.model.message import Message

add_arguments = serve.add_arguments


def run(arguments: argparse.Namespace) -> None:
    """Serve until interrupted. Raises PackageError when the editor cannot be installed."""
    install(arguments.say)
    address = f"http://127.0.0.1:{arguments.port}{BELOW}"
    print(arguments.say(Message("The editor is at %(address)s", address=address)), flush=True)
    serve.run(arguments)
