"""A pocket calculator that reads a printed formula: the words a reader sees, nothing behind them.

It knows numbers as either language writes them, ``+ − × / %``, parentheses, and a few phrases:
"the smaller of A and B", "A, at most B", "not below 0", "whole kr.", "to the nearest 100". Any
other word only names the number beside it, and a clause after a comma or a semicolon that is none
of these phrases is a remark. Two numbers with neither a sign nor a phrase between them are no
formula: ``UnreadableError``.
"""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import NamedTuple

from udmaal.language import Language

_ORE = Fraction(1, 100)
# The phrases the calculator knows, by the sign that stands for them.
_PHRASES: dict[Language, dict[str, str]] = {
    "da": {
        "SMALLEST": r"de[nt] mindste af",
        "LARGEST": r"de[nt] største af",
        "MEAN": r"gennemsnit(?:tet)? af",
        "FLOOR": r"(?:dog )?ikke under 0(?![\d.,]*\d)",
        "KRONER": r"(?:(?:af)?rundet til )?hele kr(?:\.|oner)",
        "NEAREST": r"(?:(?:af)?rundet )?til nærmeste",
        "AT_MOST": r"(?:dog )?højst",
        "AT_LEAST": r"(?:dog )?mindst",
        "TOO_FEW": r"for få",
        "FROM": r"fra",
        "AND": r"og",
    },
    "en": {
        "SMALLEST": r"the small(?:er|est) of",
        "LARGEST": r"the larg(?:er|est) of",
        "MEAN": r"the mean of",
        "FLOOR": r"(?:but )?not below 0(?![\d.,]*\d)",
        "KRONER": r"(?:rounded to )?whole kr(?:\.|oner)",
        "NEAREST": r"(?:rounded )?to the nearest",
        "AT_MOST": r"(?:but )?at most",
        "AT_LEAST": r"(?:but )?at least",
        "TOO_FEW": r"too few",
        "FROM": r"from",
        "AND": r"and",
    },
}
_MONTHS: dict[Language, str] = {
    "da": "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december",
    "en": "January|February|March|April|May|June|July|August|September|October|November|December",
}
_NUMBERS: dict[Language, str] = {
    "da": r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?",
    "en": r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?",
}
# A formula that begins so says 0, and what follows is the reason; or it ends so after a colon.
_NOTHING = {"da": r"(?:ingen|intet)\b", "en": r"(?:none|nothing|no)\b"}


class Sentence(NamedTuple):
    """A whole formula that states something of its numbers; ``holds`` asks them and the amount.

    The amount of the line is a ``limit`` that the numbers are held against, or else what is said.
    """

    words: dict[Language, str]
    holds: Callable[..., bool]
    limit: bool = False


_SENTENCES = (
    Sentence(
        {"da": "nået: {}", "en": "reached: {}"},
        lambda amount, number: number >= amount,
        limit=True,
    ),
    Sentence(
        {"da": "ikke nået: {}", "en": "not reached: {}"},
        lambda amount, number: number < amount,
        limit=True,
    ),
    Sentence(
        {"da": "{} er over", "en": "{} is over it"},
        lambda amount, number: number > amount,
        limit=True,
    ),
    Sentence(
        {"da": "{} er ikke over", "en": "{} is not over it"},
        lambda amount, number: number <= amount,
        limit=True,
    ),
    Sentence(
        {"da": "{} døgn er inden for", "en": "{} days are within"},
        lambda amount, number: number <= amount,
        limit=True,
    ),
    Sentence(
        {"da": "sagen afviger: {} døgn", "en": "the case deviates: {} days"},
        lambda amount, number: number > amount,
        limit=True,
    ),
    Sentence(
        {"da": "sagen afviger: {} døgn, .+", "en": "the case deviates: {} days, .+"},
        lambda amount, number: number > amount,
        limit=True,
    ),
    Sentence(
        {"da": "{} er ikke over {}", "en": "{} is not over {}"},
        lambda amount, number, limit: amount == number <= limit,
    ),
    Sentence(
        {"da": "{} er over {}", "en": "{} is over {}"},
        lambda amount, number, limit: amount == number > limit,
    ),
    Sentence(
        {"da": "ikke på listen: {} er ikke over {}", "en": "not on the list: {} is not over {}"},
        lambda amount, number, limit: amount == 0 and number <= limit,
    ),
    Sentence(
        {"da": "{} når ikke {}", "en": "{} does not reach {}"},
        lambda amount, number, threshold: amount == 0 and number < threshold,
    ),
    Sentence(
        {
            "da": "dækkes ikke: løbende {} når ikke {}",
            "en": "not covered: running {} does not reach {}",
        },
        lambda amount, running, threshold: amount == 0 and running < threshold,
    ),
    Sentence(
        {
            "da": "løbende {}: grænsen {} er ikke nået",
            "en": "running {}: threshold {} not reached",
        },
        lambda amount, number, limit: amount == 0 and number < limit,
    ),
    Sentence(
        {"da": "gruppe {} er ikke opfyldt", "en": "group {} is not met"},
        lambda amount, _: amount == 0,
    ),
    Sentence(
        {
            "da": "gruppe {}: {} om måneden, {} til enkeltudgifter",
            "en": "group {}: {} a month, {} for one-offs",
        },
        lambda amount, _, monthly, __: amount == monthly,
    ),
)


class UnreadableError(Exception):
    """A text that a reader with a pocket calculator cannot work out."""


class UntrueError(Exception):
    """A text that contradicts itself, such as "2 × 3 = 7"."""


class Token(NamedTuple):
    """A sign, a phrase, a number (with value and last decimal) or a word of a printed formula."""

    kind: str
    text: str
    value: Fraction = Fraction(0)
    step: Fraction = Fraction(1)


def written(text: str, language: Language) -> Fraction:
    """Read one number as it is written in a language; a minus may stand before it."""
    group, point = (".", ",") if language == "da" else (",", ".")
    sign, digits = (-1, text[1:]) if text[:1] in {"-", "−"} else (1, text)
    if not re.fullmatch(_NUMBERS[language], digits):
        raise UnreadableError(text)
    return sign * Fraction(digits.replace(group, "").replace(point, "."))


def to_step(value: Fraction, step: Fraction | int) -> Fraction:
    """Round to the nearest multiple, half up; below 0 half away from it, as kroner are."""
    size = floor(abs(value) / step + Fraction(1, 2)) * Fraction(step)
    return size if value >= 0 else -size


def mismatch(
    text: str,
    printed: str,
    language: Language,
    *,
    money: bool,
    rates: Sequence[Decimal] = (),
) -> str | None:
    """Say how a printed formula and the printed amount of its line contradict each other.

    ``money`` is rounded to øre; hours and days are not rounded. ``rates`` are those the line
    cites: where the formula finds a row of a table (", from 78"), or holds a number against a
    limit, the amount is one of them. Raises ``UnreadableError``.
    """
    amount = written(printed, language)
    said = _said(text, language)
    if said is not None:
        sentence, numbers = said
        if sentence.limit and rates and amount not in map(Fraction, rates):
            return f"the limit {printed} is none of the rates of the line"
        return None if sentence.holds(amount, *numbers) else f"{text} is not true of {printed}"
    try:
        value = value_of(text, language)
    except UntrueError as untrue:
        return str(untrue)
    if isinstance(value, _Row):
        is_rate = any(to_step(Fraction(rate), _ORE) == amount for rate in rates)
        return None if is_rate else f"{printed} is not the rate of the row from {value.start}"
    rounded = to_step(value, _ORE) if money else value
    return None if rounded == amount else f"{text} gives {float(rounded):.4f}, printed {printed}"


def _said(text: str, language: Language) -> tuple[Sentence, list[Fraction]] | None:
    """Give the sentence that a text is, with its numbers."""
    number = f"(-?{_NUMBERS[language]})"
    for sentence in _SENTENCES:
        words = re.escape(sentence.words[language]).replace(r"\{\}", number)
        words = words.replace(r"\.\+", ".+")  # a reason in the words of the case worker
        if found := re.fullmatch(words, text):
            return sentence, [written(each, language) for each in found.groups()]
    return None


class _Row(NamedTuple):
    """The row of a table that begins at a number: the amount stands in the table."""

    start: Fraction


def value_of(text: str, language: Language) -> "Fraction | _Row":
    """Work a printed formula out; not rounded but where the text says so.

    Raises ``UnreadableError``, and ``UntrueError`` where a "=" in it does not hold.
    """
    if any(re.match(_NOTHING[language], part) for part in (text, text.rpartition(": ")[2])):
        return Fraction(0)
    formula, *_ = _split(_tokens(text, language), ";")
    *before, last = _split(formula, ":")
    reader = _Reader(last, text)
    for part in before:
        if any(token.kind in {"SMALLEST", "LARGEST"} for token in part):
            found = _Reader(part, text).whole()
            first = next((token.value for token in last if token.kind == "NUMBER"), None)
            if found != first:
                raise UntrueError(f"{text}: {found} is not {first}")
    return reader.whole()


def _tokens(text: str, language: Language) -> list[Token]:
    phrases = "|".join(
        rf"(?P<{name}>\b(?:{words})(?!\w))" for name, words in _PHRASES[language].items()
    )
    pattern = re.compile(
        rf"(?P<DATE>\b(?:\d{{1,2}}\.? )?(?:{_MONTHS[language]})(?: \d{{4}})?\b)|{phrases}"
        rf"|(?P<NUMBER>(?<![\w,.])-?{_NUMBERS[language]}(?!\w))|(?P<SIGN>[+−×/%()=:;,])"
        r"|(?P<WORD>[^\W\d](?:[\w-]|[./'](?=[^\W\d]))*\.?)|(?P<OTHER>\S)"
    )
    found = []
    for each in pattern.finditer(text):
        kind = each.lastgroup or ""
        if kind == "NUMBER":
            decimals = each[0].partition("," if language == "da" else ".")[2]
            step = Fraction(1, 10 ** len(decimals))
            found.append(Token(kind, each[0], written(each[0], language), step))
        elif kind == "SIGN":
            found.append(Token(each[0], each[0]))
        elif kind == "OTHER":
            raise UnreadableError(f"{each[0]!r} in {text}")
        elif kind != "DATE":
            found.append(Token(kind, each[0]))
    return found


def _split(tokens: list[Token], sign: str) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind == sign:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


class _Reader:
    """Reads tokens from left to right; × and / bind before + and −."""

    def __init__(self, tokens: list[Token], text: str) -> None:
        self._tokens = tokens
        self._text = text
        self._at = 0

    def whole(self) -> Fraction | _Row:
        """Read an expression and the clauses after it."""
        value = self._equation()
        while self._at < len(self._tokens):
            if self._taken("NEAREST"):
                value = to_step(value, self._number())
                continue
            if not self._taken(","):
                raise self._unreadable()
            if self._taken("FLOOR"):
                value = max(value, Fraction(0))
            elif self._taken("KRONER"):
                value = to_step(value, 1)
            elif self._taken("AT_MOST"):
                value = min(value, self._equation())
            elif self._taken("AT_LEAST"):
                value = max(value, self._equation())
            elif self._taken("TOO_FEW"):
                value = Fraction(0)
            elif self._next() in {"+", "−"}:
                value = self._more_terms(value)
            elif self._taken("FROM") and self._next() == "NUMBER":
                start = self._number()
                if value < start:
                    raise UntrueError(f"{self._text}: {value} is below {start}")
                return _Row(start)
            elif self._next() != "NEAREST":
                self._pass_over_remark()
        return value

    def _pass_over_remark(self) -> None:
        while self._at < len(self._tokens) and self._next() != ",":
            self._at += 1

    def _equation(self) -> Fraction:
        """Read an expression, and after "=" what it is rounded to øre, or to more decimals."""
        value = self._more_terms(self._product())
        if self._taken("="):
            self._pass_over_words()
            step = self._tokens[self._at].step if self._at < len(self._tokens) else _ORE
            result = self._number()
            if to_step(value, min(step, _ORE)) != result:
                raise UntrueError(f"{self._text}: {float(value):.4f} is not {float(result)}")
            return result
        return value

    def _more_terms(self, value: Fraction) -> Fraction:
        while self._next() in {"+", "−"}:
            sign = 1 if self._tokens[self._at].kind == "+" else -1
            self._at += 1
            value += sign * self._product()
        return value

    def _product(self) -> Fraction:
        value = self._primary()
        while self._next() in {"×", "/"}:
            times = self._tokens[self._at].kind == "×"
            self._at += 1
            other = self._primary()
            value = value * other if times else value / other
        return value

    def _primary(self) -> Fraction:
        self._pass_over_words()
        if self._taken("("):
            value = self._more_terms(self._product())
            if not self._taken(")"):
                raise self._unreadable()
        elif self._taken("SMALLEST"):
            value = min(self._listed())
        elif self._taken("LARGEST"):
            value = max(self._listed())
        elif self._taken("MEAN"):
            listed = self._listed()
            value = sum(listed, Fraction(0)) / len(listed)
        else:
            value = self._number()
        while self._taken("%"):
            value /= 100
        self._pass_over_words()
        return value

    def _listed(self) -> list[Fraction]:
        values = [self._equation()]
        while self._taken(","):
            values.append(self._equation())
        if not self._taken("AND"):
            raise self._unreadable()
        return [*values, self._equation()]

    def _number(self) -> Fraction:
        self._pass_over_words()
        if self._next() != "NUMBER":
            raise self._unreadable()
        value = self._tokens[self._at].value
        self._at += 1
        self._pass_over_words()
        return value

    def _pass_over_words(self) -> None:
        while self._next() == "WORD":
            self._at += 1

    def _next(self) -> str:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else ""

    def _taken(self, kind: str) -> bool:
        taken = self._next() == kind
        self._at += taken
        return taken

    def _unreadable(self) -> UnreadableError:
        left = " ".join(token.text for token in self._tokens[self._at :])
        return UnreadableError(f"{self._text} (at {left!r})")
