"""What was meant by a command or an option that does not exist; Danish words are known too."""

import difflib
from collections.abc import Iterable

from udmaal.cli.language import say

# What a Dane writes for a command or an option, spelled with and without its letters.
_DANISH = {
    "beregn": "calc",
    "regn": "calc",
    "udregn": "calc",
    "beregning": "calc",
    "forløb": "ledger",
    "måneder": "ledger",
    "månedsvis": "ledger",
    "alle": "batch",
    "mange": "batch",
    "kørsel": "batch",
    "kontrol": "check",
    "kontroller": "check",
    "kontrollér": "check",
    "tjek": "check",
    "forklar": "explain",
    "forklaring": "explain",
    "bilag": "report",
    "rapport": "report",
    "efterprøv": "verify",
    "verificer": "verify",
    "verificér": "verify",
    "hvad-hvis": "what-if",
    "satser": "rates",
    "sats": "rates",
    "ny": "new",
    "opret": "new",
    "skema": "schema",
    "hjælp": "help",
    "vis": "show",
    "liste": "list",
    "forskel": "diff",
    "regulér": "regulate",
    "reguler": "regulate",
    "dato": "date",
    "sprog": "lang",
    "udfil": "output",
    "ud": "output",
    "fil": "output",
    "skriv": "output",
    "form": "format",
    "formatet": "format",
    "fra": "from",
    "til": "to",
    "betalt": "paid",
    "udbetalt": "paid",
    "tegn": "plot",
    "tegning": "picture",
    "billede": "picture",
    "vælg": "select",
    "kun": "select",
    "ignorer": "ignore",
    "undtagen": "ignore",
    "streng": "strict",
    "sæt": "set",
    "mod": "against",
    "sammenlign": "against",
    "processer": "jobs",
    "genoptag": "resume",
    "fortsæt": "resume",
    "opsummering": "summary",
    "stille": "quiet",
    "skabelon": "template",
    "kommune": "municipality-dir",
    "serviceniveau": "municipality-dir",
    "rettede-lofter": "corrected-ceilings",
    "overskriv": "force",
    "tving": "force",
}
_PLAIN = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "_": "-"})
_ALIKE = 0.6


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known name that was most likely meant, dashes in front kept; else nothing."""
    names = {name.lstrip("-"): name for name in sorted(known, key=len)}
    bare = word.lstrip("-").partition("=")[0].lower()
    danish = _translated(bare)
    if danish in names:
        return names[danish]
    begun = [name for name in names if len(bare) > 1 and name.startswith(bare)]
    # A slip of the hand swaps letters, which difflib counts as two: the same letters come first.
    same = [name for name in names if sorted(name) == sorted(bare)]
    close = difflib.get_close_matches(bare, names, 1, _ALIKE)
    return next((names[name] for name in (*same, *begun, *close)), "")


def did_you_mean(near: str) -> str:
    """Ask whether that was meant; nothing where nothing is near."""
    return say(f"mente du {near}?", f"did you mean {near}?") if near else ""


def _translated(word: str) -> str:
    """Give the English word for a Danish one, with or without its Danish letters."""
    words = {danish.translate(_PLAIN): english for danish, english in _DANISH.items()}
    plain = word.translate(_PLAIN)
    return words.get(plain, "")
