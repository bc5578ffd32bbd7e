"""Tests of plugins/styleguide."""
