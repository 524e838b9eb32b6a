"""Which case files are meant: found folder by folder in a fixed order, never all held."""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from udmaal.faults import Fault, InputFaultsError
from udmaal.reading.source import STDIN

_ENDED_BY_NUL = re.compile(rb"[^\0]+")


class CasePaths:
    """The paths in the order named; of a folder all ``*.toml`` below it, sorted by path.

    They can be gone through several times. Each time folders are read when their turn comes, so
    that no more than the names of one folder and of those above it are in memory.
    """

    def __init__(self, named: Iterable[str], files0_from: str | None = None) -> None:
        """Take the names of files and folders.

        ``files0_from`` names a file (``-``: standard input) of more of them, each ended by a NUL
        byte. Raises ``InputFaultsError`` where that file cannot be read.
        """
        self._named = tuple(named)
        self._listed = _list(files0_from) if files0_from is not None else b""

    def __iter__(self) -> Iterator[str]:
        listed = (os.fsdecode(part[0]) for part in _ENDED_BY_NUL.finditer(self._listed))
        for name in chain(self._named, listed):
            if os.path.isdir(name):  # noqa: PTH112 - quick, and no path makes it raise
                yield from _below(name)
            else:
                yield name


def _below(folder: str) -> Iterator[str]:
    """Give the case files below a folder in the order of their whole paths."""
    levels = [(str(Path(folder, "x"))[:-1], _names(folder))]
    while levels:
        above, names = levels[-1]
        if not names:
            levels.pop()
            continue
        path = above + names.pop()
        if path.endswith(os.sep):
            levels.append((path, _names(path)))
        else:
            yield path


def _names(folder: str) -> list[str]:
    """Give the case files and folders in a folder, the last first; nothing where it is unreadable.

    A folder sorts with the separator behind its name, since so the paths below it go on: ``a-b``,
    ``a.toml``, ``a/``.
    """
    _, folders, names = next(os.walk(folder), ("", [], []))
    names[:] = [name for name in names if name.endswith(".toml")]
    names += [name + os.sep for name in folders if not Path(folder, name).is_symlink()]
    names.sort(reverse=True)
    return names


def _list(files0_from: str) -> bytes:
    try:
        if files0_from == STDIN:
            return sys.stdin.buffer.read()
        return Path(files0_from).read_bytes()
    except OSError as error:
        values = {"reason": error.strerror or type(error).__name__}
        raise InputFaultsError(
            [Fault("file.unreadable", values=values, file=files0_from)]
        ) from error
