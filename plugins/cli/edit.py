"""Install the editor, then serve it and the site on this machine."""

import argparse

from plugins.cli import serve
from plugins.editor.package import install
from plugins.editor.serving import BELOW

add_arguments = serve.add_arguments


def run(arguments: argparse.Namespace) -> None:
    """Serve until interrupted. Raises PackageError when the editor cannot be installed."""
    install()
    print(f"The editor is at http://127.0.0.1:{arguments.port}{BELOW}", flush=True)
    serve.run(arguments)
