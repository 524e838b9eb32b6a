"""``udmaal verify``: a stored result, the same made again, and the report of what differs."""
