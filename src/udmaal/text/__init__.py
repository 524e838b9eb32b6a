"""Words: every label, formula and message in both languages, side by side.

The only place that knows a language. Keys are checked against the rules by the tests.
"""
