"""The rows of the ledger as CSV and Markdown: a month of each course and other benefit."""

from collections.abc import Iterator

from udmaal.ledger import AMOUNTS, Ledger
from udmaal.output import headings
from udmaal.output.document import amount_text
from udmaal.text.language import Language, Text
from udmaal.text.remarks import remark_text
from udmaal.text.terms import BENEFITS

REMARKS = Text("bemærkninger", "remarks")
KEYS = (
    "month",
    *AMOUNTS,
    "paid",
    "difference",
    "monthly",
    "one_off",
    "decided",
    "amount",
    "granted_hours",
    "used_hours",
    "lapsed_hours",
    "hours_balance",
)


def ledger_rows(
    ledger: Ledger, language: Language
) -> Iterator[tuple[str, str, dict[str, str], str]]:
    """Give benefit, parent, cells and remarks of every month."""
    for course in ledger.courses:
        benefit = headings.of_child(headings.LOST_EARNINGS.in_(language), course.child, language)
        for month in course.months:
            cells = {key: amount_text(getattr(month, key)) or "" for key in AMOUNTS}
            if month.paid is not None:
                cells["paid"] = amount_text(month.paid.total) or ""
            if month.difference is not None:
                cells["difference"] = amount_text(month.difference.total) or ""
            remarks = "; ".join(remark_text(remark, language) for remark in month.remarks)
            yield benefit, course.parent, {"month": str(month.month), **cells}, remarks
        for due in course.outstanding:
            cells = {"month": str(due.month), due.kind: amount_text(due.amount) or ""}
            yield benefit, course.parent, cells, headings.OUTSTANDING.in_(language).lower()
    for other in ledger.others:
        name = BENEFITS[headings.benefit_key(other)].in_(language)
        for each in other.months:
            cells = {key: amount_text(each.amounts[key]) or "" for key in other.columns}
            if each.decided is not None:
                cells["decided"] = each.decided.isoformat()
            yield name, other.parent or "", {"month": str(each.month), **cells}, ""
