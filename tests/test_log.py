"""``--log``: what is written down of a run, and that a year of results can be made again."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, started, udmaal
from udmaal.cli.app import app_for
from udmaal.cli.session import LOGGED

pytestmark = pytest.mark.fast

CLOCK = datetime.fromisoformat("2026-03-02T09:12:45+01:00")
CASE = "examples/two-parents-over-37.toml"
COURSE = "examples/course-with-run-off.toml"
PAID = "month,gross,pension,holiday\n2025-04,17000.00,0,0\n"
PROPOSAL = 'format = 1\nname = "Forslag A"\nset = ["lost_earnings[*].weekly_hours=30"]\n'
# One run of every command that makes a result, and of every way it can write it.
RUNS: dict[str, tuple[str, ...]] = {
    "calc": ("calc", CASE, "--date", "2026-03-01"),
    "calc-today": ("calc", CASE),
    "calc-english": ("calc", CASE, "--lang", "en", "--format", "markdown"),
    "calc-corrected": ("calc", "examples/full-time-ceiling-2014.toml", "--date", "2015-03-01",
                       "--corrected-ceilings", "--format", "csv"),
    "calc-known": ("calc", COURSE, "--known", "2025-06-01", "--format", "toml"),
    "calc-several": ("calc", CASE, COURSE, "--format", "json", "--output", "{out}/r.json"),
    "ledger": ("ledger", COURSE),
    "ledger-paid": ("ledger", COURSE, "--from", "2025-01", "--to", "2025-12", "--paid", "{paid}",
                    "--format", "json", "-o", "{out}/l.json"),
    "ledger-explain": ("ledger", COURSE, "--explain", "2025-04", "--explain", "2025-05", "--plot"),
    "check": ("check", CASE, "--select", "U2,U6"),
    "batch": ("batch", "examples", "--against", "2025-03-01", "--output", "{out}/b.jsonl",
              "--summary", "{out}/s.json", "--quiet"),
    "batch-csv": ("batch", CASE, "--format", "csv", "--jobs", "1"),
    "what-if": ("what-if", "examples/part-time-22-of-30.toml", "--set", "hours=5..7",
                "--format", "csv"),
    "report": ("report", CASE, "--date", "2026-03-01", "-o", "{out}/bilag.html"),
    "report-each": ("report", CASE, COURSE, "--date", "2026-03-01", "--each", "--family", "apart",
                    "--letter", "docs/letters/lilleby.toml", "--list", "{out}/liste.csv",
                    "--name", "{{case_id}}-{{parent}}.html", "--output-dir", "{out}/bilag"),
    "calc-workbook": ("calc", CASE, "--format", "xlsx", "--output", "{out}/r.xlsx"),
    "calc-short": ("calc", CASE, "--short", "--ids"),
    "check-folder": ("check", "examples", "--format", "short"),
    "compare": ("compare", CASE, "2026-01-01", "2026-03-01"),
    "compare-files": ("compare", CASE, "--against", COURSE, "--format", "json"),
    "due": ("due", "examples", "--format", "ics", "--output", "{out}/frister.ics"),
    "due-select": ("due", CASE, COURSE, "--from", "2025-01", "--to", "2026-12", "--select",
                   "holiday", "--ignore", "follow"),
    "export": ("export", "examples", "--from", "2026-03"),
    "export-map": ("export", COURSE, "--from", "2025-03", "--to", "2025-04", "--map",
                   "docs/lists/forloeb.toml", "--format", "json"),
    "batch-proposal": ("batch", "examples", "--proposal", "{proposal}", "--quiet",
                       "--summary", "{out}/s.csv"),
    "batch-set": ("batch", "examples", "--set", "lost_earnings[*].grant[*].hours=9"),
    "batch-levels": ("batch", CASE, "--against-municipality-dir", "{levels}", "--quiet",
                     "--summary", "{out}/s.md"),
}  # fmt: skip
SLOW = {
    "report-pdf": ("report", CASE, "--ledger", "2025-01..2025-06", "-o", "{out}/bilag.pdf"),
    "picture": ("what-if", "examples/part-time-22-of-30.toml", "--set", "hours=5..7",
                "--picture", "{out}/p.svg"),
}  # fmt: skip


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "journal.jsonl"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    (tmp_path / "paid.csv").write_text(PAID, encoding="utf-8")
    (tmp_path / "proposal.toml").write_text(PROPOSAL, encoding="utf-8")
    levels = tmp_path / "levels"
    levels.mkdir()
    level = (ROOT / "rates" / "municipalities" / "rudersdal.toml").read_bytes()
    (levels / "rudersdal.toml").write_bytes(level + b"# en anden\n")
    return folder


def logged(name: str, log: Path, out: Path) -> int:
    given = {
        "out": out,
        "paid": out.parent / "paid.csv",
        "proposal": out.parent / "proposal.toml",
        "levels": out.parent / "levels",
    }
    words = (word.format(**given) for word in {**RUNS, **SLOW}[name])
    return udmaal(*words, "--log", log, began=CLOCK).code


def entries(log: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]


def verdicts(log: Path, *paths: str | Path) -> list[str]:
    ran = udmaal("verify", "--log", log, "--format", "json", "examples", "docs/letters",
                 "docs/lists", *paths)  # fmt: skip
    document = json.loads(ran.out)
    found = [run["verdict"] for run in document["runs"]]
    assert ran.code == (0 if set(found) <= {"proven", "no_result"} else 1)
    assert document["proven"] == (ran.code == 0)
    return found


def files_below(folder: Path) -> Mapping[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", RUNS)
def test_a_run_is_made_again_from_its_line(name: str, log: Path, out: Path) -> None:
    assert logged(name, log, out) in (0, 1)
    before = files_below(out.parent)
    assert verdicts(log, out.parent) == ["proven"]
    assert files_below(out.parent) == before
    (entry,) = entries(log)
    assert (entry["at"], entry["command"]) == (CLOCK.isoformat(), RUNS[name][0])
    assert entry["results"]


@pytest.mark.parametrize("name", SLOW)
def test_papers_and_pictures_are_made_again(name: str, log: Path, out: Path) -> None:
    assert logged(name, log, out) == 0
    assert verdicts(log, out) == ["proven"]
    assert len(entries(log)[0]["results"]) == (2 if name == "picture" else 1)


def test_nothing_of_a_case_is_in_the_log(log: Path, out: Path) -> None:
    for name in RUNS:
        logged(name, log, out)
    text = log.read_text(encoding="utf-8")
    for word in ("eksempel", "example", ".toml", "two-parents", str(out), "paid.csv"):
        assert word not in text
    assert set(entries(log)[0]) == {
        "format", "at", "command", "program", "language", "columns", "options", "inputs",
        "rates", "levels", "results", "exit",
    }  # fmt: skip


def test_a_cpr_number_on_the_line_is_masked(log: Path) -> None:
    udmaal("check", CASE, "--select", "010203-4567", "--log", log)
    (entry,) = entries(log)
    assert (entry["exit"], entry["options"]["--select"]) == (2, "010203-****")


def test_a_text_in_place_of_the_case_s_own_is_not_taken_down(log: Path) -> None:
    words = ("what-if", "examples/transport-by-km.toml", "--date", "2026-03-01", "--log", log)
    texts = ("lost_earnings[0].saving[0].note=moren,faren", "parent=A,Bente", "Moren hedder Bente")
    for text in texts:
        udmaal(*words, "--set", text)
    facts = (
        "occupation=employee,self_employed",
        "hours=5..7",
        "grant[0].from=2025-01-01..2025-03-01",
    )
    for fact in facts:
        udmaal(*words, "--set", fact)
    assert [entry["options"].get("--set") for entry in entries(log)] == [
        *[None] * 3, *[[fact] for fact in facts],
    ]  # fmt: skip
    assert verdicts(log)[0] == "case"


def test_a_name_on_the_line_is_not_taken_down(log: Path, out: Path) -> None:
    words = ("report", CASE, "--date", "2026-03-01", "--log", log, "--output-dir", out)
    udmaal(*words, "--parent", "Bente", "--name", "{parent}.html")
    udmaal(*words, "--parent", "A", "--name", "Bente.html")
    first, second = entries(log)
    assert (first["options"].get("--parent"), first["options"]["--name"]) == (None, "{parent}.html")
    assert (second["options"]["--parent"], second["options"].get("--name")) == ("A", None)
    assert verdicts(log, out) == ["case", "case"]


def test_a_folder_of_papers_is_kept_by_each_of_them(log: Path, out: Path) -> None:
    logged("report-each", log, out)
    again = [word.format(out=out) for word in RUNS["report-each"]]
    assert udmaal(*again, "--resume", "--log", log, began=CLOCK).code == 0
    first, second = entries(log)
    assert first["results"] == second["results"]
    papers = {path.name for path in (out / "bilag").iterdir()}
    assert len(papers) > 3
    letter = "docs/letters/lilleby.toml"
    proof = ("verify", "--log", log, CASE, COURSE, letter, out, "--format", "json")
    document = json.loads(udmaal(*proof).out)
    assert {Path(name).name for name in document["runs"][0]["kept"]} == {*papers, "liste.csv"}
    assert document["strangers"] == []
    paper = next((out / "bilag").glob("*.html"))
    paper.write_bytes(paper.read_bytes() + b"\n")
    assert json.loads(udmaal(*proof).out)["strangers"] == [str(paper)]


def test_a_case_that_was_mended_is_not_mended_again(log: Path, tmp_path: Path) -> None:
    text = (ROOT / COURSE).read_text(encoding="utf-8")
    unused = f'{text}\n[[accepted]]\ncode = "U402"\nreason = "et ord"\n'
    case, kept = tmp_path / "sag.toml", tmp_path / "kept.toml"
    for path in (case, kept):
        path.write_text(unused, encoding="utf-8")
    assert udmaal("check", case, "--date", "2026-03-01", "--fix", "--log", log).code in (0, 1)
    assert case.read_text(encoding="utf-8") != unused
    assert udmaal("verify", "--log", log, case).code == 1
    before = files_below(tmp_path)
    udmaal("verify", "--log", log, tmp_path)
    assert files_below(tmp_path) == before


def test_there_is_no_log_unless_asked_for(tmp_path: Path, log: Path) -> None:
    assert udmaal("calc", CASE, "--date", "2026-03-01").code == 0
    assert [*tmp_path.iterdir()] == []
    assert udmaal("calc", CASE, "--date", "2026-03-01", env={"UDMAAL_LOG": str(log)}).code == 0
    assert len(entries(log)) == 1


def test_output_and_exit_code_are_the_same_with_a_log(log: Path) -> None:
    runs = (
        ("calc", CASE, "--date", "2026-03-01"),
        ("check", CASE, "--date", "2026-03-01", "--strict"),
        ("calc", "nowhere.toml"),
        ("calc", CASE, "--date", "1850-01-01"),
    )
    without = [udmaal(*words) for words in runs]
    assert [udmaal(*words, "--log", log) for words in runs] == without
    assert [entry["exit"] for entry in entries(log)] == [ran.code for ran in without]
    assert verdicts(log) == ["proven", "proven", "no_result", "no_result"]


def test_standard_input_is_known_by_its_fingerprint(log: Path) -> None:
    data = (ROOT / CASE).read_bytes()
    assert udmaal("calc", "-", "--log", log, stdin=data, began=CLOCK).code == 0
    assert verdicts(log) == ["proven"]


def test_what_is_no_longer_the_same_is_named(log: Path, tmp_path: Path) -> None:
    case = tmp_path / "sag.toml"
    case.write_bytes((ROOT / CASE).read_bytes())
    rates = Path(shutil.copytree(ROOT / "rates", tmp_path / "rates"))
    words = ("calc", case, "--date", "2026-03-01", "--format", "json", "--log", log)
    assert udmaal(*words).code == 0
    file = rates / "2026-01-01.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("value = 38380", "value = 38381"), encoding="utf-8")
    assert udmaal(*words, "--rates", rates).code == 0
    first, second = log.read_text(encoding="utf-8").splitlines()
    other = {**json.loads(first), "program": "0.0.9"}
    other["results"] = [{**each, "sha256": "0" * 64} for each in other["results"]]
    tampered = {**json.loads(first), "results": other["results"]}
    lines = [first, second, json.dumps(other), json.dumps(tampered), "no line"]
    log.write_text("\n".join([*lines, ""]), encoding="utf-8")
    # the folder of rates is found among the paths
    assert verdicts(log, case, rates) == ["proven", "proven", "program", "differs", "unknown"]
    assert verdicts(log, case) == ["proven", "rates", "program", "differs", "unknown"]
    case.write_bytes(case.read_bytes() + b"# et ord\n")
    (tmp_path / "other").mkdir()
    assert udmaal("verify", "--log", log, case, "--format", "json").code == 1
    ran = udmaal("verify", "--log", log, case)
    assert "sagsfilen er ændret eller ikke angivet" in ran.out
    assert "linjen kan ikke læses" in ran.out


def test_a_result_that_was_touched_is_not_kept(log: Path, out: Path) -> None:
    logged("calc-several", log, out)
    ran = udmaal("verify", "--log", log, "examples", out)
    assert "r.json" in ran.out
    result = out / "r.json"
    result.write_bytes(result.read_bytes().replace(b"DKK", b"dkk", 1))
    document = json.loads(udmaal("verify", "--log", log, CASE, COURSE, out, "--format", "json").out)
    assert document["runs"][0]["kept"] == []
    assert document["strangers"] == [str(result)]


@pytest.mark.parametrize(
    "change",
    [
        {"options": {"--output": "{evil}"}},
        {"options": {"--log": "{evil}"}},
        {"options": {"--paid": "{evil}"}},
        {"inputs": {"--output": ["{sha}"]}},
        {"results": [{"to": "--paid", "sha256": "{sha}"}]},
        {"results": [{"to": "--output", "ending": "/../../evil", "sha256": "{sha}"}]},
        {"rates": {"--output": "{sha}"}},
        {"command": "new"},
        {"command": "rates"},
        {"command": "--help"},
        {"language": "xx"},
        {"columns": 10**9},
        {"at": "2026-03-02"},
        {"more": 1},
    ],
    ids=str,
)
def test_a_log_is_trusted_in_nothing(change: dict[str, Any], log: Path, tmp_path: Path) -> None:
    udmaal("ledger", COURSE, "--log", log)
    (entry,) = entries(log)
    evil = tmp_path / "evil"
    (sha,) = entry["inputs"]["arguments"]
    text = json.dumps(change).replace("{evil}", str(evil)).replace("{sha}", sha)
    lines = [json.dumps(entry), json.dumps({**entry, **json.loads(text)})]
    log.write_text("\n".join([*lines, ""]), encoding="utf-8")
    before = files_below(tmp_path)
    assert verdicts(log) == ["proven", "unknown"]
    assert files_below(tmp_path) == before


def test_a_date_in_a_log_is_not_taken_for_a_case(log: Path) -> None:
    udmaal("compare", CASE, "2026-01-01", "2026-03-01", "--log", log)
    (entry,) = entries(log)
    assert entry["options"]["dates"] == ["2026-01-01", "2026-03-01"]
    other = {**entry, "inputs": {}, "options": {"dates": [COURSE, "2026-01-01", "2026-03-01"]}}
    log.write_text(f"{json.dumps(entry)}\n{json.dumps(other)}\n", encoding="utf-8")
    assert verdicts(log) == ["proven", "unknown"]


@pytest.mark.parametrize("what", ["case", "output", "rates", "folder", "foreign", "toml", "gone"])
def test_a_log_that_cannot_be_is_refused_before_anything_is_done(what: str, tmp_path: Path) -> None:
    case = tmp_path / "sag.toml"
    case.write_bytes((ROOT / CASE).read_bytes())
    foreign = tmp_path / "noter.txt"
    foreign.write_text("mine noter\n", encoding="utf-8")
    result = tmp_path / "r.json"
    rates = tmp_path / "2026-01-01.toml"
    rates.write_bytes((ROOT / "rates" / "2026-01-01.toml").read_bytes())
    where = {
        "case": case,
        "output": result,
        "rates": rates,
        "folder": tmp_path,
        "foreign": foreign,
        "toml": tmp_path / "journal.toml",
        "gone": tmp_path / "nowhere" / "journal.jsonl",
    }[what]
    before = files_below(tmp_path)
    ran = udmaal("calc", case, "-o", result, "--format", "json", "--log", where)
    assert (ran.code, ran.out) == (2, "")
    assert str(where) in ran.err
    assert files_below(tmp_path) == before


def test_a_torn_line_does_not_spoil_the_next(log: Path) -> None:
    udmaal("calc", CASE, "--log", log)
    log.write_bytes(log.read_bytes()[:-40])
    udmaal("calc", CASE, "--log", log)
    assert verdicts(log) == ["unknown", "proven"]


def test_several_processes_share_a_log(log: Path) -> None:
    words = [sys.executable, "-m", "udmaal", "batch", "examples", "--date", "2026-03-01", "--quiet"]
    words += ["--jobs", "1", "--log", str(log)]
    running = [
        subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(4)
    ]
    assert [process.wait(60) for process in running] == [0] * 4
    assert len({json.dumps(each["results"]) for each in entries(log)}) == 1
    assert len(entries(log)) == 4


def test_what_a_terminal_shows_is_what_a_pipe_would_get(log: Path) -> None:
    pexpect = pytest.importorskip("pexpect")
    words = ["-m", "udmaal", "calc", CASE, "--date", "2026-03-01", "--log", str(log)]
    clean = {key: value for key, value in os.environ.items() if key != "COLUMNS"}
    shown = pexpect.spawn(sys.executable, words, cwd=str(ROOT), env=clean, dimensions=(50, 97))
    assert b"\x1b[" in shown.read()
    shown.close()
    assert entries(log)[0]["columns"] == 97
    assert verdicts(log) == ["proven"]
    piped = started("calc", CASE, "--date", "2026-03-01", "--log", log, env={"COLUMNS": "97"})
    assert piped.code == 0
    assert entries(log)[0]["results"] == entries(log)[1]["results"]


_FILES = {"reads", "writes", "aside"}


def test_every_parameter_of_a_logged_command_says_what_it_is_to_the_result() -> None:
    """A file or folder is never taken down by its name."""
    commands = app_for("en").commands
    assert {"calc", "ledger", "report", "batch", "what-if", "check"} <= LOGGED.keys()
    for name, parameters in LOGGED.items():
        by_option = {
            next((opt for opt in each.opts if opt.startswith("-")), ""): each
            for each in commands[name].params
        }
        assert "--log" in by_option, name
        for each in parameters:
            is_argument = not each.option and (name, each.name) != ("compare", "dates")
            assert not is_argument or each.role == "reads", (name, each)
            kind = type(getattr(by_option[each.option], "type", None)).__name__
            assert "FILE" not in str(by_option[each.option].metavar) or each.role in _FILES, each
            assert each.role not in ("shapes", "facts") or "Path" not in kind, (name, each)


def test_commands_that_read_a_case_have_a_log_or_make_no_result() -> None:
    with_case = {
        name
        for name, command in app_for("en").commands.items()
        if any({"CASE", "PATH", "LIST"} & {*re.findall("[A-Z]+", each.metavar or "")}
               for each in command.params)
    }  # fmt: skip
    assert {"due", "compare", "export", "import", "report"} <= with_case
    # These two write case files, and ``verify`` is the proof itself.
    assert with_case - LOGGED.keys() == {"change", "import", "verify"}
