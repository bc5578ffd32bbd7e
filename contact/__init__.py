"""Contact: what a visitor writes is sealed, kept, and only then acknowledged; a second process delivers it.

    a form on the site, plain POST /contact/<language>/<form>
       │  app        one WSGI callable; nothing in it knows which server runs it
       │  form       strictly decoded, hidden marks made visible; everything wrong or odd at once
       │  limit      how many came from one network lately: kept in memory, never an address
       │  token      an odd message is confirmed by its writer on a page that shows it; nobody is blocked
       │  letter     what the counsellor will read, padded
       │  seal       OpenPGP to every counsellor's key and the recovery key; from here on only ciphertext
       │  spool      written, synced, renamed, synced
       ▼  303 to the thanks page
    python -m contact deliver: deliver takes from the spool and sends by transport, at least once, for ever

`settings` and `outgoing` read the environment once; `page` fills the pages that Pelican built; `endpoint` puts it all
together, `serve` is waitress, `aws` is Lambda and SQS; `health` tells the staff what needs a person; `development` is
what `make serve` uses.
"""
