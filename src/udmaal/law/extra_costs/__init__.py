"""Extra costs (merudgifter): SEL § 41, BL § 86.

``items`` brings each cost to kroner a year; ``threshold`` holds the rules for benefits fixed
before September 2025, ``compensation`` those after (kompensationsydelse). The date on which the
benefit was last fixed decides which apply.
"""
