"""The law that gives the benefit: the act, and the order as it stands for each set of rules."""

from typing import Final

from udmaal.citations.acts import Act
from udmaal.citations.source import Law, OrderSection, Statute

ACT: Final = Act.of("SEL § 41", "BL § 86")
UNDER_THRESHOLD: Final = Law(Statute(ACT), OrderSection(""))
UNDER_COMPENSATION: Final = Law(Statute(ACT), OrderSection("§§ 3–7"))
UNDER_BOTH: Final = (UNDER_THRESHOLD, UNDER_COMPENSATION)
