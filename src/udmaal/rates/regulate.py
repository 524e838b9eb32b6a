"""Make the rate file of a new year from its percentages (loven.md#satser)."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from udmaal.language import Text
from udmaal.rates.arithmetic import regulated_amount
from udmaal.rates.book import Rate, RateBook
from udmaal.rates.keys import RATE_KEYS, REGULATION_PERCENT, Regulation
from udmaal.rates.written import rate_lines
from udmaal.text.numbers import number


class NewYear(NamedTuple):
    """The rates of 1 January of a new year, and the keys that somebody must still fill in."""

    effective: date
    rates: tuple[Rate, ...]
    still_open: tuple[str, ...]


def regulate(book: RateBook, year: int, percentages: dict[Regulation, Decimal]) -> NewYear:
    """Raise every regulated amount of the year before by its percentage, all provisional.

    Raises ``InputFaultsError`` where the year before has no rates.
    """
    effective = date(year, 1, 1)
    before = book.at(date(year - 1, 12, 31))
    rates = []
    still_open = []
    for key, known in RATE_KEYS.items():
        percent_of = next((by for by, name in REGULATION_PERCENT.items() if name == key), None)
        if percent_of is not None:
            percent = percentages[percent_of]
            rate = _provisional(key, effective, percent, "percent", Text("anslået", "estimated"))
            rates.append(rate._replace(jump="procenten fastsættes hvert år for sig"))
        elif known.last_year is not None and known.last_year < year:
            continue
        elif known.regulated_by is not None:
            former = before[key]
            percent = percentages[known.regulated_by]
            value = regulated_amount(former.number, percent)
            source = _sum(former.number, percent)
            rates.append(_provisional(key, effective, value, former.unit, source))
        elif known.yearly:
            still_open.append(key)
    return NewYear(effective, tuple(rates), tuple(still_open))


def _sum(former: Decimal, percent: Decimal) -> Text:
    """Cite the sum behind a regulated amount, each language in its notation."""
    before, by = (number(value, "da") for value in (former, percent))
    return Text(f"beregnet: {before} × (1 + {by} %)", f"{former} x (1 + {percent} %)")


def _provisional(key: str, effective: date, value: Decimal, unit: str, source: Text) -> Rate:
    whole = value.to_integral_value()
    shown = whole if whole == value else value
    new = Rate(key, effective, shown, unit, "provisional", "provisional", source.en)
    return new._replace(source_da=source.da)


def rate_file_text(new: NewYear) -> str:
    """Write the file as it belongs in a folder of rates."""
    lines = [
        f"# Satser, der gælder fra {new.effective}. Foreløbige: beregnet af procenterne nedenfor.",
        "# Ret status og kilde (source og source_da), når satserne er offentliggjort.",
        "format = 1",
        f"effective = {new.effective}",
    ]
    for rate in new.rates:
        lines += ["", *rate_lines(rate)]
    if new.still_open:
        lines += ["", "# Mangler endnu; værdien fra året før gælder, til de er udfyldt:"]
        lines += [f"# {key}" for key in new.still_open]
    return "\n".join(lines) + "\n"
