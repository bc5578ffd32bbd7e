"""Tests of plugins/languages."""
