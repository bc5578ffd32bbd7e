"""Tests of marks on the lines of a proposed change."""
