"""Four signals of our own, because receivers of one signal run in no promised order.

build_begun    it is known what has changed since the build before; sent with Pelican's settings
documents_read every file is read, and what is not public withheld; sent with the documents and `generator=`
site_linked   all documents stand in the site with alternates and trails; sent with `context=`
site_complete every plugin has added what it adds; sent with `context=`, last before anything is written
"""

from blinker import signal

build_begun = signal("build_begun")
documents_read = signal("documents_read")
site_linked = signal("site_linked")
site_complete = signal("site_complete")
