"""What is written of a stored result held against the same made now; one module a format."""
