"""Regulating what was paid: each month of a ledger against what was paid in it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from udmaal.breakdown import Values
from udmaal.calendar_month import Month
from udmaal.comparison.paid import PaidFile, Payment
from udmaal.faults import Cell, InputFaultsError
from udmaal.ledger import NOTHING, CourseLedger, CourseMonth, Ledger, Paid, Remark

_NOT_PAID = Paid(NOTHING, NOTHING, NOTHING)


class _PaidMonth(NamedTuple):
    """What a parent was paid in a month, and the payments it is made of."""

    month: Month
    parent: str
    amounts: Paid
    payments: tuple[Payment, ...]


def compare(ledger: Ledger, paid: PaidFile) -> Ledger:
    """Give the ledger with what was paid; the given one stays as it is.

    A month without a row between the first and the last of the file was paid nothing; of months
    before and after it nothing is known, and they have no difference. Nor has a part (the pension,
    the holiday supplements) that the file has no column for. Several payments of a month are
    added, and named in a remark; rows of other cases are passed over.
    A month paid though nothing was due gets a row of its own. Raises ``InputFaultsError`` for
    months outside the ledger, for parents the case does not have, and where no row is of the case.
    """
    # The ledger shows no CPR number; nor does what the file names.
    own = [payment for payment in paid.payments if payment.case.text in {"", ledger.case_id}]
    if not own and paid.payments:
        other = paid.payments[0].case
        fault = paid.file.fault("paid.case", other.cell, case=ledger.case_id, found=other.text)
        raise InputFaultsError([fault])
    parents = list(dict.fromkeys(course.parent for course in ledger.courses))
    faults = [
        paid.file.fault(code, cell, **values)
        for payment in own
        for code, cell, values in _wrong(payment, parents, ledger)
    ]
    if faults:
        raise InputFaultsError(faults)
    left = _together(own, parents)
    courses = [_compared(course, left, ledger, paid.parts) for course in ledger.courses]
    return replace(ledger, courses=tuple(courses))


def _wrong(
    payment: Payment, parents: list[str], ledger: Ledger
) -> Iterator[tuple[str, Cell, Values]]:
    """Give the code of each thing that is wrong with a payment, its place, and its values."""
    known = ", ".join(parents)
    parent, cell = payment.parent
    if not parent and len(parents) > 1:
        yield "paid.which_parent", cell, {"known": known}
    if parent and _label(parent, parents) is None:
        yield "paid.parent", cell, {"parent": parent, "known": known}
    if not ledger.first <= payment.month <= ledger.last:
        bounds = {"first": str(ledger.first), "last": str(ledger.last)}
        yield "paid.outside", payment.cell, {"month": str(payment.month), **bounds}


def _label(parent: str, parents: Iterable[str]) -> str | None:
    """Give a parent's label as the case writes it, in whatever case the letters are."""
    return next((each for each in parents if each.casefold() == parent.casefold()), None)


def _together(payments: Iterable[Payment], parents: list[str]) -> list[_PaidMonth]:
    """Add up the payments of each month to each parent; without a name, to the only one."""
    months: dict[tuple[str, Month], _PaidMonth] = {}
    for payment in payments:
        parent = _label(payment.parent.text, parents) or "".join(parents[:1])
        key = (parent, payment.month)
        before = months.get(key, _PaidMonth(payment.month, parent, _NOT_PAID, ()))
        amounts = before.amounts.plus(payment.amounts)
        months[key] = before._replace(amounts=amounts, payments=(*before.payments, payment))
    return list(months.values())


def _compared(
    course: CourseLedger, left: list[_PaidMonth], ledger: Ledger, parts: frozenset[str]
) -> CourseLedger:
    """Take the months of a course out of ``left``: those it lists, or all that remain.

    With several courses of one parent a payment belongs to the first that lists its month: where
    a later one lists it too, what is due in the first, and the rest to the later. What none lists
    goes to the last.
    """
    own = [row for row in left if row.parent == course.parent]
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
    return replace(
        course,
        months=tuple(
            _with_paid(month, rows.get(month.month), parts)
            if first <= month.month <= last
            else month
            for month in months
        ),
    )


def _with_paid(month: CourseMonth, row: _PaidMonth | None, parts: frozenset[str]) -> CourseMonth:
    """Give a month with what was paid in it; several payments are named, each by its row."""
    if row is None:
        return month._replace(paid=_NOT_PAID, compared=parts)
    remarks = month.remarks
    if len(row.payments) > 1:
        amounts = tuple(payment.amounts.total for payment in row.payments)
        rows = ", ".join(str(payment.cell.row) for payment in row.payments)
        remarks = (*remarks, Remark("payments", {"amounts": amounts, "rows": rows}))
    return month._replace(paid=row.amounts, compared=parts, remarks=remarks)
