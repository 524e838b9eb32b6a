"""Help, the parser's words and completion, in both languages, of every command there is."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, udmaal
from udmaal.cli.app import app_for
from udmaal.cli.language import current_language
from udmaal.cli.run import expanded, main

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
_ROOT = app_for("da")


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


_SHARED = ["--rates", "--municipality-dir", "--log", "--lang"]


@pytest.mark.parametrize("path", [path for path in COMMANDS if path], ids=" ".join)
def test_what_commands_share_stands_last_in_the_same_order(path: tuple[str, ...]) -> None:
    command = _ROOT
    for name in path:
        command = command.commands[name]
    options = [name for each in command.params for name in each.opts if name.startswith("--")]
    own = {"--log"} if path == ("verify",) else set()  # the journal it reads
    shared = [name for name in _SHARED if name in options and name not in own]
    assert options[len(options) - len(shared) :] == shared
    assert hasattr(command, "commands") or shared[-1] == "--lang"


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
    (["rates", "diff", "a", "b", "c"], "for meget: c", "too much: c"),
    (["--rates", "x"], "der mangler en kommando", "a command is missing"),
    (["calc", "x", "-z"], "valget -z findes ikke", "there is no option -z"),
    (["calc"], "SAG mangler", "CASE is missing"),
]


@pytest.mark.parametrize(("args", "danish", "english"), _WRONG)
def test_the_parser_speaks_the_language(args: list[str], danish: str, english: str) -> None:
    for lang, words, mend in (("da", danish, "ret: se "), ("en", english, "mend: see ")):
        ran = udmaal(*args, env={"UDMAAL_LANG": lang})
        assert (ran.code, ran.out) == (2, "")
        assert f": {words}" in ran.err
        assert mend in ran.err


def test_the_language_is_of_the_run_and_not_of_the_process(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for words, environ, said in (
        (["clac"], {}, "fejl: "),
        (["clac"], {"UDMAAL_LANG": "en"}, "error: "),
        (["--lang", "da", "clac"], {"UDMAAL_LANG": "en"}, "fejl: "),
        (["clac"], {}, "fejl: "),
    ):
        assert main(words, environ, "udmaal") == 2
        assert capsys.readouterr().err.startswith(said)
    assert current_language() == "da"


# Completion

_CASE = "examples/part-time-22-of-30.toml"
_TWO = "examples/two-parents-over-37.toml"
_COMPLETED = [
    ("udmaal what", ["what-if"]),
    ("udmaal rates re", ["regulate"]),
    ("udmaal calc --format ", ["table", "json", "csv", "markdown", "toml", "xlsx"]),
    ("udmaal verify --format ", ["text", "json"]),
    ("udmaal calc --lang ", ["da", "en"]),
    ("udmaal calc --corr", ["--corrected-ceilings"]),
    ("udmaal rates show atp.from_39_hours.r", ["atp.from_39_hours.recipient"]),
    ("udmaal explain U20", [f"U20{number}" for number in range(1, 6)]),
    ("udmaal explain lost_earnings.ceiling_", ["lost_earnings.ceiling_corrected"]),
    (f"udmaal what-if {_CASE} --set lost_earnings.grant.h", ["lost_earnings.grant.hours"]),
    (f"udmaal what-if {_TWO} --set lost_earnings[1].gr", [
        f"lost_earnings[1].grant[0].{key}"
        for key in ("from", "hours", "until", "by_wish", "transition")
    ]),
    ("udmaal what-if --set leisure.y", ["leisure.year"]),
    ("udmaal what-if none.toml --set leisure.y", ["leisure.year"]),
    ("udmaal what-if pyproject.toml --set leisure.y", ["leisure.year"]),
]  # fmt: skip


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Give a folder with a program of the name that completion is asked for."""
    code = "import sys; sys.argv[0] = 'udmaal'; from udmaal.__main__ import main; main()"
    script = tmp_path / "udmaal"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{code}" "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return tmp_path


def _run(program: Path, *args: str, **env: str) -> str:
    path = f"{program}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        args, capture_output=True, text=True, cwd=ROOT, check=False, timeout=60,
        env={**os.environ, "HOME": str(program), "PATH": path, **env},
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout


_NO_DETECTION = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
_needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")


@_needs_bash
def test_bash_completes_what_was_installed(program: Path) -> None:
    out = _run(program, "udmaal", "--install-completion", "bash", **_NO_DETECTION)
    assert "bash" in out
    installed = program / ".bash_completions" / "udmaal.sh"
    assert str(installed) in (program / ".bashrc").read_text(encoding="utf-8")
    shown = _run(program, "udmaal", "--show-completion", "bash", **_NO_DETECTION)
    assert shown.strip() == installed.read_text(encoding="utf-8").strip()
    for line, completed in _COMPLETED:
        words = line.split(" ")
        quoted = " ".join(map(shlex.quote, words))
        script = (
            f"source '{installed}'; COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; "
            '_udmaal_completion udmaal; printf "%s\\n" "${COMPREPLY[@]}"'
        )
        found = _run(program, "bash", "--norc", "-c", script)
        assert found.split() == completed, line


@pytest.mark.skipif(os.name == "nt", reason="the program of the test is a shell script")
@pytest.mark.parametrize("shell", ["zsh", "fish", "powershell", "pwsh"])
def test_the_other_shells_are_answered(shell: str, program: Path) -> None:
    script = _run(program, "udmaal", "--show-completion", shell, **_NO_DETECTION)
    assert "_UDMAAL_COMPLETE" in script
    assert f"complete_{'powershell' if shell == 'pwsh' else shell}" in script
    for line, completed in _COMPLETED:
        env = {
            "_UDMAAL_COMPLETE": f"complete_{shell}",
            "_TYPER_COMPLETE_ARGS": line,
            "_TYPER_COMPLETE_WORD_TO_COMPLETE": line.split(" ")[-1],
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        }
        found = _run(program, "udmaal", **env)
        for word in completed:
            assert word in found, line


@pytest.mark.parametrize("path", [(), ("rates",)])
def test_a_command_left_out_shows_the_help_and_nothing_else(path: tuple[str, ...]) -> None:
    ran = udmaal(*path)
    assert (ran.code, ran.err) == (2, "")
    assert ran.out.rstrip() == udmaal(*path, "--help").out.rstrip()


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("path", [(), ("calc",), ("rates", "list")], ids=" ".join)
def test_help_is_a_command_too(path: tuple[str, ...], lang: str) -> None:
    ran = udmaal("help", *path, "--lang", lang, env={"COLUMNS": "200"})
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == _help(path, lang)


@pytest.mark.parametrize(
    ("args", "meant"),
    [
        (["clac", "x"], "calc"),
        (["Calc", "x"], "calc"),
        (["beregn", "x"], "calc"),
        (["kontrl", "x"], "check"),
        (["help", "clac"], "calc"),
        (["hjælp"], "help"),
        (["rates", "lst"], "list"),
        (["calc", "x", "--dato", "2026-01-01"], "--date"),
        (["calc", "x", "--dat", "2026-01-01"], "--date"),
        (["calc", "x", "--udfil", "y"], "--output"),
        (["calc", "x", "--outptu", "y"], "--output"),
        (["ledger", "x", "--fra", "2026-01"], "--from"),
        (["--sprog", "en"], "--lang"),
    ],
)
def test_a_slip_is_answered_with_what_was_meant(args: list[str], meant: str) -> None:
    for lang, words in (("da", f"mente du {meant}?"), ("en", f"did you mean {meant}?")):
        ran = udmaal(*args, env={"UDMAAL_LANG": lang})
        assert ran.code == 2
        assert words in ran.err


@pytest.mark.parametrize("args", [["xyzzy"], ["calc", "x", "--xyzzy"]])
def test_what_is_near_nothing_proposes_nothing(args: list[str]) -> None:
    ran = udmaal(*args)
    assert ran.code == 2
    assert "mente du" not in ran.err
    assert "--help" in ran.err


def test_patterns_are_put_in_where_no_shell_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOLDER", "examples")
    words = ["batch", "$FOLDER/compensation-*.toml", "none-*.toml", "--date", "2026-01-01"]
    monkeypatch.chdir(ROOT)
    found = expanded(words)
    assert sorted(found[1:3]) == [f"examples/compensation-group-{group}.toml" for group in (1, 2)]
    assert [found[0], *found[3:]] == ["batch", "none-*.toml", "--date", "2026-01-01"]
