"""Tests of plugins/protection."""
