"""Tests of plugins/manual."""
