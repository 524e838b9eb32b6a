"""``explain`` cites for a kind of line all that its lines cite under the newest law, no more."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from conftest import EXAMPLES, case_of, table
from udmaal.api import CaseFile, calculate, make_ledger, read_case
from udmaal.breakdown import Line
from udmaal.citations.acts import NEWEST_LAW, order
from udmaal.faults import InputFaultsError
from udmaal.law.benefits import kinds_by_id
from udmaal.rates.book import RateBook

ON = date(2026, 3, 1)
# Cited from another source: the service level's name, the heading of a standard amount.
LOCAL = ("Rudersdal", "Langeland", "Prøve", "Eksempel", "Standardbeløb")
# Lines that no case prints under the newest law: the corrected ceilings end in 2019.
OLDER = {"corrected_difference"}

CASES = {
    "a course under the old rules, with new income in its run-off": """
[[lost_earnings]]
parent = "A"
applied = 2010-06-01
weekly_hours = 37
monthly_wage = 30000
basis_level = 2025
grant = [{from = 2013-01-01, hours = 37}]
new_income = [{from = 2026-02-01, monthly = 5000}]
end = {date = 2026-01-31, reason = "conditions_lapsed"}
""",
    "the ceiling, new income and savings off the gross": """
municipality = "test"
[[lost_earnings]]
parent = "A"
weekly_hours = 37
monthly_wage = 60000
grant = [{from = 2025-01-01, hours = 37}]
saving = [{kind = "transport", monthly = 500}]
new_income = [{from = 2026-02-01, monthly = 5000}]
end = {date = 2026-01-31, reason = "conditions_lapsed"}
""",
    "a later one-off of a decision from before the reform": """
[extra_costs]
decided = 2025-02-15
item = [
  {kind = "medicine", amount = 9000, per = "year"},
  {kind = "course", amount = 1500, per = "once", date = 2026-03-10},
]
""",
    "a standard amount beside the real cost, after the reform": """
municipality = "eksempel-2015"
child = {born = 2012-03-10, sex = "girl"}
[extra_costs]
decided = 2025-11-15
item = [{kind = "diet", standard = "gluten_free", amount = 800, per = "month"}]
""",
    "the stated loss of the self-employed, on single days": """
[[lost_earnings]]
parent = "A"
occupation = "self_employed"
weekly_hours = 37
monthly_loss = 12000
grant = [{from = 2025-01-01, hours = 20}]
single_day = [{date = 2026-03-03, hours = 5}]
""",
}


def _cases(folder: Path) -> Iterator[tuple[CaseFile, list[Path]]]:
    (folder / "test.toml").write_text('savings_from = "gross"\n', encoding="utf-8")
    yield from ((case_of(text), [folder]) for text in CASES.values())
    for path in EXAMPLES:
        yield read_case(path), []
    for name in ("amounts", "pages", "courses", "months"):
        for number, row in enumerate(table(name)):
            own = folder / f"{name}-{number}"
            own.mkdir()
            (own / "test.toml").write_text(row.get("level", ""), encoding="utf-8")
            yield case_of(row["case"]), [own]


def _lines(case: CaseFile, book: RateBook, folders: list[Path]) -> Iterator[Line]:
    try:
        for result in calculate(case, book, ON, folders).results:
            yield from result.lines
        made = make_ledger(case, book, today=date(2026, 11, 1), municipality_folders=folders)
    except InputFaultsError:
        return
    for course in made.courses:
        yield from (line for month in course.months for line in month.lines)
    for other in made.others:
        yield from (line for month in other.months for line in month.lines)


@pytest.fixture(scope="module")
def printed(book: RateBook, tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Give what the lines of each id cite, those of the newest law alone."""
    found: dict[str, set[str]] = defaultdict(set)
    newest = order(NEWEST_LAW)
    for case, folders in _cases(tmp_path_factory.mktemp("cases")):
        for line in _lines(case, book, folders):
            law = {cited for cited in line.law if not cited.startswith(LOCAL)}
            orders = {cited for cited in law if cited.startswith("BEK")}
            if all(cited.startswith(newest) for cited in orders) and not any(
                cited.startswith("SEL") for cited in law
            ):
                found[line.id] |= law
    return found


def _declared(id_: str) -> set[str]:
    """Give what the kinds of an id cite under the newest law."""
    laws = (law for kind in kinds_by_id()[id_] for law in kind.all_laws)
    return {cited for law in laws for cited in law.on(NEWEST_LAW)}


def test_a_kind_declares_what_its_lines_cite_and_no_more(printed: dict[str, set[str]]) -> None:
    assert {id_: _declared(id_) for id_ in printed} == printed


def test_every_line_is_met(printed: dict[str, set[str]]) -> None:
    assert set(kinds_by_id()) - set(printed) == OLDER
    assert all(_declared(id_) for id_ in kinds_by_id())
