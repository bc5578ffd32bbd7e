"""Tests of plugins/validation."""
