"""The law of lost earnings: SEL § 42, from 2024 BL § 87, and the sections of the order."""

from datetime import date
from functools import cache
from typing import Final

from udmaal.citations.acts import BARNETS_LOV_FROM, Act, Topic
from udmaal.citations.source import ByDate, Law, OrderSection, Section, Statute

ACT: Final = Act.of("SEL § 42", "BL § 87")

# Courses under the rules from before 2011 have no ceiling.
TRANSITION: Final = ByDate(((date.min, ACT.on(date.min)), (BARNETS_LOV_FROM, "BL § 213, stk. 5")))


@cache
def law(topic: Topic | None = None, paragraph: str = "") -> Law:
    """Give the act, with its paragraph, and the order, with the section of a topic.

    One object for all lines that rest on the same: each day's citation is then made once.
    """
    return Law(Statute(ACT, paragraph), Section(topic) if topic else OrderSection(""))
