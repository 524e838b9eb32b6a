"""What the tests share: tables of examples, the real command line, building cases."""

import gc
import os
import re
import shutil
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable, Mapping
from contextlib import chdir
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

import page as pdf_validator
import pytest
from hypothesis import settings

from udmaal.api import CaseFile, case_from_source
from udmaal.breakdown import Breakdown, Line
from udmaal.cli.run import main
from udmaal.language import LANGUAGES, Language
from udmaal.law.benefits import kinds_by_id
from udmaal.output.document import amount_text
from udmaal.rates.book import RateBook
from udmaal.rates.read import read_rates
from udmaal.rates.regulate import rate_file_text, regulate
from udmaal.reading.source import source_from_bytes
from udmaal.text.lines import formula, words
from udmaal.text.render import render

# A busy machine is no fault: no example of hypothesis is timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parents[1]
TABLES = ROOT / "tests" / "tables"
EXAMPLES = sorted((ROOT / "examples").glob("*.toml"))
# A label that most pages show; asked for, so that its words stand in one place.
GROSS_LABEL: Final = kinds_by_id()["gross"][0].label.da
_THRESHOLD: Final = gc.get_threshold()


@dataclass(frozen=True)
class Ran:
    """What a run of the command line left behind."""

    code: int
    out: str
    err: str


def udmaal(
    *args: str | Path,
    stdin: bytes = b"",
    env: dict[str, str] | None = None,
    began: datetime | None = None,
) -> Ran:
    """Run the program in this process, with streams, environment and folder of its own.

    ``began`` is the time on its clock. ``started`` runs it in a process, for what only a process
    shows.
    """
    environ = _environ(env)
    out, err = (TextIOWrapper(BytesIO(), "utf-8", "backslashreplace") for _ in range(2))
    with (
        patch.dict(os.environ, environ, clear=True),
        patch.multiple(sys, stdin=TextIOWrapper(BytesIO(stdin), "utf-8"), stdout=out, stderr=err),
        chdir(ROOT),
    ):
        try:
            code = main([*map(str, args)], environ, "udmaal", began)
        finally:
            # A batch freezes what is loaded and collects seldom, once in the life of its process.
            gc.unfreeze()
            gc.set_threshold(*_THRESHOLD)
    return Ran(code, _written(out), _written(err))


def started(
    *args: str | Path, stdin: bytes | None = None, env: dict[str, str] | None = None
) -> Ran:
    """Run the real program in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "udmaal", *map(str, args)],
        input=stdin,
        capture_output=True,
        env=_environ(env),
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def _environ(env: dict[str, str] | None) -> dict[str, str]:
    clean = {k: v for k, v in os.environ.items() if not k.startswith("UDMAAL_")}
    return {**clean, "COLUMNS": "80", **(env or {})}


def _written(stream: TextIOWrapper) -> str:
    stream.flush()
    written = stream.buffer
    assert isinstance(written, BytesIO)
    return written.getvalue().decode()


def table(name: str) -> list[dict[str, Any]]:
    """Give the examples of a kind of all benefits, ``tests/tables/*/NAME.toml``."""
    rows = [row for path in sorted(TABLES.glob(f"*/{name}.toml")) for row in examples_in(path)]
    assert rows, name
    return rows


def examples_in(path: Path) -> list[dict[str, Any]]:
    """Give the examples of one file of the tables; a file of citations has none."""
    rows: list[dict[str, Any]] = _toml(path).get("example", [])
    return rows


def citations() -> dict[str, dict[str, Any]]:
    """Give what is cited on which date, by topic: ``tests/tables/*/citations.toml`` together."""
    together: dict[str, dict[str, Any]] = {}
    for path in sorted(TABLES.glob("*/citations.toml")):
        for topic, cited in _toml(path).items():
            together.setdefault(topic, {}).update(cited)
    return together


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def case_of(text: str, rates: RateBook | None = None) -> CaseFile:
    """Read a case from its text, made whole."""
    source = source_from_bytes("test.toml", whole_case(text).encode())
    return case_from_source(source, rates or read_rates())


def whole_case(text: str) -> str:
    """Add ``format``, ``case_id`` and a child where a text of the tables leaves them out."""
    if not re.search(r"^(\[child\]|child = \{)", text, re.MULTILINE):
        text = f"{text}\n[child]\nborn = 2012-03-10\n"
    if "case_id" not in text:
        text = f'format = 1\ncase_id = "test"\n{text}'
    return text


def shown(line: Line) -> str:
    """Write a line of a page of the tables; it must have words in both languages."""
    assert isinstance(line.values, Mapping)
    assert all(map(all, (words(line, language) for language in LANGUAGES)))
    own = own_part(line, "da")
    head = f"{line.id} ({own})" if own else line.id
    amount = f"{amount_text(line.amount)} {line.unit}"
    facts = "; ".join(filter(None, (", ".join(line.law), ", ".join(r.key for r in line.rates))))
    return f"{head}: {amount} = {formula(line, 'da')} [{facts}]"


def own_part(line: Line, language: Language) -> str:
    """Give what the label says of this line alone; the words of its kind are held elsewhere."""
    places = re.findall(r"\{.+?\}", line.kind.label.da)
    return render(", ".join(places), line.values, language).strip(", ") if places else ""


def page(breakdown: Breakdown) -> list[str]:
    """Write all results of a case as the tables of pages have them."""
    rows = []
    for result in breakdown.results:
        head = [result.where, result.law, result.rules or ""]
        rows += [", ".join(filter(None, head)), *map(shown, result.lines)]
    return rows


def example_date(path: Path) -> str:
    """Give the date that the comment on top of an example proposes."""
    words = path.read_text(encoding="utf-8").split()
    return words[words.index("--date") + 1]


@pytest.fixture(scope="session", autouse=True)
def interruptible() -> None:
    """Let Ctrl-C reach the programs under test, also where a shell started the tests without it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def book() -> RateBook:
    return read_rates()


@pytest.fixture(scope="session")
def book_to_2027(tmp_path_factory: pytest.TempPathFactory) -> RateBook:
    folder = tmp_path_factory.mktemp("rates")
    for file in (ROOT / "rates").glob("*.toml"):
        shutil.copy(file, folder)
    percentages = {"lost_earnings": Decimal("3.0"), "satsregulering": Decimal("2.7")}
    new = regulate(read_rates(), 2027, percentages)  # type: ignore[arg-type]
    (folder / "2027-01-01.toml").write_text(rate_file_text(new), encoding="utf-8")
    return read_rates(folder)


@pytest.fixture
def write_case(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str, name: str = "case.toml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def day(text: str) -> date:
    return date.fromisoformat(text)


def pdf_faults(data: bytes, profile: str) -> list[str]:
    """Give what a validator finds against a profile: ``2b`` for PDF/A-2b, ``ua1`` for PDF/UA-1."""
    found = pdf_validator.validate_pdf_bytes(data, profile=profile).failures
    return [each.message for each in found if not _is_misread_length(each, data)]


def _is_misread_length(failure: Any, data: bytes) -> bool:
    """Tell whether all streams have their length after all.

    The validator takes a last byte 0x0D of the data, followed by the line end before
    ``endstream``, for a line end of two bytes.
    """
    lengths = re.finditer(rb"/Length (\d+)[^<]*?>>\nstream\n", data)
    ends = [data[found.end() + int(found[1]) :][:10] for found in lengths]
    right = ends == [b"\nendstream"] * data.count(b"\nendstream")
    return failure.rule_id == "PDFA2B-STREAM-LENGTH-001" and right
