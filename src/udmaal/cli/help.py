"""Help in one language throughout: the frame that typer sets around our own words too."""

from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

from udmaal.cli.language import current_language, say
from udmaal.language import Text

# The options that typer adds, by their names in Python.
_TYPERS_OPTIONS = {
    "help": Text("Vis denne hjælp.", "Show this help."),
    "install_completion": Text(
        "Indstil din skal (bash, zsh, fish, PowerShell) til at fuldføre med tabulator.",
        "Set up your shell (bash, zsh, fish, PowerShell) to complete with the tab key.",
    ),
    "show_completion": Text(
        "Vis det, som --install-completion ville indsætte.",
        "Show what --install-completion would insert.",
    ),
}
OPTIONS: Final = Text("[VALG]", "[OPTIONS]")
ARGUMENTS: Final = Text("KOMMANDO [ARGUMENTER]...", "COMMAND [ARGS]...")


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
                param.help = _TYPERS_OPTIONS[param.name].in_(current_language())
            if param.param_type_name == "argument" or getattr(param, "is_flag", False):
                param.display_type_rich = _no_type
        super().format_help(ctx, formatter)  # type: ignore[misc]


def _no_type(**_: object) -> None:
    """Name no type: an argument is described, and a flag takes no value."""


class Command(_InOneLanguage, TyperCommand):
    """A command whose help is in the language of the run."""


class Group(_InOneLanguage, TyperGroup):
    """A command that has others, whose help is in the language of the run."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Let ``udmaal help calc`` be ``udmaal calc --help``."""
        if args[0] == "help":
            args = [*args[1:], "--help"]
            if len(args) == 1:
                typer.echo(ctx.get_help())
                ctx.exit()
        return super().resolve_command(ctx, args)
