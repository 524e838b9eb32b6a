"""Commands as they are declared, with words in both languages, and as typer takes them, in one."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, get_origin

import typer

from udmaal.cli.help import ARGUMENTS, OPTIONS, Command, Group
from udmaal.language import Language, Text

F = TypeVar("F", bound=Callable[..., Any])

# What a parameter is to the result of a command: a file that is read or written, a folder that
# papers are written to, one of rates or of service levels, facts in place of the case's own, words
# that may be the case's, or nothing that shapes it; every other shapes it by its value.
Role = Literal["shapes", "reads", "writes", "folder", "rates", "levels", "facts", "words", "aside"]


@dataclass(frozen=True, slots=True)
class _Parameter:
    """An option or argument, to stand in an ``Annotated``."""

    made_by: Callable[..., Any]
    names: tuple[str, ...]
    settings: dict[str, Any]
    choices: tuple[str, ...] = ()
    role: Role = "shapes"

    def in_(self, language: Language) -> Any:
        """Give what typer knows it by."""
        words = {
            name: value.in_(language) if isinstance(value, Text) else value
            for name, value in self.settings.items()
        }
        return self.made_by(*self.names, **words)


def option(
    *names: str,
    help: Text,  # noqa: A002 - typer's word
    choices: tuple[str, ...] = (),
    role: Role = "shapes",
    **settings: Any,
) -> _Parameter:
    """Declare an option; ``settings`` are typer's, any of them may be a text in both languages.

    With ``choices`` it is a text that is one of them, with one by default.
    """
    return _Parameter(typer.Option, names, {"help": help, **settings}, choices, role)


def argument(*, metavar: Text | str, role: Role = "shapes", **settings: Any) -> _Parameter:
    """Declare an argument; ``settings`` are typer's, any may be a text in both languages."""
    return _Parameter(typer.Argument, (), {"metavar": metavar, **settings}, role=role)


@dataclass(frozen=True, slots=True)
class Declared:
    """A parameter of a command: its own name, how a user names it, and its role.

    An argument has no ``option``.
    """

    name: str
    option: str
    role: Role


def parameters_of(function: Callable[..., Any]) -> tuple[Declared, ...]:
    """Give the parameters of a function that are declared as options and arguments."""
    parameters = inspect.signature(function).parameters.values()
    return tuple(
        Declared(each.name, next(iter(said.names), ""), said.role)
        for each in parameters
        if get_origin(each.annotation) is Annotated
        for said in each.annotation.__metadata__
        if isinstance(said, _Parameter)
    )


@dataclass(slots=True)
class Commands:
    """A command that has others, with what was declared of them."""

    help: Text
    _commands: list[tuple[str, Text, Callable[..., Any]]] = field(default_factory=list)
    _groups: dict[str, "Commands"] = field(default_factory=dict)
    _callback: Callable[..., Any] | None = None

    def command(self, name: str, help: Text) -> Callable[[F], F]:  # noqa: A002 - typer's word
        """Add a command."""

        def add(function: F) -> F:
            self._commands.append((name, help, function))
            return function

        return add

    def group(self, name: str, commands: "Commands") -> None:
        """Add a command that has others of its own; it is listed after the plain ones."""
        self._groups[name] = commands

    def callback(self, function: F) -> F:
        """Declare the options that stand before the command."""
        self._callback = function
        return function

    def app(self, language: Language, name: str | None = None) -> typer.Typer:
        """Build the commands in one language."""
        app = typer.Typer(
            name=name,
            cls=Group,
            help=self.help.in_(language),
            no_args_is_help=True,
            pretty_exceptions_enable=False,
            options_metavar=OPTIONS.in_(language),
            subcommand_metavar=ARGUMENTS.in_(language),
        )
        for command, words, function in self._commands:
            app.command(
                command,
                cls=Command,
                help=words.in_(language),
                options_metavar=OPTIONS.in_(language),
            )(_in_language(function, language))
        for group, commands in self._groups.items():
            app.add_typer(commands.app(language), name=group)
        if self._callback is not None:
            app.callback()(_in_language(self._callback, language))
        return app


def _in_language(function: Callable[..., Any], language: Language) -> Callable[..., Any]:
    """Give a function that does the same, with its parameters declared in one language."""

    def spoken(*args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)

    signature = inspect.signature(function)
    parameters = [_parameter(parameter, language) for parameter in signature.parameters.values()]
    spoken.__name__ = function.__name__
    spoken.__doc__ = function.__doc__
    spoken.__annotations__ = {each.name: each.annotation for each in parameters}
    spoken.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    return spoken


def _parameter(parameter: inspect.Parameter, language: Language) -> inspect.Parameter:
    annotation = parameter.annotation
    if get_origin(annotation) is not Annotated:
        return parameter
    (declared,) = annotation.__metadata__
    kind, default = annotation.__origin__, parameter.default
    if declared.choices:
        kind = _choice(declared.choices)
        default = kind(default)
    return parameter.replace(annotation=Annotated[kind, declared.in_(language)], default=default)


@cache
def _choice(names: tuple[str, ...]) -> Any:
    """Give the type that typer reads one of several names as."""
    return StrEnum("Choice", {name: name for name in names})
