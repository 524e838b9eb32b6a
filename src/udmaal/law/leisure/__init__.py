"""Support for leisure activities (fritidsaktiviteter): SEL § 11, stk. 6, BL § 35."""
