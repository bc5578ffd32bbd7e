"""The endpoint on Azure Functions (Python v2 model): the documented entry for a WSGI application.

Put it beside `contact/` with `azure-functions` and requirements/contact.txt in requirements.txt,
mount a share of Azure Files for CONTACT_SPOOL, and set `"extensions": {"http": {"routePrefix":
""}}` in host.json.
"""

from collections.abc import Iterable
from typing import Any

import azure.functions as func

from contact.wsgi import application


def address(forwarded: str) -> str:
    """Return the visitor's address without the port, which the front of Azure writes last."""
    last = forwarded.rpartition(",")[2].strip()
    return last.partition("]")[0].strip("[") if "[" in last else last.partition(":")[0]


def discreet(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Answer with 429 where the endpoint has 503: azure-functions raises the whole page of a 5xx as
    an error, and so writes what the visitor wrote into the log of the application.
    """

    environ["REMOTE_ADDR"] = address(environ.get("HTTP_X_FORWARDED_FOR", ""))

    def start(status: str, headers: list[tuple[str, str]]) -> Any:
        return start_response(
            "429 Too Many Requests" if status.startswith("5") else status, headers
        )

    return application(environ, start)


app = func.WsgiFunctionApp(app=discreet, http_auth_level=func.AuthLevel.ANONYMOUS)
