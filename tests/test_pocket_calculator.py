"""Every printed formula gives the printed amount, as a reader with a pocket calculator finds."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from string import Formatter
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import EXAMPLES, TABLES, case_of, example_date, examples_in
from declared import FORMULAS
from pocket_calculator import UnreadableError, UntrueError, mismatch, value_of, written
from udmaal.api import CaseFile, calculate, make_ledger, read_case
from udmaal.breakdown import Line
from udmaal.calendar_month import Month
from udmaal.faults import InputFaultsError
from udmaal.language import LANGUAGES, Language
from udmaal.rates.book import RateBook
from udmaal.rates.read import read_rates
from udmaal.text.lines import amount, formula

pytestmark = pytest.mark.fast

BOOK = read_rates()
ORE = Decimal("0.01")
UNREADABLE = "the calculator cannot read it (mend the words, or name the key in LEFT_OUT)"

# Formulas with numbers that are not worked out, each with its reason.
LEFT_OUT = {
    "agreed_amount": "the amount is as stated; the number is what it takes the place of",
    "activity_left_out": "the amount is as stated; the number is how many the level has",
    "hours_granted.kept": "the former hours as granted; the number is the new grant",
    "hours_over_37": "the hours are as granted; the number is all courses together",
    "item_real": "the amount is as stated; the number is the standard amount used instead",
    "item_standard": "a row of the service level's table; the numbers are ages",
    "item_standard.sex": "a row of the service level's table; the numbers are ages",
}


def _has_numbers(key: str) -> bool:
    return any(
        how in {"kr", "n", "sum"} for _, _, how, _ in Formatter().parse(FORMULAS[key].words.da)
    )


# A fact needs no evaluation: an amount as stated, a rate, or nothing and why.
FACTS = {key for key in FORMULAS if not _has_numbers(key)}
EVALUATED = set(FORMULAS) - FACTS - set(LEFT_OUT)


class Printed(NamedTuple):
    """What is printed of a line, and where it was first met."""

    key: str
    text: str
    amount: str
    language: Language
    money: bool
    rates: tuple[Decimal, ...]
    where: str

    def fault(self, printed: str | None = None) -> str | None:
        """Say what is wrong with the formula, the amount being as printed or another."""
        try:
            return mismatch(
                self.text, printed or self.amount, self.language, money=self.money, rates=self.rates
            )
        except UnreadableError as unreadable:
            return f"{UNREADABLE}: {unreadable}"


def printed_lines(lines: Iterator[tuple[str, Line]]) -> list[Printed]:
    """Give the printed formulas of lines in both languages, each once."""
    found: dict[tuple[object, ...], Printed] = {}
    for where, line in lines:
        numbers = tuple(rate.number for rate in line.rates if rate.unit != "text")
        for language in LANGUAGES:
            text, printed = formula(line, language), amount(line, language)
            money = line.unit.startswith("DKK")
            each = Printed(line.formula.key, text, printed, language, money, numbers, where)
            found.setdefault(each[:-1], each)
    return list(found.values())


def faults(lines: list[Printed]) -> list[str]:
    """Name key, text and amount of each formula that does not give its amount."""
    return [
        f"{each.where}: {each.key}: {each.text!r} = {each.amount}: {fault}"
        for each in lines
        if each.key not in FACTS and each.key not in LEFT_OUT and (fault := each.fault())
    ]


def _lines(
    where: str, case: CaseFile, book: RateBook, on: date | None, more: dict[str, Any]
) -> Iterator[tuple[str, Line]]:
    """Give the lines of a case on a date, or else of its ledger; none where it is refused."""
    period = more.pop("period", (None, None))
    try:
        if on is not None:
            for result in calculate(case, book, on, **more).results:
                yield from ((where, line) for line in result.lines)
            return
        first, last = (Month.parse(each) if each else None for each in period)
        made = make_ledger(case, book, first, last, today=date(2026, 11, 21), **more)
    except InputFaultsError:
        return
    for course in made.courses:
        yield from ((where, line) for month in course.months for line in month.lines)
        yield from ((where, due.line) for due in course.outstanding)
    for other in made.others:
        yield from ((where, line) for month in other.months for line in month.lines)


def _of_examples() -> Iterator[tuple[str, Line]]:
    """Calculate every example on its own date and in every quarter, and make its ledger."""
    for path in EXAMPLES:
        case = read_case(path, BOOK)
        yield from _lines(path.name, case, BOOK, date.fromisoformat(example_date(path)), {})
        for year in range(BOOK.first_day.year, BOOK.last_day.year + 1):
            for month in (1, 4, 7, 10):
                yield from _lines(path.name, case, BOOK, date(year, month, 1), {})
        yield from _lines(path.name, case, BOOK, None, {})


def _of_table(table: Path, levels: Path, to_2027: RateBook) -> Iterator[tuple[str, Line]]:
    """Calculate every case of a table as its own test does, and make its ledger besides."""
    for number, row in enumerate(examples_in(table)):
        # a level is read once in a process
        level_folder = levels / f"{_name(table)}-{number}"
        level_folder.mkdir(parents=True)
        where = f"{_name(table)}.toml: {row.get('says') or row.get('code')}"
        book = to_2027 if "rates" in row else BOOK
        text = row["case"]
        (level_folder / "test.toml").write_text(row.get("level", ""), encoding="utf-8")
        options = {
            "municipality_folders": [level_folder] if "level" in row else [],
            "corrected_ceilings": row.get("corrected", False),
        }
        try:
            case = case_of(text, book)
        except InputFaultsError:
            continue
        dates = row.get("on", {})  # one, or several each with what is expected of it
        for on in map(date.fromisoformat, dates) if isinstance(dates, dict) else [dates]:
            yield from _lines(where, case, book, on, dict(options))
        period = (row.get("from"), row.get("to"))
        yield from _lines(where, case, book, None, {**options, "period": period})


def _tables_with_cases() -> list[Path]:
    """Give the tables whose rows hold the text of a case."""
    return [
        path
        for path in sorted(TABLES.glob("*/*.toml"))
        if any("\n" in row.get("case", "") for row in examples_in(path))
    ]


def _name(table: Path) -> str:
    return f"{table.parent.name}/{table.stem}"


@pytest.fixture(scope="module")
def everything(
    tmp_path_factory: pytest.TempPathFactory, book_to_2027: RateBook
) -> dict[str, list[Printed]]:
    """Give all that is printed of the examples, and of the cases of each table."""
    folder = tmp_path_factory.mktemp("levels")
    found = {"examples": printed_lines(_of_examples())}
    for table in _tables_with_cases():
        found[_name(table)] = printed_lines(_of_table(table, folder, book_to_2027))
    return found


@pytest.mark.parametrize("name", ["examples", *map(_name, _tables_with_cases())])
def test_every_printed_formula_gives_the_printed_amount(
    name: str, everything: dict[str, list[Printed]]
) -> None:
    found = faults(everything[name])
    assert not found, "\n".join(found)


def test_every_formula_with_numbers_is_met_and_worked_out(
    everything: dict[str, list[Printed]],
) -> None:
    assert set(LEFT_OUT) <= set(FORMULAS) - FACTS
    met = {each.key for lines in everything.values() for each in lines}
    unmet = sorted(EVALUATED - met)
    assert not unmet, f"give a case that prints them, or name them in LEFT_OUT: {unmet}"


def test_a_fact_that_rests_on_a_rate_is_that_rate(everything: dict[str, list[Printed]]) -> None:
    for lines in everything.values():
        for each in lines:
            if each.key in FACTS and each.money and each.rates:
                assert written(each.amount, each.language) in each.rates, each


def test_one_ore_more_or_less_is_noticed(everything: dict[str, list[Printed]]) -> None:
    tried = set()
    for lines in everything.values():
        for each in lines:
            if each.key in EVALUATED - LIMITS_OF_A_LEVEL:
                tried.add(each.key)
                assert each.fault(_ore_more(each)), each
    assert tried == EVALUATED - LIMITS_OF_A_LEVEL


# The amount is the service level's own number of days, which no rate holds.
LIMITS_OF_A_LEVEL = {
    f"{days}{deviates}"
    for days in ("usual_days", "maximum_days")
    for deviates in ("", ".above", ".reason")
}


def _ore_more(each: Printed) -> str:
    """Write the printed amount with one øre (or a hundredth of an hour) more."""
    group, point = (".", ",") if each.language == "da" else (",", ".")
    more = Decimal(each.amount.replace(group, "").replace(point, ".")) + ORE
    return f"{more:,f}".translate(str.maketrans(",.", group + point))


def test_a_number_of_the_formula_changed_is_noticed(
    everything: dict[str, list[Printed]],
) -> None:
    """Of every formula some digit decides: with another one in its place the amount is wrong."""
    sharp = {
        each.key
        for lines in everything.values()
        for each in lines
        if each.key in EVALUATED and any(_worked(other) for other in _with_other_digits(each))
    }
    assert EVALUATED - sharp == SAYS_NOTHING_WHATEVER_THE_NUMBER


# The number is the reason why nothing is paid; another one would be another reason.
SAYS_NOTHING_WHATEVER_THE_NUMBER = {
    "atp.month.below",
    "atp.month.together.below",
    "hours_37.used_up",
    "hours_own.used_up",
    "monthly.not_met",
    "single_day.covered",
}


def _worked(each: Printed) -> bool:
    fault = each.fault()
    return fault is not None and not fault.startswith(UNREADABLE)


def _with_other_digits(each: Printed) -> Iterator[Printed]:
    for place, sign in enumerate(each.text):
        if sign.isdigit():
            other = str((int(sign) + 5) % 10)
            yield each._replace(text=each.text[:place] + other + each.text[place + 1 :])


@pytest.mark.parametrize(
    ("da", "en", "value"),
    [
        ("1.234,50 + 2 × 3", "1,234.50 + 2 × 3", "1240.5"),
        ("(10 − 4) / 4", "(10 − 4) / 4", "1.5"),
        ("2.000,00 × (1 + 2,5 %)", "2,000.00 × (1 + 2.5 %)", "2050"),
        ("30.000,00 × 20/37", "30,000.00 × 20/37", Fraction(600_000, 37)),
        ("den mindste af løn 3,00 og loft 2,00", "the smaller of wage 3.00 and ceiling 2.00", "2"),
        ("den største af 3, 20 og 5", "the largest of 3, 20 and 5", "20"),
        ("gennemsnittet af 1, 2 og 6", "the mean of 1, 2 and 6", "3"),
        ("den mindste af 3 og 2, − 5", "the smaller of 3 and 2, − 5", "-3"),
        ("32,43 − 66,00, ikke under 0", "32.43 − 66.00, not below 0", "0"),
        ("5 − 6, dog ikke under 0", "5 − 6, but not below 0", "0"),
        ("99,50 × 1, hele kr.", "99.50 × 1, whole kr.", "100"),
        ("1.249,99 til nærmeste 100", "1,249.99 to the nearest 100", "1200"),
        ("1.250,00 til nærmeste 100", "1,250.00 to the nearest 100", "1300"),
        ("900,00, højst 800,00", "900.00, at most 800.00", "800"),
        ("900,00, mindst 1.000,00", "900.00, at least 1,000.00", "1000"),
        ("gruppe 2, valgt: 3,00 + 4,00", "group 2, chosen: 3.00 + 4.00", "7"),
        ("5,00; intet loft", "5.00; no ceiling", "5"),
        ("intet tilbage af 37", "nothing left of 37", "0"),
        ("alle 37 timer givet: intet tabes", "all 37 hours granted: nothing is lost", "0"),
        ("10 % × 200, ophør 3. marts 2025", "10 % × 200, end 3 March 2025", "20"),
        ("10 × 52/12 = 43,33 timer, for få", "10 × 52/12 = 43.33 hours, too few", "0"),
        ("2 / 3 = 0,6667", "2 / 3 = 0.6667", "0.6667"),
        ("5,00 − -2,00", "5.00 − -2.00", "7"),
    ],
)  # fmt: skip
def test_the_calculator(da: str, en: str, value: Fraction | str) -> None:
    assert value_of(da, "da") == value_of(en, "en") == Fraction(value)


@pytest.mark.parametrize(
    "text",
    ["oplyst", "2 3", "summen af 2 og 3", "2 +", "(2 + 3", "den mindste af 2", "2 ± 3", "2.34", ""],
)
def test_what_is_no_formula(text: str) -> None:
    with pytest.raises(UnreadableError):
        value_of(text, "da")


@pytest.mark.parametrize(
    "text",
    ["2 × 3 = 7", "2 / 3 = 0,6668", "1 / 8 = 0,12", "10 × 52/12 = 43,34 timer",
     "43,33 timer, fra 78",
     "den mindste af 2 og 3: 3 / 1", "den mindste af 2 × 3 = 5 og 9"],
)  # fmt: skip
def test_what_contradicts_itself(text: str) -> None:
    with pytest.raises(UntrueError):
        value_of(text, "da")


@pytest.mark.parametrize(
    ("text", "printed", "rates", "right"),
    [
        ("10,00 × 1/3", "3,33", (), True),
        ("10,00 × 1/3", "3,34", (), False),
        ("86,67 timer i måneden, fra 78", "66,00", (Decimal(66),), True),
        ("86,67 timer i måneden, fra 78", "66,01", (Decimal(66),), False),
        ("86,67 timer i måneden, fra 87", "66,00", (Decimal(66),), False),
        ("nået: 6.660,00", "6.660,00", (Decimal(6660),), True),
        ("nået: 6.659,99", "6.660,00", (Decimal(6660),), False),
        ("24.000,00 er over", "24.000,00", (Decimal(24000),), False),
        ("24.000,00 er ikke over", "24.000,00", (Decimal(24000),), True),
        ("24.000,00 er ikke over", "24.001,00", (Decimal(24000),), False),
        ("15.000,00 er ikke over 15.000,00", "15.000,00", (), True),
        ("15.000,01 er ikke over 15.000,00", "15.000,01", (), False),
        ("løbende 100,00: grænsen 200,00 er ikke nået", "0,00", (), True),
        ("løbende 200,00: grænsen 200,00 er ikke nået", "0,00", (), False),
        ("50 døgn er inden for", "50", (), True),
        ("sagen afviger: 50 døgn", "50", (), False),
        ("gruppe 2 er ikke opfyldt", "0,00", (), True),
        ("gruppe 2 er ikke opfyldt", "0,01", (), False),
        ("gruppe 1: 5,00 om måneden, 7,00 til enkeltudgifter", "5,00", (), True),
        ("gruppe 1: 5,00 om måneden, 7,00 til enkeltudgifter", "7,00", (), False),
    ],
)
def test_what_is_held_against_an_amount(
    text: str, printed: str, rates: tuple[Decimal, ...], right: bool
) -> None:
    assert (mismatch(text, printed, "da", money=True, rates=rates) is None) == right


kroner = st.decimals(min_value=0, max_value=60_000, places=2)
hours = st.decimals(min_value=1, max_value=45, places=1)


@given(
    wage=kroner,
    pension=kroner,
    own=hours,
    granted=st.lists(hours, min_size=1, max_size=3),
    start=st.dates(date(2014, 1, 1), date(2024, 6, 30)),
    savings=st.tuples(kroner, kroner),
    deduction=kroner,
)
@settings(max_examples=40)
def test_courses_of_every_kind(
    wage: Decimal,
    pension: Decimal,
    own: Decimal,
    granted: list[Decimal],
    start: date,
    savings: tuple[Decimal, Decimal],
    deduction: Decimal,
) -> None:
    """A course with changes inside months, savings, a single day, holiday and a run-off."""
    days = [start + timedelta(days=75 * number) for number in range(len(granted))]
    grants = ", ".join(
        f"{{from = {day}, hours = {each}}}" for day, each in zip(days, granted, strict=True)
    )
    end = days[-1] + timedelta(days=150)
    case = case_of(f"""
[[lost_earnings]]
parent = "A"
weekly_hours = {own}
monthly_wage = {wage + 1}
employer_pension = {pension}
grant = [{grants}]
single_day = [{{date = {start + timedelta(days=9)}, hours = 3.7}}]
saving = [
  {{kind = "transport", monthly = {savings[0]}, from = {start + timedelta(days=5)}}},
  {{kind = "other", monthly = {savings[1]}}},
]
paid_holiday = [{{from = {start + timedelta(days=20)}, until = {start + timedelta(days=30)}}}]
new_income = [{{from = {end + timedelta(days=30)}, monthly = {deduction}}}]
tax = {{rate = 0.3723, monthly_deduction = {deduction}}}
end = {{date = {end}, reason = "conditions_lapsed", decision_received = {end}}}
""")
    lines = [*_lines("ledger", case, BOOK, None, {}), *_lines("calc", case, BOOK, end, {})]
    assert lines
    assert faults(printed_lines(iter(lines))) == []


@given(
    costs=st.lists(
        st.tuples(kroner, st.sampled_from(("day", "week", "month", "quarter", "year", "once")),
                  st.sampled_from((Decimal(0), Decimal("150.50"))), st.booleans()),
        min_size=1, max_size=4,
    ),
    decided=st.sampled_from((date(2016, 2, 1), date(2021, 3, 1), date(2025, 11, 1))),
)  # fmt: skip
@settings(max_examples=40)
def test_extra_costs_of_every_kind(
    costs: list[tuple[Decimal, str, Decimal, bool]], decided: date
) -> None:
    items = ", ".join(
        f'{{kind = "medicine", amount = {amount}, per = "{per}", normal = {normal},'
        f" documented = {str(documented).lower()}}}"
        for amount, per, normal, documented in costs
    )
    case = case_of(f"[extra_costs]\ndecided = {decided}\nitem = [{items}]\n")
    lines = [*_lines("calc", case, BOOK, decided, {})]
    assert lines
    assert faults(printed_lines(iter(lines))) == []
