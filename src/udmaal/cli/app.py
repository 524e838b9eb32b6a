"""The commands and what stands before them."""

from functools import cache
from typing import Annotated, Any

import typer
from typer.main import get_command

from udmaal.cli import (
    batch,
    calc,
    change,
    check,
    compare,
    due,
    explain,
    export,
    import_,
    ledger,
    new,
    rates,
    report,
    schema,
    verify,
    what_if,
)
from udmaal.cli.declare import Commands, option
from udmaal.cli.language import current_language, say
from udmaal.cli.options import LangOption, MunicipalityOption, RatesOption
from udmaal.cli.session import Session
from udmaal.language import Language, Text

_COMMANDS = Commands(
    help=Text(
        "Beregner, hvad kommunen skal betale familier med et barn med handicap, linje for linje."
        "\n\nBegynd med udmaal new; udmaal help calc forklarer en kommando."
        "\n\nEksempel: udmaal calc sag.toml --date 2026-03-01",
        "Calculates what a municipality pays a family with a disabled child, line by line.\n\n"
        "Begin with udmaal new; udmaal help calc explains a command.\n\n"
        "Example: udmaal calc case.toml --date 2026-03-01",
    ),
)
# In the order a case worker meets them; a group comes behind the plain ones.
_COMMANDS.command("new", help=new.HELP)(new.new)
_COMMANDS.command("check", help=check.HELP)(check.check)
_COMMANDS.command("calc", help=calc.HELP)(calc.calc)
_COMMANDS.command("compare", help=compare.HELP)(compare.compare)
_COMMANDS.command("what-if", help=what_if.HELP)(what_if.what_if)
_COMMANDS.command("ledger", help=ledger.HELP)(ledger.ledger)
_COMMANDS.command("change", help=change.HELP)(change.change)
_COMMANDS.command("report", help=report.HELP)(report.report)
_COMMANDS.command("verify", help=verify.HELP)(verify.verify)
_COMMANDS.command("due", help=due.HELP)(due.due)
_COMMANDS.command("batch", help=batch.HELP)(batch.batch)
_COMMANDS.command("import", help=import_.HELP)(import_.import_)
_COMMANDS.command("export", help=export.HELP)(export.export)
_COMMANDS.command("explain", help=explain.HELP)(explain.explain)
_COMMANDS.command("schema", help=schema.HELP)(schema.schema)
_COMMANDS.group("rates", rates.COMMANDS)


def _version(wanted: bool) -> None:
    if wanted:
        from udmaal import __version__  # noqa: PLC0415 - only --version needs both
        from udmaal.rates.read import read_rates  # noqa: PLC0415

        newest = read_rates().files[-1].effective
        typer.echo(f"udmaal {__version__} ({say('satser fra', 'rates of')} {newest})")
        raise typer.Exit


@_COMMANDS.callback
def options(
    context: typer.Context,
    lang: LangOption = None,
    rates: RatesOption = None,
    municipality_dir: MunicipalityOption = None,
    version: Annotated[
        bool,
        option(
            "--version",
            callback=_version,
            is_eager=True,
            help=Text("Vis version og nyeste satser.", "Show version and newest rates."),
        ),
    ] = False,
) -> None:
    """Begin the session with the options before the command; the language was read from them."""
    del lang, version
    context.obj = Session(current_language(), rates, tuple(municipality_dir or ()))


@cache
def app_for(language: Language) -> Any:
    """Give all commands with their words in one language, as the option parser takes them."""
    return get_command(_COMMANDS.app(language, "udmaal"))
