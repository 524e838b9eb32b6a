"""A second calculation of some benefits on a date, from rules.md alone, in exact fractions.

It shares no code with the program: rates are read from the files with the standard library, and
every rounding is written out. It covers what the property tests generate.
"""

import tomllib
from datetime import date, timedelta
from fractions import Fraction
from math import floor
from pathlib import Path
from typing import Any

RATES = Path(__file__).resolve().parents[1] / "rates"


def _load() -> dict[date, dict[str, Any]]:
    files = {}
    for path in sorted(RATES.glob("*.toml")):
        with path.open("rb") as file:
            data = tomllib.load(file, parse_float=str)
        files[data["effective"]] = data
    return files


_FILES = _load()


def rate(key: str, on: date) -> Fraction:
    """Look a rate up, newest file first."""
    for effective in sorted(_FILES, reverse=True):
        if effective <= on:
            node: Any = _FILES[effective]
            for part in key.split("."):
                node = node.get(part, {})
            if node:
                return Fraction(str(node["value"]))
    raise KeyError(key)


def ore(amount: Fraction) -> Fraction:
    """Round half up to øre."""
    return Fraction(floor(amount * 100 + Fraction(1, 2)), 100)


def krone(amount: Fraction) -> Fraction:
    """Round half up to kroner."""
    return Fraction(floor(amount + Fraction(1, 2)))


def lost_earnings(
    wage: Fraction,
    own: Fraction,
    granted: Fraction,
    others: Fraction,
    pension: Fraction,
    start: date,
    on: date,
    *,
    old_rules: bool = False,
) -> dict[str, Fraction]:
    """Work out gross, pension and ATP of one course with one grant since ``start``."""
    basis = ore(wage)
    for year in range(start.year + 1, on.year + 1):
        first = date(year, 1, 1)
        if old_rules:
            basis = ore(basis * (1 + rate("regulation.satsregulering_percent", first) / 100))
        else:
            basis *= 1 + rate("regulation.lost_earnings_percent", first) / 100
            basis = krone(basis) if year <= 2023 else ore(basis)
    effective = min(granted, max(Fraction(0), 37 - others), own)
    share = effective / own
    gross = ore(basis * share)
    if not old_rules:
        gross = min(gross, ore(rate("lost_earnings.ceiling", on) * share))
    paid = min(ore(gross / 10), ore(pension * share)) if pension else Fraction(0)
    hours = effective * 52 / 12
    atp = [Fraction(0), Fraction(0)]
    for band in (39, 78, 117):
        if hours >= band and gross:
            atp = [
                rate(f"atp.from_{band}_hours.{payer}", on)
                for payer in ("recipient", "municipality")
            ]
    return {
        "gross": gross,
        "pension": paid,
        "atp_recipient": atp[0],
        "atp_municipality": atp[1],
        "before_tax": max(Fraction(0), gross - atp[0]),
        "municipality_cost": gross + paid + atp[1],
    }


def supplementary(
    first: date,
    until: date,
    course_ends: date | None,
    wage: Fraction,
    payments: Fraction,
    worked: Fraction,
) -> tuple[date, dict[date, Fraction], Fraction]:
    """Work out last day, weekly amount of each day, and the total, day by day."""
    month = first.year * 12 + first.month - 1 + 4
    limit = date(month // 12, month % 12 + 1, 1) - timedelta(days=1)
    last = min(filter(None, (limit, until, course_ends)))
    weekly: dict[date, Fraction] = {}
    total = part = Fraction(0)
    day = first
    while day <= last:
        year = day.year
        monday = next(d for d in (date(year, 1, n) for n in range(1, 8)) if d.isoweekday() == 1)
        in_force = day if day >= monday else date(year - 1, 12, 31)
        whole = rate("sickness_benefit.maximum_week", in_force)
        by_hours = min(whole, ore(whole * worked / 37))
        weekly[day] = max(Fraction(0), ore(min(by_hours, ore(wage * 9 / 10)) - payments))
        before = weekly.get(day - timedelta(days=1))
        if before is not None and before != weekly[day]:
            total, part = total + ore(part), Fraction(0)
        part += weekly[day] / 7
        day += timedelta(days=1)
    return last, weekly, total + ore(part)
