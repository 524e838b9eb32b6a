"""Respite (aflastning): SEL § 44, jf. § 84, BL § 90."""
