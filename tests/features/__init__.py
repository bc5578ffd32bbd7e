"""Tests of plugins/features."""
