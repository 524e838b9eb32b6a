"""What falls due: the days, how they agree with the checks and the ledger, and how it is told."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain, pairwise
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from conftest import EXAMPLES, ROOT, case_of, table, udmaal
from udmaal.api import CaseFile, check_case, deadlines, make_ledger, read_case
from udmaal.calendar_month import Month, months_later
from udmaal.deadline import Deadline
from udmaal.language import LANGUAGES
from udmaal.law.due import deadline_kinds
from udmaal.law.lost_earnings.due import follow_ups
from udmaal.output.formats.due import person
from udmaal.rates.book import RateBook
from udmaal.rates.read import read_rates as read_book
from udmaal.text.deadlines import law_texts, task_text
from udmaal.text.numbers import kroner

pytestmark = pytest.mark.fast

ROWS = table("due")


def told(deadline: Deadline, since: date) -> str:
    """Write a deadline as the tables have it; it must have words in both languages."""
    assert all(task_text(deadline, language) for language in LANGUAGES)
    overdue = " !" if deadline.overdue(since) else ""
    amount = "" if deadline.amount is None else f" {kroner(deadline.amount, 'da')} kr."
    law = "; ".join(law_texts(deadline, "da"))
    head = f"{deadline.day}{overdue} {deadline.kind.id}, {person(deadline, 'da')}{amount}"
    return f"{head}: {task_text(deadline, 'da')} ({law})"


def due_in(row: dict[str, Any], book: RateBook, folder: Path) -> list[str]:
    text = row["case"]
    if "level" in row:
        (folder / "test.toml").write_text(row["level"], encoding="utf-8")
        text = f'format = 1\ncase_id = "test"\nmunicipality = "test"\n{text}'
    found = deadlines(case_of(text, book), book, row["since"], row["until"], [folder])
    return [told(each, row["since"]) for each in found]


@pytest.mark.parametrize("row", [pytest.param(row, id=row["says"]) for row in ROWS])
def test_what_falls_due(row: dict[str, Any], book: RateBook, tmp_path: Path) -> None:
    assert due_in(row, book, tmp_path) == row["due"]


def test_every_kind_has_an_example() -> None:
    shown = {line.split(",")[0].split()[-1] for row in ROWS for line in row["due"]}
    assert shown == {kind.id for kind in deadline_kinds()}


# --- one day, asked by the checks too


def cases(book: RateBook) -> Iterator[CaseFile]:
    """Give the examples and cases of the tables that national rules calculate."""
    yield from (read_case(path, book) for path in EXAMPLES)
    for row in chain.from_iterable(map(table, ("findings", "courses", "due"))):
        case = case_of(row["case"], book)
        if not case.case.municipality and row.get("code") not in REFUSED:
            yield case


# Findings of cases that the rules refuse to calculate.
REFUSED: Final = {"U101"}
CHECKED: Final = {
    "U307": ("lost_earnings", "follow_up"),
    "U403": ("extra_costs", "follow_up"),
    "U308": ("lost_earnings", "transition"),
    "U405": ("extra_costs", "redecide"),
    "U411": ("extra_costs", "reassess_group"),
}
# A finding on the day itself; a follow-up is missing from the day after.
ON_THE_DAY: Final = {"U308", "U405", "U411"}


def test_a_finding_stands_while_its_deadline_is_open(book: RateBook) -> None:
    tried = set()
    for case in cases(book):
        every = deadlines(case, book, book.first_day, date(2030, 1, 1))
        near = {day + timedelta(days) for each in every for day in (each.day, each.last)
                for days in (-1, 0, 1)}  # fmt: skip
        for on in sorted(day for day in near if book.covers(day)):
            found = [each.code for each in check_case(case, book, on)]
            for code, (benefit, kind) in CHECKED.items():
                due = [
                    each
                    for each in every
                    if (each.benefit, each.kind.id) == (benefit, kind)
                    and (each.day < on or (each.day == on and code in ON_THE_DAY))
                    and each.last >= on
                ]
                if code == "U308":  # stands for good, also when the transition is over
                    assert found.count(code) >= len(due)
                else:
                    assert found.count(code) == len(due), (case.case.case_id, on, code)
                tried.update([code] * bool(due))
    assert tried >= CHECKED.keys() - {"U405"}  # there are no rates on 2027-09-01


def test_the_18th_birthday_is_a_finding_from_its_notice_on(book: RateBook) -> None:
    born = date(2008, 8, 31)
    case = case_of(f"[child]\nborn = {born}\n[extra_costs]\ndecided = 2025-10-01\n", book)
    notice, birthday = deadlines(case, book, date(2026, 1, 1), date(2026, 12, 31))
    assert (notice.day, birthday.day) == (date(2026, 3, 1), date(2026, 8, 31))
    for day, stands in (
        (notice.day - timedelta(1), False), (notice.day, True),
        (birthday.day - timedelta(1), True), (birthday.day, False),
    ):  # fmt: skip
        assert ("U303" in {each.code for each in check_case(case, book, day)}) is stands


DAYS: Final = st.dates(date(2022, 1, 1), date(2026, 12, 31))


@given(st.lists(DAYS, min_size=1, max_size=4, unique=True), st.none() | DAYS, st.data())
def test_a_follow_up_is_missing_a_year_after_the_last_look(
    starts: list[date], followed_up: date | None, data: st.DataObject
) -> None:
    book = read_book()
    grants = []
    for first, following in pairwise([*sorted(starts), date(2027, 6, 1)]):
        until = data.draw(st.none() | st.dates(first, following - timedelta(1)))
        end = "" if until is None else f", until = {until}"
        grants.append(f"{{from = {first}, hours = 20{end}}}")
    looked = "" if followed_up is None else f"followed_up = {followed_up}\n"
    case = case_of(
        f'[[lost_earnings]]\nparent = "A"\nweekly_hours = 37\nmonthly_wage = 30000\n{looked}'
        f"grant = [{', '.join(grants)}]\n",
        book,
    )
    (course,) = case.courses
    on = data.draw(DAYS)
    running = any(stretch.holds(on) for stretch in course.granted)
    looks = [day for day in (*starts, followed_up) if day is not None and day <= on]
    missing = running and on > months_later(max(looks, default=on), 12)
    assert [each.values["date"] for each in follow_ups(course) if each.overdue(on)] == (
        [max(looks)] if missing else []
    )


# --- the supplements are those of the ledger


def supplements(found: tuple[Deadline, ...]) -> dict[tuple[str, str, Month], Decimal]:
    sums: dict[tuple[str, str, Month], Decimal] = {}
    for each in found:
        if each.kind.id.startswith("holiday") and each.amount is not None:
            key = (each.where, each.kind.id, Month.of(each.day))
            sums[key] = sums.get(key, Decimal(0)) + each.amount
    return sums


def of_the_ledger(
    case: CaseFile, book: RateBook, last: Month
) -> dict[tuple[str, str, Month], Decimal]:
    ledger = make_ledger(case, book, last=last, today=last.first)
    sums: dict[tuple[str, str, Month], Decimal] = {}
    for course in ledger.courses:
        for month in course.months:
            for kind in ("holiday_1", "holiday_125"):
                if getattr(month, kind):
                    sums[course.where, kind, month.month] = getattr(month, kind)
        for due in course.outstanding:
            key = (course.where, due.kind, due.month)
            sums[key] = sums.get(key, Decimal(0)) + due.amount
    return sums


def test_the_holiday_supplements_are_those_of_the_ledger(
    book: RateBook, book_to_2027: RateBook
) -> None:
    """Also the 1 % of the last year with rates, which a ledger has a year later."""
    seen = 0
    for case in cases(book):
        if not case.courses or any(each.table.basis_level for each in case.courses):
            continue
        found = supplements(deadlines(case, book, date(2013, 1, 1), date(2030, 1, 1)))
        expected = of_the_ledger(case, book, Month.of(book.last_day))
        turned = {key: found.pop(key) for key in found.keys() - expected.keys()}
        assert found == expected
        later = of_the_ledger(case, book_to_2027, Month(2027, 5)) if turned else {}
        for (where, kind, month), amount in turned.items():
            assert (kind, month) == ("holiday_1", Month(2027, 5))
            assert later[where, kind, month] == amount
        seen += len(turned)
    assert seen


@given(st.integers(0, 400), st.integers(1, 400))
def test_two_periods_have_what_one_has(first: int, second: int) -> None:
    book = read_book()
    since = date(2026, 1, 1)
    middle, until = since + timedelta(first), since + timedelta(first + second)
    for name in ("story-of-six-years", "two-parents-over-37", "course-with-run-off"):
        case = read_case(ROOT / "examples" / f"{name}.toml", book)

        def due(a: date, b: date, case: CaseFile = case) -> list[tuple[date, str, str]]:
            return sorted(
                (each.day, each.kind.id, each.where)
                for each in deadlines(case, book, a, b)
                if not each.overdue(a) and each.kind.id != "hours_lapse"
            )

        assert due(since, middle) + due(middle + timedelta(1), until) == due(since, until)


# --- the command

CASE: Final = """format = 1
case_id = "2026-17"
[child]
born = 2016-05-14
[[lost_earnings]]
parent = "A"
weekly_hours = 37
monthly_wage = 30000
grant = [{from = 2025-06-01, hours = 20}]
"""
PERIOD: Final = ("--from", "2026-07-01", "--to", "2027-06")

WriteCase = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    cases = tmp_path / "cases"
    (cases / "b").mkdir(parents=True)
    (cases / "b" / "one.toml").write_text(CASE, encoding="utf-8")
    other = CASE.replace("2026-17", "2026-02").replace("2025-06-01", "2025-08-01")
    (cases / "two.toml").write_text(other, encoding="utf-8")
    return cases


def test_the_list_is_by_day_then_case(folder: Path) -> None:
    ran = udmaal("due", folder, *PERIOD, "-f", "json")
    assert (ran.code, ran.err) == (0, "")
    document = json.loads(ran.out)
    assert (document["from"], document["to"], document["cases"]) == ("2026-07-01", "2027-06-30", 2)
    assert [(each["date"], each["case_id"], each["kind"]) for each in document["due"]] == [
        ("2026-06-01", "2026-17", "follow_up"),
        ("2026-08-01", "2026-02", "follow_up"),
        ("2027-05-01", "2026-02", "holiday_1"),
        ("2027-05-01", "2026-17", "holiday_1"),
    ]
    first, *others = document["due"]
    assert first == {
        "date": "2026-06-01",
        "overdue": True,
        "kind": "follow_up",
        "case_id": "2026-17",
        "path": str(folder / "b" / "one.toml"),
        "where": "lost_earnings[0]",
        "benefit": "lost_earnings",
        "parent": "A",
        "title": "Årlig opfølgning",
        "text": "Er betingelser, timer og besparelser stadig de samme? Seneste bevilling, ændring "
        "eller opfølgning er fra 1. juni 2025.",
        "amount": None,
        "law": ["BL § 87", "serviceniveauet"],
    }
    assert not any(each["overdue"] for each in others)
    # 30.000 kr. raised by 4.8 % in 2026: 12 × 31.440,00 × 20/37, 1 % of it.
    assert others[-1]["amount"] == "2039.35"


def test_one_case_at_fault_stops_no_other(folder: Path) -> None:
    (folder / "x.toml").write_text("format = 1\n", encoding="utf-8")
    ran = udmaal("due", folder, *PERIOD, "-f", "json")
    assert ran.code == 1
    assert "x.toml" in ran.err
    document = json.loads(ran.out)
    assert (document["cases"], len(document["due"])) == (2, 4)


def test_files_may_be_listed(folder: Path) -> None:
    listed = "\0".join(map(str, sorted(folder.rglob("*.toml")))).encode()
    by_list = udmaal("due", "--files0-from", "-", *PERIOD, stdin=listed)
    assert by_list == udmaal("due", folder, *PERIOD)


def test_the_table_begins_with_what_is_overdue(folder: Path) -> None:
    for language, overdue, month, foot in (
        ("da", "Overskredne frister, stadig åbne", "Maj 2027", "4 i alt, 1 overskredet"),
        ("en", "Overdue and still open", "May 2027", "4 in all, 1 overdue"),
    ):
        for columns in ("80", "100", "160"):
            ran = udmaal("due", folder, *PERIOD, "--lang", language, env={"COLUMNS": columns})
            lines = ran.out.splitlines()
            assert max(map(len, lines)) <= int(columns)
            assert lines[2] == overdue
            assert lines.index(month) > lines.index(overdue)
            assert lines[-1] == foot
            assert re.search(r"2[.,]039[.,]35 kr\.", ran.out)
    ran = udmaal("due", folder, "--from", "2026-02-01", "--to", "2026-02-01")
    assert ran.out.endswith("2 sager\nIntet forfalder i perioden.\n")


def test_kinds_are_chosen_by_their_beginnings(folder: Path) -> None:
    def kinds(*options: str) -> set[str]:
        ran = udmaal("due", folder, *PERIOD, "-f", "json", *options)
        return {each["kind"] for each in json.loads(ran.out)["due"]}

    assert kinds("--select", "follow") == {"follow_up"}
    assert kinds("--ignore", "follow_up, redecide") == {"holiday_1"}
    ran = udmaal("due", folder, "--select", "u307")
    assert (ran.code, "birthday_18" in ran.err) == (2, True)


def test_without_days_it_is_a_year_from_today(folder: Path) -> None:
    with patch("udmaal.cli.due.today", return_value=date(2026, 2, 28)):
        document = json.loads(udmaal("due", folder, "-f", "json").out)
    assert (document["from"], document["to"]) == ("2026-02-28", "2027-02-28")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--from", "1. maj"], "er ikke en dato"),
        (["--from", "2026-05-01", "--to", "2026-04"], "ligger før"),
        (["--from", "9999-12"], "ligger uden for 1980-2100"),
        (["--files0-from", "missing"], "missing"),
    ],
)
def test_a_command_used_wrongly(args: list[str], says: str, folder: Path) -> None:
    ran = udmaal("due", folder, *args)
    assert (ran.code, ran.out, says in ran.err) == (2, "", True)


def test_no_cases_is_a_command_used_wrongly(tmp_path: Path) -> None:
    ran = udmaal("due", tmp_path)
    assert (ran.code, "der er ingen sagsfiler" in ran.err) == (2, True)


def test_csv_has_the_decimals_of_its_language(folder: Path) -> None:
    danish = udmaal("due", folder, *PERIOD, "-f", "csv").out.removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(danish), delimiter=";"))
    assert [(row["dato"], row["overskredet"], row["beløb"]) for row in rows] == [
        ("2026-06-01", "ja", ""),
        ("2026-08-01", "", ""),
        ("2027-05-01", "", "2039,35"),
        ("2027-05-01", "", "2039,35"),
    ]
    english = udmaal("due", folder, *PERIOD, "-f", "csv", "--lang", "en").out
    assert english.splitlines()[0] == (
        "\ufeffdate,overdue,case_id,benefit,person,code,what,task,amount,law,path"
    )


# --- the calendar


def events(text: str) -> list[Any]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def test_the_calendar_has_whole_days_and_no_clock(folder: Path) -> None:
    ran = udmaal("due", folder, *PERIOD, "-f", "ics")
    assert ran.code == 0
    assert ran.out == udmaal("due", folder, *PERIOD, "-f", "ics").out
    assert all(len(line.encode()) <= 75 for line in ran.out.split("\r\n"))
    first, second, *_ = events(ran.out)
    assert first["DTSTART"].dt == date(2026, 7, 1)
    assert str(first["SUMMARY"]) == "OVERSKREDET: Sag 2026-17: Årlig opfølgning, forælder A"
    assert str(first["DESCRIPTION"]).startswith("Overskredet siden 1. juni 2026\n")
    assert (second["DTSTART"].dt, second["DTEND"].dt) == (date(2026, 8, 1), date(2026, 8, 2))
    assert second["DTSTART"].params["VALUE"] == "DATE"
    assert str(second["SUMMARY"]) == "Sag 2026-02: Årlig opfølgning, forælder A"
    assert "Lov: BL § 87; serviceniveauet" in second["DESCRIPTION"]
    assert second["TRANSP"] == "TRANSPARENT"
    assert "\nBeløb: 2.039,35 kr.\n" in events(ran.out)[-1]["DESCRIPTION"]
    for event in events(ran.out):
        assert event["DTSTAMP"].dt.isoformat() == "2026-07-01T00:00:00+00:00"
        assert not event.errors
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= event.keys()


def test_an_event_is_known_again_on_another_day(folder: Path) -> None:
    def uids(since: str) -> dict[str, str]:
        ran = udmaal("due", folder, "--from", since, "--to", "2027-06", "-f", "ics")
        found = {str(each["UID"]): str(each["SUMMARY"]) for each in events(ran.out)}
        assert len(found) == len(events(ran.out))
        return found

    assert uids("2026-07-01").keys() == uids("2026-09-01").keys() > uids("2027-05-02").keys()


def test_two_alike_are_two_events(tmp_path: Path) -> None:
    """Two reductions of a year, both paid in September of the next."""
    case = CASE.replace(
        "grant = [{from = 2025-06-01, hours = 20}]",
        "grant = [{from = 2026-01-01, hours = 30}, {from = 2026-03-01, hours = 20}, "
        "{from = 2026-05-01, hours = 10}]",
    )
    path = tmp_path / "case.toml"
    path.write_text(case, encoding="utf-8")
    ran = udmaal("due", path, "--from", "2027-09", "--to", "2027-09", "-f", "ics",
                 "--select", "holiday_125")  # fmt: skip
    found = events(ran.out)
    assert len({str(each["UID"]) for each in found}) == len(found) == 2


def test_without_the_library_it_says_how_to_install_it(folder: Path) -> None:
    with patch("importlib.util.find_spec", return_value=None):
        ran = udmaal("due", folder, "-f", "ics")
    assert (ran.code, "udmaal[calendar]" in ran.err) == (2, True)


def test_the_page_names_every_kind() -> None:
    page = (ROOT / "docs" / "due.md").read_text(encoding="utf-8")
    named = re.findall(r"`([a-z_0-9]+)`", "".join(re.findall(r"^\| (`.*?) \|", page, re.MULTILINE)))
    assert set(named) - {"json", "csv"} == {kind.id for kind in deadline_kinds()}


def test_without_any_case_an_earlier_list_stays(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text("format = 1\n", encoding="utf-8")
    earlier = tmp_path / "due.json"
    earlier.write_text("{}", encoding="utf-8")
    assert udmaal("due", tmp_path, "-f", "json", "-o", earlier).code == 1
    assert earlier.read_text(encoding="utf-8") == "{}"
