"""Tests of plugins/facts."""
