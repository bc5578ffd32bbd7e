"""Exchange with translators: a page as XLIFF or as a table in DOCX, and back, its structure kept.

Not heard by Pelican: `python -m plugins translation`.
"""
