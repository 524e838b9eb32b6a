"""Coverage-guided fuzzing of everything that reads input: no traceback, no hang.

    pip install atheris && python tests/fuzz/fuzz.py TARGET [-runs=N] [-max_total_time=SECONDS]

TARGET is one of

- ``case``: bytes as a case file: read, calculate, check and ledger;
- ``edited``: the same with an example in which values, keys and lines were exchanged, so that most
  inputs get past the reader;
- ``rates`` and ``paid``: bytes as a rate file, as the CSV of what was paid;
- ``command``: the whole command line, its options and exit code, over edited examples;
- ``words``: the command line with any words at all over bytes.

The examples are the seeds, and their words the dictionary.
"""

import gc
import os
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[2]

with atheris.instrument_imports(include=["udmaal"]):
    from udmaal.api import calculate, case_from_source, make_ledger
    from udmaal.calendar_month import Month
    from udmaal.cli.exit_codes import FAULT, USAGE
    from udmaal.cli.run import main as program
    from udmaal.comparison.paid import paid_in
    from udmaal.faults import InputFaultsError
    from udmaal.output.document import document
    from udmaal.output.ledger_document import ledger_document
    from udmaal.rates.read import rate_file, read_rates
    from udmaal.reading.source import source_from_bytes
    from udmaal.reading.tables import tables_from_bytes
    from udmaal.text.faults import mend, problem

BOOK = read_rates()
FOLDER = Path(tempfile.mkdtemp())
CASE = FOLDER / "case.toml"
PAID = FOLDER / "paid.csv"
SEEDS = [path.read_text("utf-8") for path in sorted((ROOT / "examples").glob("*.toml"))]

# What stands in a case file: keys with a value, and what else the same key, or any, may have.
_VALUE = r'\d{4}-\d\d-\d\d|"[^"\n]*"|\b(?:true|false)\b|-?\d+(?:\.\d+)?\b'
_PAIR = re.compile(rf"\b(?P<key>[a-z_0-9]+) = (?P<value>{_VALUE})")
_EXTREMES = r"""
0 -1 0.005 37 37.01 168 1e3 999999999 1000000001 nan [] {} true false "" "2025-13" "2025-12"
"010112-1234" "\u0000" 2024-02-29 2010-12-31 2014-01-01 2018-01-01 2020-07-01 2025-08-31 2025-09-01
2026-12-31 2027-09-01 0001-01-01 9999-12-31 "conditions_lapsed" "death"
""".split()  # noqa: SIM905 - a list of values is easier to read as one
_PAIRS = sorted({found.groups() for seed in SEEDS for found in _PAIR.finditer(seed)})
_KEYS = sorted({key for key, _ in _PAIRS})
_VALUES = [*sorted({value for _, value in _PAIRS}), *_EXTREMES]


def _kind(value: str) -> str:
    """Tell dates, numbers, texts and the rest apart."""
    if value[4:5] == "-":
        return "date"
    return "number" if value[-1:].isdigit() else value[:1]


_LIKE = {
    key: [value for name, value in _PAIRS if name == key]
    + [value for value in _EXTREMES if _kind(value) in {_kind(v) for n, v in _PAIRS if n == key}]
    for key in _KEYS
}
_DAYS = ["2014-01-01", "2019-12-31", "2025-09-01", "2026-03-01", "2026-03", "2027-09-01", "x"]
_MONTHS = ["2014-01", "2023-08", "2025-04", "2026-12", "2027-09", "9999-12", "2025-13"]
_SOME_WORDS = """
calc ledger check batch rates list show explain --date 2026-01-01 2025-13 --format json csv toml
--from --to 2025-01 --explain --plot --select U2 --strict --against --lang en -q --jobs 1
mileage.low U201 --all --corrected-ceilings CASE
""".split()  # noqa: SIM905 - a command line is easier to read as one

# Each command with what always stands in it, and its options, each with the values it may get.
_FORMATS = ["table", "json", "csv", "markdown", "toml"]
_ANY = {"--lang": ["da", "en"]}
_COMMANDS: list[tuple[list[str], dict[str, Sequence[str]]]] = [
    (["calc", str(CASE)],
     {"--date": _DAYS, "--known": _DAYS, "-f": _FORMATS, "--corrected-ceilings": [], **_ANY}),
    (["ledger", str(CASE)],
     {"--from": _MONTHS, "--to": _MONTHS, "--explain": _MONTHS, "--plot": [], "-f": _FORMATS,
      "--paid": [str(PAID)], "--known": _DAYS, "--corrected-ceilings": [], **_ANY}),
    (["check", str(CASE)],
     {"--date": _DAYS, "-f": ["text", "json", "sarif"], "--select": ["U2", "U106,U3", "x"],
      "--ignore": ["U6", ""], "--strict": [], **_ANY}),
    (["batch", str(CASE), str(CASE), "-j", "1", "-q"],
     {"--date": _DAYS, "--against": _DAYS, "-f": ["jsonl", "csv"], **_ANY}),
    (["rates", "list", "-f", "json"], {"--date": _DAYS, **_ANY}),
    (["rates", "show", "mileage.low"], {"-f": ["table", "json", "csv"], **_ANY}),
    (["explain"], {"U201": [], "ceiling": [], "mileage.low": [], "A17": [], **_ANY}),
]  # fmt: skip


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
        calculate(file.as_known(date(2025, 2, 28), BOOK), BOOK, date(2026, 3, 1))
        made = make_ledger(file, BOOK, Month(2025, 1), Month(2025, 6), today=date(2026, 3, 1))
        ledger_document(made, "en", frozenset({"2025-04"}))
    except InputFaultsError as error:
        _told(error)


def edited(data: bytes) -> None:
    """Do the same with an edited example."""
    case(_edited_case(atheris.FuzzedDataProvider(data)))


def rates(data: bytes) -> None:
    """Read a rate file."""
    try:
        rate_file("2026-01-01.toml", source_from_bytes("2026-01-01.toml", data))
    except InputFaultsError as error:
        _told(error)


def paid(data: bytes) -> None:
    """Read what was paid."""
    try:
        paid_in(tables_from_bytes("paid.csv", data))
    except InputFaultsError as error:
        _told(error)


def command(data: bytes) -> None:
    """Run a command with some of its options over an edited example."""
    provider = atheris.FuzzedDataProvider(data)
    fixed, options = provider.PickValueInList(_COMMANDS)
    args = [*fixed]
    for option, values in options.items():
        if provider.ConsumeBool():
            args += [option, provider.PickValueInList(values)] if values else [option]
    CASE.write_bytes(_edited_case(provider))
    if str(PAID) in args:
        rows = provider.ConsumeUnicodeNoSurrogates(200)
        PAID.write_text("month,gross,pension,holiday\n2025-04,1.5,,\n" + rows, "utf-8")
    _run(args)


def words(data: bytes) -> None:
    """Run the command line: the first bytes choose the words, the rest is the case file."""
    provider = atheris.FuzzedDataProvider(data)
    count = provider.ConsumeIntInRange(0, 7)
    chosen = [provider.PickValueInList(_SOME_WORDS) for _ in range(count)]
    CASE.write_bytes(provider.ConsumeBytes(4096))
    _run([str(CASE) if word == "CASE" else word for word in chosen])


def _edited_case(provider: atheris.FuzzedDataProvider) -> bytes:
    """Exchange up to five values, keys or lines of an example; any text may stand at the end.

    Values most often, and those for others of their kind: they get past the reader. A line is left
    out, or stands twice elsewhere.
    """
    text: str = provider.PickValueInList(SEEDS)
    for _ in range(provider.ConsumeIntInRange(0, 5)):
        how = provider.ConsumeIntInRange(0, 19)
        found = list(_PAIR.finditer(text))
        if how < 18 and found:
            pair = provider.PickValueInList(found)
            part, pool = "value", _LIKE.get(pair["key"], _VALUES)
            if how >= 16:
                part, pool = ("value", _VALUES) if how == 16 else ("key", _KEYS)
            text = (
                text[: pair.start(part)] + provider.PickValueInList(pool) + text[pair.end(part) :]
            )
        else:
            lines = text.splitlines()
            line = lines.pop(provider.ConsumeIntInRange(0, len(lines) - 1))
            if how % 2:
                lines.insert(provider.ConsumeIntInRange(0, len(lines)), f"{line}\n{line}")
            text = "\n".join(lines) or "\n"
    end: bytes = provider.ConsumeBytes(16) if provider.ConsumeIntInRange(0, 19) == 1 else b""
    return text.encode() + end


_runs = 0


def _run(args: list[str]) -> None:
    """Run the program in this process; a bug raises, since UDMAAL_DEBUG is set."""
    global _runs  # noqa: PLW0603
    _runs += 1
    # A batch freezes what is loaded and collects seldom, once in the life of its process.
    gc.unfreeze()
    if _runs % 500 == 0:
        gc.collect()
    out = TextIOWrapper(BytesIO(), encoding="utf-8")
    with redirect_stdout(out), redirect_stderr(StringIO()):
        code = program(args, os.environ, "udmaal")
    if code not in {0, FAULT, USAGE}:
        raise AssertionError(code)


def _dictionary() -> Path:
    """Write the words of the examples where libFuzzer finds them."""
    path = FOLDER / "words.dict"
    escaped = (word.replace("\\", "\\\\").replace('"', '\\"') for word in (*_KEYS, *_VALUES))
    path.write_text("".join(f'"{word}"\n' for word in escaped if word.isascii()), "utf-8")
    return path


TARGETS: dict[str, Callable[[bytes], None]] = {
    each.__name__: each for each in (case, edited, rates, paid, command, words)
}


def main() -> None:
    """Fuzz a target; the corpus is thrown away afterwards."""
    target = sys.argv.pop(1)
    os.chdir(FOLDER)
    os.environ["UDMAAL_DEBUG"] = "1"
    corpus = FOLDER / "corpus"
    corpus.mkdir()
    if target == "paid":
        (corpus / "paid").write_text("måned;brutto;pension;ferie\n2025-01;1.234,50;0;\n", "utf-8")
    elif target in {"case", "words", "rates"}:
        for seed in (ROOT / ("rates" if target == "rates" else "examples")).glob("*.toml"):
            (corpus / seed.name).write_bytes(seed.read_bytes())
    options = [f"-dict={_dictionary()}"]
    if target in {"edited", "command"}:
        # The bytes only choose: a few hundred are all the edits there can be, from the start.
        options += ["-len_control=0", "-max_len=256"]
    atheris.Setup([sys.argv[0], *options, *sys.argv[1:], str(corpus)], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
