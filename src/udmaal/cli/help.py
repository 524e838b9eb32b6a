"""Help in one language throughout: the frame that typer sets around our own words too."""

from collections.abc import Callable
from typing import Any, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

from udmaal.cli.language import say

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = say("[VALG]", "[OPTIONS]")
_COMMANDS = say("KOMMANDO [ARGUMENTER]...", "COMMAND [ARGS]...")
# The options that typer adds, by their names in Python.
_TYPERS_OPTIONS = {
    "help": say("Vis denne hjælp.", "Show this help."),
    "install_completion": say(
        "Indstil din skal (bash, zsh, fish, PowerShell) til at fuldføre med tabulator.",
        "Set up your shell (bash, zsh, fish, PowerShell) to complete with the tab key.",
    ),
    "show_completion": say(
        "Vis det, som --install-completion ville indsætte.",
        "Show what --install-completion would insert.",
    ),
}


class App(typer.Typer):
    """Commands whose help is in the language of the run."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(
            cls=_Group, options_metavar=_OPTIONS, subcommand_metavar=_COMMANDS, **settings
        )

    def command(self, name: str | None = None, **settings: Any) -> Callable[[F], F]:
        """Add a command, as ``typer.Typer.command`` does."""
        return super().command(name, cls=_Command, options_metavar=_OPTIONS, **settings)


class _InOneLanguage:
    """Sets the words of the frame just before help is written; most runs never need them."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, pieces, say("Brug: ", "Usage: "))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from typer import rich_utils  # noqa: PLC0415 - loads rich

        rich_utils.ARGUMENTS_PANEL_TITLE = say("Argumenter", "Arguments")
        rich_utils.OPTIONS_PANEL_TITLE = say("Valg", "Options")
        rich_utils.COMMANDS_PANEL_TITLE = say("Kommandoer", "Commands")
        rich_utils.DEFAULT_STRING = say("[standard: {}]", "[default: {}]")
        rich_utils.REQUIRED_LONG_STRING = say("[skal angives]", "[required]")
        for param in self.get_params(ctx):  # type: ignore[attr-defined]
            if param.name in _TYPERS_OPTIONS:
                param.help = _TYPERS_OPTIONS[param.name]
            if param.param_type_name == "argument" or getattr(param, "is_flag", False):
                param.display_type_rich = _no_type
        super().format_help(ctx, formatter)  # type: ignore[misc]


def _no_type(**_: object) -> None:
    """Name no type: an argument is described, and a flag takes no value."""


class _Command(_InOneLanguage, TyperCommand):
    pass


class _Group(_InOneLanguage, TyperGroup):
    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Let ``udmaal help calc`` be ``udmaal calc --help``."""
        if args[0] == "help":
            args = [*args[1:], "--help"]
            if len(args) == 1:
                typer.echo(ctx.get_help())
                ctx.exit()
        return super().resolve_command(ctx, args)
