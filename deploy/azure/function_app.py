"""The endpoint on Azure Functions (Python v2 model): the documented entry for a WSGI application.

Put it beside `contact/` with `azure-functions` and requirements/contact.txt in requirements.txt, mount a share of Azure
Files for CONTACT_SPOOL, and set `"extensions": {"http": {"routePrefix": ""}}` in host.json.
"""

import azure.functions as func

from contact.wsgi import application

app = func.WsgiFunctionApp(app=application, http_auth_level=func.AuthLevel.ANONYMOUS)
