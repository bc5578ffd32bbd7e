"""Tests of plugins/features/citations."""
