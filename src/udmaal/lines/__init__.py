"""Lines: the kinds they are of, and the expressions they are made by."""
