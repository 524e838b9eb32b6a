"""How long ``calc`` and ``report`` take on one case, against the smallest program of its kind.

    python benchmarks/startup.py [RUNS]

The smallest program has the same libraries as ``calc``. All are started afresh, in turn, in one
run; the ratios of the medians count. Install udmaal without ``-e`` first, so that its modules are
compiled like the libraries'.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CASE = ROOT / "examples" / "payslips-savings-tax.toml"

SMALLEST = """
import typer
from pydantic import BaseModel
from rich.console import Console

app = typer.Typer()


class Model(BaseModel):
    number: int


@app.command()
def main(name: str = "x") -> None:
    Console().print(Model(number=1))


app()
"""


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 31
    with tempfile.TemporaryDirectory() as folder:
        smallest = Path(folder) / "smallest.py"
        smallest.write_text(SMALLEST, encoding="utf-8")
        calc = [sys.executable, "-m", "udmaal", "calc", str(CASE), "--date", "2026-03-01"]
        commands = {
            "smallest program": [sys.executable, str(smallest)],
            "calc, table": calc,
            "calc, json": [*calc, "--format", "json"],
            **{
                f"report, {ending}": [
                    *calc[:3],
                    "report",
                    *calc[4:],
                    "-o",
                    str(Path(folder, f"annex.{ending}")),
                ]
                for ending in ("pdf", "html")
            },
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                times[name].append(seconds(command))
    base = statistics.median(times["smallest program"])
    for name, taken in times.items():
        median = statistics.median(taken)
        to_calc = median / statistics.median(times["calc, table"])
        print(
            f"{name:18} {median * 1000:7.1f} ms   ratio {median / base:.2f}   to calc {to_calc:.2f}"
        )


if __name__ == "__main__":
    main()
