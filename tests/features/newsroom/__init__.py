"""Tests of plugins/features/newsroom."""
