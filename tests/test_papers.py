"""The papers of cases: nothing of another parent, safe names, and runs that can be cut off."""

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from base64 import b64decode
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from conftest import EXAMPLES, ROOT, case_of, day, example_date, pdf_faults, table, udmaal
from udmaal.api import CaseFile, calculate, make_ledger, read_case
from udmaal.breakdown import Breakdown
from udmaal.faults import InputFaultsError
from udmaal.ledger import AMOUNTS, Ledger
from udmaal.letter import read_letter
from udmaal.output.annex.content import annex_content
from udmaal.output.annex.html import annex_html
from udmaal.output.annex.pdf import annex_pdf
from udmaal.papers.names import Names
from udmaal.papers.work import Job, papers_of
from udmaal.rates.book import RateBook
from udmaal.recipient import parents_of, recipient_of, recipients_of
from udmaal.text.lines import formula

TWO = "examples/two-parents-over-37.toml"
LETTER = ROOT / "docs" / "letters" / "lilleby.toml"
WriteCase = Callable[[str], Path]
_AMOUNT = re.compile(r"\d[\d.]*,\d\d\b")


def text_of(data: bytes) -> str:
    """Give the words of a paper, PDF or HTML, those in its pictures and about it too."""
    if data.startswith(b"%PDF"):
        reader = pypdf.PdfReader(io.BytesIO(data))
        told = [str(reader.metadata), str(reader.xmp_metadata and reader.xmp_metadata.dc_title)]
        return " ".join(" ".join([*told, *(page.extract_text() for page in reader.pages)]).split())
    html = data.decode()
    pictures = re.findall(r"data:image/svg\+xml;base64,([^\"]+)", html)
    return " ".join([html, *(b64decode(each).decode() for each in pictures)])


def papers(case_file: CaseFile, book: RateBook, on: date, **asked: Any) -> list[bytes]:
    """Make the papers of a case."""
    job = Job(on=on, today=on, language="da", **{"ending": "html", **asked})
    return [paper.data for paper in papers_of(job, book, case_file)]


# Facts of B that have nothing to do with the hours, and so are nothing that A may see.
OF_B = """
monthly_wage = {wage}
employer_pension = {pension}
applied = {applied}
saving = [{{kind = "other", monthly = {saving}, note = "B: {note}"}}]
single_day = [{{date = 2025-06-0{day}, hours = 5, note = "{note}"}}]
{tax}
"""
COUPLE = """
[[lost_earnings]]
parent = "{first}"
weekly_hours = 37
{facts_of_first}
grant = [{{from = 2025-03-01, hours = 22}}]
[[lost_earnings]]
parent = "{second}"
weekly_hours = 37
{facts_of_second}
grant = [{{from = {start}, hours = {hours}}}]
[[accepted]]
code = "U103"
reason = "{note}"
[[accepted]]
code = "U204"
reason = "{note}"
"""
OF_A = "monthly_wage = 31111\nemployer_pension = 4111"


@settings(max_examples=25)
@given(
    wage=st.integers(20_000, 90_000),
    pension=st.integers(0, 9_000),
    saving=st.integers(1, 5_000),
    note=st.text("abcæøå ", min_size=1, max_size=9),
    applied=st.dates(date(2024, 1, 1), date(2025, 2, 1)),
    single=st.integers(2, 6),
    tax=st.booleans(),
    a_is_first=st.booleans(),
    start=st.dates(date(2025, 1, 1), date(2025, 9, 1)),
    hours=st.integers(1, 37),
)
def test_a_paper_is_the_same_whatever_is_true_of_the_other(
    wage: int, pension: int, saving: int, note: str, applied: date, single: int,
    tax: bool, a_is_first: bool, start: date, hours: int, book: RateBook,
) -> None:  # fmt: skip
    card = "tax = {rate = 0.41, monthly_deduction = 4444}" if tax else ""
    other = OF_B.format(
        wage=wage, pension=pension, saving=saving, note=note, applied=applied, day=single, tax=card
    )
    plain = OF_B.format(
        wage=25_000, pension=0, saving=1, note="x", applied="2025-01-01", day=2, tax=""
    )
    made = []
    for facts, reason in ((other, note), (plain, "x")):
        names, both = ("A", "B"), (OF_A, facts)
        # The hours of the later course of the file are cut, and decide nothing of the first.
        later = (start, hours) if reason == note else ("2025-05-01", 20)
        if not a_is_first:
            names, both, later = ("B", "A"), (facts, OF_A), ("2025-05-01", 20)
        case_file = case_of(
            COUPLE.format(
                first=names[0], second=names[1], facts_of_first=both[0], facts_of_second=both[1],
                note=reason, start=later[0], hours=later[1],
            ),
            book,
        )  # fmt: skip
        made.append(papers(case_file, book, date(2025, 6, 1), parent="A", months=(None, None)))
    assert made[0] == made[1]


def test_a_parent_not_known_yet_is_hidden_too(book: RateBook) -> None:
    made = []
    for wage in (25_000, 55_555):
        text = COUPLE.format(
            first="A", second="B", facts_of_first=OF_A, note=str(wage), start="2025-05-01",
            hours=15, facts_of_second=f"applied = 2025-05-01\nmonthly_wage = {wage}",
        )  # fmt: skip
        asked = {"known": date(2025, 4, 1), "months": (None, None)}
        case_file = case_of(text, book)
        assert len(papers(case_file, book, date(2025, 6, 1), each=True, **asked)) == 1
        made.append(papers(case_file, book, date(2025, 6, 1), parent="A", **asked))
    assert made[0] == made[1]


def _couples(book: RateBook) -> Iterator[tuple[str, CaseFile, date]]:
    """Give the cases with several parents: the examples, and those of the tables."""
    for path in EXAMPLES:
        yield path.stem, read_case(path, book), day(example_date(path))
    for name in ("amounts", "pages"):
        for number, row in enumerate(table(name)):
            case_file = case_of(row["case"], book)
            yield f"{name} {number}", case_file, row.get("on", date(2025, 6, 1))


def test_no_amount_of_another_stands_on_a_paper(book: RateBook) -> None:
    looked_at = 0
    for name, case_file, on in _couples(book):
        parents = parents_of(case_file.case)
        if len(parents) < 2:
            continue
        try:
            breakdown = calculate(case_file, book, on)
            ledger = make_ledger(case_file, book, today=on)
        except InputFaultsError:
            continue
        texts = {
            who: text_of(
                annex_html(
                    annex_content(
                        case_file, breakdown, ledger, "da",
                        recipient=recipient_of(case_file.case, who, family=False),
                    )
                ).encode()
            )
            for who in parents
        }  # fmt: skip
        own = {who: _own_amounts(breakdown, ledger, who) for who in parents}
        shared = {_amount(rate.value) for rate in (*breakdown.rates, *ledger.rates)
                  if isinstance(rate.value, Decimal)}  # fmt: skip
        for who in parents:
            others = {each for other in parents if other != who for each in own[other]}
            hidden = others - own[who] - shared
            leaked = hidden & set(_AMOUNT.findall(texts[who]))
            assert not leaked, (name, who, leaked)
            looked_at += len(hidden)
    assert looked_at > 100


def _own_amounts(breakdown: Breakdown, ledger: Ledger, who: str) -> set[str]:
    """Give every amount in the lines and months of a parent."""
    courses = [course for course in ledger.courses if course.parent == who]
    months = [month for course in courses for month in course.months]
    others = [each for each in ledger.others if each.parent == who]
    lines = [
        *(line for other in others for month in other.months for line in month.lines),
        *(line for each in breakdown.results if each.parent == who for line in each.lines),
        *(line for month in months for line in month.lines),
    ]
    found = {_amount(line.amount) for line in lines}
    found |= {each for line in lines for each in _AMOUNT.findall(formula(line, "da"))}
    found |= {_amount(value) for month in months for value in month if isinstance(value, Decimal)}
    found |= {_amount(value) for other in others for month in other.months
              for value in month.amounts.values()}  # fmt: skip
    found |= {_amount(other.total(key)) for other in others for key in other.columns}
    return found | {_amount(course.total(key)) for course in courses for key in AMOUNTS}


def _amount(value: Decimal) -> str:
    whole, _, ore = f"{value:,.2f}".partition(".")
    return f"{whole.replace(',', '.')},{ore}"


@pytest.mark.parametrize("ending", ["pdf", "html"])
@pytest.mark.parametrize("months", ["", "2025-01..2025-12"])
def test_the_paper_of_one_parent_has_not_the_other_s_wage(
    ending: str, months: str, tmp_path: Path
) -> None:
    out = tmp_path / f"a.{ending}"
    asked: list[str | Path] = ["--date", "2025-06-01", "--parent", "A", "-o", out]
    ran = udmaal("report", TWO, *asked, *(["--ledger", months] if months else []))
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    text = text_of(out.read_bytes())
    assert "forælder A" in text
    assert "26.400,00" in text
    assert "600,00 kr. om måneden" in text  # the family's extra costs
    # B's wage, loss, benefit before tax, cost; the reasons; the fingerprint of the file.
    for hidden in ("42.000", "17.027,03", "14.846,76", "forælder B", "nedskæringen", "lønsedlen",
                   "U106", "d94df1f5"):  # fmt: skip
        assert hidden not in text, hidden
    whole = tmp_path / f"whole.{ending}"
    assert udmaal("report", TWO, "--date", "2025-06-01", "-o", whole).code == 0
    for there in ("42.000", "17.027,03", "14.846,76", "forælder B", "nedskæringen", "U106"):
        assert there in text_of(whole.read_bytes()), there


def test_what_decides_the_hours_stays(tmp_path: Path) -> None:
    out = tmp_path / "b.html"
    assert udmaal("report", TWO, "--date", "2025-06-01", "--parent", "B", "-o", out).code == 0
    text = out.read_text(encoding="utf-8")
    assert "37 − 22" in text
    assert "36.000" not in text


def test_reasons_come_along_when_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "a.html"
    asked: list[str | Path] = ["--date", "2025-06-01", "--parent", "A", "-o", out]
    assert udmaal("report", TWO, *asked).code == 0
    assert "Kommunens begrundelse står i sagen." in out.read_text(encoding="utf-8")
    assert udmaal("report", TWO, *asked, "--with-reasons").code == 0
    text = out.read_text(encoding="utf-8")
    assert "lønsedlen viser 12 %" in text
    assert "nedskæringen" not in text  # of a finding about B


def test_a_parent_alone_has_the_whole_paper(book: RateBook) -> None:
    for path in EXAMPLES:
        case_file = read_case(path, book)
        if len(parents_of(case_file.case)) == 1:
            on = day(example_date(path))
            assert papers(case_file, book, on, each=True) == papers(case_file, book, on)


def test_the_family_s_benefits_stand_where_they_are_asked_for(book: RateBook) -> None:
    case_file = read_case(ROOT / TWO, book)
    on = date(2025, 6, 1)

    def have(**asked: Any) -> list[tuple[bool, bool, bool]]:
        marks = ("26.400,00", "42.000,00", "7.800,00")
        return [
            tuple(mark in text_of(data) for mark in marks)  # type: ignore[misc]
            for data in papers(case_file, book, on, **asked)
        ]

    assert have() == [(True, True, True)]
    assert have(each=True) == [(True, False, True), (False, True, True)]
    assert have(each=True, family="apart") == [
        (True, False, False), (False, True, False), (False, False, True)
    ]  # fmt: skip
    assert have(parent="A", family="apart") == [(True, False, False)]
    assert have(family="only") == [(False, False, True)]
    assert [each.parent for each in recipients_of(case_file.case, family=False)] == ["A", "B", None]


@pytest.mark.parametrize(
    "asked",
    [
        ["--parent", "A"],
        ["--family", "only"],
        ["--parent", "B", "--family", "apart", "--with-reasons"],
    ],
)
def test_the_command_on_a_paper_makes_it_again(asked: list[str], tmp_path: Path) -> None:
    out = tmp_path / "annex.html"
    asked = [*asked, "--date", "2025-06-01", "--ledger", "2025-03.."]
    assert udmaal("report", TWO, *asked, "-o", out).code == 0
    html = out.read_text(encoding="utf-8")
    (command,) = re.findall(r"<code>udmaal report two-parents-over-37.toml (.*?)</code>", html)
    *words, to, name = command.split()
    assert (to, name) == ("-o", "bilag.html")
    again = tmp_path / "again.html"
    assert udmaal("report", TWO, *words, "-o", again).code == 0
    assert again.read_bytes() == out.read_bytes()


def test_labels_that_are_masked_alike_are_still_two_parents(book: RateBook) -> None:
    text = COUPLE.format(
        first="010180-1234", second="010180-2345", facts_of_first=OF_A,
        facts_of_second="monthly_wage = 45678", note="x", start="2025-05-01", hours=15,
    )  # fmt: skip
    case_file = case_of(text, book)
    first, second = papers(case_file, book, date(2025, 6, 1), each=True)
    assert b"31.111" in first
    assert b"45.678" not in first
    assert b"45.678" in second
    assert b"31.111" not in second
    assert b"1234" not in first


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--parent", "C", "-o", "x.pdf"], "choose among A, B"),
        (["--each", "-o", "x.pdf"], "--output-dir"),
        (["--parent", "A", "--each", "--output-dir", "x"], "whom the annex is for"),
        (["--family", "apart", "-o", "x.pdf"], "--family apart goes with"),
        (["-o", "x.pdf", "--output-dir", "x"], "either --output or --output-dir"),
        (["examples", "-o", "x.pdf"], "several cases"),
        (["-o", "x.pdf", "--resume"], "--output-dir"),
        (["--output-dir", "x", "--name", "{case_id}.txt"], "neither in .pdf nor in .html"),
        (["--output-dir", "x", "--name", "../{case_id}.pdf"], "no file name"),
        (["--output-dir", "x", "--name", "{sag}.pdf"], "{case_id}, {parent}, {date}, {file}"),
        (["--output-dir", "x", "--name", "{case_id!r}.pdf"], "none of those known"),
        (["--output-dir", "x", "--name", "{.pdf"], "none of those known"),
    ],
)
def test_wrong_use_is_named(arguments: list[str], says: str) -> None:
    ran = udmaal("report", TWO, "--date", "2025-06-01", *arguments, "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert not (ROOT / "x").exists()
    assert not (ROOT / "x.pdf").exists()


@given(st.lists(st.tuples(st.text(max_size=300), st.text(max_size=70)), max_size=8))
def test_names_are_safe_and_no_two_the_same(cases: list[tuple[str, str]]) -> None:
    names = Names("{case_id}-{parent}-{date}.pdf")
    made = [
        names.take({"case_id": case, "parent": who, "date": "2026-03-01", "file": "x"})
        for case, who in cases
    ]
    assert len({name.casefold() for name in made}) == len(made)
    for name in made:
        assert not set(name) & set('/\\:*?"<>|\0\n\r\t')
        assert Path(name).name == name
        assert len(name.encode()) <= 255
        assert name[0] not in " .-"


@pytest.mark.parametrize(
    ("pattern", "case_id", "parent", "name"),
    [
        ("{case_id}-{parent}-{date}.pdf", "2026/0457", "A", "2026-0457-A-2026-03-01.pdf"),
        ("{case_id}-{parent}-{date}.pdf", "2026-0457", "", "2026-0457-2026-03-01.pdf"),
        ("{case_id}-{parent}-{date}.pdf", "../../etc", "A", "etc-A-2026-03-01.pdf"),
        ("{case_id}.pdf", "CON", "A", "_CON.pdf"),
        ("{case_id}.pdf", "Æble grød", "A", "Æble grød.pdf"),
        ("{case_id}.pdf", "010180-1234", "A", "010180.pdf"),
        ("{case_id}.pdf", "...", "A", "bilag.pdf"),
        ("{parent} {file}.html", "x", "A", "A sag.html"),
    ],
)
def test_names(pattern: str, case_id: str, parent: str, name: str) -> None:
    values = {"case_id": case_id, "parent": parent, "date": "2026-03-01", "file": "sag"}
    assert Names(pattern).take(values) == name


def test_a_name_that_is_taken_gets_a_number() -> None:
    names = Names("{case_id}.pdf")
    ids = ("a", "A", "a-2", "a")
    made = [names.take({"case_id": each, "parent": "", "date": "", "file": ""}) for each in ids]
    assert made == ["a.pdf", "A-2.pdf", "a-2-2.pdf", "a-3.pdf"]


def _folder(tmp_path: Path, count: int) -> Path:
    """Lay out cases: couples with one case number, and one at fault."""
    folder = tmp_path / "cases"
    folder.mkdir()
    text = (ROOT / TWO).read_text(encoding="utf-8")
    for number in range(count):
        (folder / f"{number:03}.toml").write_text(
            text.replace("42000.00", f"{42_000 + number}.00"), encoding="utf-8"
        )
    (folder / "broken.toml").write_text("format = 1\n", encoding="utf-8")
    return folder


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _listed(folder: Path) -> list[dict[str, Any]]:
    lines = (folder / "papers.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_many_cases_make_a_folder_of_papers(tmp_path: Path) -> None:
    cases, out, listed = _folder(tmp_path, 3), tmp_path / "out", tmp_path / "list.csv"
    asked = ("--date", "2025-06-01", "--each", "--output-dir", out)
    ran = udmaal("report", cases, *asked, "--list", listed, "--lang", "en")
    assert (ran.code, ran.out) == (1, "")
    assert "broken.toml: case_id" in ran.err
    assert "6 annexes written" in ran.err
    assert "cases at fault: 1" in ran.err
    names = [f"eksempel-to-foraeldre-{who}-2025-06-01{number}.pdf"
             for number in ("", "-2", "-3") for who in "AB"]  # fmt: skip
    assert sorted(_files(out)) == sorted([*names, "papers.jsonl"])
    *done, at_fault = _listed(out)
    assert [paper["file"] for each in done for paper in each["papers"]] == names
    assert at_fault["error"]
    rows = listed.read_text(encoding="utf-8-sig").splitlines()
    assert rows[0] == "path,case_id,parent,paper,sha256,open_findings,error"
    assert len(rows) == 1 + 6 + 1
    # The papers are those that one command makes of one case.
    one = tmp_path / "one.pdf"
    assert udmaal("report", cases / "001.toml", "--date", "2025-06-01", "--parent", "A",
                  "--lang", "en", "-o", one).code == 0  # fmt: skip
    assert one.read_bytes() == (out / names[2]).read_bytes()


def test_several_processes_make_the_same(tmp_path: Path) -> None:
    cases = _folder(tmp_path, 9)
    made = []
    for jobs in ("1", "2"):
        out = tmp_path / f"out-{jobs}"
        asked = ("--date", "2025-06-01", "--each", "--name", "{case_id} {parent}.html")
        assert udmaal("report", cases, *asked, "--output-dir", out, "--jobs", jobs).code == 1
        made.append(_files(out))
    assert made[0] == made[1]


def test_a_run_goes_on_with_what_is_missing(tmp_path: Path) -> None:
    cases, out = _folder(tmp_path, 4), tmp_path / "out"
    asked = ("--date", "2025-06-01", "--parent", "A", "--name", "{case_id}.html",
             "--output-dir", out, "--resume")  # fmt: skip
    assert udmaal("report", cases, *asked, "--lang", "en").code == 1
    whole = _files(out)

    def again() -> str:
        ran = udmaal("report", cases, *asked, "--lang", "en")
        assert ran.code == 1
        assert _files(out) == whole
        return ran.err

    assert "0 annexes written" in again()
    # A paper is lost, one was changed by hand, and the list was cut off in the middle of a line.
    (out / "eksempel-to-foraeldre.html").unlink()
    assert "1 annexes written" in again()
    with (out / "eksempel-to-foraeldre-2.html").open("a") as file:
        file.write(" ")
    assert "1 annexes written" in again()
    listed = out / "papers.jsonl"
    listed.write_bytes(listed.read_bytes()[:-700])
    assert re.search("[12] annexes written", again())
    listed.write_bytes(b"\xff\n[]\n1\n" + listed.read_bytes())
    assert "0 annexes written" in again()


def test_what_was_made_of_something_else_is_made_anew(tmp_path: Path) -> None:
    cases, out = _folder(tmp_path, 2), tmp_path / "out"
    (cases / "broken.toml").unlink()
    letter = tmp_path / "letter.toml"
    letter.write_text('format = 1\nname = "Lilleby"\n', encoding="utf-8")

    def made(*asked: str | Path) -> str:
        ran = udmaal("report", cases, "--date", "2025-06-01", *asked, "--name", "{file}.html",
                     "--output-dir", out, "--resume", "--lang", "en")  # fmt: skip
        assert ran.code == 0
        return ran.err.split(" ")[0]

    assert made() == "2"
    assert made() == "0"
    case = cases / "000.toml"
    case.write_text(case.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert made() == "1"
    assert made("--parent", "B") == "2"
    assert made("--letter", letter) == "2"
    letter.write_text('format = 1\nname = "Storeby"\n', encoding="utf-8")
    assert made("--letter", letter) == "2"
    assert made("--letter", letter) == "0"
    assert made("--letter", letter, "--date", "2025-06-02") == "2"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_killed_run_leaves_no_process_and_goes_on(tmp_path: Path) -> None:
    cases, out, fresh = _folder(tmp_path, 30), tmp_path / "out", tmp_path / "fresh"
    command = [sys.executable, "-m", "udmaal", "report", str(cases), "--date", "2025-06-01",
               "--name", "{file}.html", "--jobs", "2", "--output-dir"]  # fmt: skip
    with subprocess.Popen(
        [*command, str(out)], start_new_session=True, stderr=subprocess.DEVNULL
    ) as run:
        until = time.monotonic() + 60
        while not list(out.glob("*.html")) and time.monotonic() < until:
            time.sleep(0.02)
        run.send_signal(signal.SIGKILL)
    while time.monotonic() < until:
        try:
            os.killpg(run.pid, 0)
        except ProcessLookupError:
            break
        time.sleep(0.05)
    else:
        pytest.fail("a worker outlived the run")
    for folder, more in ((out, ["--resume"]), (fresh, [])):
        done = subprocess.run([*command, str(folder), *more], capture_output=True, check=False)
        assert done.returncode == 1
    parts = {name for name in _files(out) if name.startswith(".")}  # one that was being written
    assert {name: data for name, data in _files(out).items() if name not in parts} == _files(fresh)
    assert len(_files(fresh)) == 31


def _png(path: Path, size: tuple[int, int] = (40, 20)) -> None:
    Image.new("RGBA", size, (0, 80, 125, 128)).save(path)


@pytest.mark.parametrize("logo", ["lilleby.svg", "lilleby.png"])
def test_a_letter_stands_on_the_paper(logo: str, tmp_path: Path, book: RateBook) -> None:
    text = LETTER.read_text(encoding="utf-8").replace("lilleby.svg", logo)
    (tmp_path / "letter.toml").write_text(text, encoding="utf-8")
    (tmp_path / "lilleby.svg").write_bytes(LETTER.with_suffix(".svg").read_bytes())
    _png(tmp_path / "lilleby.png")
    letter = read_letter(tmp_path / "letter.toml")
    case_file = read_case(ROOT / TWO, book)
    annex = annex_content(
        case_file, calculate(case_file, book, date(2025, 6, 1)), None, "da",
        recipient=recipient_of(case_file.case, "B"), letter=letter,
    )  # fmt: skip
    data, html = annex_pdf(annex), annex_html(annex)
    for profile in ("2b", "ua1"):
        assert pdf_faults(data, profile) == []
    assert data == annex_pdf(annex)
    for paper in (text_of(data), html):
        for said in ("Lilleby Kommune", "Rådhustorvet 1", "Telefon 00 00 00 00", "Klagevejledning",
                     "inden fire uger"):  # fmt: skip
            assert said in paper, said
    assert 'alt="Lilleby Kommune"' in html
    assert str(tmp_path) not in html


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", ["format", "name"]),
        (
            'format = 1\nname = "L"\nphone = 12\nlogo = "x.gif"\n',
            ["phone", "neither .png nor .svg"],
        ),
        ('format = 1\nname = "L"\nlogo = "none.svg"\n', ["letter.toml:3:8: logo", "No such file"]),
        ('format = 1\nname = "L"\nlogo = "bad.png"\n', ["no picture that can be read"]),
        ('format = 1\nname = "L"\nlogo = "bad.svg"\n', ["no picture that can be read"]),
        ('format = 1\nname = "L"\nlogo = "big.svg"\n', ["larger than 1048576 bytes"]),
        ('format = 1\nname = "L"\nmails = "a"\n', ["mails", "mail"]),
        ('format = 1\nname = "L"\naddress = "a"\n', ["address"]),
    ],
)
def test_a_letter_file_at_fault_is_named_with_place_and_mend(
    text: str, says: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "letter.toml"
    file.write_text(text or "# nothing\n", encoding="utf-8")
    (tmp_path / "bad.png").write_bytes(b"\x89PNG\r\n\x1a\nbroken")
    (tmp_path / "bad.svg").write_text("<html/>", encoding="utf-8")
    (tmp_path / "big.svg").write_bytes(b" " * ((1 << 20) + 1))
    out = tmp_path / "a.pdf"
    ran = udmaal("report", TWO, "--date", "2025-06-01", "--letter", file, "-o", out, "--lang", "en")
    assert ran.code == 2
    assert not out.exists()
    for each in says:
        assert each in ran.err, ran.err
    assert "mend:" in ran.err
    assert "Traceback" not in ran.err


def test_a_letter_file_is_never_written_over(tmp_path: Path) -> None:
    letter = tmp_path / "letter.html"
    letter.write_text('format = 1\nname = "L"\n', encoding="utf-8")
    ran = udmaal("report", TWO, "--date", "2025-06-01", "--letter", letter, "-o", letter)
    assert ran.code == 2
    other = tmp_path / "other.html"
    other.write_text('format = 1\nname = "L"\noffice = "O"\n', encoding="utf-8")
    ran = udmaal("report", TWO, "--date", "2025-06-01", "-o", other, "--lang", "en")
    assert ran.code == 2
    assert "letter file" in ran.err


def test_a_letter_file_among_the_cases_is_none_of_them(tmp_path: Path) -> None:
    cases = _folder(tmp_path, 1)
    (cases / "broken.toml").unlink()
    (cases / "letter.toml").write_text('format = 1\nname = "L"\n', encoding="utf-8")
    asked = ("--date", "2025-06-01", "--name", "{file}.html", "--output-dir", tmp_path / "out")
    assert udmaal("report", cases, *asked, "--letter", cases / "letter.toml").code == 0
    assert sorted(_files(tmp_path / "out")) == ["000.html", "papers.jsonl"]
