"""Tests of links to other sites."""
