"""What differs when the site goes public; everything else is as in pelicanconf.py."""

import os
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pelicanconf import *  # noqa: F403
from plugins.model.message import Message
from plugins.model.speech import speech_of

say = speech_of(os.environ, STAFF_LANG)  # noqa: F405 (a setting)

# The public address cannot be guessed, so `make publish SITEURL=https://…` must say it.
SITEURL = os.environ.get("SITEURL", "").rstrip("/")
if not SITEURL.startswith("https://"):
    sys.exit(
        say(
            Message(
                "SITEURL is %(value)r: publish with the public https address, `make publish "
                "SITEURL=https://…`.",
                value=SITEURL,
            )
        )
    )

# Readers of Tor Browser are offered the onion service, if there is one: `make publish SITEURL=…
# ONION=http://….onion`.
ONION = os.environ.get("ONION", "").rstrip("/")
if ONION and not (ONION.startswith(("http://", "https://")) and ONION.endswith(".onion")):
    sys.exit(
        say(
            Message(
                "ONION is %(value)r: it is the address of an onion service, such as http://….onion.",
                value=ONION,
            )
        )
    )

# The same setting as on the server of the forms, so that the privacy page is true.
KEEP_DAYS = os.environ.get("CONTACT_KEEP_DAYS") or "0"
if not (KEEP_DAYS.isascii() and KEEP_DAYS.isdigit()):
    sys.exit(
        say(
            Message(
                "CONTACT_KEEP_DAYS is %(value)r: write a number of days, or leave it out.",
                value=KEEP_DAYS,
            )
        )
    )
CONTACT_KEEP_DAYS = int(KEEP_DAYS)

# Where the endpoint runs, when that is another name of the same site (deploy/README.md).
CONTACT_AT = os.environ.get("CONTACT_AT", "")
if CONTACT_AT and not re.fullmatch(r"https://[a-z0-9.-]+(:[0-9]+)?", CONTACT_AT):
    sys.exit(
        say(
            Message(
                "CONTACT_AT is %(value)r: write the address of the endpoint, such as "
                "https://contact.example.org, without a slash at its end.",
                value=CONTACT_AT,
            )
        )
    )

# A host that only serves files has no endpoint, and what is written in a form would be lost there:
# CONTACT_FORMS=false.
ANSWERS = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False, "": True}
CONTACT_FORMS = ANSWERS.get(os.environ.get("CONTACT_FORMS", "").strip().lower())
if CONTACT_FORMS is None:
    sys.exit(
        say(
            Message(
                "CONTACT_FORMS is %(value)r: write CONTACT_FORMS=false where no endpoint answers, "
                "or leave it out.",
                value=os.environ["CONTACT_FORMS"],
            )
        )
    )

# A number nobody has checked lately must not go public, but in a demonstration that says so
# everywhere: DEMO=1.
PUBLISHING = True
DEMO = {"1": True, "yes": True, "0": False, "no": False, "": False}.get(
    os.environ.get("DEMO", "").strip().lower()
)
if DEMO is None:
    sys.exit(
        say(
            Message(
                "DEMO is %(value)r: write DEMO=1 for a demonstration, or leave it out.",
                value=os.environ["DEMO"],
            )
        )
    )
