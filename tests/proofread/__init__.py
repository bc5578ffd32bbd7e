"""Tests of plugins/proofread."""
