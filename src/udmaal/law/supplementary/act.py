"""The law that gives the benefit."""

from typing import Final

from udmaal.citations.acts import Act
from udmaal.citations.source import Law, Section, Statute

ACT: Final = Act.of("SEL § 43", "BL § 88")
LAW: Final = Law(Statute(ACT), Section("supplementary"))
