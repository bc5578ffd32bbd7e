"""Links to other sites: whether they still lead where they did. A person asks, never a build.

Not heard by Pelican: `python -m plugins links`.
"""
