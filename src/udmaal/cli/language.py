"""The run of a command as a value: its language, and what its environment names."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from udmaal.language import DEFAULT, LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the command line.

    ``began`` is the time on the user's own clock. What is in ``at_end`` is called with the exit
    code.
    """

    language: Language = DEFAULT
    environ: Mapping[str, str] = field(default_factory=dict)
    began: datetime | None = None
    at_end: list[Callable[[int], None]] = field(default_factory=list)


_RUN: ContextVar[Run] = ContextVar("_RUN", default=Run())  # noqa: B039 - a run is frozen


@contextmanager
def run_of(
    args: Sequence[str], environ: Mapping[str, str], began: datetime | None = None
) -> Iterator[Run]:
    """Make the run of a command line the current one for as long as it lasts; it begins now."""
    run = Run(language_of(args, environ), environ, began or _now())
    token = _RUN.set(run)
    try:
        yield run
    finally:
        _RUN.reset(token)


def language_of(args: Sequence[str], environ: Mapping[str, str]) -> Language:
    """Give the language named by ``--lang`` anywhere on the line, by ``UDMAAL_LANG``, or Danish.

    It is known before the options are read: help is written in it too.
    """
    wanted = environ.get("UDMAAL_LANG", DEFAULT)
    for option, value in pairwise([*args, ""]):
        if option == "--":
            break
        if option == "--lang":
            wanted = value
        elif option.startswith("--lang="):
            wanted = option.removeprefix("--lang=")
    return next((language for language in LANGUAGES if language == wanted), DEFAULT)


def _now() -> datetime:
    return datetime.now().astimezone().replace(microsecond=0)


def started_at() -> datetime:
    """Give the time when the current run began, on the user's own clock."""
    return _RUN.get().began or _now()


def at_end(work: Callable[[int], None]) -> None:
    """Have something called with the exit code of the current run."""
    _RUN.get().at_end.append(work)


def environment() -> Mapping[str, str]:
    """Give the environment of the current run."""
    return _RUN.get().environ


def current_language() -> Language:
    """Give the language of the current run."""
    return _RUN.get().language


def say(da: str, en: str) -> str:
    """Choose between a Danish and an English text."""
    return da if current_language() == "da" else en
