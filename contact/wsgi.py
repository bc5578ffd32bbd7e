"""The endpoint for hosts that bring a server of their own: `application` is a WSGI callable (PEP 3333)."""

import os

from contact.endpoint import application as _application
from contact.settings import serving

application = _application(serving(os.environ))
