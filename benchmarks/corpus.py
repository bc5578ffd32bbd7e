"""A made-up corpus, the same for every generator:
N pages in three languages, about 580 words each, by seed."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

LANGUAGES = ("be", "ru", "en")
TOPICS = 20
NEWS_SHARE = 0.4
WORDS = {
    "be": (
        "праца дамова дарога дапамога чалавек краіна горад пытанне адказ дакумент пашпарт грошы "
        "сябар сям’я тэлефон раніца вечар дзень тыдзень месяц год закон права падатак банк "
        "рахунак мова вучоба школа кватэра цягнік аўтобус мяжа пасольства паліцыя лекар шпіталь "
        "вада хлеб кніга пытаць чытаць пісаць ехаць вярнуцца знайсці праверыць падпісаць захаваць "
        "патэлефанаваць расказаць бяспечны просты новы стары добры блізкі далёкі кожны заўсёды "
        "сёння"
    ),
    "ru": (
        "работа договор дорога помощь человек страна город вопрос ответ документ паспорт деньги "
        "друг семья телефон утро вечер день неделя месяц год закон право налог банк счёт язык "
        "учёба школа квартира поезд автобус граница посольство полиция врач больница вода хлеб "
        "книга спросить читать писать ехать вернуться найти проверить подписать сохранить "
        "позвонить рассказать безопасный простой новый старый хороший близкий далёкий каждый "
        "сегодня"
    ),
    "en": (
        "work contract road help person country town question answer document passport money "
        "friend family telephone morning evening day week month year law right tax bank account "
        "language study school flat train bus border embassy police doctor hospital water bread "
        "book ask read write travel return find check sign keep call tell safe simple new old "
        "good near far every always today through before after within"
    ),
}
START = date(2010, 1, 1)


@dataclass(frozen=True)
class Entry:
    """One page in one language; `number` is what its translations share."""

    lang: str
    number: int
    title: str
    summary: str
    body: str
    news: bool
    topic: int
    day: date

    @property
    def name(self) -> str:
        """What the page is called in its address."""
        return f"page-{self.number:05}"


def corpus(pages: int, seed: int) -> list[Entry]:
    """`pages` pages in each language, the same for the same `seed`."""
    return [_entry(lang, number, seed) for number in range(pages) for lang in LANGUAGES]


def _entry(lang: str, number: int, seed: int) -> Entry:
    chance = random.Random(f"{seed}-{lang}-{number}")
    words = WORDS[lang].split()
    shared = random.Random(f"{seed}-{number}")
    return Entry(
        lang=lang,
        number=number,
        title=_phrase(chance, words, 5).capitalize(),
        summary=_phrase(chance, words, 14).capitalize() + ".",
        body="\n\n".join(_part(chance, words, part) for part in range(4)),
        news=shared.random() < NEWS_SHARE,
        topic=shared.randrange(TOPICS),
        day=START + timedelta(days=shared.randrange(6000)),
    )


def _part(chance: random.Random, words: list[str], part: int) -> str:
    paragraphs = [_paragraph(chance, words) for _ in range(3)]
    items = "\n".join(f"- {_phrase(chance, words, 6)}" for _ in range(4))
    return f"## {_phrase(chance, words, 4).capitalize()} {{#part-{part}}}\n\n" + "\n\n".join(
        [*paragraphs, items]
    )


def _paragraph(chance: random.Random, words: list[str]) -> str:
    sentences = [_phrase(chance, words, 9).capitalize() + "." for _ in range(4)]
    if chance.random() < 0.4:
        sentences[1] = f"**{_phrase(chance, words, 2)}** {sentences[1]}"
    if chance.random() < 0.3:
        sentences[2] = (
            f"[{_phrase(chance, words, 2)}](https://example.org/{chance.randrange(999)}) "
            f"{sentences[2]}"
        )
    return " ".join(sentences)


def _phrase(chance: random.Random, words: list[str], length: int) -> str:
    return " ".join(chance.choices(words, k=length))
