"""Tests of plugins/housekeeping."""
