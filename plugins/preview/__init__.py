"""Preview: the site on this machine while it is being written.

Not a plugin of Pelican's but a program around it: `python -m plugins serve`. It builds the site in
a process of its own, forked from one that has loaded everything (plugins.preview.resident), so that
nothing of one build lives on in the next, serves the output, and builds again when a file changes.
While there are problems the browser shows their list, and the pages again once they are fixed.
"""
