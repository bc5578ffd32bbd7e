"""What the endpoint answers, as documents: one a language, form and kind,
beside the form page they belong to."""

from collections.abc import Iterator
from dataclasses import replace

from contact.form import ROUTES, THANKS
from contact.page import KINDS
from plugins.model.document import Document

# What contact.page looks for.
END_IF = "[[end]]"


def place(name: str) -> str:
    """Where the endpoint puts a value."""
    return f"[[{name}]]"


def only_if(name: str) -> str:
    """Begins what only some answers say; it ends with END_IF."""
    return f"[[if {name}]]"


def answers(page: Document, form: str) -> Iterator[Document]:
    """The answers to the form on `page`: those the endpoint fills, and the page that thanks."""
    for kind in KINDS:
        yield answer(page, kind, f"contact/{page.lang}/{ROUTES[form]}/{kind}.html")
    thanks = answer(page, "thanks", f"{page.url}{THANKS}index.html")
    yield replace(thanks, url=f"{page.url}{THANKS}")


def answer(page: Document, kind: str, save_as: str) -> Document:
    """An answer keeps language, key and section of its form."""
    return Document(
        lang=page.lang,
        key=page.key,
        section=page.section,
        kind=f"form-{kind}",
        template=f"pages/form-{kind}",
        url=save_as,
        save_as=save_as,
        indexed=False,
    )


def letter(form: str, lang: str) -> Document:
    """What a counsellor reads of a message, in the language of the house."""
    name = f"contact/{form}.txt"
    return Document(
        lang=lang,
        key=form,
        kind="letter",
        template="pages/letter",
        url=name,
        save_as=name,
        indexed=False,
    )
