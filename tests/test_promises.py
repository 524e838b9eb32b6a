"""What is promised to others than the user: what is written, which rates are confirmed, limits."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Final

import pytest
from pypdf import PdfReader

from conftest import ROOT
from udmaal.case.model import Case
from udmaal.language import Language, Text
from udmaal.output import headings
from udmaal.output.case_fault import _MOST_FAULTS
from udmaal.rates.book import Rate
from udmaal.rates.read import read_rates
from udmaal.reading.source import MAX_BYTES
from udmaal.reading.syntax import MOST_DEPTH
from udmaal.settings import MOST_COMBINATIONS
from udmaal.text import numbers
from udmaal.text.rate_names import RATE_NAMES
from udmaal.text.terms import TERMS
from udmaal.verification.log import MAX_LINE
from udmaal.verification.stored_result import MAX_BYTES as MOST_OF_RESULT

UPDATE = bool(os.environ.get("UDMAAL_UPDATE_EXPECTED"))
RATES: Final = {"da": ROOT / "docs" / "ansvar.md", "en": ROOT / "docs" / "responsibility.md"}
_MADE = re.compile(r"(?<=<!-- made of the rates -->\n).*?(?=<!-- end -->)", re.DOTALL)
_HEADS: Final = (
    Text("Sats", "Rate"),
    Text("Gælder fra", "In force from"),
    Text("Værdi", "Value"),
    Text("Status", "Status"),
    Text("Nøgle", "Key"),
)


def unconfirmed(language: Language) -> Iterator[str]:
    """Write what nobody has seen published as a table, the newest first."""
    rates = [rate for file in read_rates().files for rate in file.rates]
    open_ = [rate for rate in rates if rate.status != "published"]
    count = Text(
        f"{len(open_)} af {len(rates)} værdier er ikke set offentliggjort:",
        f"{len(open_)} of {len(rates)} values were not seen published:",
    )
    yield from ("", count.in_(language), "")
    yield "| " + " | ".join(head.in_(language) for head in _HEADS) + " |"
    yield "| " + " | ".join(["---"] * len(_HEADS)) + " |"
    newest_first = sorted(open_, key=lambda rate: rate.effective, reverse=True)
    for _, together in groupby(newest_first, key=lambda rate: rate.effective):
        yield from (_row(rate, language) for rate in sorted(together, key=lambda each: each.key))


def _row(rate: Rate, language: Language) -> str:
    name = RATE_NAMES[rate.key].in_(language)
    day = numbers.day(rate.effective, language)
    value, status = headings.rate_value(rate, language), TERMS[rate.status].in_(language)
    return f"| {name} | {day} | {value} | {status} | `{rate.key}` |"


@pytest.mark.fast
@pytest.mark.parametrize("language", RATES)
def test_the_page_of_unconfirmed_rates_is_made_of_the_rates(language: Language) -> None:
    page = RATES[language]
    text = page.read_text(encoding="utf-8")
    made, places = _MADE.subn(lambda _: "\n".join([*unconfirmed(language), "", ""]), text)
    if UPDATE:
        page.write_text(made, encoding="utf-8")
    assert places == 1
    assert made == text or UPDATE


@pytest.mark.fast
def test_the_limits_are_those_of_the_code() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    limits = dict(re.findall(r"^\| ([^|]+?) \| ([^|]+?) \|$", text, re.MULTILINE))
    assert limits["a case, rate, service-level or payment file"] == f"{MAX_BYTES >> 20} MiB"
    assert limits["a stored result for `verify`"] == f"{MOST_OF_RESULT >> 20} MiB"
    assert limits["a line of a journal"] == f"{MAX_LINE >> 20} MiB"
    assert limits["depth of nested values in a file"] == str(MOST_DEPTH)
    assert limits["faults told of one file"] == str(_MOST_FAULTS)
    assert limits["combinations of `what-if`"] == f"{MOST_COMBINATIONS:,}"
    schema = str(Case.model_json_schema())
    assert all(f"'maxLength': {most}" in schema for most in (500, 64))
    assert "'maxItems': 1000" in schema


@pytest.mark.fast
def test_every_test_that_is_named_is_there() -> None:
    for page in (ROOT / "SECURITY.md", ROOT / "docs" / "privacy.md"):
        for name in re.findall(r"`(tests/[\w./]+)`", page.read_text(encoding="utf-8")):
            assert (ROOT / name).exists(), name


CASE = "examples/two-parents-over-37.toml"
# Commands that write, with the files each may leave, in a folder of its own.
WRITERS: dict[str, tuple[tuple[str, ...], set[str]]] = {
    "calc": (("calc", CASE), set()),
    "calc-output": (("calc", CASE, "-f", "json", "-o", "{out}/r.json"), {"r.json"}),
    "report": (("report", CASE, "--date", "2026-03-01", "-o", "{out}/b.pdf"), {"b.pdf"}),
    "html": (("report", CASE, "--date", "2026-03-01", "-o", "{out}/b.html"), {"b.html"}),
    "picture": (
        ("what-if", "examples/part-time-22-of-30.toml", "--set", "hours=5..6", "--picture",
         "{out}/p.png"),
        {"p.png"},
    ),
    "batch": (
        ("batch", "examples", "--resume", "-o", "{out}/b.jsonl", "--summary", "{out}/s.json"),
        {"b.jsonl", "s.json"},
    ),
    "log": (("check", CASE, "--date", "2026-03-01", "--log", "{out}/j.jsonl"), {"j.jsonl"}),
    "confirm": (
        ("rates", "confirm", "lost_earnings.ceiling", "--source", "x", "--date", "2026-03-01",
         "--rates", "{rates}"),
        set(),
    ),
}  # fmt: skip
_CALL = re.compile(r'^\d+ +(\w+)\((?:AT_FDCWD, )?"?([^",]*)"?(.*)')
_WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT")


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
@pytest.mark.parametrize("name", WRITERS)
def test_nothing_but_the_named_files_is_written_and_no_connection_opened(
    name: str, tmp_path: Path
) -> None:
    words, left = WRITERS[name]
    folders = {each: tmp_path / each for each in ("home", "tmp", "out")}
    for folder in folders.values():
        folder.mkdir()
    rates = Path(shutil.copytree(ROOT / "rates", tmp_path / "rates"))
    trace = tmp_path / "trace"
    calls = "open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,connect,bind"
    clean = {key: value for key, value in os.environ.items() if not key.startswith("UDMAAL_")}
    environ = {**clean, "HOME": str(folders["home"]), "TMPDIR": str(folders["tmp"])}
    environ |= {"PYTHONDONTWRITEBYTECODE": "1"}
    line = [word.format(out=folders["out"], rates=rates) for word in words]
    done = subprocess.run(
        ["strace", "-f", "-qq", "-e", f"trace={calls}", "-o", str(trace),
         sys.executable, "-m", "udmaal", *line],
        cwd=ROOT, env=environ, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    if "Operation not permitted" in done.stderr:
        pytest.skip("nothing may be traced here")
    assert done.returncode in (0, 1), done.stderr
    found = [call for call in map(_CALL.match, trace.read_text("utf-8").splitlines()) if call]
    assert len(found) > 100
    written = {
        path
        for call, path, rest in (call.groups() for call in found)
        if "ENOENT" not in rest
        and (call not in ("open", "openat") or _WRITES.search(rest))
        and path != "/dev/null"
    }
    others = {
        path
        for path in written
        if not any(Path(path).is_relative_to(f) for f in (folders["out"], folders["tmp"], rates))
    }
    assert others == set()
    assert {path.name for path in folders["out"].iterdir()} == left
    assert [*folders["home"].iterdir(), *folders["tmp"].iterdir()] == []
    _tells_nothing_of_its_making(folders["out"])
    changed = {path.name for path in rates.glob("*.toml") if _is_other(path)}
    assert changed == ({"2026-01-01.toml"} if name == "confirm" else set())


def _tells_nothing_of_its_making(folder: Path) -> None:
    """Hold the annex to what the page for data protection says of it."""
    for path in folder.glob("b.*"):
        if path.suffix == ".pdf":
            about = PdfReader(path).metadata
            assert about is not None
            assert about.author == "udmaal"
            assert about.creation_date is not None
            assert about.creation_date.date() == date(2026, 3, 1)
        if path.suffix == ".html":
            assert "default-src 'none'" in path.read_text(encoding="utf-8")
        assert str(folder).encode() not in path.read_bytes()


def _is_other(path: Path) -> bool:
    return path.read_bytes() != (ROOT / "rates" / path.name).read_bytes()
