"""``udmaal compare``: a case on several dates, or two files of it, side by side."""
