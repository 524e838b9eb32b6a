"""A yardstick: the gross benefit of lost earnings alone, in arrays of floats.

    python benchmarks/vectorised.py FOLDER OUTPUT.csv toml_rs|tomllib

It knows what the made-up cases of ``cases.py`` hold and nothing else: no other benefit, no check of
the input, no step, no finding, no word. What takes its time is reading.
"""

import importlib
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from udmaal import read_rates

ON = date(2026, 1, 1)
_FIRST_YEAR = 2019
_WHOLE_KRONER_TO = 2023
_LIMIT = 37.0

Floats = NDArray[np.float64]


class Course(NamedTuple):
    """What the arrays need of a course: the hours are those granted on the day."""

    case_id: str
    parent: str
    wage: float
    own: float
    hours: float
    others: float
    start: int


def read(folder: Path, loads: Callable[[str], dict[str, Any]]) -> list[Course]:
    """Read all cases, in the order of their names."""
    found = []
    for place, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            with open(f"{place}/{name}", encoding="utf-8") as file:  # noqa: PTH123 - the quickest way
                found += _courses(loads(file.read()))
    return found


def _courses(case: dict[str, Any]) -> list[Course]:
    born: date = case["child"]["born"]
    if (ON.year - 18, ON.month, ON.day) >= (born.year, born.month, born.day):
        return []
    found = []
    others = 0.0
    for table in case.get("lost_earnings", ()):
        grants = table["grant"]
        in_force = [grant["hours"] for grant in grants if grant["from"] <= ON]
        if not in_force:
            continue
        slips = table.get("payslip")
        wage = (
            round(sum(slip["gross"] + slip["supplements"] for slip in slips) / len(slips), 2)
            if slips
            else table["monthly_wage"]
        )
        first: date = grants[0]["from"]
        found.append(
            Course(case["case_id"], table["parent"], wage, table["weekly_hours"], in_force[-1],
                   others, first.year)
        )  # fmt: skip
        others += in_force[-1]
    return found


def gross(courses: list[Course]) -> Floats:
    """Give the gross benefit of all courses at once, kr./month."""
    wage, own, hours, others, start = (
        np.array([each[column] for each in courses], dtype=np.float64) for column in range(2, 7)
    )
    book = read_rates()
    for year in range(_FIRST_YEAR, ON.year + 1):
        percent = float(book.at(date(year, 1, 1)).number("regulation.lost_earnings_percent"))
        raised = np.round(wage * (1 + percent / 100), 0 if year <= _WHOLE_KRONER_TO else 2)
        wage = np.where(year > start, raised, wage)
    counted = np.minimum(np.minimum(hours, np.maximum(_LIMIT - others, 0)), own)
    ceiling = float(book.at(ON).number("lost_earnings.ceiling"))
    amount: Floats = np.round(np.minimum(wage, ceiling) * counted / own, 2)
    return amount


def main() -> None:
    folder, output, reader = sys.argv[1:]
    courses = read(Path(folder), importlib.import_module(reader).loads)
    lines = (
        f"{each.case_id};{each.parent};{amount:.2f}\n"
        for each, amount in zip(courses, gross(courses), strict=True)
    )
    Path(output).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
