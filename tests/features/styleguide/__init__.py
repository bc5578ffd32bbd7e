"""Tests of plugins/features/styleguide."""
