"""Tests of the forms to take away."""
