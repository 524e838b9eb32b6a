"""Companion scheme (ledsagerordning): SEL § 45, BL § 89.

``hours_account`` keeps the hours that may be saved up, ``rule`` gives the year's costs.
"""
