"""``udmaal what-if``: the same as many files edited by hand, and what decides each amount."""

import csv
import io
import json
import re
import sys
import tomllib
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from conftest import EXAMPLES, GROSS_LABEL, ROOT, example_date, started, udmaal
from declared import FORMULAS, operands
from udmaal.api import calculate, case_from_source
from udmaal.cli.messages import CommandError
from udmaal.cli.options import needs
from udmaal.faults import InputFaultsError
from udmaal.language import LANGUAGES
from udmaal.rates.read import read_rates
from udmaal.reading.source import parse, source_from_bytes
from udmaal.settings import read_variations
from udmaal.text.faults import mend, problem
from udmaal.what_if.combinations import WhatIf, what_if
from udmaal.what_if.formats.json import what_if_document
from udmaal.what_if.words import change_text

BOOK = read_rates()
PART_TIME = ROOT / "examples" / "part-time-22-of-30.toml"
TWO = ROOT / "examples" / "two-parents-over-37.toml"
PAYSLIPS = ROOT / "examples" / "payslips-savings-tax.toml"
ALL = ROOT / "examples" / "all-benefits.toml"
GROUP_2 = ROOT / "examples" / "compensation-group-2.toml"
BELOW = ROOT / "examples" / "extra-costs-below-threshold.toml"
HOURS = "lost_earnings[0].grant[0].hours"


def _what_if(path: Path, on: str, *sets: str) -> WhatIf:
    source = source_from_bytes("case.toml", path.read_bytes())
    data = parse(source)
    variations = read_variations(sets, data)
    return what_if(source, data, variations, BOOK, date.fromisoformat(on))


def _values(path: Path, *sets: str) -> dict[str, list[str]]:
    read = read_variations(sets, parse(source_from_bytes("case.toml", path.read_bytes())))
    return {each.key: [str(value) for value in each.values] for each in read}


# What --set may say


@pytest.mark.parametrize(
    ("text", "key", "values"),
    [
        (f"{HOURS}=20..23", HOURS, "20 21 22 23"),
        ("lost_earnings.grant.hours=20", HOURS, "20"),
        ("grant[0].hours=20,5..7", HOURS, "20 5 6 7"),
        ("hours = 5..6/0.25", HOURS, "5.00 5.25 5.50 5.75 6.00"),
        ("hours=5..10/2", HOURS, "5 7 9"),
        ("hours=7.4, 7.4,8", HOURS, "7.4 8"),
        ("monthly_wage=20000..25000/2500", "lost_earnings[0].monthly_wage", "20000 22500 25000"),
        ("occupation=employee,benefit", "lost_earnings[0].occupation", "employee benefit"),
        ('parent="1",2x', "lost_earnings[0].parent", "1 2x"),
        ('reason="a,b..c"', "accepted[0].reason", "a,b..c"),
        ("civil_servant=true,false", "lost_earnings[0].civil_servant", "True False"),
        (
            "from=2025-01-31..2025-05-01",
            "lost_earnings[0].grant[0].from",
            "2025-01-31 2025-02-28 2025-03-31 2025-04-30",
        ),
        (
            "from=2025-01-15..2025-07-15/3",
            "lost_earnings[0].grant[0].from",
            "2025-01-15 2025-04-15 2025-07-15",
        ),
        ("date=2026-01..2026-03", "date", "2026-01-01 2026-02-01 2026-03-01"),
        ("date = 2026-03,2026-02-15", "date", "2026-03-01 2026-02-15"),
        ("extra_costs.group=1", "extra_costs.group", "1"),
        ("case_id=2026-0457", "case_id", "2026-0457"),
        ("accepted.reason=x", "accepted[0].reason", "x"),
    ],
)  # fmt: skip
def test_values_and_keys(text: str, key: str, values: str) -> None:
    sets = (text, "extra_costs.decided=2026-01-01") if "group" in text else (text,)
    assert _values(PART_TIME, *sets)[key] == values.split()


@pytest.mark.parametrize(
    ("sets", "codes"),
    [
        (["hours"], ["set.form"]),
        (["=5"], ["set.form"]),
        (["hours="], ["set.form"]),
        (["lost earnings=5"], ["set.form"]),
        (["hours[x]=5"], ["set.form"]),
        (["date=5"], ["set.no_date"]),
        (["date=snart,2026-03-01"], ["set.no_date"]),
        (["date=2026-03..2026-01"], ["set.backwards"]),
        (["date=2026-03-01", "date=2026-04-01"], ["set.twice"]),
        (["hours=5..2"], ["set.backwards"]),
        (["hours=2025-03-01..2025-02-01"], ["set.backwards"]),
        (["hours=a..b"], ["set.range"]),
        (["hours=5..2025-01-01"], ["set.range"]),
        (["hours=2025-01..2025-02"], ["set.range"]),
        (["hours=1..5/0"], ["set.step"]),
        (["hours=1..5/-1"], ["set.step"]),
        (["hours=1..5/x"], ["set.step"]),
        (["from=2025-01-01..2025-02-01/0.5"], ["set.step"]),
        (["hours=1..100000/0.001"], ["set.too_many"]),
        (["from=0001-01-01..9999-12-31"], ["set.too_many"]),
        (["hours=1..101", "monthly_wage=1..101"], ["set.too_many"]),
        (["hours=5", "grant.hours=6"], ["set.twice"]),
        (["lost_earnings[1].monthly_wage=5"], ["set.unknown"]),
        (["monthly_wge=5"], ["set.unknown"]),
        (["lost_earnings=5"], ["set.unknown"]),
        (["hours=0"], ["value.above"]),
        (["hours=200"], ["value.at_most"]),
        (["hours=7,4x"], ["type.number"]),
        (["hours=7.1234567"], ["value.decimals"]),
        (["hours=7.12345678901234"], ["type.number"]),
        (["from=2025-02-30"], ["type.date"]),
        (["occupation=employe"], ["value.choice_near"]),
        (["civil_servant=1"], ["type.bool"]),
        (["case_id=1"], ["type.text"]),
        (["x", "hours=5..2", "monthly_wage=-1"], ["set.form", "set.backwards", "value.at_least"]),
    ],
)
def test_what_cannot_be_set_is_told_all_at_once(sets: list[str], codes: list[str]) -> None:
    with pytest.raises(InputFaultsError) as refused:
        _values(PART_TIME, *sets)
    assert [fault.code for fault in refused.value.faults] == codes
    for fault in refused.value.faults:
        assert fault.file.startswith("--set")
        assert all(problem(fault, language) and mend(fault, language) for language in LANGUAGES)


def test_a_key_of_several_names_them_and_a_slip_its_neighbour() -> None:
    several = udmaal("what-if", TWO, "--set", "monthly_wage=1..5", "--date", "2025-06-01")
    assert several.code == 2
    assert "lost_earnings[0].monthly_wage, lost_earnings[1].monthly_wage" in several.err
    slip = udmaal("what-if", TWO, "--set", "extra_cots.decided=2025-01-01", "--date", "2025-06-01")
    assert slip.code == 2
    assert "mente du extra_costs.decided?" in slip.err


@given(text=st.text(max_size=30) | st.from_regex(r"(hours|from|case_id)=[-0-9.,/\"ex]{1,12}"))
@settings(max_examples=400, deadline=None)
def test_any_set_is_read_or_refused_in_words(text: str) -> None:
    try:
        _values(PART_TIME, text)
    except InputFaultsError as error:
        for fault in error.faults:
            assert all(problem(fault, language) and mend(fault, language) for language in LANGUAGES)


# The same as files edited by hand


def _numbers(data: Any, at: str = "") -> list[tuple[str, Callable[[Any, Any], None], Decimal]]:
    """Give the dotted key, a setter and the value of every decimal and whole number of a case."""
    found: list[tuple[str, Callable[[Any, Any], None], Decimal]] = []
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in items:
        name = f"{at}[{key}]" if isinstance(key, int) else f"{at}.{key}".lstrip(".")
        if isinstance(value, dict | list):
            for inner, put, number in _numbers(value, name):
                found.append((inner, _inside(key, put), number))
        elif type(value) in (int, Decimal) and key != "format":
            found.append((name, _put(key), Decimal(value)))
    return found


def _put(key: Any) -> Callable[[Any, Any], None]:
    def put(data: Any, value: Any) -> None:
        data[key] = value

    return put


def _inside(key: Any, put: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    return lambda data, value: put(data[key], value)


CASES = [
    (path, _numbers(tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)))
    for path in EXAMPLES
]


@given(data=st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_row_is_what_calc_says_of_the_edited_file(data: st.DataObject) -> None:
    path, numbers = data.draw(st.sampled_from([case for case in CASES if case[1]]))
    chosen = data.draw(st.lists(st.sampled_from(numbers), min_size=1, max_size=2, unique=True))
    sets, values = [], []
    for key, _, number in chosen:
        least = max(int(number) - 2, 1)
        value = data.draw(st.integers(least, int(number) + 2))
        other = data.draw(st.integers(1, 100))
        sets.append(f"{key}={other},{value}")
        values.append(value)
    on = date.fromisoformat((example_date(path) + "-01")[:10])
    try:
        found = _what_if(path, on.isoformat(), *sets)
    except InputFaultsError as error:
        event("refused: " + ", ".join(fault.code for fault in error.faults))
        return
    row = next(row for row in found.rows if list(row.values) == values)
    edited = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    for (_, put, _), value in zip(chosen, values, strict=True):
        put(edited, value)
    source = source_from_bytes("case.toml", tomli_w.dumps(edited).encode())
    if row.faults:
        with pytest.raises(InputFaultsError) as refused:
            calculate(case_from_source(source, BOOK), BOOK, on)
        codes = {(fault.code, fault.path) for fault in refused.value.faults}
        assert {(fault.code, fault.path) for fault in row.faults} == codes
        return
    made = calculate(case_from_source(source, BOOK), BOOK, on)
    assert [each.result.amounts for each in row.benefits.values()] == [
        result.amounts for result in made.results
    ]
    assert row.rates_sha256 == made.rates_sha256
    assert set(row.findings) == {each.code for each in made.findings if each.accepted is None}


def test_the_real_command_line_gives_what_calc_gives(tmp_path: Path) -> None:
    before = TWO.read_bytes()
    ran = udmaal(
        "what-if", TWO, "--set", "lost_earnings[1].grant.hours=14..16", "--set",
        "extra_costs.item[1].amount=7800.00,5000", "--date", "2025-06-01", "-f", "json",
    )  # fmt: skip
    assert (ran.code, ran.err) == (0, "")
    assert TWO.read_bytes() == before
    told = json.loads(ran.out)
    assert len(told["rows"]) == 6
    for row in told["rows"]:
        hours, amount = row["set"].values()
        edited = tmp_path / "edited.toml"
        text = TWO.read_text(encoding="utf-8").replace("hours = 20.0", f"hours = {hours}")
        edited.write_text(text.replace("amount = 7800.00", f"amount = {amount}"), encoding="utf-8")
        calc = json.loads(udmaal("calc", edited, "--date", "2025-06-01", "-f", "json").out)
        for varied, result in zip(row["results"], calc["results"], strict=True):
            assert varied["amounts"] == result["amounts"]


@given(
    first=st.integers(1, 79),
    wage=st.integers(1, 90_000),
    which=st.sampled_from(["hours", "monthly_wage"]),
)
@settings(max_examples=40, deadline=None)
def test_more_hours_or_wage_never_give_less(first: int, wage: int, which: str) -> None:
    text = f"hours={first}..80/13" if which == "hours" else f"monthly_wage={wage}..95000/3001"
    found = _what_if(PART_TIME, "2025-03-01", text)
    for key in ("gross", "pension", "municipality_cost", "atp_recipient"):
        amounts = [row.amount("lost_earnings[0]", key) for row in found.rows]
        assert amounts == sorted(amounts, key=lambda amount: amount or Decimal(0))


# The date of the calculation


def test_the_bare_word_date_is_the_date_of_the_calculation() -> None:
    """Also where the case has one date of its own, which is named with its table."""
    example = ROOT / "examples" / "course-with-run-off.toml"
    dates = ("2025-03-31", "2025-04-01", "2026-01-01", "2026-07-08")
    found = _what_if(example, "2014-01-01", f"date={','.join(dates)}")
    assert found.on is None
    case_file = case_from_source(source_from_bytes("case.toml", example.read_bytes()), BOOK)
    for row, on in zip(found.rows, dates, strict=True):
        made = calculate(case_file, BOOK, date.fromisoformat(on))
        told = [each.result.amounts for each in row.benefits.values()]
        assert told == [result.amounts for result in made.results]
    assert found.rows[1].changes
    end = _values(example, "end.date=2026-05-31")
    assert end == {"lost_earnings[0].end.date": ["2026-05-31"]}


def test_dates_vary_with_other_inputs_and_one_without_rates_is_refused() -> None:
    found = _what_if(PART_TIME, "2014-01-01", "hours=10,20", "date=2026-03-01,2099-01-01")
    assert [row.values for row in found.calculated] == [
        (10, date(2026, 3, 1)), (20, date(2026, 3, 1))
    ]  # fmt: skip
    assert {fault.code for row in found.rows for fault in row.faults} == {"date.not_covered"}


def test_a_varying_date_is_told_in_words_and_given_once(tmp_path: Path) -> None:
    picture = tmp_path / "dates.svg"
    ran = udmaal("what-if", PART_TIME, "--set", "date=2025-03..2026-03/3", "--picture", picture)
    assert ran.code == 0, ran.err
    head, _, table = ran.out.partition("\n")
    assert head == "Sag eksempel-deltid"
    assert "Beregningsdato" in table
    assert "1. marts 2026" in table
    assert "Beregningsdato" in picture.read_text(encoding="utf-8")
    told = json.loads(
        udmaal("what-if", PART_TIME, "--set", "date=2025-03,2026-03", "-f", "json").out
    )
    assert told["date"] is None
    assert [row["set"] for row in told["rows"]] == [
        {"date": "2025-03-01"}, {"date": "2026-03-01"}
    ]  # fmt: skip
    twice = udmaal("what-if", PART_TIME, "--set", "date=2025-03", "--date", "2025-03-01")
    assert (twice.code, twice.out) == (2, "")
    assert "beregningsdatoen er givet to gange" in twice.err


# What decides


@pytest.mark.parametrize(
    ("path", "on", "set_", "where", "changes"),
    [
        (PART_TIME, "2025-03-01", "hours=5..32", "lost_earnings[0]",
         {"9": ["ATP fra 39 t."], "18": ["ATP fra 78 t."], "27": ["ATP fra 117 t."],
          "31": ["højst egne timer"]}),
        (PART_TIME, "2025-03-01", "monthly_wage=36620..36625", "lost_earnings[0]",
         {"36623": ["loft"]}),
        (PART_TIME, "2025-03-01", "employer_pension=0,3599..3601", "lost_earnings[0]",
         {"3599": ["pension: før forløbet"], "3600": ["pension: procent"]}),
        (PART_TIME, "2025-03-01", "monthly_wage=88..91", "lost_earnings[0]",
         {"90": ["ikke længere: ATP over ydelsen"]}),
        (PAYSLIPS, "2026-03-01", "monthly_deduction=16410..16412", "lost_earnings[0]",
         {"16411": ["under månedsfradraget"]}),
        (ALL, "2026-03-01", "employer_payments_weekly=2748.64..2748.66/0.01",
         "supplementary[0]",
         {"2748.65": ["ingen ATP"], "2748.66": ["arbejdsgiver betaler det hele"]}),
        (PART_TIME, "2025-03-01", "paid_in_2010=false,true", "lost_earnings[0]",
         {"True": ["ikke længere: egen løn", "intet loft"]}),
        (PART_TIME, "2025-03-01", "from=2025-02-01..2025-05-01", "lost_earnings[0]",
         {"2025-04-01": ["ikke længere: egen løn", "ikke længere: pension: procent",
                         "ikke længere: ATP fra 78 t."]}),
        (TWO, "2025-06-01", "lost_earnings[1].grant.hours=14..16", "lost_earnings[1]",
         {"16": ["højst 37 timer i alt"]}),
        (TWO, "2025-06-01", "item[0].amount=200..400/50", "extra_costs",
         {"250": ["afrunding"], "350": ["afrunding"]}),
        (BELOW, "2024-06-01", "decided=2023-01-01,2024-01-01", "extra_costs",
         {"2024-01-01": ["under bagatelgrænse"]}),
        (GROUP_2, "2026-06-01", "group=2,best", "extra_costs", {"best": ["gruppe 2 bedst"]}),
    ],
)  # fmt: skip
def test_where_what_decides_changes(
    path: Path, on: str, set_: str, where: str, changes: dict[str, list[str]]
) -> None:
    found = _what_if(path, on, set_)
    assert {
        str(row.values[0]): [change_text(each, "da") for each in row.changes]
        for row in found.rows
        if row.changes
    } == changes
    assert {each.where for row in found.rows for each in row.changes} == {where}


def test_a_change_is_no_change_across_series() -> None:
    found = _what_if(PART_TIME, "2025-03-01", "hours=17,18", "monthly_wage=36000,40000")
    assert [row.values for row in found.rows] == [
        (17, 36000), (18, 36000), (17, 40000), (18, 40000)
    ]  # fmt: skip
    assert [[change_text(each, "en") for each in row.changes] for row in found.rows] == [
        [], ["ATP from 78 h"], [], ["ATP from 78 h"]
    ]  # fmt: skip


_THREE = (
    "item[0].amount=200,900",
    "lost_earnings[1].grant.hours=10,15,20",
    "lost_earnings[1].monthly_wage=30000,42000",
)


@lru_cache(maxsize=1)
def _three() -> WhatIf:
    return _what_if(TWO, "2025-06-01", *_THREE)


def test_inputs_that_decide_nothing_are_left_out_and_the_first_of_the_others_runs() -> None:
    found = _three()
    assert [row.values[0] for row in found.rows[:4]] == [200, 900, 200, 900]
    gross = found.deciding(lambda row: row.amount("lost_earnings[1]", "gross"))
    assert gross.inputs == (1, 2)
    assert [[gross.values(row) for row in series] for series in gross.series()] == [
        [(10, 30000), (15, 30000), (20, 30000)],
        [(10, 42000), (15, 42000), (20, 42000)],
    ]
    assert found.deciding(lambda row: row.amount("extra_costs", "monthly")).inputs == (0,)
    assert found.deciding(lambda row: row.amount("lost_earnings[0]", "gross")).inputs == ()


@given(
    of=st.lists(st.integers(0, 2), min_size=12, max_size=12),
    whole=st.lists(st.booleans(), min_size=3),
)
@settings(max_examples=100, deadline=None)
def test_what_is_left_says_the_same_of_every_row(of: list[int], whole: list[bool]) -> None:
    found = _three()
    answers = {
        row.values: of[
            sum(
                each.values.index(value)
                for each, value, counts in zip(found.variations, row.values, whole, strict=False)
                if counts
            )
        ]
        for row in found.rows
    }
    deciding = found.deciding(lambda row: answers[row.values])
    left = {deciding.values(row): answers[row.values] for row in deciding.rows}
    assert len(left) == len(deciding.rows)
    for row in found.rows:
        assert left[deciding.values(row)] == answers[row.values]


def test_every_smaller_of_says_what_decided() -> None:
    # Of these no amount of calc follows, the other value is never the smaller, or neither decides.
    elsewhere = {"single_day_rate", "single_day_pension", "hours_own", "weekly.floor"}
    for key, formula in FORMULAS.items():
        if key not in elsewhere and re.search(r"the smaller of|, at most \{", formula.words.en):
            assert len([each for each in operands(formula) if each.limit]) == 2, key


def test_no_limit_stands_under_a_smaller_of_itself() -> None:
    for key, formula in FORMULAS.items():
        both = formula.limit and any(each.limit for each in operands(formula))
        assert not both or key == "weekly.floor", key


# Output


def test_the_table_is_readable_at_80_columns() -> None:
    ran = udmaal("what-if", PART_TIME, "--set", "hours=16..20", "--date", "2025-03-01")
    assert (ran.code, ran.err) == (0, "")
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "▸ 18  21.600,00  2.160,00  21.534,00  23.892,00  ATP fra 78 t." in ran.out
    assert "Ens i alle rækker: egen løn; pension: procent" in ran.out


def test_inputs_without_effect_are_left_out_of_a_table() -> None:
    ran = udmaal(
        "what-if", TWO, "--set", "lost_earnings[1].grant.hours=10..20/5", "--set",
        "item[0].amount=200,250", "--date", "2025-06-01", "--lang", "en",
    )  # fmt: skip
    first, parent_b, costs = ran.out.split("(BL § 8")[1:]
    assert "hours" not in first.split("Lost earnings, parent B")[0].replace("same", "")
    assert "amount" not in parent_b.split("Extra costs")[0].split("Decided")[0]
    assert re.search(r" amount +kr./month", costs)
    assert "hours " not in costs.split("Decided")[0]


def test_a_refused_combination_is_a_row() -> None:
    args = ("what-if", PART_TIME, "--set", "hours=20", "--set", "occupation=employee,benefit")
    ran = udmaal(*args, "--date", "2025-03-01")
    assert (ran.code, ran.err) == (0, "")
    assert " en anden ydelse; kan ikke være løngrundlag  afvist\n" in ran.out
    assert "\nen anden ydelse; kan ikke være løngrundlag: lost_earnings[0].occupation:" in ran.out
    rows = json.loads(udmaal(*args, "--date", "2025-03-01", "-f", "json").out)["rows"]
    assert [sorted(row) for row in rows] == [
        ["changes", "findings", "rates_sha256", "results", "set"], ["error", "set"]
    ]  # fmt: skip
    assert rows[1]["error"][0]["code"] == "wage.benefit"
    every = udmaal("what-if", PART_TIME, "--set", "occupation=benefit", "--date", "2025-03-01")
    assert every.code == 1
    assert "alle rækker: lost_earnings[0].occupation" in every.out


def test_findings_that_come_and_go_are_named() -> None:
    ran = udmaal("what-if", PART_TIME, "--set", "hours=29..33", "--date", "2025-03-01")
    assert "U105: 31–33\n" in ran.out


@pytest.mark.parametrize(("lang", "delimiter", "comma"), [("da", ";", ","), ("en", ",", ".")])
def test_csv_has_every_amount(lang: str, delimiter: str, comma: str) -> None:
    ran = udmaal(
        "what-if", PART_TIME, "--set", "hours=7.25,18", "--set", 'parent="=1",B', "--date",
        "2025-03-01", "-f", "csv", "--lang", lang,
    )  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(ran.out.removeprefix("\ufeff")), delimiter=delimiter))
    assert len(rows) == 4
    hours, parent, gross, *others = rows[0]
    danish = "Tabt arbejdsfortjeneste, forælder =1: "
    if lang == "da":
        assert (hours, parent) == (
            f"Bevilgede timer om ugen ({HOURS})",
            "Forælderens mærke (lost_earnings[0].parent)",
        )
        named = [
            f"{danish}{title}" for title in ("Bruttoydelse", "Netto, anslået", "ATP, modtager")
        ]
    else:
        assert (hours, parent) == (HOURS, "lost_earnings[0].parent")
        named = [f"lost_earnings[0].{key}" for key in ("gross", "net", "atp_recipient")]
    assert gross == named[0]
    assert set(named[1:]) < set(others)
    assert rows[0][hours] == f"7{comma}25"
    assert rows[0][parent] == "'=1"
    assert [rows[1][name] for name in named] == [f"21600{comma}00", "", f"66{comma}00"]
    limits = rows[1]["bestemt_af" if lang == "da" else "decided_by"]
    assert limits.split("; ")[0] == ("egen løn" if lang == "da" else "own wage")


def test_the_same_input_gives_the_same_bytes() -> None:
    args = (
        "what-if",
        TWO,
        "--set",
        "item[0].amount=200..210",
        "--date",
        "2025-06-01",
        "-f",
        "json",
    )
    assert udmaal(*args).out == started(*args, env={"PYTHONHASHSEED": "1", "LC_ALL": "C"}).out
    found = _what_if(TWO, "2025-06-01", "item[0].amount=200..210")
    assert what_if_document(found, "da") == json.loads(udmaal(*args).out)


@pytest.mark.parametrize(
    ("args", "code", "word"),
    [
        (["ingen.toml", "--set", "hours=5"], 1, "findes ikke"),
        (["CASE"], 2, "--set"),
        (["CASE", "--set", "hours=5", "--date", "i går"], 2, "ÅÅÅÅ-MM-DD"),
        (["CASE", "--set", "hours=5", "--picture", "x.pdf"], 2, ".svg"),
        (["CASE", "--set", "hours=5", "--picture", "no/such/x.svg", "-o", "OUT"], 2, "skrives"),
        (["CASE", "--set", "tax.rate=0.3"], 2, "--set: lost_earnings[0].tax.monthly_deduction"),
        (["BAD", "--set", "hours=5"], 1, "BAD:"),
        (["EMPTY", "--set", "hours=5"], 1, "tom"),
    ],
)
def test_wrong_use_is_told_apart_from_a_wrong_case(
    args: list[str], code: int, word: str, tmp_path: Path
) -> None:
    names = {"CASE": PART_TIME}
    for name in ("BAD", "EMPTY", "OUT"):
        names[name] = tmp_path / f"{name}.toml"
    bad = PART_TIME.read_text(encoding="utf-8").replace("weekly_hours = 30.0", "weekly = 30.0")
    names["BAD"].write_text(bad, encoding="utf-8")
    names["EMPTY"].write_bytes(b"")
    ran = udmaal("what-if", *(names.get(arg, arg) for arg in args), env={"COLUMNS": "200"})
    assert ran.code == code
    assert word.replace("BAD:", f"{names['BAD']}:") in ran.err
    assert "Traceback" not in ran.err
    assert ran.out == ""


@pytest.mark.parametrize("option", ["-o", "--picture"])
def test_the_case_file_is_never_written(option: str, tmp_path: Path) -> None:
    case = tmp_path / "case.svg"
    case.write_bytes(PART_TIME.read_bytes())
    ran = udmaal("what-if", case, "--set", "hours=5", "--date", "2025-03-01", option, case)
    assert (ran.code, ran.out) == (2, "")
    assert case.read_bytes() == PART_TIME.read_bytes()


def test_a_set_may_give_what_the_file_lacks(tmp_path: Path) -> None:
    case = tmp_path / "case.toml"
    text = PART_TIME.read_text(encoding="utf-8").replace("weekly_hours = 30.0\n", "")
    case.write_text(text, encoding="utf-8")
    ran = udmaal("what-if", case, "--set", "weekly_hours=30", "--date", "2025-03-01")
    assert ran.code == 0
    assert "26.400,00" in ran.out


# The picture


@pytest.mark.parametrize(
    ("path", "sets", "words"),
    [
        (PART_TIME, ["hours=5..37"], ["ATP fra 117 t.", GROSS_LABEL, "40.000", "kr./md.",
          f"Bevilgede timer om ugen ({HOURS})"]),
        (TWO, ["lost_earnings[1].grant.hours=5..37", "item[0].amount=200..600/20"],
         ["Merudgiftsydelse", "afrunding", "Beløb, kr. (extra_costs.item[0].amount)"]),
        (PART_TIME, ["hours=5..37", "monthly_wage=20000..45000/1000"],
         ["monthly_wage 45.000", "7 af 26 vist", "ATP fra 39 t."]),
        (GROUP_2, ["group=1,2,best"], ["gruppe 2 bedst"]),
        (BELOW, ["decided=2020-01-01..2025-07-01/6"], ["1. januar 2020", "under bagatelgrænse"]),
        (PART_TIME, ["case_id=$a$_b"], ["Intet beløb varierer.", "Sag $a$_b · 1. juni 2025"]),
        (PART_TIME, ["occupation=benefit,employee"], ["Intet beløb varierer."]),
    ],
)  # fmt: skip
def test_the_picture_says_what_decides(
    path: Path, sets: list[str], words: list[str], tmp_path: Path
) -> None:
    on = "2026-06-01" if path in (GROUP_2, BELOW) else "2025-06-01"
    args = [arg for set_ in sets for arg in ("--set", set_)]
    pictures = []
    for seed in ("1", "2"):
        target = tmp_path / f"{seed}.svg"
        ran = started(
            "what-if", path, *args, "--date", on, "--picture", target, "-o", tmp_path / "table",
            env={"PYTHONHASHSEED": seed},
        )  # fmt: skip
        assert (ran.code, ran.out, ran.err) == (0, "", "")
        pictures.append(target.read_text(encoding="utf-8"))
    assert pictures[0] == pictures[1]
    for word in words:
        assert f">{word}<" in pictures[0], word


def test_a_png_and_no_traces_in_the_home(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    target = tmp_path / "hours.PNG"
    ran = started(
        "what-if", PART_TIME, "--set", "hours=5..7", "--picture", target, "--date", "2025-03-01",
        env={"HOME": str(home), "XDG_CACHE_HOME": str(home), "XDG_CONFIG_HOME": str(home)},
    )  # fmt: skip
    assert ran.code == 0
    assert target.read_bytes().startswith(b"\x89PNG")
    assert list(home.rglob("*")) == []


def test_without_matplotlib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(CommandError, match="matplotlib") as refused:
        needs("matplotlib", "report")
    assert "udmaal[report]" in refused.value.mend
