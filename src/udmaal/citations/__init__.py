"""What is cited, as it stands on a date: acts, orders and guidance."""
