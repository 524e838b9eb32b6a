"""What a mistyped command or option was meant to be; Danish words for them are known too."""

import difflib
from collections.abc import Iterable
from typing import Any, Final

_NEAR: Final = 0.6

_COMMANDS: Final = {
    "beregn": "calc",
    "udregn": "calc",
    "calculate": "calc",
    "forløb": "ledger",
    "måneder": "ledger",
    "alle": "batch",
    "tjek": "check",
    "kontrol": "check",
    "kontroller": "check",
    "frister": "due",
    "forfald": "due",
    "opfølgning": "due",
    "forklar": "explain",
    "bilag": "report",
    "rapport": "report",
    "annex": "report",
    "hvis": "what-if",
    "whatif": "what-if",
    "satser": "rates",
    "ny": "new",
    "skema": "schema",
    "hjælp": "help",
}
_OPTIONS: Final = {
    "dato": "--date",
    "sprog": "--lang",
    "language": "--lang",
    "satser": "--rates",
    "form": "--format",
    "udfil": "--output",
    "fil": "--output",
    "gem": "--output",
    "out": "--output",
    "fra": "--from",
    "til": "--to",
    "udbetalt": "--paid",
    "betalt": "--paid",
    "forklar": "--explain",
    "tegn": "--plot",
    "forløb": "--ledger",
    "kommune": "--municipality-dir",
    "serviceniveau": "--municipality-dir",
    "mod": "--against",
    "sammenlign": "--against",
    "fortsæt": "--resume",
    "opsummering": "--summary",
    "skabelon": "--template",
    "vælg": "--select",
    "undlad": "--ignore",
    "hjælp": "--help",
    "alt": "--all",
}


def meant_command(word: str, context: Any) -> str | None:
    """Give the command of a group that a word is nearest to."""
    return _meant(word.lower(), _COMMANDS, [*getattr(context.command, "commands", ()), "help"])


def meant_option(word: str, context: Any) -> str | None:
    """Give the option of a command that a word is nearest to."""
    known = [
        name
        for parameter in context.command.get_params(context)
        for name in parameter.opts
        if name.startswith("--")
    ]
    words = {f"--{danish}": option for danish, option in _OPTIONS.items()}
    return _meant(word.lower(), words, known)


def _meant(word: str, words: dict[str, str], known: Iterable[str]) -> str | None:
    known = list(known)
    if words.get(word) in known:
        return words[word]
    # Beginnings first: --outp is --output, though --out is as near to others.
    starts = [name for name in known if len(word) > len("--") and name.startswith(word)]
    near = starts or difflib.get_close_matches(word, known, 1, _NEAR)
    if not near:
        danish = [each for each, name in words.items() if name in known]
        near = [words[each] for each in difflib.get_close_matches(word, danish, 1, _NEAR)]
    return near[0] if near else None
