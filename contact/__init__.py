"""Contact: what a visitor writes is sealed, kept, and only then acknowledged; a second process delivers it.

    a form on the site, plain POST /contact/<language>/<form>
       │  app        one WSGI callable; nothing in it knows which server runs it
       │  form       strictly decoded, marks that deceive named; everything wrong or odd at once
       │  rate_limit how many came from one network lately: kept in memory, never an address
       │  token      the id of a form, by which a second try is the same message; an odd message is confirmed
       │             by its writer on a page that shows it; nobody is blocked
       │  letter     what the counsellor will read, padded
       │  seal       OpenPGP to every counsellor's key and the recovery key; from here on only ciphertext
       │  spool      written, synced, renamed, synced
       ▼  303 to the thanks page
    python -m contact deliver: deliver takes from the spool through outbox and sends by transport, at least once, for
    ever; armor looks once more that it is sealed

Answers   `page` fills the pages that Pelican built, `stream` makes them while they are read, `headers` is their table
Keys      `keyring` reads files, `key` judges each, `seals` has one seal a form
Settings  `settings` and `outgoing` read the environment once; `endpoint` puts it all together
Hosts     `serve` is waitress, `aws` is Lambda and SQS, `wsgi` is for all others
Staff     `health` and `check` say what needs a person, in lines of `report`; `trial` asks the endpoint, `heartbeat` the
          mailbox; `plain` keeps the words of others on one line
"""
