"""The editor in the browser: Sveltia CMS, on the Markdown of this site as it stands in git.

Not heard by Pelican: it edits what the build reads, and is never part of what is published.
`make edit` serves it at /editor/ beside the preview, on the files of this machine;
`make editor BACKEND=…` writes it into a folder for a host of its own, on the files of a Git host.

    package     the released package, installed by `npm ci`, with no address of anybody else's left
    config      which forms there are: made from the rules that the build itself checks by
      pages       a collection for each folder of pages; its fields from plugins.model.kinds
      fields      how each field of a page is asked for
      data_files  a form for each file of content/data
      choices     what can be chosen: contacts, sources, topics, pages
    words       labels and hints in the language of whoever edits
    serving     what is answered below /editor/ in the preview
    folder      what a folder for another host holds
    static/     the page, and how it reads and writes our files
"""
