"""Cases from a list of another system, and months back to it."""

import csv
import io
import json
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from conftest import EXAMPLES, ROOT, case_of, udmaal
from test_paid import xlsx
from udmaal.api import make_ledger, read_case
from udmaal.calendar_month import Month, months
from udmaal.exchange.drafts import grants_of
from udmaal.exchange.importing import file_name
from udmaal.exchange.keys import is_several
from udmaal.exchange.map import Map, read_map
from udmaal.faults import Cell, InputFaultsError
from udmaal.output.ledger_document import ledger_document
from udmaal.rates.book import RateBook
from udmaal.reading.source import parse, read_source
from udmaal.reading.validation import table_in
from udmaal.text.map_keys import MAP_KEYS

LISTS = ROOT / "docs" / "lists"
NAMES = ("forloeb", "maaneder", "sager")
DAY = ("--date", "2026-03-01")

# The same cases as a case worker would write them by hand.
BY_HAND = {
    "2026-0101": """
        child = {born = 2016-05-14}
        lost_earnings = [{parent = "A", weekly_hours = 37, monthly_wage = 34250.00, grant = [
            {from = 2025-03-01, hours = 20}, {from = 2026-01-01, hours = 15}],
            saving = [{kind = "transport", monthly = 854.00}]}]""",
    "2026-0102": """
        child = {born = 2018-09-03}
        lost_earnings = [
            {parent = "B", weekly_hours = 37, monthly_wage = 41000, grant = [
                {from = 2024-08-01, hours = 12.5}]},
            {parent = "A", weekly_hours = 30, monthly_wage = 28400, grant = [
                {from = 2024-10-01, hours = 10}]}]
        extra_costs = [{decided = 2025-10-01, item = [
            {kind = "other", per = "month", amount = 640.00, documented = true},
            {kind = "other", per = "month", amount = 1420.50, documented = true}]}]""",
    "2026-0103": """
        child = {born = 2014-01-20}
        lost_earnings = [{parent = "A", weekly_hours = 37, monthly_wage = 52300, grant = [
            {from = 2025-06-01, hours = 37}]}]""",
    "M-17": """
        child = {born = 2017-02-11}
        lost_earnings = [{parent = "A", weekly_hours = 37, payslip = [
            {month = "2024-12", gross = 33500.00, supplements = 750.00},
            {month = "2025-01", gross = 33900.00},
            {month = "2025-02", gross = 33500.00, supplements = 1250.00}],
            grant = [{from = 2025-03-01, hours = 20}, {from = 2025-06-01, hours = 15}]}]""",
    "M-18": """
        child = {born = 2019-06-30}
        lost_earnings = [{parent = "A", weekly_hours = 32, payslip = [
            {month = "2025-05", gross = 28700.00}, {month = "2025-06", gross = 28700.00},
            {month = "2025-07", gross = 28700.00}],
            grant = [{from = 2025-08-01, hours = 12.5}]}]""",
    "2024-311": """
        municipality = "rudersdal"
        child = {born = 2015-03-08}
        lost_earnings = [
            {parent = "A", applied = 2024-05-20, weekly_hours = 37, monthly_wage = 34250.00,
             employer_pension = 3425.00, grant = [{from = 2024-06-01, hours = 20}]},
            {parent = "B", applied = 2024-08-01, weekly_hours = 34, monthly_wage = 29800.00,
             grant = [{from = 2024-09-01, hours = 12.5}],
             end = {date = 2026-06-30, reason = "agreed_period"}}]""",
    "2025-007": """
        municipality = "rudersdal"
        child = {born = 2019-11-23}
        lost_earnings = [{parent = "A", applied = 2019-02-01, weekly_hours = 37,
            monthly_wage = 36900.00, employer_pension = 3690.00, basis_level = 2025,
            earlier_gross = {"2024" = 187040.00}, grant = [{from = 2025-01-01, hours = 18.5}]}]""",
}


def months_in(case: Any, rates: RateBook) -> list[Any]:
    ledger = make_ledger(case, rates, None, Month(2026, 9), today=date(2026, 9, 1))
    document = ledger_document(ledger, "da", frozenset())
    return [document["courses"], document.get("extra_costs")]


def imported(
    tmp_path: Path, rows: str, columns: str, *more: str, name: str = "liste.csv"
) -> tuple[Any, Path]:
    (tmp_path / name).write_text(rows, encoding="utf-8")
    (tmp_path / "kort.toml").write_text(columns, encoding="utf-8")
    out = tmp_path / "sager"
    args = (tmp_path / name, "--map", tmp_path / "kort.toml", "--output-dir", out)
    return udmaal("import", *args, *DAY, *more), out


def sheet_of(name: str) -> bytes:
    """Make a workbook of a clean list, with dates and numbers as a spreadsheet has them."""

    def cell(text: str) -> Any:
        if text[4:5] == "-" and text[7:8] == "-":
            return date.fromisoformat(text)
        return float(text) if text.replace(".", "").isdecimal() else text

    rows = list(csv.reader(io.StringIO((LISTS / f"{name}.csv").read_text("utf-8"))))
    return xlsx(("Forside", [["Udtræk"]]), ("Sager", [list(map(cell, row)) for row in rows]))


@pytest.mark.parametrize("name", [*NAMES, "sager.xlsx", "forloeb.excel"])
def test_a_list_gives_the_amounts_of_cases_written_by_hand(
    name: str, tmp_path: Path, book: RateBook
) -> None:
    path = LISTS / f"{name}.csv"
    if name == "sager.xlsx":
        path = tmp_path / name
        path.write_bytes(sheet_of("sager"))
    elif name == "forloeb.excel":  # as Excel saves it in Denmark
        path = tmp_path / "forloeb.csv"
        path.write_bytes((LISTS / path.name).read_text("utf-8").encode("cp1252"))
    stem = path.name.partition(".")[0]
    out = tmp_path / "sager"
    ran = udmaal("import", path, "--map", LISTS / f"{stem}.toml", "--output-dir", out, *DAY)
    assert ran.code == 0, ran.err
    assert ran.out == ""
    files = sorted(out.iterdir())
    assert files
    for file in files:
        by_hand = case_of(textwrap.dedent(BY_HAND[file.stem]), book)
        assert months_in(read_case(file, book), book) == months_in(by_hand, book), file.name
    assert f"{len(files)} sager skrevet" in ran.err


def test_every_case_by_hand_is_in_a_list(tmp_path: Path) -> None:
    for name in NAMES:
        udmaal("import", LISTS / f"{name}.csv", "--map", LISTS / f"{name}.toml", "-d", tmp_path)
    assert {path.stem for path in tmp_path.iterdir()} == set(BY_HAND)


def test_nothing_is_overwritten_and_the_same_counts_as_done(tmp_path: Path) -> None:
    args = ("import", LISTS / "sager.csv", "--map", LISTS / "sager.toml", "-d", tmp_path, *DAY)
    assert udmaal(*args).code == 0
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    again = udmaal(*args)
    assert (again.code, "0 sager skrevet, 2 var der allerede" in again.err) == (0, True)
    (tmp_path / "2024-311.toml").write_text("mit eget\n", encoding="utf-8")
    (tmp_path / "2025-007.toml").unlink()
    ran = udmaal(*args)
    assert (ran.code, "1 sager skrevet" in ran.err, "1 findes med andet" in ran.err) == (
        1,
        True,
        True,
    )
    assert (tmp_path / "2024-311.toml").read_text("utf-8") == "mit eget\n"
    assert (tmp_path / "2025-007.toml").read_bytes() == before["2025-007.toml"]


def test_a_dry_run_writes_nothing_and_says_what_is_missing(tmp_path: Path) -> None:
    text = (LISTS / "sager.toml").read_text("utf-8")
    cut = text.index('[[column]]\nheading = "Brutto 2024"')
    end = text.index('[[column]]\nheading = "Ophørt"')
    (tmp_path / "kort.toml").write_text(text[:cut] + text[end:], encoding="utf-8")
    out = tmp_path / "ingen"
    ran = udmaal("import", LISTS / "sager.csv", "--map", tmp_path / "kort.toml",
                 "--output-dir", out, "--dry-run", *DAY)  # fmt: skip
    assert (ran.code, out.exists()) == (0, False)
    assert "2025-007.toml" in ran.out
    assert "U115" in ran.out
    without = text.replace(
        'key = "lost_earnings.basis_level"', 'key = "lost_earnings.over_37_reason"'
    )
    without = without.replace('key = "lost_earnings.earlier_gross.2024"',
                              'key = "lost_earnings.tax.rate"')  # fmt: skip
    ran, _ = imported(tmp_path, (LISTS / "sager.csv").read_text("utf-8").replace(",187040.00", ","),
                      without, "--dry-run")  # fmt: skip
    assert "tidligere afgørelser mangler" in " ".join(ran.out.split())


COLUMNS = """format = 1
[[column]]
heading = "Sag"
key = "case_id"
[[column]]
heading = "Født"
key = "child.born"
[[column]]
heading = "Forælder"
key = "lost_earnings.parent"
[[column]]
heading = "Før"
key = "lost_earnings.weekly_hours"
[[column]]
heading = "Løn"
key = "lost_earnings.monthly_wage"
[[column]]
heading = "Fra"
key = "lost_earnings.grant.from"
[[column]]
heading = "Timer"
key = "lost_earnings.grant.hours"
[[column]]
heading = "Årsag"
key = "lost_earnings.over_37_reason"
"""
HEAD = "Sag;Født;Forælder;Før;Løn;Fra;Timer;Årsag\n"
GOOD = "A1;14-05-2016;A;37;34250,00;01-03-2025;20;\n"


@pytest.mark.parametrize(
    ("row", "column", "says"),
    [
        ("A2;14-05-2016;A;37;34.250;01-03-2025;20;", 5, "kan være 34.250,00 kr. eller 34,25 kr."),
        ("A2;14-05-16;A;37;34250;01-03-2025;20;", 2, "kan være"),
        ("A2;i fjor;A;37;34250;01-03-2025;20;", 2, "ikke en dato"),
        ("A2;14-05-2016;A;mange;34250;01-03-2025;20;", 4, "ikke et tal"),
        ("A2;14-05-2016;A;99;34250;01-03-2025;20;", 4, "99"),
        ("A2;14-05-2016;Hanne Hansen;37;34250;01-03-2025;20;", 3, "navn på en person"),
        ("140516-1234;14-05-2016;A;37;34250;01-03-2025;20;", 1, "CPR-nummer"),
        ("1405161234;14-05-2016;A;37;34250;01-03-2025;20;", 1, "CPR-nummer"),
        (";14-05-2016;A;37;34250;01-03-2025;20;", 1, "intet sagsnummer"),
        ("A1;14-05-2016;A;30;34250;01-03-2025;20;", 4, "i række 2"),
        ("a1;14-05-2016;A;37;34250;01-03-2025;20;", 1, "samme filnavn"),
        ("A2;14-05-2016;A;37;34250;01-03-2025;20;;;x", 1, "felter"),
        ("A2;14-05-2016;A;37;34250;;20;", None, "from mangler"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_read_is_told_with_its_cell_and_stops_no_other(
    row: str, column: int | None, says: str, tmp_path: Path
) -> None:
    report = tmp_path / "rapport.csv"
    good = "B7;14-05-2016;A;37;34250,00;01-03-2025;20;\n"
    ran, out = imported(tmp_path, HEAD + GOOD + row + "\n" + good, COLUMNS, "--report", str(report))
    assert ran.code == 1
    assert says in ran.err
    assert "1234" not in ran.err.replace("2 |", "")
    assert (out / "B7.toml").exists()
    rows = list(csv.DictReader(io.StringIO(report.read_text("utf-8-sig")), delimiter=";"))
    (told,) = [each for each in rows if each["slags"] == "fejl"]
    assert told["række"] == "3"
    if column is not None:
        assert told["kolonne"] == str(column)
        assert f"linje 3, kolonne {column}" in ran.err


def test_a_cpr_number_in_a_text_is_masked_and_told(tmp_path: Path) -> None:
    row = GOOD.replace("20;\n", "20;far 140516-1234 siger\n")
    ran, out = imported(tmp_path, HEAD + row, COLUMNS, "--report", str(tmp_path / "r.csv"))
    assert ran.code == 0
    written = (out / "A1.toml").read_text("utf-8")
    assert 'over_37_reason = "far 140516-**** siger"' in written
    assert "1234" not in written + (tmp_path / "r.csv").read_text("utf-8")
    assert "skjult" in (tmp_path / "r.csv").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"child.born"', '"child.boern"', "child.born"),
        ('heading = "Forælder"', 'heading = "Forælders navn"', "aldrig overført"),
        ('heading = "Sag"', 'heading = "CPR-nr."', "aldrig overført"),
        ('key = "case_id"', 'key = "municipality"', "sagsnummeret"),
        ('key = "lost_earnings.over_37_reason"', 'key = "child.born"', "to kolonner"),
        ('key = "child.born"', 'key = "child.born"\nrows = ["x"]', "row_kind"),
        ("format = 1", 'format = 1\ndefaults = {child = {sex = "pige"}}', "girl"),
        ("format = 1", 'format = 1\nexport = [{heading = "x", key = "brutto"}]', "gross"),
        ("format = 1", 'format = 1\nexport = [{heading = "x"}]', "enten key eller value"),
        ("format = 1", "format = 2", "format"),
        ('key = "lost_earnings.grant.from"', 'key = "x"\nnumber = "x"', "1.234,56"),
        ('heading = "Løn"', 'heading = "Lønn"', "Lønn"),
    ],
)  # fmt: skip
def test_faults_of_a_map_are_told_with_place_and_mend(
    old: str, new: str, says: str, tmp_path: Path
) -> None:
    assert old in COLUMNS
    ran, out = imported(tmp_path, HEAD + GOOD, COLUMNS.replace(old, new))
    assert ran.code == (1 if "Lønn" in says else 2)
    assert says in ran.err
    assert ("kort.toml:" in ran.err) == ("Lønn" not in says)
    assert "ret: " in ran.err
    assert not out.exists()


def test_all_faults_of_a_map_are_told_at_once(tmp_path: Path) -> None:
    wrong = COLUMNS.replace("child.born", "child.x").replace("grant.hours", "grant.y")
    ran, _ = imported(tmp_path, HEAD + GOOD, wrong)
    assert ran.err.count("fejl: ") == 2


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("liste.csv",), "--suggest"),
        (("liste.csv", "--map", "kort.toml"), "--dry-run"),
        (("liste.csv", "--map", "kort.toml", "--output", "x", "-d", "y"), "--suggest"),
    ],
)
def test_options_that_are_missing_are_told(args: tuple[str, ...], says: str) -> None:
    ran = udmaal("import", *args)
    assert (ran.code, says in ran.err) == (2, True)


def test_the_same_row_twice_is_asked_back(tmp_path: Path) -> None:
    columns = """format = 1
        column = [
          {heading = "Sag", key = "case_id"}, {heading = "Født", key = "child.born"},
          {heading = "Dag", key = "extra_costs.decided"},
          {heading = "Kr", key = "extra_costs.item.amount"}]
        defaults = {extra_costs = {item = {kind = "other", per = "month"}}}\n"""
    columns = columns.replace("          {", "{").replace("[\n", "[").replace(",\n", ", ")
    rows = "Sag;Født;Dag;Kr\n" + 2 * "A1;14-05-2016;01-10-2025;640,00\n"
    ran, out = imported(tmp_path, rows, columns)
    assert (ran.code, "som række 2" in ran.err) == (1, True)
    assert not list(out.iterdir())
    for same, items in (("each", 2), ("once", 1)):
        ran, out = imported(tmp_path, rows, f'same = "{same}"\n{columns}')
        assert ran.code == 0, ran.err
        written = tomli.loads((out / "A1.toml").read_text("utf-8"))
        assert len(written["extra_costs"][0]["item"]) == items
        (out / "A1.toml").unlink()


@pytest.mark.parametrize(
    ("case_id", "name"),
    [
        ("2026-0457", "2026-0457.toml"), ("2024/311", "2024-311.toml"), ("CON", "sag-CON.toml"),
        ("com1.x", "sag-com1.x.toml"), ('a<b>:"|?*', "a-b.toml"), ("..", "sag.toml"),
        ("Ærø 7", "Ærø-7.toml"), ("x. ", "x.toml"),
    ],
)  # fmt: skip
def test_file_names_are_safe_on_windows(case_id: str, name: str) -> None:
    assert file_name(case_id, "{case_id}.toml") == name


@given(st.lists(st.sampled_from(["0", "10", "12.5"]), min_size=1, max_size=30), st.data())
def test_grants_give_back_the_hours_of_each_month(hours: list[str], data: st.DataObject) -> None:
    listed = [
        (Month(2024, 1).plus(number), Decimal(each), Cell("", number, 1))
        for number, each in enumerate(hours)
    ]
    shuffled = data.draw(st.permutations(listed))
    grants = [node.values for node in grants_of(shuffled)]
    for month, wanted, _ in listed:
        begun = [each for each in grants if each["from"] <= month.first]
        running = begun[-1:] if begun and begun[-1].get("until", month.last) >= month.last else []
        assert (running[0]["hours"] if running else 0) == wanted
    assert all(each["hours"] != other["hours"] or "until" in each
               for each, other in pairwise(grants))  # fmt: skip


def flat(path: Path) -> tuple[str, str]:
    """Write a case as a list, a row for each table of it, and the map of that list."""
    document = parse(read_source(path))
    rows: list[dict[str, str]] = []
    keys: dict[str, None] = {"case_id": None}

    def text(value: Any) -> str:
        if isinstance(value, bool):
            return "ja" if value else "nej"
        return str(value).replace(".", ",") if isinstance(value, Decimal) else str(value)

    def table(value: dict[str, Any], at: str, base: dict[str, str]) -> None:
        row = dict(base)
        inner = []
        for key, each in value.items():
            name = f"{at}.{key}".lstrip(".")
            if isinstance(each, dict) and is_several(name):
                inner.append((name, [each]))
            elif isinstance(each, dict):
                plain = {f"{name}.{part}": text(one) for part, one in each.items()}
                row |= plain
            elif isinstance(each, list) and each and isinstance(each[0], dict):
                inner.append((name, each))
            elif not isinstance(each, list) and name not in {"format", "case_id"}:
                row[name] = text(each)
        keys.update(dict.fromkeys(row))
        rows.append(row)
        for name, tables in inner:
            for number, each in enumerate(tables):
                which = {name: str(number)} if "." not in name else {}
                table(each, name, {**base, **which})

    table(document, "", {"case_id": document["case_id"]})
    out = io.StringIO()
    writer = csv.DictWriter(out, list(keys), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    columns = [f'[[column]]\nheading = "{key}"\nkey = "{key}"' for key in keys]
    head = 'format = 1\nsame = "each"\nnumber = "1.234,56"'
    return out.getvalue(), "\n".join([head, *columns, ""])


def _has_list_values(path: Path) -> bool:
    return any(course.yearly_results for course in read_case(path).case.lost_earnings)


ROUND = [path for path in EXAMPLES if not _has_list_values(path)]


@pytest.mark.parametrize("path", ROUND, ids=lambda path: path.stem)
def test_a_case_as_a_list_comes_back_as_it_was(path: Path, tmp_path: Path, book: RateBook) -> None:
    rows, columns = flat(path)
    ran, out = imported(tmp_path, rows, columns)
    assert ran.code == 0, ran.err
    (file,) = out.iterdir()
    before, after = read_case(path, book).case, read_case(file, book).case
    assert after == before


def test_killed_at_any_moment_and_taken_up_again_the_bytes_are_the_same(tmp_path: Path) -> None:
    rows = HEAD + "".join(GOOD.replace("A1", f"K{number:03}") for number in range(150))
    (tmp_path / "l.csv").write_text(rows, encoding="utf-8")
    (tmp_path / "k.toml").write_text(COLUMNS, encoding="utf-8")
    args = ("import", str(tmp_path / "l.csv"), "--map", str(tmp_path / "k.toml"), *DAY)
    assert udmaal(*args, "-d", tmp_path / "whole").code == 0
    whole = {path.name: path.read_bytes() for path in (tmp_path / "whole").iterdir()}
    out = tmp_path / "cut"
    kills = 0
    for wanted in (1, 30, 90):
        process = subprocess.Popen(
            [sys.executable, "-m", "udmaal", *args, "-d", str(out)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT,
        )  # fmt: skip
        until = time.monotonic() + 60
        while process.poll() is None and time.monotonic() < until:
            if out.is_dir() and sum(1 for _ in out.iterdir()) >= wanted:
                process.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
                kills += 1
                break
            time.sleep(0.002)
        process.wait()
    assert kills
    assert udmaal(*args, "-d", out).code == 0
    assert {path.name: path.read_bytes() for path in out.iterdir()} == whole


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_suggested_map_reads_and_knows_most_columns(
    name: str, language: str, tmp_path: Path
) -> None:
    path = tmp_path / "kort.toml"
    ran = udmaal("import", LISTS / f"{name}.csv", "--suggest", "-o", path, "--lang", language)
    assert (ran.code, ran.out) == (0, "")
    made, shipped = read_map(path), read_map(LISTS / f"{name}.toml")
    known = {each.key for each in made.column}
    wanted = {each.key for each in shipped.column}
    assert len(known & wanted) >= len(wanted) * 0.7, wanted - known
    again = udmaal("import", LISTS / f"{name}.csv", "--suggest", "-o", path)
    assert (again.code, "findes allerede" in again.err) == (2, True)


def test_a_suggestion_never_maps_or_shows_persons(tmp_path: Path) -> None:
    rows = "Sagsnr;CPR-nr;Barnets navn;Født\n7;140516-1234;Ida Ibsen;14-05-2016\n"
    (tmp_path / "l.csv").write_text(rows, encoding="utf-8")
    ran = udmaal("import", tmp_path / "l.csv", "--suggest")
    assert ran.code == 0
    assert "1234" not in ran.out
    assert "Ida" not in ran.out
    assert tomli.loads(ran.out)["column"][0] == {"heading": "Sagsnr", "key": "case_id"}


def test_every_key_of_the_map_has_words() -> None:
    def paths(model: type[BaseModel], at: str = "") -> Iterator[str]:
        yield at
        for name, field in model.model_fields.items():
            inner = table_in(field.annotation)
            path = f"{at}.{name}".lstrip(".")
            yield from [path] if inner is None else paths(inner, path)

    assert set(MAP_KEYS) == set(paths(Map))


def export_rows(*args: Any) -> list[dict[str, Any]]:
    ran = udmaal("export", *args, "--format", "jsonl")
    assert ran.code == 0, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_export_has_what_the_ledger_has(path: Path, book: RateBook) -> None:
    case = read_case(path, book)
    try:
        ledger = make_ledger(case, book, Month(2025, 7), Month(2026, 3), today=date(2026, 3, 1))
    except InputFaultsError:
        return
    rows = export_rows(path, "--from", "2025-07", "--to", "2026-03")
    for course in ledger.courses:
        for key in ("gross", "pension", "atp_recipient", "atp_municipality", "savings",
                    "single_days", "holiday_1", "holiday_125"):  # fmt: skip
            own = [row for row in rows if row["benefit"] == "lost_earnings"
                   and (row["parent"], row["child"]) == (course.parent, course.child)]  # fmt: skip
            wanted = sum(each.total(key) for each in ledger.courses
                         if (each.parent, each.child) == (course.parent, course.child))  # fmt: skip
            assert sum(Decimal(row[key]) for row in own) == wanted
    for other in ledger.others:
        own = [row for row in rows if row["benefit"] == other.benefit]
        for key in other.columns:
            if own and key in own[0]:
                assert sum(Decimal(row[key]) for row in own) == other.total(key)


def test_an_export_of_several_months_pays_what_each_month_alone_pays_after() -> None:
    """A decision that works back pays in its own month what the months before it lacked."""
    path = ROOT / "examples" / "story-of-six-years.toml"
    together = export_rows(path, "--from", "2020-01", "--to", "2026-03")
    found = []
    for month in months(Month(2020, 1), Month(2026, 3)):
        found += [row for row in export_rows(path, "--from", str(month))
                  if row["benefit"] == "extra_costs"]  # fmt: skip
    back = sum(Decimal(row["back_payment"]) for row in found)
    assert back > 0
    assert sum(Decimal(row["back_payment"]) for row in together) == 0


def test_an_export_speaks_the_words_of_its_map(tmp_path: Path) -> None:
    udmaal("import", LISTS / "forloeb.csv", "--map", LISTS / "forloeb.toml", "-d", tmp_path)
    args = ("export", tmp_path, "--from", "2026-03", "--map", LISTS / "forloeb.toml")
    ran = udmaal(*args)
    rows = list(csv.reader(io.StringIO(ran.out.removeprefix("\ufeff")), delimiter=";"))
    head = ["Sagsnr.", "Modtager", "Lønart", "Måned", "Brutto", "Pension", "Trækkes i netto",
            "Merudgifter"]  # fmt: skip
    assert rows[0] == head
    assert ["2026-0101", "Mor", "4100", "2026-03"] in [row[:4] for row in rows]
    assert ["2026-0102", "Far", "4100", "2026-03"] in [row[:4] for row in rows]
    assert udmaal(*args).out == ran.out


def test_a_case_at_fault_stops_no_other_in_an_export(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("format = 1\n", encoding="utf-8")
    (tmp_path / "b.toml").write_bytes((ROOT / "examples/two-parents-over-37.toml").read_bytes())
    ran = udmaal("export", tmp_path, "--from", "2025-07", "--output", tmp_path / "ud.csv")
    assert (ran.code, "a.toml" in ran.err, ran.out) == (1, True, "")
    assert (tmp_path / "ud.csv").read_text("utf-8").count("\n") > 1


@pytest.mark.parametrize(
    "args", [(), ("--from", "2026-03", "--to", "2026-01"), ("--from", "marts")]
)
def test_an_export_needs_its_months(args: tuple[str, ...]) -> None:
    assert udmaal("export", EXAMPLES[0], *args).code == 2
