"""The case file, format 1: one file, one case, one child (interface.md § 1).

Form and bounds alone: what each key means, with its unit, is said in both languages by
`udmaal.text.case_keys`. Amounts are kroner as exact decimals. Examples stand as they would in a
file. Danish terms are given in brackets.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Final, Literal, TypeVar

from pydantic import Field, ValidatorFunctionWrapHandler, WrapValidator

from udmaal.case.fields import (
    Day,
    DayHours,
    GrantedHours,
    HolidayHours,
    Kilometres,
    Kroner,
    KronerPerKm,
    KronerPerYear,
    Label,
    Month,
    MonthHours,
    PaidHours,
    Percent,
    Reason,
    Table,
    TaxRate,
    Text,
    WeeklyHours,
    Year,
    YearKey,
    YearlyResult,
)
from udmaal.faults import Path
from udmaal.money import ZERO

T = TypeVar("T")

# TOML arrays arrive as lists and are kept as tuples, so that a case cannot change.
Several = Annotated[tuple[T, ...], Field(strict=False, max_length=1000)]


class Alone(tuple[Any, ...]):
    """The one table of a case file that stands in single brackets, ``[companion]``."""


class Remaining(tuple[T, ...]):
    """Tables of which others were left out; ``numbers`` are their own in the file."""

    numbers: tuple[int, ...]

    def __new__(cls, tables: Iterable[T], numbers: Iterable[int]) -> "Remaining[T]":
        """Make it of tables and their numbers, as many."""
        made = super().__new__(cls, tables)
        made.numbers = tuple(numbers)
        return made


def numbered(tables: tuple[T, ...]) -> Iterator[tuple[int, T]]:
    """Give each table with its number in the file."""
    if isinstance(tables, Remaining):
        return zip(tables.numbers, tables, strict=True)
    return enumerate(tables)


def placed_in(tables: tuple[T, ...], at: Path) -> list[tuple[Path, T]]:
    """Give each table of a key with its place: that of one that stands alone has no number."""
    if not tables:
        return []
    if isinstance(tables, Alone):
        return [(at, table) for table in tables]
    return [((*at, number), table) for number, table in numbered(tables)]


def _alone_or_several(value: Any, several: ValidatorFunctionWrapHandler) -> Any:
    return Alone(several([value])) if isinstance(value, dict) else several(value)


# A table that stands once per decision or year; a single one may stand alone.
OneOrSeveral = Annotated[
    tuple[T, ...],
    Field(strict=False, max_length=1000, json_schema_extra={"or_alone": True}),
    WrapValidator(_alone_or_several),
]

Occupation = Literal["employee", "self_employed", "no_attachment", "benefit"]
SavingKind = Literal["transport", "daycare", "other"]
EndReason = Literal[
    "conditions_lapsed", "agreed_period", "parent_wish", "child_18", "moved", "death"
]
Period = Literal["day", "week", "month", "quarter", "year", "once"]
CostKind = Literal[
    "medicine",
    "clothing",
    "laundry",
    "diet",
    "transport",
    "course",
    "hospital_stay",
    "helper",
    "housing",
    "utilities",
    "leisure",
    "holiday",
    "hygiene",
    "insurance",
    "other_listed",
    "other",
]
# Names that are still read, each with the one that took its place.
OLD_COST_KINDS: Final[Mapping[CostKind, CostKind]] = {"other_listed": "other"}
TrainingKind = Literal[
    "helper",
    "equipment",
    "course",
    "supervision",
    "material",
    "transport",
    "other",
    "home_schooling",
    "extra_cost",
    "course_abroad",
    "treatment",
    "body_worn_aid",
    "pressure_chamber",
    "breathing_equipment",
]


class Child(Table):
    """The child (barnet)."""

    born: Day = Field(examples=["2016-05-14"])
    sex: Literal["girl", "boy"] | None = Field(None, examples=['"girl"'])


class Sibling(Table):
    """A brother or sister with lost earnings of their own in the file (søskende)."""

    label: Label = Field(examples=['"B"'])
    born: Day = Field(examples=["2018-02-03"])


class Payslip(Table):
    """A payslip of a month before the course (lønseddel)."""

    month: Month = Field(examples=['"2024-12"'])
    employer: Label | None = Field(None, examples=['"1"'])
    hours: PaidHours | None = Field(None, examples=["160.33"])
    gross: Kroner = Field(examples=["33500.00"])
    supplements: Kroner = Field(ZERO, examples=["750.00"])
    excluded: Kroner = Field(ZERO, examples=["1200.00"])


class Grant(Table):
    """Hours granted from a date (bevilling); replaced by the next grant."""

    from_: Day = Field(alias="from", examples=["2025-03-01"])
    hours: GrantedHours = Field(examples=["20.0"])
    until: Day | None = Field(None, examples=["2025-12-31"])
    by_wish: bool = Field(default=False, examples=["false"])
    transition: bool = Field(default=False, examples=["true"])


class Saving(Table):
    """A saving by not working (besparelse); never scaled by hours."""

    kind: SavingKind = Field(examples=['"transport"'])
    monthly: Kroner | None = Field(None, examples=["854.00"])
    km_monthly: Kilometres | None = Field(None, examples=["420"])
    rate_per_km: KronerPerKm | None = Field(None, examples=["1.35"])
    from_: Day | None = Field(None, alias="from", examples=["2025-03-01"])
    until: Day | None = Field(None, examples=["2025-12-31"])
    note: Text = Field("", examples=['"brændstof"'])


class SingleDay(Table):
    """A single day off to follow the child (enkeltdag)."""

    date: Day = Field(examples=["2025-04-02"])
    hours: DayHours = Field(examples=["7.4"])
    note: Text = Field("", examples=['"kontrol på hospital"'])


class NewIncome(Table):
    """Work income in the run-off (ny arbejdsindtægt i afviklingsperioden)."""

    from_: Day = Field(alias="from", examples=["2026-06-01"])
    monthly: Kroner = Field(examples=["12000.00"])


class PaidHoliday(Table):
    """Holiday with pay from an employer (ferie med løn)."""

    from_: Day = Field(alias="from", examples=["2025-07-07"])
    until: Day = Field(examples=["2025-07-25"])
    hours: HolidayHours | None = Field(None, examples=["20.0"])


class End(Table):
    """The end of a course (ophør)."""

    date: Day = Field(examples=["2026-05-31"])
    decision_received: Day | None = Field(None, examples=["2026-06-03"])
    run_off_until: Day | None = Field(None, examples=["2026-08-31"])
    reason: EndReason = Field(examples=['"conditions_lapsed"'])


class Tax(Table):
    """Tax card data for an estimated net (skattekort)."""

    rate: TaxRate = Field(examples=["0.37"])
    monthly_deduction: Kroner = Field(examples=["4500.00"])


class LostEarnings(Table):
    """One course of lost earnings of one parent (forløb med tabt arbejdsfortjeneste)."""

    parent: Label = Field(examples=['"A"'])
    child: Label | None = Field(None, examples=['"B"'])
    applied: Day | None = Field(None, examples=["2025-02-01"])
    weekly_hours: WeeklyHours = Field(examples=["37.0"])
    paid_in_2010: bool = Field(default=False, examples=["false"])
    occupation: Occupation = Field("employee", examples=['"employee"'])
    monthly_wage: Kroner | None = Field(None, examples=["34250.00"])
    yearly_results: Several[YearlyResult] = Field((), examples=["[312000.00, 298500.00]"])
    monthly_loss: Kroner | None = Field(None, examples=["12000.00"])
    payslip: Several[Payslip] = ()
    wage_until: Month | None = Field(None, examples=['"2023-09"'])
    basis_level: Year | None = Field(None, examples=["2025"])
    earlier_gross: dict[YearKey, KronerPerYear] = Field(
        default_factory=dict, examples=['{"2024" = 271400.00}']
    )
    employer_pension: Kroner | None = Field(None, examples=["3425.00"])
    employer_pension_percent: Percent | None = Field(None, examples=["10.0"])
    civil_servant: bool = Field(default=False, examples=["false"])
    over_37_reason: Reason | None = Field(None, examples=['"..."'])
    followed_up: Day | None = Field(None, examples=["2026-02-10"])
    grant: Several[Grant] = ()
    saving: Several[Saving] = ()
    single_day: Several[SingleDay] = ()
    new_income: Several[NewIncome] = ()
    paid_holiday: Several[PaidHoliday] = ()
    end: End | None = None
    tax: Tax | None = None


class CostItem(Table):
    """One extra cost because of the disability (merudgift)."""

    kind: CostKind = Field(examples=['"medicine"'])
    text: Text = Field("", examples=['"salver, egenbetaling"'])
    amount: KronerPerYear | None = Field(None, examples=["250.00"])
    km: Kilometres | None = Field(None, examples=["48"])
    standard: Label | None = Field(None, examples=['"gluten_free"'])
    per: Period = Field(examples=['"month"'])
    normal: KronerPerYear = Field(ZERO, examples=["0.00"])
    covered: KronerPerYear = Field(ZERO, examples=["0.00"])
    documented: bool = Field(default=False, examples=["true"])
    child: Label | None = Field(None, examples=['"B"'])
    date: Day | None = Field(None, examples=["2025-06-20"])


class ExtraCosts(Table):
    """A decision on extra costs (merudgiftsydelse; from September 2025 kompensationsydelse)."""

    decided: Day = Field(examples=["2025-02-15"])
    from_: Day | None = Field(None, alias="from", examples=["2025-02-15"])
    until: Day | None = Field(None, examples=["2026-08-31"])
    applied: Day | None = Field(None, examples=["2025-01-10"])
    rules: Literal["threshold"] | None = Field(None, examples=['"threshold"'])
    group: Literal[1, 2, "best"] = Field("best", examples=['"best"'])
    oneoffs_when_documented: Day | None = Field(None, examples=["2025-10-01"])
    item: Several[CostItem] = ()


class Supplementary(Table):
    """Supplementary benefit (særlig supplerende ydelse)."""

    parent: Label = Field(examples=['"A"'])
    unemployed_from: Day = Field(examples=["2026-02-10"])
    until: Day | None = Field(None, examples=["2026-04-30"])
    former_weekly_wage: Kroner = Field(examples=["5200.00"])
    former_weekly_hours: WeeklyHours = Field(examples=["20.0"])
    employer_payments_weekly: Kroner = Field(ZERO, examples=["0.00"])
    insured: bool = Field(examples=["true"])
    self_inflicted: bool = Field(examples=["false"])
    dagpenge: bool = Field(examples=["false"])
    offered_part_time: bool = Field(examples=["false"])
    other_support: bool = Field(examples=["false"])
    receives_lost_earnings: bool | None = Field(None, examples=["true"])


class TrainingItem(Table):
    """One cost of home training (udgift til hjemmetræning)."""

    kind: TrainingKind = Field(examples=['"helper"'])
    text: Text = Field("", examples=['"trænertimer"'])
    amount: KronerPerYear = Field(examples=["240000.00"])


class HomeTraining(Table):
    """The budget of a home training (hjemmetræning)."""

    year: Year = Field(examples=["2026"])
    agreed_amount: KronerPerYear | None = Field(None, examples=["300000.00"])
    item: Several[TrainingItem] = ()


class Companion(Table):
    """Companion scheme (ledsagerordning)."""

    year: Year = Field(examples=["2026"])
    from_: Day | None = Field(None, alias="from", examples=["2026-03-01"])
    until: Day | None = Field(None, examples=["2026-11-30"])
    costs: KronerPerYear = Field(ZERO, examples=["640.00"])
    hours_used: dict[Month, MonthHours] = Field(
        default_factory=dict, examples=['{"2026-01" = 12.0}']
    )


class LeisureItem(Table):
    """One leisure activity (fritidsaktivitet)."""

    activity: Reason = Field(examples=['"svømning"'])
    amount: KronerPerYear = Field(examples=["1800.00"])


class Leisure(Table):
    """Support for leisure activities (støtte til fritidsaktiviteter)."""

    year: Year = Field(examples=["2026"])
    income_dependent: bool | None = Field(None, examples=["true"])
    deviation_reason: Reason | None = Field(None, examples=['"..."'])
    item: Several[LeisureItem] = ()


class Respite(Table):
    """Respite (aflastning)."""

    year: Year = Field(examples=["2026"])
    days: Annotated[int, Field(ge=0, le=366)] = Field(examples=["52"])
    deviation_reason: Reason | None = Field(None, examples=['"..."'])


class Accepted(Table):
    """A finding that was looked at and accepted (accepteret anmærkning)."""

    code: Annotated[str, Field(pattern=r"^U[0-9]{3}$")] = Field(examples=['"U204"'])
    reason: Reason = Field(examples=['"..."'])


class Case(Table):
    """A case file (sag)."""

    format: Literal[1] = Field(examples=["1"])
    case_id: Label = Field(examples=['"2026-0457"'])
    municipality: Label | None = Field(None, examples=['"rudersdal"'])
    child: Child
    sibling: Several[Sibling] = ()
    lost_earnings: Several[LostEarnings] = ()
    extra_costs: OneOrSeveral[ExtraCosts] = ()
    supplementary: Several[Supplementary] = ()
    home_training: OneOrSeveral[HomeTraining] = ()
    companion: OneOrSeveral[Companion] = ()
    leisure: OneOrSeveral[Leisure] = ()
    respite: OneOrSeveral[Respite] = ()
    accepted: Several[Accepted] = ()

    def placed(self, name: str) -> list[tuple[Path, Any]]:
        """Give each table of a name with its place, as ``placed_in`` does."""
        return placed_in(getattr(self, name), (name,))

    def born_of(self, label: str | None) -> date:
        """Give the birthday of a sibling by its label, or that of the child of the file.

        A label that the file does not have is a fault of it; the child of the file stands for it.
        """
        born = (sibling.born for sibling in self.sibling if sibling.label == label)
        return next(born, self.child.born)
