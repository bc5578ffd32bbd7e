"""Tests of plugins/mirror."""
