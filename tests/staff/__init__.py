"""Tests of what staff are told."""
