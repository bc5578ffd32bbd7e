"""What is counted, in the words that stand behind a number: measures, people, days, pages."""

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
