"""The law in force on a date, for citing on each line (rules.md § 0)."""

from bisect import bisect_right
from datetime import date
from functools import lru_cache
from typing import Final, Literal

Benefit = Literal[
    "lost_earnings",
    "extra_costs",
    "supplementary",
    "home_training",
    "companion",
    "respite",
    "leisure",
]
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

_SERVICELOV: Final[dict[Benefit, str]] = {
    "lost_earnings": "SEL § 42",
    "extra_costs": "SEL § 41",
    "supplementary": "SEL § 43",
    "home_training": "SEL § 32 a",
    "companion": "SEL § 45",
    "respite": "SEL § 44",
    "leisure": "SEL § 11, stk. 6",
}
_BARNETS_LOV: Final[dict[Benefit, str]] = {
    "lost_earnings": "BL § 87",
    "extra_costs": "BL § 86",
    "supplementary": "BL § 88",
    "home_training": "BL § 85",
    "companion": "BL § 89",
    "respite": "BL § 90",
    "leisure": "BL § 35",
}

# Home training got a section of its own with the consolidation LBK 1270/2016.
_OWN_HOME_TRAINING_FROM: Final = date(2016, 10, 24)
_HOME_TRAINING_BEFORE: Final = "SEL § 32"

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
def statute(benefit: Benefit, on: date, paragraph: str = "") -> str:
    """Cite the act in force: serviceloven to 2023-12-31, barnets lov after."""
    act = (_BARNETS_LOV if on >= BARNETS_LOV_FROM else _SERVICELOV)[benefit]
    if benefit == "home_training" and on < _OWN_HOME_TRAINING_FROM:
        act = _HOME_TRAINING_BEFORE
    return f"{act}, {paragraph}" if paragraph else act


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
