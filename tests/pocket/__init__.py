"""Tests of plugins/pocket."""
