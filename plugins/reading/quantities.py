"""Whether a short number that a line also has, such as 113, counts something: 113 people, 113 km,
article 113. Only then may it be typed into a text, for otherwise somebody dials it."""

import re

from plugins.reading.counted_words import ARABIC, BELARUSIAN, ENGLISH, MEASURES, RUSSIAN

# As a counted number is written where nothing beside it says so: {number:113}, up to six digits.
COUNTED = re.compile(r"(?<!\\)\{number:(?P<number>[0-9]+(?:[ .,\u00a0\u202f][0-9]+)*)\}")
LONGEST = 6  # digits; a longer one is a telephone number, whatever stands around it
CODE_OR_COUNTED = re.compile(
    rf"(?P<ticks>(?<!`)(?:`+)(?!`))[^\n]*?(?<!`)(?P=ticks)(?!`)|{COUNTED.pattern}"
)
AROUND = 80  # characters on each side that are looked at
MARKS = re.compile(r"[*_~]+")
PARAGRAPH = re.compile(r"\n[ \t>]*\n")

# A word between the number and what it counts; in Russian and Belarusian also alone.
OF_WHICH = (
    r"(?:(?:new|more|other|different|young|adult|such|of the|of our"
    r"|(?!during)[a-z]+(?:ed|ly|ing|ish|ese|an|al|ous|ble|ful|ive|ent|ant|ic))\s+){0,2}"
)
DECLINED = r"(?:[а-яёіў]{2,}(?:ых|[иі]х|ым[иі]?|[иі]м[иі]?|ый|ий|ая|ое|ые|ие|ыя|ія|ыі)\s+){0,2}"
DECLINED_ALONE = r"[а-яёіў]{3,}(?:ых|[иі]х)(?![\w’'-])"
OF_THEM = (
    r"(?:of (?:them|these|those|whom|which)|из (?:них|этих)|[зс] (?:іх|гэтых)|منهم|منهن|منها)(?!\w)"
    r"|(?:(?:out )?of|из|з|са) \d"
    r"|\(\d[\d.,]*\s?[%٪]\)"
)
# What people did or what was done for them; no line does that.
DONE = (
    r"(?:took part|participated|attended|enrolled|graduated|died|suffered"
    r"|(?:received|got) (?:help|support|training|advice|assistance)"
    r"|(?:were|have been|had been|are) (?:helped|freed|rescued|identified|trained|arrested"
    r"|convicted|sentenced|killed|injured|found|released|registered|recogni[sz]ed|supported|assisted)"
    r"|приняли участие|участвовал[аи]|обратил(?:ись|ась|ось)|прошли (?:обучение|курс)"
    r"|пострадал[аио]|погибл[аио]"
    r"|получил[аи] (?:помощь|поддержку|консультаци)"
    r"|были? (?:освобожден|спасен|признан|выявлен|осужден)"
    r"|прынял[аі] ўдзел|удзельнічал[аі]|звярнул(?:іся|ася)|прайшл[аі] (?:навучанне|курс)"
    r"|пацярпел[аі]"
    r"|загінул[аі]|атрымал[аі] (?:дапамогу|падтрымку|кансультац)"
    r"|был[аіо] (?:вызвален|уратаван|прызнан|выяўлен|асуджан))"
)
# The numbers that follow in one list or span with it: `103–113 days`, `102, 103 and 113 cases`.
JOINED = r"\s(?:to|and|or|of|до|и|или|из|да|і|або|з|са|إلى|و|أو|من)\s(?:the\s)?"
UNITED = rf"(?:(?:,\s\d[\d.]*)*{JOINED}|[–—-])\d[\d.]*"
AFTER = re.compile(
    rf"(?:{UNITED}){{0,2}}\s?(?:{MEASURES}"
    rf"|(?:{OF_WHICH}{ENGLISH}|{DECLINED}(?:{RUSSIAN}|{BELARUSIAN})|{DECLINED_ALONE}|(?:{ARABIC})"
    rf"|{OF_THEM}|{DONE}|(?:[A-Z]\w+ ){{1,2}}(?:Street|Road|Avenue|Square|Lane)))"
)
NUMBERED = (
    r"articles?|arts?\.?|sections?|secs?\.|§{1,2}|paragraphs?|paras?\.?|clauses?|pages?|pp?\.|chapters?|chs?\."
    r"|tables?|figures?|figs?\.|annex|appendix|parts?|volumes?|vols?\.|rooms?|flats?|apartment|apt\.?"
    r"|offices?|suite|офис\w*|офіс\w*|house|building|bus|tram|flight|train|route|rules?|principles?|footnotes?|items?|recommendations?"
    r"|conventions?|protocols?|resolutions?|decrees?|laws?|acts?|directives?|regulations?|decisions?|schools?"
    r"|стат[ьеё]\w*|артыкул\w*|ст\.|арт\.|пункт\w*|пп?\.|параграф\w*|част[ьи]\w*|частк\w+|частц\w+|ч\."
    r"|глав\w+|гл\.|раздел\w*|раздзел\w*|страниц\w+|старон\w+|стр\.|стар\.|с\.|таблиц\w+|табліц\w+|табл\."
    r"|рисун\w+|малюн\w+|[рм][иа][сл]\.|приложени\w+|дадат\w+|том\w{0,2}|кабинет\w*|кабінет\w*|каб\."
    r"|комнат\w+|пако[йяі]\w*|квартир\w+|кватэр\w+|кв\.|дом\w{0,2}|д\.|автобус\w*|аўтобус\w*|маршрут\w*"
    r"|рейс\w*|рэйс\w*|поезд\w*|цягнік\w*|школ\w+|гимнази\w+|гімназі\w+|закон\w*|указ\w*|декрет\w*|дэкрэт\w*"
    r"|постановлени\w+|пастанов\w+|приказ\w*|загад\w*|решени\w+|рашэнн\w+|директив\w+|дырэктыв\w+"
    r"|конвенци\w+|канвенцы\w+|протокол\w*|пратакол\w*|резолюци\w+|рэзалюцы\w+|рекомендаци\w+|рэкамендацы\w+"
    r"|(?:ال)?(?:مادة|مادتين|مواد|صفحة|فقرة|بند|فصل|جدول|قانون|مرسوم|قرار|اتفاقية|بروتوكول|توصية|غرفة)"
)
COMPARED = (
    r"more than|less than|fewer than|over|nearly|almost|at least|at most|up to|approximately"
    r"|a total of|in total|total|всего|итого|усяго|разам"
    r"|около|более|больше|менее|меньше|свыше|почти|не менее|примерно|приблизительно"
    r"|приняли участие|участвовал[аи]|прынял[аі] ўдзел|удзельнічал[аі]"
    r"|каля|больш за|больш чым|менш за|менш чым|звыш|амаль|не менш за|прыблізна"
    r"|أكثر من|أقل من|حوالي|نحو|قرابة"
)
# What grew or fell to a number, and where a house is: behind a street and a comma.
CHANGED = (
    r"(?:from|с|со|са|з|ад|من)\s\d[\d.]*\s(?:to|до|да|إلى)"
    r"|(?:rose|grew|fell|dropped|(?:in|de)creased|went (?:up|down))\sto"
    r"|(?:[вы]ырос\w*|увелич\w+|сниз\w+|упал\w*|сократ\w+|вырас\w*|павяліч\w+|зніз\w+|скараці\w+)\s(?:до|да)"
)
STREET = (
    r"(?:ул|вул|просп|пр|пер|зав)\.\s(?:(?!тел|тэл)[^\d\n.;:]){1,30}[,\s]\s?(?:д\.\s?)?"
    r"|(?:street|road|avenue|square|lane)\s"
)
FROM = re.compile(r"(?<![\w-])(?:from|с|со|са|з|ад|من)\s$", re.IGNORECASE)
TO = re.compile(r"\s(?:to|до|да|إلى)\s\d")
LISTED = r"(?:\d[\d.]*(?:\s?[,–—-]\s?|\s(?:and|or|to|и|или|і|або|да|до|و|أو)\s))*"
BEFORE = re.compile(
    rf"(?:(?<![\w-])(?:(?:{NUMBERED})\s*(?:(?:№|no\.?|nos\.?|number|номер|нумар|رقم)\s*)?{LISTED}"
    rf"|(?:{CHANGED})\s|{STREET}"
    rf"|(?:{COMPARED})(?:\s|:\s)\s*(?:the\s+)?)|[$€£₽≈≤≥±×]\s?|\[\^)$",
    re.IGNORECASE,
)
# What is dialled, directly before the number: there a number is one, whatever follows.
DIALLED = re.compile(
    r"(?<![\w-])(?:call|dial|ring|phone|telephone|tel|text|numbers?|(?:hot|help)?lines?"
    r"|тел|телефон\w*|позвони(?:те|ть)?|звони(?:те|ть)?|набер\w+|набира(?:й\w*|ть)|набрать|номер\w*|лини[яиюей]+"
    r"|тэл|тэлефон\w*|(?:па)?тэлефану\w*|(?:па)?званіц\w+|набяр\w+|набіра(?:й\w*|ць)|набраць|нумар\w*|лін[іяюе]+й?"
    r"|اتصل\w*|اتصلوا|اتصلي|هاتف|الهاتف|الرقم|رقم|الخط|خط|ب|بـ)[\s.:,«»\"()ـ–—-]*" + LISTED + "$",
    re.IGNORECASE,
)

# What a counted number does not do: it is free, answers and helps.
PROMISED = re.compile(
    r"[^.!?\n]*(?<!\w)(?:free(?![a-z])|can call|will (?:answer|help)|бесплатн\w*|бясплатн\w*"
    r"|круглосуточн\w*|кругласутачн\w*|ответ[ия]т|отвеча[ею]т|адка(?:жа|жуць|зва\w+)|помо(?:жет|гут)|дапамо(?:жа|гуць)|مجان\w*)",
    re.IGNORECASE,
)
# What counts only where nobody speaks of telephones: `№ 113`, `in 2024: 113`, and those of whom
# both are counted, women: 113, men: 102.
SPOKEN = re.compile(
    r"(?<![\w-])(?:call(?!ed)|dial|ring|phon|telephon|tel\b|text|numbers?\b|(?:hot|help)?lines?\b|contact"
    r"|help|тел|(?:по)?звон|набер|набир|номер|лини|помо|тэл|патэл|(?:па)?зван|(?:па)?звані|набяр|набір|нумар"
    r"|лін[іяюе]|дапам|اتصل|هاتف|رقم|خط)",
    re.IGNORECASE,
)
SIGN_OF_NUMBER = re.compile(r"(?<!\w)(?:№|N°|[Nn]o\.)\s?$")
IN_YEAR = re.compile(
    r"(?<![\w-])(?:19|20)\d\d(?:\s(?:год[аеуз]{0,2}|гг?\.))?"
    r"(?:\s?[:–—-]\s?|\s(?:there were|it was)\s)$"
)
WOMEN = r"(?:women|girls|females?|женщин\w*|девоч\w+|девуш\w+|жанчын\w*|дзяўч\w+)"
MEN = r"(?:men|boys|males?|мужчин\w*|мальчик\w*|юнош\w+|мужчын\w*|хлопч\w+|хлопц\w+)"
GAP = r"\s?[:–—-]\s?\d[\d ]*[^\n]{0,20}?(?<!\w)"
BOTH = re.compile(rf"(?<!\w)(?:{WOMEN}{GAP}{MEN}|{MEN}{GAP}{WOMEN})\s?[:–—-]\s?\d", re.IGNORECASE)
OF_BOTH = re.compile(rf"(?<!\w)(?:{WOMEN}|{MEN})\s?[:–—-]\s?$", re.IGNORECASE)


def counts(text: str, start: int, end: int) -> bool:
    """Whether the number at `start` to `end` of `text` counts or numbers something, and is none to
    be dialled."""
    before = MARKS.sub("", PARAGRAPH.split(text[max(0, start - AROUND) : start])[-1])
    after = MARKS.sub("", PARAGRAPH.split(text[end : end + AROUND])[0])
    if BEFORE.search(" ".join(before.split()) + before[len(before.rstrip()) :][:1]):
        return True
    if FROM.search(before) and TO.match(after):
        return True
    if not SPOKEN.search(before + after) and _is_told_apart(before, text[start:end], after):
        return True
    return bool(AFTER.match(after)) and not DIALLED.search(before) and not PROMISED.match(after)


def _is_told_apart(before: str, number: str, after: str) -> bool:
    """Whether the sign, the year or the people before a number say what it is."""
    if SIGN_OF_NUMBER.search(before) or IN_YEAR.search(before):
        return not PROMISED.match(after)
    both = BOTH.search(before + number + after)
    return bool(both and OF_BOTH.search(before)) and not PROMISED.match(after)


def is_followed(text: str, end: int) -> bool:
    """Whether behind the number that ends at `end` stands what it counts."""
    after = MARKS.sub("", PARAGRAPH.split(text[end : end + AROUND])[0])
    return bool(AFTER.match(after)) and not PROMISED.match(after)


def is_to_be_dialled(text: str, start: int, end: int) -> bool:
    """Whether the words around a number say to dial it, or what only somebody who answers does."""
    before = MARKS.sub("", PARAGRAPH.split(text[max(0, start - AROUND) : start])[-1])
    after = MARKS.sub("", PARAGRAPH.split(text[end : end + AROUND])[0])
    return bool(DIALLED.search(before)) or bool(PROMISED.match(after) and not AFTER.match(after))


def unwrapped(text: str) -> str:
    """Return `text` with each {number:113} as the number; in code it stays."""
    if "{number:" not in text:
        return text
    return CODE_OR_COUNTED.sub(lambda found: _number(found) if found["number"] else found[0], text)


def _number(found: re.Match[str]) -> str:
    short = sum(map(str.isdigit, found["number"])) <= LONGEST
    return found["number"] if short else found[0]
