"""What is said of each country holds together: whom to call, in the words of every reader,
from a source, and in languages that there are."""

from collections.abc import Container, Iterable, Iterator

from babel import Locale, UnknownLocaleError

from plugins.checks.known import Known
from plugins.checks.rules.entries import to_verify
from plugins.data.countries import CountryNote, CountryNumber
from plugins.data.entries import contradictions, unfit
from plugins.model.document import Problem
from plugins.model.message import Message
from plugins.model.user_error import did_you_mean

COUNTRIES, PHRASES = "countries", "phrases"
EMERGENCY = "emergency"
TAG = Message("Write its code (BCP 47), such as pl.")
Finding = tuple[Message, Message]


def check(known: Known) -> Iterator[Problem]:
    """Every problem of data/countries.toml and data/phrases.toml that no single entry has alone."""
    if COUNTRIES in known.library.files and COUNTRIES not in known.library.broken:
        yield from _summary(known)
        yield from _countries(known)
        yield from _numbers(known)
        yield from _notes(known)
    if PHRASES in known.library.files and PHRASES not in known.library.broken:
        yield from _phrases(known)


def check_before_publishing(known: Known, demo: bool = False) -> Iterator[Problem]:
    """Unless this is a `demo`, every number of a country was verified."""
    for key, number in {} if demo else known.library.country_numbers.items():
        reason = unfit(number)
        if reason:
            what = Message("The number %(key)r %(reason)s.", key=key, reason=reason)
            yield known.problem_in(COUNTRIES, f"[number.{key}]", what, to_verify(number))


def _summary(known: Known) -> Iterator[Problem]:
    """What stands on the page of every country is said to every reader."""
    words = {"summary": known.library.country_summary, "embassy": known.library.embassy}
    for name, said in words.items() if known.library.countries else ():
        for what, fix in _wordless(known, name, {name: said}):
            yield known.problem_in(COUNTRIES, name, what, fix)
    source = known.library.embassy_source
    if source and "sources" not in known.library.broken and source not in known.entries("sources"):
        fix = did_you_mean(source, known.library.sources)
        what = Message("There is no source %(key)r.", key=source)
        yield known.problem_in(COUNTRIES, "embassy_source", what, fix)


def _countries(known: Known) -> Iterator[Problem]:
    """A country is one, has a number for emergencies, and names contacts and languages."""
    territories = Locale.parse("en").territories
    for key, country in known.library.countries.items():
        header = f"[country.{key}]"
        if key not in territories or not key.isalpha():
            what = Message("%(key)r is no country.", key=key)
            fix = Message("Write its code of two letters (ISO 3166), such as PL.")
            yield known.problem_in(COUNTRIES, header, what, fix)
        yield from _languages(known, header, key, country.languages)
        yield from _contacts(known, header, key, (*country.emergency, *country.helplines))
        if not (country.emergency or _has_emergency(known, key)):
            what = Message("%(key)r has no number for emergencies.", key=key)
            fix = Message('Name one in `emergency`, or add a number with `service = "emergency"`.')
            yield known.problem_in(COUNTRIES, header, what, fix)


def _languages(known: Known, header: str, key: str, codes: Iterable[str]) -> Iterator[Problem]:
    """Each of `codes`, named below `header`, that is no language."""
    for lang in codes:
        if not _is_language(lang):
            what = Message("%(key)r: %(lang)r is no language.", key=key, lang=lang)
            yield known.problem_in(COUNTRIES, header, what, TAG)


def _contacts(known: Known, header: str, key: str, named: Iterable[str]) -> Iterator[Problem]:
    if "contacts" in known.library.broken:
        return
    for contact in named:
        if contact not in known.entries("contacts"):
            fix = did_you_mean(contact, known.library.contacts)
            what = Message("%(key)r: there is no contact %(contact)r.", key=key, contact=contact)
            yield known.problem_in(COUNTRIES, header, what, fix)


def _has_emergency(known: Known, country: str) -> bool:
    numbers = known.library.country_numbers.values()
    return any(one.country == country and one.service == EMERGENCY for one in numbers)


def _numbers(known: Known) -> Iterator[Problem]:
    for key, number in known.library.country_numbers.items():
        header = f"[number.{key}]"
        yield from _belongs(known, header, key, number)
        for what in contradictions(number, known.today):
            said = Message("The number %(key)r %(reason)s.", key=key, reason=what)
            fix = Message("The head of contacts.toml says what `stated` and `verified` mean.")
            yield known.problem_in(COUNTRIES, header, said, fix)
        yield from _languages(known, header, key, number.languages)
        words = {"name": number.name, "about": number.about}
        words |= {"when": number.when} if number.when else {}
        for what, fix in _wordless(known, key, words):
            yield known.problem_in(COUNTRIES, header, what, fix)
        if number.dial in {_digits(one) for one in known.library.retired}:
            what = Message("The number %(number)s no longer works.", number=number.number)
            yield known.problem_in(COUNTRIES, header, what, Message("Remove it."))


def _notes(known: Known) -> Iterator[Problem]:
    for key, note in known.library.country_notes.items():
        header = f"[note.{key}]"
        yield from _belongs(known, header, key, note)
        if note.stated > known.today:
            what = Message("The note %(key)r is stated on a day that has not come.", key=key)
            yield known.problem_in(COUNTRIES, header, what, Message("Correct `stated`."))
        for what, fix in _wordless(known, key, {"name": note.name, "about": note.about}):
            yield known.problem_in(COUNTRIES, header, what, fix)


def _belongs(
    known: Known, header: str, key: str, entry: CountryNumber | CountryNote
) -> Iterator[Problem]:
    """The country and the source of an entry are there."""
    declared = known.data_file(COUNTRIES).tables.get("country", {})
    if entry.country not in declared:
        fix = did_you_mean(entry.country, declared)
        what = Message("%(key)r: there is no country %(name)r.", key=key, name=entry.country)
        yield known.problem_in(COUNTRIES, header, what, fix)
    if "sources" not in known.library.broken and entry.source not in known.entries("sources"):
        fix = did_you_mean(entry.source, known.library.sources)
        what = Message("%(key)r: there is no source %(source)r.", key=key, source=entry.source)
        yield known.problem_in(COUNTRIES, header, what, fix)


def _phrases(known: Known) -> Iterator[Problem]:
    """A phrase has a meaning for every reader; what is said in a language is a phrase."""
    for key, phrase in known.library.phrases.items():
        for what, fix in _wordless(known, key, {"meaning": phrase.meaning}):
            yield known.problem_in(PHRASES, f"[phrase.{key}]", what, fix)
    declared = known.data_file(PHRASES).tables.get("phrase", {})
    for lang, sayings in known.library.sayings.items():
        for key in sayings:
            header = f"[said.{lang}.{key}]"
            if not _is_language(lang):
                what = Message("%(lang)r is no language.", lang=lang)
                yield known.problem_in(PHRASES, header, what, TAG)
            if key not in declared:
                what = Message("There is no phrase %(key)r.", key=key)
                yield known.problem_in(PHRASES, header, what, did_you_mean(key, declared))
    yield from _checked(known, known.library.sayings)


def _checked(known: Known, sayings: Container[str]) -> Iterator[Problem]:
    """Who has checked phrases has checked those of a language that has some."""
    for lang in known.library.phrases_checked:
        if lang not in sayings:
            what = Message("Nothing is said in %(lang)r, so nobody can have checked it.", lang=lang)
            yield known.problem_in(PHRASES, "[checked]", what, Message("Remove the line."))


def _wordless(known: Known, key: str, words: dict[str, dict[str, str]]) -> Iterator[Finding]:
    """Yield what the entry `key` lacks in a language that readers see, and how to fix it."""
    for code, language in known.languages.items():
        lacking = [name for name, said in words.items() if not said.get(code, "").strip()]
        if language.listed and lacking:
            names = tuple(f"`{name}.{code}`" for name in lacking)
            what = Message("%(key)r has no words in %(lang)r.", key=key, lang=code)
            yield what, Message("Add %(names)s.", names=names)


def _is_language(code: str) -> bool:
    try:
        Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def _digits(number: str) -> str:
    return "".join(filter(str.isdigit, number))
