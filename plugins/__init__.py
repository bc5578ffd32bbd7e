"""From a Markdown file to a page: the one path through the build, and who does what on it.

    content/ru/press/2026-11-statement.md
       │  build       has nothing changed since the last build? Then nobody has anything to do
       │  languages   which languages there are          data   contacts, sources, glossary, facts,
       │              menus
       │  demonstration  all pages and files say that they are one, if they are; what to call in
       │              danger
       │  reading     front matter and text become a Document, over all cores; one that was read
       │              before is remembered; what is under embargo is withheld here, in every
       │              language at once (plugins.model.embargo); what is withdrawn is taken out of
       │              every text (plugins.model.withdrawal); model.address gives it language, key,
       │              kind, URL
       │  images      those that texts show, in sizes and forms for every screen, without what a
       │              camera noted
       │  Pelican makes a page of what is new, as it does of any file
       │  languages   each Document becomes a Page of ours, to which every feature gives a part:
       │              the same key in other languages, the pages above it
       │  films       each page knows the film that it shows, and its captions
       │  newsroom    dated pages become lists, years, months, topics, feeds; what was corrected;
       │              pictures and a kit for each release
       │  translations  is a translation as new as its source, and what is it missing
       │  manual      numbered chapters of one language become a book: previous and next, one page,
       │              PDF, EPUB
       │  materials   leaflets, cards and posters to print
       │  facts       figures and dates with their sources, as CSV and JSON too
       │  countries   a page for each country of the data, in every language
       │  offline     the numbers and the essential advice in one file, to save on a telephone
       │  forms       what the contact endpoint answers, with places for what the visitor wrote
       │  cards       the picture that stands for a page where it is shared
       │  citations   a page as reference managers read it
       │  seo         sitemap, robots.txt          hosting      _headers, security.txt
       │  search      the words of each language in small files, for the browser to look them up
       │  checks      every problem of every file in one list; with one problem nothing is written
       ▼  rendering   files to take away first; then pages, in the voice of their language, over all
                      cores; what is made from the same as before is kept
    output/ru/press/2026-11-statement/index.html
       ▼  output      the finished build takes the place of the one before, in one step

Receivers of one signal are called in the order of PLUGINS (pelicanconf.py), which is that of the
rows here. All of them share one plugins.build.build.Build. Signals, in the order in which Pelican
sends them:

| signal                     | heard by                                                            |
|----------------------------|---------------------------------------------------------------------|
| initialized                | build.begin  languages.declare  data.read                           |
| get_generators             | build.begin_again                                                   |
| readers_init               | reading.use_documents                                               |
| page_generator_init        | build.share_templates  languages.teach  data.lend                   |
|                            | demonstration.announce  stylesheet.announce  scripts.announce       |
|                            | icons.announce  reading.read_ahead  images.show  manual.teach       |
|                            | offline.teach  forms.teach  cards.teach  citations.teach  seo.teach |
|                            | hosting.announce  search.announce  search.count_ahead  export.teach |
|                            | rendering.remember_templates                                        |
| page_generator_finalized   | build.tell_read  languages.assemble  reading.keep  films.look       |
|                            | newsroom.gather_lists  manual.add_pages  materials.offer_files      |
|                            | facts.offer_files  countries.add_pages  offline.offer_file          |
| static_generator_finalized | images.leave_out_remade  output.keep_static                         |
| all_generators_finalized   | build.tell_writing  languages.link  newsroom.check_kits             |
|                            | newsroom.check_addresses  translations.mark  manual.bind            |
|                            | search.check_words  checks.check  rendering.tell_keys               |
| get_writer                 | rendering.write                                                     |
| page_writer_finalized      | languages.write_fallbacks  stylesheet.write  scripts.write          |
|                            | icons.write  reading.write_known  images.write  newsroom.write      |
|                            | manual.write  materials.write  facts.write  countries.write         |
|                            | offline.write  styleguide.write  forms.write  cards.write           |
|                            | citations.write  seo.write  hosting.write  search.write             |
| finalized                  | rendering.render_all  output.publish                                |

Only the `__init__.py` of a plugin knows Pelican; everything else is plain functions on plain
values.
"""
