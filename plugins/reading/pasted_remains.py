"""What comes along when a text is pasted, and says nothing to readers: fields of another page in
the middle of the text, the head of a mail, what Word and Excel leave where a field lost its words.
"""

import re
from collections.abc import Iterator

from plugins.reading.links import Finding

FIELDS = re.compile(
    r"^(?P<start>[ \t>]*)---[ \t]*\n"
    r"(?:(?P=start)(?:[^\W\d][\w -]{0,30}:(?:[ \t].*)?|[ ]+- .*)\n)+(?P=start)---[ \t]*$",
    re.MULTILINE,
)
# How mails name who writes, to whom, and the rest of their head.
PEOPLE = r"From|To|Cc|Bcc|Reply-To|От|От кого|Кому|Копия|Ад|Ад каго|Каму|Копія|من|إلى"
OTHERS = (
    r"Sent|Date|Subject|Attachments?|Отправлено|Дата|Тема|Вложения|Адпраўлена|Тэма|Укладанні"
    r"|التاريخ|الموضوع"
)
NAME = rf"(?:\*\*)?(?:{PEOPLE}|{OTHERS}):(?:\*\*)?"
HEAD = re.compile(rf"^[ \t>]*{NAME}[ \t].*(?:\n[ \t>]*{NAME}[ \t].*)+", re.MULTILINE)
OF_PEOPLE = re.compile(rf"^[ \t>]*(?:\*\*)?(?:{PEOPLE}):", re.MULTILINE)
OF_OTHERS = re.compile(rf"^[ \t>]*(?:\*\*)?(?:{OTHERS}):|@", re.MULTILINE)
FORWARDED = re.compile(
    r"^[ \t>]*-{2,}[ ]*(?:Original [Mm]essage|Forwarded [Mm]essage|Исходное сообщение"
    r"|Пересылаемое сообщение|Пересланное сообщение|Перасланае паведамленне"
    r"|Зыходнае паведамленне).*"
    r"|^[ \t>]*(?:Sent from my|Get Outlook for|Отправлено (?:с|из)|Адпраўлена (?:з|са))[ ]"
    r"(?:iPhone|iPad|Android|Samsung|Galaxy|Mail|Почты|мобильного|мабільнага|Яндекс|Outlook).*",
    re.MULTILINE,
)
OF_OFFICE = re.compile(
    r"(?i:\b(?:error|ошибка|памылка)[!:])[ ]"
    r"(?=[^\n]{0,80}(?i:reference|bookmark|ссылк|закладк|спасылк))"
    r"[^\n.]{0,80}\.?"
    r"|\b(?:HYPERLINK|INCLUDEPICTURE|MERGEFIELD|PAGEREF|NOTEREF)[ ]+(?:\\\w|\"[^\"\n]*\"|\w+)"
    r"|\b_(?:Toc|Ref|Hlk)\d{5,}"
    r"|(?<!\S)#(?:REF!|VALUE!|NAME\?|DIV/0!|N/A|NULL!|NUM!|ССЫЛКА!|ЗНАЧ!|ИМЯ\?|ДЕЛ/0!|Н/Д|ЧИСЛО!)"
)
# Words in bold that stand alone, as a heading does, and name no list.
AS_HEADING = re.compile(
    r"(?:\A|(?<=\n\n))(?P<sign>\*\*|__)"
    r"(?P<words>(?=\S)[^*_\n{]{2,80}[^*_\s.!?…:;,)»\"”])(?P=sign)[ ]*(?=\n\n[^\s#*+0-9-])"
)


def pasted_remains(source: str) -> Iterator[Finding]:
    """Yield each of them in `source`, with the line it begins with."""
    for found in FIELDS.finditer(source) if "---" in source else ():
        yield _remains("fields", found[0].partition("\n")[2])
    for found in HEAD.finditer(source):
        if OF_PEOPLE.search(found[0]) and OF_OTHERS.search(found[0]):
            yield _remains("mail", found[0])
    for found in FORWARDED.finditer(source):
        yield _remains("mail", found[0])
    for found in OF_OFFICE.finditer(source):
        yield _remains("office", found[0])
    for found in AS_HEADING.finditer(source):
        yield Finding("as-heading", "", "", found["words"])


def _remains(kind: str, words: str) -> Finding:
    return Finding("leftover", kind, "", words.partition("\n")[0].strip(" \t>"))


def without_headings(text: str) -> str:
    """Return `text` with an empty line above what ends such fields: it makes no heading of them."""
    return FIELDS.sub(_apart, text) if "---" in text else text


def _apart(found: re.Match[str]) -> str:
    fields, _, end = found[0].rpartition("\n")
    return f"{fields}\n\n{end}"
