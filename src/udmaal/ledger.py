"""The result of a ledger: immutable months of courses and of extra costs, in no language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from udmaal.breakdown import Finding, Line, Values, sorted_codes
from udmaal.calendar_month import Month
from udmaal.money import ZERO, to_ore
from udmaal.rates.book import Rate

NOTHING = to_ore(ZERO)

Supplement = Literal["holiday_1", "holiday_125"]


# What is compared with what was paid.
PARTS = frozenset({"gross", "pension", "holiday"})


class Remark(NamedTuple):
    """Something that happened in a month; ``code`` is a key of the text catalogue."""

    code: str
    values: Values


class Due(NamedTuple):
    """A holiday supplement and the month it falls due, kr."""

    month: Month
    kind: Supplement
    amount: Decimal
    line: Line


class Counted(NamedTuple):
    """A line that counts in an amount of a month, by its name; taken off where ``sign`` is -1."""

    amount: str
    line: Line
    sign: Literal[1, -1] = 1


class CourseMonth(NamedTuple):
    """What is due in one month of a course, kr.

    ``gross`` is the running benefit without ``single_days``; ``pension`` includes that of single
    days; holiday supplements stand in the month they are paid. ``paid`` and the differences (due
    less paid) are ``None`` without data on what was paid; ``compared`` are the parts with data.
    ``counted`` are the lines that the amounts are sums of.
    """

    month: Month
    gross: Decimal = NOTHING
    pension: Decimal = NOTHING
    atp_recipient: Decimal = NOTHING
    atp_municipality: Decimal = NOTHING
    single_days: Decimal = NOTHING
    holiday_1: Decimal = NOTHING
    holiday_125: Decimal = NOTHING
    savings: Decimal = NOTHING
    remarks: tuple[Remark, ...] = ()
    lines: tuple[Line, ...] = ()
    paid: "Paid | None" = None
    compared: frozenset[str] = PARTS
    counted: tuple[Counted, ...] = ()

    @property
    def due(self) -> "Paid":
        """Give what is due in the parts that are compared with what was paid."""
        holiday = self.holiday_1 + self.holiday_125
        return Paid(self.gross + self.single_days, self.pension, holiday)

    @property
    def difference(self) -> "Paid | None":
        """Give due less paid: above 0 is owed to the family, below 0 was paid too much."""
        if self.paid is None:
            return None
        found = self.due.minus(self.paid)
        return found._replace(
            **{part: NOTHING for part in Paid._fields if part not in self.compared}
        )


class Paid(NamedTuple):
    """Amounts of one month: gross with single days, pension, holiday supplements."""

    gross: Decimal
    pension: Decimal
    holiday: Decimal

    @property
    def total(self) -> Decimal:
        """Give the sum."""
        return self.gross + self.pension + self.holiday

    def plus(self, other: "Paid") -> "Paid":
        """Add part by part."""
        return Paid(
            self.gross + other.gross, self.pension + other.pension, self.holiday + other.holiday
        )

    def minus(self, other: "Paid") -> "Paid":
        """Subtract part by part."""
        return Paid(
            self.gross - other.gross, self.pension - other.pension, self.holiday - other.holiday
        )

    def at_most(self, other: "Paid") -> "Paid":
        """Give the smaller one part by part."""
        return Paid(
            min(self.gross, other.gross),
            min(self.pension, other.pension),
            min(self.holiday, other.holiday),
        )


AMOUNTS = (
    "gross",
    "pension",
    "atp_recipient",
    "atp_municipality",
    "single_days",
    "holiday_1",
    "holiday_125",
    "savings",
)


@dataclass(frozen=True, slots=True)
class CourseLedger:
    """A course month by month; ``outstanding`` falls due after the last month of the ledger.

    ``child`` is the label of the sibling it is for, ``None`` for the child of the file.
    """

    where: str
    parent: str
    months: tuple[CourseMonth, ...]
    outstanding: tuple[Due, ...]
    assumptions: tuple[str, ...]
    child: str | None = None
    benefit: str = "lost_earnings"
    rules: None = None

    def total(self, amount: str) -> Decimal:
        """Give the sum of one of ``AMOUNTS`` over the listed months."""
        return sum((getattr(month, amount) for month in self.months), NOTHING)

    @property
    def differences(self) -> tuple[Paid, ...]:
        """Give the differences of the months that have any data on what was paid."""
        return tuple(month.difference for month in self.months if month.difference is not None)


class BenefitMonth(NamedTuple):
    """One month of a benefit with few amounts: by name, kr. (of the companion scheme, hours).

    ``decided`` is the day of the decision that pays it, where the case has several; ``counted`` are
    the lines that the amounts are sums of.
    """

    month: Month
    amounts: Mapping[str, Decimal]
    lines: Sequence[Line]
    decided: date | None = None
    remarks: tuple[Remark, ...] = ()
    counted: tuple[Counted, ...] = ()


class BackMonth(NamedTuple):
    """A month before a decision: what was due then and what is due by it, by name, kr."""

    month: Month
    then: Mapping[str, Decimal]
    now: Mapping[str, Decimal]

    @property
    def difference(self) -> Decimal:
        """Give what is due now less what was due then; below 0 nothing is claimed back."""
        return sum(self.now.values(), NOTHING) - sum(self.then.values(), NOTHING)


class BackPayment(NamedTuple):
    """A decision that works back, and each month that it changes or pays before its day.

    ``assumptions`` are those of its months, as they were and as they are.
    """

    decided: date
    first_day: date
    months: tuple[BackMonth, ...]
    assumptions: tuple[str, ...]

    @property
    def amount(self) -> Decimal:
        """Give what is paid after, kr.: a month with less due now takes nothing off the others."""
        return sum((max(month.difference, NOTHING) for month in self.months), NOTHING)

    @property
    def any_less(self) -> bool:
        """Tell whether less is due now in some month."""
        return any(month.difference < 0 for month in self.months)


@dataclass(frozen=True, slots=True)
class BenefitLedger:
    """A benefit other than lost earnings month by month; every month has all ``columns``.

    ``back_payments`` are those of the decisions made in its period.
    """

    benefit: str
    where: str
    columns: tuple[str, ...]
    months: tuple[BenefitMonth, ...]
    assumptions: tuple[str, ...] = ()
    parent: str | None = None
    rules: str | None = None
    child: None = None
    back_payments: tuple[BackPayment, ...] = ()

    def total(self, column: str) -> Decimal:
        """Give the sum of a column."""
        return sum((month.amounts[column] for month in self.months), NOTHING)


@dataclass(frozen=True, slots=True)
class Ledger:
    """All benefits of a case that have months, from the first month to the last.

    ``known`` is the day as of which the case is known, where it is not the case as it stands.
    """

    case_id: str
    first: Month
    last: Month
    case_sha256: str
    rates_sha256: str
    courses: tuple[CourseLedger, ...]
    others: tuple[BenefitLedger, ...]
    findings: tuple[Finding, ...] = ()
    known: date | None = None

    @property
    def assumptions(self) -> tuple[str, ...]:
        """Give the codes of all assumptions that touched a month, sorted."""
        parts: tuple[CourseLedger | BenefitLedger, ...] = (*self.courses, *self.others)
        return sorted_codes(code for part in parts for code in part.assumptions)

    @property
    def rates(self) -> tuple[Rate, ...]:
        """Give every rate behind the lines, each once, in the order of use."""
        parts: tuple[CourseLedger | BenefitLedger, ...] = (*self.courses, *self.others)
        lines = (line for part in parts for month in part.months for line in month.lines)
        return tuple(dict.fromkeys(rate for line in lines for rate in line.rates))
