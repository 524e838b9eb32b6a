"""The kinds of lines, and the lines themselves.

A kind is declared once, beside the rule that makes its lines, and knows all that is asked of a
line: what it is called, by which formulas it comes about, the law behind it on a date, its rule in
words, and the part it plays in what is printed. Nothing here writes a word: the texts are data.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cached_property
from types import ModuleType
from typing import Any, Final, Literal, NamedTuple

from udmaal.citations.source import Law
from udmaal.language import Text
from udmaal.lines.expression import Expression, Operand
from udmaal.money import EXACT, ORE, ZERO, to_ore
from udmaal.rates.book import Rate

Values = Mapping[str, object]
Driver = Literal["regulation", "hours"]

_NO_LINES: Mapping[str, Any] = {}
_NO_INPUTS: Mapping[str, Text] = {}


class Note(NamedTuple):
    """A sentence of the annex about a line; ``if_paid`` where it makes sense of an amount alone."""

    text: Text
    if_paid: bool = False


class Bar(NamedTuple):
    """What a line is in the picture of the annex, from the wage to what is paid.

    ``starts`` names a first bar, of the fact ``starts_from``; ``falls`` what leads down to the
    line, ``takes`` a line that is taken away itself, ``total`` a bar of what is left. An ``aside``
    total stands only where the next one is less.
    """

    starts: Text | None = None
    starts_from: str = ""
    falls: Text | None = None
    takes: Text | None = None
    total: Text | None = None
    aside: bool = False


@dataclass(frozen=True, eq=False)
class Formula:
    """One way a kind of line comes about.

    ``limit`` says in a word or two what it means that this formula decided (for ``what-if``),
    ``note`` in a sentence (for the annex). ``law`` is that of the kind where none is given;
    ``reduces`` marks a step after which the whole loss of the granted hours is not what is paid.
    ``key`` names it in the results of ``what-if``; without, it is that of its kind and its place.
    """

    expression: Expression
    limit: Text | None = None
    note: Note | None = None
    law: Law | None = None
    bar: Bar | None = None
    reduces: bool = False
    key: str = ""

    @cached_property
    def words(self) -> Text:
        """Give the template of the formula in both languages."""
        return self.expression.words

    @cached_property
    def compute(self) -> Callable[[dict[str, Any]], Decimal]:
        """Give what computes the exact amount of the facts."""
        return self.expression.value()

    def __getstate__(self) -> dict[str, Any]:
        """Leave out what is compiled: a breakdown may go to another process."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    def __deepcopy__(self, memo: dict[int, Any]) -> "Formula":
        """Stay itself: it is declared once."""
        return self

    def decided_by(self, values: Mapping[str, Any]) -> Operand | None:
        """Give the one of two amounts that decided, where the formula takes one of two."""
        choice = self.expression.choice()
        return None if choice is None else choice.decided_by(values)

    def undecided(self, values: Mapping[str, Any]) -> str | None:
        """Name the fact that was not taken, where the formula takes one of two."""
        decided, choice = self.decided_by(values), self.expression.choice()
        if decided is None or choice is None or choice.named is None:
            return None
        return next((each.name for each in choice.named if each.name != decided.name), None)


class Kind:
    """A kind of line.

    ``unit`` is ``None`` where each line has its own. ``law`` holds for every formula that has none
    of its own. ``total`` marks lines that answer the question, ``driver`` what changed where such
    lines changed. ``rule`` is the rule in words, in one to three sentences. ``inputs`` names the
    amounts of its formulas that the case file states, so that a spreadsheet can ask for them.
    """

    __slots__ = ("bar", "driver", "formulas", "id", "inputs", "label", "laws", "rounded", "rule",
                 "takes_place_of", "total", "unit")  # fmt: skip
    inputs: dict[str, Text]

    def __init__(
        self,
        id_: str,
        label: Text,
        *formulas: Expression | Formula,
        unit: str | None,
        rule: Text,
        law: Law | tuple[Law, ...] = (),
        total: bool = False,
        driver: Driver | None = None,
        bar: Bar | None = None,
        takes_place_of: tuple["Kind", ...] = (),
        inputs: Mapping[str, Text] = _NO_INPUTS,
        **named: Expression | Formula,
    ) -> None:
        self.id = id_
        self.label = label
        self.unit = unit
        self.rule = rule
        self.laws = law if isinstance(law, tuple) else (law,)
        self.total = total
        self.driver = driver
        self.bar = bar
        self.takes_place_of = takes_place_of
        self.inputs = {k: v for each in takes_place_of for k, v in each.inputs.items()} | dict(
            inputs
        )
        self.rounded = unit is None or unit.startswith("DKK")
        given = {"": formulas[0], **named} if formulas else named
        self.formulas = {name: _with_key(each, id_, name) for name, each in given.items()}

    def __repr__(self) -> str:
        return f"<{self.id}>"

    def __deepcopy__(self, memo: dict[int, Any]) -> "Kind":
        """Stay itself: it is declared once."""
        return self

    def of(
        self,
        on: date,
        by: str = "",
        /,
        *,
        law: Law | None = None,
        also_law: tuple[str, ...] = (),
        unit: str | None = None,
        rates: tuple[Rate, ...] = (),
        holds: tuple["Guard", ...] = (),
        **facts: Any,
    ) -> "Line":
        """Make a line by the formula ``by`` over facts: lines, rates, numbers and texts.

        ``law`` is one of the kind's where it has several, ``also_law`` what is cited besides;
        ``rates`` are those that stand in no fact. ``holds`` is why the formula is this one, where
        that hangs on amounts.
        """
        formula = self.formulas[by]
        made_of: dict[str, Any] | None = {HOLDS: holds} if holds else None
        for name, fact in facts.items():
            type_ = type(fact)
            if type_ is Decimal:
                continue
            if type_ is Line:
                made_of = made_of or {}
                made_of[name] = fact
                facts[name] = fact.amount
            elif type_ is Rate:
                made_of = made_of or {}
                made_of[name] = fact
                rates += (fact,)
                facts[name] = fact.value
            elif type_ is tuple and fact and type(fact[0]) in _LINES:
                made_of = made_of or {}
                made_of[name] = fact
                facts[name] = tuple([each.amount for each in fact])
            elif type_ in _SEVERAL:
                made_of = made_of or {}
                made_of[name] = fact
                facts[name] = fact.amount
        amount = formula.compute(facts)
        cited = (formula.law or law or self.laws[0]).on(on)
        return _new_line(
            Line,
            (
                self,
                formula,
                amount.quantize(ORE, ROUND_HALF_UP, EXACT) if self.rounded else amount,
                unit or self.unit or "",
                facts,
                cited + also_law if also_law else cited,
                rates,
                made_of or _NO_LINES,
            ),
        )

    def floored(self, on: date, /, **facts: Any) -> "Line":
        """Make a line that stops at 0: its floor is printed only where it acts."""
        made = self.of(on, **facts)
        return self.of(on, "floor", **facts) if made.amount.is_signed() else made

    def in_place_of(self, line: "Line") -> "Line":
        """Give a line of this kind that came about as another, which it stands for."""
        return line._replace(kind=self)

    @property
    def all_formulas(self) -> tuple[Formula, ...]:
        """Give every formula that a line of the kind may carry."""
        taken = (each for kind in self.takes_place_of for each in kind.all_formulas)
        return tuple(dict.fromkeys((*self.formulas.values(), *taken)))

    @property
    def all_laws(self) -> tuple[Law, ...]:
        """Give every law that a line of the kind may rest on."""
        own = (each.law for each in self.formulas.values() if each.law is not None)
        taken = (law for kind in self.takes_place_of for law in kind.all_laws)
        return tuple(dict.fromkeys((*self.laws, *own, *taken)))


def _with_key(given: Expression | Formula, id_: str, name: str) -> Formula:
    formula = given if isinstance(given, Formula) else Formula(given)
    if not formula.key:
        object.__setattr__(formula, "key", f"{id_}.{name}" if name else id_)
    return formula


class Line(NamedTuple):
    """One printed line: an amount and how it came about.

    ``amount`` is rounded to øre (hours and days: not rounded) and has the given ``unit``.
    ``values`` stand in label and formula, ``law`` is in force on the date, ``made_of`` are the
    lines and rates behind values of the same names, and under ``HOLDS`` its guards.
    """

    kind: Kind
    formula: Formula
    amount: Decimal
    unit: str
    values: Values
    law: tuple[str, ...]
    rates: tuple[Rate, ...] = ()
    made_of: Mapping[str, Any] = _NO_LINES

    @property
    def id(self) -> str:
        """Give the id of the kind."""
        return self.kind.id

    def number(self, name: str) -> Decimal:
        """Give a value of the formula that is a number; raises ``TypeError`` for another."""
        value = self.values[name]
        if not isinstance(value, Decimal):
            raise TypeError(name)
        return value


class Together(NamedTuple):
    """Several lines that stand in a formula as their sum."""

    lines: tuple[Line, ...]

    @property
    def amount(self) -> Decimal:
        """Give the sum of the amounts."""
        return sum((line.amount for line in self.lines), to_ore(ZERO))


class Lesser(NamedTuple):
    """Two lines of which the smaller one stands in a formula."""

    one: Line
    other: Line

    @property
    def amount(self) -> Decimal:
        """Give the smaller amount."""
        return min(self.one.amount, self.other.amount)


class Portion(NamedTuple):
    """A part of a line; of a line less what another takes off it, in proportion to ``before``."""

    part: Fraction
    line: Line
    less: Line | None = None
    before: Together | None = None

    @property
    def whole_ore(self) -> bool:
        """Tell whether it is a part of whole øre."""
        return self.before is None or len(self.before.lines) == 1


class Portions(NamedTuple):
    """Parts of lines, and a number beside them, that stand in a formula as their sum.

    ``amount`` is the sum as it is written.
    """

    parts: tuple[Portion, ...]
    beside: Fraction
    amount: Decimal


class Guard(NamedTuple):
    """Why a formula was chosen: how amounts compare. With others the case has other lines."""

    left: Line | Together
    sign: Literal["<", "<=", ">", ">=", "=", "<>"]
    right: Line | Rate | Decimal


HOLDS: Final = "holds"
_LINES: Final = (Line, Together, Portions)
_SEVERAL: Final = frozenset({Together, Lesser, Portions})
# The class of a named tuple makes it by a function of Python's: a tenth of a line's time.
_new_line: Final = tuple.__new__


def behind(line: Line, among: Iterable[Line]) -> tuple[Line, ...]:
    """Give those of some lines that a line is made of, however many steps before."""
    return _reached(made_of(line), among, made_of)


def bearing(lines: Iterable[Line], among: Iterable[Line]) -> tuple[Line, ...]:
    """Give those of some lines that decided some others, these included, however many steps before.

    Where the smaller of two was taken, the larger one decided nothing, nor what it is made of.
    """
    return _reached(lines, among, _deciding)


def _deciding(line: Line) -> Iterator[Line]:
    aside = line.formula.undecided(line.values)
    for name, part in line.made_of.items():
        if name not in (aside, HOLDS):
            yield from _lines_in(part)


def _reached(
    lines: Iterable[Line], among: Iterable[Line], lines_of: Callable[[Line], Iterable[Line]]
) -> tuple[Line, ...]:
    found: set[int] = set()
    waiting = list(lines)
    while waiting:
        line = waiting.pop()
        if id(line) not in found:
            found.add(id(line))
            waiting += lines_of(line)
    return tuple(each for each in among if id(each) in found)


def made_of(line: Line, *, with_guards: bool = False) -> Iterator[Line]:
    """Give the lines that a line is directly made of, if wanted those of its guards too."""
    for name, part in line.made_of.items():
        if name != HOLDS or with_guards:
            yield from _lines_in(part)


def _lines_in(part: Any) -> Iterator[Line]:
    if isinstance(part, Line):
        yield part
    elif isinstance(part, tuple) and not isinstance(part, Rate):
        for each in part:
            yield from _lines_in(each)


def declared_in(*modules: ModuleType) -> tuple[Kind, ...]:
    """Give the kinds that modules declare, in the order in which they do."""
    found = (each for module in modules for each in vars(module).values())
    return tuple(dict.fromkeys(each for each in found if isinstance(each, Kind)))
