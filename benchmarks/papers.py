"""How long ``udmaal report`` takes for many papers in one run, against one paper a run.

    pip install '.[report]' && python benchmarks/papers.py [CASES]

Makes CASES (default 200) seeded cases, writes the paper of each as PDF with pictures into a folder
in one run with all cores, start included, and then the paper of one case alone. On a machine that
does other work at the same time only the processor's time says much.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from cases import write_cases


class Run(NamedTuple):
    """Seconds on the clock, and seconds of all processors."""

    seconds: float
    processor: float


def report(*arguments: str | Path) -> Run:
    """Run the command."""
    command = [sys.executable, "-m", "udmaal", "report", *map(str, arguments)]
    start, before = time.perf_counter(), os.times()
    done = subprocess.run([*command, "--date", "2026-01-01"], capture_output=True, check=False)
    taken, after = time.perf_counter() - start, os.times()
    if done.returncode != 0:
        raise SystemExit(done.stderr.decode())
    user = after.children_user - before.children_user
    return Run(taken, user + after.children_system - before.children_system)


def main() -> None:
    count = int(sys.argv[1]) if sys.argv[1:] else 200
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "cases"
        write_cases(folder, count)
        many = min(report(folder, "--output-dir", Path(temporary, str(n))) for n in range(3))
        case = folder / "0000" / "000000.toml"
        one = min(report(case, "-o", Path(temporary, "one.pdf")) for _ in range(3))
        print(f"{count} papers in one run, {os.cpu_count()} cores")
        for name, run, papers in (("one run", many, count), ("one report", one, 1)):
            print(
                f"{name:10}  {run.seconds:7.2f} s  {papers / run.seconds:5.1f} papers/s, "
                f"{run.seconds / papers * 1000:5.0f} ms a paper; processor "
                f"{run.processor:.2f} s, {run.processor / papers * 1000:.0f} ms a paper"
            )


if __name__ == "__main__":
    main()
