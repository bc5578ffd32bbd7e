"""Tests of plugins/build."""
