"""The case file, format 1: one file, one case, one child (interface.md § 1).

Amounts are kroner as exact decimals; where no period is named, per month. Examples stand as they
would in a file. Danish terms are given in brackets.
"""

from typing import Annotated, Literal, TypeVar

from pydantic import Field

from udmaal.case.fields import (
    Day,
    DayHours,
    GrantedHours,
    Kilometres,
    Kroner,
    KronerPerYear,
    Label,
    Month,
    MonthHours,
    Reason,
    Table,
    TaxRate,
    Text,
    WeeklyHours,
    Year,
    YearKey,
    YearlyResult,
)
from udmaal.money import ZERO

T = TypeVar("T")

# TOML arrays arrive as lists and are kept as tuples, so that a case cannot change.
Several = Annotated[tuple[T, ...], Field(strict=False, max_length=1000)]

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

    born: Day = Field(examples=["2016-05-14"], description="Date of birth")
    sex: Literal["girl", "boy"] | None = Field(
        None, examples=['"girl"'], description="Only where a standard amount differs by sex"
    )


class Payslip(Table):
    """A payslip of a month before the course (lønseddel)."""

    month: Month = Field(examples=['"2024-12"'], description="Calendar month, YYYY-MM")
    gross: Kroner = Field(examples=["33500.00"], description="Gross pay, kr. in the month")
    supplements: Kroner = Field(
        ZERO, examples=["750.00"], description="Regular supplements that count, kr."
    )
    excluded: Kroner = Field(
        ZERO,
        examples=["1200.00"],
        description="Paid but no part of the basis: one-off pay, own pension, holiday pay, kr.",
    )


class Grant(Table):
    """Hours granted from a date (bevilling); replaced by the next grant."""

    from_: Day = Field(alias="from", examples=["2025-03-01"], description="First day")
    hours: GrantedHours = Field(examples=["20.0"], description="Hours a week")
    until: Day | None = Field(
        None, examples=["2025-12-31"], description="Last day, only for an agreed period"
    )


class Saving(Table):
    """A saving by not working (besparelse); never scaled by hours."""

    kind: SavingKind = Field(examples=['"transport"'], description="What is saved")
    monthly: Kroner | None = Field(None, examples=["854.00"], description="kr./month")
    km_monthly: Kilometres | None = Field(None, examples=["420"], description="km/month")
    rate_per_km: Kroner | None = Field(None, examples=["1.35"], description="kr./km")
    from_: Day | None = Field(None, alias="from", examples=["2025-03-01"], description="First day")
    until: Day | None = Field(None, examples=["2025-12-31"], description="Last day")
    note: Text = Field("", examples=['"brændstof"'], description="Free text")


class SingleDay(Table):
    """A single day off to follow the child (enkeltdag)."""

    date: Day = Field(examples=["2025-04-02"], description="The day")
    hours: DayHours = Field(examples=["7.4"], description="Hours lost on the day")
    note: Text = Field("", examples=['"kontrol på hospital"'], description="Free text")


class NewIncome(Table):
    """Work income in the run-off (ny arbejdsindtægt i afviklingsperioden)."""

    from_: Day = Field(alias="from", examples=["2026-06-01"], description="First day")
    monthly: Kroner = Field(examples=["12000.00"], description="kr./month")


class PaidHoliday(Table):
    """Holiday with pay from an employer (ferie med løn)."""

    from_: Day = Field(alias="from", examples=["2025-07-07"], description="First day")
    until: Day = Field(examples=["2025-07-25"], description="Last day")


class End(Table):
    """The end of a course (ophør)."""

    date: Day = Field(examples=["2026-05-31"], description="Last day on which conditions held")
    decision_received: Day | None = Field(
        None, examples=["2026-06-03"], description="The run-off counts from the later day"
    )
    reason: EndReason = Field(examples=['"conditions_lapsed"'], description="Why it ended")


class Tax(Table):
    """Tax card data for an estimated net (skattekort)."""

    rate: TaxRate = Field(examples=["0.37"], description="Withholding rate, 0 to 1 (trækprocent)")
    monthly_deduction: Kroner = Field(examples=["4500.00"], description="kr./month (fradrag)")


class LostEarnings(Table):
    """One course of lost earnings of one parent (forløb med tabt arbejdsfortjeneste)."""

    parent: Label = Field(examples=['"A"'], description="The same label in two tables: one parent")
    applied: Day | None = Field(
        None, examples=["2025-02-01"], description="Date of application; else the first grant's"
    )
    weekly_hours: WeeklyHours = Field(
        examples=["37.0"], description="The parent's own hours a week before the course"
    )
    paid_in_2010: bool = Field(
        default=False, examples=["false"], description="Paid at any time in 2010: the old rules"
    )
    occupation: Occupation = Field(
        "employee", examples=['"employee"'], description="What the parent lived on before"
    )
    monthly_wage: Kroner | None = Field(None, examples=["34250.00"], description="kr./month")
    yearly_results: Several[YearlyResult] = Field(
        (), examples=["[312000.00, 298500.00]"], description="kr./year, self-employed only"
    )
    payslip: Several[Payslip] = ()
    basis_level: Year | None = Field(
        None, examples=["2025"], description="The basis is given at the level of this year"
    )
    earlier_gross: dict[YearKey, KronerPerYear] = Field(
        default_factory=dict, description="Gross of calendar years before basis_level, kr./year"
    )
    employer_pension: Kroner = Field(
        ZERO, examples=["3425.00"], description="Former employer's, kr./month"
    )
    civil_servant: bool = Field(
        default=False, examples=["false"], description="15 % of the basis (statstjenestemand)"
    )
    over_37_reason: Reason | None = Field(
        None, examples=['"..."'], description="Why more than 37 hours together were granted"
    )
    grant: Several[Grant] = ()
    saving: Several[Saving] = ()
    single_day: Several[SingleDay] = ()
    new_income: Several[NewIncome] = ()
    paid_holiday: Several[PaidHoliday] = ()
    end: End | None = None
    tax: Tax | None = None


class CostItem(Table):
    """One extra cost because of the disability (merudgift)."""

    kind: CostKind = Field(examples=['"medicine"'], description="The kind of cost")
    text: Text = Field("", examples=['"salver, egenbetaling"'], description="Free text")
    amount: KronerPerYear | None = Field(None, examples=["250.00"], description="kr. a period")
    km: Kilometres | None = Field(None, examples=["48"], description="km a period, transport only")
    standard: Label | None = Field(
        None, examples=['"gluten_free"'], description="A standard amount of the service level"
    )
    per: Period = Field(examples=['"month"'], description="The period")
    normal: KronerPerYear = Field(ZERO, examples=["0.00"], description="What any family pays, kr.")
    covered: KronerPerYear = Field(ZERO, examples=["0.00"], description="What others cover, kr.")
    documented: bool = Field(
        default=False, examples=["true"], description="Documented, not only likely"
    )
    child: Label | None = Field(
        None, examples=['"B"'], description="A sibling who shares the threshold"
    )


class ExtraCosts(Table):
    """Extra costs (merudgiftsydelse; from September 2025 kompensationsydelse)."""

    decided: Day = Field(examples=["2025-02-15"], description="When the benefit was last fixed")
    group: Literal[1, 2, "best"] = Field(
        "best", examples=['"best"'], description="Only the rules from September 2025"
    )
    oneoffs_when_documented: Day | None = Field(
        None, examples=["2025-10-01"], description="Group 2: the day this was agreed"
    )
    item: Several[CostItem] = ()


class Supplementary(Table):
    """Supplementary benefit (særlig supplerende ydelse)."""

    parent: Label = Field(examples=['"A"'], description="The parent")
    unemployed_from: Day = Field(examples=["2026-02-10"], description="First day without the job")
    until: Day | None = Field(None, examples=["2026-04-30"], description="Last day, if earlier")
    former_weekly_wage: Kroner = Field(
        examples=["5200.00"], description="Wage of the lost job, kr./week"
    )
    former_weekly_hours: WeeklyHours = Field(
        examples=["20.0"], description="Hours a week of the lost job"
    )
    employer_payments_weekly: Kroner = Field(
        ZERO,
        examples=["0.00"],
        description="From the employer or the guarantee fund, kr./week",
    )
    insured: bool = Field(examples=["true"], description="Member of an unemployment fund")
    self_inflicted: bool = Field(examples=["false"], description="Self-inflicted unemployment")
    dagpenge: bool = Field(examples=["false"], description="Entitled to unemployment benefit")
    offered_part_time: bool = Field(
        examples=["false"], description="Was offered reasonable part-time work"
    )
    other_support: bool = Field(examples=["false"], description="Gets other support for the loss")


class TrainingItem(Table):
    """One cost of home training (udgift til hjemmetræning)."""

    kind: TrainingKind = Field(examples=['"helper"'], description="The kind of cost")
    text: Text = Field("", examples=['"trænertimer"'], description="Free text")
    amount: KronerPerYear = Field(examples=["240000.00"], description="kr./year")


class HomeTraining(Table):
    """The budget of a home training (hjemmetræning)."""

    year: Year = Field(examples=["2026"], description="Calendar year")
    agreed_amount: KronerPerYear | None = Field(
        None, examples=["300000.00"], description="A voluntary agreement, kr./year"
    )
    item: Several[TrainingItem] = ()


class Companion(Table):
    """Companion scheme (ledsagerordning)."""

    year: Year = Field(examples=["2026"], description="Calendar year")
    costs: KronerPerYear = Field(
        ZERO, examples=["640.00"], description="Companion's costs, kr./year"
    )
    hours_used: dict[Month, MonthHours] = Field(
        default_factory=dict, description="Hours used by month, YYYY-MM"
    )


class LeisureItem(Table):
    """One leisure activity (fritidsaktivitet)."""

    activity: Reason = Field(examples=['"svømning"'], description="The activity")
    amount: KronerPerYear = Field(examples=["1800.00"], description="kr./year")


class Leisure(Table):
    """Support for leisure activities (støtte til fritidsaktiviteter)."""

    year: Year = Field(examples=["2026"], description="Calendar year")
    income_dependent: bool = Field(
        examples=["true"], description="The family's own means were judged not to suffice"
    )
    item: Several[LeisureItem] = ()


class Respite(Table):
    """Respite (aflastning)."""

    year: Year = Field(examples=["2026"], description="Calendar year")
    days: Annotated[int, Field(ge=0, le=366)] = Field(
        examples=["52"], description="Days granted in the year"
    )


class Accepted(Table):
    """A finding that was looked at and accepted (accepteret anmærkning)."""

    code: Annotated[str, Field(pattern=r"^U\d{3}$")] = Field(
        examples=['"U204"'], description="The code of the finding"
    )
    reason: Reason = Field(examples=['"..."'], description="Why it stands")


class Case(Table):
    """A case file (sag)."""

    format: Literal[1] = Field(examples=["1"], description="The version of the case file")
    case_id: Label = Field(
        examples=['"2026-0457"'], description="Free text; never a CPR number or a name"
    )
    municipality: Label | None = Field(
        None, examples=['"rudersdal"'], description="A service level; else national rules alone"
    )
    child: Child
    lost_earnings: Several[LostEarnings] = ()
    extra_costs: ExtraCosts | None = None
    supplementary: Several[Supplementary] = ()
    home_training: HomeTraining | None = None
    companion: Companion | None = None
    leisure: Leisure | None = None
    respite: Respite | None = None
    accepted: Several[Accepted] = ()
