"""Tests of plugins/features/hosting."""
