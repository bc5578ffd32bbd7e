"""From a Markdown file to a page: the one path through the build, and who does what on it.

    content/ru/press/2026-11-statement.md
       │  housekeeping  has nothing changed since the last build? Then nobody has anything to do
       │  reading     front matter and text become a Document, over all cores; one that was read before is remembered;
       │              what is under embargo is withheld here, in every language at once (plugins.embargo);
       │              languages.address gives it language, key, kind, URL
       │  pictures    those that texts show, in sizes and forms for every screen, without what a camera noted
       │  Pelican makes a Page of what is new, with the attributes of the Document
       │  languages   the same key in other languages: alternates; the pages above it: trail
       │  newsroom    dated pages become lists, years, months, topics, feeds; what was corrected; pictures and a kit for
       │              each release
       │  freshness   is a translation as new as its source, and what is it missing
       │  manual      numbered chapters of one language become a book: previous and next, one page, PDF, EPUB
       │  materials   leaflets, cards and posters to print
       │  facts       figures and dates with their sources, as CSV and JSON too
       │  pocket      the numbers and the essential advice in one file, to save on a telephone
       │  validation  every problem of every file in one list; with one problem nothing is written
       │  Pelican says what is to be written
       │  editions    the files to take away are made before the pages that offer them
       ▼  rendering   in the voice of its language, over all cores; a page whose key is as before is kept
    output/ru/press/2026-11-statement/index.html
       │  discovery   sitemap, robots.txt
       │  forms       what the contact endpoint answers, with places for what the visitor wrote
       │  search      the words of each language in small files, for the browser to look them up
       │  protection  _headers, security.txt
       ▼  housekeeping  the finished build takes the place of the one before, in one step

Signals, in the order in which Pelican sends them:

| signal                    | heard by                                                                  |
|---------------------------|---------------------------------------------------------------------------|
| initialized               | housekeeping.begin, which loads all the others unless nothing has changed, |
|                           | and then sends our own one:                                               |
| → build_begun             | languages.declare  data.read  stylesheet.bundle                           |
| get_generators            | reading.write_known  newsroom.lists  discovery.front_doors                 |
|                           | styleguide.pages  stylesheet.write  scripts.write  forms.all_answers       |
|                           | search.write  protection.write  manual.make_book  materials.make_sheets    |
|                           | pictures.make  pocket.make_notes  facts.make_facts                         |
|                           | housekeeping.begin_again                                                  |
| readers_init              | reading.use_documents                                                     |
| generator_init            | housekeeping.renew                                                        |
|                           | languages.teach  data.lend  stylesheet.announce  discovery.teach           |
|                           | rendering.remember_templates  scripts.announce  forms.teach               |
|                           | search.announce  protection.announce  editions.teach  manual.teach        |
| page_generator_init       | reading.read_ahead, which then sends:                                     |
| → documents_read          | pictures.show  search.count_ahead  rendering.compile_ahead                |
| page_generator_finalized  | languages.assemble                                                        |
| static_generator_finalized | housekeeping.keep_pictures                                                |
| all_generators_finalized  | languages.link, which then sends our own two:                             |
| → site_linked             | freshness.mark  manual.bind  rendering.tell_keys                          |
| → site_complete           | validation.judge  newsroom.judge_kits  newsroom.keep_addresses             |
|                           | search.judge_words                                                        |
| get_writer                | rendering.write                                                           |
| finalized                 | housekeeping.publish, after the pages are rendered  newsroom.tell_due      |

Receivers of one signal run in no promised order, so no two in one row depend on each other (see plugins.signals).
Only the `__init__.py` of a plugin knows Pelican; everything else is plain functions on plain values.
"""
