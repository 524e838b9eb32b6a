"""``--log``: one line about a run, added to a journal that the user names.

Nothing of a case goes into it: no text, no id, no name of a file.
"""

import contextlib
import hashlib
import io
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from udmaal import __version__
from udmaal.cli.declare import Declared, Role
from udmaal.cli.language import at_end, current_language, started_at
from udmaal.cli.options import keep_inputs
from udmaal.faults import Fault, InputFaultsError
from udmaal.municipality import levels_sha256
from udmaal.papers.made import LIST, papers_in
from udmaal.rates.read import read_rates
from udmaal.reading.source import STDIN, stamp
from udmaal.shown import without_cpr

if TYPE_CHECKING:
    from udmaal.cli.session import Session
    from udmaal.verification.log import Entry, Result

STDOUT = "stdout"
# The key of the fingerprints of what is no option's value.
ARGUMENTS = "arguments"
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would change line ends
_FIRST_LINE = re.compile(rb'\{"format":1,"at":"')
_KEY = re.compile(r"[a-z0-9_.*\[\]]+")
_NUMBERS = re.compile(r"[0-9.:-]*")
# The label of a parent that tells nothing, and a pattern for the names of many files.
_NO_NAME = re.compile(r"[A-Z]|.*\{\w+\}.*")
_COLOURS = re.compile(rb"\x1b\[[0-9;]*m")


class Journal:
    """The journal of one run: opened before anything is calculated, written when it has ended."""

    def __init__(
        self, path: Path, command: str, parameters: Iterable[Declared], given: Mapping[str, Any]
    ) -> None:
        """Take a run down; raises ``InputFaultsError`` where the log cannot be written.

        So for one that is a case, rate or service-level file, is read or written by the command,
        or holds something else than a log.
        """
        self._path = path
        self._command = command
        self._values = [
            (each, given[each.name]) for each in parameters if given[each.name] not in (None, False)
        ]
        self._refuse()
        self._file = _opened(path)
        self._before = {name: stamp(str(name)) for _, name in self._outputs()}
        self._inputs: dict[str, list[str | None]] = {}
        self._stdin: _Heard | None = None
        for each, names in self._read_files():
            self._inputs[key_of(each)] = [self._read(name) for name in names]
        for each, value in self._of("facts"):
            if any(_is_text(fact) for fact in value):  # no text of a case is taken down
                self._inputs[key_of(each)] = [None]
        for each, value in self._of("words"):
            if not _NO_NAME.fullmatch(value):
                self._inputs[key_of(each)] = [None]
        self._results: list[Result] = []

    def _of(self, *roles: Role) -> list[tuple[Declared, Any]]:
        return [(each, value) for each, value in self._values if each.role in roles]

    def _read_files(self) -> Iterator[tuple[Declared, list[str]]]:
        for each, value in self._of("reads"):
            yield each, value if isinstance(value, list) else [str(value)]

    def _outputs(self) -> list[tuple[Declared, Path]]:
        """Give the files that are written; of a folder of papers the list of them."""
        return [*self._of("writes"), *((each, path / LIST) for each, path in self._of("folder"))]

    def _refuse(self) -> None:
        reads = [name for _, names in self._read_files() for name in names]
        keep_inputs([self._path, *(path for _, path in self._outputs())], reads)
        if self._path.suffix.lower() == ".toml":  # a batch would take it for a case
            raise InputFaultsError([Fault("log.foreign", file=str(self._path))])

    def _read(self, name: str) -> str | None:
        """Give the fingerprint of a file, ``None`` where there is none; a folder is told later."""
        if name == STDIN:
            self._stdin = _Heard(sys.stdin.buffer)
            sys.stdin = io.TextIOWrapper(io.BufferedReader(self._stdin), "utf-8")
            return None
        return file_sha256(Path(name))

    def reads(self, files: Iterable[str]) -> None:
        """Take down the files that the arguments stand for, where those are folders."""
        self._inputs[ARGUMENTS] = [file_sha256(Path(name)) for name in files]

    @contextlib.contextmanager
    def hearing(self) -> Iterator[None]:
        """Hear what a command prints while it runs, and see what it has written once it is done."""
        before = sys.stdout
        printed = _Printed(before.buffer)
        sys.stdout = io.TextIOWrapper(
            printed, before.encoding, before.errors, newline="", write_through=True
        )
        try:
            yield
            sys.stdout.flush()
        finally:
            sys.stdout.detach()  # the stream below stays open
            sys.stdout = before
        self._see(printed)

    def _see(self, printed: "_Printed") -> None:
        from udmaal.verification.log import Result  # noqa: PLC0415 - only with a log

        for each, path in self._outputs():
            if stamp(str(path)) != self._before[path]:
                made = [(path.name, file_sha256(path) or "")]
                if each.role == "folder":
                    made += papers_in(path)
                self._results += (
                    Result(to=each.option, ending=Path(name).suffix, sha256=sha256)
                    for name, sha256 in made
                )
        if printed.any:
            self._results.append(Result(to=STDOUT, sha256=printed.sha256))

    def write_with(self, session: "Session") -> None:
        """Have the line written when the run has ended, with its exit code."""
        at_end(lambda code: self._write(self._entry(session, code)))

    def _entry(self, session: "Session", code: int) -> "Entry":
        from rich.console import Console  # noqa: PLC0415 - only with a log

        from udmaal.verification.log import Entry  # noqa: PLC0415

        shaping = self._of("shapes", "facts", "words")
        options = {key_of(each): _plain(value) for each, value in shaping if value}
        # What a run that was refused never asked for has no fingerprint.
        read = vars(session)
        rates = {"--rates": read["rates"].sha256} if "rates" in read else {}
        with contextlib.suppress(InputFaultsError):
            rates |= {each.option: read_rates(folder).sha256 for each, folder in self._of("rates")}
        rates |= {each.option: levels_sha256([folder]) for each, folder in self._of("levels")}
        if self._stdin is not None:
            for names in self._inputs.values():
                names[:] = [self._stdin.sha256 if name is None else name for name in names]
        return Entry(
            at=started_at(),
            command=self._command,
            program=__version__,
            language=current_language(),
            columns=Console(file=sys.stdout).width,
            options={name: value for name, value in options.items() if name not in self._inputs},
            inputs=self._inputs,
            rates=rates,
            levels=session.levels_sha256 if "municipality_folders" in read else None,
            results=self._results,
            exit=code,
        )

    def _write(self, entry: "Entry") -> None:
        """Add the line in one go, behind those of other processes."""
        try:
            with os.fdopen(self._file, "rb+", buffering=0) as file, _locked(file):
                end = file.seek(0, os.SEEK_END)
                torn = False
                if end:
                    file.seek(end - 1)
                    torn = file.read(1) != b"\n"  # a machine that stopped in the middle of a line
                file.seek(0, os.SEEK_END)
                file.write((b"\n" if torn else b"") + entry.line())
        except OSError as error:
            raise _unwritable(self._path, error) from error


def key_of(declared: Declared) -> str:
    """Give what a parameter is called in a line; all arguments that are files go together."""
    return declared.option or (ARGUMENTS if declared.role == "reads" else declared.name)


def file_sha256(path: Path) -> str | None:
    """Give the fingerprint of a file; ``None`` where there is no plain file to be read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return None


def _opened(path: Path) -> int:
    """Open a log to read and append; raises ``InputFaultsError`` for what is none."""
    try:
        file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | _BINARY, 0o666)
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from error
    head = os.read(file, 4096) if stat.S_ISREG(os.fstat(file).st_mode) else b"\0"
    if head and not _FIRST_LINE.match(head):
        os.close(file)
        raise InputFaultsError([Fault("log.foreign", file=str(path))])
    return file


def _unwritable(path: Path, error: Exception) -> InputFaultsError:
    reason = getattr(error, "strerror", None) or type(error).__name__
    return InputFaultsError([Fault("output.unwritable", values={"reason": reason}, file=str(path))])


@contextlib.contextmanager
def _locked(file: IO[bytes]) -> Iterator[None]:
    """Keep other processes from writing; Windows appends in two steps."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - not everywhere

        far = 1 << 30  # a byte that no log reaches is locked: the lines stay readable
        file.seek(far)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        try:
            yield
        finally:
            file.seek(far)
            msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - not everywhere

        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _is_text(fact: str) -> bool:
    """Tell whether a key is to have a value that is no number, date or word of the case format."""
    from udmaal.case.model import Case  # noqa: PLC0415 - only what-if has facts

    key, _, values = fact.partition("=")
    parts = (word.strip(" \"'") for word in re.split(r"[,/]|\.\.", values))
    words = {word for word in parts if not _NUMBERS.fullmatch(word)}
    choices = re.findall(r"'enum': \[(.*?)\]", str(Case.model_json_schema()) if words else "")
    known = {word for choice in choices for word in re.findall(r"'(\w+)'", choice)}
    return not _KEY.fullmatch(key.strip()) or not words <= known | {"true", "false"}


def _plain(value: Any) -> Any:
    """Give the value of an option as JSON has it; a CPR number is none of its parts."""
    if isinstance(value, bool | int):
        return value
    if isinstance(value, list):
        return [without_cpr(each) for each in value]
    return without_cpr(str(value))


class _Heard(io.RawIOBase):
    """Standard input with a fingerprint of all that was read of it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._sha256 = hashlib.sha256()

    @property
    def sha256(self) -> str:
        return self._sha256.hexdigest()

    def readable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._stream.fileno()

    def readinto(self, buffer: Any) -> int:
        data = self._stream.read(len(buffer))
        self._sha256.update(data)
        buffer[: len(data)] = data
        return len(data)


class _Printed(io.BufferedIOBase):
    """Standard output with a fingerprint of all that was printed, as a pipe would get it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._sha256 = hashlib.sha256()
        self._on_screen = io.BytesIO() if stream.isatty() else None
        self.any = False

    @property
    def sha256(self) -> str:
        """Give the fingerprint; colours and trailing blanks are for a screen alone."""
        if self._on_screen is not None:
            plain = _COLOURS.sub(b"", self._on_screen.getvalue())
            lines = (line.rstrip() for line in plain.split(b"\n"))
            return hashlib.sha256(b"\n".join(lines)).hexdigest()
        return self._sha256.hexdigest()

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._on_screen is not None

    def fileno(self) -> int:
        return self._stream.fileno()

    def write(self, data: Any) -> int:
        self.any = self.any or bool(data)
        if self._on_screen is not None:
            self._on_screen.write(data)
        else:
            self._sha256.update(data)
        self._stream.write(data)
        return len(data)

    def flush(self) -> None:
        self._stream.flush()
