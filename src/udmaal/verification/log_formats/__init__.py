"""What is written of a journal whose results were made again; one module a format."""
