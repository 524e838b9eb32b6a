"""Benefits that are given for a calendar year: when they are, and why they are not."""

from abc import abstractmethod
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any, ClassVar, Final

from udmaal.breakdown import Absence, Result
from udmaal.faults import Path, dotted
from udmaal.language import Text
from udmaal.law.benefit import Benefit
from udmaal.law.child import adult_on, last_day_as_child
from udmaal.law.context import Situation
from udmaal.lines.expression import at_most, kr
from udmaal.lines.kind import Formula, Note

FOR_THE_YEAR = Text("{payable:kr} kr. for året", "{payable:kr} kr. for the year")
COSTS_UP_TO_A_LIMIT: Final = Formula(
    at_most(
        kr("costs").meaning(Text("egne udgifter", "own costs")),
        kr("limit").meaning(Text("årets beløb", "amount of the year")),
    ),
    note=Note(
        Text(
            "Udgifterne dækkes med højst {limit:kr} kr. om året.",
            "The costs are covered by at most {limit:kr} kr. a year.",
        )
    ),
)


class YearlyBenefit(Benefit):
    """A benefit with a table for each year; it may be granted for a part of a year.

    ``how_much`` says what a result gives whose amount ``given`` is not 0.
    """

    how_much: ClassVar[Text] = FOR_THE_YEAR
    given: ClassVar[str] = "payable"

    @abstractmethod
    def result(self, situation: Situation, at: Path, table: Any, on: date) -> Result:
        """Calculate a year's benefit on a date; raises ``InputFaultsError``."""

    def calculations(self, situation: Situation, on: date) -> Iterator[Callable[[], Result]]:
        """Give the calculation of the year of the date."""
        for at, table in situation.case.placed(self.key):
            if self._absence(situation, at, table, on) is None:
                yield partial(self.result, situation, at, table, on)

    def absences(self, situation: Situation, on: date) -> Iterator[Absence]:
        """Say why no year's table gives anything on a date: that of the date, else all of them."""
        placed = situation.case.placed(self.key)
        found = [self._absence(situation, at, table, on) for at, table in placed]
        if None in found or not placed:
            return
        of_year = [each for each in found if each is not None and each.code != "other_year"]
        if of_year:
            yield from of_year
        else:
            years = ", ".join(str(table.year) for _, table in placed)
            yield self._because(placed[-1][0], "other_year", year=years)

    def children_to_18(self, situation: Situation) -> set[str | None]:
        """Give the child where it is given in the year of the birthday, or may yet be.

        The table of a year may be written only when the year comes.
        """
        case = situation.case
        last = max(table.year for _, table in case.placed(self.key))
        return {None} if last >= adult_on(case.child.born).year - 1 else set()

    def amount_sentence(self, result: Result) -> Text | None:
        """Say what is given for the year."""
        return self.how_much if result.amounts.get(self.given) else None

    def _absence(self, situation: Situation, at: Path, table: Any, on: date) -> Absence | None:
        born = situation.case.child.born
        first, until = getattr(table, "from_", None), getattr(table, "until", None)
        if on.year != table.year:
            return self._because(at, "other_year", year=str(table.year))
        if on > last_day_as_child(born):
            return self._because(at, "child_18", date=adult_on(born))
        if first is not None and on < first:
            return self._because(at, "not_begun", first=first)
        if until is not None and on > until:
            return self._because(at, "ended", last=until)
        return None

    def _because(self, at: Path, code: str, **values: object) -> Absence:
        return Absence(self.key, dotted(at), code, values)
