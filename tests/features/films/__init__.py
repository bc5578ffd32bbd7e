"""Tests of plugins/features/films."""
