"""Mirror: the published site as a folder and a zip that work from any place:
a USB stick, an onion host, any path.

`make mirror` publishes the site and runs this on its output. No plugin of Pelican: nothing here is
heard by a build.
"""
