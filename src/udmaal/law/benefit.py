"""A benefit: all that the program asks of one, in one object.

Each benefit is a folder with its rules, the kinds of its lines and this object; ``benefits.py``
lists them. What prints, writes or checks results asks the object and names no benefit.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from udmaal.amounts import Amounts
from udmaal.breakdown import Absence, Result
from udmaal.calendar_month import Month
from udmaal.case.model import Case
from udmaal.citations.acts import Act
from udmaal.deadline import Deadline, DeadlineKind
from udmaal.faults import Fault
from udmaal.language import KeyText, Text
from udmaal.law.context import Resolved, Situation
from udmaal.lines.kind import Kind, declared_in

if TYPE_CHECKING:
    from udmaal.ledger import BenefitLedger, CourseLedger


class Sentence(NamedTuple):
    """A sentence of the annex as a template, and the values in it."""

    text: Text
    values: Mapping[str, Any]


class Cost(NamedTuple):
    """A cost that the benefit covers: its place, its words, kinds it may be under, kr."""

    where: str
    text: str
    kinds: frozenset[str]
    amount: Decimal


class Column(NamedTuple):
    """An amount of a month in the ledger: its heading, its Danish name in a CSV, and its words.

    A balance is not ``summed``.
    """

    head: Text
    csv: str
    words: KeyText
    summed: bool = True


class Benefit(ABC):
    """A benefit of the law.

    ``key`` is its table in the case file and its name in results; ``names`` are its names by rules
    (``""``: whatever the rules), ``amounts`` the types of its amounts by rules. ``about`` says what
    one result is. ``main`` is the key of the amount by which a batch adds it up, in kroner, ``first``
    those of the amounts that are told before all others, what the family gets before what it costs.
    ``units`` are those of the amounts that have no line of their own key.
    ``modules`` of its folder declare the kinds of its lines, in the order of the calculation; its
    ``case_keys.py`` has the words of its table of the case file. ``due_modules`` know what falls due.
    ``columns`` are the amounts of its months by key, ``example`` invented values of what its table
    must say, which a template of ``udmaal new`` names.

    ``by_parent`` and ``by_child`` mark results of one parent, of one child, ``by_decision`` months
    that are each paid by a decision, ``many`` a benefit that a case may have several of, ``guided``
    one that ``udmaal new`` asks about.
    """

    key: ClassVar[str]
    act: ClassVar[Act]
    names: ClassVar[Mapping[str, Text]]
    about: ClassVar[Text]
    amounts: ClassVar[Mapping[str, type[Amounts]]]
    main: ClassVar[str | None] = None
    first: ClassVar[tuple[str, ...]] = ()
    units: ClassVar[Mapping[str, str]] = MappingProxyType({})
    modules: ClassVar[tuple[str, ...]]
    due_modules: ClassVar[tuple[str, ...]] = ()
    by_parent: ClassVar[bool] = False
    by_child: ClassVar[bool] = False
    many: ClassVar[bool] = False
    guided: ClassVar[bool] = False
    by_decision: ClassVar[bool] = False
    columns: ClassVar[Mapping[str, Column]] = MappingProxyType({})
    example: ClassVar[Any]

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """Give the kinds of its lines."""
        return declared_in(*map(self._module, self.modules))

    @cached_property
    def deadline_kinds(self) -> tuple[DeadlineKind, ...]:
        """Give the kinds of what may fall due in it."""
        declared = (each for name in self.due_modules for each in vars(self._module(name)).values())
        return tuple(dict.fromkeys(each for each in declared if isinstance(each, DeadlineKind)))

    def unit_of(self, key: str) -> str:
        """Give the unit of an amount, as its line has it; nothing of what is no number."""
        unit = next((kind.unit for kind in self.kinds if kind.id == key), None)
        return unit or self.units.get(key, "")

    @property
    def case_keys(self) -> Mapping[str, KeyText]:
        """Give the words of its table of the case file, by the keys."""
        words: Mapping[str, KeyText] = self._module("case_keys").CASE_KEYS
        return words

    def _module(self, name: str) -> ModuleType:
        """Load a module of its folder; most runs do without its months and its words."""
        folder = type(self).__module__.rpartition(".")[0]
        return import_module(f"{folder}.{name}")

    @cached_property
    def amount_titles(self) -> Mapping[str, Text]:
        """Give the names of its amounts by key, whatever the rules."""
        return {
            key: words.title
            for form in self.amounts.values()
            for key, words in form.words_by_key().items()
        }

    @property
    def title(self) -> Text:
        """Give the name, whatever the rules."""
        return self.names[""]

    @abstractmethod
    def calculations(self, situation: Situation, on: date) -> Iterator[Callable[[], Result]]:
        """Give the calculation of each result of the case on a date.

        A calculation raises ``InputFaultsError`` where the rules refuse the case.
        """

    @abstractmethod
    def absences(self, situation: Situation, on: date) -> Iterator[Absence]:
        """Say of each table that gives no result on a date why it does not."""

    def first_months(self, situation: Situation) -> Iterator[Month]:
        """Give the first months of what a ledger shows of it."""
        return iter(())

    def runs_after(self, situation: Situation, day: date) -> bool:
        """Tell whether it has months, and still runs after a day."""
        return False

    def refused_months(self, situation: Situation, first: Month) -> Iterator[Fault]:
        """Give what speaks against a ledger from a month on."""
        return iter(())

    def course_ledgers(
        self, situation: Situation, first: Month, last: Month
    ) -> "Sequence[CourseLedger]":
        """Give the months of its courses, where it has any; raises ``InputFaultsError``."""
        return ()

    def ledgers(self, situation: Situation, first: Month, last: Month) -> "Iterator[BenefitLedger]":
        """Give its months, from one to another, where it has ``columns``.

        They are worked out in the module ``months`` of its folder. Raises ``InputFaultsError`` as
        the rules do.
        """
        found: Iterator[BenefitLedger] = iter(())
        if self.columns:
            found = self._module("months").ledgers(situation, first, last)
        return found

    def deadlines(self, situation: Situation, since: date, until: date) -> Iterator[Deadline]:
        """Give what falls due in it; what lies outside the period is left out by the caller.

        Raises ``InputFaultsError`` as the rules do.
        """
        for name in self.due_modules:
            for each in self._module(name).deadlines(situation, since, until):
                yield each._replace(benefit=self.key)

    def children_to_18(self, situation: Situation) -> set[str | None]:
        """Give the labels of the children to whose 18th birthday it runs, as the case stands.

        ``None`` is the child of the file.
        """
        return set()

    def costs(self, case: Case) -> Iterator[Cost]:
        """Give the costs of the case that no other benefit should cover too."""
        return iter(())

    @abstractmethod
    def amount_sentence(self, result: Result) -> Text | None:
        """Say how much the family gets, over the amounts by their keys; ``None``: nothing."""

    def since(self, resolved: Resolved, result: Result, on: date) -> Sentence:
        """Say from when, and where it is known until when, the benefit is given."""
        return Sentence(IN_YEAR, {"year": str(on.year)})

    def hours_since(self, situation: Situation, result: Result, on: date) -> date | None:
        """Give the day since which the hours that count have been those of a date."""
        return None

    def decided(self, case: Case, result: Result) -> date | None:
        """Give the day of the decision by which a result is paid, where it is paid by one."""
        return None

    def remarks(self, resolved: Resolved, result: Result, on: date) -> Iterator[Sentence]:
        """Say what else the family should know of a result."""
        return iter(())


# From when, and where it is known until when, a benefit is given.
IN_YEAR = Text("i {year}", "in {year}")
FROM = Text("fra {first:day}", "from {first:day}")
FROM_UNTIL = Text("fra {first:day} til og med {last:day}", "from {first:day} to {last:day}")
OPEN = Text("pr. {on:day}; bevilget fra {first:day}", "on {on:day}; granted from {first:day}")
CLOSED = Text(
    "pr. {on:day}; bevilget fra {first:day} til og med {last:day}",
    "on {on:day}; granted from {first:day} to {last:day}",
)
