"""A case on several dates, or two files of it on one date, side by side.

Each side is calculated as ``calc`` does; each difference is to the side before. Decisions that take
each other's place are one benefit.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import compress, pairwise
from pathlib import Path
from typing import NamedTuple

from udmaal.api import CaseFile, calculate, situation_of
from udmaal.breakdown import Line, Result
from udmaal.case.model import Case
from udmaal.differences.causes import Cause, Decides, Seen, causes, decides
from udmaal.differences.matching import matched
from udmaal.faults import dotted
from udmaal.language import Text
from udmaal.law.benefits import BY_KEY
from udmaal.rates.book import Rate, RateBook
from udmaal.side_by_side.facts import Fact, differing_facts
from udmaal.text.lines import words


class Side(NamedTuple):
    """A case on a date; ``file`` is its name where two files are compared."""

    seen: Seen
    file: str | None = None

    @property
    def on(self) -> date:
        """Give the date."""
        return self.seen.breakdown.on


class AmountRow(NamedTuple):
    """An amount on every side, in its unit; ``None``: not there.

    ``differences`` are what is more or less than on the side before, ``None`` where one of them has
    no such amount and on the first. A benefit that is not given counts as 0.
    """

    key: str
    title: Text
    unit: str
    amounts: tuple[Decimal | None, ...]
    differences: tuple[Decimal | None, ...]


class Step(NamedTuple):
    """Why a side is not as the one before, and what decides there and did not before."""

    causes: tuple[Cause, ...]
    decides: tuple[Decides, ...]


class Compared(NamedTuple):
    """One benefit on all sides.

    ``about`` names it, as its last result; ``given`` tells on which sides it has one. ``steps`` are
    from each side to the next. ``lines`` are those that are not the same wherever it is given,
    ``unchanged`` is the number of all others.
    """

    about: Result
    given: tuple[bool, ...]
    amounts: tuple[AmountRow, ...]
    steps: tuple[Step, ...]
    lines: tuple[tuple[Line | None, ...], ...]
    unchanged: int

    @property
    def differs(self) -> bool:
        """Tell whether any amount differs, or it is not given on every side."""
        return not all(self.given) or any(any(row.differences) for row in self.amounts)


class Comparison(NamedTuple):
    """A case side by side; ``facts`` differ between two files, ``known`` as in ``Breakdown``."""

    case_id: str
    sides: tuple[Side, ...]
    benefits: tuple[Compared, ...]
    facts: tuple[Fact, ...] = ()
    known: date | None = None

    @property
    def of_two_files(self) -> bool:
        """Tell whether two files are compared, and not dates."""
        return self.sides[0].file is not None

    @property
    def differs(self) -> bool:
        """Tell whether any amount differs."""
        return any(each.differs for each in self.benefits)

    @property
    def rates(self) -> tuple[Rate, ...]:
        """Give every rate used, each once."""
        breakdowns = (side.seen.breakdown for side in self.sides)
        return tuple(dict.fromkeys(rate for each in breakdowns for rate in each.rates))

    def without_lines(self) -> "Comparison":
        """Give the same without the lines that changed."""
        benefits = tuple(each._replace(lines=()) for each in self.benefits)
        return self._replace(benefits=benefits)


# One of several dates, or one of two files for each date; never none.
Comparisons = Sequence[Comparison]


class Reckoning(NamedTuple):
    """With what every side is calculated, as ``api.calculate`` takes it."""

    rates: RateBook
    folders: Sequence[Path | str] = ()
    corrected_ceilings: bool = False

    def seen(self, case_file: CaseFile, on: date) -> Seen:
        """Calculate a case on a date; raises ``InputFaultsError`` as ``api.calculate``."""
        corrected = self.corrected_ceilings
        return Seen(
            situation_of(case_file, self.rates, self.folders, corrected_ceilings=corrected),
            calculate(case_file, self.rates, on, self.folders, corrected_ceilings=corrected),
        )


def on_dates(case_file: CaseFile, dates: Iterable[date], reckoning: Reckoning) -> Comparison:
    """Put a case on several dates side by side; raises ``InputFaultsError`` as ``calculate``."""
    return _comparison([Side(reckoning.seen(case_file, on)) for on in dates])


def of_files(
    names: Sequence[str],
    before: CaseFile,
    after: CaseFile,
    dates: Iterable[date],
    reckoning: Reckoning,
) -> list[Comparison]:
    """Put two files of a case side by side, under their names, on each date; raises likewise.

    The facts that differ are those of every date, and stand in the first comparison.
    """
    found = [
        _comparison(
            [
                Side(reckoning.seen(case_file, on), name)
                for case_file, name in zip((before, after), names, strict=True)
            ]
        )
        for on in dates
    ]
    facts = tuple(differing_facts(before.case, after.case))
    return [found[0]._replace(facts=facts), *found[1:]]


def _comparison(sides: Sequence[Side]) -> Comparison:
    last = sides[-1].seen.breakdown
    return Comparison(last.case_id, tuple(sides), tuple(_benefits(sides)), known=last.known)


def _benefits(sides: Sequence[Side]) -> Iterator[Compared]:
    by_claim = [
        {_claim(side.seen.situation.case, each): each for each in side.seen.breakdown.results}
        for side in sides
    ]
    for claim in dict.fromkeys(claim for results in by_claim for claim in results):
        yield _compared(sides, [results.get(claim) for results in by_claim])


def _claim(case: Case, result: Result) -> tuple[object, ...]:
    """Name what goes on from date to date and from file to file.

    Decisions and years take each other's place. Of the courses of a parent, the second is the
    second in any file of the case.
    """
    if not BY_KEY[result.benefit].many:
        return (result.benefit,)
    whose = {dotted(at): _whose(table) for at, table in case.placed(result.benefit)}
    own = whose[result.where]
    same = [where for where, other in whose.items() if other == own]
    return (result.benefit, *own, same.index(result.where))


def _whose(table: object) -> tuple[object, object]:
    return getattr(table, "parent", None), getattr(table, "child", None)


def _compared(sides: Sequence[Side], results: Sequence[Result | None]) -> Compared:
    there = [result for result in results if result is not None]
    about = there[-1]
    if len({result.rules for result in there}) > 1:
        about = about._replace(rules=None)
    given = tuple(result is not None for result in results)
    rows = matched(results) if len(there) > 1 else []
    lines = tuple(row for row in rows if len({*map(_shown, compress(row, given))}) > 1)
    return Compared(
        about=about,
        given=given,
        amounts=tuple(_amounts(there, results)),
        steps=tuple(
            Step(
                tuple(causes(before.seen, after.seen, one, other)),
                tuple(decides(one, other)),
            )
            for (before, after), (one, other) in zip(
                pairwise(sides), pairwise(results), strict=True
            )
        ),
        lines=lines,
        unchanged=len(rows) - len(lines),
    )


def _shown(line: Line | None) -> tuple[object, ...]:
    """Give what is shown of a line besides its label."""
    return () if line is None else (line.amount, line.unit, words(line, "da"))


def _amounts(there: Sequence[Result], results: Sequence[Result | None]) -> Iterator[AmountRow]:
    """Give the amounts that are told first, then all others that differ while it is given."""
    benefit = BY_KEY[there[-1].benefit]
    titles = {key: words for each in there for key, words in each.amounts.words_by_key().items()}
    for key in dict.fromkeys((*benefit.first, *titles)):
        amounts = tuple(_decimal(result, key) for result in results)
        told = [each for each in amounts if each is not None]
        if (key in benefit.first and told) or len({*told}) > 1:
            steps = (_step_of(key, one, other) for one, other in pairwise(results))
            unit = benefit.unit_of(key)
            yield AmountRow(key, titles[key].title, unit, amounts, (None, *steps))


def _step_of(key: str, one: Result | None, other: Result | None) -> Decimal | None:
    """Give what an amount is more or less than before; ``None`` where there is no such amount."""
    before, after = _decimal(one, key), _decimal(other, key)
    if before is None and one is None and after is not None:
        return after
    if after is None and other is None and before is not None:
        return -before
    return after - before if before is not None and after is not None else None


def _decimal(result: Result | None, key: str) -> Decimal | None:
    amount = result.amounts.get(key) if result is not None else None
    return amount if isinstance(amount, Decimal) else None
