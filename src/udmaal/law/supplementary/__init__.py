"""Supplementary benefit (særlig supplerende ydelse): SEL § 43, BL § 88.

For a recipient of lost earnings who loses the remaining job: by the lost job's hours, no longer
than the lost earnings. ``conditions`` and ``period`` say who gets it and for which days,
``stretches`` parts them by the maximum in force, ``weekly`` gives the amount a week and ``total``
that of several days; ``rule`` gives the result of a date and ``months`` that of each month.
"""
