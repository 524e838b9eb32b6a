"""What must hold for every case."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import case_of
from independent import lost_earnings, ore, supplementary
from udmaal.api import calculate
from udmaal.breakdown import Result
from udmaal.calendar_month import Month
from udmaal.case.model import Case
from udmaal.language import LANGUAGES
from udmaal.law.calculate import results_on
from udmaal.law.context import Context, Situation
from udmaal.law.extra_costs.sums import ONE_OFF_COSTS, RUNNING_COSTS, Sums
from udmaal.law.extra_costs.threshold import entitlement
from udmaal.law.lost_earnings.course import courses_of
from udmaal.law.months import months_of
from udmaal.lines.kind import Together
from udmaal.money import ratio, to_nearest, to_ore
from udmaal.municipality import NATIONAL
from udmaal.rates.read import read_rates
from udmaal.text.lines import formula, label

BOOK = read_rates()
CONTEXT = Context(BOOK, NATIONAL)

kroner = st.decimals(min_value=0, max_value=90_000, places=2)
own_hours = st.decimals(min_value=1, max_value=45, places=1)
hours = st.decimals(min_value=Decimal("0.5"), max_value=50, places=2)
dates = st.dates(date(2014, 1, 1), date(2026, 12, 31))


def _course(parent: str, start: date, granted: Decimal, **more: Any) -> dict[str, Any]:
    return {
        "parent": parent,
        "grant": [{"from": start, "hours": granted}],
        "weekly_hours": Decimal(37),
        "monthly_wage": Decimal(30000),
        **more,
    }


def _results(on: date, *courses: dict[str, Any], **more: Any) -> tuple[Result, ...]:
    case = Case.model_validate(
        {
            "format": 1,
            "case_id": "x",
            "child": {"born": date(2013, 1, 1)},
            "lost_earnings": list(courses),
            **more,
        }
    )
    return results_on(Situation(case, courses_of(case, BOOK), CONTEXT), on)


def _amount(result: Result, key: str) -> Decimal:
    amount = result.amounts.get(key)
    assert isinstance(amount, Decimal)
    return amount


@given(
    wage=kroner, own=own_hours, granted=hours, others=hours, pension=kroner, start=dates,
    days=st.integers(0, 4000), old=st.booleans(),
)  # fmt: skip
@settings(max_examples=400)
def test_agrees_with_a_second_calculation(
    wage: Decimal, own: Decimal, granted: Decimal, others: Decimal, pension: Decimal,
    start: date, days: int, old: bool,
) -> None:  # fmt: skip
    on = min(start + timedelta(days=days), date(2026, 12, 31))
    first = _course("A", start, others)
    second = _course(
        "B", start, granted, weekly_hours=own, monthly_wage=wage, employer_pension=pension,
        paid_in_2010=old,
    )  # fmt: skip
    result = _results(on, first, second)[1]
    expected = lost_earnings(
        Fraction(wage), Fraction(own), Fraction(granted), Fraction(others), Fraction(pension),
        start, on, old_rules=old,
    )  # fmt: skip
    assert {key: Fraction(_amount(result, key)) for key in expected} == expected


slips = st.lists(
    st.tuples(st.sampled_from("12"), kroner, st.decimals(min_value=1, max_value=200, places=2)),
    min_size=1, max_size=8,
)  # fmt: skip


@given(rows=slips, own=own_hours, percent=st.decimals(min_value=0, max_value=20, places=2))
def test_payslips_agree_with_a_second_calculation(
    rows: list[tuple[str, Decimal, Decimal]], own: Decimal, percent: Decimal
) -> None:
    start = date(2024, 5, 1)
    course = _course(
        "A", start, own, weekly_hours=own, employer_pension_percent=percent, monthly_wage=None,
        over_37_reason="x",
    )  # fmt: skip
    with_hours, of_employers = (
        [
            {
                "month": f"2023-{number:02d}",
                "gross": gross,
                **({"hours": paid} if hourly else {"employer": employer}),
            }
            for number, (employer, gross, paid) in enumerate(rows, 1)
        ]
        for hourly in (True, False)
    )
    (result,) = _results(start, {**course, "payslip": with_hours})
    pay = Fraction(sum(gross for _, gross, _ in rows))
    paid = Fraction(sum(hours for _, _, hours in rows))
    basis = _line(result, "wage_basis")
    assert Fraction(basis) == ore(pay / paid * Fraction(own) * 52 / 12)
    former = ore(Fraction(basis) * Fraction(percent) / 100)
    if former:
        assert Fraction(_line(result, "employer_pension")) == former
    (result,) = _results(start, {**course, "payslip": of_employers})
    means = Fraction(0)
    for employer in "12":
        grosses = [Fraction(row[1]) for row in rows if row[0] == employer]
        means += ore(sum(grosses, Fraction(0)) / len(grosses)) if grosses else 0
    assert Fraction(_line(result, "wage_basis")) == means


def _line(result: Result, id_: str) -> Decimal:
    return next(line.amount for line in result.lines if line.id == id_)


@given(wage=kroner, more=kroner, granted=hours, on=dates)
def test_more_wage_never_gives_less(
    wage: Decimal, more: Decimal, granted: Decimal, on: date
) -> None:
    start = date(2014, 1, 1)
    (low,) = _results(on, _course("A", start, granted, monthly_wage=wage))
    (high,) = _results(on, _course("A", start, granted, monthly_wage=wage + more))
    assert _amount(high, "gross") >= _amount(low, "gross")


@given(wage=kroner, one=hours, other=hours, on=dates)
def test_more_hours_never_give_less(wage: Decimal, one: Decimal, other: Decimal, on: date) -> None:
    start = date(2014, 1, 1)
    low, high = sorted((one, other))
    (fewer,) = _results(on, _course("A", start, low, monthly_wage=wage))
    (more,) = _results(on, _course("A", start, high, monthly_wage=wage))
    assert _amount(more, "gross") >= _amount(fewer, "gross")
    assert _amount(more, "atp_recipient") >= _amount(fewer, "atp_recipient") or not wage


@given(wage=kroner, granted=hours, own=own_hours, pension=kroner, on=dates)
def test_caps_hold(
    wage: Decimal, granted: Decimal, own: Decimal, pension: Decimal, on: date
) -> None:
    course = _course(
        "A", date(2014, 1, 1), granted, monthly_wage=wage, weekly_hours=own,
        employer_pension=pension,
    )  # fmt: skip
    (result,) = _results(on, course)
    gross = _amount(result, "gross")
    assert gross <= BOOK.at(on).number("lost_earnings.ceiling")
    assert _amount(result, "pension") <= to_ore(gross / 10)
    assert _amount(result, "pension") <= to_ore(pension)


@given(
    rate=st.decimals(min_value=0, max_value=1, places=3), deduction=kroner, saving=kroner,
    wage=kroner, granted=hours,
)  # fmt: skip
def test_payout_never_exceeds_net_and_the_cost_adds_up(
    rate: Decimal, deduction: Decimal, saving: Decimal, wage: Decimal, granted: Decimal
) -> None:
    course = _course(
        "A", date(2025, 1, 1), granted, monthly_wage=wage,
        tax={"rate": rate, "monthly_deduction": deduction},
        saving=[{"kind": "other", "monthly": saving}],
    )  # fmt: skip
    (result,) = _results(date(2025, 5, 1), course)
    net, payout = _amount(result, "net"), _amount(result, "payout")
    assert 0 <= payout <= net <= _amount(result, "gross")
    parts = _amount(result, "gross") + _amount(result, "pension")
    assert _amount(result, "municipality_cost") == (
        parts + _amount(result, "atp_municipality") - (net - payout)
    )


@given(wage=kroner, granted=hours, own=own_hours, on=dates)
def test_every_line_is_in_whole_ore_and_can_be_read(
    wage: Decimal, granted: Decimal, own: Decimal, on: date
) -> None:
    course = _course("A", date(2014, 1, 1), granted, monthly_wage=wage, weekly_hours=own)
    (result,) = _results(on, course)
    for line in result.lines:
        if line.unit.startswith("DKK"):
            assert line.amount == to_ore(line.amount)
        for language in LANGUAGES:
            assert label(line, language)
            assert formula(line, language)


items = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.just("other"),
            "amount": kroner,
            "per": st.sampled_from(["day", "week", "month", "quarter", "year", "once"]),
            "normal": st.decimals(min_value=0, max_value=500, places=2),
        }
    ),
    max_size=6,
)
decisions = st.dates(date(2015, 1, 1), date(2025, 8, 31))


@given(items=items, decided=decisions, index=st.integers(0, 5), more=kroner)
def test_a_higher_cost_never_gives_less(
    items: list[dict[str, Any]], decided: date, index: int, more: Decimal
) -> None:
    def yearly_value(items: list[dict[str, Any]]) -> Decimal:
        costs = {"decided": decided, "item": items}
        (result,) = _results(decided, extra_costs=costs)
        return _amount(result, "monthly") * 12 + _amount(result, "one_off")

    if index < len(items) and items[index]["per"] != "once":
        raised = [*items]
        raised[index] = {**raised[index], "amount": raised[index]["amount"] + more}
        # Running costs that reach the threshold move one-offs out of the rounded monthly amount;
        # apart from that rounding (at most 50 kr. a month) nothing may get lost.
        assert yearly_value(raised) >= yearly_value(items) - 600


@given(running=kroner, one_offs=st.lists(kroner, max_size=4), decided=decisions)
def test_pooled_costs_never_give_less_before_rounding(
    running: Decimal, one_offs: list[Decimal], decided: date
) -> None:
    threshold = BOOK.at(decided)["extra_costs.threshold"]

    def value(running: Decimal, one_offs: list[Decimal]) -> Decimal:
        once = tuple(ONE_OFF_COSTS.of(decided, amounts=(cost,)) for cost in one_offs)
        regular = RUNNING_COSTS.of(decided, amounts=(running,))
        given_ = entitlement(Sums.of(regular, once, threshold, decided, decided), decided)
        monthly = (given_.monthly_from,) if given_.monthly_from else ()
        return Together((*monthly, *given_.at_cost)).amount

    half = to_ore(running / 2)
    apart = value(half, one_offs[:2]) + value(running - half, one_offs[2:])
    assert value(running, one_offs) >= apart


# The maximum of 2013 is not known; a period may begin just before a turn of the year.
first_days = st.dates(date(2014, 1, 6), date(2026, 8, 31)) | st.builds(
    lambda year, day: date(year, 12, day), st.integers(2014, 2025), st.integers(1, 31)
)


@given(
    first=first_days,
    days=st.integers(0, 130),
    wage=st.decimals(min_value=0, max_value=20_000, places=2),
    payments=st.decimals(min_value=0, max_value=5_000, places=2),
    worked=own_hours,
    course_days=st.none() | st.integers(0, 130),
    parts=st.data(),
)
def test_the_supplementary_benefit_agrees_with_a_second_calculation(
    first: date,
    days: int,
    wage: Decimal,
    payments: Decimal,
    worked: Decimal,
    course_days: int | None,
    parts: st.DataObject,
) -> None:
    table = {
        "parent": "A",
        "unemployed_from": first,
        "until": first + timedelta(days=days),
        "former_weekly_wage": wage,
        "former_weekly_hours": worked,
        "employer_payments_weekly": payments,
        "insured": True,
        **dict.fromkeys(
            ("self_inflicted", "dagpenge", "offered_part_time", "other_support"), False
        ),
        "receives_lost_earnings": True,
    }
    courses = []
    course_ends = None
    if course_days is not None:
        course_ends = first + timedelta(days=course_days)
        courses = [_course("A", first, Decimal(10))]
        courses[0]["grant"][0]["until"] = course_ends
    case = Case.model_validate(
        {
            "format": 1,
            "case_id": "x",
            "child": {"born": date(2013, 6, 1)},
            "lost_earnings": courses,
            "supplementary": [table],
        }
    )
    last, weekly, total = supplementary(
        first,
        first + timedelta(days=days),
        course_ends,
        *(Fraction(each) for each in (wage, payments, worked)),
    )
    situation = Situation(case, courses_of(case, BOOK), CONTEXT)
    on = parts.draw(st.dates(first, last))
    (result,) = (each for each in results_on(situation, on) if each.benefit == "supplementary")
    assert result.amounts.get("until") == last
    assert _amount(result, "weekly") == weekly[on]
    assert _amount(result, "total") == total
    assert bool(_amount(result, "weekly")) or not _amount(result, "atp_recipient")
    made = months_of(situation, Month.of(first), Month.of(last), last)
    (ledger,) = made.others
    assert ledger.total("amount") == total
    assert len(ledger.months) == Month.of(last).since(Month.of(first)) + 1


@given(amount=st.decimals(min_value=0, max_value=10**7, places=2))
def test_rounding_is_idempotent_and_near(amount: Decimal) -> None:
    rounded = to_nearest(amount, Decimal(100))
    assert to_nearest(rounded, Decimal(100)) == rounded
    assert -50 < amount - rounded <= 50 or amount - rounded == -50
    assert rounded - amount <= 50


@given(amount=kroner, part=own_hours, whole=own_hours)
def test_a_share_is_rounded_once_and_half_up(
    amount: Decimal, part: Decimal, whole: Decimal
) -> None:
    exact = Fraction(amount) * Fraction(part) / Fraction(whole)
    rounded = Fraction(to_ore(ratio(amount, part, whole)))
    assert -Fraction(1, 200) < rounded - exact <= Fraction(1, 200)


def test_the_date_alone_decides() -> None:
    """A calculation remembers nothing: other dates in between change no byte."""
    file = case_of("""
[[lost_earnings]]
parent = "A"
weekly_hours = 37
monthly_wage = 30000
grant = [{from = 2014-02-01, hours = 37}]
""")
    on = date(2020, 5, 1)
    first = calculate(file, BOOK, on)
    for year in range(2014, 2027):
        calculate(file, BOOK, date(year, 3, 1))
    assert calculate(file, BOOK, on) == first


decision_days = st.lists(
    st.tuples(st.integers(0, 700), st.integers(-90, 90), kroner, st.integers(0, 500)),
    min_size=2,
    max_size=4,
)


@given(decisions=decision_days)
@settings(max_examples=60)
def test_a_new_decision_changes_no_month_before_its_own(
    decisions: list[tuple[int, int, Decimal, int]],
) -> None:
    """A decision is added to the history; what was due before its first month stays as it was."""
    tables: list[dict[str, Any]] = []
    decided = first = date(2019, 1, 1)
    for days, works_from, amount, documented in decisions:
        decided += timedelta(days=days + 1)
        first = max(decided + timedelta(days=works_from), first + timedelta(days=1))
        item = {"kind": "medicine", "amount": amount, "per": "month"}
        once = {"kind": "course", "amount": 900, "per": "once"}
        dated = {**once, "date": first + timedelta(days=documented)}
        tables.append({"decided": decided, "from": first, "item": [item, once, dated]})
    if decided >= date(2025, 9, 1):
        return
    before, after = (_extra_costs_months(each) for each in (tables[:-1], tables))
    begins = Month.of(tables[-1]["from"])
    assert {month: row for month, row in before.items() if month < begins} == {
        month: row for month, row in after.items() if month < begins
    }
    assert set(before) <= set(after)


def _extra_costs_months(tables: list[dict[str, Any]]) -> dict[Month, Any]:
    case = Case.model_validate(
        {
            "format": 1,
            "case_id": "x",
            "child": {"born": date(2016, 5, 14)},
            "extra_costs": tables,
        }
    )
    found = months_of(Situation(case, (), CONTEXT), None, Month(2026, 12), date(2026, 6, 1))
    return {row.month: (row.amounts, row.decided) for other in found.others for row in other.months}
