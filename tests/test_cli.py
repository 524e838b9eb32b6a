"""The real command line: exit codes, formats, messages, nothing lost."""

import csv
import io
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

import udmaal as package
from conftest import EXAMPLES, GROSS_LABEL, ROOT, example_date, started, udmaal

WriteCase = Callable[[str], Path]

SIMPLE = """
format = 1
case_id = "sag-1"
child = {born = 2016-05-14}
[[lost_earnings]]
parent = "A"
weekly_hours = 37
monthly_wage = 30000
grant = [{from = 2025-03-01, hours = 20}]
saving = [{kind = "other", monthly = 100, note = "=HYPERLINK([red]x[/red]|y"}]
"""


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_calculates(example: Path) -> None:
    ran = udmaal("calc", example, "--date", example_date(example), "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    result = json.loads(ran.out)
    assert result["results"]
    for benefit in result["results"]:
        for line in benefit["lines"]:
            assert line["formula"]
            assert line["law"]


def test_json_is_the_contract(write_case: WriteCase) -> None:
    ran = udmaal("calc", write_case(SIMPLE), "--date", "2025-03-01", "--format", "json")
    result = json.loads(ran.out)
    assert list(result) == [
        "format", "case_id", "date", "program", "case_sha256", "rates_sha256",
        "results", "assumptions", "findings",
    ]  # fmt: skip
    assert result["program"] == {"name": "udmaal", "version": package.__version__}
    (benefit,) = result["results"]
    assert list(benefit) == ["benefit", "parent", "law", "amounts", "lines"]
    assert list(benefit["amounts"]) == [
        "gross", "pension", "atp_recipient", "atp_municipality", "before_tax", "net", "savings",
        "payout", "municipality_cost",
    ]  # fmt: skip
    assert benefit["law"] == "BL § 87"
    ceiling = next(line for line in benefit["lines"] if line["id"] == "ceiling")
    assert ceiling == {
        "id": "ceiling",
        "label": "Loft × andel",
        "formula": "36.622,00 × 20/37",
        "amount": "19795.68",
        "unit": "DKK/month",
        "law": ["BL § 87, stk. 3", "BEK 1603/2023 § 9"],
        "rates": ["lost_earnings.ceiling"],
    }


def test_the_same_input_gives_the_same_bytes(write_case: WriteCase) -> None:
    path = write_case(SIMPLE)
    args = ("calc", path, "--date", "2026-03-01", "--format", "json")
    first = udmaal(*args)
    second = started(*args, env={"PYTHONHASHSEED": "1", "COLUMNS": "40", "LC_ALL": "C"})
    assert first.out == second.out


def test_several_cases_make_an_array_and_a_faulty_one_does_not_stop_them(
    write_case: WriteCase, tmp_path: Path
) -> None:
    good = write_case(SIMPLE)
    bad = tmp_path / "bad.toml"
    bad.write_text("format = 1\n", encoding="utf-8")
    ran = udmaal("calc", bad, good, "--date", "2026-03-01", "--format", "json")
    assert ran.code == 1
    assert [case["case_id"] for case in json.loads(ran.out)] == ["sag-1"]
    assert "bad.toml" in ran.err


def test_table_is_readable_at_80_columns_and_takes_no_markup(write_case: WriteCase) -> None:
    ran = udmaal("calc", write_case(SIMPLE), "--date", "2026-03-01")
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 80
    assert f"\n= {GROSS_LABEL}" in ran.out
    assert "\x1b" not in ran.out
    assert "[red]" in ran.out


def test_danish_excel_opens_the_csv(write_case: WriteCase) -> None:
    ran = udmaal("calc", write_case(SIMPLE), "--date", "2025-03-01", "--format", "csv")
    assert ran.out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(ran.out.removeprefix("\ufeff")), delimiter=";"))
    gross = next(row for row in rows if row["linje"] == "gross")
    assert gross["beløb"] == "16216,22"
    saving = next(row for row in rows if row["linje"] == "saving")
    assert not saving["post"].startswith("=")
    english = udmaal(
        "calc", write_case(SIMPLE), "--date", "2025-03-01", "--format", "csv", "--lang", "en"
    )
    row = next(csv.DictReader(io.StringIO(english.out.removeprefix("\ufeff"))))
    assert row["amount"] == "30000.00"


def test_toml_and_markdown(write_case: WriteCase) -> None:
    path = write_case(SIMPLE)
    as_toml = udmaal("calc", path, "--date", "2025-03-01", "--format", "toml")
    assert tomllib.loads(as_toml.out)["results"][0]["amounts"]["gross"] == "16216.22"
    markdown = udmaal("calc", path, "--date", "2025-03-01", "--format", "markdown")
    assert f"| **{GROSS_LABEL}** |" in markdown.out
    assert r"=HYPERLINK(\[red\]x\[/red\]\|y" in markdown.out


def test_calc_says_why_there_is_no_benefit(write_case: WriteCase) -> None:
    path = write_case("""format = 1
case_id = "x"
[child]
born = 2016-05-14
[[lost_earnings]]
parent = "A_1"
weekly_hours = 37
monthly_wage = 30000
grant = [{from = 2025-03-01, hours = 20}]
[respite]
year = 2026
days = 10
""")
    course = "Lost earnings, parent A_1: begins on 1 March 2025"
    respite = "Respite: given for 2026"
    table = udmaal("calc", path, "--date", "2025-02-28", "--lang", "en")
    assert (table.code, table.err) == (0, "")
    assert table.out.endswith(f"\nNo benefit on this date.\n{course}.\n{respite}.\n")
    table = udmaal("calc", path, "--date", "2025-03-01", "--lang", "en")
    assert f"\n{respite}.\n" in table.out
    assert "begins on" not in table.out
    text = udmaal("calc", path, "--date", "2025-02-28", "--lang", "en", "-f", "markdown").out
    assert text.endswith(
        f"No benefit on this date.\n\n- {course.replace('_', chr(92) + '_')}\n- {respite}\n"
    )
    text = udmaal("calc", path, "--date", "2025-03-01", "--lang", "en", "-f", "markdown").out
    assert f"## Without a benefit on this date\n\n- {respite}\n" in text


def test_output_is_written_whole_or_not_at_all(write_case: WriteCase, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    case = write_case(SIMPLE)
    ran = udmaal("calc", case, "--date", "2025-03-01", "-f", "json", "-o", target)
    assert (ran.code, ran.out) == (0, "")
    before = target.read_text(encoding="utf-8")
    assert json.loads(before)["case_id"] == "sag-1"
    missing = tmp_path / "no" / "out.json"
    ran = udmaal("calc", case, "--date", "2025-03-01", "-f", "json", "-o", missing)
    assert ran.code == 2
    assert "Traceback" not in ran.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.toml", "out.json"]


def test_the_python_api_has_the_names_it_promises() -> None:
    for name in package.__all__:
        assert getattr(package, name) is not None
    with pytest.raises(AttributeError):
        package.no_such_name  # noqa: B018


def test_a_date_before_the_level_of_the_basis_is_refused(write_case: WriteCase) -> None:
    path = write_case(SIMPLE.replace("monthly_wage", "basis_level = 2026\nmonthly_wage"))
    ran = udmaal("calc", path, "--date", "2025-12-31")
    assert ran.code == 1
    assert "1. januar 2026" in ran.err
    assert udmaal("calc", path, "--date", "2026-01-01").code == 0


def test_standard_input(write_case: WriteCase) -> None:
    ran = udmaal("calc", "-", "--date", "2025-03-01", "-f", "json", stdin=SIMPLE.encode())
    assert json.loads(ran.out)["case_id"] == "sag-1"


@pytest.mark.parametrize(
    ("args", "code", "word"),
    [
        (["calc"], 2, "SAG"),
        (["calc", "x.toml", "--date", "i går"], 2, "ÅÅÅÅ-MM-DD"),
        (["calc", "x.toml", "--date", "2013-12-31"], 2, "1. januar 2014"),
        (["calc", "x.toml", "--date", "2099-01-01"], 2, "31. december 2026"),
        (["calc", "x.toml", "--fromat", "json"], 2, "--format"),
        (["calc", "x.toml", "--format", "xml"], 2, "--format"),
        (["calc", "x.toml", "--lang", "de"], 2, "--lang"),
        (["calc", "examples", "--date", "2025-01-01"], 1, "mappe"),
        (["calc", "/dev/null", "--date", "2025-01-01"], 1, "enhed"),
        (["calc", "ingen.toml", "--date", "2025-01-01"], 1, "findes ikke"),
        (["calc", "x.toml", "--rates", "ingen-mappe", "--date", "2025-01-01"], 2, "satser"),
        (["calc", "x.toml", "--municipality-dir", "ingen", "--date", "2025-01-01"], 2, "ingen"),
        (["rates", "show", "lost_earnings.celing"], 2, "lost_earnings.ceiling"),
        (["nonsense"], 2, "nonsense"),
    ],
)
def test_wrong_use_is_told_apart_from_wrong_cases(args: list[str], code: int, word: str) -> None:
    ran = udmaal(*args)
    assert ran.code == code
    assert word in ran.err
    assert "Traceback" not in ran.err
    assert ran.out == ""


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "tom"),
        (b"   \n", "tom"),
        ('format = 1\ncase_id = "Sæby"\n'.encode("latin-1"), "Latin-1"),
        ("format = 1".encode("utf-16"), "UTF-16"),
        (b"format = 1\xff\xff", "UTF-8"),
        (b"#" * (1 << 20) + b"\n", "1 MiB"),
        (b"a = " + b"[" * 50_000, "dybt"),
        (b"a = " + b"9" * 5000, "cifre"),
        (b"a." * 20_000 + b"b = 1", "dybt"),
    ],
)
def test_bad_bytes(data: bytes, word: str, tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes(data)
    ran = udmaal("calc", path, "--date", "2025-01-01")
    assert ran.code == 1
    # The folder of a test is named after its values.
    assert word in ran.err.replace(str(path), "")
    assert "Traceback" not in ran.err


def test_a_file_of_nothing_but_errors_is_told_in_time(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_text("".join(f"k{number} = 1\n" for number in range(90_000)), encoding="utf-8")
    ran = udmaal("calc", path, "--date", "2025-01-01")
    assert ran.code == 1
    assert "fejl mere" in ran.err
    assert len(ran.err.splitlines()) < 1000


def test_a_byte_order_mark_is_fine(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes(b"\xef\xbb\xbf" + SIMPLE.replace("\n", "\r\n").encode())
    assert udmaal("calc", path, "--date", "2025-03-01").code == 0


def test_a_fault_points_at_its_place_in_the_chosen_language(write_case: WriteCase) -> None:
    path = write_case(SIMPLE.replace("weekly_hours", "wekly_hours"))
    danish = udmaal("calc", path, "--date", "2025-03-01")
    assert "weekly_hours mangler" in danish.err
    assert "mente du weekly_hours?" in danish.err
    assert "  7 | wekly_hours = 37\n    |               ^\n" in danish.err
    for way in (["--lang", "en", "calc", str(path)], ["calc", str(path), "--lang", "en"]):
        english = udmaal(*way, "--date", "2025-03-01")
        assert "did you mean weekly_hours?" in english.err
    assert "did you mean" in udmaal("calc", path, env={"UDMAAL_LANG": "en"}).err


def test_a_benefit_is_refused_as_wage(write_case: WriteCase) -> None:
    path = write_case(SIMPLE.replace("weekly_hours", 'occupation = "benefit"\nweekly_hours'))
    ran = udmaal("calc", path, "--date", "2025-03-01")
    assert ran.code == 1
    assert "case.toml:7:14: lost_earnings[0].occupation" in ran.err


def test_old_extra_costs_are_refused_once_they_must_be_re_decided(
    write_case: WriteCase, tmp_path: Path
) -> None:
    rates = tmp_path / "rates"
    rates.mkdir()
    for file in (ROOT / "rates").glob("*.toml"):
        (rates / file.name).write_bytes(file.read_bytes())
    (rates / "2027-01-01.toml").write_text("format = 1\neffective = 2027-01-01\n", "utf-8")
    case = write_case(
        'format = 1\ncase_id = "x"\nchild = {born = 2016-05-14}\n'
        "[extra_costs]\ndecided = 2025-08-31\n"
        'item = [{kind = "diet", amount = 900, per = "month"}]\n'
    )
    last = udmaal("calc", case, "--date", "2027-08-31", "--rates", rates, "-f", "json")
    assert json.loads(last.out)["results"][0]["amounts"]["monthly"] == "900.00"
    after = udmaal("calc", case, "--date", "2027-09-01", env={"UDMAAL_RATES": str(rates)})
    assert after.code == 1
    assert "fastsat på ny" in after.err


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize(
    "command", [[], ["calc"], ["rates"], ["rates", "verify"], ["new"], ["schema"]]
)
def test_help_in_both_languages(command: list[str], lang: str) -> None:
    ran = udmaal(*command, "--help", env={"UDMAAL_LANG": lang})
    assert ran.code == 0
    assert ("Sprog" in ran.out or "Satserne" in ran.out) == (lang == "da")


def test_version_names_the_newest_rates() -> None:
    assert udmaal("--version").out == f"udmaal {package.__version__} (satser fra 2026-01-01)\n"


@pytest.mark.skipif(os.name == "nt", reason="a closed pipe is told differently on Windows")
def test_a_closed_pipe_is_no_error(write_case: WriteCase) -> None:
    command = (
        f'"{sys.executable}" -m udmaal calc "{write_case(SIMPLE)}" --date 2025-03-01 | head -1'
    )
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, cwd=ROOT)
    assert done.stderr == b""


@pytest.mark.parametrize("width", [80, 100, 160])
def test_on_a_terminal_the_findings_break_between_words(width: int) -> None:
    args = ("check", "examples", "--date", "2026-03-01")
    environ = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    terminal = pexpect.spawn(
        sys.executable,
        ["-m", "udmaal", *args],
        env={**environ, "TERM": "xterm-256color"},
        cwd=str(ROOT),
        dimensions=(50, width),
        encoding="utf-8",
    )
    terminal.expect(pexpect.EOF)
    lines = re.sub(r"\x1b\[[\d;]*m", "", terminal.before).splitlines()
    # A path with its place is never broken; nothing else is wider, nor ever over 100 columns.
    told = [line for line in lines if "examples/" not in line]
    assert 60 < max(map(len, told)) <= min(width, 100)
    assert " ".join(" ".join(lines).split()) == " ".join(udmaal(*args).out.split())
