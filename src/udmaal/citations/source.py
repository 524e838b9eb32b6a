"""A source as data: which law it names depends on the date.

``cite`` gives the words. A source that no date changes, such as a decision, is a plain string.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from udmaal.citations.acts import (
    BARNETS_LOV_FROM,
    Act,
    Topic,
    guidance,
    order,
    order_on,
)


@dataclass(frozen=True)
class Statute:
    """The section of the act in force that deals with a benefit.

    ``servicelov`` is the paragraph there where it is another than in barnets lov.
    """

    act: Act
    paragraph: str = ""
    servicelov: str | None = None


@dataclass(frozen=True)
class Section:
    """The section of the order in force that deals with a topic."""

    topic: Topic
    paragraph: str = ""


@dataclass(frozen=True)
class OrderSection:
    """A section of the order in force by its number, where all orders since 2015 have it.

    Without a number the order as a whole.
    """

    section: str


@dataclass(frozen=True)
class ByDate:
    """What holds from each day on, the first from ever; nothing is cited where it is empty."""

    texts: tuple[tuple[date, str], ...]


Cited = str | Statute | Section | OrderSection | ByDate
Source = Cited | tuple[Cited, ...]

# The notice of 14 weeks is that of the act; before 2018 the order alone set the run-off.
NOTICE: Final = ByDate(
    ((date.min, ""), (date(2018, 1, 1), "SEL § 3 a"), (BARNETS_LOV_FROM, "BL § 11"))
)
GUIDANCE: Final = ByDate(tuple((start, guidance(start)) for start in (date.min, BARNETS_LOV_FROM)))


def cite(source: Source, on: date) -> str:
    """Name a source as it stands on a date."""
    parts = source if isinstance(source, tuple) else (source,)
    return "; ".join(filter(None, (_cited(part, on) for part in parts)))


def _cited(part: Cited, on: date) -> str:
    match part:
        case Statute(act, paragraph, servicelov):
            if on < BARNETS_LOV_FROM and servicelov is not None:
                paragraph = servicelov
            return act.on(on, paragraph)
        case Section(topic, paragraph):
            return ", ".join(filter(None, (order_on(topic, on), paragraph)))
        case OrderSection(section):
            return f"{order(on)} {section}".rstrip()
        case ByDate(texts):
            return next(text for start, text in reversed(texts) if start <= on)
        case _:
            return part


class Law:
    """What a line rests on: several sources, each as it stands on the date of the line."""

    __slots__ = ("_on", "sources")

    def __init__(self, *sources: Cited) -> None:
        self.sources = sources
        self._on: dict[date, tuple[str, ...]] = {}

    def on(self, on: date) -> tuple[str, ...]:
        """Cite each source as it stands on a date.

        Kept by day: a batch cites the same law of the same day in each of its cases.
        """
        cited = self._on.get(on)
        if cited is None:
            cited = self._on[on] = tuple(filter(None, (_cited(each, on) for each in self.sources)))
        return cited
