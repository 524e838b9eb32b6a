"""Makes realistic cases, the same ones for the same seed: one folder per thousand."""

import random
from datetime import date, timedelta
from pathlib import Path


def write_cases(folder: Path, count: int, seed: int = 1) -> None:
    """Write ``count`` case files below a folder."""
    draw = random.Random(seed)
    for number in range(count):
        place = folder / f"{number // 1000:04d}"
        if number % 1000 == 0:
            place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:06d}.toml").write_text(case(draw, number), encoding="utf-8")


def case(draw: random.Random, number: int) -> str:
    """Write one case: one or two parents, often extra costs, now and then savings and tax."""
    born = date(2010, 1, 1) + timedelta(days=draw.randrange(3200))
    parts = [f'format = 1\ncase_id = "sag-{number:06d}"\n\n[child]\nborn = {born}\n']
    if draw.random() < 0.3:
        parts.insert(0, "# en sag\n")
    for parent in ("A", "B")[: 2 if draw.random() < 0.2 else 1]:
        parts.append(course(draw, parent))
    if draw.random() < 0.5:
        parts.append(_extra_costs(draw))
    return "\n".join(parts)


def course(
    draw: random.Random, parent: str, earliest: date = date(2019, 1, 1), days: int = 2300
) -> str:
    """Write a course of lost earnings of a parent that begins within so many days."""
    weekly = draw.choice((37, 37, 37, 30, 32, 34))
    start = earliest + timedelta(days=draw.randrange(days))
    wage = draw.randrange(22000, 46000)
    lines = [
        "[[lost_earnings]]",
        f'parent = "{parent}"',
        f"applied = {start - timedelta(days=40)}",
        f"weekly_hours = {weekly}.0",
    ]
    if draw.random() < 0.8:
        lines.append(f"employer_pension = {wage * draw.choice((8, 10)) / 100:.2f}")
    payslips = []
    if draw.random() < 0.5:
        lines.append(f"monthly_wage = {wage}.{draw.randrange(100):02d}")
    else:
        for back in (3, 2, 1):
            month = (start.replace(day=1) - timedelta(days=30 * back - 15)).replace(day=1)
            payslips += [
                "",
                "[[lost_earnings.payslip]]",
                f'month = "{month:%Y-%m}"',
                f"gross = {wage + draw.randrange(300)}.50",
                f"supplements = {draw.randrange(1500)}.00",
            ]
    lines += payslips
    hours = draw.randrange(5, 38)
    lines += ["", "[[lost_earnings.grant]]", f"from = {start}", f"hours = {hours}.0"]
    if draw.random() < 0.4:
        change = start + timedelta(days=draw.randrange(100, 500))
        lines += [
            "",
            "[[lost_earnings.grant]]",
            f"from = {change}",
            f"hours = {max(3, hours - 7)}.0",
        ]
    if draw.random() < 0.4:
        lines += [
            "",
            "[[lost_earnings.saving]]",
            'kind = "transport"',
            f"monthly = {draw.randrange(200, 900)}.00",
            'note = "pendling"',
        ]
    if draw.random() < 0.3:
        lines += ["", "[lost_earnings.tax]", "rate = 0.37", "monthly_deduction = 4500.00"]
    return "\n".join(lines) + "\n"


def _extra_costs(draw: random.Random) -> str:
    decided = date(2023, 1, 1) + timedelta(days=draw.randrange(1090))
    lines = ["[extra_costs]", f"decided = {decided}"]
    for _ in range(draw.randrange(2, 6)):
        lines += [
            "",
            "[[extra_costs.item]]",
            f'kind = "{draw.choice(("medicine", "hygiene", "transport", "helper", "utilities"))}"',
            'text = "udgift på grund af handicappet"',
            f"amount = {draw.randrange(50, 900)}.{draw.randrange(100):02d}",
            f'per = "{draw.choice(("week", "month", "month", "quarter", "year", "once"))}"',
            f"documented = {draw.choice(('true', 'false'))}",
        ]
    return "\n".join(lines) + "\n"
