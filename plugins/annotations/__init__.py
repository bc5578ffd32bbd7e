"""Annotations: what a build says of a line, as the hosts of repositories show it beside that line.

Not heard by Pelican: `python -m plugins annotations`.
"""
