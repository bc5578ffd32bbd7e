"""Tests of plugins/pictures."""
