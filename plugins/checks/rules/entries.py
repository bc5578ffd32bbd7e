"""The data files agree with each other, and no number goes public that nobody has checked
lately."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain

from plugins.checks.known import Known
from plugins.data.entries import Mailbox, Named, contradictions, unfit
from plugins.features.hosting.security_txt import unfit as unfit_security
from plugins.model.document import Problem
from plugins.model.message import Message
from plugins.model.user_error import did_you_mean
from plugins.reading.numbers import digits
from plugins.reading.spellings import TOLL_FREE

OWN_SOURCE = "organisation"  # of what the organisation says of itself
HEAD_OF_CONTACTS = Message(
    "The head of the file says what `stated`, `verified`, `verified_by` and `expires` mean."
)
MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[\w-]+\.)+[\w-]{2,}")
MENUS = ("main", "footer", "discreet")


def check(known: Known) -> Iterator[Problem]:
    """Every entry has words in every language, names sources and pages that exist,
    and prints no retired number."""
    yield from known.library.problems
    yield from _contacts(known)
    yield from _mailboxes(known)
    yield from _danger(known)
    yield from _within(known)
    yield from _names(known)
    yield from _terms(known)
    yield from _menus(known)
    yield from _pocket(known)
    yield from _pictures(known)
    yield from _core(known)
    yield from _press(known)
    yield from _editions(known)


def check_before_publishing(known: Known, today: date, demo: bool = False) -> Iterator[Problem]:
    """What security.txt says can be true on `today`; and unless this is a `demo`, every contact was
    verified."""
    yield from _numbers_of_a_demo(known) if demo else _unverified(known)
    yield from _security(known, today)


def _numbers_of_a_demo(known: Known) -> Iterator[Problem]:
    if not known.library.danger and "contacts" not in known.library.broken:
        fix = Message('Name the numbers by their keys: danger = ["by-police", "eu-112"].')
        yield known.problem_in(
            "contacts", "danger", Message("A demonstration must say what to call in danger."), fix
        )


def _unverified(known: Known) -> Iterator[Problem]:
    """Every contact was verified by a person."""
    for key, contact in known.library.named.items():
        reason = unfit(contact)
        if reason:
            what = Message("The contact %(key)r %(reason)s.", key=key, reason=reason)
            yield known.problem_in("contacts", _header(contact), what, to_verify(contact))


def _header(contact: Named) -> str:
    """How the table of `contact` begins in its file."""
    kind = "mailbox" if isinstance(contact, Mailbox) else "contact"
    return f"[{kind}.{contact.key}]"


def to_verify(contact: Named) -> Message:
    """What a person must do before `contact` may go public;
    nobody calls an emergency number to try it."""
    written = Message("Write to %(number)s and wait until somebody answers", number=contact.number)
    own = Message(
        "Call %(number)s and ask who answers, when, and in which languages", number=contact.number
    )
    others = Message(
        "Look up %(number)s on the live page of whoever answers it; call it too "
        "unless it is for emergencies",
        number=contact.number,
    )
    called = own if contact.source == OWN_SOURCE else others
    steps = written if isinstance(contact, Mailbox) else called
    note = Message(
        '`verified = <the day>`, `verified_by = "<your role>"` and `expires = <the '
        "day to check again>`."
    )
    fix = Message("%(steps)s; then write below it %(note)s", steps=steps, note=note)
    return Message("%(fix)s %(staff)s", fix=fix, staff=contact.staff) if contact.staff else fix


def _security(known: Known, today: date) -> Iterator[Problem]:
    if "security" not in known.library.files or "security" in known.library.broken:
        return
    told = known.data_file("security").tables
    reason = unfit_security(told.get("expires"), today)
    if reason:
        fix = Message(
            "Make sure that somebody reads what is sent there, then write a day at most "
            "a year ahead."
        )
        yield known.problem_in("security", "expires", reason, fix)
    public = {page.key for page in known.documents if not page.due}
    if told.get("contact") not in public:
        fix = did_you_mean(str(told.get("contact")), public)
        yield known.problem_in(
            "security",
            "contact",
            Message("There is no page %(key)r.", key=told.get("contact")),
            fix,
        )


def _contacts(known: Known) -> Iterator[Problem]:
    for key, contact in known.library.named.items():
        header = _header(contact)
        yield from _source(known, "contacts", header, key, contact.source)
        for what in contradictions(contact, known.today):
            said = Message("The contact %(key)r %(what)s.", key=key, what=what)
            yield known.problem_in("contacts", header, said, HEAD_OF_CONTACTS)
        for lang in _listed(known):
            if not (contact.name.get(lang) and contact.about.get(lang)):
                fix = Message("Add `name.%(lang)s` and `about.%(lang)s`.", lang=lang)
                yield known.problem_in("contacts", header, _no_words(key, lang), fix)
    for number, line in _retired(known):
        what = Message("The number %(number)s no longer works.", number=number)
        yield Problem("data/contacts.toml", line, what, Message("Remove it."))


def _no_words(key: str, lang: str) -> Message:
    return Message("%(key)r has no words in %(lang)r.", key=key, lang=lang)


def _within(known: Known) -> Iterator[Problem]:
    """How "in the country" is said is said in every language, of countries that have a number."""
    if "contacts" in known.library.broken:
        return
    countries = {contact.country for contact in known.library.contacts.values()}
    for country, words in known.library.within.items():
        header = f"[within.{country}]"
        if country not in countries:
            what = Message("No contact has the country %(country)r.", country=country)
            yield known.problem_in("contacts", header, what, did_you_mean(country, countries))
        for lang in _listed(known):
            if not words.get(lang):
                what = Message("%(key)r has no words in %(lang)r.", key=country, lang=lang)
                yield known.problem_in(
                    "contacts", header, what, Message("Add `%(lang)s = …`.", lang=lang)
                )


def _mailboxes(known: Known) -> Iterator[Problem]:
    """An address of mail is one, and no key means a number and a mailbox."""
    for key, mailbox in known.library.mailboxes.items():
        header = f"[mailbox.{key}]"
        if not MAIL.fullmatch(mailbox.address):
            what = Message("%(address)r is no address of mail.", address=mailbox.address)
            fix = Message("Write it as people type it: name@example.org.")
            yield known.problem_in("contacts", header, what, fix)
        if key in known.data_file("contacts").tables.get("contact", {}):
            what = Message("%(key)r is the key of a number and of a mailbox.", key=key)
            yield known.problem_in(
                "contacts", header, what, Message("Choose another name for one.")
            )


def _danger(known: Known) -> Iterator[Problem]:
    """What to call in danger are contacts, and none of them is only an example."""
    if "contacts" in known.library.broken:
        return
    contacts = known.library.contacts
    for key in known.library.danger:
        if key not in known.entries("contacts"):
            yield known.problem_in(
                "contacts",
                "danger",
                Message("There is no contact %(key)r.", key=key),
                did_you_mean(key, contacts),
            )
        elif key in known.library.mailboxes:
            what = Message("%(key)r is a mailbox: nobody answers it at once.", key=key)
            yield known.problem_in("contacts", "danger", what, Message("Name a number."))
        elif key in contacts and contacts[key].demonstration:
            fix = Message("Find a source that states it, or name another number.")
            yield known.problem_in(
                "contacts",
                "danger",
                Message("The contact %(key)r is an example only.", key=key),
                fix,
            )


def _listed(known: Known) -> list[str]:
    """Languages that readers see; one that is only begun borrows the words of others in
    previews."""
    return [code for code, language in known.languages.items() if language.listed]


def _retired(known: Known) -> Iterator[tuple[str, int]]:
    """Retired numbers in the texts of contacts; the list of retired numbers itself is where they
    belong."""
    retired = {digits(number) for number in known.library.retired}
    for line, text in enumerate(known.data_file("contacts").text.splitlines(), 1):
        found = [] if text.startswith("retired") else re.findall(TOLL_FREE, text)
        yield from ((number, line) for number in found if digits(number) in retired)


def _names(known: Known) -> Iterator[Problem]:
    named = {"sources": {key: source.name for key, source in known.library.sources.items()}}
    for data_file, entries in (named | {"topics": known.library.topics}).items():
        for key, names in entries.items():
            for lang in _listed(known):
                if not names.get(lang):
                    what = Message("%(key)r has no name in %(lang)r.", key=key, lang=lang)
                    yield known.problem_in(
                        data_file, f"[{key}]", what, Message("Add its name in %(lang)r.", lang=lang)
                    )


def _terms(known: Known) -> Iterator[Problem]:
    complete = [
        code
        for code, found in known.languages.items()
        if found.complete or known.page(code, "manual/glossary")
    ]
    for key, term in known.library.terms.items():
        if term.source:
            yield from _source(known, "glossary", f"[{key}]", key, term.source)
        for lang in complete:
            if not (term.term.get(lang) and term.definition.get(lang)):
                fix = Message("Add `term.%(lang)s` and `definition.%(lang)s`.", lang=lang)
                yield known.problem_in(
                    "glossary",
                    f"[{key}]",
                    Message("%(key)r has no words in %(lang)r.", key=key, lang=lang),
                    fix,
                )


def _menus(known: Known) -> Iterator[Problem]:
    if "menu" in known.library.broken:
        return
    for menu, keys in known.library.menu.items():
        if menu not in MENUS:
            yield known.problem_in(
                "menu",
                menu,
                Message("There is no menu %(menu)r.", menu=menu),
                did_you_mean(menu, MENUS),
            )
            continue
        for key in chain.from_iterable(keys) if menu == "footer" else keys:
            if key not in known.keys:
                yield Problem(
                    "data/menu.toml",
                    1,
                    Message("%(menu)s: there is no page %(key)r.", menu=menu, key=key),
                    did_you_mean(key, known.keys),
                )


def _pictures(known: Known) -> Iterator[Problem]:
    """A picture whose maker is named is there, unless nobody is to see it any more."""
    for key, picture in known.library.pictures.items():
        if key not in known.files | known.hidden_files and picture.consent_ended is None:
            fix = did_you_mean(
                key, [file for file in known.files if file.startswith("media/")] or ["media/…"]
            )
            yield known.problem_in(
                "pictures", f'["{key}"]', Message("There is no picture %(key)r.", key=key), fix
            )


def _pocket(known: Known) -> Iterator[Problem]:
    """The file to save on a telephone holds pages that exist."""
    told = known.data_file("pocket").tables
    for key in (key for name in ("pages", "country", "offered") for key in told.get(name, ())):
        if key not in known.keys:
            fix = did_you_mean(key, known.keys)
            yield known.problem_in(
                "pocket", f'"{key}"', Message("There is no page %(key)r.", key=key), fix
            )


def _core(known: Known) -> Iterator[Problem]:
    """A core page that no language has would keep every new language from its readers."""
    awaited = [set(language.awaits) for language in known.languages.values()]
    for key in sorted(set.intersection(*awaited)) if awaited else ():
        yield Problem(
            "data/languages.toml",
            1,
            Message("core: there is no page %(key)r.", key=key),
            did_you_mean(key, known.keys),
        )


def _press(known: Known) -> Iterator[Problem]:
    """Releases end with who we are and whom to ask, in every language."""
    if "press" not in known.library.files or {"press", "contacts"} & known.library.broken:
        return
    for name in ("boilerplate", "place"):
        for lang in _listed(known):
            if not known.library.press.get(name, {}).get(lang):
                yield known.problem_in(
                    "press",
                    f"[{name}]",
                    Message("%(key)r has no words in %(lang)r.", key=name, lang=lang),
                    Message("Add `%(lang)s = …`.", lang=lang),
                )
    key = known.library.press.get("contact", "")
    if key not in known.library.contacts:
        fix = did_you_mean(key, known.library.contacts)
        yield known.problem_in(
            "press", "contact", Message("There is no contact %(key)r.", key=key), fix
        )


def _editions(known: Known) -> Iterator[Problem]:
    """Every edition of the manual has a number, a day, and says in each language what changed."""
    for table in known.library.manual.get("edition", []):
        what = table.get("number", "?")
        for name in [name for name in ("number", "date", "changes") if name not in table]:
            yield known.problem_in(
                "manual",
                "[[edition]]",
                Message("Edition %(what)s lacks %(name)r.", what=what, name=name),
                Message("Add `%(name)s = …`.", name=name),
            )
        for lang in _listed(known):
            if not table.get("changes", {}).get(lang):
                yield known.problem_in(
                    "manual",
                    "[[edition]]",
                    Message("Edition %(what)s has no changes in %(lang)r.", what=what, lang=lang),
                    Message("Add `changes.%(lang)s`.", lang=lang),
                )


def _source(known: Known, data_file: str, header: str, key: str, source: str) -> Iterator[Problem]:
    if source not in known.library.sources and "sources" not in known.library.broken:
        fix = did_you_mean(source, known.library.sources)
        yield known.problem_in(
            data_file,
            header,
            Message("%(key)r: there is no source %(source)r.", key=key, source=source),
            fix,
        )
