"""What the new decisions add up to, as files: a module for each ending."""
