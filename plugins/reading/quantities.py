"""Whether a short number that a line also has, such as 113, counts something: 113 people, 113 km,
article 113. Only then may it be typed into a text, for otherwise somebody dials it."""

import re

# As a counted number is written where nothing beside it says so: {number:113}, up to six digits.
COUNTED = re.compile(r"(?<!\\)\{number:(?P<number>[0-9]+(?:[ .,\u00a0\u202f][0-9]+)*)\}")
LONGEST = 6  # digits; a longer one is a telephone number, whatever stands around it
CODE_OR_COUNTED = re.compile(
    rf"(?P<ticks>(?<!`)(?:`+)(?!`))[^\n]*?(?<!`)(?P=ticks)(?!`)|{COUNTED.pattern}"
)
AROUND = 80  # characters on each side that are looked at
MARKS = re.compile(r"[*_~]+")
PARAGRAPH = re.compile(r"\n[ \t>]*\n")

# Signs and short words of measures. A letter that is also a word is none: `113 с мобильного`.
MEASURES = (
    r"[%‰٪°€$£₽′″]|[×x]\s?\d"
    r"|(?:[kcm]?m|[km]?g|m?l|km/h|mph|h|min|sec|[kMGT]?B|px|pt|[kM]?Wh?|V|Hz|kcal"
    r"|BYN|USD|EUR|RUB|PLN|GBP|UAH|AD|BC|CE|BCE|pp"
    r"|к?м²?|[сд]м|мм|к?мг|кг|мл|л|га|км/ч|км/г|ч|мин|сек|хв|гадз|[кМГТ]Б|руб|коп|дол|долл|тыс|млн|млрд"
    r"|шт|экз|чел|чал|стр|стар|каб"
    r"|كم|سم|كغ|كلم|غ|مل)(?![\w’'-])"
)
# Beginnings of what is counted; behind each stands how the word may end.
END = r"[а-яёіў’']{0,5}"
ENGLISH = (
    r"(?:people|persons|children|women|men|girls|boys|teen(?:ager)?s|adults|minors|victims|survivors"
    r"|cases|calls|callers|pages|countries|states|cities|towns|villages|regions|organi[sz]ations"
    r"|speciali[sz]ts|experts|employees|staff|participants|words|times|days|nights|weeks|months|years"
    r"|hours|minutes|seconds|points|kilomet(?:re|er)s|met(?:re|er)s|miles|feet|grams|kilos|kilograms"
    r"|lit(?:re|er)s|tonn?es|tons|roubles|rubles|dollars|euros|pounds|cents|hundred|thousand|million"
    r"|billion|places|families|schools|universities|students|pupils|teachers|journalists|documents"
    r"|passports|messages|e?-?mails|letters|questions|answers|lessons|events|meetings|trainings"
    r"|sessions|consultations|publications|views|visitors|visits|followers|subscribers|copies|pieces"
    r"|items|articles|paragraphs|sentences|verdicts|convictions|investigations|prosecutions|suspects"
    r"|offenders|traffickers|citizens|nationals|migrants|refugees|workers|labou?rers|vacancies|jobs"
    r"|ads|adverts|advertisements|offers|sites|websites|accounts|volunteers|partners|members|degrees"
    r"|per ?cent|percentage|buses|flights|rooms|seats|beds|books|films|photos|pictures|tickets"
    r"|crimes|offen[cs]es|respondents|prosecutors|judges|(?:police )?officers|foreigners|zł"
    r"|zlot(?:y|ys|ies)|Belarusians|Ukrainians|Russians|Poles|leaflets|posters|steps"
    r"|requests|applications|complaints|reports|shelters|consulates|embassies)"
    r"(?![\w’'-])(?!\s+(?:hot|help)?lines?\b)"
)
RUSSIAN = (
    r"(?:человек|людей|людям|людьми|людях|детей|детям|детьми|детях|реб[её]н[ко]|ребят|женщин|мужчин"
    r"|девоч|девуш|мальчик|подрост|взросл|жертв|случа[йяюеё]|звон[ко]|обращени|вызов|консультац"
    r"|страниц|город[оа]|организац|специалист|сотрудни|работни|участни|недел|месяц|минут|секунд"
    r"|балл|процент|километр|метр[ао]|грамм|литр|тонн|рубл|доллар|евро|копе[ейк]|сотн|тысяч|миллион"
    r"|миллиард|семь[яиюе]|семей|школ|студент|учени|учител|журналист|документ|паспорт|сообщени|пис[еь]м"
    r"|вопрос|ответ[оа]|заняти|мероприят|встреч|тренинг|семинар|публикац|просмотр|посещен|подписчи"
    r"|экземпляр|штук|пункт|стат[ьеё]|приговор|обвиня|подозрева|граждан|гражданк|мигрант|бежен[ец]"
    r"|ваканси|объявлен|предложени|сайт|аккаунт|заяв[ок]|заявлени|волонт[её]р|партн[её]р|представител"
    r"|преступлени|правонарушени|иностран|белорус|украин|злот|обративш|респондент|прокурор|полицейск"
    r"|градус|билет|фотограф|фильм|книг|листов|плакат)" + END + r"(?![\w’'-])"
    r"|(?:лиц(?:[ао]|ам|ах|ами)?|стран(?:[аы]|ам|ах)?|де(?:л|ла|лам|лах)|слов(?:[ао]|ам|ах)?|раз[а]?|дн(?:я|ей|ям|ях)"
    r"|л?год[аоуы]в?|лет|час(?:а|ов|ам|ах)|мест(?:[ао]|ам|ах)?|строк[аи]?|жител(?:ь|я|ей|ям))(?![\w’'-])"
)
BELARUSIAN = (
    r"(?:чалавек|людзей|людзям|людзьмі|людзях|дзяцей|дзецям|дзяцьмі|дзецях|дзіця|жанчын|мужчын|дзяўч"
    r"|хлопц|хлопч|падлет|дарослы|ахвяр|выпад|зван[ко]|зваро[т]|выклік|кансультац|старон|краін"
    r"|гарад[оа]|горад|арганізац|спецыяліст|супрацоўні|работні|удзельні|слоў|радк[оаі]|тыд[зн]|месяц"
    r"|гадзін|хвілін|секунд|бал[аы]|працэнт|кіламетр|метр[аы]|грам|літр|тон[аы]?|рубл|рубел|долар|еўра"
    r"|капе[ей]|сотн|соцень|тысяч|мільён|мільярд|сям[’']?[яіе]|сем[’']яў|школ|студэнт|вучн|вучаніц|настаўні"
    r"|журналіст|дакумент|пашпарт|паведамлен|ліст[оаы]|пытан|адказ[аы]|занят|мерапрыемств|сустрэч"
    r"|трэнінг|семінар|публікац|прагляд|наведван|падпісчы|асобні|экзэмпляр|штук|пункт|артыкул|прысуд"
    r"|абвінавач|падазра|грамадзян|мігрант|бежан|вакансі|аб[’']?яў|прапан|сайт|акаўнт|заяв|валанц[её]р"
    r"|злачынств|правапаруш|замеж|беларус|украін|злот|рэспандэнт|пракурор"
    r"|партнёр|прадстаўні|градус|білет|здым|фільм|кні[гж]|жыхар)" + END + r"(?![\w’'-])"
    r"|(?:асоб(?:[аы]|ам|ах|амі)?|спра(?:ва|вы|ў|вам|вах)|слов[аы]|раз(?:[аы]|оў)?|дзён|дн(?:і|я|ям|ях)|год[аыу]|гадоў|гадам"
    r"|месц(?:а|ы|аў|ам))(?![\w’'-])"
)
ARABIC = (
    r"(?:شخص|أشخاص|إنسان|امرأة|نساء|رجل|طفل|أطفال|فتاة|فتيات|فتى|ضحية|ضحايا|حالة|حالات|قضية|مكالمة|اتصالا"
    r"|صفحة|دولة|بلد|مدينة|منظمة|يوم|أسبوع|شهر|عام|سنة|ساعة|دقيقة|ثانية|كيلومتر|متر|ميل|غرام|كيلوغرام|لتر"
    r"|طن|روبل|دولار|يورو|مئة|ألف|مليون|مليار|مرة|كلمة|مدرسة|طالب|عائلة|أسرة|وثيقة|رسالة|سؤال|موقع|درجة"
    r"|جريمة|جرائم|من الضحايا"
    r"|موظف|عامل|مهاجر|لاجئ|متطوع|إعلان|عرض|وظيفة|نقطة)(?:ا|ًا|اً|ًّا|ة|ين|ات)?(?![\w-])"
    r"|(?:في |ب)(?:المئة|المائة)"
)
# A word between the number and what it counts; in Russian and Belarusian also alone.
OF_WHICH = (
    r"(?:(?:new|more|other|different|young|adult|such|of the|of our"
    r"|(?!during)[a-z]+(?:ed|ly|ing|ish|ese|an|al|ous|ble|ful|ive|ent|ant|ic))\s+){0,2}"
)
DECLINED = r"(?:[а-яёіў]{2,}(?:ых|[иі]х|ым[иі]?|[иі]м[иі]?|ый|ий|ая|ое|ые|ие|ыя|ія|ыі)\s+){0,2}"
DECLINED_ALONE = r"[а-яёіў]{3,}(?:ых|[иі]х)(?![\w’'-])"
OF_THEM = (
    r"(?:of (?:them|these|those|whom|which)|из (?:них|этих)|[зс] (?:іх|гэтых)|منهم|منهن|منها)(?!\w)"
)
# The numbers that follow in one list or span with it: `103–113 days`, `102, 103 and 113 cases`.
JOINED = r"\s(?:to|and|or|of|до|и|или|из|да|і|або|з|са|إلى|و|أو|من)\s(?:the\s)?"
UNITED = rf"(?:(?:,\s\d[\d.]*)*{JOINED}|[–—-])\d[\d.]*"
AFTER = re.compile(
    rf"(?:{UNITED}){{0,2}}\s?(?:{MEASURES}"
    rf"|(?:{OF_WHICH}{ENGLISH}|{DECLINED}(?:{RUSSIAN}|{BELARUSIAN})|{DECLINED_ALONE}|(?:{ARABIC})"
    rf"|{OF_THEM}))"
)
NUMBERED = (
    r"articles?|arts?\.?|sections?|secs?\.|§{1,2}|paragraphs?|paras?\.?|clauses?|pages?|pp?\.|chapters?|chs?\."
    r"|tables?|figures?|figs?\.|annex|appendix|parts?|volumes?|vols?\.|rooms?|flats?|apartment|apt\.?"
    r"|house|building|bus|tram|flight|train|route|rules?|principles?|footnotes?|items?|recommendations?"
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
    r"|каля|больш за|больш чым|менш за|менш чым|звыш|амаль|не менш за|прыблізна"
    r"|أكثر من|أقل من|حوالي|نحو|قرابة"
)
# What grew or fell to a number, and where a house is: behind a street and a comma.
CHANGED = (
    r"(?:from|с|со|са|з|ад|من)\s\d[\d.]*\s(?:to|до|да|إلى)"
    r"|(?:rose|grew|fell|dropped|(?:in|de)creased|went (?:up|down))\sto"
    r"|(?:[вы]ырос\w*|увелич\w+|сниз\w+|упал\w*|сократ\w+|вырас\w*|павяліч\w+|зніз\w+|скараці\w+)\s(?:до|да)"
)
STREET = r"(?:ул|вул|просп|пр|пер|зав)\.\s[^\d\n]{1,30},\s?(?:д\.\s?)?"
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
    r"[^.!?\n]*(?<!\w)(?:free|can call|will (?:answer|help)|бесплатн\w*|бясплатн\w*|круглосуточн\w*"
    r"|кругласутачн\w*|ответ[ия]т|отвеча[ею]т|адка(?:жа|жуць|зва\w+)|помо(?:жет|гут)|дапамо(?:жа|гуць)|مجان\w*)",
    re.IGNORECASE,
)


def counts(text: str, start: int, end: int) -> bool:
    """Whether the number at `start` to `end` of `text` counts or numbers something, and is none to
    be dialled."""
    before = MARKS.sub("", PARAGRAPH.split(text[max(0, start - AROUND) : start])[-1])
    after = MARKS.sub("", PARAGRAPH.split(text[end : end + AROUND])[0])
    if BEFORE.search(" ".join(before.split()) + before[len(before.rstrip()) :][:1]):
        return True
    if FROM.search(before) and TO.match(after):
        return True
    return bool(AFTER.match(after)) and not DIALLED.search(before) and not PROMISED.match(after)


def unwrapped(text: str) -> str:
    """Return `text` with each {number:113} as the number; in code it stays."""
    if "{number:" not in text:
        return text
    return CODE_OR_COUNTED.sub(lambda found: _number(found) if found["number"] else found[0], text)


def _number(found: re.Match[str]) -> str:
    short = sum(map(str.isdigit, found["number"])) <= LONGEST
    return found["number"] if short else found[0]
