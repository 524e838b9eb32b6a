"""What is to be paid, month by month, as flat rows: one a month of each person and benefit."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from udmaal.calendar_month import Month
from udmaal.language import Text
from udmaal.ledger import AMOUNTS, NOTHING, BackPayment, Ledger
from udmaal.output.formats.ledger.csv import BENEFIT, CASE, NAMES, PARENT
from udmaal.output.ledger_rows import OTHERS

# Of the decisions of a month that work back: what is paid after for the months before the export.
BACK: Final = "back_payment"
WORDS: Final[dict[str, Text]] = {
    "case_id": CASE,
    "benefit": BENEFIT,
    "rules": Text("regler", "rules"),
    "parent": PARENT,
    "child": Text("søskende", "child"),
    "month": Text(NAMES["month"], "month"),
}
_KRONER: Final = (*AMOUNTS, *(key for key in OTHERS if "hours" not in key and key != "decided"))
AMOUNT_COLUMNS: Final = (*_KRONER, BACK)
COLUMNS: Final[dict[str, Text]] = {
    **WORDS,
    **{key: Text(NAMES[key], key) for key in _KRONER},
    BACK: Text("efterbetaling", BACK),
}


class PayRow(NamedTuple):
    """What one person is to be paid of one benefit in a month; every amount of the columns, kr."""

    texts: Mapping[str, str]
    amounts: Mapping[str, Decimal]


def pay_rows(ledger: Ledger) -> Iterator[PayRow]:
    """Give the rows of a case; a month in which nothing is due has none."""
    for course in ledger.courses:
        for month in course.months:
            amounts = {key: getattr(month, key) for key in AMOUNTS}
            yield from _row(ledger, course.benefit, "", course.parent, course.child, month.month,
                            amounts)  # fmt: skip
    for other in ledger.others:
        back = _back_by_month(other.back_payments, ledger.first)
        for each in other.months:
            amounts = {key: each.amounts[key] for key in other.columns if key in AMOUNT_COLUMNS}
            if each.month in back:
                amounts[BACK] = back.pop(each.month)
            yield from _row(ledger, other.benefit, other.rules or "", other.parent, None,
                            each.month, amounts)  # fmt: skip
        for decided, amount in back.items():
            yield from _row(ledger, other.benefit, other.rules or "", other.parent, None, decided,
                            {BACK: amount})  # fmt: skip


def _row(
    ledger: Ledger, benefit: str, rules: str, parent: str | None, child: str | None, month: Month,
    amounts: Mapping[str, Decimal],
) -> Iterator[PayRow]:  # fmt: skip
    if any(amounts.values()):
        texts = {
            "case_id": ledger.case_id, "benefit": benefit, "rules": rules,
            "parent": parent or "", "child": child or "", "month": str(month),
        }  # fmt: skip
        yield PayRow(texts, {key: amounts.get(key, NOTHING) for key in AMOUNT_COLUMNS})


def _back_by_month(payments: tuple[BackPayment, ...], first: Month) -> dict[Month, Decimal]:
    """Give what the decisions of each month bring for months before the first one."""
    found: dict[Month, Decimal] = {}
    for payment in payments:
        due = sum(
            (max(each.difference, NOTHING) for each in payment.months if each.month < first),
            NOTHING,
        )
        if due:
            decided = Month.of(payment.decided)
            found[decided] = found.get(decided, NOTHING) + due
    return found
