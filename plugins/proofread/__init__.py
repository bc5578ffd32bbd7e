"""Proofreading: what a careful reader would mark in a text. Advice, which never stops a build.

Not heard by Pelican: `python -m plugins proofread`.
"""
