"""Tests of plugins/features/offline."""
