"""The journal of runs (``--log``): its lines, and whether what they tell can be made again.

A line holds no text of a case: of what was read and written it has fingerprints, of the command
the options that shape its result. A log is trusted in nothing: anything may stand in it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from udmaal import __version__
from udmaal.faults import Fault, InputFaultsError
from udmaal.language import Language

# A line of a batch holds the fingerprint of each case.
MAX_LINE = 64 << 20

Fingerprint = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
Option = bool | int | str | list[str]
Verdict = Literal["proven", "no_result", "case", "rates", "program", "differs", "unknown"]


class Result(BaseModel):
    """What a run wrote: the option that named file or folder, or ``stdout``, the file's ending."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    to: str = Field(max_length=40)
    ending: str = Field("", pattern="^(\\.[A-Za-z0-9]{1,10})?$")
    sha256: Fingerprint


class Entry(BaseModel):
    """One line: a run of a command.

    ``options`` are those that shape the result, by their names; ``inputs`` the fingerprints of the
    files read, ``null`` of one that could not be; ``rates`` those of the rates, by the option that
    names them, and of levels to compare with; ``levels`` that of the service levels; ``columns``
    the width of a table.
    """

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    format: Literal[1] = 1
    at: AwareDatetime
    command: str = Field(max_length=40)
    program: str = Field(max_length=40)
    language: Language
    columns: int = Field(ge=1, le=100_000)
    options: dict[str, Option]
    inputs: dict[str, list[Fingerprint | None]]
    rates: dict[str, Fingerprint]
    levels: Fingerprint | None
    results: list[Result]
    exit: int

    def line(self) -> bytes:
        """Give the line of the log."""
        return f"{self.model_dump_json()}\n".encode()


class Line(NamedTuple):
    """A line of a log by its number; without an entry where it is none."""

    number: int
    entry: Entry | None


def read_log(path: Path) -> list[Line]:
    """Read a log; raises ``InputFaultsError`` where it cannot be read or is none at all."""
    lines = []
    try:
        with path.open("rb") as file:
            number = 0
            while text := file.readline(MAX_LINE):
                number += 1
                if text.strip():
                    lines.append(Line(number, _entry(text)))
    except OSError as error:
        code = "file.missing" if isinstance(error, FileNotFoundError) else "file.unreadable"
        reason = {"reason": error.strerror or type(error).__name__}
        raise InputFaultsError([Fault(code, values=reason, file=str(path))]) from error
    if not any(line.entry for line in lines):
        raise InputFaultsError([Fault("log.foreign", file=str(path))])
    return lines


def _entry(text: bytes) -> Entry | None:
    try:
        return Entry.model_validate_json(text)
    except ValidationError:
        return None


class Found(NamedTuple):
    """What was given to prove a log by: files, folders of rates or levels, by their fingerprints.

    ``levels`` is the fingerprint of the service levels there are.
    """

    files: Mapping[str, str]
    rates: Mapping[str, Path | None]
    levels: str


class Made(NamedTuple):
    """What a run made again wrote, each with where it went, and its exit code."""

    results: frozenset[tuple[str, str]]
    exit: int


# Makes the result of a line again; ``None`` where no command of that kind could have written it.
Remake = Callable[[Entry], Made | None]


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of a line; ``kept`` are the files given that hold its results."""

    line: Line
    verdict: Verdict
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LogProof:
    """A log held against what the program makes now.

    ``strangers`` are files given that are no TOML and neither read nor written by any run.
    """

    log: str
    proofs: tuple[Proof, ...]
    strangers: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Tell whether every result was made again, byte by byte."""
        return all(proof.verdict in {"proven", "no_result"} for proof in self.proofs)

    def count(self, verdict: Verdict) -> int:
        """Give the number of lines with a verdict."""
        return sum(proof.verdict == verdict for proof in self.proofs)


def prove(log: str, lines: Sequence[Line], found: Found, remake: Remake) -> LogProof:
    """Make every result of a log again and say what became of it."""
    proofs = tuple(
        Proof(line, _verdict(line.entry, found, remake), _kept(line.entry, found)) for line in lines
    )
    known = {name for proof in proofs for name in proof.kept}
    known |= {found.files.get(sha or "", "") for line in lines for sha in _inputs(line.entry)}
    others = (each for each in found.files.values() if each not in known and each != log)
    strangers = sorted(each for each in others if not each.lower().endswith(".toml"))
    return LogProof(log, proofs, tuple(strangers))


def _verdict(entry: Entry | None, found: Found, remake: Remake) -> Verdict:
    if entry is None:
        return "unknown"
    if not entry.results:
        return "no_result"
    if any(sha is None or sha not in found.files for sha in _inputs(entry)):
        return "case"
    made = remake(entry)
    if made is None:
        return "unknown"
    wanted = frozenset((result.to, result.sha256) for result in entry.results)
    return "proven" if made == Made(wanted, entry.exit) else _reason(entry, found)


def _reason(entry: Entry, found: Found) -> Verdict:
    """Say why a result cannot be made again: the first that is another than it was."""
    other_rates = any(sha not in found.rates for sha in entry.rates.values())
    if other_rates or entry.levels not in (None, found.levels):
        return "rates"
    return "differs" if entry.program == __version__ else "program"


def _inputs(entry: Entry | None) -> Iterable[str | None]:
    inputs = entry.inputs if entry is not None else {}
    return (sha for of_option in inputs.values() for sha in of_option)


def _kept(entry: Entry | None, found: Found) -> tuple[str, ...]:
    results = entry.results if entry is not None else ()
    return tuple(found.files[each.sha256] for each in results if each.sha256 in found.files)
