"""Amounts, dates and months as people write them: one meaning, or none is taken."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from udmaal.calendar_month import Month
from udmaal.language import LANGUAGES, MONTHS, Language
from udmaal.reading.written import (
    amounts_of,
    days_of,
    is_nothing,
    months_of,
    written_amount,
    written_day,
    written_month,
)
from udmaal.text.numbers import day, kroner, month, number

pytestmark = pytest.mark.fast


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("17.567,57 kr.", "17567.57"), ("17567,57", "17567.57"), ("17.567,57", "17567.57"),
        ("17\u00a0567,57\u00a0kr.", "17567.57"), ("17\u202f567,57", "17567.57"),
        ("kr. 17.567,57", "17567.57"), ("kr.17.567,57", "17567.57"), ("DKK 17,567.57", "17567.57"),
        ("17567,57-", "-17567.57"), ("17.567,57- kr.", "-17567.57"), ("-17.567,57", "-17567.57"),
        ("\N{MINUS SIGN}250,00", "-250.00"), ("-kr. 250,00", "-250.00"), ("kr. -250,00", "-250.00"),
        ("(250,00)", "-250.00"), ("(250,00 kr)", "-250.00"),
        ("500,-", "500.00"), ("17.567,-", "17567.00"), ("500,- kr.", "500.00"),
        ("250 Kroner", "250"),
        ("1.234.567", "1234567"), ("1,234,567", "1234567"), ("17567.5000", "17567.50"),
        ("17567,500", "17567.50"), ("0,500", "0.50"),
        ("17.567", "17567 17.567"), ("17,567 kr.", "17567 17.567"), ("-1.234", "-1234 -1.234"),
        ("17567,567", ""), ("0.567", ""), ("1.23.456", ""), ("12.34.567,00", ""),
        ("1,234.567,00", ""),
        ("--5", ""), ("-5-", ""), ("(5", ""), ("kr.", ""), ("5 kr. 6", ""), ("1e3", ""),
        ("5 %", ""),
        ("kr5kr", "5"), ("-", ""), ("", ""), ("#REF!", ""), ("1234567890", ""), ("٣", ""),
    ],
)  # fmt: skip
def test_an_amount(text: str, meanings: str) -> None:
    found = amounts_of(text)
    assert list(map(str, found)) == meanings.split()
    assert written_amount(text) == (found[0] if len(found) == 1 else None)


@pytest.mark.parametrize("text", ["", " ", "-", "–", "—", "- kr.", "kr. -", "-\u00a0\u00a0kr. "])
def test_a_dash_is_nothing(text: str) -> None:
    assert is_nothing(text)
    assert amounts_of(text) == ()


@pytest.mark.parametrize("text", ["0", "0,00", "x", "-5", "?", "#REF!", "nul"])
def test_what_says_something_is_not_nothing(text: str) -> None:
    assert not is_nothing(text)


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("03-04-2026", "2026-04-03"), ("3.4.2026", "2026-04-03"), ("3/4/2026", "2026-04-03"),
        ("2026-04-03", "2026-04-03"), ("3. april 2026", "2026-04-03"),
        ("3 April 2026", "2026-04-03"),
        ("03-apr-26", "2026-04-03"), ("3. apr. 2026", "2026-04-03"), ("1. MAJ 2026", "2026-05-01"),
        ("1 oct 2026", "2026-10-01"), ("1. sept. 2026", "2026-09-01"),
        ("2026-04-03 00:00:00", "2026-04-03"), ("03-04-2026 12:30", "2026-04-03"),
        ("2026-04-03T00:00:00.000", "2026-04-03"),
        ("05/06/26", "2026-06-05 2005-06-26 2026-05-06"), ("15-03-26", "2026-03-15 2015-03-26"),
        ("31-12-26", "2026-12-31 2031-12-26"), ("01-01-01", ""), ("31-02-2026", ""), ("3-4", ""),
        ("3. ma 2026", ""), ("3. marsvin 2026", ""), ("3-4/2026", ""), ("april 2026", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_date(text: str, meanings: str) -> None:
    found = days_of(text)
    assert [each.isoformat() for each in found] == meanings.split()
    assert written_day(text) == (found[0] if len(found) == 1 else None)


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("2026-03", "2026-03"), ("2026-3", "2026-03"), ("03-2026", "2026-03"),
        ("3/2026", "2026-03"),
        ("3.2026", "2026-03"), ("202603", "2026-03"), ("2026/03", "2026-03"),
        ("03 2026", "2026-03"),
        ("mar-26", "2026-03"), ("marts-26", "2026-03"), ("marts 2026", "2026-03"),
        ("Marts 2026", "2026-03"), ("mar. 2026", "2026-03"), ("MAR-2026", "2026-03"),
        ("march 2026", "2026-03"), ("2026 marts", "2026-03"), ("2026-mar", "2026-03"),
        ("maj-26", "2026-05"), ("may 2026", "2026-05"), ("okt 26", "2026-10"),
        ("oct '26", "2026-10"),
        ("01-03-2026", "2026-03"), ("1.3.2026", "2026-03"), ("31. marts 2026", "2026-03"),
        ("05/06/26", "2026-06 2005-06 2026-05"), ("2025-13", ""), ("00-2026", ""), ("03-26", ""),
        ("20263", ""), ("1234.56", ""), ("ma 2026", ""), ("marts", ""), ("2026", ""), ("I alt", ""),
        ("٣-2026", ""), ("marts ٢٠٢٦", ""),
    ],
)  # fmt: skip
def test_a_month(text: str, meanings: str) -> None:
    found = months_of(text)
    assert list(map(str, found)) == meanings.split()
    assert written_month(text) == (found[0] if len(found) == 1 else None)


@given(
    ore=st.integers(-(10**11) + 1, 10**11 - 1),
    on=st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    language=st.sampled_from(LANGUAGES),
)
def test_what_the_program_shows_is_read_as_what_it_was(
    ore: int, on: date, language: Language
) -> None:
    amount = Decimal(ore).scaleb(-2)
    assert written_amount(kroner(amount, language)) == amount
    assert amount in amounts_of(number(amount, language))
    assert written_day(day(on, language)) == on
    assert written_month(month(f"{on:%Y-%m}", language)) == Month.of(on)


@given(text=st.text(max_size=30))
def test_any_text_has_meanings_or_none(text: str) -> None:
    assert all(amount.as_tuple().exponent in {0, -1, -2, -3} for amount in amounts_of(text))
    assert len(set(days_of(text))) == len(days_of(text))
    assert len(set(months_of(text))) == len(months_of(text))


def test_three_letters_name_one_month() -> None:
    for language in LANGUAGES:
        for place, name in enumerate(MONTHS[language], 1):
            assert months_of(f"{name[:3]} 2026") == (Month(2026, place),)
