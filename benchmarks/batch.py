"""How fast ``udmaal batch`` is, and whether its memory grows.

    pip install '.[benchmark]' && python benchmarks/batch.py [CASES] [SMALL LARGE]

Makes CASES (default 20000) seeded cases, reads and parses the same files with the fastest TOML
parser there is for Python (toml-rs) in one process, runs the whole command, start included, and
gives the ratio, once as installed with udmaal[fast] and once without; then the peak memory of all
its processes for SMALL and LARGE numbers of cases. The best of three runs counts; on a machine that
does other work at the same time only the processor's time says much.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import NamedTuple

import toml_rs
from cases import write_cases


def parse_alone(folder: Path) -> float:
    """Read and parse all files, in this process."""
    start = time.perf_counter()
    for place, _, files in os.walk(folder):
        for name in files:
            with open(f"{place}/{name}", encoding="utf-8") as file:  # noqa: PTH123 - the quickest way
                toml_rs.loads(file.read())
    return time.perf_counter() - start


class Run(NamedTuple):
    """Seconds on the clock, seconds of all processors, and peak memory of all processes, MiB."""

    seconds: float
    processor: float
    peak: float


def batch(folder: Path, output: Path, path: str = "") -> Run:
    """Run the command, with another PYTHONPATH where one is given."""
    command = [sys.executable, "-m", "udmaal", "batch", str(folder), "--date", "2026-01-01"]
    environment = {**os.environ, "PYTHONPATH": path} if path else None
    start = time.perf_counter()
    before = os.times()
    process = subprocess.Popen([*command, "--quiet", "--output", str(output)], env=environment)
    peak = [0.0]
    watcher = threading.Thread(target=_watch, args=(process.pid, peak))
    watcher.start()
    code = process.wait()
    taken = time.perf_counter() - start
    after = os.times()
    watcher.join()
    if code != 0:
        raise SystemExit(f"udmaal batch left with {code}")
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


def main() -> None:
    numbers = [int(each) for each in sys.argv[1:]]
    count = numbers[0] if numbers else 20_000
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "cases"
        write_cases(folder, count)
        output = Path(temporary) / "out.jsonl"
        parse = min(parse_alone(folder) for _ in range(3))
        print(f"{count} cases, {os.cpu_count()} cores")
        print(f"read and parse alone  {parse:7.2f} s  {parse / count * 1e6:6.0f} µs a case")
        without = path_without_toml_rs(Path(temporary) / "without")
        for name, path in (("udmaal[fast] batch", ""), ("udmaal batch", without)):
            run = min(batch(folder, output, path) for _ in range(3))
            print(
                f"{name:20}  {run.seconds:7.2f} s  {count / run.seconds:6.0f} cases/s, "
                f"ratio {run.seconds / parse:.1f}; processor {run.processor:.2f} s, "
                f"{run.processor / count * 1e6:.0f} µs a case; {run.peak:.0f} MiB"
            )
        print(f"vectorised engine     {0.4 + 0.00019 * count:7.2f} s (0.4 s + 0.19 ms a case)")
        for size in numbers[1:]:
            more = Path(temporary) / f"cases-{size}"
            write_cases(more, size)
            print(f"peak memory           {batch(more, output).peak:7.0f} MiB with {size} cases")


if __name__ == "__main__":
    main()
