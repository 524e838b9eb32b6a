"""Extra costs (merudgifter): SEL § 41, BL § 86.

``decision`` says when a decision is in force and which rules it follows, ``items`` brings each cost
to kroner a year, ``one_offs`` holds those paid at cost and those documented after the decision.
``threshold`` has the rules for benefits fixed before September 2025, over the ``sums``;
``compensation`` those after (kompensationsydelse), over the costs ``listed``, by one of two
``groups``, with its one-offs in ``instalments``. ``rule`` assesses a decision once, ``months`` goes
on from that month by month.
"""
