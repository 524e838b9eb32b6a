"""Which case files a batch calculates, in a fixed order."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from udmaal.faults import Fault, InputFaultsError
from udmaal.reading.source import STDIN


def case_paths(named: Iterable[str], files0_from: str | None = None) -> list[str]:
    """Give the files in the order named; of a folder all ``*.toml`` below it, sorted by path.

    ``files0_from`` names a file (``-``: standard input) of paths, each ended by a NUL byte. Raises
    ``InputFaultsError`` where that file cannot be read.
    """
    paths: list[str] = []
    for name in (*named, *_listed(files0_from)):
        if Path(name).is_dir():
            paths += sorted(_below(name))
        else:
            paths.append(name)
    return paths


def _below(folder: str) -> Iterator[str]:
    for place, folders, files in os.walk(folder):
        folders.sort()
        for file in files:
            if file.endswith(".toml"):
                yield str(Path(place) / file)


def _listed(files0_from: str | None) -> list[str]:
    if files0_from is None:
        return []
    try:
        is_stdin = files0_from == STDIN
        data = sys.stdin.buffer.read() if is_stdin else Path(files0_from).read_bytes()
    except OSError as error:
        values = {"reason": error.strerror or type(error).__name__}
        raise InputFaultsError(
            [Fault("file.unreadable", values=values, file=files0_from)]
        ) from error
    return [os.fsdecode(part) for part in data.split(b"\0") if part]
