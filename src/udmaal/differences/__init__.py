"""What differs between two calculations of a case, and why: what several uses ask."""
