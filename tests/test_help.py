"""Help, the parser's words and completion, in both languages, of every command there is."""

import re
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
from typer.main import get_command

from conftest import udmaal
from udmaal.cli.app import app

_FRAME = {
    "da": ("Brug:", "Valg ─", "[VALG]", "[standard:", "[skal angives]", "Vis denne hjælp."),
    "en": ("Usage:", "Options ─", "[OPTIONS]", "[default:", "[required]", "Show this help."),
}
# Words that stand in the help of one language alone.
_ONLY = {
    "da": "Brug Valg VALG Argumenter Kommandoer KOMMANDO skal Vis Eksempel MAPPE FIL SAG DATO "
    "og til",
    "en": "Usage Options OPTIONS Arguments Commands COMMAND ARGS default required Show Example DIR "
    "FILE CASE DATE bool str int the of and or",
}
_ROOT: Any = get_command(app)


def _commands(command: Any = _ROOT, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    for name, inner in getattr(command, "commands", {}).items():
        yield from _commands(inner, (*path, name))


COMMANDS = list(_commands())


def _help(path: tuple[str, ...], lang: str) -> str:
    ran = udmaal(*path, "--help", env={"UDMAAL_LANG": lang, "COLUMNS": "200"})
    assert (ran.code, ran.err) == (0, "")
    return ran.out


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_help_is_in_one_language_and_has_a_real_example(path: tuple[str, ...], lang: str) -> None:
    text = _help(path, lang)
    for word in (_FRAME[lang][0], _FRAME[lang][1], _FRAME[lang][2], _FRAME[lang][5]):
        assert word in text
    others = _ONLY["en" if lang == "da" else "da"].split()
    assert set(re.findall(r"\w+", text)) & set(others) == set()
    examples = re.findall(r"(?:Eksempel|Example): (udmaal [^\n]*)", text)
    assert examples
    for line in examples:
        for example in line.split(";"):
            _parsed(shlex.split(example)[1:], path)


def _parsed(words: list[str], path: tuple[str, ...]) -> None:
    """Parse a command line as the program does, without running it."""
    assert tuple(words[: len(path)]) == path
    command, context = _ROOT, None
    while True:
        context = command.make_context(words[0] if context else "udmaal", words, parent=context)
        if not hasattr(command, "commands"):
            return
        _, command, words = command.resolve_command(
            context, [*context._protected_args, *context.args]
        )


def test_the_frame_has_all_its_words() -> None:
    for lang, words in _FRAME.items():
        text = _help(("calc",), lang) + _help((), lang)
        for word in words:
            assert word in text


_WRONG = [
    (
        ["calc", "x", "--format", "xml"],
        "xml er ikke en af table, json",
        "xml is none of table, json",
    ),
    (["batch", "x", "--jobs", "0"], "skriv mindst 1", "write at least 1"),
    (["batch", "x", "--jobs", "9999"], "skriv højst 1024", "write at most 1024"),
    (["batch", "x", "--jobs", "a"], "skriv et helt tal", "write a whole number"),
    (["calc", "x", "--date"], "valget --date mangler en værdi", "the option --date lacks a value"),
    (
        ["ledger", "x", "--plot=1"],
        "valget --plot tager ingen værdi",
        "the option --plot takes no value",
    ),
    (["nonsense"], "kommandoen nonsense findes ikke", "there is no command nonsense"),
    (["rates", "nonsense"], "kommandoen nonsense findes ikke", "there is no command nonsense"),
    (["verify", "a", "b", "c"], "for meget: c", "too much: c"),
    (["--rates", "x"], "der mangler en kommando", "a command is missing"),
    (["calc", "x", "-z"], "valget -z findes ikke", "there is no option -z"),
    (["calc"], "SAG... mangler", "CASE... is missing"),
]


@pytest.mark.parametrize(("args", "danish", "english"), _WRONG)
def test_the_parser_speaks_the_language(args: list[str], danish: str, english: str) -> None:
    for lang, words, mend in (("da", danish, "ret: se "), ("en", english, "mend: see ")):
        ran = udmaal(*args, env={"UDMAAL_LANG": lang})
        assert (ran.code, ran.out) == (2, "")
        assert f": {words}" in ran.err
        assert mend in ran.err
