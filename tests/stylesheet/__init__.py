"""Tests of plugins/stylesheet."""
