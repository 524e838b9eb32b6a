"""The case: what a case worker writes, as a checked value."""
