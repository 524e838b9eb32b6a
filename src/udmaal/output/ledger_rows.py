"""The rows of the ledger as CSV and Markdown: a month of each course and other benefit."""

from collections.abc import Iterator, Sequence

from udmaal.language import Language, Text
from udmaal.law.benefit import Benefit, Column
from udmaal.law.benefits import BENEFITS
from udmaal.ledger import AMOUNTS, Ledger, Remark
from udmaal.output import headings
from udmaal.output.document import amount_text
from udmaal.output.ledger_columns import DECIDED
from udmaal.text.remarks import remark_text


def _decided(benefit: Benefit) -> tuple[tuple[str, Column], ...]:
    return (("decided", DECIDED),) if benefit.by_decision else ()


REMARKS = Text("bemærkninger", "remarks")
# What benefits have besides the columns of courses.
OTHERS = {
    key: each
    for benefit in BENEFITS
    for key, each in (*benefit.columns.items(), *_decided(benefit))
    if key not in AMOUNTS
}
KEYS = (
    "month",
    *AMOUNTS,
    "paid",
    "difference",
    *OTHERS,
)


def ledger_rows(
    ledger: Ledger, language: Language
) -> Iterator[tuple[str, str, dict[str, str], str]]:
    """Give benefit, parent, cells and remarks of every month."""
    for course in ledger.courses:
        benefit = headings.of_child(
            headings.name_of(course.benefit, course.rules, language), course.child, language
        )
        for month in course.months:
            cells = {key: amount_text(getattr(month, key)) or "" for key in AMOUNTS}
            if month.paid is not None:
                cells["paid"] = amount_text(month.paid.total) or ""
            if month.difference is not None:
                cells["difference"] = amount_text(month.difference.total) or ""
            remarks = _told(month.remarks, language)
            yield benefit, course.parent, {"month": str(month.month), **cells}, remarks
        for due in course.outstanding:
            cells = {"month": str(due.month), due.kind: amount_text(due.amount) or ""}
            yield benefit, course.parent, cells, headings.OUTSTANDING.in_(language).lower()
    for other in ledger.others:
        name = headings.name_of(other.benefit, other.rules, language)
        for each in other.months:
            cells = {key: amount_text(each.amounts[key]) or "" for key in other.columns}
            if each.decided is not None:
                cells["decided"] = each.decided.isoformat()
            yield (
                name,
                other.parent or "",
                {"month": str(each.month), **cells},
                _told(each.remarks, language),
            )


def _told(remarks: Sequence[Remark], language: Language) -> str:
    return "; ".join(remark_text(remark, language) for remark in remarks)
