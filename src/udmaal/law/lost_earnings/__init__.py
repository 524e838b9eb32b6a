"""Compensation for lost earnings (tabt arbejdsfortjeneste): SEL § 42, BL § 87.

In the order of the calculation: ``course`` (which days), ``wage_basis``, ``regulation``,
``hours`` (the 37), ``monthly`` (ceiling, pension, ATP, tax, savings, cost).
"""
