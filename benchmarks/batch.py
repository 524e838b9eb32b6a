"""How fast ``udmaal batch`` is, where its time goes, and whether its memory grows.

    pip install '.[benchmark]' && python benchmarks/batch.py [CASES] [SMALL LARGE]

Makes CASES (default 20000) seeded cases and works on the same files in turn, several times: reads
and parses them alone in one process, with the quickest TOML reader there is for Python (toml-rs);
runs the whole command, start included, explained and brief, with that reader and without; and runs
a vectorised engine of floats (``vectorised.py``: one amount, nothing checked, nothing explained)
with that reader and with the standard one. Then the steps of a case (``steps.py``), and the peak
memory of all processes for SMALL and LARGE numbers of cases. The least of all runs counts; on a
machine that does other work at the same time only the processor's time says much.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import toml_rs
from cases import write_cases

HERE = Path(__file__).parent
_ROUNDS = 3


def parse_alone(folder: Path) -> "Run":
    """Read and parse all files, in this process."""
    start, before = time.perf_counter(), time.process_time()
    for place, _, files in os.walk(folder):
        for name in files:
            with open(f"{place}/{name}", encoding="utf-8") as file:  # noqa: PTH123 - the quickest way
                toml_rs.loads(file.read())
    return Run(time.perf_counter() - start, time.process_time() - before)


class Run(NamedTuple):
    """Seconds on the clock, seconds of all processors, and peak memory of all processes, MiB."""

    seconds: float
    processor: float
    peak: float = 0.0


def batch(folder: Path, output: Path, *options: str, path: str = "") -> Run:
    """Run the command, with another PYTHONPATH where one is given."""
    command = ["-m", "udmaal", "batch", str(folder), "--date", "2026-01-01", *options]
    return _run([*command, "--quiet", "--output", str(output)], path)


def vectorised(folder: Path, output: Path, reader: str) -> Run:
    """Run the vectorised engine with a TOML reader."""
    return _run([str(HERE / "vectorised.py"), str(folder), str(output), reader])


def _run(arguments: list[str], path: str = "") -> Run:
    environment = {**os.environ, "PYTHONPATH": path} if path else None
    start = time.perf_counter()
    before = os.times()
    process = subprocess.Popen([sys.executable, *arguments], env=environment)
    peak = [0.0]
    watcher = threading.Thread(target=_watch, args=(process.pid, peak))
    watcher.start()
    code = process.wait()
    taken = time.perf_counter() - start
    after = os.times()
    watcher.join()
    if code != 0:
        raise SystemExit(f"{' '.join(arguments)} left with {code}")
    user = after.children_user - before.children_user
    return Run(taken, user + after.children_system - before.children_system, peak[0])


def path_without_toml_rs(folder: Path) -> str:
    """Make a PYTHONPATH with which the quicker reader cannot be imported."""
    folder.mkdir()
    (folder / "toml_rs.py").write_text("raise ImportError\n", encoding="utf-8")
    return os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH")]))


def _watch(pid: int, peak: list[float]) -> None:
    """Keep the highest sum of the memory of a process and its children.

    Proportional: what they share after the fork counts once.
    """
    while True:
        try:
            children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
            sizes = [_resident(each) for each in (str(pid), *children)]
        except OSError:
            return
        if not sizes[0]:
            return
        peak[0] = max(peak[0], sum(sizes))
        time.sleep(0.05)


def _resident(pid: str) -> float:
    try:
        status = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    lines = [line for line in status.splitlines() if line.startswith("Pss:")]
    return int(lines[0].split()[1]) / 1024 if lines else 0.0


def in_turn(works: dict[str, Callable[[], Run]]) -> dict[str, Run]:
    """Do all works in turn, several times, and give the least of each."""
    runs: dict[str, list[Run]] = {name: [] for name in works}
    for _ in range(_ROUNDS):
        for name, work in works.items():
            runs[name].append(work())
    return {name: Run(*map(min, zip(*each, strict=True))) for name, each in runs.items()}


def print_runs(runs: dict[str, Run], count: int) -> None:
    """Print the works, each with its ratio to the first."""
    alone = next(iter(runs.values()))
    print(f"{'':34} clock s  ratio  processor s  µs a case  ratio  MiB")
    for name, run in runs.items():
        print(
            f"{name:34} {run.seconds:7.2f} {run.seconds / alone.seconds:6.1f} "
            f"{run.processor:12.2f} {run.processor / count * 1e6:10.0f} "
            f"{run.processor / alone.processor:6.1f} {run.peak:4.0f}"
        )


def print_steps(folder: Path) -> None:
    """Print where the time goes, µs of the processor a case."""
    found = {}
    for form in ("explained", "brief"):
        command = [sys.executable, str(HERE / "steps.py"), str(folder), form]
        found[form] = json.loads(subprocess.check_output(command))
    names = list(found["brief"])
    print(f"{'µs a case':10}", *(f"{name:>9}" for name in (*names, "together")))
    for form, steps in found.items():
        parts = [*steps.values(), sum(steps.values())]
        print(f"{form:10}", *(f"{each:9.0f}" for each in parts))


def main() -> None:
    numbers = [int(each) for each in sys.argv[1:]]
    count = numbers[0] if numbers else 20_000
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "cases"
        write_cases(folder, count)
        output = Path(temporary) / "out"
        without = path_without_toml_rs(Path(temporary) / "without")
        print(f"{count} cases, {os.cpu_count()} cores")
        runs = in_turn(
            {
                "read and parse alone": lambda: parse_alone(folder),
                "explained": lambda: batch(folder, output),
                "brief": lambda: batch(folder, output, "--brief"),
                "explained, one process": lambda: batch(folder, output, "--jobs", "1"),
                "brief, one process": lambda: batch(folder, output, "--brief", "--jobs", "1"),
                "explained, without udmaal[fast]": lambda: batch(folder, output, path=without),
                "vectorised floats, toml_rs": lambda: vectorised(folder, output, "toml_rs"),
                "vectorised floats, tomllib": lambda: vectorised(folder, output, "tomllib"),
            }
        )
        print_runs(runs, count)
        print_steps(folder)
        for size in numbers[1:]:
            more = Path(temporary) / f"cases-{size}"
            write_cases(more, size)
            print(f"peak memory {batch(more, output).peak:7.0f} MiB with {size} cases")


if __name__ == "__main__":
    main()
