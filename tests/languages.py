"""What belongs to a language: its words and its notation, told from all that the program can say.

A word belongs to the language on whose side of the texts it stands far more often than on the
other. What both sides use alike, such as numbers and names, belongs to neither.
"""

import ast
import gc
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from importlib import import_module

import udmaal as program
from conftest import ROOT
from udmaal.cli.change import FACTS
from udmaal.language import LANGUAGES, KeyText, Language, Text
from udmaal.rates.keys import RATE_KEYS
from udmaal.rates.read import RateEntry
from udmaal.text.case_keys import CASE_KEYS
from udmaal.text.faults import FAULTS
from udmaal.text.findings import FINDINGS
from udmaal.text.interview import FACTS as NEW_FACTS
from udmaal.text.map_keys import MAP_KEYS
from udmaal.text.schema_keys import SCHEMA_KEYS
from udmaal.text.terms import TERMS

# Words that look like the other language's, and why they are none of it.
ALLOWED: dict[Language, dict[str, str]] = {
    "da": {
        "to": "the number 2",
        "have": "'at have'",
        "hold": "'at holde'",
        "give": "'at give'",
        "set": "'at se'",
        "rate": "an instalment",
        "sum": "a sum",
        "rest": "a rest",
        "per": "the name of a key, and 'pr.' in full",
        "job": "a job",
        "program": "a program",
        "logo": "a logo",
        "apart": "a value of --family",
        "only": "a value of --family",
        "with": "a value of --family",
        "yyyy": "a year in the number format of a spreadsheet",
        "all": "a template's name",
        "rudersdal": "a municipality",
        "social": "the first part of a compound, 'social- og ældreområdet'",
    },
    "en": {
        "øre": "a hundredth of a krone",
        "barnets": "barnets lov, an act",
        "lov": "barnets lov, an act",
        "stk": "how an act is cited",
        "måned": "a column of a Danish file of what was paid",
        "brutto": "a column of a Danish file of what was paid",
        "ferie": "a column of a Danish file of what was paid",
        "kommune": "a part of the name of a municipality",
        "principafgørelse": "what a decision of principle is cited as",
        "tab": "the tab key",
        "overblik": "the name of a program",
        "en": "the name of the language, --lang en",
        "da": "the name of the language, --lang da",
    },
}
# A word of one language may now and then stand in the other: a borrowed one, or the same letters.
_AT_LEAST = 3

_ADDRESS = r"https?://[^\s<>\"]+"
_FILE = r"[\w./-]+\.(?:toml|jsonl?|csv|html|pdf|svg|png)\b"
_FINGERPRINT = r"\b[0-9a-f]{16,}\b"
_NEVER_WORDS = re.compile(f"{_ADDRESS}|{_FILE}|{_FINGERPRINT}")
# What is written as it stands in a file or on a command line: quoted, set, in brackets, an option.
_CODE = re.compile(
    r"\{[^}]*\}|(?<!\w)--?[a-z][\w-]*|\"[^\"]*\"|`[^`]*`|\([a-z]+\)|\S*[_\[\]=]\S*"
    r"|\b[a-z]+(?:\.[a-z_]+)+\b|(?:Eksempel|Example): .*|\budmaal(?: [a-z-]+)*"
)
_OF_COMMANDS = re.compile(r" --|Eksempel: |UDMAAL_|\w=\w|\w = [\[\"]|\budmaal [a-z]")
_WORD = re.compile(r"[A-Za-zÆØÅæøå]{2,}")
_KEY = re.compile(
    r"\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b|\bDKK\b|\b(?:True|False|None)\b"
    + "".join(rf"|\b{re.escape(key)}\b" for key in RATE_KEYS)
)
# Dates as files have them, and the other language's signs between thousands and before decimals.
_NOTATION = {
    "da": re.compile(
        r"\b\d{4}-\d\d-\d\d\b|\b\d{1,3}(?:,\d{3})+\.\d+\b|(?<!× )\b\d{1,3}(?:,\d{3})+\b(?!,)"
        r"|\b\d{1,3}\.\d\d?\b(?!\.)"
    ),
    "en": re.compile(r"\b\d{1,3}(?:\.\d{3})+,\d+\b|\b\d{1,3}(?:\.\d{3})+\b|\d,\d\d\b"),
}

# What a case file, a rate file or a command line is written with.
KEYS = frozenset(
    word
    for key in (
        *CASE_KEYS, *RATE_KEYS, *RateEntry.model_fields, *SCHEMA_KEYS, *MAP_KEYS, *TERMS, *FACTS,
        *NEW_FACTS,
        "case", "result", "ledger", "rates", "effective", "value",
    )
    for word in re.findall(r"[a-z]+", key)
)  # fmt: skip


def _walk(value: object) -> Iterator[Text]:
    """Give the texts in tables of texts."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, KeyText):
        yield from value
    elif isinstance(value, tuple):
        for part in value:
            yield from _walk(part)


def _said() -> Iterator[Text]:
    """Give what the commands say in one of two texts: their literals."""
    for path in sorted((ROOT / "src" / "udmaal").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
                literals = (
                    "".join(
                        each.value
                        for each in ast.walk(argument)
                        if isinstance(each, ast.Constant) and isinstance(each.value, str)
                    )
                    for argument in node.args
                )
                yield Text(*literals)


def _texts() -> list[Text]:
    """Give every text there is once all modules are loaded, wherever it is kept."""
    for module in pkgutil.walk_packages(program.__path__, "udmaal."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    found = {each for each in gc.get_objects() if isinstance(each, Text)} | set(_said())
    return sorted(each for each in found if each.da != each.en)


TEXTS = _texts()
# Texts for whoever writes a file: a key stands in them where it is what to write.
_OF_FILES = {
    *(text for fault in FAULTS.values() for text in fault),
    *(text for page in FINDINGS.values() for text in (page.why, page.mend, page.wrong, page.right)),
    *(
        text
        for words in (*CASE_KEYS.values(), *SCHEMA_KEYS.values(), *MAP_KEYS.values())
        for text in _walk(words)
    ),
    *_said(),
}


def names_keys(text: Text) -> bool:
    """Tell whether a text may name keys, because it says what to write in a file or a command."""
    return text in _OF_FILES or bool(_OF_COMMANDS.search(text.da))


def words(text: str, *, keys: bool) -> list[str]:
    """Give the words of a text; with ``keys`` without what is written as in a file."""
    text = _NEVER_WORDS.sub(" ", text)
    if keys:
        text = _CODE.sub(" ", text)
    found = [word.lower() for word in _WORD.findall(text)]
    return [word for word in found if not keys or word not in KEYS]


_COUNTS = {
    language: Counter(
        word
        for text in TEXTS
        for word in set(words(_CODE.sub(" ", text.in_(language)), keys=False))
    )
    for language in LANGUAGES
}
_OTHER: dict[Language, Language] = {"da": "en", "en": "da"}
FOREIGN: dict[Language, frozenset[str]] = {
    language: frozenset(
        word
        for word, count in _COUNTS[_OTHER[language]].items()
        if count >= _AT_LEAST * _COUNTS[language][word] and word not in ALLOWED[language]
    )
    for language in LANGUAGES
}


def without_values(template: str) -> str:
    """Give the words of a template without the names of the values that are put in."""
    return re.sub(r"\{[^}]*\}", " ", template)


def foreign(text: str, language: Language, *, keys: bool) -> list[str]:
    """Name the words of the other language in a text."""
    found = words(text, keys=keys)
    danish = (
        {word for word in found if re.search("[æøå]", word)} - ALLOWED["en"].keys()
        if language == "en"
        else set()
    )
    return sorted((set(found) & FOREIGN[language]) | danish)


def bare_keys(text: str) -> list[str]:
    """Name the keys that stand in a text as they are in a file."""
    return sorted(set(_KEY.findall(_NEVER_WORDS.sub(" ", text))))


def other_notation(text: str, language: Language) -> list[str]:
    """Name the dates and numbers written as files or the other language have them."""
    return [found[0] for found in _NOTATION[language].finditer(_NEVER_WORDS.sub(" ", text))]


def visible(html: str) -> str:
    """Give the words of a page: what is read, and what is read aloud."""
    body = re.sub(r"(?s)<(style|script).*?</\1>", " ", html)
    spoken = re.findall(r'(?:aria-label|alt|title)="([^"]*)"', body)
    return unescape(" ".join([re.sub(r"<[^>]+>", " ", body), *spoken]))
