"""Tests of the exchange with translators."""
