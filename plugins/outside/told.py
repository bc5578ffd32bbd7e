"""What is told of each link that is not as it was."""

from collections.abc import Iterator, Mapping

from plugins.model.document import Problem
from plugins.model.message import Message
from plugins.outside.asking import Answer
from plugins.outside.places import Place

GONE = (404, 410)


def problems(places: Mapping[str, list[Place]], answers: Mapping[str, Answer]) -> Iterator[Problem]:
    """Yield a problem for each place of each address that is not fine."""
    for address, answer in answers.items():
        if not answer.is_fine:
            what, fix = _told(address, answer)
            yield from (Problem(one.file, one.line, what, fix) for one in places[address])


def _told(address: str, answer: Answer) -> tuple[Message, Message]:
    if answer.why:
        return (
            Message("%(address)s could not be asked: %(why)s.", address=address, why=answer.why),
            Message("Compare the address, and see whether this machine is online; then ask again."),
        )
    if answer.status in GONE:
        return (
            Message("%(address)s is gone: %(status)s.", address=address, status=answer.status),
            Message("Find where the page has moved, or a copy in an archive, or remove the link."),
        )
    if answer.leads_to:
        return (
            Message("%(address)s leads on for good.", address=address),
            Message("Write the new address: %(target)s", target=answer.leads_to),
        )
    return (
        Message("%(address)s answers with %(status)s.", address=address, status=answer.status),
        Message("Open it in a browser; if it is not there either, find another address."),
    )
