"""Tests of plugins.features.search, and of the modules that run in the browser."""
