"""Tests of plugins/checks/rules."""
