"""Tests of plugins/discovery."""
