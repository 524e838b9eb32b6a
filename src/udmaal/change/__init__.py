"""A new fact in a case file: what may be added, where it stands in the text, what it changes."""
