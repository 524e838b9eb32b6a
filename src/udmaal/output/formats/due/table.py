"""What falls due as a list to work through: what is overdue first, then month by month."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text as Rich

from udmaal.calendar_month import Month
from udmaal.deadline import Deadline
from udmaal.language import Language, Text
from udmaal.output import colours
from udmaal.output.formats.due import DueEntry, DueList, benefit_of, person
from udmaal.output.page import Page
from udmaal.text import numbers
from udmaal.text.deadlines import law_texts, task_text

_TITLE = Text(
    "Forfalder fra {since} til og med {until} · {cases}", "Due from {since} to {until} · {cases}"
)
_CASES = {True: Text("1 sag", "1 case"), False: Text("{count} sager", "{count} cases")}
_NOTHING = Text("Intet forfalder i perioden.", "Nothing falls due in the period.")
_OVERDUE = Text("Overskredne frister, stadig åbne", "Overdue and still open")
_FOOT = Text("{count} i alt, {overdue} overskredet", "{count} in all, {overdue} overdue")
# From this width on case and person have a column of their own, and what it needs at most.
_WIDE = 100
_WIDEST_PERSON = 36
_DAY, _DAY_WITH_YEAR = 13, 18


def write(due: DueList, language: Language, output: Path | None) -> None:
    """Print the list."""
    page = Page(output)
    _print(due, language, page.console)
    page.close()


def _print(due: DueList, language: Language, console: Console) -> None:
    cases = _CASES[due.cases == 1].in_(language).format(count=due.cases)
    since, until = (numbers.day(day, language) for day in (due.since, due.until))
    title = _TITLE.in_(language).format(since=since, until=until, cases=cases)
    console.print(Rich(title, style="bold"))
    if not due.entries:
        console.print(Rich(_NOTHING.in_(language)))
        return
    overdue = [each for each in due.entries if each.deadline.overdue(due.since)]
    if overdue:
        console.print(Rich(f"\n{_OVERDUE.in_(language)}", style=colours.ERROR))
        console.print(_table(overdue, language, console.width, with_year=True))
    later = due.entries[len(overdue) :]
    for month, entries in groupby(later, key=lambda each: Month.of(each.deadline.day)):
        heading = numbers.month(str(month), language).capitalize()
        console.print(Rich(f"\n{heading}", style="bold"))
        console.print(_table(entries, language, console.width, with_year=False))
    counts = {"count": len(due.entries), "overdue": len(overdue)}
    console.print(Rich(f"\n{_FOOT.in_(language).format(**counts)}", style="bold"))


def _table(
    entries: Iterable[DueEntry], language: Language, width: int, *, with_year: bool
) -> Table:
    """Give the entries: day, case and person, what to do and how much, and the law."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False, expand=True)
    table.add_column(width=_DAY_WITH_YEAR if with_year else _DAY, no_wrap=True)
    beside = width >= _WIDE
    if beside:
        table.add_column(width=min(width // 4, _WIDEST_PERSON), overflow="fold")
    table.add_column(ratio=1)
    for entry in entries:
        deadline = entry.deadline
        day = numbers.day(deadline.day, language)
        case, about = Rich(entry.case_id), Rich(_about(deadline, language))
        what, task = _what(deadline, language), _task(deadline, language)
        cells = (
            (_rows(case, about), _rows(what, task))
            if beside
            else (_rows(case.append(" · ").append(what), about, task),)
        )
        table.add_row(day if with_year else day.rpartition(" ")[0], *cells)
    return table


def _about(deadline: Deadline, language: Language) -> str:
    about = f"{benefit_of(deadline, language)}, {person(deadline, language)}"
    return about[0].upper() + about[1:]


def _what(deadline: Deadline, language: Language) -> Rich:
    """Name what falls due, and how much is paid."""
    what = deadline.kind.title.in_(language)
    if deadline.amount is not None:
        what += f": {numbers.kroner(deadline.amount, language)} kr."
    return Rich(what, style="bold")


def _task(deadline: Deadline, language: Language) -> Rich:
    """Say what to do, with the law behind it."""
    law = "; ".join(law_texts(deadline, language))
    return Rich(task_text(deadline, language)).append(f" ({law})", style="dim")


def _rows(*parts: Rich) -> Rich:
    return Rich("\n").join(parts)
