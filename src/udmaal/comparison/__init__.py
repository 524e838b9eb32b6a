"""``udmaal ledger --paid``: what was paid, and each month of a ledger against it."""
