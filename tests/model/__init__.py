"""Tests of plugins/model."""
