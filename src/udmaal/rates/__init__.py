"""Rates as data: what applied when, with unit, status and source."""
