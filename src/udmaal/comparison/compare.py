"""Regulating what was paid: each month of a ledger against what was paid in it."""

from dataclasses import replace

from udmaal.breakdown import Values
from udmaal.comparison.paid import PaidFile, PaidMonth
from udmaal.faults import Fault, InputFaultsError
from udmaal.ledger import NOTHING, CourseLedger, CourseMonth, Ledger, Paid

_NOT_PAID = Paid(NOTHING, NOTHING, NOTHING)


def compare(ledger: Ledger, paid: PaidFile) -> Ledger:
    """Give the ledger with what was paid; the given one stays as it is.

    A month without a row between the first and the last of the file was paid nothing; of months
    before and after it nothing is known, and they have no difference.
    A month paid though nothing was due gets a row of its own. Raises ``InputFaultsError`` for
    months outside the ledger and for parents the case does not have.
    """
    parents = list(dict.fromkeys(course.parent for course in ledger.courses))
    lines = paid.source.lines()
    faults = []
    for row in paid.rows:
        code, values = _wrong(row, parents, ledger)
        if code:
            text = lines[row.line - 1]
            faults.append(Fault(code, (), values, paid.source.name, row.line, 1, text))
    if faults:
        raise InputFaultsError(faults)
    left = list(paid.rows)
    courses = [_compared(course, left, ledger) for course in ledger.courses]
    return replace(ledger, courses=tuple(courses))


def _wrong(row: PaidMonth, parents: list[str], ledger: Ledger) -> tuple[str, Values]:
    """Give the code of what is wrong with a row and its values; an empty code where nothing is."""
    known = ", ".join(parents)
    if not row.parent and len(parents) > 1:
        return "paid.which_parent", {"known": known}
    if row.parent and row.parent not in parents:
        return "paid.parent", {"parent": row.parent, "known": known}
    if not ledger.first <= row.month <= ledger.last:
        bounds = {"first": str(ledger.first), "last": str(ledger.last)}
        return "paid.outside", {"month": str(row.month), **bounds}
    return "", {}


def _compared(course: CourseLedger, left: list[PaidMonth], ledger: Ledger) -> CourseLedger:
    """Take the rows of a course out of ``left``: those of its months, or all that remain.

    With several courses of one parent a payment belongs to the first that lists its month: where
    a later one lists it too, what is due in the first, and the rest to the later. What none lists
    goes to the last.
    """
    own = [row for row in left if row.parent in ("", course.parent)]
    listed = {month.month for month in course.months}
    of_parent = [other for other in ledger.courses if other.parent == course.parent]
    later = of_parent[of_parent.index(course) + 1 :]
    rows = {row.month: row for row in own if row.month in listed or not later}
    listed_later = {month.month for other in later for month in other.months}
    due = {month.month: month.due for month in course.months}
    for row in list(rows.values()):
        left.remove(row)
        if row.month in listed_later:
            taken = row.amounts.at_most(due[row.month])
            rows[row.month] = row._replace(amounts=taken)
            left.append(row._replace(amounts=row.amounts.minus(taken)))
    if not rows:
        return course
    extra = [CourseMonth(month) for month in rows if month not in listed]
    months = sorted([*course.months, *extra], key=lambda month: month.month)
    first, last = min(rows), max(rows)
    paid = {month: row.amounts for month, row in rows.items()}
    return replace(
        course,
        months=tuple(
            month._replace(paid=paid.get(month.month, _NOT_PAID))
            if first <= month.month <= last
            else month
            for month in months
        ),
    )
