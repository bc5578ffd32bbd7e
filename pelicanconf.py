"""The site as everybody builds it while writing. What differs in public is in publishconf.py."""

from jinja2 import StrictUndefined

# Who we are
SITENAME = "La Strada Belarus"
SITEURL = "http://127.0.0.1:8000"
ONION = ""  # the same site as an onion service, if there is one: "http://….onion"
LICENCE = "CC BY-SA 4.0"  # of our texts, by its short name; SPDX writes it with hyphens
# Where no endpoint answers (deploy/README.md), False: pages then say how else to write, and nothing
# that somebody types is lost.
CONTACT_FORMS = True
# For how many days the endpoint keeps the ciphertext of what was sent; the privacy page says so.
CONTACT_KEEP_DAYS = 0
CONTACT_AT = ""
TIMEZONE = "Europe/Minsk"

# The languages are declared in content/data/languages.toml.
DEFAULT_LANG = "be"
X_DEFAULT_LANG = "en"  # for readers whose language we do not have
TRANSLATIONS_PATH = "translations"

# Where things are
PATH = "content"
OUTPUT_PATH = "output"
CACHE_PATH = ".cache"
THEME = "theme"
STATIC_PATHS = ["media"]
ARTICLE_PATHS: list[str] = []  # everything is a page; dates, lists and feeds are the newsroom's
PAGE_TRANSLATION_ID = None  # plugins.languages links translations by key
PAGE_ORDER_BY = None  # and puts pages in reading order

# What the build does, in the order of a page's way through it (the picture is in
# plugins/__init__.py): of two plugins that hear the same signal, the one that stands first is
# called first. They are imported as any package is: were there PLUGIN_PATHS, Pelican would take a
# folder named as the last part of one, such as output/, for it.
PLUGINS = [
    "plugins.build",
    "plugins.languages",
    "plugins.data",
    "plugins.demonstration",
    "plugins.assets.stylesheet",
    "plugins.assets.scripts",
    "plugins.assets.icons",
    "plugins.reading",
    "plugins.images",
    "plugins.features.films",
    "plugins.features.newsroom",
    "plugins.features.translations",
    "plugins.features.manual",
    "plugins.features.materials",
    "plugins.features.facts",
    "plugins.features.countries",
    "plugins.features.offline",
    "plugins.features.styleguide",
    "plugins.features.forms",
    "plugins.features.cards",
    "plugins.features.citations",
    "plugins.features.seo",
    "plugins.features.hosting",
    "plugins.features.search",
    "plugins.checks",
    "plugins.export",
    "plugins.rendering",
    "plugins.output",
]
LIST_LENGTH = 6
FEED_LENGTH = 20
PUBLISHING = False
# a demonstration: every page and file says that it is one, see plugins/demonstration and
# publishconf.py
DEMO = False
TOLERANT = (
    False  # the preview: what is wrong with a page is shown in its place, the others are made
)
CLOCK = ""  # as if it were another moment: 2026-12-01T10:00+03:00
CORES = 0  # all of them
STAFF_LANG = ""  # the language of messages, such as "be"; "": as STAFF_LANG or the machine says

JINJA_ENVIRONMENT = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "undefined": StrictUndefined,
}

# What Pelican offers and this site does differently or not at all
FILENAME_METADATA = ""  # the path is read by plugins.model.address
READERS = {"rst": None, "html": None, "htm": None}
DIRECT_TEMPLATES: list[str] = []
THEME_STATIC_PATHS: list[str] = []
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = TAGS_SAVE_AS = ARCHIVES_SAVE_AS = ""
