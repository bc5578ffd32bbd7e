"""Tests of plugins.search, and of the modules that run in the browser."""
