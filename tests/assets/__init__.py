"""Tests of plugins/assets."""
