"""What is meant by words: the pages of ``udmaal explain`` that speak of them, the likeliest first.

Capitals and accents do not matter, ``aa`` is ``å`` and ``oe`` is ``ø``; a word is found in any
inflection, at the beginning of a longer one, and at the end of a compound.
"""

import difflib
import re
import unicodedata
from collections.abc import Container
from functools import cache
from typing import Final, NamedTuple

from udmaal.language import LANGUAGES, Language
from udmaal.output.explain import Entry, entries, known_keys
from udmaal.output.laws import resting_on

_WORD = re.compile(r"[^\W_]+")
_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "o", "ð": "d", "ß": "ss"})
_ENDINGS: Final = frozenset(
    {"", "e", "en", "ens", "er", "erne", "ernes", "es", "et", "ets", "ing", "n", "ne", "r",
     "nen", "net", "s", "t"}
)  # fmt: skip
# A shorter word is the beginning of too many others.
_SHORTEST: Final = 3
_SHORTEST_IN_COMPOUND: Final = 4
_SAME, _INFLECTED, _BEGINS, _ENDS = 1.0, 0.9, 0.8, 0.4
# How much it says that a word stands there; what the user reads in counts most.
_TITLE, _KEY, _OTHER_TITLE, _SENTENCE, _WORDS = 4.0, 3.0, 2.0, 1.5, 1.0
_NEAR: Final = 0.6
_NEAR_KEY: Final = 0.5
_MOST_NEAR: Final = 3


def found(query: str, language: Language, keys: Container[str] | None = None) -> list[Entry]:
    """Give what all words of a query are found in, the likeliest first.

    ``keys`` are those that are looked through; with a ``§`` the laws first.
    """
    if keys is None and "§" in query:
        return found(query, language, resting_on()) or found(query.replace("§", " "), language)
    words = _asked(query)
    scored = [
        (score, entry)
        for entry, fields in _index(language)
        if keys is None or entry.key in keys
        if (score := _score(words, fields)) > 0
    ]
    scored.sort(key=lambda each: -each[0])  # equals stay in order
    return [entry for _, entry in scored]


def near(query: str, keys: Container[str] | None = None) -> list[str]:
    """Give the known words and keys that are nearest to a query that nothing is found for."""
    known = [key for key in known_keys() if keys is None or key in keys]
    as_key = difflib.get_close_matches(query, known, _MOST_NEAR, _NEAR_KEY)
    if as_key:
        return as_key
    vocabulary = _vocabulary()
    meant = (
        difflib.get_close_matches(word, vocabulary, _MOST_NEAR, _NEAR) for word in _asked(query)
    )
    return list(dict.fromkeys(vocabulary[word] for words in meant for word in words))[:_MOST_NEAR]


class _Field(NamedTuple):
    """A text as its words, and what it says that one stands there."""

    words: tuple[str, ...]
    weight: float


def _folded(text: str) -> str:
    text = text.casefold().translate(_LETTERS).replace("oe", "o").replace("aa", "a")
    return "".join(
        sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign)
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_folded(text)))


def _asked(query: str) -> tuple[str, ...]:
    """Give the words of a query; little ones count where there are no others."""
    words = _words(query)
    long = tuple(word for word in words if len(word) >= _SHORTEST or not word.isalpha())
    return long or words


@cache
def _index(language: Language) -> tuple[tuple[Entry, tuple[_Field, ...]], ...]:
    other = next(each for each in LANGUAGES if each != language)
    return tuple(
        (
            entry,
            (
                _Field(_words(entry.title.in_(language)), _TITLE if entry.named else _SENTENCE),
                _Field(_words(entry.key), _KEY),
                _Field(_words(entry.title.in_(other)), _OTHER_TITLE if entry.named else _WORDS),
                _Field(_words(entry.words.da) + _words(entry.words.en), _WORDS),
            ),
        )
        for entry in entries()
    )


@cache
def _vocabulary() -> dict[str, str]:
    """Give the words of all titles, folded, as they are written."""
    return {
        _folded(word): word
        for entry in entries()
        for title in entry.title
        for word in _WORD.findall(title)
        if len(word) >= _SHORTEST and word.isalpha()
    }


def _score(words: tuple[str, ...], fields: tuple[_Field, ...]) -> float:
    """Say how likely an entry is meant; 0 where a word is not in it."""
    total = 0.0
    for word in words:
        best = max(_standing(word, field) for field in fields)
        if not best:
            return 0
        total += best
    return total


def _standing(word: str, field: _Field) -> float:
    """Weigh how a word stands in a field: the earlier, the more it says."""
    by_place = (
        _likeness(word, known) * (1 + 1 / (1 + place)) for place, known in enumerate(field.words)
    )
    return field.weight * max(by_place, default=0)


def _likeness(word: str, known: str) -> float:
    if word == known:
        return _SAME
    if _is_inflected(word, known):
        return _INFLECTED
    if word.isdigit():
        return 0
    if known.startswith(word):
        return _BEGINS
    return _ENDS if len(word) >= _SHORTEST_IN_COMPOUND and known.endswith(word) else 0


def _is_inflected(one: str, other: str) -> bool:
    """Tell whether two words are one but for an ending: *loftet* and *lofter*."""
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST:
        return False
    if long.startswith(short) and long.removeprefix(short) in _ENDINGS:
        return True
    pairs = enumerate(zip(short, long, strict=False))
    same = next((place for place, (a, b) in pairs if a != b), len(short))
    return same >= _SHORTEST_IN_COMPOUND and {one[same:], other[same:]} <= _ENDINGS
