"""The law in force on a date, for citing on each line (loven.md#hvilken-lov)."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, Literal

Topic = Literal[
    "ceiling",
    "basis",
    "pension",
    "savings",
    "holiday",
    "regulation",
    "running_supplement",
    "ending_supplement",
    "run_off",
    "supplementary",
    "atp",
]

# Barnets lov took the children's rules over from serviceloven.
BARNETS_LOV_FROM: Final = date(2024, 1, 1)


@dataclass(frozen=True, slots=True)
class Act:
    """The section of an act that gives a benefit, from each day on, the first from ever."""

    sections: tuple[tuple[date, str], ...]

    @classmethod
    def of(cls, servicelov: str, barnets_lov: str) -> "Act":
        """Give a section of serviceloven that barnets lov took over."""
        return cls(((date.min, servicelov), (BARNETS_LOV_FROM, barnets_lov)))

    def on(self, on: date, paragraph: str = "") -> str:
        """Cite the act in force: serviceloven to 2023-12-31, barnets lov after."""
        section = next(text for start, text in reversed(self.sections) if start <= on)
        return f"{section}, {paragraph}" if paragraph else section


_ORDERS: Final = (
    (date(2014, 1, 1), "BEK 1548/2013"),
    (date(2015, 1, 1), "BEK 1577/2014"),
    (date(2015, 2, 1), "BEK 32/2015"),
    (date(2018, 1, 1), "BEK 1245/2017"),
    (date(2020, 7, 1), "BEK 932/2020"),
    (date(2024, 1, 1), "BEK 1603/2023"),
    (date(2025, 9, 1), "BEK 1064/2025"),
)
_ORDER_STARTS: Final = [start for start, _ in _ORDERS]

# From this day the newest act and order hold: the law that is cited where no date is asked for.
NEWEST_LAW: Final = max(_ORDER_STARTS[-1], BARNETS_LOV_FROM)

# The days from which another act or order is cited.
CHANGES: Final = tuple(sorted({*_ORDER_STARTS, BARNETS_LOV_FROM}))

# First and last section of each topic; the order of 2013 counted each two lower.
_SECTIONS: Final[dict[Topic, tuple[int, int]]] = {
    "ceiling": (9, 9),
    "basis": (10, 10),
    "pension": (11, 11),
    "savings": (12, 12),
    "holiday": (13, 13),
    "regulation": (14, 14),
    "running_supplement": (15, 15),
    "ending_supplement": (16, 16),
    "run_off": (17, 17),
    "supplementary": (18, 18),
    "atp": (19, 21),
}
_RENUMBERED_FROM: Final = date(2015, 1, 1)


@lru_cache(maxsize=1024)
def order(on: date) -> str:
    """Cite the order in force (bekendtgørelse om tilskud til pasning)."""
    return _ORDERS[max(bisect_right(_ORDER_STARTS, on) - 1, 0)][1]


@lru_cache(maxsize=1024)
def order_on(topic: Topic, on: date) -> str:
    """Cite the section of the order in force that deals with a topic."""
    first, last = _SECTIONS[topic]
    shift = 0 if on >= _RENUMBERED_FROM else -2
    sections = f"§ {first + shift}" if first == last else f"§§ {first + shift}–{last + shift}"
    return f"{order(on)} {sections}"


def guidance(on: date) -> str:
    """Cite the guidance in force (vejledning)."""
    return "vejl. 9375/2024" if on >= BARNETS_LOV_FROM else "vejl. 9007/2014"
