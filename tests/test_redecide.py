"""Every case decided anew: the alternatives, what explains them, the list, the council's page."""

import csv
import io
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pyarrow.parquet as pq
import pytest
import tomli_w
from distributed import LocalCluster
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import load_workbook

from conftest import ROOT, case_of, day, table, udmaal
from udmaal.api import calculate, case_from_source
from udmaal.batch.redecision.case import ALTERNATIVES, Anew, redecided
from udmaal.batch.redecision.records import COLUMNS
from udmaal.law.extra_costs.decision import REDECIDED_BY
from udmaal.output.document import document
from udmaal.rates.book import RateBook
from udmaal.rates.read import read_rates
from udmaal.reading.source import parse, source_from_bytes

sys.path.insert(0, str(ROOT / "benchmarks"))
from municipality import write_municipality

ON, DAY = ("--date", "2026-03-01"), ("--redecide", "2026-06-01")
COMMAND = [sys.executable, "-m", "udmaal", "batch"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
ANEW = Anew(day("2026-03-01"), day("2026-06-01"), read_rates(), (), "da")


def decided_anew(text: str, anew: Anew = ANEW) -> dict[str, Any]:
    case_file = case_of(text, anew.rates)
    return redecided(case_file, parse(case_file.source), anew)


@pytest.mark.fast
@pytest.mark.parametrize("row", table("redecided"), ids=lambda row: row["says"])
def test_what_a_case_gets_decided_anew(row: dict[str, Any]) -> None:
    found = decided_anew(row["case"])
    assert found["status"] == row["status"]
    assert found.get("now", {}).get("monthly") == row.get("now")
    assert list(found.get("alternatives", {}).values()) == row.get("paid", [])
    for choice in ("as_documented", "best"):
        best = found.get(choice)
        shown = best and [best["alternative"] or "nothing", best["monthly"]]
        assert shown == (row.get(choice) and row[choice][:2])
        if best:
            assert set(best["difference"].values()) == {row[choice][2]}
    missing = found.get("missing", {"documents": [], "normal": []})
    lacking = [[each["where"], each["yearly"]] for each in missing["documents"]]
    assert lacking == row.get("documents", [])
    assert [each["where"] for each in missing["normal"]] == row.get("normal", [])
    assert found.get("one_offs", []) == row.get("one_offs", [])


_ITEM = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(
            ["medicine", "diet", "transport", "laundry", "helper", "clothing", "course", "other"]
        ),
        "amount": st.integers(1, 400_000).map(lambda ore: Decimal(ore).scaleb(-2)),
        "per": st.sampled_from(["week", "month", "quarter", "year", "once"]),
        "documented": st.booleans(),
        "normal": st.sampled_from([Decimal("0.00"), Decimal("25.00")]),
    }
)
_DECIDED = st.dates(date(2016, 1, 1), date(2026, 2, 1))
_ITEMS = st.lists(_ITEM, min_size=1, max_size=6)


def written(decisions: list[dict[str, Any]]) -> str:
    """Write a case with these decisions."""
    case = {"format": 1, "case_id": "test", "child": {"born": date(2015, 3, 10)}}
    return tomli_w.dumps({**case, "extra_costs": decisions})


@pytest.mark.fast
@given(_DECIDED, _ITEMS)
def test_the_best_is_never_less_and_documents_never_harm(
    decided: date, items: list[dict[str, Any]]
) -> None:
    found = decided_anew(written([{"decided": decided, "item": items}]))
    paid = {name: Decimal(amount) for name, amount in found["alternatives"].items()}
    best, documented = found["best"], found["as_documented"]
    assert Decimal(best["monthly"]) == max(paid.values())
    assert Decimal(documented["monthly"]) == max(paid["group_1"], paid["group_2"])
    assert paid["group_2_documented"] >= paid["group_2"]
    for choice in (best, documented):
        now = Decimal(found["now"]["monthly"])
        assert Decimal(choice["difference"]["family"]) == Decimal(choice["monthly"]) - now
    if all(item["documented"] for item in items if item["per"] != "once"):
        assert found["missing"]["documents"] == []
        results = found["results"]
        assert results["group_2"]["results"] == results["group_2_documented"]["results"]


@pytest.mark.fast
@given(_DECIDED, _ITEMS)
def test_every_alternative_is_what_calc_gives_of_the_decision_written_by_hand(
    decided: date, items: list[dict[str, Any]]
) -> None:
    old = {"decided": decided, "item": items}
    found = decided_anew(written([old]))
    running = [item for item in items if item["per"] != "once"]
    for name, (group, all_documented) in ALTERNATIVES.items():
        carried = [{**item, "documented": item["documented"] or all_documented} for item in running]
        new = {"decided": ANEW.day, "group": group, "item": carried}
        source = source_from_bytes("hand.toml", written([old, new]).encode())
        by_hand = calculate(case_from_source(source, ANEW.rates), ANEW.rates, ANEW.day)
        one, other = found["results"][name], json.loads(json.dumps(document(by_hand, "da")))
        assert one.pop("case_sha256") != other.pop("case_sha256")
        assert json.loads(json.dumps(one)) == other


@pytest.mark.fast
@pytest.mark.parametrize(
    ("on", "status", "shown_on"),
    [
        ("2027-08-31", "to_redecide", "2027-08-31"),
        ("2027-09-01", "overdue", "2027-08-31"),
        ("2027-10-04", "overdue", "2027-08-31"),
    ],
)
def test_past_the_deadline_old_decisions_are_overdue_and_shown_on_their_last_day(
    on: str, status: str, shown_on: str, book_to_2027: RateBook
) -> None:
    assert date(2027, 9, 1) == REDECIDED_BY
    late = Anew(day(on), date(2027, 11, 1), book_to_2027, (), "da")
    old = {"kind": "medicine", "amount": Decimal("800.00"), "per": "month"}
    found = decided_anew(written([{"decided": date(2024, 3, 1), "item": [old]}]), late)
    assert (found["status"], found["now"]) == (status, {"date": shown_on, "monthly": "800.00"})
    assert found["as_documented"]["difference"]["family"] == "386.00"  # 1,186 less 800


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a small municipality, with a case at fault in its midst."""
    folder = tmp_path_factory.mktemp("redecide") / "sager"
    write_municipality(folder, 240)
    (folder / "00" / "00100.toml").write_text("format = 1\n", "utf-8")
    return folder


@pytest.fixture(scope="module")
def expected(cases: Path) -> bytes:
    return udmaal("batch", cases, *ON, *DAY, "-q", "-j", "1").out.encode()


def test_who_loses_most_comes_first_and_cases_without_extra_costs_are_only_counted(
    cases: Path, expected: bytes, tmp_path: Path
) -> None:
    lines = [json.loads(line) for line in expected.splitlines()]
    statuses = [line.get("status", "fault") for line in lines]
    assert statuses == sorted(
        statuses,
        key=["to_redecide", "unpaid", "new_rules", "child_18", "ended", "fault"].index,
    )
    due = [line for line in lines if line.get("status") == "to_redecide"]
    changes = [Decimal(line["as_documented"]["difference"]["family"]) for line in due]
    assert changes == sorted(changes)
    assert changes[0] < 0 < changes[-1]
    summary = tmp_path / "sum.json"
    ran = udmaal("batch", cases, *ON, *DAY, "--summary", summary, "-o", tmp_path / "x.jsonl")
    assert ran.code == 1  # the case at fault
    assert "00100.toml" in ran.err
    told = json.loads(summary.read_text("utf-8"))
    assert told["cases"] == 240 == len(lines) + told["without"]
    assert told["at_fault"] == 1
    assert told["deadline"]["left"] == len(due) == sum(told["as_documented"]["families"].values())
    for choice in ("as_documented", "best"):
        found = told[choice]
        moved = [Decimal(line[choice]["difference"]["family"]) for line in due]
        gone = [line for line in due if line[choice]["alternative"] is None]
        assert found["families"] == {
            "up": sum(1 for each in moved if each > 0),
            "same": sum(1 for each in moved if each == 0),
            "down": sum(1 for each in moved if each < 0) - len(gone),
            "out": len(gone),
        }
        monthly, yearly = found["monthly"], found["yearly"]
        assert Decimal(monthly["difference"]) == sum(moved)
        assert Decimal(yearly["difference"]) == 12 * sum(moved)
        assert Decimal(found["more"]) + Decimal(found["less"]) == sum(moved)
        assert sum(found["histogram"]["counts"]) == sum(1 for each in moved if each)


def test_the_table_has_the_same_cases_with_types(
    cases: Path, expected: bytes, tmp_path: Path
) -> None:
    lines = [json.loads(line) for line in expected.splitlines()]
    args = ("batch", cases, *ON, *DAY, "-q")
    rows = list(csv.reader(io.StringIO(udmaal(*args, "-f", "csv").out[1:]), delimiter=";"))
    assert rows[0] == [column.head.da for column in COLUMNS]
    assert [row[0] for row in rows[1:]] == [line.get("case_id", "") for line in lines]
    assert {len(row) for row in rows} == {len(COLUMNS)}
    file = tmp_path / "x.parquet"
    udmaal(*args, "-f", "parquet", "-o", file)
    found = pq.read_table(file)
    kinds = {
        "text": "string",
        "kroner": "decimal128(14, 2)",
        "count": "int64",
        "day": "date32[day]",
    }
    assert list(map(str, found.schema.types)) == [kinds[column.kind] for column in COLUMNS]
    (first, *_), line = found.to_pylist(), lines[0]
    assert first["forskel for kommunen pr. måned"] == Decimal(
        line["as_documented"]["difference"]["municipality"]
    )
    assert first["afgjort"] == date.fromisoformat(line["decided"])


def test_the_same_bytes_from_several_processes(
    cases: Path, expected: bytes, tmp_path: Path
) -> None:
    output = tmp_path / "x.jsonl"
    udmaal("batch", cases, *ON, *DAY, "-q", "-j", "2", "-o", output)
    assert output.read_bytes() == expected
    assert [path.name for path in tmp_path.iterdir()] == ["x.jsonl"]


def test_the_same_bytes_from_a_cluster(cases: Path, expected: bytes, tmp_path: Path) -> None:
    output = tmp_path / "x.jsonl"
    cluster = LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2, processes=False, dashboard_address=None
    )
    with cluster:
        engine = ("--engine", "dask", "--scheduler", cluster.scheduler_address)
        assert udmaal("batch", cases, *ON, *DAY, "-q", *engine, "-o", output).code == 1
    assert output.read_bytes() == expected


@pytest.mark.parametrize("ending", ["jsonl", "csv"])
def test_killed_at_random_moments_it_goes_on_and_gives_the_same_bytes(
    ending: str, cases: Path, tmp_path: Path
) -> None:
    whole, output = tmp_path / "whole", tmp_path / f"x.{ending}"
    args = [str(cases), *ON, *DAY, "-q", "-j", "2", "-f", ending]
    subprocess.run([*COMMAND, *args, "-o", whole], cwd=ROOT, env=ENVIRONMENT, check=False)
    command = [*COMMAND, *args, "--resume", "-o", str(output)]
    work = output.with_name(f"{output.name}.redecide")
    draw, killed = random.Random(ending), 0
    for _ in range(3):
        process = subprocess.Popen(command, cwd=ROOT, env=ENVIRONMENT, start_new_session=True)
        wanted = draw.randrange(1, 2_000_000)
        while process.poll() is None:
            if work.exists() and work.stat().st_size >= wanted:
                os.killpg(process.pid, signal.SIGKILL)
                killed += 1
                break
            time.sleep(0.002)
        process.wait()
    if work.exists():
        with work.open("ab") as file:
            file.write(b'{"format":1,"case')
    assert subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, check=False).returncode == 1
    assert killed
    assert output.read_bytes() == whole.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["whole", output.name]


@contextmanager
def interrupted_while_the_list_is_written() -> Iterator[None]:
    with patch("udmaal.batch.redecision.run._write_list", side_effect=KeyboardInterrupt):
        yield


def test_interrupted_while_the_list_is_made_nothing_is_calculated_again(
    cases: Path, expected: bytes, tmp_path: Path
) -> None:
    output = tmp_path / "x.jsonl"
    args = ("batch", cases, *ON, *DAY, "-q", "-j", "1", "--resume", "-o", output)
    with interrupted_while_the_list_is_written():
        assert udmaal(*args).code == 130
    assert not output.exists()
    other = udmaal(*args[:-5], "--redecide", "2026-07-01", *args[-5:])
    assert (other.code, "redecide" in other.err) == (2, True)
    with patch("udmaal.batch.redecision.case.redecided", side_effect=AssertionError):
        assert udmaal(*args).code == 1
    assert output.read_bytes() == expected
    assert [path.name for path in tmp_path.iterdir()] == ["x.jsonl"]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--redecide", "2027-09-01"), "udmaal rates regulate 2027"),
        (("--redecide", "2025-08-31"), "2025-09-01"),
        (("--redecide", "snart"), "dato"),
        ((*DAY, "--against", "2025-12-31"), "--against"),
        ((*DAY, "--set", "weekly_hours=30"), "--set"),
        ((*DAY, "--proposal", "forslag.toml"), "--proposal"),
        ((*DAY, "--resume"), "--output"),
        ((*DAY, "--summary", "side.docx"), ".md"),
    ],
)
def test_wrong_use(args: tuple[str, ...], words: str) -> None:
    ran = udmaal("batch", "examples", *ON, *args)
    assert (ran.code, ran.out) == (2, "")
    assert words in " ".join(ran.err.split())


def test_with_provisional_rates_the_last_day_can_be_asked_for(tmp_path: Path) -> None:
    rates = tmp_path / "satser"
    shutil.copytree(ROOT / "rates", rates)
    percent = ("--lost-earnings", "3.0", "--satsregulering", "2.7")
    assert udmaal("rates", "regulate", "2027", *percent, "--rates", rates).code == 0
    page = tmp_path / "side.md"
    args = ("batch", "examples", *ON, "--redecide", "2027-09-01", "--rates", rates)
    ran = udmaal(*args, "--summary", page, "-q")
    assert ran.code == 0
    assert json.loads(ran.out.splitlines()[0])["alternatives"]["group_1"] in {"0.00", "1186.00"}
    text = page.read_text("utf-8")
    assert f"--date 2026-03-01 --redecide 2027-09-01 --rates {rates}" in text
    assert "foreløbig" in text
    (fingerprint,) = re.findall(r"`([0-9a-f]{64})`", text)
    assert fingerprint == read_rates(rates).sha256


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("ending", ["json", "csv", "md", "xlsx", "svg", "png"])
def test_every_form_of_the_page_is_made_and_the_same_each_time(
    ending: str, language: str, cases: Path, tmp_path: Path
) -> None:
    made = []
    for number in range(2):
        file = tmp_path / f"{number}.{ending}"
        udmaal("batch", cases, *ON, *DAY, "-q", "--lang", language, "--summary", file)
        made.append(file.read_bytes())
    assert made[0] == made[1]


def test_the_page_of_a_municipality_without_old_decisions_says_so(tmp_path: Path) -> None:
    page = tmp_path / "side.md"
    example = "examples/compensation-group-1.toml"
    assert udmaal("batch", example, *ON, *DAY, "-q", "--summary", page).code == 0
    assert "Ingen familie får ydelse efter de gamle regler." in page.read_text("utf-8")


def test_no_cpr_number_leaves_in_any_form(tmp_path: Path) -> None:
    number = "010190-1234"
    case = tmp_path / "sag.toml"
    items = [
        {"kind": "diet", "text": f"kost {number}", "amount": Decimal("900.00"), "per": "month"}
    ]
    case.write_text(written([{"decided": date(2024, 3, 1), "item": items}]), "utf-8")
    for form in ("jsonl", "csv"):
        ran = udmaal("batch", case, *ON, *DAY, "-f", form)
        assert ran.code == 0
        assert "010190-****" in ran.out
        assert number not in ran.out + ran.err


def test_the_list_is_a_sheet_of_numbers_and_days(cases: Path, tmp_path: Path) -> None:
    out = tmp_path / "liste.xlsx"
    assert udmaal("batch", cases, *ON, *DAY, "-q", "-f", "xlsx", "-o", out).code == 1
    book = load_workbook(str(out))
    assert len(book.sheet_names) == 1
    title, _, head, *rows = book.get_sheet_by_index(0).to_python()
    assert title[0] == "Sager pr. 1. marts 2026, afgjort på ny 1. juni 2026"
    csv_out = udmaal("batch", cases, *ON, *DAY, "-q", "-f", "csv").out.removeprefix("\ufeff")
    csv_head, *csv_rows = csv.reader(io.StringIO(csv_out), delimiter=";")
    assert head == csv_head
    assert [row[1] for row in rows] == [row[1] for row in csv_rows]
    monthly = head.index("nu pr. måned")
    for row, csv_row in zip(rows, csv_rows, strict=True):
        if csv_row[monthly]:
            assert isinstance(row[3], date)
            assert f"{row[monthly]:.2f}".replace(".", ",") == csv_row[monthly]
