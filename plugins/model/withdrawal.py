"""Withdrawal: what was public and must not be seen any more,
in every language at once unless it says otherwise."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from plugins.model.document import Document, Withdrawal
from plugins.model.message import Message

KIND = "withdrawn"  # the kind of page that stands in its place
REMAINS = Message(
    "git's history, copies of search engines and archives, feed readers, mirrors "
    "and files given away still have it: ask search engines to remove it, make "
    "the mirror again (`make mirror`), and delete its words from "
    "content/revisions/."
)


@dataclass(frozen=True)
class Withdrawals:
    """The reasons by key and language of their files;
    `removed` are the keys whose addresses go too.

    `fallback` lists for each language the others in the order in which their texts are offered.
    """

    reasons: Mapping[str, Mapping[str, Withdrawal]] = field(default_factory=dict)
    removed: frozenset[str] = frozenset()
    fallback: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, lang: str, key: str) -> Withdrawal | None:
        """Why `key` is withdrawn in `lang`, in that language if anybody said it there;
        None when it is public."""
        said = self.reasons.get(key, {})
        if lang in said:
            return said[lang]
        order = (*self.fallback.get(lang, ()), *said)
        return next(
            (said[code] for code in order if code in said and not said[code].only_here), None
        )

    def removed_addresses(self, languages: Iterable[str]) -> frozenset[str]:
        """The addresses at which nothing stands any more."""
        return frozenset(f"{lang}/{key}/" for lang in languages for key in self.removed)


def withdrawals(
    documents: Iterable[Document], fallback: Mapping[str, tuple[str, ...]] | None = None
) -> Withdrawals:
    """What the fields of `documents` say of themselves and their translations."""
    reasons: dict[str, dict[str, Withdrawal]] = {}
    removed = set()
    for document in documents:
        if document.withdrawn:
            said = replace(document.withdrawn, lang=document.lang)
            reasons.setdefault(document.key, {})[document.lang] = said
            removed |= (
                {document.key} if document.withdrawn_address and not said.only_here else set()
            )
    return Withdrawals(reasons, frozenset(removed), fallback or {})


def notice(found: Withdrawals) -> list[Message]:
    """What is said to those who publish: what is withdrawn, and where it is still.
    A removed address is not named."""
    keys = sorted(found.reasons.keys() - found.removed)
    counted = (
        [Message("%(count)s without an address", count=len(found.removed))] if found.removed else []
    )
    said = (
        [
            Message(
                "Withdrawn: %(names)s. Elsewhere it is not gone: %(remains)s",
                names=(*keys, *counted),
                remains=REMAINS,
            )
        ]
        if found.reasons
        else []
    )
    if found.removed:
        said.append(
            Message(
                "The ledger has forgotten removed addresses; once it is committed their "
                "files can be deleted."
            )
        )
    return said
