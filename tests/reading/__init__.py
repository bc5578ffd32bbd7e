"""Tests of plugins/reading."""
