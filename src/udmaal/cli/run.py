"""Run the command line: exit codes, and a clear word in place of every traceback."""

import contextlib
import os
import re
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from udmaal.cli.exit_codes import FAULT, INTERRUPTED, USAGE, RefusedError
from udmaal.cli.language import Run, current_language, run_of
from udmaal.cli.messages import CommandError, report_faults, report_problem
from udmaal.faults import InputFaultsError


def run() -> None:
    """Run ``udmaal`` and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    words = sys.argv[1:]
    sys.exit(main(expanded(words) if os.name == "nt" else words, os.environ))


def expanded(words: Sequence[str]) -> list[str]:
    """Put in the home folder, variables and file names meant, which Windows leaves to programs."""
    from glob import glob  # noqa: PLC0415 - Windows alone asks

    named = (os.path.expandvars(os.path.expanduser(word)) for word in words)  # noqa: PTH111
    return [each for word in named for each in (glob(word, recursive=True) or [word])]  # noqa: PTH207


def main(
    args: Sequence[str],
    environ: Mapping[str, str],
    program: str | None = None,
    began: datetime | None = None,
) -> int:
    """Run a command line in this process, on ``sys.stdin``, ``stdout`` and ``stderr``.

    Gives its exit code. ``program`` is the name that usage shows, where it is not the one that
    the process was started by; ``began`` the time it is taken to begin at, in place of now.
    """
    with run_of(args, environ, began) as this_run:
        code = _exit_code(list(args), this_run, program)
        try:
            sys.stdout.flush()
        except OSError:
            code = _reader_gone()
        for work in this_run.at_end:
            try:
                work(code)
            except InputFaultsError as error:
                report_faults(error.faults)
                code = USAGE
        return code


def _exit_code(args: list[str], this_run: Run, program: str | None) -> int:
    from udmaal.cli.app import app_for  # noqa: PLC0415 - Ctrl-C while loading is caught below

    try:
        code = app_for(this_run.language).main(args, program, standalone_mode=False)
    except InputFaultsError as error:
        report_faults(error.faults)
        return error.code if isinstance(error, RefusedError) else USAGE
    except CommandError as error:
        report_problem(error.problem, error.mend)
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        from udmaal.output.write import reader_gone  # noqa: PLC0415 - few runs end like this

        if isinstance(error, OSError) and reader_gone(error):
            return _reader_gone()
        if type(error).__name__ == "Abort":
            return INTERRUPTED
        if type(error).__name__ == "NoArgsIsHelpError":
            return USAGE  # the help is printed already
        if hasattr(error, "format_message"):
            report_problem(*_usage(error))
            return USAGE
        if this_run.environ.get("UDMAAL_DEBUG"):
            raise
        report_problem(*_unexpected(error))
        return FAULT
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # a library in Rust that gave up
            raise
        report_problem(*_unexpected(error))
        return FAULT
    return code if isinstance(code, int) else 0


def _reader_gone() -> int:
    """Leave quietly when the reader of a pipe has gone; nothing more can be written."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _usage(error: Any) -> tuple[str, str]:
    """Put what the option parser found wrong into the user's language."""
    danish = current_language() == "da"
    kind = type(error).__name__
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "udmaal"
    mend = f"se {path} --help" if danish else f"see {path} --help"
    unknown = re.match(r"No such command '(.+?)'", str(getattr(error, "message", "")))
    if context is not None and (unknown or kind == "NoSuchOption"):
        from udmaal.cli.slips import meant_command, meant_option  # noqa: PLC0415 - few runs slip

        if unknown:
            name, near = unknown[1], meant_command(unknown[1], context)
            problem = f"kommandoen {name} findes ikke" if danish else f"there is no command {name}"
        else:
            name, near = error.option_name, meant_option(error.option_name, context)
            problem = f"valget {name} findes ikke" if danish else f"there is no option {name}"
        if near is not None:
            mend = f"mente du {near}?" if danish else f"did you mean {near}?"
        return problem, mend
    name = _parameter_name(getattr(error, "param", None))
    if name and kind == "MissingParameter":
        return (f"{name} mangler" if danish else f"{name} is missing"), mend
    from udmaal.cli.parser_words import parser_words  # noqa: PLC0415 - few runs are used wrongly

    if name and kind == "BadParameter":
        return f"{name}: {parser_words(error.message)}", mend
    return parser_words(error.format_message()), mend


def _parameter_name(parameter: Any) -> str:
    """Give an option as it is written, an argument as the help names it."""
    if parameter is None:
        return ""
    options = [option for option in parameter.opts if option.startswith("-")]
    return options[0] if options else str(getattr(parameter, "metavar", None) or parameter.name)


def _unexpected(error: BaseException) -> tuple[str, str]:
    what = f"{type(error).__name__}: {error}"
    if current_language() == "da":
        return (
            f"programmet gik i stå på noget, det burde have fanget ({what})",
            "meld det med sagsfilen (uden persondata); UDMAAL_DEBUG=1 viser hvor",
        )
    return (
        f"the program stopped at something it should have caught ({what})",
        "report it with the case file (without personal data); UDMAAL_DEBUG=1 shows where",
    )
