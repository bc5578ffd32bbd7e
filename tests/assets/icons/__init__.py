"""Tests of plugins/assets/icons."""
