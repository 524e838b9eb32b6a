"""What is written of the cases of a batch; one module a format, with its ``FORMAT``."""
