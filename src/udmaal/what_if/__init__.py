"""``udmaal what-if``: the inputs that vary, the result of each combination, and its writers."""
