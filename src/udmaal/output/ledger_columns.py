"""The columns of a ledger, their headings, and what stands in them; shared by table and annex."""

from decimal import Decimal

from udmaal.language import Language, Text, words
from udmaal.law.benefit import Column
from udmaal.law.benefits import BENEFITS, BY_KEY
from udmaal.ledger import AMOUNTS, NOTHING, BenefitLedger, CourseLedger, CourseMonth, Paid
from udmaal.text import numbers

# The day of the decision that pays a month.
DECIDED = Column(
    Text("Fastsat", "Decided"),
    "fastsat",
    words("Fastsat", "Decided", "Dagen for den afgørelse, måneden betales efter",
          "Day of the decision that pays the month"),
)  # fmt: skip

COLUMNS: dict[str, Text] = {
    "month": Text("Måned", "Month"),
    "gross": Text("Brutto", "Gross"),
    "pension": Text("Pension", "Pension"),
    "atp_recipient": Text("ATP ⅓", "ATP ⅓"),
    "atp_municipality": Text("ATP ⅔", "ATP ⅔"),
    "single_days": Text("Enkelt-\ndage", "Single\ndays"),
    "holiday_1": Text("Ferie\n1 %", "Holiday\n1 %"),
    "holiday_125": Text("Ferie\n12,5 %", "Holiday\n12.5 %"),
    "savings": Text("Bespa-\nrelser", "Savings"),
    "paid": Text("Betalt", "Paid"),
    "difference": Text("Forskel", "Difference"),
    "decided": DECIDED.head,
    **{key: each.head for benefit in BENEFITS for key, each in benefit.columns.items()},
}
TOTAL = Text("I alt", "Total")


def shown_columns(course: CourseLedger) -> list[str]:
    """Give the columns that fit on a page: what is compared with what was paid, or all it is.

    A column of zeros tells nothing; the other formats have every column.
    """
    left_out = {"atp_municipality"}
    if course.differences:
        left_out |= {"atp_recipient", "savings"}
    shown = [
        key for key in AMOUNTS if key not in left_out and (key == "gross" or course.total(key))
    ]
    return [*shown, "paid", "difference"] if course.differences else shown


def cell(month: CourseMonth, key: str, language: Language) -> str:
    """Give the amount of a month as it is written; nothing as a dash."""
    return amount_cell(_amount(month, key), language)


def amount_cell(amount: Decimal, language: Language) -> str:
    """Write an amount; nothing as a dash."""
    return numbers.kroner(amount, language) if amount else "–"


def other_totals(other: BenefitLedger, language: Language) -> list[str]:
    """Write the totals of a benefit; a balance has none."""
    columns = BY_KEY[other.benefit].columns
    return [
        numbers.kroner(other.total(key), language) if columns[key].summed else ""
        for key in other.columns
    ]


def _amount(month: CourseMonth, key: str) -> Decimal:
    if key in ("paid", "difference"):
        part: Paid | None = getattr(month, key)
        return part.total if part is not None else NOTHING
    amount: Decimal = getattr(month, key)
    return amount


def total_of(course: CourseLedger, key: str) -> Decimal:
    """Give the total of a column, kr."""
    return sum((_amount(month, key) for month in course.months), NOTHING)


def one_line(text: Text, language: Language) -> str:
    """Give a heading without its line break."""
    return text.in_(language).replace("-\n", "").replace("\n", " ")
