"""What a batch adds up to, as files: a module for each ending."""
