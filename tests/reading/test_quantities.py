"""A number that a line also has may count something."""

import pytest

from plugins.checks.rules import references
from plugins.model.speech import speech
from plugins.reading.numbers import written_by_hand
from plugins.reading.read import read_document

HONEST = [
    "It is 113 km away.",
    "They helped 113 people.",
    "They helped **113** people.",
    "113 newly identified victims",
    "The book has 113 pages.",
    "113 % and 103% more, 103°, 113 €, $113, €113, 113 BYN",
    "between 103 and 113 calls",
    "103–113 days",
    "103, 110 and 113 cases",
    "103 of the 113 cases",
    "people called 113 times",
    "The hotline answered 113 calls.",
    "more than 113 were freed",
    "article 113 and articles 103, 113; Art. 113; pp. 103–113; § 113",
    "ILO Convention No. 103",
    "116 000 people",
    "room 113",
    "Рака 113 км, 113 старонак, 113 чалавек, 113 рублёў, 113 гадзін",
    "На гарачую лінію звярнуліся 113 чалавек.",
    "Гарачая лінія прыняла 113 званкоў.",
    "113 новых выпадкаў, 113 пацярпелых, 103 жанчыны",
    "артыкул 113, арт. 113, па артыкуле 113, пункт 103, с. 113",
    "каля 113 чалавек, больш за 113",
    "113 тыс., 113 млн, 113 руб.",
    "113 человек, 113 пострадавших, 113 страниц, 113 км, 113 рублей, 103 случая",
    "Горячая линия приняла 113 звонков.",
    "Позвонили 113 человек.",
    "статья 113, по статье 113, статей 103 и 113, ст. 113, с. 113, стр. 113",
    "около 113, более 113 человек",
    "Закон № 113, постановление № 103",
    "113 процентов, 103 процента",
    "113\nчеловек",
    "المادة 113 و 113 شخصا و 113 حالة و 113٪ و 113 كم",
    "أكثر من 113",
    "words[^113]",
    "Title: 113 people",
    "113 из них, 113 з іх, 113 of them, 113 منهم",
    "Всего 113. Усяго: 113. Total: 113",
    "Приказ номер 113, загад нумар 113",
    "113 лиц, 113 преступлений, 113 белорусов, 113 иностранцев, 113 злотых",
    "113 асоб, 113 злачынстваў, 113 беларусаў, 113 замежнікаў",
    "113 crimes, 113 respondents, 113 police officers, 113 Belarusians, 113 zł",
    "It rose from 103 to 113, and in 2024 it fell to 103.",
    "выросло с 103 до 113, вырасла са 103 да 113",
    "ул. Немига, 113",
    "113 جريمة، 113 من الضحايا",
    "№ 113, No. 113",
    "Women: 113, men: 102",
    "Жанчын – 113, мужчын – 102",
    "Женщин: 113 (52 %), мужчин: 102",
    "113 took part, 113 were helped, 113 have been freed",
    "113 обратились, 113 приняли участие; участвовали 113",
    "113 звярнуліся, 113 прынялі ўдзел; удзельнічалі 113",
    "113 of 200, 113 из 200, 113 з 200, 113 (49 %)",
    "In 2024: 113; in 2025: 102. В 2024 году – 113",
    "ул. Немига 113, Independence Avenue 113, 113 Main Street, офис 113",
    "{number:113} calls",
    "{number:113}",
    "In {number:113}, {number:116 000}.",
]  # fmt: skip
TOLD = [
    "113 calls are free",
    "113 people in danger can call",
    "113 звонков бесплатно",
    "113 женщинам помогут",
    "113 детям помогают бесплатно",
    "113 жанчынам дапамогуць",
    "Call 113",
    "113 (free)",
    "113, free",
    "тел. 113",
    "Гарячая линия 113",
    "Гарачая лінія 113",
    "Call 113 people will answer",
    "**113** — бясплатна",
    "На 113 дети могут звонить",
    "По номеру 113 дети звонят",
    "113 в Беларуси",
    "113 с мобильного",
    "113 у Беларусі",
    "113 и 103 круглосуточно",
    "113 дома и за границей",
    "113 час",
    "| Women | 113 |",
    "113\n\nчеловек",
    "116 000 missing children hotline",
    "The European line 116 000 for children",
    "اتصل بـ 113",
    "الرقم 113 مجاني",
    "113 مجاني",
    "اتصل ١١٣",
    "> 113 works",
    "Hotline = 113",
    "Телефонуйте 113 круглосуточно",
    "113 km: call 113",
    "Call 112 or 113 people said",
    "Дзеці званілі на 113.",
    "Ask them about 113.",
    "113, 24 часа в сутки",
    "113, 24 hours a day",
    "113 – 24 гадзіны",
    "113 (24 hours)",
    "{number:113} or 113",
    "{number: 113}",
    "Call {number:113}",
    "Тел.: {number:113}",
    "Набярыце **{number:113}**",
    "{number:113} is free",
    "The hotline: {number:113}",
    "Call № 113",
    "Women: 113, children: 116 000",
    "Call. Women: 113, men: 102",
    "Дети: 116 000, взрослые: 113",
    "Номер горячей линии с 2024 года – 113",
    "113 helped us",
    "113 is there for women and men",
]


@pytest.mark.parametrize("text", HONEST)
def test_counts(contacts, text):
    """What is counted, measured or numbered is no telephone number."""
    assert [one.target for one in written_by_hand(text, contacts)] == []


@pytest.mark.parametrize("text", TOLD)
def test_told(contacts, text):
    """A number that somebody may dial is told."""
    assert [one for one in written_by_hand(text, contacts) if one.kind == "number"]


def test_marked(converter, known):
    """Whoever marks a number to call as one that counts is not told to mark it."""
    page = read_document("en/advice/a.md", "Title: A\n\nCall {number:113}.", converter)
    (problem,) = references.check(page, known())
    assert "{number:113}" in problem.what and "{number" not in problem.fix


@pytest.mark.parametrize("text", ["{number:80172110251}", "{number:375 29 123 45 67}"])
def test_long(contacts, text):
    """A whole telephone number counts nothing."""
    assert [one.kind for one in written_by_hand(text, contacts)] == ["number"]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("In {number:113}.", "<p>In 113.</p>"),
        ("## {number:113} {#a}", '<h2 id="a">113</h2>'),
        ("| {number:113} |\n|---|\n| a |", 'data-label="113"'),
        ("![{number:113}](a.png)", 'alt="113"'),
        ("`{number:113}`", "<code>{number:113}</code>"),
    ],
)
def test_shown(converter, text, html):
    """A number that counts is shown as the number alone."""
    assert html in converter.convert(text, "en/advice/a.md")[0]


def test_field(converter):
    """A field may hold one too."""
    document = read_document("en/advice/a.md", "Title: In {number:113}\n\nA.", converter)
    assert document.title == "In 113"


@pytest.mark.parametrize(
    ("code", "words"), [("en", "what it counts"), ("be", "што лічыцца"), ("ru", "что считается")]
)
def test_fix(converter, known, code, words):
    """Whoever counts is told how to say so."""
    page = read_document("en/advice/a.md", "Title: A\n\nIn 113 there.", converter)
    fixes = [speech(code)(one.fix) for one in references.check(page, known())]
    assert any(
        words in fix and "{number:113}" in fix and "{contact:hotline}" in fix for fix in fixes
    )


def test_revision(converter):
    """To say that a number counts makes no translation older."""
    one, two = (
        read_document("en/advice/a.md", f"Title: In {number}\n\nIn {number}.", converter)
        for number in ("113", "{number:113}")
    )
    assert one.revision == two.revision
