"""Many cases: nothing lost, the same bytes from every engine, and what changed."""

import csv
import io
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import get_args

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import EXAMPLES, ROOT, day, started, udmaal
from udmaal.batch.earlier import identity
from udmaal.batch.work import Job, Side
from udmaal.differences.difference import Driver
from udmaal.language import LANGUAGES
from udmaal.reading.paths import CasePaths
from udmaal.text.drivers import DRIVERS

sys.path.insert(0, str(ROOT / "benchmarks"))
from cases import write_cases

ON = ("--date", "2026-01-01")
COMMAND = [sys.executable, "-m", "udmaal", "batch"]

BROKEN: dict[str, bytes] = {
    "empty.toml": b"",
    "latin1.toml": 'format = 1\ncase_id = "Sæby"\n'.encode("latin-1"),
    "syntax.toml": b"format = \n",
    "unknown-key.toml": b'format = 1\ncase_id = "x"\nchild = {born = 2016-05-14}\nweight = 1\n',
    "type.toml": b"format = 1\ncase_id = 7\nchild = {born = 2016-05-14}\n",
    "negative.toml": (
        b'format = 1\ncase_id = "x"\nchild = {born = 2016-05-14}\n'
        b'[extra_costs]\ndecided = 2025-01-01\nitem = [{kind = "diet", amount = -1, per = "day"}]\n'
    ),
    "too-large.toml": b"#" * (1 << 20) + b"\n\n",
    "deep.toml": b"a = " + b"[" * 50_000,
    "benefit.toml": (
        b'format = 1\ncase_id = "x"\nchild = {born = 2016-05-14}\n[[lost_earnings]]\nparent = "A"\n'
        b'weekly_hours = 37\noccupation = "benefit"\ngrant = [{from = 2025-01-01, hours = 9}]\n'
    ),
}


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("batch") / "cases"
    write_cases(folder, 400)
    return folder


@pytest.fixture(scope="module")
def expected(cases: Path) -> bytes:
    done = subprocess.run(
        [*COMMAND, str(cases), *ON, "--jobs", "1", "-q"], capture_output=True, check=True, cwd=ROOT
    )
    return done.stdout


def test_a_line_is_what_calc_gives(cases: Path, expected: bytes) -> None:
    paths = sorted(cases.rglob("*.toml"))
    lines = expected.splitlines()
    assert len(lines) == len(paths) == 400
    for number in (0, 177, 399):
        calc = json.loads(udmaal("calc", paths[number], *ON, "--format", "json").out)
        line = json.loads(lines[number])
        assert line.pop("path") == str(paths[number])
        assert (line, list(line)) == (calc, list(calc))


def test_the_same_bytes_from_several_processes(
    cases: Path, expected: bytes, tmp_path: Path
) -> None:
    output = tmp_path / "out.jsonl"
    ran = started("batch", cases, *ON, "--jobs", "2", "--output", output)
    assert ran.code == 0
    assert output.read_bytes() == expected
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_killed_run_goes_on_and_gives_the_same_bytes(
    cases: Path, expected: bytes, tmp_path: Path
) -> None:
    output = tmp_path / "out.jsonl"
    draw = random.Random(7)
    command = [*COMMAND, str(cases), *ON, "--jobs", "2", "-q", "--resume", "--output", str(output)]
    killed = 0
    for _ in range(4):
        process = subprocess.Popen(command, cwd=ROOT, start_new_session=True)
        wanted = draw.randrange(1, 1 + len(expected) // 2)
        while process.poll() is None:
            if output.exists() and output.stat().st_size >= wanted:
                os.killpg(process.pid, signal.SIGKILL)
                killed += 1
                break
            time.sleep(0.002)
        process.wait()
    # A line torn by the kill must not survive either.
    if (tmp_path / "out.jsonl.resume.json").exists():
        with output.open("ab") as file:
            file.write(b'{"format":1,"case')
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0
    assert killed
    assert output.read_bytes() == expected
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_another_run_is_not_mixed_in(cases: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    process = subprocess.Popen(
        [*COMMAND, str(cases), *ON, "-q", "--jobs", "1", "--resume", "--output", str(output)],
        cwd=ROOT,
    )
    while not output.exists() or not output.stat().st_size:
        time.sleep(0.002)
    process.kill()
    process.wait()
    before = output.read_bytes()
    other = ("--date", "2025-12-31", "--resume", "--output", output)
    ran = udmaal("batch", cases, *other)
    assert ran.code == 2
    assert "date" in ran.err
    assert output.read_bytes() == before


def test_a_complete_output_is_not_taken_for_another_runs(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    args = ("batch", "examples", "-q", "--resume", "--output", output)
    assert udmaal(*args, *ON).code == 0
    before = output.read_bytes()
    assert udmaal(*args, *ON).code == 0
    assert udmaal("batch", EXAMPLES[0], *args[2:], *ON).code == 2
    assert output.read_bytes() == before
    output.write_text("something else\n", encoding="utf-8")
    ran = udmaal(*args, *ON)
    assert ran.code == 2
    assert "Traceback" not in ran.err


def _other_settings(tmp_path: Path) -> list[tuple[tuple[str | Path, ...], str]]:
    """Give options of another run than ``examples`` in 2019 against 2018, and what they change."""
    rates = tmp_path / "rates"
    shutil.copytree(ROOT / "rates", rates, ignore=shutil.ignore_patterns("municipalities"))
    with (rates / "2026-01-01.toml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    return [
        (("--date", "2019-04-01"), "date"),
        (("--against", "2018-04-01"), "against"),
        (("--lang", "en"), "language"),
        (("--corrected-ceilings",), "corrected_ceilings"),
        (("--rates", rates, "--against-rates", ROOT / "rates"), "rates"),
        (("--against-rates", rates), "against_rates"),
    ]


@pytest.mark.parametrize("finished", [True, False])
def test_an_output_is_held_to_the_settings_of_the_run(tmp_path: Path, finished: bool) -> None:
    output = tmp_path / "out.jsonl"
    args = ("batch", "examples", "-q", "--resume", "--output", output, "--date", "2019-03-01",
            "--against", "2018-03-01")  # fmt: skip
    done = udmaal(*args)
    if not finished:
        state = tmp_path / "out.jsonl.resume.json"
        job = Job(Side(day("2019-03-01")), "da", before=Side(day("2018-03-01")))
        paths = CasePaths([str(path.relative_to(ROOT)) for path in EXAMPLES])
        state.write_text(json.dumps(identity(job, paths)), encoding="utf-8")
        output.write_bytes(b"".join(output.read_bytes().splitlines(keepends=True)[:5]))
    before = output.read_bytes()
    for options, key in _other_settings(tmp_path):
        ran = udmaal(*args, *options)
        assert (ran.code, output.read_bytes()) == (2, before), options
        assert f": {key}\n" in ran.err, (options, ran.err)
    assert udmaal(*args).code == done.code
    assert len(output.read_bytes().splitlines()) == len(EXAMPLES)


def test_corrected_ceilings_as_calc_gives_them() -> None:
    example = "examples/full-time-ceiling-2014.toml"
    args = (example, "--date", "2016-03-01", "--corrected-ceilings")
    line = json.loads(udmaal("batch", *args, "-q").out)
    assert line.pop("path") == example
    assert line == json.loads(udmaal("calc", *args, "--format", "json").out)
    assert line != json.loads(udmaal("batch", *args[:3], "-q").out)


def test_an_interrupted_run_leaves_no_part_behind(cases: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    process = subprocess.Popen(
        [*COMMAND, str(cases), *ON, "-q", "--jobs", "1", "--output", str(output)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
    )
    while not list(tmp_path.iterdir()):
        time.sleep(0.002)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert process.returncode in (0, 130)
    if process.returncode == 130:
        assert list(tmp_path.iterdir()) == []
    assert b"Traceback" not in err


def test_broken_files_of_every_kind_stop_no_other(cases: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    shutil.copytree(cases / "0000", folder)
    for path in sorted(folder.iterdir())[180:]:
        path.unlink()
    for name, data in BROKEN.items():
        (folder / name).write_bytes(data)
    (folder / "folder.toml").mkdir()
    (folder / "gone.toml").symlink_to(tmp_path / "nowhere.toml")
    summary = tmp_path / "summary.json"
    ran = udmaal("batch", folder, *ON, "--summary", summary)
    assert ran.code == 1
    lines = [json.loads(line) for line in ran.out.splitlines()]
    errors = {Path(line["path"]).name: line["error"] for line in lines if "error" in line}
    assert set(errors) == {*BROKEN, "gone.toml"}
    for name, found in errors.items():
        assert name in ran.err
        assert all(each["problem"] and each["mend"] for each in found)
    assert len(lines) == 180 + len(errors)
    counted = json.loads(summary.read_text(encoding="utf-8"))
    assert (counted["done"], counted["at_fault"]) == (180, len(errors))
    assert "Traceback" not in ran.err


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes(EXAMPLES[0].read_bytes())
    path.chmod(0)
    ran = udmaal("batch", path, *ON)
    assert ran.code == 1
    assert "case.toml" in ran.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told(cases: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [*COMMAND, str(cases), *ON, "-q"], stdout=full, stderr=subprocess.PIPE,
            check=False, cwd=ROOT,
        )  # fmt: skip
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes in folders")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    command = [*COMMAND, str(EXAMPLES[0]), *ON, "-q", "--output", str(pipe)]
    process = subprocess.Popen(command, cwd=ROOT)
    assert json.loads(pipe.read_bytes())["format"] == 1
    assert process.wait(30) == 0
    assert pipe.is_fifo()


def test_before_and_after_with_drivers(tmp_path: Path) -> None:
    summary = tmp_path / "summary.json"
    ran = udmaal(
        "batch", "examples", "--date", "2026-01-01", "--against", "2025-12-31",
        "--summary", summary,
    )  # fmt: skip
    lines = {json.loads(line)["case_id"]: json.loads(line) for line in ran.out.splitlines()}
    part_time = lines["eksempel-deltid"]
    (change,) = part_time["difference"]
    before = part_time["before"]["results"][0]["amounts"]["gross"]
    after = part_time["after"]["results"][0]["amounts"]["gross"]
    assert (before, after, change["amounts"]["gross"]) == ("26400.00", "27667.20", "1267.20")
    assert change["drivers"] == ["regulation", "rate"]
    document = json.loads(summary.read_text(encoding="utf-8"))
    total = document["totals"]["lost_earnings"]
    assert float(total["after"]) - float(total["before"]) == pytest.approx(
        float(total["difference"])
    )
    changes = document["changes"]["lost_earnings"]
    persons = changes["persons"]
    assert sum(changes["histogram"]["counts"]) == persons["more"] + persons["less"]
    assert changes["largest"][0]["path"] == "examples/full-time-ceiling-2014.toml"
    assert "1.267,20" in ran.err


@pytest.mark.parametrize(
    ("first", "second", "driver"),
    [
        ("2025-03-31", "2025-04-01", "hours"),
        ("2026-07-07", "2026-07-08", "period"),
    ],
)
def test_other_drivers(first: str, second: str, driver: str) -> None:
    example = "examples/course-with-run-off.toml"
    ran = udmaal("batch", example, "--date", second, "--against", first)
    (change,) = json.loads(ran.out)["difference"]
    assert change["drivers"] == [driver]


def test_the_next_decision_is_compared_with_the_one_before(tmp_path: Path) -> None:
    item = 'item = [{kind = "medicine", amount = %d, per = "month", documented = true}]'
    case = tmp_path / "case.toml"
    case.write_text(
        'format = 1\ncase_id = "x"\nchild = {born = 2016-05-14}\n'
        f"[[extra_costs]]\ndecided = 2024-05-10\n{item % 900}\n"
        f"[[extra_costs]]\ndecided = 2025-03-03\n{item % 1200}\n"
        f"[[extra_costs]]\ndecided = 2025-10-01\n{item % 1200}\n",
        encoding="utf-8",
    )
    for first, second, monthly, drivers in (
        ("2025-03-02", "2025-03-03", "300.00", ["decision", "rate"]),
        ("2025-09-30", "2025-10-01", "-95.00", ["rules", "decision"]),
    ):
        ran = udmaal("batch", case, "--date", second, "--against", first)
        (change,) = json.loads(ran.out)["difference"]
        assert change["amounts"]["monthly"] == monthly
        assert change["drivers"] == drivers


def test_the_18th_birthday_is_the_driver() -> None:
    example = "examples/course-to-18th-birthday.toml"
    ran = udmaal("batch", example, "--date", "2026-05-20", "--against", "2026-05-19")
    changes = json.loads(ran.out)["difference"]
    assert [change["drivers"] for change in changes] == [["age"], ["age"]]


def test_against_other_rates(tmp_path: Path) -> None:
    rates = tmp_path / "rates"
    shutil.copytree(ROOT / "rates", rates)
    file = rates / "2026-01-01.toml"
    file.write_text(file.read_text("utf-8").replace("value = 38380", "value = 39000"), "utf-8")
    example = "examples/all-benefits.toml"
    ran = udmaal(
        "batch", example, *ON, "--rates", rates, "--against-rates", ROOT / "rates",
    )  # fmt: skip
    assert json.loads(ran.out)["difference"] == []  # the ceiling does not bite here
    example = "examples/full-time-ceiling-2014.toml"
    ran = udmaal("batch", example, *ON, "--rates", rates, "--against-rates", ROOT / "rates")
    (change,) = json.loads(ran.out)["difference"]
    assert change["amounts"]["gross"] == "620.00"
    assert change["drivers"] == ["rate"]


def test_csv_and_parquet_hold_the_same_rows(cases: Path, tmp_path: Path) -> None:
    text = udmaal("batch", cases, *ON, "--format", "csv", "-q").out.removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    output = tmp_path / "out.parquet"
    assert udmaal("batch", cases, *ON, "--format", "parquet", "-q", "-o", output).code == 0
    parquet = pq.read_table(output)
    assert parquet.column_names == rows[0]
    assert [list(row.values()) for row in parquet.to_pylist()] == rows[1:]


def test_a_table_of_differences_speaks_the_language_of_its_heads() -> None:
    args = ("batch", "examples", "--date", "2026-01-01", "--against", "2025-12-31", "-q")
    found = []
    for language in LANGUAGES:
        ran = udmaal(*args, "--format", "csv", "--lang", language)
        text = io.StringIO(ran.out.removeprefix("\ufeff"))
        rows = csv.reader(text, delimiter=";" if language == "da" else ",")
        found.append(next(row[2:] for row in rows if row[1] == "eksempel-alle-ydelser"))
    assert found == [
        ["Tabt arbejdsfortjeneste", "A", "Bruttoydelse", "15736,49", "16491,84", "755,35",
         "årets regulering, ny sats"],
        ["Lost earnings", "A", "Gross benefit", "15736.49", "16491.84", "755.35",
         "the yearly regulation, another rate"],
    ]  # fmt: skip


def test_every_driver_has_words() -> None:
    assert set(DRIVERS) == set(get_args(Driver))


def test_paths_from_a_list(tmp_path: Path) -> None:
    listed = "\0".join(str(path) for path in reversed(EXAMPLES)).encode() + b"\0"
    ran = udmaal("batch", "--files0-from", "-", *ON, "-q", stdin=listed)
    ids = [json.loads(line)["case_id"] for line in ran.out.splitlines()]
    again = udmaal("batch", *reversed(EXAMPLES), *ON, "-q")
    assert len(ids) == len(EXAMPLES)
    assert again.out == ran.out


_NAME = st.text("aB.-/ æ~_", min_size=1, max_size=4).map(lambda text: text.strip("./ ") or "a")
_TREE = st.sets(st.lists(_NAME, min_size=1, max_size=3).map("/".join), min_size=1, max_size=25)


@given(tree=_TREE)
def test_the_paths_of_a_folder_come_sorted(tree: set[str]) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        for name in tree:
            file = Path(temporary, name).with_suffix(".toml")
            if not any(parent.is_file() for parent in file.parents):
                file.parent.mkdir(parents=True, exist_ok=True)
                if not file.exists():
                    file.write_bytes(b"")
        paths = CasePaths([temporary + "/"])
        expected = sorted(str(path) for path in Path(temporary).rglob("*.toml") if path.is_file())
        assert list(paths) == expected
        assert list(paths) == expected  # a second time


def test_folders_and_files_interleave_by_their_whole_paths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = [
        "a-b.toml",
        "a.toml",
        "a/b.toml",
        "a/b/c.toml",
        "a/c.toml",
        "a0.toml",
        "b.toml/x.toml",
    ]
    for name in wanted:
        Path(tmp_path, name).parent.mkdir(parents=True, exist_ok=True)
        Path(tmp_path, name).touch()
    (tmp_path / "a" / "note.txt").touch()
    (tmp_path / "c").symlink_to(tmp_path / "a")
    (tmp_path / "d.toml").symlink_to(tmp_path / "nowhere")
    monkeypatch.chdir(tmp_path)
    native = [str(Path(name)) for name in [*wanted, "d.toml"]]
    assert list(CasePaths(["."])) == native
    assert list(CasePaths(["a.toml", "c", "a.toml", "gone"])) == [
        "a.toml", *map(str, map(Path, ["c/b.toml", "c/b/c.toml", "c/c.toml"])), "a.toml", "gone",
    ]  # fmt: skip


def test_folders_are_read_when_their_turn_comes(tmp_path: Path) -> None:
    for name in ("1", "2"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "case.toml").touch()
    paths = iter(CasePaths([str(tmp_path)]))
    assert next(paths) == str(tmp_path / "1" / "case.toml")
    (tmp_path / "2" / "new.toml").touch()
    assert [Path(path).name for path in paths] == ["case.toml", "new.toml"]


@pytest.mark.parametrize(
    "args",
    [
        (),
        ("examples", "--resume"),
        ("examples", "--resume", "--output", "x.csv", "--format", "csv"),
        ("examples", "--format", "parquet"),
        ("examples", "--format", "xlsx"),
        ("examples", "--resume", "--output", "x.xlsx", "--format", "xlsx"),
        ("examples", "--engine", "dask"),
        ("examples", "--scheduler", "tcp://127.0.0.1:1"),
        ("examples", "--jobs", "0"),
        ("docs/pictures",),
    ],
)
def test_wrong_use(args: tuple[str, ...]) -> None:
    ran = udmaal("batch", *args, *ON)
    assert ran.code == 2
    assert ran.err
    assert "Traceback" not in ran.err


def test_the_new_year_script(tmp_path: Path) -> None:
    rates, cases, out = tmp_path / "rates", tmp_path / "cases", tmp_path / "out"
    shutil.copytree(ROOT / "rates", rates)
    cases.mkdir()
    for example in EXAMPLES:
        shutil.copy(example, cases)
    (cases / "broken.toml").write_text("format = 1\n", encoding="utf-8")
    args = ("rates", "regulate", "2027", "--lost-earnings", "3.0", "--satsregulering", "2.7")
    assert udmaal(*args, "--rates", rates).code == 0
    program = tmp_path / "udmaal"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m udmaal "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    done = subprocess.run(
        ["bash", "examples/recalculate.sh", cases, rates, "2027", out],
        cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "UDMAAL": str(program), "PYTHON": sys.executable},
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "eksempel-deltid" in (out / "letters.txt").read_text(encoding="utf-8")
    assert "broken.toml" in (out / "mend.txt").read_text(encoding="utf-8")
    assert json.loads((out / "summary.json").read_text(encoding="utf-8"))["at_fault"] == 1


def test_dask_gives_the_same_bytes_though_a_worker_is_killed(tmp_path: Path) -> None:
    cases = tmp_path / "cases"
    write_cases(cases, 3000)
    expected = tmp_path / "expected.jsonl"
    assert udmaal("batch", cases, *ON, "-q", "--output", expected).code == 0
    environment = {**os.environ, "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "10"}
    info = tmp_path / "scheduler.json"
    module = [sys.executable, "-m"]
    scheduler = subprocess.Popen(
        [*module, "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0",
         "--no-dashboard", "--scheduler-file", str(info)],
        env=environment, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    workers: list[subprocess.Popen[bytes]] = []
    try:
        _wait_for(info.exists)
        worker = [
            *module, "distributed.cli.dask_worker", "--scheduler-file", str(info),
            "--nthreads", "1", "--no-dashboard", "--no-nanny", "--local-directory", str(tmp_path),
        ]  # fmt: skip
        workers += [
            subprocess.Popen(worker, env=environment, cwd=ROOT, stderr=subprocess.DEVNULL)
            for _ in range(2)
        ]
        address = json.loads(info.read_text(encoding="utf-8"))["address"]
        output = tmp_path / "out.jsonl"
        run = subprocess.Popen(
            [*COMMAND, str(cases), *ON, "-q", "--engine", "dask", "--scheduler", address,
             "--resume", "--output", str(output)],
            cwd=ROOT,
        )  # fmt: skip
        _wait_for(lambda: (output.exists() and output.stat().st_size > 0) or run.poll() is not None)
        workers[0].kill()
        assert run.poll() is None, "the run was over before the worker was killed"
        assert run.wait(60) == 0
        assert output.read_bytes() == expected.read_bytes()
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def _wait_for(condition, seconds: float = 30) -> None:  # type: ignore[no-untyped-def]
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)
