"""Makes the extra-costs cases of a made-up municipality, the same ones for the same seed.

    python benchmarks/municipality.py FOLDER [CASES] [SEED]

Old decisions of many years, costs with and without documents, one-offs, ended grants, decisions
under the new rules, families with lost earnings of one or two parents, and families without extra
costs. Every name and id is invented.
"""

import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from cases import course

_DAY = timedelta(days=1)
_REFORM = date(2025, 9, 1)
_LAST = date(2026, 2, 27)
_FILES_A_FOLDER = 500


class Cost(NamedTuple):
    """A kind of cost: its words, the least and the most of an amount, kr., and its period."""

    kind: str
    text: str
    least: int
    most: int
    per: str
    normal: int = 0
    weight: int = 10


COSTS = (
    Cost("medicine", "egenbetaling til medicin", 90, 900, "month", weight=16),
    Cost("diet", "specialkost", 350, 1600, "month", normal=180, weight=12),
    Cost("clothing", "slid på tøj og sko", 2400, 9000, "year", normal=1500, weight=12),
    Cost("transport", "kørsel til behandling", 120, 620, "week", weight=14),
    Cost("utilities", "ekstra el og vand", 150, 700, "month", weight=10),
    Cost("laundry", "ekstra vask", 45, 160, "week", weight=12),
    Cost("hygiene", "bleer og cremer", 140, 700, "month", weight=10),
    Cost("leisure", "ledsaget fritid", 900, 5200, "quarter", normal=600, weight=6),
    Cost("holiday", "merpris for ferie", 3000, 14000, "year", normal=2500, weight=5),
    Cost("helper", "hjælper i weekender", 6000, 26000, "year", weight=4),
    Cost("housing", "større bolig", 800, 3400, "month", weight=3),
    Cost("insurance", "særlig ulykkesforsikring", 900, 3600, "year", weight=3),
    Cost("course", "kursus for forældre", 1200, 7800, "once", weight=7),
    Cost("other", "udskiftning af møbler", 1500, 9000, "once", weight=4),
)  # fmt: skip


def write_municipality(folder: Path, count: int, seed: int = 2027) -> None:
    """Write the case files below a folder."""
    draw = random.Random(seed)
    for number in range(count):
        place = folder / f"{number // _FILES_A_FOLDER:02d}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:05d}.toml").write_text(case(draw, number), encoding="utf-8")


def case(draw: random.Random, number: int) -> str:
    """Write one case."""
    born = date(2008, 6, 1) + timedelta(days=draw.randrange(16 * 365))
    parts = [f'format = 1\ncase_id = "opdigtet-{number:05d}"\n\n[child]\nborn = {born}\n']
    with_costs = draw.random() < 0.86
    if not with_costs or draw.random() < 0.35:
        parents = ("A", "B") if draw.random() < 0.25 else ("A",)
        earliest = max(born + 60 * _DAY, date(2019, 1, 1))
        days = (_LAST - earliest).days
        parts += (course(draw, parent, earliest, days) for parent in parents)
    if with_costs:
        parts += _decisions(draw, born)
    return "\n".join(parts)


def _decisions(draw: random.Random, born: date) -> Iterator[str]:
    """Write the decisions of a family, the oldest first: mostly one or two under the old rules."""
    first = max(born + 200 * _DAY, date(2016, 1, 4))
    days = sorted(_old_day(draw, first) for _ in range(draw.choice((1, 1, 1, 2, 2, 3))))
    if draw.random() < 0.18:
        days.append(_REFORM + timedelta(days=draw.randrange((_LAST - _REFORM).days)))
    days = [day for day, later in zip(days, [*days[1:], date.max], strict=True) if day < later]
    # What a family lives with decides on most of its costs, few or many.
    size = draw.choice((1, 2, 2, 3, 3, 4, 5, 7))
    costs = list(dict.fromkeys(draw.choices(COSTS, [cost.weight for cost in COSTS], k=size)))
    documents = draw.choice((0.0, 0.3, 0.6, 0.9, 1.0))
    for day in days:
        ends = day == days[-1] and draw.random() < 0.07
        yield _decision(draw, day, costs, documents, ends=ends)


def _old_day(draw: random.Random, first: date) -> date:
    """Draw the day of an old decision; most were followed up within the last years."""
    span = max((_REFORM - first).days, 1)
    return first + timedelta(days=int(span * draw.random() ** 0.4))


def _decision(
    draw: random.Random, day: date, costs: list[Cost], documents: float, *, ends: bool
) -> str:
    lines = ["[[extra_costs]]", f"decided = {day}"]
    if ends:
        lines.append(f"until = {day + timedelta(days=draw.randrange(90, 700))}")
    for cost in costs:
        lines += ["", "[[extra_costs.item]]", f'kind = "{cost.kind}"', f'text = "{cost.text}"']
        lines.append(f"amount = {draw.randrange(cost.least, cost.most)}.{draw.choice((0, 50)):02d}")
        lines.append(f'per = "{cost.per}"')
        if cost.normal and draw.random() < 0.7:
            lines.append(f"normal = {cost.normal}.00")
        if draw.random() < documents:
            lines.append("documented = true")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    given = sys.argv[1:]
    if not given:
        raise SystemExit(__doc__)
    write_municipality(Path(given[0]), *map(int, given[1:3] or ["3000"]))
