"""What differs when the site goes public; everything else is as in pelicanconf.py."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pelicanconf import *  # noqa: F403

# The public address cannot be guessed, so `make publish SITEURL=https://…` must say it.
SITEURL = os.environ.get("SITEURL", "").rstrip("/")
if not SITEURL.startswith("https://"):
    sys.exit(
        f"SITEURL is {SITEURL!r}: publish with the public https address, `make publish "
        "SITEURL=https://…`."
    )

# Readers of Tor Browser are offered the onion service, if there is one: `make publish SITEURL=…
# ONION=http://….onion`.
ONION = os.environ.get("ONION", "").rstrip("/")
if ONION and not (ONION.startswith(("http://", "https://")) and ONION.endswith(".onion")):
    sys.exit(f"ONION is {ONION!r}: it is the address of an onion service, such as http://….onion.")

# The same setting as on the server of the forms, so that the privacy page is true.
CONTACT_KEEP_DAYS = int(os.environ.get("CONTACT_KEEP_DAYS") or 0)

# A host that only serves files has no endpoint, and what is written in a form would be lost there:
# CONTACT_FORMS=false.
ANSWERS = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False, "": True}
CONTACT_FORMS = ANSWERS.get(os.environ.get("CONTACT_FORMS", "").strip().lower())
if CONTACT_FORMS is None:
    sys.exit(
        f"CONTACT_FORMS is {os.environ['CONTACT_FORMS']!r}: write CONTACT_FORMS=false where no "
        "endpoint answers, or leave it out."
    )

# A number nobody has checked lately must not go public, but in a demonstration that says so
# everywhere: DEMO=1.
PUBLISHING = True
DEMO = {"1": True, "yes": True, "0": False, "no": False, "": False}.get(
    os.environ.get("DEMO", "").strip().lower()
)
if DEMO is None:
    sys.exit(f"DEMO is {os.environ['DEMO']!r}: write DEMO=1 for a demonstration, or leave it out.")
