"""What differs when the site goes public; everything else is as in pelicanconf.py."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pelicanconf import *  # noqa: F403

# The public address cannot be guessed, so `make publish SITEURL=https://…` must say it.
SITEURL = os.environ.get("SITEURL", "").rstrip("/")
if not SITEURL.startswith("https://"):
    sys.exit(f"SITEURL is {SITEURL!r}: publish with the public https address, `make publish SITEURL=https://…`.")

# A number nobody has checked lately must not go public.
PUBLISHING = True
