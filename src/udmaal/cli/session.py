"""What a command works with: the options that all share, declared and read in one place."""

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from udmaal.cli.declare import Declared, parameters_of
from udmaal.cli.language import environment, say
from udmaal.cli.messages import CommandError
from udmaal.cli.options import (
    LangOption,
    LogOption,
    MunicipalityOption,
    RatesOption,
    day_of,
    keep_inputs,
)
from udmaal.language import Language
from udmaal.rates.book import RateBook
from udmaal.rates.read import read_rates

if TYPE_CHECKING:
    from udmaal.cli.journal import Journal

# The parameters of each command that makes a result, by its name: what a journal takes down.
LOGGED: dict[str, tuple[Declared, ...]] = {}


@dataclass(frozen=True)
class Session:
    """The language, rates and service levels of a run; files are read when first asked for, once.

    ``rates_folder`` is the folder of rates the user named, ``None`` for the shipped ones;
    ``named_folders`` are those the user named for service levels. ``journal`` is the one the run is
    taken down in, where the user wants that.
    """

    language: Language
    rates_folder: Path | None = None
    named_folders: tuple[Path, ...] = ()
    journal: "Journal | None" = None

    @cached_property
    def rates(self) -> RateBook:
        """The rates; raises ``InputFaultsError`` for a folder that is no folder of rates."""
        return read_rates(self.rates_folder)

    @cached_property
    def municipality_folders(self) -> tuple[Path, ...]:
        """The folders to look for service levels in, the user's own first.

        Raises ``CommandError`` for one that is not there.
        """
        for folder in self.named_folders:
            if not folder.is_dir():
                raise CommandError(
                    say(f"mappen {folder} findes ikke", f"there is no folder {folder}"),
                    say("ret --municipality-dir", "correct --municipality-dir"),
                )
        from udmaal.municipality import level_folders  # noqa: PLC0415 - help needs no levels

        return level_folders(self.named_folders, self.rates_folder)

    @property
    def levels_sha256(self) -> str:
        """The fingerprint of all service levels there are."""
        from udmaal.municipality import levels_sha256  # noqa: PLC0415 - only with a log

        return levels_sha256(self.municipality_folders)

    def reads(self, files: Iterable[str]) -> None:
        """Say which files the arguments stand for, where those are folders."""
        if self.journal is not None:
            self.journal.reads(files)

    def day(self, text: str | None) -> date:
        """Read a date option; raises ``CommandError`` for no date, or for one without rates."""
        return day_of(text, self.rates)

    def keep_inputs(
        self,
        outputs: Iterable[Path | None],
        files: Iterable[str | Path | None],
        *folders: Path | None,
    ) -> None:
        """Raise ``InputFaultsError`` where an output would replace an input, or another output.

        ``files`` and ``folders`` are what the command reads besides rates and service levels.
        """
        keep_inputs(outputs, files, [self.rates_folder, *self.municipality_folders, *folders])


def with_session(
    *, rates: bool = True, levels: bool = True, log: bool = True
) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Make a function of a session a command, which gives its exit code.

    To its own options come, as the last of the help, those for ``rates`` and for service
    ``levels`` where it works with them, the one for the language, and that for a journal where it
    makes a result that can be made again: ``log``.
    """
    shared: dict[str, Any] = {}
    if rates:
        shared["rates"] = RatesOption
    if levels:
        shared["municipality_dir"] = MunicipalityOption
    if log:
        shared["log"] = LogOption
    shared["lang"] = LangOption

    def decorate(function: Callable[..., int]) -> Callable[..., int]:
        def command(context: typer.Context, **given: Any) -> int:
            said = {name: given.pop(name) for name in shared}
            session = _session(context, **said)
            path = _log(said.get("log")) if log else None
            if path is None:
                return function(session, **given)
            from udmaal.cli.journal import Journal  # noqa: PLC0415 - only with a log

            journal = Journal(path, _name(function), parameters_of(function), given)
            session = replace(session, journal=journal)
            journal.write_with(session)
            with journal.hearing():
                return function(session, **given)

        if log:
            LOGGED[_name(function)] = parameters_of(function)
        _, *parameters = inspect.signature(function).parameters.values()
        kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
        declared = [
            inspect.Parameter("context", kind, annotation=typer.Context),
            *parameters,
            *(
                inspect.Parameter(name, kind, default=None, annotation=annotation)
                for name, annotation in shared.items()
            ),
        ]
        command.__name__ = function.__name__
        command.__doc__ = function.__doc__
        command.__signature__ = inspect.Signature(declared)  # type: ignore[attr-defined]
        return command

    return decorate


def _name(function: Callable[..., int]) -> str:
    """Give the name that a command of a function is called by."""
    return function.__name__.strip("_").replace("_", "-")


def _log(named: Path | None) -> Path | None:
    """Give the journal, if any is wanted."""
    in_environment = environment().get("UDMAAL_LOG")
    return named or (Path(in_environment) if in_environment else None)


def _session(
    context: typer.Context,
    rates: Path | None = None,
    municipality_dir: Iterable[Path] | None = None,
    lang: str | None = None,
    log: Path | None = None,
) -> Session:
    """Put together what stands behind the command, before it, and in the environment."""
    del lang, log  # the language was read from the whole line at the start
    before: Session = context.find_root().obj
    folder = rates or before.rates_folder
    if folder is None and environment().get("UDMAAL_RATES"):
        folder = Path(environment()["UDMAAL_RATES"])
    return replace(
        before,
        rates_folder=folder,
        named_folders=(*(municipality_dir or ()), *before.named_folders),
    )
