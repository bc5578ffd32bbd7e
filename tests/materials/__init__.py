"""Tests of plugins/materials."""
