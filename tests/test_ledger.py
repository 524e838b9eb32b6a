"""The ledger: month by month, supplements, comparison with what was paid."""

import json
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from conftest import ROOT, case_of, shown, table, udmaal
from udmaal.api import calculate, make_ledger
from udmaal.calendar_month import Month, months
from udmaal.comparison.compare import compare
from udmaal.comparison.paid import paid_in
from udmaal.faults import InputFaultsError
from udmaal.language import LANGUAGES, Language
from udmaal.law.lost_earnings.months.pots import Pots
from udmaal.law.lost_earnings.months.supplements import Pot, holiday_year_begins, written_gross
from udmaal.ledger import AMOUNTS, BackPayment, BenefitMonth, CourseLedger, CourseMonth
from udmaal.money import fraction_to_ore, percent_of
from udmaal.output.document import amount_text
from udmaal.output.ledger_document import ledger_document
from udmaal.rates.book import RateBook
from udmaal.rates.read import read_rates
from udmaal.reading.tables import tables_from_bytes
from udmaal.schema import schema_of
from udmaal.text.findings import finding_text
from udmaal.text.lines import formula
from udmaal.text.remarks import remark_text

BOOK = read_rates()
TODAY = date(2026, 11, 21)
_ALL_YEARS = ("2014-01", "2026-12")


def ledger_of(
    text: str, first: str, last: str, parent: str = "A", folders: Sequence[Path] = (),
    *, number: int | None = None,
) -> CourseLedger:  # fmt: skip
    made = make_ledger(
        case_of(text), BOOK, Month.parse(first), Month.parse(last), today=TODAY,
        municipality_folders=folders,
    )  # fmt: skip
    for language in LANGUAGES:
        assert ledger_document(made, language, frozenset(map(str, months(made.first, made.last))))
    if number is not None:
        return made.courses[number]
    return next(course for course in made.courses if course.parent == parent)


def months_of(course: CourseLedger) -> dict[str, CourseMonth]:
    return {str(month.month): month for month in course.months}


@pytest.mark.parametrize("example", [pytest.param(row, id=row["says"]) for row in table("courses")])
def test_months(example: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "test.toml").write_text(example.get("level", ""), encoding="utf-8")
    parent = example.get("parent", "A")
    course = ledger_of(
        example["case"], example["from"], example["to"], parent, [tmp_path],
        number=example.get("course"),
    )  # fmt: skip
    found = months_of(course)
    for month, amounts in example.get("months", {}).items():
        row = found[month]
        assert {key: amount_text(getattr(row, key)) for key in amounts} == amounts, month
    for month, lines in example.get("pages", {}).items():
        assert [shown(line) for line in found[month].lines] == lines, month
    for month, formulas in example.get("has", {}).items():
        assert set(formulas) <= {formula(line, "da") for line in found[month].lines}, month
    for month, words in example.get("atp", {}).items():
        atp = {formula(line, "da") for line in found[month].lines if line.id.startswith("atp_")}
        assert atp == {words}, month
    for month, words in example.get("remarks", {}).items():
        assert [remark_text(each, "da") for each in found[month].remarks] == words, month
    if "assumptions" in example:
        assert list(course.assumptions) == example["assumptions"]
    if "outstanding" in example:
        outstanding: dict[str, dict[str, Decimal]] = {}
        for due in course.outstanding:
            kinds = outstanding.setdefault(str(due.month), {})
            kinds[due.kind] = kinds.get(due.kind, Decimal(0)) + due.amount
        assert {
            month: {kind: amount_text(amount) for kind, amount in kinds.items()}
            for month, kinds in outstanding.items()
        } == example["outstanding"]
    if "dues" in example:
        dues = [f"{due.month} {due.kind} {shown(due.line)}" for due in course.outstanding]
        assert dues == example["dues"]


@pytest.mark.parametrize("example", [pytest.param(row, id=row["says"]) for row in table("months")])
def test_months_of_the_other_benefits(example: dict[str, Any]) -> None:
    first, last = (Month.parse(example[key]) if key in example else None for key in ("from", "to"))
    today = example.get("today", TODAY)
    made = make_ledger(case_of(example["case"]), BOOK, first, last, today=today)
    for language in LANGUAGES:
        written = ledger_document(made, language)
        Draft202012Validator(schema_of("ledger", language)).validate(written)
    if "period" in example:
        assert f"{made.first} to {made.last}" == example["period"]
    if "found" in example:
        found = [f"{each.code} {each.where}: {finding_text(each, 'da')}" for each in made.findings]
        assert found == example["found"]
    for other, expected in zip(made.others, example["others"], strict=True):
        head = ", ".join(filter(None, (other.where, other.parent, other.rules)))
        rows = [
            " ".join(
                [str(row.month), *(amount_text(row.amounts[key]) or "" for key in other.columns)]
            )
            for row in other.months
        ]
        assert [head, *rows] == [expected["head"], *expected["rows"]]
        assert list(other.assumptions) == expected.get("assumptions", [])
        if "decided" in expected:
            assert [str(row.decided) for row in other.months] == expected["decided"]
        assert [_written(back) for back in other.back_payments] == expected.get("back", [])
        told = {
            str(row.month): [remark_text(each, "da") for each in row.remarks]
            for row in other.months
        }
        for month, remarks in expected.get("remarks", {}).items():
            assert told[month] == remarks, month
        for row in other.months:
            lines = [shown(line) for line in row.lines]
            assert lines == expected.get("pages", {}).get(str(row.month), lines)


def _written(back: BackPayment) -> dict[str, Any]:
    def amounts(each: Mapping[str, Decimal]) -> str:
        return " ".join(amount_text(amount) or "" for amount in each.values())

    return {
        "decided": str(back.decided),
        "rows": [
            f"{row.month} {amounts(row.then)} > {amounts(row.now)} = {amount_text(row.difference)}"
            for row in back.months
        ],
        "amount": amount_text(back.amount),
    }


def _decision(decided: date, since: date, monthly: int, once: str = "") -> str:
    medicine = f'{{kind = "medicine", amount = {monthly}, per = "month"}},'
    return f"[[extra_costs]]\ndecided = {decided}\nfrom = {since}\nitem = [{medicine} {once}]\n"


@given(
    start=st.dates(date(2021, 1, 1), date(2021, 12, 31)),
    gaps=st.lists(st.integers(1, 300), min_size=1, max_size=3),
    waits=st.lists(st.integers(-40, 400), min_size=3, max_size=3),
    monthly=st.lists(st.sampled_from([0, 300, 600, 900, 1200]), min_size=4, max_size=4),
    once=st.dates(date(2021, 1, 1), date(2024, 12, 31)),
)
@settings(max_examples=60, deadline=None)
def test_a_back_payment_is_what_two_ledgers_differ_by_and_claims_nothing_back(
    start: date, gaps: list[int], waits: list[int], monthly: list[int], once: date
) -> None:
    tables, days, since, decided = [_decision(start, start, monthly[0])], [], start, start
    for gap, wait, amount in zip(gaps, waits, monthly[1:], strict=False):
        since += timedelta(gap)
        decided = max(since + timedelta(wait), decided + timedelta(1))
        dated = f'{{kind = "course", amount = 1500, per = "once", date = {once}}}'
        tables.append(_decision(decided, since, amount, dated))
        days.append((since, decided))
    due: list[dict[Month, Decimal]] = []
    back: tuple[BackPayment, ...] = ()
    for number in range(1, len(tables) + 1):
        case_file = case_of("".join(tables[:number]))
        (other,) = make_ledger(case_file, BOOK, Month(2021, 1), Month(2025, 12), today=TODAY).others
        due.append({row.month: sum(row.amounts.values(), Decimal(0)) for row in other.months})
        back = other.back_payments
    found = {each.decided: each for each in back}
    for (before, after), (since, decided) in zip(pairwise(due), days, strict=True):
        differences = [
            after[month] - before[month]
            for month in after
            if since < decided and month.first < decided
        ]
        more = sum((each for each in differences if each > 0), Decimal(0))
        paid_after = found.pop(decided, None)
        assert (paid_after.amount if paid_after else 0) == more >= 0
        told = [row.difference for row in paid_after.months] if paid_after else []
        assert [*filter(None, told)] == [*filter(None, differences)]
    assert not found


def test_old_rules_gave_nothing_from_the_day_they_must_be_re_decided(tmp_path: Path) -> None:
    """A decision that works back over that day is held against what was due, not refused."""
    for file in (ROOT / "rates").glob("*.toml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "2027-01-01.toml").write_text("format = 1\neffective = 2027-01-01\n", "utf-8")
    case = case_of(
        _decision(date(2024, 1, 1), date(2024, 1, 1), 600)
        + _decision(date(2027, 9, 10), date(2027, 8, 1), 900)
    )
    until = Month(2027, 9)
    (other,) = make_ledger(case, read_rates(tmp_path), until, until, today=TODAY).others
    (back,) = other.back_payments
    # the flat amount of group 1, 1.155, less 600, and less nothing
    assert _written(back)["rows"] == [
        "2027-08 600.00 0.00 > 1155.00 0.00 = 555.00",
        "2027-09 0.00 0.00 > 1155.00 0.00 = 1155.00",
    ]
    assert str(back.amount) == "1710.00"


def test_a_back_payment_is_printed_in_both_languages(tmp_path: Path) -> None:
    text = "format = 1\ncase_id = 'x'\n[child]\nborn = 2016-05-14\n" + (
        _decision(date(2023, 3, 1), date(2023, 3, 1), 600)
        + _decision(date(2024, 2, 10), date(2023, 12, 1), 900)
        + _decision(date(2024, 4, 2), date(2024, 3, 1), 700)
    )
    case = tmp_path / "case.toml"
    case.write_text(text, encoding="utf-8")
    period = ("--from", "2024-02", "--to", "2024-04")
    said: dict[Language, Sequence[str]] = {
        "da": (
            "Efterbetaling efter afgørelsen af 10. februar 2024, der gælder fra 1. december 2023",
            "før 600,00, nu 900,00, forskel 300,00",
            "en måned, der giver mindre nu, kræves ikke tilbage",
        ),
        "en": (
            "Back payment by the decision of 10 February 2024, which holds from 1 December 2023",
            "before 600.00, now 900.00, difference 300.00",
            "a month with less due now is not claimed back",
        ),
    }
    for language, words in said.items():
        for kind in ("table", "markdown"):
            run = udmaal("--lang", language, "ledger", str(case), *period, "--format", kind)
            assert all(word in " ".join(run.out.split()) for word in words), run.out
        written = json.loads(udmaal("--lang", language, "ledger", case, *period, "-f", "json").out)
        Draft202012Validator(schema_of("ledger", language)).validate(written)
        second, third = written["extra_costs"]["back_payments"]
        assert (second["amount"], third["amount"]) == ("900.00", "0.00")
        assert second["months"][0] == {
            "month": "2023-12",
            "then": {"monthly": "600.00", "one_off": "0.00"},
            "now": {"monthly": "900.00", "one_off": "0.00"},
            "difference": "300.00",
        }
        annex = tmp_path / f"{language}.html"
        udmaal("--lang", language, "report", case, "--date", "2024-04-02",
               "--ledger", "2024-02..2024-04", "--output", annex)  # fmt: skip
        assert all(word in annex.read_text("utf-8") for word in words[1:])
        rows = udmaal("--lang", language, "ledger", str(case), *period, "--format", "csv").out
        assert [words[1] in row for row in rows.splitlines()] == [False, True, False, False]


@given(
    decided=st.dates(date(2025, 9, 1), date(2026, 3, 31)),
    agreed=st.none() | st.dates(date(2025, 9, 1), date(2026, 12, 31)),
    until=st.none() | st.dates(date(2026, 4, 1), date(2026, 12, 31)),
    running=st.sampled_from([0, 12_000, 20_000, 30_000]),
    one_off=st.integers(11_000, 60_000),
    later=st.dates(date(2025, 9, 1), date(2026, 12, 31)),
)
@settings(max_examples=80)
def test_a_one_off_is_paid_at_most_once_and_calc_agrees(
    decided: date, agreed: date | None, until: date | None, running: int, one_off: int, later: date
) -> None:
    """Instalments and what is paid at cost are together never more than the one-offs."""
    agreement = f"oneoffs_when_documented = {agreed}" if agreed else ""
    head = f"""
[extra_costs]
decided = {decided}
{agreement}
{f"until = {until}" if until else ""}
item = ["""
    medicine = f'{{kind = "medicine", amount = {running}, per = "year", documented = true}},'
    course = '{{kind = "course", amount = {}, per = "once", documented = true{}}},'
    dated = course.format(777, f", date = {later}")
    case_file = case_of(f"{head}{medicine}{course.format(one_off, '')}{dated}]")
    made = make_ledger(case_file, BOOK, None, Month(2026, 12), today=TODAY)
    (other,) = made.others
    last = min(until or date(2026, 12, 31), date(2026, 12, 31))
    estimate = one_off + (777 if later <= decided else 0)
    by_instalments = paid_later = Decimal(0)
    for row in other.months:
        lines = {line.id: line for line in row.lines}
        if lines["other_group"].values["group"] == 1 and "twelfth" in lines:
            by_instalments += (lines["twelfth"].number("yearly") - running) / 12
        if "later_one_off" in lines:
            assert row.month == Month.of(later)
            paid_later += lines["later_one_off"].amount
        on = max(row.month.first, decided)
        if agreed is not None and Month.of(agreed) == row.month and agreed <= last:
            on = max(on, agreed)
        (result,) = calculate(case_file, BOOK, on).results
        assert result.amounts.get("monthly") == row.amounts["monthly"]
    paid = by_instalments + other.total("one_off") - paid_later
    assert paid_later in {0, 777}
    assert paid <= estimate + Decimal("0.01")
    if agreed is not None and agreed <= last and estimate and by_instalments:
        assert abs(paid - estimate) <= Decimal("0.01")


@given(
    decided=st.dates(date(2015, 1, 1), date(2026, 6, 30)),
    running=st.integers(0, 40_000),
    one_off=st.integers(0, 40_000),
    later=st.dates(date(2015, 1, 1), date(2026, 12, 31)),
)
@settings(max_examples=60)
def test_a_later_one_off_moves_no_month_but_its_own(
    decided: date, running: int, one_off: int, later: date
) -> None:
    agreement = f"oneoffs_when_documented = {decided}" if decided.year > 2025 else ""
    head = f"[extra_costs]\ndecided = {decided}\n{agreement}\nitem = ["
    medicine = f'{{kind = "medicine", amount = {running}, per = "year", documented = true}},'
    course = f'{{kind = "course", amount = {one_off}, per = "once", documented = true'

    def months_with(*items: str) -> tuple[BenefitMonth, ...]:
        text = head + "".join(items) + "]"
        (other,) = make_ledger(case_of(text), BOOK, None, Month(2026, 12), today=TODAY).others
        return other.months

    after = max(later, decided + timedelta(days=1))
    with_it = months_with(medicine, f"{course}, date = {after}}}")
    without = months_with(medicine)
    for row, former in zip(with_it, without, strict=True):
        if row.month == Month.of(after):
            assert row.amounts["monthly"] == former.amounts["monthly"]
            assert row.amounts["one_off"] in (0, one_off)
        else:
            assert row == former


wages = st.decimals(min_value=1000, max_value=60_000, places=2)
whole_hours = st.integers(1, 37)
days = st.dates(date(2014, 1, 1), date(2025, 12, 31))


def _grants(*grants: tuple[date, int], until: date | None = None) -> str:
    rows = [f"{{from = {start}, hours = {hours}" for start, hours in grants]
    last = f", until = {until}}}" if until else "}"
    return "[" + "}, ".join(rows) + last + "]"


def _text(wage: Decimal, grants: str, more: str = "") -> str:
    return f"""
[[lost_earnings]]
parent = "A"
weekly_hours = 37
monthly_wage = {wage}
employer_pension = {wage // 12}
grant = {grants}
{more}
"""


@given(wage=wages, first=whole_hours, second=whole_hours, start=days, gap=st.integers(1, 900))
@settings(max_examples=60)
def test_the_supplements_rest_on_the_months(
    wage: Decimal, first: int, second: int, start: date, gap: int
) -> None:
    """1 % of a year's gross and single days, computed when the course runs on 1 January."""
    change = start + timedelta(days=gap)
    text = _text(
        wage, _grants((start, first), (change, second)),
        f"single_day = [{{date = {change}, hours = 5}}]",
    )  # fmt: skip
    course = ledger_of(text, "2014-01", "2026-12")
    found = months_of(course)
    for year in range(start.year, 2025):
        rows = [row for row in course.months if row.month.year == year]
        gross = sum((row.gross + row.single_days for row in rows), Decimal(0))
        assert found[f"{year + 1}-05"].holiday_1 == percent_of(gross, Decimal(1))


@given(wage=wages, hours=whole_hours, start=days, gap=st.integers(1, 900))
@settings(max_examples=60)
def test_splitting_a_grant_changes_nothing(
    wage: Decimal, hours: int, start: date, gap: int
) -> None:
    split = start + timedelta(days=gap)
    until = date(2026, 6, 17)
    whole = ledger_of(_text(wage, _grants((start, hours), until=until)), "2014-01", "2026-12")
    if split <= until:
        parts = _grants((start, hours), (split, hours), until=until)
        halves = ledger_of(_text(wage, parts), "2014-01", "2026-12")
        assert halves.months == whole.months
        assert halves.outstanding == whole.outstanding


@given(wage=wages, hours=whole_hours, year=st.integers(2014, 2025))
@settings(max_examples=60)
def test_a_course_without_change_is_the_same_all_year_and_calc_agrees(
    wage: Decimal, hours: int, year: int
) -> None:
    text = _text(wage, _grants((date(year, 1, 1), hours)))
    course = ledger_of(text, f"{year}-01", f"{year + 1}-12")
    for of_year in (year, year + 1):
        rows = [row for row in course.months if row.month.year == of_year]
        assert len({(row.gross, row.pension, row.atp_recipient) for row in rows}) == 1
        result = calculate(case_of(text), BOOK, date(of_year, 5, 17)).results[0]
        row = rows[4]
        assert result.amounts.get("gross") == row.gross
        assert result.amounts.get("pension") == row.pension
        assert result.amounts.get("atp_recipient") == row.atp_recipient
        assert result.amounts.get("atp_municipality") == row.atp_municipality


@given(
    events=st.lists(
        st.one_of(
            st.integers(0, 10**7).map(lambda ore: ("earn", Fraction(ore, 100))),
            st.fractions(0, 1).map(lambda part: ("take", part)),
            st.just(("turn", Fraction(0))),
        )
    )
)
def test_the_pots_are_never_below_zero_and_lose_nothing(
    events: list[tuple[str, Fraction]],
) -> None:
    pots = Pots()
    lapsed = taken = earned = Fraction(0)
    for what, amount in events:
        if what == "earn":
            pots.earn(Pot(amount))
            earned += amount
        elif what == "take":
            taken += sum(each.gross for each in pots.take(amount))
        else:
            lapsed += pots.last.gross
            pots.turn_year()
        assert pots.last.gross >= 0
        assert pots.this.gross >= 0
    assert pots.last.gross + pots.this.gross + taken + lapsed == earned


@given(
    gross=st.fractions(min_value=0, max_value=10**7, max_denominator=10**9),
    percent=st.decimals(min_value=0, max_value=100, places=2),
)
# Half an øre, of a gross that no number of decimals reaches.
@example(gross=Fraction(5, 6), percent=Decimal(3))
def test_a_written_gross_leads_to_the_supplement(gross: Fraction, percent: Decimal) -> None:
    supplement = fraction_to_ore(gross * Fraction(percent) / 100)
    written = written_gross(gross, percent)
    assert (written is None) == (supplement == 0)
    if written is not None:
        assert percent_of(written, percent) == supplement
        assert abs(Fraction(written) - gross) <= Fraction("0.005")


def test_the_holiday_year_begins_in_september_from_2021() -> None:
    assert holiday_year_begins(2020) == Month(2020, 5)
    assert holiday_year_begins(2021) == Month(2021, 9)


@given(wage=wages, hours=st.lists(whole_hours, min_size=2, max_size=5), start=days)
@settings(max_examples=60)
def test_what_is_compensated_is_never_more_than_was_earned(
    wage: Decimal, hours: list[int], start: date
) -> None:
    grants = [(start + timedelta(days=100 * number), each) for number, each in enumerate(hours)]
    until = grants[-1][0] + timedelta(days=30)
    course = ledger_of(_text(wage, _grants(*grants, until=until)), "2014-01", "2026-12")
    paid = course.total("holiday_125") + sum(
        (due.amount for due in course.outstanding if due.kind == "holiday_125"), Decimal(0)
    )
    earned = course.total("gross")
    assert paid <= percent_of(earned, Decimal("12.5")) + Decimal("0.10")
    if all(later >= former for former, later in pairwise(hours)) and start.year == until.year:
        assert abs(paid - percent_of(earned, Decimal("12.5"))) <= Decimal("0.05")


@given(
    wage=wages, hours=st.lists(whole_hours, min_size=2, max_size=4), start=days,
    lengths=st.lists(st.integers(1, 500), min_size=4, max_size=4),
    gaps=st.lists(st.integers(1, 500), min_size=4, max_size=4),
)  # fmt: skip
@settings(max_examples=60)
def test_a_grant_after_a_pause_changes_nothing_that_was_due(
    wage: Decimal, hours: list[int], start: date, lengths: list[int], gaps: list[int]
) -> None:
    """What was due before it begins stays, and supplements that had arisen fall due as before."""
    rows, first = [], start
    for each, length, gap in zip(hours, lengths, gaps, strict=False):
        rows.append(
            (first, f"{{from = {first}, hours = {each}, until = {first + timedelta(length)}}}")
        )
        first += timedelta(length + 1 + gap)
    begins = Month.of(rows[-1][0])
    before, after = (
        months_of(ledger_of(_text(wage, f"[{', '.join(row for _, row in kept)}]"), *_ALL_YEARS))
        for kept in (rows[:-1], rows)
    )
    for month in map(str, months(Month(2014, 1), Month(2026, 12))):
        old, new = (
            found.get(month) or CourseMonth(Month.parse(month)) for found in (before, after)
        )
        if new.month < begins:
            assert [getattr(old, key) for key in AMOUNTS] == [getattr(new, key) for key in AMOUNTS]
        assert new.holiday_125 >= old.holiday_125


@given(wage=wages, hours=whole_hours, start=days, gap=st.integers(1, 900))
@settings(max_examples=60)
def test_atp_does_not_depend_on_how_a_parent_s_hours_are_cut_into_courses(
    wage: Decimal, hours: int, start: date, gap: int
) -> None:
    split, until = start + timedelta(gap), start + timedelta(1000)
    whole = _text(wage, _grants((start, hours), until=until))
    parts = _text(wage, _grants((start, hours), until=split - timedelta(1))) + _text(
        wage, _grants((split, hours), until=until)
    )
    one, many = (
        make_ledger(case_of(text), BOOK, Month(2014, 1), Month(2026, 12), today=TODAY).courses
        for text in (whole, parts)
    )
    for row in one[0].months:
        same = [other for each in many for other in each.months if other.month == row.month]
        assert sum((other.atp_recipient for other in same), Decimal(0)) == row.atp_recipient
        assert sum(bool(other.atp_recipient) for other in same) <= 1


def test_what_was_paid_in_a_month_of_two_courses_is_shared() -> None:
    text = """
[[lost_earnings]]
parent = "A"
weekly_hours = 37
monthly_wage = 31000
grant = [{from = 2026-01-01, hours = 37, until = 2026-01-10}]
[[lost_earnings]]
parent = "A"
weekly_hours = 37
monthly_wage = 31000
grant = [{from = 2026-01-11, hours = 37, until = 2026-01-31}]
"""
    made = make_ledger(case_of(text), BOOK, Month(2026, 1), Month(2026, 1), today=TODAY)
    rows = b"month,gross,pension,holiday\n2026-01,30000.00,0,0\n"
    compared = compare(made, paid_in(tables_from_bytes("paid.csv", rows)))
    differences = [course.months[0].difference for course in compared.courses]
    # 10.000 and 21.000 were due: what is missing is missing in the later course
    assert [each.gross for each in differences if each] == [Decimal(0), Decimal(1000)]


@given(paid=st.dictionaries(st.integers(1, 12), st.integers(0, 40000), min_size=1))
@settings(max_examples=40)
def test_comparing_leaves_the_ledger_as_it_was(paid: dict[int, int]) -> None:
    text = _text(Decimal(31000), "[{from = 2026-02-01, hours = 20, until = 2026-05-10}]")
    made = make_ledger(case_of(text), BOOK, Month(2026, 1), Month(2026, 12), today=TODAY)
    before = deepcopy(made)
    rows = "".join(f"2026-{month:02d},{gross}.00,0,0\n" for month, gross in paid.items())
    file = tables_from_bytes("paid.csv", f"month,gross,pension,holiday\n{rows}".encode())
    compared = compare(made, paid_in(file))
    assert made == before
    (months_compared,) = (months_of(course) for course in compared.courses)
    for month, gross in paid.items():
        found = months_compared[f"2026-{month:02d}"].paid
        assert found is not None
        assert found.gross == gross


def test_a_month_of_a_ledger_cannot_be_changed() -> None:
    course = ledger_of(_text(Decimal(31000), "[{from = 2026-02-01, hours = 20}]"), *_ALL_YEARS)
    for name in CourseMonth._fields:
        with pytest.raises(AttributeError):
            setattr(course.months[0], name, None)
    assert {type(each) for month in course.months for each in (month.lines, month.remarks)} == {
        tuple
    }


def test_a_sibling_s_course_is_named_wherever_it_is_told(
    write_case: Callable[[str], Path], book: RateBook
) -> None:
    case = write_case("""
format = 1
case_id = "two-children"
child = {born = 2014-03-10}
sibling = [{label = "B", born = 2016-04-01}]
[[lost_earnings]]
parent = "A"
weekly_hours = 37
monthly_wage = 30000
grant = [{from = 2026-03-01, hours = 8}]
[[lost_earnings]]
parent = "A"
child = "B"
weekly_hours = 37
monthly_wage = 30000
grant = [{from = 2026-03-01, hours = 8}]
""")
    for kind, command, key in (
        ("result", ("calc", case, "--date", "2026-04-01"), "results"),
        ("ledger", ("ledger", case, "--to", "2026-04"), "courses"),
    ):
        written = json.loads(udmaal(*command, "-f", "json").out)
        assert [part.get("child") for part in written[key]] == [None, "B"]
        Draft202012Validator(schema_of(kind, "en")).validate(written)  # type: ignore[arg-type]
        for format_ in ("table", "csv", "markdown"):
            told = udmaal(*command, "-f", format_).out.replace("\\", "")
            assert "søskende B" in told, format_


def test_months_without_rates_are_refused_while_the_course_runs(book: RateBook) -> None:
    running = case_of(_text(Decimal(30000), "[{from = 2026-01-01, hours = 37}]"))
    ended = case_of(_text(Decimal(30000), "[{from = 2025-01-01, hours = 37, until = 2026-01-31}]"))
    far = Month(2027, 12)
    with pytest.raises(InputFaultsError) as caught:
        make_ledger(running, book, None, far, today=TODAY)
    assert [fault.code for fault in caught.value.faults] == ["date.not_covered"]
    (course,) = make_ledger(ended, book, None, far, today=TODAY).courses
    assert str(course.months[-1].month) == "2027-09"
    assert course.outstanding == ()
    by_default = make_ledger(running, book, today=date(2031, 1, 1))
    assert by_default.last == Month(2026, 12)


PAID = """
[[lost_earnings]]
parent = "A"
weekly_hours = 37
monthly_wage = 30000
grant = [{from = 2025-01-01, hours = 37, until = 2025-04-30}]
"""


@pytest.fixture
def paid_case(tmp_path: Path) -> Callable[[str], tuple[Path, Path]]:
    def make(rows: str) -> tuple[Path, Path]:
        case = tmp_path / "case.toml"
        head = 'format = 1\ncase_id = "x"\nchild = {born = 2012-03-10}\n'
        case.write_text(head + PAID, encoding="utf-8")
        paid = tmp_path / "paid.csv"
        paid.write_text(rows, encoding="utf-8")
        return case, paid

    return make


@pytest.mark.parametrize(
    "rows",
    [
        "måned;brutto;pension;ferie\n2025-01;29.000,50;0;\n2025-02;31000;0,00;0\n2025-04;30000,0;;\n",
        'month,gross,pension,holiday\n2025-01,29000.50,0,\n02-2025,31000,0.00,0\n2025-04,"30,000.0",,\n',
        "Month\tGross\tPension\tHoliday\n2025-01\t29000.5\t\t\n2025-02\t31000\t\t\n2025-04\t30000\t\t\n",
    ],
)
def test_what_was_paid_in_either_language(
    rows: str, paid_case: Callable[[str], tuple[Path, Path]]
) -> None:
    case, paid = paid_case(rows)
    ran = udmaal("ledger", case, "--paid", paid, "--to", "2025-06", "-f", "json")
    assert ran.code == 0
    course = json.loads(ran.out)["courses"][0]
    found = {row["month"]: row["difference"] for row in course["months"]}
    assert found == {
        "2025-01": "999.50", "2025-02": "-1000.00", "2025-03": "30000.00", "2025-04": "0.00",
    }  # fmt: skip
    assert course["totals"]["owed"] == "30999.50"
    assert course["totals"]["overpaid"] == "1000.00"
    assert course["totals"]["difference"] == "29999.50"


def test_a_month_paid_though_nothing_was_due(
    paid_case: Callable[[str], tuple[Path, Path]],
) -> None:
    case, paid = paid_case("month,gross,pension,holiday\n2025-05,1000.00,100.00,0\n")
    ran = udmaal("ledger", case, "--paid", paid, "--to", "2025-06", "--lang", "en")
    assert ran.code == 0
    assert "Paid too much\n2025-05  1,100.00 (gross 1,000.00, pension 100.00)" in ran.out


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("month,gross\n", ["1:1", "ingen udbetalinger"]),
        ("month,parent\n2025-01,A\n", ["1:1", "kolonne med beløb"]),
        ("month,gross,pension,holiday\n2025-13,1,2,3\n2025-01,1.234,0,0\nx\n",
         ["2:1", "2025-13", "3:9", "1.234", "4:1"]),
        ("month,gross,pension,holiday\n2031-01,1,2,3\n", ["2:1", "2031-01", "2025-06"]),
        ("month,gross,pension,holiday,parent\n2025-01,1,2,3,C\n", ["2:1", "C"]),
        ("", ["tom"]),
    ],
)  # fmt: skip
def test_bad_rows_are_named_with_their_line(
    rows: str, words: list[str], paid_case: Callable[[str], tuple[Path, Path]]
) -> None:
    case, paid = paid_case(rows)
    ran = udmaal("ledger", case, "--paid", paid, "--to", "2025-06")
    assert ran.code == 1
    assert all(word in ran.err for word in words)
    assert "Traceback" not in ran.err


def test_the_picture_has_no_control_codes_in_a_pipe() -> None:
    ran = udmaal("ledger", "examples/course-with-run-off.toml", "--to", "2026-12", "--plot")
    assert ran.code == 0
    assert "█" in ran.out
    assert "\x1b" not in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_a_month_can_be_opened() -> None:
    ran = udmaal("ledger", "examples/course-with-run-off.toml", "--explain", "2025-05")
    assert "171.194,59" in ran.out
    assert "BEK 1603/2023 § 16" in ran.out


@pytest.mark.parametrize("format_", ["json", "csv", "markdown", "toml"])
def test_formats(format_: str) -> None:
    example = "examples/course-to-18th-birthday.toml"
    ran = udmaal("ledger", example, "--to", "2026-12", "--format", format_)
    assert (ran.code, ran.err) == (0, "")
    assert ("september 2027" if format_ == "markdown" else "2027-09") in ran.out
    assert "14339" in ran.out


@pytest.mark.parametrize(
    ("args", "word"),
    [
        (["--from", "2025"], "2025"),
        (["--from", "2026-01", "--to", "2025-01"], "--from"),
        (["--explain", "maj"], "maj"),
    ],
)
def test_wrong_months(args: list[str], word: str) -> None:
    ran = udmaal("ledger", "examples/course-with-run-off.toml", *args)
    assert ran.code == 2
    assert word in ran.err
    assert ran.out == ""


def test_the_other_benefits_have_months_too() -> None:
    ran = udmaal("ledger", "examples/all-benefits.toml", "--to", "2026-06", "-f", "json")
    document = json.loads(ran.out)
    assert document["extra_costs"]["rules"] == "compensation"
    months = {row["month"]: row for row in document["extra_costs"]["months"]}
    assert months["2025-12"]["monthly"] == "1105.00"
    assert months["2026-01"]["monthly"] == "1155.00"
    (supplementary,) = document["supplementary"]
    # 19 days in February; the months together are the total of 111 days
    assert supplementary["months"][0]["amount"] == "7460.62"
    assert supplementary["totals"]["amount"] == "43585.74"
    assert document["companion"]["months"][2]["hours_balance"] == "24.50"


def test_one_offs_by_agreement_stand_in_its_month() -> None:
    ran = udmaal("ledger", "examples/compensation-group-2.toml", "--to", "2026-03", "-f", "json")
    months = {row["month"]: row for row in json.loads(ran.out)["extra_costs"]["months"]}
    assert {month: row["one_off"] for month, row in months.items()} == {
        "2025-11": "0.00", "2025-12": "0.00", "2026-01": "2000.00",  # 2.400 × 10/12
        "2026-02": "0.00", "2026-03": "0.00",
    }  # fmt: skip


def test_corrected_ceilings_show_what_a_reopened_case_is_owed() -> None:
    args = ("calc", "examples/full-time-ceiling-2014.toml", "--date", "2017-05-01", "-f", "json")
    corrected = json.loads(udmaal(*args, "--corrected-ceilings").out)["results"][0]
    assert corrected["amounts"]["gross"] == "30875.00"
    lines = {line["id"]: line for line in corrected["lines"]}
    assert lines["corrected_difference"]["amount"] == "957.00"
    assert lines["ceiling"]["rates"] == ["lost_earnings.ceiling_corrected"]
    later = (*args[:3], "2020-01-01", "-f", "json")
    assert udmaal(*later, "--corrected-ceilings").out == udmaal(*later).out


@pytest.mark.parametrize(
    ("end", "born", "assumption", "has_it"),
    [
        ('{date = 2026-03-31, reason = "death"}', "2012-03-10", "A08", True),
        ('{date = 2026-03-31, reason = "conditions_lapsed"}', "2012-03-10", "A08", False),
        ('{date = 2026-03-31, reason = "child_18"}', "2012-03-10", "A07", True),
        ('{date = 2026-03-31, reason = "moved"}', "2012-03-10", "A07", False),
        ('{date = 2026-03-31, reason = "conditions_lapsed"}', "2008-05-01", "A07", True),
        ('{date = 2026-12-31, reason = "child_18"}', "2012-03-10", "A07", False),
    ],
)
def test_assumptions_about_the_end(end: str, born: str, assumption: str, has_it: bool) -> None:
    text = f"[child]\nborn = {born}\n" + _text(
        Decimal(30000), "[{from = 2026-01-01, hours = 20}]", f"end = {end}"
    )
    course = ledger_of(text, "2026-01", "2026-09")
    assert (assumption in course.assumptions) == has_it


def test_single_days_alone_that_ended_rest_on_an_assumption() -> None:
    text = """
[[lost_earnings]]
parent = "A"
weekly_hours = 37
monthly_wage = 30000
single_day = [{date = 2025-03-03, hours = 8}]
end = {date = 2025-06-30, reason = "moved"}
"""
    assert ledger_of(text, "2025-03", "2025-12").assumptions == ("A13",)
    assert ledger_of(text, "2025-03", "2025-05").assumptions == ()


def test_months_before_the_level_of_the_basis_are_refused() -> None:
    text = _text(Decimal(30000), "[{from = 2020-01-01, hours = 20}]", "basis_level = 2025")
    with pytest.raises(InputFaultsError) as caught:
        ledger_of(text, "2024-12", "2025-12")
    assert [fault.code for fault in caught.value.faults] == ["ledger.before_level"]
    assert str(ledger_of(text, "2025-01", "2025-12").months[0].month) == "2025-01"


def test_what_happened_is_told_in_its_month() -> None:
    course = ledger_of(
        _text(
            Decimal(30000),
            "[{from = 2025-01-15, hours = 40, until = 2025-03-31},"
            " {from = 2025-06-01, hours = 20}]",
            'end = {date = 2025-09-30, reason = "death"}\n'
            "new_income = [{from = 2025-11-01, monthly = 5000}]",
        ),
        "2025-01", "2026-01",
    )  # fmt: skip
    told = {str(month.month): [remark.code for remark in month.remarks] for month in course.months}
    assert {month: codes for month, codes in told.items() if codes} == {
        "2025-01": ["start", "hours", "cut"],
        "2025-03": ["pause"],
        "2025-06": ["hours"],
        "2025-09": ["end"],
        "2025-10": ["run_off"],
        "2025-11": ["new_income"],
        "2026-01": ["regulation", "run_off_end"],
    }
