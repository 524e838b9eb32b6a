"""The formats of a comparison: a module each."""
