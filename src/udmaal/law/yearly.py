"""Benefits that are given for a calendar year: when they are, and why they are not."""

from abc import abstractmethod
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any

from udmaal.breakdown import Absence, Result
from udmaal.language import Text
from udmaal.law.benefit import Benefit
from udmaal.law.child import adult_on, last_day_as_child
from udmaal.law.context import Situation

FOR_THE_YEAR = Text("{payable:kr} kr. for året", "{payable:kr} kr. for the year")


class YearlyBenefit(Benefit):
    """A benefit with one table for a year; it may be granted for a part of the year."""

    @abstractmethod
    def result(self, situation: Situation, table: Any, on: date) -> Result:
        """Calculate the year's benefit on a date; raises ``InputFaultsError``."""

    def calculations(self, situation: Situation, on: date) -> Iterator[Callable[[], Result]]:
        """Give the calculation where the year is that of the date."""
        table = getattr(situation.case, self.key)
        if table is not None and self._absence(situation, table, on) is None:
            yield partial(self.result, situation, table, on)

    def absences(self, situation: Situation, on: date) -> Iterator[Absence]:
        """Say why the year's benefit gives nothing on a date."""
        table = getattr(situation.case, self.key)
        if table is not None:
            absence = self._absence(situation, table, on)
            if absence is not None:
                yield absence

    def _absence(self, situation: Situation, table: Any, on: date) -> Absence | None:
        born = situation.case.child.born
        first, until = getattr(table, "from_", None), getattr(table, "until", None)
        if on.year != table.year:
            return self._because("other_year", year=str(table.year))
        if on > last_day_as_child(born):
            return self._because("child_18", date=adult_on(born))
        if first is not None and on < first:
            return self._because("not_begun", first=first)
        if until is not None and on > until:
            return self._because("ended", last=until)
        return None

    def _because(self, code: str, **values: object) -> Absence:
        return Absence(self.key, self.key, code, values)
