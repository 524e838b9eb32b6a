"""Check a book of rates: gaps, and that derived values are what the arithmetic gives."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from udmaal.faults import Fault
from udmaal.money import ratio, to_ore
from udmaal.rates.arithmetic import regulated_amount, satsregulering_of
from udmaal.rates.book import Period, Rate, RateBook
from udmaal.rates.keys import (
    LOST_EARNINGS_PERCENT,
    RATE_KEYS,
    REGULATION_PERCENT,
    SATSREGULERING_PERCENT,
)

# A slip of the decimal point moves a value by far more; what the law moved so far says why.
_JUMP: Final = Decimal("0.25")

# Recipient and municipality carry a third and two thirds; the shorter bands a third and two
# thirds of the full contribution.
_ATP_THIRDS: Final = {"from_117_hours": 3, "from_78_hours": 2, "from_39_hours": 1}
_ATP_FULL: Final = "atp.from_117_hours.recipient"


class Verdict(NamedTuple):
    """What verification found: ``errors`` must be mended, ``notes`` are worth knowing."""

    errors: tuple[Fault, ...]
    notes: tuple[Fault, ...]


def verify(book: RateBook) -> Verdict:
    """Check every value that can be checked against others."""
    errors: list[Fault] = []
    notes: list[Fault] = []
    for is_error, fault in (
        *_gaps(book),
        *_percentages(book),
        *_amounts(book),
        *_atp(book),
        *_jumps(book),
        *_retired(book),
    ):
        (errors if is_error else notes).append(fault)
    return Verdict(tuple(errors), tuple(notes))


def _gaps(book: RateBook) -> Iterator[tuple[bool, Fault]]:
    """Find years in which a key that has a value every year has none."""
    for key, known in RATE_KEYS.items():
        history = book.history(key)
        if not history:
            yield True, Fault("verify.no_values", values={"key": key})
            continue
        if not known.yearly:
            continue
        have = {rate.effective.year for rate in history}
        last = known.last_year or book.last_day.year
        for year in range(min(have), last + 1):
            if year not in have:
                percent = book.nearest(date(year, 1, 1)).get(LOST_EARNINGS_PERCENT)
                expected = percent is not None and percent.status == "provisional"
                carried = known.regulated_by is None and expected
                code = "verify.carried_over" if carried else "verify.gap"
                yield not carried, Fault(code, values={"key": key, "year": str(year)})


def _percentages(book: RateBook) -> Iterator[tuple[bool, Fault]]:
    """Hold the satsreguleringsprocent against the lost-earnings percentage of its year."""
    for rate in book.history(SATSREGULERING_PERCENT):
        other = book.nearest(rate.effective).get(LOST_EARNINGS_PERCENT)
        if other is not None:
            expected = satsregulering_of(other.number)
            if expected != rate.number:
                yield True, _unlike(rate, expected)


def _amounts(book: RateBook) -> Iterator[tuple[bool, Fault]]:
    """Recompute regulated amounts; only a derived one has to agree."""
    for key, known in RATE_KEYS.items():
        if known.regulated_by is None:
            continue
        former: Rate | None = None
        for rate in book.history(key):
            expected = _regulated(book, former, rate) if former else None
            if expected is None:
                if rate.status == "derived":
                    yield False, _noted("verify.start", rate)
            elif expected != rate.number:
                yield rate.status == "derived", _unlike(rate, expected)
            former = rate


def _regulated(book: RateBook, former: Rate, rate: Rate) -> Decimal | None:
    """Give what the arithmetic makes of the value before; ``None`` where it does not apply."""
    by = RATE_KEYS[rate.key].regulated_by
    percent = book.nearest(rate.effective).get(REGULATION_PERCENT[by]) if by else None
    if percent is None or percent.effective != rate.effective:
        return None
    return regulated_amount(former.number, percent.number)


def _atp(book: RateBook) -> Iterator[tuple[bool, Fault]]:
    """Recompute derived ATP from the recipient's full contribution of the same date."""
    for key in RATE_KEYS:
        if not key.startswith("atp."):
            continue
        _, band, payer = key.split(".")
        for rate in book.history(key):
            full = book.nearest(rate.effective).get(_ATP_FULL)
            if rate.status == "derived" and full is not None:
                parts = _ATP_THIRDS[band] * (2 if payer == "municipality" else 1)
                expected = to_ore(ratio(full.number, parts, 3))
                if expected != rate.number:
                    yield True, _unlike(rate, expected)


def _jumps(book: RateBook) -> Iterator[tuple[bool, Fault]]:
    """Find values more than a quarter from the one before that do not say why."""
    for key in RATE_KEYS:
        for former, rate in pairwise(book.history(key)):
            before, now = _size(former), _size(rate)
            comparable = former.unit == rate.unit
            if comparable and abs(now - before) > before * _JUMP and not rate.jump.strip():
                expected = _regulated(book, former, rate) or before
                values: dict[str, Decimal | date] = {
                    "former": before,
                    "effective": rate.effective,
                    "expected": expected,
                }
                yield True, _noted("verify.jump", rate, **values)


def _size(rate: Rate) -> Decimal:
    """Give the number of a value, of a period its number of days or months."""
    return Decimal(rate.value.number) if isinstance(rate.value, Period) else rate.value


def _retired(book: RateBook) -> Iterator[tuple[bool, Fault]]:
    """Name the keys that no rule asks for any more."""
    for file in book.files:
        for key in file.retired:
            yield False, Fault("verify.retired", values={"key": key}, file=file.name)


def _unlike(rate: Rate, expected: Decimal) -> Fault:
    """Name a value and what the arithmetic gives."""
    return _noted("verify.unlike", rate, expected=expected.normalize())


def _noted(code: str, rate: Rate, **values: Decimal | date) -> Fault:
    shown = {"key": rate.key, "found": _size(rate), "status": rate.status, **values}
    return Fault(code, values=shown, file=f"{rate.effective}.toml")
