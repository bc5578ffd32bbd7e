"""Tests of plugins/features/materials."""
