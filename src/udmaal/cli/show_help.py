"""``udmaal help``: the help of a command, as ``--help`` after it gives it."""

from typing import Annotated, Any

import typer

from udmaal.cli.language import say
from udmaal.cli.messages import CommandError
from udmaal.cli.near import did_you_mean, nearest
from udmaal.cli.options import LangOption

HELP = say(
    "Vis hjælp til programmet eller til en kommando.\n\nEksempel: udmaal help calc",
    "Show the help of the program or of a command.\n\nExample: udmaal help calc",
)


def show_help(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=say("KOMMANDO", "COMMAND"),
            help=say("F.eks. calc eller rates list.", "Such as calc, or rates list."),
            show_default=False,
        ),
    ] = None,
    lang: LangOption = None,
) -> None:
    """Show the help of a command; raises ``CommandError`` for one that there is not."""
    del lang
    place: Any = context.find_root()
    for word in words or ():
        commands = getattr(place.command, "commands", {})
        command = commands.get(word)
        if command is None:
            near = nearest(word, commands)
            raise CommandError(
                say(f"kommandoen {word} findes ikke", f"there is no command {word}"),
                did_you_mean(near) or say("se udmaal --help", "see udmaal --help"),
            )
        place = type(place)(command, info_name=word, parent=place)
    typer.echo(place.get_help())
