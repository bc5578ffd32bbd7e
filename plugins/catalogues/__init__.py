"""Catalogues: the interface texts of the theme in every language,
collected and checked by `make messages`.

Not heard by Pelican: the build reads the catalogues as they are (plugins.rendering.catalogue).
"""
