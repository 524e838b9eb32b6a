"""What leaves the program: it replaces no input, shows no CPR number, and is no formula."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pypdf
import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from conftest import EXAMPLES, ROOT, udmaal
from udmaal.amounts import Amounts
from udmaal.breakdown import Breakdown, Line, Result
from udmaal.case.model import Case
from udmaal.law.benefits import kinds_by_id
from udmaal.masking import masked
from udmaal.municipality import ServiceLevel
from udmaal.output.csv import BOM, csv_rows
from udmaal.output.file_kind import kind_of
from udmaal.output.write import refuse_to_replace
from udmaal.rates.read import read_rates, shipped_folder
from udmaal.shown import holds_cpr_number, may_hold_cpr_number, named, readable, without_cpr

WriteCase = Callable[..., Path]
ON = ("--date", "2025-03-01")

CASE = """format = 1
case_id = "sag-1"
[child]
born = 2016-05-14
[[lost_earnings]]
parent = "A"
weekly_hours = 37
monthly_wage = 30000
grant = [{from = 2025-03-01, hours = 20}]
"""
REFUSED = ("bliver ikke overskrevet", "is not overwritten")


# --- an output never replaces an input


def commands(case: Path, output: Path) -> Iterator[tuple[str, ...]]:
    """Every command that writes a file, told to write ``output``."""
    file, to = str(case), ("--output", str(output))
    yield ("calc", file, *ON, *to)
    yield ("calc", file, *ON, "--format", "json", *to)
    yield ("ledger", file, *to)
    yield ("check", file, *ON, *to)
    yield ("check", file, *ON, "--format", "sarif", *to)
    yield ("due", file, *to)
    yield ("due", file, "--format", "ics", *to)
    yield ("batch", file, *ON, *to)
    yield ("batch", file, *ON, "--resume", *to)
    yield ("batch", file, *ON, "--format", "csv", *to)
    yield ("batch", file, *ON, "--summary", str(output))
    yield ("what-if", file, *ON, "--set", "hours=5..6", *to)
    yield ("schema", "case", *to)
    yield ("new", "--template", "all", str(output))
    yield (
        "rates", "regulate", "2027", "--lost-earnings", "3", "--satsregulering", "2", "--force", *to
    )  # fmt: skip


def test_no_command_writes_over_the_case_it_reads(write_case: WriteCase) -> None:
    case = write_case(CASE)
    for language, words in zip(("da", "en"), REFUSED, strict=True):
        for command in commands(case, case):
            ran = udmaal("--lang", language, *command)
            assert ran.code == 2, command
            assert words in ran.err, command
            assert case.read_text(encoding="utf-8") == CASE, command


def test_the_same_file_by_another_name(write_case: WriteCase, tmp_path: Path) -> None:
    case = write_case(CASE)
    (tmp_path / "in").mkdir()
    soft, hard = tmp_path / "soft.html", tmp_path / "hard.html"
    soft.symlink_to(case)
    hard.hardlink_to(case)
    for name in (soft, hard, tmp_path / "in" / ".." / "case.toml"):
        ran = udmaal("calc", case, *ON, "--output", name)
        assert (ran.code, REFUSED[0] in ran.err) == (2, True)
    for name in (soft, hard):
        ran = udmaal("report", case, *ON, "--output", name)
        assert (ran.code, REFUSED[0] in ran.err) == (2, True)
    picture = tmp_path / "soft.svg"
    picture.symlink_to(case)
    ran = udmaal("what-if", case, *ON, "--set", "hours=5..6", "--picture", picture)
    assert (ran.code, REFUSED[0] in ran.err) == (2, True)
    assert case.read_text(encoding="utf-8") == CASE


def test_other_inputs_are_kept_too(write_case: WriteCase, tmp_path: Path) -> None:
    case = write_case(CASE)
    paid = tmp_path / "paid.csv"
    paid.write_text("month;gross;pension;holiday\n2025-03;1;0;0\n", encoding="utf-8")
    listed = tmp_path / "list"
    listed.write_bytes(os.fsencode(case) + b"\0")
    rates = tmp_path / "rates"
    shutil.copytree(shipped_folder(), rates)
    rate_file, level = rates / "2026-01-01.toml", rates / "municipalities" / "rudersdal.toml"
    broken = tmp_path / "broken.toml"
    broken.write_text('case_id = "x\n', encoding="utf-8")
    for command in (
        ("ledger", case, "--paid", paid, "--output", paid),
        ("batch", "--files0-from", listed, *ON, "--output", listed),
        ("calc", case, *ON, "--rates", rates, "--output", rate_file),
        ("schema", "--output", rate_file),
        ("schema", "--output", level),
        ("batch", tmp_path, *ON, "--output", broken),
        ("schema", "--output", broken),
    ):
        output = Path(command[-1])
        before = output.read_bytes()
        ran = udmaal(*command)
        assert ran.code == 2, command
        assert REFUSED[0] in ran.err, command
        assert output.read_bytes() == before


def test_standard_input_and_output_are_files_too(write_case: WriteCase) -> None:
    case = write_case(CASE)
    run = [sys.executable, "-m", "udmaal", "calc"]
    with case.open("rb") as file:
        ran = subprocess.run([*run, "-", *ON, "-o", case], stdin=file, cwd=ROOT, check=False)
    assert ran.returncode == 2
    with case.open("ab") as file:
        ran = subprocess.run([*run, case, *ON], stdout=file, cwd=ROOT, check=False)
    assert ran.returncode == 2
    assert case.read_text(encoding="utf-8") == CASE


def test_results_and_other_files_are_replaced(write_case: WriteCase, tmp_path: Path) -> None:
    case = write_case(CASE)
    other = write_case(CASE, "other.toml")
    result = tmp_path / "result.toml"
    result.write_text("anything", encoding="utf-8")
    for command in (
        ("calc", case, other, *ON, "--format", "toml"),
        ("ledger", case, "--format", "toml"),
        ("calc", case, *ON, "--format", "toml"),
        ("calc", case, *ON, "--format", "markdown"),
        ("check", case, *ON),
        ("calc", case, *ON, "--format", "json"),
    ):
        before = result.read_bytes()
        assert udmaal(*command, "--output", result).code == 0, command
        assert result.read_bytes() != before, command
        assert kind_of(result) is None
    assert udmaal("calc", case, *ON, "--output", os.devnull).code == 0


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (CASE, "case"),
        ("[child]\nborn = 2016-05-14\n", "case"),
        (CASE.replace('"sag-1"', '"sag-1'), "case"),
        ("format = 1\neffective = 2027-01-01\n", "rates"),
        ('format = 1\nname = "Vores kommune"\n', "level"),
        ("respite_days_usual = 50\n", "level"),
        ('[project]\nname = "x"\n', None),
        ('{"case_id": "x"}', None),
        ('Note\n\n    case_id = "x"\n', None),
        ("", None),
    ],
)
def test_what_a_file_is_told_by(text: str, kind: str | None, tmp_path: Path) -> None:
    path = tmp_path / ("note.md" if text.startswith("Note") else "x.toml")
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "latin-1"):
        path.write_text(text, encoding=encoding)
        assert kind_of(path) == kind


def test_every_shipped_case_rate_and_level_is_known_for_what_it_is() -> None:
    for path in (ROOT / "examples").glob("*.toml"):
        assert kind_of(path) == "case", path
    for path in shipped_folder().glob("*.toml"):
        assert kind_of(path) == "rates", path
    for path in (shipped_folder() / "municipalities").glob("*.toml"):
        assert kind_of(path) == "level", path
    assert Case.model_fields.keys() & ServiceLevel.model_fields.keys() == {"format"}
    refuse_to_replace(Path("no such file"))


# --- no cell of a CSV is a formula

ATTACKS = (
    "=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "＋1",
    "－1", "＠x", "﹣1", "\u200b=1", "\ufeff=1",
)  # fmt: skip
NUMBER = re.compile(r"-?\d+([.,]\d+)?")


def is_formula(cell: str) -> bool:
    plain = unicodedata.normalize("NFKC", cell).strip()
    skipped = re.sub(r"^[\s\u200b\ufeff]+", "", plain)
    return (skipped[:1] in tuple("=+-@") or cell[:1] in tuple("\t\r\n")) and not (
        NUMBER.fullmatch(cell)
    )


def rows_of(text: str, language: str) -> list[list[str]]:
    text = text.removeprefix(BOM)
    return list(
        csv.reader(io.StringIO(text, newline=""), delimiter=";" if language == "da" else ",")
    )


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_csv_holds_a_formula(language: str, tmp_path: Path) -> None:
    folder = tmp_path / "cases"
    folder.mkdir()
    attacks = [attack for attack in ATTACKS if attack[0] != "\r"]  # no case file holds one
    for number, attack in enumerate(attacks):
        text = json.dumps(attack)  # a basic string of TOML is one of JSON
        case = CASE.replace('"sag-1"', text).replace('"A"', text)
        saving = f"saving = [{{kind = 'other', monthly = 100, note = {text}}}]\n"
        (folder / f"={number}.toml").write_text(case + saving, encoding="utf-8")
    first = folder / "=0.toml"
    made = [
        udmaal("calc", *sorted(folder.iterdir()), *ON, "-f", "csv", "--lang", language),
        udmaal("ledger", first, "-f", "csv", "--lang", language),
        udmaal("batch", folder, *ON, "-f", "csv", "--lang", language),
        udmaal("batch", folder, *ON, "--against", "2025-02-01", "-f", "csv", "--lang", language),
        udmaal("what-if", first, *ON, "--set", 'note="=1+1","-x"', "-f", "csv", "--lang", language),
        udmaal("rates", "list", *ON, "-f", "csv", "--lang", language),
        udmaal("due", folder, "--from", "2026-01", "-f", "csv", "--lang", language),
    ]
    for ran in made:
        assert ran.code == 0, ran.err
        rows = rows_of(ran.out, language)
        assert len(rows) > 1
        assert not [cell for row in rows for cell in row if is_formula(cell)]
    against = rows_of(made[3].out, language)
    assert {row[1] for row in against[1:]} == {f"'{attack}" for attack in attacks}


def test_every_attack_becomes_a_text() -> None:
    assert rows_of(csv_rows([ATTACKS], "en"), "en") == [[f"'{attack}" for attack in ATTACKS]]


@given(st.lists(st.text(max_size=6), min_size=1, max_size=4))
def test_a_cell_is_kept_or_told_to_be_text(cells: list[str]) -> None:
    (row,) = rows_of(csv_rows([cells], "da"), "da") or [[""]]
    for cell, written in zip(cells, row, strict=True):
        assert written in (cell, f"'{cell}") or "\r" in cell or "\n" in cell
        assert not is_formula(written)


def test_amounts_below_zero_stay_numbers() -> None:
    assert csv_rows([["-12,00", "-3", "-1.50"]], "da").endswith("-12,00;-3;-1.50\r\n")


# --- the annex shows every text

SIGNS = {
    "tak ✨": "tak [sparkles]",
    "a\ufffeb": "a[U+FFFE]b",
    "\u05c3\u05c4\u05d5": "\u05c3[hebrew mark upper dot]\u05d5",
    "\u200d👩": "[woman]",
    "❤\ufe0f": None,
    "æøå € Ł ščř": None,
}


def toml_text(text: str) -> str:
    return tomli_w.dumps({"x": text}).partition(" = ")[2].strip()


@pytest.mark.parametrize(
    "text", [*SIGNS, "\u05c3\u05c4\u05c5\u05c6\u05c7\u05c8\u05c9\u05cc\u05cd\u05d5"]
)
def test_the_paper_is_made_whatever_a_citizen_writes(text: str, write_case: WriteCase) -> None:
    case = write_case(
        'format = 1\ncase_id = "x"\nchild = {born = 2016-05-14}\n[extra_costs]\n'
        f"decided = 2025-10-01\nitem = [{{kind = 'other', text = {toml_text(text)}, "
        "amount = 900, per = 'month', documented = true}]\n"
    )
    pdf, html = case.with_suffix(".pdf"), case.with_suffix(".html")
    for language, words in (("da", "bilaget kan ikke vise"), ("en", "the annex cannot show")):
        ran = udmaal("report", case, "--date", "2026-03-01", "-o", pdf, "--lang", language)
        assert ran.code == 0, ran.err
        assert "panic" not in ran.err
        instead = SIGNS.get(text, "[hebrew point qamats qatan]")
        assert (words in ran.err) == (instead is not None)
        if instead is not None:
            assert instead in ran.err
    pages = "".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)
    if text == "tak ✨":
        assert "tak [sparkles]" in pages
    assert udmaal("report", case, "--date", "2026-03-01", "-o", html).code == 0
    assert "\ufffe" not in html.read_text(encoding="utf-8")


# --- names that are no UTF-8

NAME = os.fsdecode(b"b\xf8rn.toml")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are always Unicode there")
def test_every_output_shows_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    case, faulty = tmp_path / NAME, tmp_path / os.fsdecode(b"f\xf8jl.toml")
    case.write_text(CASE, encoding="utf-8")
    faulty.write_text("format = 1\n", encoding="utf-8")
    result, out = tmp_path / os.fsdecode(b"r\xf8.json"), tmp_path / "out"
    for command in (
        ("check", case, *ON),
        ("check", case, *ON, "-f", "json"),
        ("check", case, *ON, "-f", "sarif"),
        ("calc", case, *ON, "-f", "json", "-o", result),
        ("verify", result, case),
        ("verify", result, case, "-f", "json"),
        ("what-if", case, *ON, "--set", "hours=5..6"),
        ("report", case, *ON, "-o", tmp_path / "x.pdf"),
        ("report", case, *ON, "-o", tmp_path / "x.html"),
    ):
        ran = udmaal(*command)
        assert ran.code == 0, (command, ran.err)
        assert "fanget" not in ran.err
    assert "udmaal calc b\ufffdrn.toml" in (tmp_path / "x.html").read_text(encoding="utf-8")
    due = udmaal("due", tmp_path, "--from", "2026-01", "-f", "json")
    assert due.code == 1
    (overdue, *_) = json.loads(due.out)["due"]
    assert overdue["path_bytes"].endswith("/b%F8rn.toml")
    (checked,) = json.loads(udmaal("check", case, *ON, "-f", "json").out)
    assert checked["path"].endswith("/b\ufffdrn.toml")
    assert checked["path_bytes"].endswith("/b%F8rn.toml")
    for format_ in ("jsonl", "csv", "parquet", "xlsx"):
        ran = udmaal("batch", tmp_path, *ON, "-f", format_, "-o", out)
        assert (ran.code, "f\ufffdjl.toml: case_id" in ran.err) == (1, True)
    ran = udmaal("batch", tmp_path, *ON)
    done, lost = map(json.loads, ran.out.splitlines())
    assert done["case_id"] == "sag-1"
    assert lost["path"].endswith("f\ufffdjl.toml")
    assert lost["path_bytes"].endswith("f%F8jl.toml")
    summary = tmp_path / "summary.json"
    udmaal("batch", case, *ON, "--against", "2025-02-01", "--summary", summary, "-o", out)
    (changes,) = json.loads(summary.read_text(encoding="utf-8"))["changes"].values()
    (largest,) = changes["largest"]
    assert largest["path_bytes"].endswith("b%F8rn.toml")
    ran = udmaal("calc", tmp_path / os.fsdecode(b"\xf8"))
    assert "\ufffd: " in ran.err


def test_a_name_for_json() -> None:
    assert named("path", "sager/børn.toml") == {"path": "sager/børn.toml"}
    assert named("path", NAME) == {"path": "b\ufffdrn.toml", "path_bytes": "b%F8rn.toml"}


# --- no CPR number leaves

SERIAL = "9173"
NUMBERS = (f"140516-{SERIAL}", f"140516{SERIAL}", f"140516 {SERIAL}", f"140516\N{EN DASH}{SERIAL}")


@pytest.mark.parametrize("number", NUMBERS)
def test_no_output_prints_a_cpr_number(number: str, tmp_path: Path) -> None:
    folder = tmp_path / f"sag {number}"
    folder.mkdir()
    case, faulty, wrong = folder / f"{number}.toml", folder / "x.toml", tmp_path / "wrong.toml"
    text = (
        CASE.replace('"sag-1"', f'"sag {number}"').replace('"A"', f'"mor {number}"')
        + f"saving = [{{kind = 'other', monthly = 100, note = 'bil {number}'}}]\n"
        f"tax = {{rate = 0.37, monthly_deduction = 4500}}\n"
        f"end = {{date = 2026-05-31, reason = 'conditions_lapsed'}}\n"
        f"[[extra_costs]]\ndecided = 2025-02-15\n[[extra_costs.item]]\nkind = 'medicine'\n"
        f"text = 'salve {number}'\namount = 900\nper = 'month'\n"
        f"[[accepted]]\ncode = 'U306'\nreason = 'aftalt med {number}'\n"
    )
    text = text.replace("[[extra_costs]]", "[extra_costs]")
    case.write_text(text, encoding="utf-8")
    faulty.write_text(text.replace("grant =", f'"{number}" = 1\ngrant ='), encoding="utf-8")
    wrong.write_text(f'case_id = {number}\nformat = "{number}\n', encoding="utf-8")
    made = tmp_path / "made"
    commands_run = [
        *(("calc", case, *ON, "-f", each) for each in ("table", "json", "csv", "markdown", "toml")),
        *(("ledger", case, "-f", each) for each in ("table", "json", "csv", "markdown", "toml")),
        *(("check", case, *ON, "-f", each) for each in ("text", "json", "sarif")),
        *(("batch", folder, *ON, "-f", each, "-o", made) for each in ("jsonl", "csv", "parquet")),
        ("batch", folder, *ON, "--against", "2025-02-01", "--summary", made),
        *(("due", folder, "--from", "2026-01", "-f", e) for e in ("table", "json", "csv", "ics")),
        ("what-if", case, *ON, "--set", "hours=5..6", "--set", f'note="{number}"'),
        ("what-if", case, *ON, "--set", f'case_id="{number}","y"', "-f", "json"),
        ("what-if", case, *ON, "--set", f'note="{number}","y"', "-f", "csv"),
        ("report", case, *ON, "-o", tmp_path / "x.html", "--ledger", ".."),
        ("calc", wrong), ("check", wrong), ("calc", faulty), ("calc", number), ("explain", number),
        ("calc", case, "--date", number), ("ledger", case, "--from", number),
    ]  # fmt: skip
    for command in commands_run:
        ran = udmaal(*command)
        told = [ran.out, ran.err]
        if made.exists():
            told.append(made.read_bytes().decode("utf-8", "replace"))
            made.unlink()
        for each in told:
            assert SERIAL not in re.sub(r"[0-9a-f]{64}", "", each), command
        assert "fanget" not in ran.err, command
    html = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert "140516-****" in html
    assert SERIAL not in re.sub(r"[0-9a-f]{64}|base64,[^\"]*", "", html)
    ran = udmaal("calc", case, *ON, "-f", "json", "-o", made)
    result = json.loads(made.read_text(encoding="utf-8"))
    assert result["case_id"] == "sag 140516-****"
    assert {each["where"] for each in result["findings"] if each["code"] == "U601"} == {
        "case_id",
        "lost_earnings[0].parent",
        "lost_earnings[0].saving[0].note",
        "extra_costs.item[0].text",
        "accepted[0].reason",
    }
    assert udmaal("verify", made, case).code == 0
    assert udmaal("check", case, *ON, "--select", "U601").code == 1
    old = made.read_text(encoding="utf-8").replace("140516-****", number)
    made.write_text(old, encoding="utf-8")
    for format_ in ("text", "json"):
        ran = udmaal("verify", made, case, "-f", format_)
        assert ran.code == 1
        assert SERIAL not in re.sub(r"[0-9a-f]{64}", "", ran.out + ran.err)


def test_the_pdf_shows_no_cpr_number(write_case: WriteCase) -> None:
    case = write_case(CASE.replace('"A"', f'"{NUMBERS[1]}"'))
    pdf = case.with_suffix(".pdf")
    assert udmaal("report", case, *ON, "-o", pdf).code == 0
    pages = "".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)
    assert "140516-****" in pages
    assert SERIAL not in re.sub(r"[0-9a-f]{20,}", "", pages)


def test_numbers_and_fingerprints_are_no_texts() -> None:
    fingerprint = "1405169173" * 6 + "abcd"
    rate = read_rates().at(read_rates().last_day)["lost_earnings.ceiling"]
    kind = kinds_by_id()["municipality_cost"][0]
    values = {"a": "140516-9173"}
    line = Line(kind, kind.formulas[""], Decimal(1405169173), "DKK", values, (), (rate,))
    result = Result("x", "x", "x", Amounts(), (line, line), parent="1405169173")
    found = masked(
        Breakdown("1405169173", read_rates().last_day, fingerprint, fingerprint, (result,))
    )
    assert found.case_id == "140516-****"
    assert (found.case_sha256, found.rates_sha256) == (fingerprint, fingerprint)
    assert found.results[0].lines[0] == line._replace(values={"a": "140516-****"})
    # One line stays one, so that others can name its cell.
    assert found.results[0].lines[0] is found.results[0].lines[1]
    assert found.results[0].parent == "140516-****"
    for text in ("14051691734", "114051691734", "3204169173", "140516--9173", "140516-917"):
        assert not holds_cpr_number(text)
        assert without_cpr(text) == text


@given(
    st.dates().map(lambda day: day.strftime("%d%m") + f"{day.year % 100:02d}"),
    st.sampled_from(["", "-", " ", "\N{EN DASH}", "\N{NO-BREAK SPACE}"]),
    st.from_regex(r"[0-9]{4}", fullmatch=True),
    st.text(st.characters(exclude_categories=["Nd", "Cs"]), max_size=5),
)
def test_every_cpr_number_is_found_and_masked(
    day: str, between: str, serial: str, around: str
) -> None:
    text = f"{around}{day}{between}{serial}{around}"
    assert holds_cpr_number(text)
    assert may_hold_cpr_number(text)
    assert without_cpr(text) == f"{around}{day}-****{around}"
    assert readable(text).encode()


def test_two_outputs_are_two_files(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    ran = udmaal(
        "batch", EXAMPLES[0], "--output", out, "--summary", tmp_path / "x" / ".." / out.name
    )
    assert ran.code == 2
    assert str(out.name) in ran.err
    assert not out.exists()
