"""Coverage-guided fuzzing of everything that reads input: no traceback, no hang.

    pip install atheris && python tests/fuzz/fuzz.py TARGET [-runs=N] [-max_total_time=SECONDS]

TARGET is ``case`` (read, calculate, check and ledger), ``rates``, ``paid`` or ``command`` (the
whole command line with fuzzed options over a fuzzed case file). The examples are the seeds.
"""

import gc
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[2]

with atheris.instrument_imports(include=["udmaal"]):
    from udmaal.api import calculate, case_from_source, make_ledger
    from udmaal.calendar_month import Month
    from udmaal.cli.app import app
    from udmaal.cli.messages import CommandError
    from udmaal.faults import InputFaultsError
    from udmaal.output.document import document
    from udmaal.rates.read import rate_file, read_rates
    from udmaal.reading.paid import paid_from_source
    from udmaal.reading.source import source_from_bytes
    from udmaal.text.faults import mend, problem

BOOK = read_rates()
_WORDS = """
calc ledger check batch rates list show explain --date 2026-01-01 2025-13 --format json csv toml
--from --to 2025-01 --explain --plot --select U2 --strict --against --lang en -q --jobs 1
mileage.low U201 --all --corrected-ceilings CASE
""".split()  # noqa: SIM905 - a command line is easier to read as one


def _told(error: InputFaultsError) -> None:
    """A refusal must be able to say what is wrong, in both languages."""
    for fault in error.faults:
        for language in ("da", "en"):
            problem(fault, language)
            mend(fault, language)


def case(data: bytes) -> None:
    """Read a case; where it is right, calculate it, and its ledger."""
    try:
        file = case_from_source(source_from_bytes("fuzz.toml", data), BOOK)
        document(calculate(file, BOOK, date(2026, 3, 1)), "da")
        make_ledger(file, BOOK, Month(2025, 1), Month(2025, 6), today=date(2026, 3, 1))
    except InputFaultsError as error:
        _told(error)


def rates(data: bytes) -> None:
    """Read a rate file."""
    try:
        rate_file("2026-01-01.toml", source_from_bytes("2026-01-01.toml", data))
    except InputFaultsError as error:
        _told(error)


def paid(data: bytes) -> None:
    """Read what was paid."""
    try:
        paid_from_source(source_from_bytes("paid.csv", data))
    except InputFaultsError as error:
        _told(error)


def command(data: bytes) -> None:
    """Run the command line: the first bytes choose the words, the rest is the case file."""
    provider = atheris.FuzzedDataProvider(data)
    count = provider.ConsumeIntInRange(0, 7)
    words = [provider.PickValueInList(_WORDS) for _ in range(count)]
    CASE.write_bytes(provider.ConsumeBytes(4096))
    args = [str(CASE) if word == "CASE" else word for word in words]
    out = TextIOWrapper(BytesIO(), encoding="utf-8")
    # A batch freezes what is loaded and collects seldom, once in the life of its process.
    gc.unfreeze()
    gc.collect()
    try:
        with redirect_stdout(out), redirect_stderr(StringIO()):
            app(args, standalone_mode=False)
    except (InputFaultsError, CommandError):
        pass
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise


TARGETS: dict[str, Callable[[bytes], None]] = {
    "case": case, "rates": rates, "paid": paid, "command": command,
}  # fmt: skip
CASE = Path(tempfile.mkdtemp()) / "case.toml"


def main() -> None:
    """Fuzz a target; the corpus is thrown away afterwards."""
    target = sys.argv.pop(1)
    os.chdir(CASE.parent)
    corpus = CASE.parent / "corpus"
    corpus.mkdir()
    seeds = (ROOT / ("rates" if target == "rates" else "examples")).glob("*.toml")
    if target == "paid":
        (corpus / "paid").write_text("måned;brutto;pension;ferie\n2025-01;1.234,50;0;\n", "utf-8")
    else:
        for seed in seeds:
            (corpus / seed.name).write_bytes(seed.read_bytes())
    atheris.Setup([*sys.argv, str(corpus)], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
