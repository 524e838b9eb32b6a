"""A case with varied inputs as people read it: a table per benefit."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text as Rich

from udmaal.amounts import Amount
from udmaal.language import Language, Text
from udmaal.law.benefits import kinds_by_id
from udmaal.lines.limit import Limit
from udmaal.output import headings
from udmaal.output.document import amount_text
from udmaal.output.page import Page
from udmaal.settings import Value
from udmaal.text import numbers
from udmaal.text.faults import mend, problem
from udmaal.text.limits import limit_text
from udmaal.text.terms import UNITS
from udmaal.what_if.combinations import Row, WhatIf, changes
from udmaal.what_if.words import change_text, input_name, short_name, title, value_text

DECIDED_BY = Text("Bestemt af", "Decided by")
_SAME = Text("Ens i alle rækker", "The same in all rows")
_MARK = "▸"
_MARKED = Text("▸ her skifter det, der bestemmer et beløb", "▸ here what decides an amount changes")
_REFUSED = Text("Afvist", "Refused")
_ALL_ROWS = Text("alle rækker", "all rows")
_FINDINGS = Text("Anmærkninger, der ikke er i alle rækker", "Findings that are not in all rows")
_NONE = "–"
# Short heads of the columns; the others are named as their lines.
_HEADS = {
    "gross": Text("Brutto", "Gross"),
    "pension": Text("Pension", "Pension"),
    "before_tax": Text("Før skat", "Before tax"),
    "payout": Text("Udbetalt\n(skøn)", "Payout\n(estimate)"),
    "municipality_cost": Text("Kommunens\nudgift", "Municipal\ncost"),
    "monthly": Text("Månedlig\nydelse", "Monthly\nbenefit"),
    "one_off": Text("Enkelt-\nudgifter", "One-offs"),
}


def write(found: WhatIf, language: Language, output: Path | None) -> None:
    """Print all combinations."""
    page = Page(output)
    _print(found, language, page.console)
    page.close()


def _print(found: WhatIf, language: Language, console: Console) -> None:
    """Print a table per benefit: what varies, what decides it, and what is the same throughout."""
    console.print(Rich(title(found, language), style="bold"))
    for variation in found.variations:
        name = input_name(variation, language)
        if variation.name != variation.key:
            name = f"{variation.name}: {name}"
        only = (
            f" = {value_text(variation.values[0], language)}" if len(variation.values) == 1 else ""
        )
        console.print(Rich(f"{name}{only}", style="dim"))
    benefits = found.benefits()
    if not benefits and found.calculated:
        console.print(Rich(headings.NOTHING.in_(language)))
    marked = False
    for where, first in benefits.items():
        name = headings.benefit_name(first.result, language)
        console.print(Rich(f"\n{name} ({first.result.law})", style="bold"))
        marked |= _print_benefit(found, where, language, console)
    if marked:
        console.print(Rich(_MARKED.in_(language), style="dim"))
    _print_findings(found, language, console)
    _print_refused(found, language, console)


def main_amounts(found: WhatIf, where: str) -> list[str]:
    """Give the amounts to show: the main ones that vary, else all that vary."""
    varying = [key for key, varies in found.amounts(where).items() if varies]
    return [key for key in varying if _is_total(key)] or varying


def _is_total(key: str) -> bool:
    """Tell whether the line of an amount answers the question."""
    return any(kind.total for kind in kinds_by_id().get(key, ()))


def amount_label(key: str, language: Language) -> str:
    """Name an amount as its line is named."""
    return kinds_by_id()[key][0].label.in_(language) if key in kinds_by_id() else key


def _print_benefit(found: WhatIf, where: str, language: Language, console: Console) -> bool:
    """Print what varies of a benefit, then what does not; tell whether a row is marked."""
    shown = main_amounts(found, where)
    steps, constant = _steps(found, where)

    def cells(row: Row) -> tuple[str, ...]:
        return tuple(_cells(row, where, shown, steps, language))

    deciding = found.deciding(cells)
    marked = False
    if deciding.inputs:
        table = _empty_table(found, where, deciding.inputs, shown, language)
        for number, series in enumerate(deciding.series()):
            if number:
                table.add_section()
            before = series[0]
            for row in series:
                changed = [each for each in changes(before, row) if each.where == where]
                before = row
                values = [value_text(value, language) for value in deciding.values(row)]
                if changed:
                    marked, values[0] = True, f"{_MARK} {values[0]}"
                *amounts, words = cells(row)
                rounded = [
                    change_text(each, language) for each in changed if each.now == each.before
                ]
                line = [*values, *amounts, ", ".join(filter(None, (words, *rounded)))]
                table.add_row(*map(Rich, line), style="bold" if changed else None)
        console.print(table)
    same = [
        f"{amount_label(key, language)} {_written(amount, language)}"
        for key, amount in _constants(found, where)
    ]
    same += [limit_text(limit, language) for limit in constant]
    if same:
        console.print(Rich(f"{_SAME.in_(language)}: {'; '.join(same)}"))
    return marked


def _empty_table(
    found: WhatIf, where: str, inputs: Sequence[int], shown: Sequence[str], language: Language
) -> Table:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for number in inputs:
        table.add_column(
            short_name(found.variations[number], language), justify="right", no_wrap=True
        )
    for key in shown:
        unit = UNITS[found.unit(where, key)].in_(language)
        head = _HEADS[key].in_(language) if key in _HEADS else amount_label(key, language)
        table.add_column(f"{head}\n{unit}", justify="right", no_wrap=True)
    table.add_column(DECIDED_BY.in_(language))
    return table


def _cells(
    row: Row, where: str, shown: Sequence[str], steps: Sequence[str], language: Language
) -> Iterator[str]:
    """Give the amounts of a row, and what decides them where that varies."""
    for key in shown:
        yield _written(row.amount(where, key), language)
    if row.faults:
        yield _REFUSED.in_(language).lower()
        return
    varied = row.benefits.get(where)
    limits = [varied.limits[step] for step in steps if varied and step in varied.limits]
    yield ", ".join(limit_text(limit, language) for limit in limits)


def _steps(found: WhatIf, where: str) -> tuple[list[str], list[Limit]]:
    """Give the steps at which not always the same decides, and what always decides."""
    rows = [row.benefits[where] for row in found.rows if where in row.benefits]
    seen: dict[str, list[Limit | None]] = {}
    for step in dict.fromkeys(step for varied in rows for step in varied.limits):
        seen[step] = list(dict.fromkeys(varied.limits.get(step) for varied in rows))
    varying = [step for step, limits in seen.items() if len(limits) > 1]
    constant = [limits[0] for limits in seen.values() if len(limits) == 1]
    return varying, [limit for limit in constant if limit is not None]


def _constants(found: WhatIf, where: str) -> Iterator[tuple[str, Amount]]:
    """Give the main amounts that are the same in every row."""
    for key, varies in found.amounts(where).items():
        if not varies and _is_total(key):
            amount = found.calculated[0].amount(where, key)
            if amount is not None:
                yield key, amount


def _written(amount: Amount, language: Language) -> str:
    if isinstance(amount, Decimal):
        return numbers.kroner(amount, language)
    return _NONE if amount is None else amount_text(amount) or ""


def _print_findings(found: WhatIf, language: Language, console: Console) -> None:
    codes = dict.fromkeys(code for row in found.rows for code in row.findings)
    some = [code for code in codes if not all(code in row.findings for row in found.calculated)]
    if some:
        console.print(Rich(f"\n{_FINDINGS.in_(language)}", style="bold"))
    for code in sorted(some):
        where = {row.values for row in found.rows if code in row.findings}
        console.print(Rich(f"{code}: {_runs(found, where, language)}"))


def _print_refused(found: WhatIf, language: Language, console: Console) -> None:
    """Print why rows are refused, each reason once with the values it holds for."""
    reasons: dict[str, set[tuple[Value, ...]]] = {}
    for row in found.rows:
        for reason in _reasons(row, language):
            reasons.setdefault(reason, set()).add(row.values)
    if reasons:
        console.print(Rich(f"\n{_REFUSED.in_(language)}", style="bold"))
    for reason, where in reasons.items():
        console.print(Rich(f"{_runs(found, where, language)}: {reason}"))


def _reasons(row: Row, language: Language) -> list[str]:
    return [
        ": ".join(filter(None, (fault.where, problem(fault, language))))
        + f" ({mend(fault, language)})"
        for fault in row.faults
    ]


def _runs(found: WhatIf, where: set[tuple[Value, ...]], language: Language) -> str:
    """Name the values of rows, neighbours as a run: ``31–37``; inputs without effect left out."""

    def holds(row: Row) -> bool:
        return row.values in where

    deciding = found.deciding(holds)
    if not deciding.inputs:
        return _ALL_ROWS.in_(language)
    texts = []
    for series in deciding.series():
        others = [value_text(value, language) for value in deciding.values(series[0])[1:]]
        for right, run in groupby(series, holds):
            ends = [value_text(deciding.values(row)[0], language) for row in run]
            if right:
                name = ends[0] if len(ends) == 1 else f"{ends[0]}–{ends[-1]}"
                texts.append(" / ".join((name, *others)))
    return ", ".join(texts)
