"""The answers so far, kept in a plain file beside the case file that they are for.

An answer has no value where it leaves something out:

    [[answer]]
    place = "lost_earnings[0].monthly_wage"
    value = 34250.00
"""

from pathlib import Path as FilePath
from typing import Any, Final

import tomli_w

from udmaal.faults import InputFaultsError, Path, dotted, undotted
from udmaal.interview.questions import Answers
from udmaal.output.write import write
from udmaal.reading.source import parse, read_source

_ANSWER: Final = "answer"


def kept_file(file: FilePath) -> FilePath:
    """Name the file beside a case file that holds the answers until it is written."""
    return file.with_name(f"{file.name}.part")


def keep(answers: Answers, path: FilePath) -> None:
    """Write the answers in their order; raises ``InputFaultsError`` where that fails."""
    kept = [
        {"place": dotted(place), **({} if value is None else {"value": value})}
        for place, value in answers.items()
    ]
    write(tomli_w.dumps({_ANSWER: kept}), path)


def kept_answers(path: FilePath) -> dict[Path, Any]:
    """Read the answers; raises ``InputFaultsError`` for a file that holds none."""
    source = read_source(path)
    try:
        return {undotted(each["place"]): each.get("value") for each in parse(source)[_ANSWER]}
    except (KeyError, TypeError, AttributeError, ValueError):
        raise InputFaultsError([source.fault("kept.form")]) from None
