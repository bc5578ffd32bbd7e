"""Tests of plugins/features/facts."""
