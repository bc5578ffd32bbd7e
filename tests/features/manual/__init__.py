"""Tests of plugins/features/manual."""
