"""Tests of plugins/validation/rules."""
