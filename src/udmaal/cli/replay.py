"""A run that a journal tells of, made again: nothing of it is written to a file."""

import hashlib
import io
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

from udmaal.cli.declare import Declared
from udmaal.cli.journal import ARGUMENTS, STDOUT, file_sha256, key_of
from udmaal.cli.language import environment
from udmaal.cli.session import LOGGED, Session
from udmaal.faults import InputFaultsError
from udmaal.municipality import levels_sha256
from udmaal.output.write import unwritten
from udmaal.rates.read import read_rates, shipped_folder
from udmaal.verification.log import Entry, Found, Made

Main = Callable[[Sequence[str], dict[str, str], Entry], int]


def found_in(paths: Sequence[str], session: Session) -> Found:
    """Give what lies at some paths, and the rates and service levels of a session.

    Raises ``InputFaultsError`` where the rates of the session cannot be read.
    """
    files: dict[str, str] = {}
    folders: dict[Path, None] = {}
    for path in _files(paths):
        sha256 = file_sha256(path)
        if sha256 is not None:
            files.setdefault(sha256, str(path))
            folders.setdefault(path.parent)
    rates: dict[str, Path | None] = {}
    for folder in folders:
        try:
            rates[read_rates(folder).sha256] = folder
        except InputFaultsError:  # any other folder
            continue
    if session.rates_folder is not None:
        rates[session.rates.sha256] = session.rates_folder
    rates |= {levels_sha256((folder,)): folder for folder in folders}
    rates[read_rates().sha256] = None
    return Found(files, rates, session.levels_sha256)


def _files(paths: Sequence[str]) -> Iterator[Path]:
    for name in paths:
        path = Path(name)
        if path.is_dir():
            yield from sorted(each for each in path.rglob("*") if each.is_file())
        else:
            yield path


def remade(entry: Entry, found: Found, session: Session, main: Main) -> Made | None:
    """Make the result of a line again with the files found; ``None`` for a line of no such command.

    ``main`` runs a command line at the time of the line.
    """
    outputs = _outputs(entry)
    words = _words(entry, outputs, found, session)
    if words is None:
        return None
    kept = io.BytesIO()
    printed = io.TextIOWrapper(kept, "utf-8", newline="", write_through=True)
    environ = {key: each for key, each in environment().items() if not key.startswith("UDMAAL_")}
    with (
        unwritten() as written,
        _columns(entry.columns),
        redirect_stdout(printed),
        redirect_stderr(io.StringIO()),
    ):
        code = main(words, environ, entry)
    made = {
        (option, _sha256(data))
        for name, data in written.items()
        for option, output in outputs.items()
        if Path(name).is_relative_to(output)
    }
    if data := kept.getvalue():
        made.add((STDOUT, _sha256(data)))
    return Made(frozenset(made), code)


def _parameters(entry: Entry) -> dict[str, Declared]:
    return {key_of(each): each for each in LOGGED.get(entry.command, ())}


def _outputs(entry: Entry) -> dict[str, str]:
    """Name files that are never written, by option; the ending says of which kind they are."""
    folders = {name for name, each in _parameters(entry).items() if each.role == "folder"}
    return {
        each.to: f".udmaal{each.to}{'' if each.to in folders else each.ending}"
        for each in entry.results
        if each.to != STDOUT
    }


def _words(
    entry: Entry, outputs: Mapping[str, str], found: Found, session: Session
) -> list[str] | None:
    """Give the command line; only what such a command has is taken from a line, and no path."""
    parameters = _parameters(entry)

    def are(roles: Sequence[str], names: Sequence[str]) -> bool:
        return all(name in parameters and parameters[name].role in roles for name in names)

    others = [name for name in entry.rates if name != "--rates"]
    right = (
        are(("shapes", "facts", "words"), [*entry.options])
        and are(("reads",), [*entry.inputs])
        and are(("writes", "folder"), [*outputs])
        and are(("rates", "levels"), others)
    )
    if not right:
        return None
    words = [entry.command, f"--lang={entry.language}"]
    arguments: list[str] = []
    for name, value in entry.options.items():
        several = value if isinstance(value, list) else [value]
        if parameters[name].option:
            words += [name if each is True else f"{name}={each}" for each in several]
        else:
            arguments += map(str, several)
    for name, sha256 in entry.rates.items():
        folder = found.rates.get(sha256, session.rates_folder)
        if folder is not None or name != "--rates":
            words.append(f"{name}={folder or shipped_folder()}")
    words += [f"--municipality-dir={folder}" for folder in session.named_folders]
    words += [f"{name}={output}" for name, output in outputs.items()]
    read = {name: [found.files[sha] for sha in of if sha] for name, of in entry.inputs.items()}
    files = read.pop(ARGUMENTS, [])
    if arguments and not files:  # nothing else is taken for a file
        return None
    words += [f"{name}={each}" for name, of_option in read.items() for each in of_option]
    return [*words, "--", *files, *arguments]


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@contextmanager
def _columns(columns: int) -> Iterator[None]:
    """Give tables the width they had."""
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = str(columns)
    try:
        yield
    finally:
        if before is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = before
