"""Tests of plugins/assets/stylesheet."""
