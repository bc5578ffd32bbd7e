"""Tests of plugins/newsroom."""
