"""The commands and what stands before them."""

from typing import Annotated

import typer

from udmaal.cli import (
    batch,
    calc,
    check,
    explain,
    ledger,
    new,
    rates,
    report,
    schema,
    show_help,
    verify,
    what_if,
)
from udmaal.cli.help import App
from udmaal.cli.language import say
from udmaal.cli.options import LangOption, MunicipalityOption, RatesOption, Shared

app = App(
    name="udmaal",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help=say(
        "Beregner, hvad kommunen skal betale familier med et barn med handicap, linje for linje."
        "\n\nEksempel: udmaal calc sag.toml --date 2026-03-01",
        "Calculates what a municipality pays a family with a disabled child, line by line.\n\n"
        "Example: udmaal calc case.toml --date 2026-03-01",
    ),
)
app.command("calc", help=calc.HELP)(calc.calc)
app.command("ledger", help=ledger.HELP)(ledger.ledger)
app.command("batch", help=batch.HELP)(batch.batch)
app.command("check", help=check.HELP)(check.check)
app.command("explain", help=explain.HELP)(explain.explain)
app.command("report", help=report.HELP)(report.report)
app.command("verify", help=verify.HELP)(verify.verify)
app.command("what-if", help=what_if.HELP)(what_if.what_if)
app.add_typer(rates.app, name="rates")
app.command("new", help=new.HELP)(new.new)
app.command("schema", help=schema.HELP)(schema.schema)
app.command("help", help=show_help.HELP)(show_help.show_help)


def _version(wanted: bool) -> None:
    if wanted:
        from udmaal import __version__  # noqa: PLC0415 - only --version needs both
        from udmaal.rates.read import read_rates  # noqa: PLC0415

        newest = read_rates().files[-1].effective
        typer.echo(f"udmaal {__version__} ({say('satser fra', 'rates of')} {newest})")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    lang: LangOption = None,
    rates: RatesOption = None,
    municipality_dir: MunicipalityOption = None,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_version,
            is_eager=True,
            help=say("Vis version og nyeste satser.", "Show version and newest rates."),
        ),
    ] = False,
) -> None:
    """Keep the options before the command; the language was read from them at the start."""
    del lang, version
    context.obj = Shared(rates, tuple(municipality_dir or ()))
