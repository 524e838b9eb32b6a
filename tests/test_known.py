"""``--known``: a case as it stood on a day."""

import json
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import case_of, udmaal
from udmaal.api import CaseFile, calculate, case_from_document, make_ledger
from udmaal.calendar_month import Month
from udmaal.case.fields import Day, Table, Year
from udmaal.case.fields import Month as MonthText
from udmaal.case.known import ADDED, KNOWN_BY, known_on
from udmaal.case.model import Case
from udmaal.faults import dotted
from udmaal.language import LANGUAGES, Language
from udmaal.rates.read import read_rates
from udmaal.reading.source import source_from_bytes
from udmaal.reading.validation import table_in
from udmaal.schema import schema_of

BOOK = read_rates()
DAY = timedelta(days=1)
REFORM = date(2025, 9, 1)

WHOLE = """
format = 1
case_id = "historie"
[child]
born = 2010-01-01
[[sibling]]
label = "B"
born = 2021-02-01
[[lost_earnings]]
parent = "A"
weekly_hours = 37
followed_up = 2024-02-01
basis_level = 2023
earlier_gross = {"2022" = 100000.00}
[[lost_earnings.payslip]]
month = "2022-12"
gross = 30000.00
[[lost_earnings.payslip]]
month = "2023-01"
gross = 31000.00
[[lost_earnings.grant]]
from = 2023-02-01
until = 2024-12-31
hours = 20
[[lost_earnings.grant]]
from = 2025-01-01
hours = 25
[[lost_earnings.saving]]
kind = "transport"
monthly = 100.00
from = 2023-06-01
until = 2023-12-31
[[lost_earnings.saving]]
kind = "other"
monthly = 50.00
[[lost_earnings.single_day]]
date = 2023-04-03
hours = 7
[[lost_earnings.new_income]]
from = 2025-09-01
monthly = 1000.00
[[lost_earnings.paid_holiday]]
from = 2023-07-03
until = 2023-07-21
[lost_earnings.end]
date = 2025-05-31
decision_received = 2025-06-03
run_off_until = 2025-08-31
reason = "conditions_lapsed"
[lost_earnings.tax]
rate = 0.37
monthly_deduction = 4500.00
[[lost_earnings]]
parent = "A"
child = "B"
applied = 2023-05-01
weekly_hours = 37
monthly_wage = 20000.00
grant = [{from = 2023-03-01, hours = 5}]
end = {date = 2025-10-31, reason = "agreed_period"}
[[lost_earnings]]
parent = "B"
weekly_hours = 37
monthly_wage = 20000.00
grant = [{from = 2024-03-01, hours = 5}]
single_day = [{date = 2024-03-04, hours = 5}]
[[extra_costs]]
decided = 2023-03-01
from = 2022-12-01
applied = 2022-11-01
item = [
    {kind = "medicine", amount = 900.00, per = "month"},
    {kind = "course", amount = 500.00, per = "once", date = 2023-08-01},
]
[[extra_costs]]
decided = 2025-10-01
until = 2026-04-30
oneoffs_when_documented = 2025-12-01
[[supplementary]]
parent = "B"
unemployed_from = 2024-05-01
until = 2024-06-30
former_weekly_wage = 5000.00
former_weekly_hours = 20
insured = true
self_inflicted = false
dagpenge = false
offered_part_time = false
other_support = false
[home_training]
year = 2024
[[companion]]
year = 2024
from = 2024-03-01
until = 2024-11-30
hours_used = {"2024-03" = 10, "2024-05" = 12}
[[companion]]
year = 2025
[[leisure]]
year = 2025
[[respite]]
year = 2026
days = 10
[[accepted]]
code = "U204"
reason = "x"
"""
# Since when each fact of it is known; all others always were. A fact in a table comes no earlier.
SINCE = {
    "sibling[0]": date(2021, 2, 1),
    "lost_earnings[0]": date(2023, 2, 1),
    "lost_earnings[0].followed_up": date(2024, 2, 1),
    "lost_earnings[0].grant[1]": date(2025, 1, 1),
    "lost_earnings[0].saving[0]": date(2023, 6, 1),
    "lost_earnings[0].single_day[0]": date(2023, 4, 3),
    "lost_earnings[0].new_income[0]": date(2025, 9, 1),
    "lost_earnings[0].paid_holiday[0]": date(2023, 7, 3),
    "lost_earnings[0].end": date(2025, 6, 3),
    "lost_earnings[1]": date(2023, 5, 1),
    "lost_earnings[1].end": date(2025, 10, 31),
    "lost_earnings[2]": date(2024, 3, 1),
    "lost_earnings[2].single_day[0]": date(2024, 3, 4),
    "extra_costs[0]": date(2023, 3, 1),
    "extra_costs[0].item[1]": date(2023, 8, 1),
    "extra_costs[1]": date(2025, 10, 1),
    "extra_costs[1].until": date(2026, 4, 30),
    "extra_costs[1].oneoffs_when_documented": date(2025, 12, 1),
    "supplementary[0]": date(2024, 5, 1),
    "supplementary[0].until": date(2024, 6, 30),
    "home_training": date(2024, 1, 1),
    "companion[0]": date(2024, 3, 1),
    "companion[0].until": date(2024, 11, 30),
    "companion[0].hours_used.2024-05": date(2024, 5, 1),
    "companion[1]": date(2025, 1, 1),
    "leisure[0]": date(2025, 1, 1),
    "respite[0]": date(2026, 1, 1),
}
# Dates that do not say when anything came to be known: agreed with the rest, or looking back.
OF_THE_REST = {
    "child.born",
    "lost_earnings.wage_until",
    "lost_earnings.basis_level",
    "lost_earnings.grant.until",
    "lost_earnings.saving.until",
    "lost_earnings.paid_holiday.until",
    "lost_earnings.end.run_off_until",
    "extra_costs.from_",
    "extra_costs.applied",
}
DAYS = sorted({day for since in SINCE.values() for day in (since - DAY, since)})


def _left_out(case: Case, asof: date) -> set[str]:
    return {dotted(path) for path in known_on(case, asof).left_out}


@pytest.mark.fast
@pytest.mark.parametrize("asof", DAYS, ids=str)
def test_what_is_dated_after_a_day_is_left_out(asof: date) -> None:
    case = case_of(WHOLE, BOOK).case
    later = {place for place, since in SINCE.items() if since > asof}
    of_tables = tuple(f"{place}." for place in later)
    assert _left_out(case, asof) == {each for each in later if not each.startswith(of_tables)}


@pytest.mark.fast
@given(asof=st.dates(date(2020, 1, 1), date(2027, 1, 1)), later=st.integers(0, 2000))
def test_leaving_out_twice_is_leaving_out_once(asof: date, later: int) -> None:
    case = case_of(WHOLE, BOOK).case
    known = known_on(case, asof)
    assert known_on(known.case, asof) == (known.case, ())
    assert known_on(known_on(case, asof + later * DAY).case, asof).case == known.case
    assert (known.case is case) == (asof >= max(SINCE.values()))


@pytest.mark.fast
def test_what_was_left_out_of_a_file_does_not_come_back() -> None:
    file, day = case_of(WHOLE, BOOK), date(2024, 1, 31)
    early = file.as_known(day, BOOK)
    for later in (day, date(2025, 5, 1)):
        assert early.as_known(later, BOOK) == early
    in_two_steps = file.as_known(date(2025, 5, 1), BOOK).as_known(day, BOOK)
    assert (in_two_steps.case, in_two_steps.known) == (early.case, day)
    assert set(early.left_out) <= set(in_two_steps.left_out)


@pytest.mark.fast
def test_a_course_keeps_the_basis_it_came_with() -> None:
    slips = "".join(
        f'[[lost_earnings.payslip]]\nmonth = "2025-{month:02d}"\ngross = 1.00\n' for month in (5, 6)
    )
    course = 'parent = "A"\nweekly_hours = 37\ngrant = [{from = 2025-02-01, hours = 9}]\n'
    case = case_of(f"[[lost_earnings]]\n{course}{slips}", BOOK).case
    assert _left_out(case, date(2025, 5, 1)) == {"lost_earnings[0].payslip[1]"}
    assert _left_out(case, date(2025, 4, 30)) == set()


def _dates_in(table: Any, at: str = "") -> Iterator[tuple[type[Table], str, str]]:
    for name, field in table.model_fields.items():
        path = f"{at}.{name}".lstrip(".")
        inner = table_in(field.annotation)
        if inner is not None:
            yield from _dates_in(inner, path)
        elif any(str(kind) in str(table.__annotations__[name]) for kind in (Day, MonthText, Year)):
            yield table, name, path


@pytest.mark.fast
def test_of_each_date_it_is_said_what_it_says_of_what_was_known() -> None:
    others = {
        path
        for table, name, path in _dates_in(Case)
        if name not in (*KNOWN_BY.get(table, ()), *ADDED.get(table, ()))
    }
    assert others == OF_THE_REST


# The day it came to be known, the key it stands under, and what it says.
Fact = tuple[date, str, dict[str, Any]]


@st.composite
def histories(draw: st.DrawFn) -> list[Fact]:
    """Draw the facts of a case, each key's in the order of its days."""

    def rising(most: int) -> list[date]:
        gaps = draw(st.lists(st.integers(1, 400), max_size=most))
        found = [date(2023, 1, 9)]
        for gap in gaps:
            found.append(found[-1] + gap * DAY)
        return [each for each in found if each < date(2026, 6, 1)]

    grants = rising(4)
    facts: list[Fact] = [
        (day, "grant", {"from": day, "hours": draw(st.integers(1, 37))}) for day in grants
    ]
    if draw(st.booleans()):
        end = grants[-1] + draw(st.integers(0, 200)) * DAY
        received = draw(st.none() | st.integers(-40, 40))
        document: dict[str, Any] = {"date": end, "reason": "conditions_lapsed"}
        if received is not None:
            document["decision_received"] = end + received * DAY
        facts.append((document.get("decision_received", end), "end", document))
    for day in rising(3):
        if day <= grants[-1]:
            facts.append((day, "single_day", {"date": day, "hours": Decimal(3)}))
            facts.append((day, "saving", {"kind": "other", "monthly": Decimal(9), "from": day}))
    effect = date(2015, 1, 1)
    for day in rising(4):
        items = [
            {"kind": "medicine", "per": "month", "amount": Decimal(draw(st.integers(0, 3000)))}
        ]
        # Each takes effect after the one before, those from the reform no earlier than it.
        earliest = max(effect + DAY, REFORM if day >= REFORM else day - 300 * DAY)
        effect = draw(st.dates(earliest, day)) if earliest < day else day
        facts.append((day, "extra_costs", {"decided": day, "from": effect, "item": items}))
    for year in (2024, 2025, 2026):
        table = {"year": year, "costs": Decimal(draw(st.integers(0, 900)))}
        facts.append((date(year, 1, 1), "companion", table))
    return facts


def _of_facts(facts: list[Fact], asof: date) -> CaseFile:
    course: dict[str, Any] = {"parent": "A", "weekly_hours": 37, "monthly_wage": Decimal(30000)}
    case: dict[str, Any] = {
        "format": 1, "case_id": "x", "child": {"born": date(2012, 3, 10)},
    }  # fmt: skip
    for day, key, fact in facts:
        if day > asof:
            continue
        holder = case if key in {"extra_costs", "companion"} else course
        if key == "end":
            holder[key] = fact
        else:
            holder.setdefault(key, []).append(fact)
    if "grant" in course or "single_day" in course:
        case["lost_earnings"] = [course]
    return case_from_document(case, source_from_bytes("x.toml", b"x"), BOOK)


@given(
    history=histories(),
    asof=st.dates(date(2022, 12, 1), date(2026, 12, 31)),
    on=st.dates(date(2023, 1, 1), date(2026, 12, 31)),
)
def test_a_case_that_grew_gives_what_it_gave_before(
    history: list[Fact], asof: date, on: date
) -> None:
    grown, before = _of_facts(history, date.max), _of_facts(history, asof)
    known = grown.as_known(asof, BOOK)
    assert (known.case, known.courses) == (before.case, before.courses)
    then = calculate(before, BOOK, on)
    assert calculate(known, BOOK, on) == then._replace(known=asof)
    if before.case.lost_earnings or before.case.extra_costs:
        months = (Month(2023, 1), Month.of(on))
        ledger = make_ledger(known, BOOK, *months, today=on)
        assert ledger.courses == make_ledger(before, BOOK, *months, today=on).courses
        assert ledger.others == make_ledger(before, BOOK, *months, today=on).others


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    path = tmp_path / "sag.toml"
    path.write_text(WHOLE, encoding="utf-8")
    return path


SAID: dict[Language, str] = {"da": "som kendt 1. juni 2023", "en": "as known 1 June 2023"}
ASKED = ("--known", "2023-06-01")


@pytest.mark.fast
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["calc", "ledger"])
def test_every_form_says_what_day_it_is_known_on(
    command: str, language: Language, whole: Path
) -> None:
    month = ("--from", "2023-05", "--to", "2023-06") if command == "ledger" else ()
    day = ("--date", "2023-06-01") if command == "calc" else ()
    asked = (command, whole, *day, *month, "--lang", language)

    def out(*args: str) -> str:
        ran = udmaal(*asked, *args)
        assert (ran.code, ran.err) == (0, "")
        return ran.out

    for form in ("table", "markdown"):
        head = out(*ASKED, "-f", form).splitlines()[0]
        assert head.endswith(f" · {SAID[language]}")
        assert SAID[language] not in out("-f", form)
    assert tomllib.loads(out(*ASKED, "-f", "toml"))["known"] == "2023-06-01"
    found = json.loads(out(*ASKED, "-f", "json"))
    assert found["known"] == "2023-06-01"
    jsonschema.validate(found, schema_of("result" if command == "calc" else "ledger", language))
    assert "known" not in json.loads(out("-f", "json"))
    sign, name = (";", "kendt") if language == "da" else (",", "known")
    first, *rows = out(*ASKED, "-f", "csv").splitlines()
    assert first.endswith(f"{sign}{name}")
    assert rows
    assert all(row.endswith(f"{sign}2023-06-01") for row in rows)
    assert not out("-f", "csv").splitlines()[0].endswith(f"{sign}{name}")


@pytest.mark.fast
def test_what_was_left_out_counts_no_more() -> None:
    text = """
    [[extra_costs]]
    decided = 2024-02-01
    item = [{kind = "medicine", amount = 900.00, per = "month"}]
    [[extra_costs]]
    decided = 2024-11-01
    from = 2024-03-01
    item = [{kind = "medicine", amount = 2000.00, per = "month"}]
    """
    case, on = case_of(text, BOOK), date(2024, 6, 1)
    given = {
        asof: calculate(case.as_known(asof, BOOK), BOOK, on).results[0].amounts.get("monthly")
        for asof in (date(2024, 10, 31), date(2024, 11, 1), date(2099, 1, 1))
    }
    assert list(given.values()) == [Decimal(900), Decimal(2000), Decimal(2000)]


@pytest.mark.fast
def test_a_place_is_that_of_the_file_whatever_was_left_out(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_text(
        """
        format = 1
        case_id = "x"
        child = {born = 2012-03-10}
        [[lost_earnings]]
        parent = "A"
        weekly_hours = 20
        monthly_wage = 30000.00
        grant = [{from = 2025-03-01, hours = 9}]
        [[lost_earnings]]
        parent = "B"
        weekly_hours = 20
        monthly_wage = 30000.00
        grant = [{from = 2025-04-01, hours = 9}, {from = 2024-04-01, hours = 25}]
        [[supplementary]]
        parent = "A"
        unemployed_from = 2025-03-01
        former_weekly_wage = 5000.00
        former_weekly_hours = 20
        insured = true
        self_inflicted = false
        dagpenge = false
        offered_part_time = false
        other_support = false
        receives_lost_earnings = true
        [[supplementary]]
        parent = "B"
        unemployed_from = 2024-12-01
        former_weekly_wage = 5000.00
        former_weekly_hours = 20
        insured = true
        self_inflicted = false
        dagpenge = false
        offered_part_time = false
        other_support = false
        receives_lost_earnings = true
        """,
        encoding="utf-8",
    )
    asked = (path, "--known", "2025-01-01", "-f", "json")
    found = json.loads(udmaal("calc", *asked, "--date", "2025-01-01").out)
    assert [each["parent"] for each in found["results"]] == ["B", "B"]
    wheres = {each["where"] for each in found["findings"]}
    assert "lost_earnings[1].grant[1].hours" in wheres
    assert not any("[0]" in where for where in wheres)
    ledger = json.loads(udmaal("ledger", *asked, "--to", "2025-02").out)
    assert [each["where"] for each in ledger["courses"]] == ["lost_earnings[1]"]
    assert [each["where"] for each in ledger["supplementary"]] == ["supplementary[1]"]


@pytest.mark.fast
def test_a_cpr_number_in_what_was_left_out_is_no_finding_and_never_shown(whole: Path) -> None:
    text = WHOLE.replace('kind = "medicine", ', 'kind = "medicine", text = "barn 010110-1234", ')
    for kept, asof in ((False, "2023-02-28"), (True, "2023-03-01")):
        whole.write_text(text, encoding="utf-8")
        ran = udmaal("calc", whole, "--date", "2023-04-01", "--known", asof, "-f", "json")
        codes = {each["code"] for each in json.loads(ran.out)["findings"]}
        assert ("U601" in codes) == kept
        assert "1234" not in ran.out


@pytest.mark.fast
def test_a_waiver_of_what_was_left_out_is_not_called_idle(whole: Path) -> None:
    for asof, idle in (("2023-06-01", False), ("2026-12-31", True)):
        ran = udmaal("calc", whole, "--date", "2023-06-01", "--known", asof, "-f", "json")
        codes = {each["code"] for each in json.loads(ran.out)["findings"]}
        assert ("U603" in codes) == idle


@pytest.mark.fast
@pytest.mark.parametrize("language", LANGUAGES)
def test_wrong_days_and_a_ledger_of_nothing(language: Language, whole: Path) -> None:
    for text in ("2023-06", "i går", "2023-02-30", ""):
        ran = udmaal("calc", whole, "--known", text, "--lang", language)
        assert (ran.code, ran.out) == (2, "")
        assert "2026-03-01" in ran.err
    early = ("--known", "2020-01-01", "--lang", language)
    assert udmaal("calc", whole, "--date", "2023-06-01", *early).code == 0
    ran = udmaal("ledger", whole, *early)
    assert (ran.code, ran.out) == (1, "")
    assert "--known" in ran.err


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_annex_says_it_and_how_to_do_it_again(language: Language, whole: Path) -> None:
    out = whole.with_name("annex.html")
    months = ("--ledger", "2023-05..2023-06")
    asked = ("report", whole, "--date", "2023-06-01", *months, "-o", out, "--lang", language)
    for args, said in ((ASKED, True), ((), False)):
        ran = udmaal(*asked, *args)
        assert ran.code == 0
        html = out.read_text(encoding="utf-8")
        assert (SAID[language] in html) == said
        assert ("--date 2023-06-01 --known 2023-06-01" in html) == said
