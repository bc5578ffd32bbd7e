"""Tests of plugins/features/seo."""
