"""The annex to a decision letter: one content, set as PDF and as HTML."""
