"""Tests of plugins/features/countries."""
