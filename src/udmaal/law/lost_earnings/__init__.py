"""Compensation for lost earnings (tabt arbejdsfortjeneste): SEL § 42, BL § 87.

In the order of the calculation: ``course`` (which days), ``wage_basis``, ``regulation``,
``hours`` (the 37), ``gross`` (the ceiling), ``pension``, ``atp``, ``tax``, ``savings``, ``payout``;
``monthly`` takes the steps of a month, ``months`` gives the courses month by month.
"""
