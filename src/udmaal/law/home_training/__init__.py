"""Home training (hjemmetræning): SEL §§ 32 and 32 a, BL § 85."""
