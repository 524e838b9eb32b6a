"""What a decision that works back brings, in words; shared by table, Markdown, CSV and annex."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from udmaal.language import Language, Text
from udmaal.ledger import NOTHING, BackMonth, BackPayment, BenefitLedger
from udmaal.output.ledger_columns import COLUMNS, one_line
from udmaal.text import numbers
from udmaal.text.render import render

_HEADING = Text(
    "Efterbetaling efter afgørelsen af {decided:day}, der gælder fra {first_day:day}",
    "Back payment by the decision of {decided:day}, which holds from {first_day:day}",
)
_MONTH = Text(
    "før {then:kr}, nu {now:kr}, forskel {difference:kr}",
    "before {then:kr}, now {now:kr}, difference {difference:kr}",
)
_PART = Text("{name}: før {then:kr}, nu {now:kr}", "{name}: before {then:kr}, now {now:kr}")
_BY = Text("afgørelsen af {decided:day}: {text}", "decision of {decided:day}: {text}")
_SUM = Text("i alt", "together")
_LESS = Text(
    "{amount}; en måned, der giver mindre nu, kræves ikke tilbage",
    "{amount}; a month with less due now is not claimed back",
)


def back_sections(
    other: BenefitLedger, language: Language
) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Give a heading for each decision, and its months, last their sum."""
    for back in other.back_payments:
        values = {"decided": back.decided, "first_day": back.first_day}
        months = (
            (numbers.month(str(month.month), language), _of_month(month, language))
            for month in back.months
        )
        yield (
            render(_HEADING.in_(language), values, language),
            (*months, (_SUM.in_(language), _sum(back, language))),
        )


def back_by_month(other: BenefitLedger, language: Language) -> Mapping[str, str]:
    """Give for each month what the decisions that work back bring in it."""
    found: dict[str, list[str]] = {}
    for back in other.back_payments:
        for month in back.months:
            values = {"decided": back.decided, "text": _of_month(month, language)}
            text = render(_BY.in_(language), values, language)
            found.setdefault(str(month.month), []).append(text)
    return {month: "; ".join(texts) for month, texts in found.items()}


def _of_month(month: BackMonth, language: Language) -> str:
    """Say what was and is due together, and by its parts where there are several."""
    then, now = (sum(each.values(), NOTHING) for each in (month.then, month.now))
    values: dict[str, Decimal] = {"then": then, "now": now, "difference": month.difference}
    text = render(_MONTH.in_(language), values, language)
    due = [key for key in month.now if month.then[key] or month.now[key]]
    parts = ", ".join(_part(month, key, language) for key in due)
    return f"{text} ({parts})" if len(due) > 1 else text


def _part(month: BackMonth, key: str, language: Language) -> str:
    name = one_line(COLUMNS[key], language).lower()
    values = {"name": name, "then": month.then[key], "now": month.now[key]}
    return render(_PART.in_(language), values, language)


def _sum(back: BackPayment, language: Language) -> str:
    amount = numbers.kroner(back.amount, language)
    return _LESS.in_(language).format(amount=amount) if back.any_less else amount
