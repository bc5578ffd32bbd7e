"""Tests of plugins/cli."""
