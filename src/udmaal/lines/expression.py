"""The typed steps of a formula: each computes, can be written, and is a spreadsheet formula.

An expression stands over named facts: amounts of earlier lines, rates, and what the case says. From
the one expression come the exact amount, the words with the numbers in them (a template in both
languages, filled by ``udmaal.text``), and a formula over the cells that hold the facts. So what is
printed is what was computed.

Amounts are exact decimals. A quotient is kept as two numbers and divided last, so that 20/37 never
becomes a rounded decimal; a sum of quotients does not occur in the law, which rounds each step.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from operator import itemgetter
from typing import Any, ClassVar

from udmaal.language import Text, same
from udmaal.money import ZERO, exact_product, exact_quotient, to_kroner, to_nearest, to_ore

Facts = dict[str, Any]
Number = Callable[[Facts], Decimal]
Cell = Callable[[str], str]
"""Gives the cells, or the number, that hold a fact."""

_SUM, _PRODUCT, _ATOM = range(3)
_HUNDRED = Decimal(100)


def joined(*parts: Text | str) -> Text:
    """Put texts one after the other, in both languages."""
    texts = [same(part) if isinstance(part, str) else part for part in parts]
    return Text("".join(text.da for text in texts), "".join(text.en for text in texts))


class Expression(ABC):
    """A step; ``+ - * /`` make larger ones.

    ``numerator`` and ``denominator`` give functions of the facts, the latter ``None`` for 1.
    ``binding`` says where the words and the cells need brackets.
    """

    binding: ClassVar[int] = _ATOM

    @property
    @abstractmethod
    def words(self) -> Text:
        """Give the template of the step."""

    @abstractmethod
    def numerator(self) -> Number:
        """Give what computes the step, without its divisor."""

    def denominator(self) -> Number | None:
        """Give what computes the divisor of the step."""
        return None

    @abstractmethod
    def cells(self, cell: Cell) -> str:
        """Give the step as a spreadsheet formula."""

    def factors(self, cell: Cell) -> tuple[list[str], list[str]]:
        """Give what is multiplied and what it is divided by, as spreadsheet formulas.

        A spreadsheet calculates in binary: multiplied first and divided last, as the law is
        calculated here, a half øre stays one.
        """
        made = self.cells(cell)
        return [f"({made})" if self.binding == _SUM else made], []

    def choice(self) -> "Choice | None":
        """Give the step of it that takes one of two amounts, if there is any."""
        return None

    def cuts(self, other: "Expression") -> bool:
        """Tell whether this is the other step, with a change of its number at the end."""
        return False

    def whole(self) -> Number:
        """Give what computes the step; raises ``TypeError`` for an undivided quotient."""
        if self.denominator() is not None:
            raise TypeError(f"not divided yet: {self.words.en}")
        return self.numerator()

    def value(self) -> Number:
        """Give what computes the step exactly, divided last."""
        top, bottom = self.numerator(), self.denominator()
        if bottom is None:
            return top
        return lambda facts: exact_quotient(top(facts), bottom(facts))

    def __add__(self, other: "Expression") -> "Expression":
        return _Sum(self, other, "+")

    def __sub__(self, other: "Expression") -> "Expression":
        return _Sum(self, other, "−")

    def __mul__(self, other: "Expression | int") -> "Expression":
        return _Product(self, _step(other))

    def __truediv__(self, other: "Expression | int") -> "Expression":
        return _Quotient(self, _step(other))

    def say(self, da: str = "", en: str = "", *, before: Text | None = None) -> "Expression":
        """Add words after, or before; they may name facts, and change nothing."""
        return _Said(self, before or same(""), Text(da, en))


def _step(value: "Expression | int") -> Expression:
    return _Constant(value) if isinstance(value, int) else value


def _bracketed(text: Text, *, needed: bool) -> Text:
    return joined("(", text, ")") if needed else text


class _Factors(Expression):
    """A step that is multiplied or divided."""

    binding: ClassVar[int] = _PRODUCT

    @abstractmethod
    def factors(self, cell: Cell) -> tuple[list[str], list[str]]:
        """Give what is multiplied and what it is divided by."""

    def cells(self, cell: Cell) -> str:
        """Multiply first, divide last."""
        tops, bottoms = self.factors(cell)
        return "*".join(tops or ["1"]) + "".join(f"/{bottom}" for bottom in bottoms)


class Operand(Expression):
    """A fact by its name; ``written`` is how ``udmaal.text`` writes it.

    ``limit`` says in a word or two, and ``note`` in a sentence, what it means where this one of
    two amounts decides; ``reduced_note`` replaces the note where other lines made the result less.
    """

    def __init__(
        self,
        name: str,
        written: str,
        limit: Text | None = None,
        note: Text | None = None,
        reduced_note: Text | None = None,
    ) -> None:
        self.name = name
        self.written = written
        self.limit = limit
        self.note = note
        self.reduced_note = reduced_note

    @property
    def words(self) -> Text:
        """Give the placeholder."""
        return same(f"{{{self.name}:{self.written}}}")

    def numerator(self) -> Number:
        """Look the fact up."""
        return itemgetter(self.name)

    def cells(self, cell: Cell) -> str:
        """Give the cell of the fact."""
        return cell(self.name)

    def meaning(
        self, limit: Text | None = None, note: Text | None = None, reduced_note: Text | None = None
    ) -> "Operand":
        """Say what it means where this one of two amounts decides."""
        return type(self)(self.name, self.written, limit, note, reduced_note)


def kr(name: str) -> Operand:
    """Name an amount, written as kroner with øre."""
    return Operand(name, "kr")


def n(name: str) -> Operand:
    """Name a number, written without needless zeros."""
    return Operand(name, "n")


class _Several(Operand):
    """Several amounts or numbers, added."""

    binding: ClassVar[int] = _SUM

    def numerator(self) -> Number:
        """Add them."""
        name = self.name
        return lambda facts: sum(facts[name], ZERO)

    def cells(self, cell: Cell) -> str:
        """Add their cells."""
        return cell(self.name)


def sum_of(name: str) -> Operand:
    """Add the amounts of a list, kroner."""
    return _Several(name, "sum")


def sum_of_numbers(name: str) -> Operand:
    """Add the numbers of a list."""
    return _Several(name, "sum_n")


class Shares(_Several):
    """Days, each whole or with its part as hours of hours: ``(days, hours, of)`` in a list."""

    def numerator(self) -> Number:
        """Give the numerator of the exact sum."""
        return lambda facts: Decimal(self.of(facts).numerator)

    def denominator(self) -> Number:
        """Give the denominator of the exact sum."""
        return lambda facts: Decimal(self.of(facts).denominator)

    def of(self, facts: Facts) -> Fraction:
        """Add the days by their parts, exactly."""
        return sum(
            (
                Fraction(days) if hours is None else days * Fraction(hours) / Fraction(of)
                for days, hours, of in facts[self.name]
            ),
            Fraction(0),
        )


class _Constant(Expression):
    def __init__(self, number: int) -> None:
        self.number = number

    @property
    def words(self) -> Text:
        return same(str(self.number))

    def numerator(self) -> Number:
        number = Decimal(self.number)
        return lambda _: number

    def cells(self, cell: Cell) -> str:
        return str(self.number)


class _Sum(Expression):
    binding: ClassVar[int] = _SUM

    def __init__(self, left: Expression, right: Expression, sign: str) -> None:
        self.left = left
        self.right = right
        self.sign = sign

    @property
    def words(self) -> Text:
        needed = self.right.binding == _SUM and self.sign != "+"
        return joined(
            self.left.words, f" {self.sign} ", _bracketed(self.right.words, needed=needed)
        )

    def numerator(self) -> Number:
        left, right = self.left.whole(), self.right.whole()
        if self.sign == "+":
            return lambda facts: left(facts) + right(facts)
        return lambda facts: left(facts) - right(facts)

    def cells(self, cell: Cell) -> str:
        right = self.right.cells(cell)
        if self.sign == "+":
            return f"{self.left.cells(cell)}+{right}"
        return f"{self.left.cells(cell)}-{f'({right})' if self.right.binding == _SUM else right}"

    def choice(self) -> "Choice | None":
        return self.left.choice() or self.right.choice()


class _Product(_Factors):
    def __init__(self, left: Expression, right: Expression) -> None:
        self.left = left
        self.right = right

    @property
    def words(self) -> Text:
        left, right = (
            _bracketed(each.words, needed=each.binding == _SUM) for each in (self.left, self.right)
        )
        return joined(left, " × ", right)

    def numerator(self) -> Number:
        left, right = self.left.numerator(), self.right.numerator()
        return lambda facts: exact_product(left(facts), right(facts))

    def denominator(self) -> Number | None:
        return _both(self.left.denominator(), self.right.denominator())

    def factors(self, cell: Cell) -> tuple[list[str], list[str]]:
        (tops, bottoms), (others, under) = self.left.factors(cell), self.right.factors(cell)
        return [*tops, *others], [*bottoms, *under]


def _both(one: Number | None, other: Number | None) -> Number | None:
    if one is None or other is None:
        return one or other
    first, second = one, other
    return lambda facts: exact_product(first(facts), second(facts))


class _Quotient(_Factors):
    def __init__(self, left: Expression, right: Expression) -> None:
        self.left = left
        self.right = right

    @property
    def words(self) -> Text:
        left = _bracketed(self.left.words, needed=self.left.binding == _SUM)
        return joined(left, " / ", _bracketed(self.right.words, needed=self.right.binding < _ATOM))

    def numerator(self) -> Number:
        top = _both(self.left.numerator(), self.right.denominator())
        assert top is not None
        return top

    def denominator(self) -> Number | None:
        return _both(self.left.denominator(), self.right.numerator())

    def factors(self, cell: Cell) -> tuple[list[str], list[str]]:
        (tops, bottoms), (others, under) = self.left.factors(cell), self.right.factors(cell)
        return [*tops, *under], [*bottoms, *others]


class _Ratio(_Factors):
    """A part of a whole, written close: ``20/37``."""

    def __init__(self, part: Expression, of: Expression) -> None:
        self.part = part
        self.of = of

    @property
    def words(self) -> Text:
        return joined(self.part.words, "/", self.of.words)

    def numerator(self) -> Number:
        return self.part.whole()

    def denominator(self) -> Number:
        return self.of.whole()

    def factors(self, cell: Cell) -> tuple[list[str], list[str]]:
        return [self.part.cells(cell)], [self.of.cells(cell)]


def ratio(part: Expression | int, of: Expression | int) -> Expression:
    """Give a part of a whole, such as hours of hours; never a rounded decimal."""
    return _Ratio(_step(part), _step(of))


# A year has 52 weeks and 12 months wherever hours a week become hours a month.
WEEKS = 52
MONTHS = 12
WEEKS_A_MONTH = ratio(WEEKS, MONTHS)


class _Percent(_Factors):
    def __init__(self, name: str, *, raised: bool) -> None:
        self.name = name
        self.raised = raised

    @property
    def words(self) -> Text:
        percent = f"{{{self.name}:n}} %"
        return same(f"(1 + {percent})" if self.raised else percent)

    def numerator(self) -> Number:
        name = self.name
        if self.raised:
            return lambda facts: _HUNDRED + facts[name]
        return itemgetter(name)

    def denominator(self) -> Number:
        return lambda _: _HUNDRED

    def factors(self, cell: Cell) -> tuple[list[str], list[str]]:
        percent = cell(self.name)
        return [f"(100+{percent})" if self.raised else percent], ["100"]


def percent(name: str) -> Expression:
    """Give a percentage, to take of an amount."""
    return _Percent(name, raised=False)


def raised_by(name: str) -> Expression:
    """Give the factor that raises an amount by a percentage."""
    return _Percent(name, raised=True)


class Choice(Expression):
    """The smaller of two amounts; where they are alike, the first one decides."""

    binding: ClassVar[int] = _SUM

    def __init__(self, one: Expression, other: Expression, between: tuple[Text, Text]) -> None:
        self.one = one
        self.other = other
        self.between = between

    @property
    def words(self) -> Text:
        """Name both."""
        first, second = self.between
        return joined(first, self.one.words, second, self.other.words)

    def numerator(self) -> Number:
        """Take the smaller one."""
        one, other = self.one.whole(), self.other.whole()
        return lambda facts: min(one(facts), other(facts))

    def cells(self, cell: Cell) -> str:
        """Take the smaller cell."""
        return f"MIN({self.one.cells(cell)},{self.other.cells(cell)})"

    def choice(self) -> "Choice":
        """Give the step itself."""
        return self

    @property
    def named(self) -> tuple[Operand, Operand] | None:
        """Give both amounts, where both are facts by name."""
        one, other = _operand(self.one), _operand(self.other)
        return (one, other) if one and other else None

    def decided_by(self, facts: Mapping[str, Any]) -> Operand | None:
        """Give the fact that decided; ``None`` where they are not facts by name."""
        named = self.named
        if named is None:
            return None
        one, other = named
        return one if facts[one.name] <= facts[other.name] else other


def _operand(step: Expression) -> Operand | None:
    while isinstance(step, _Said):
        step = step.inner
    return step if isinstance(step, Operand) else None


def smaller(one: Expression, other: Expression) -> Expression:
    """Take the smaller of two amounts."""
    return Choice(one, other, (Text("den mindste af ", "the smaller of "), Text(" og ", " and ")))


def at_most(one: Expression, other: Expression) -> Expression:
    """Take an amount, at most another."""
    return Choice(one, other, (same(""), Text(", højst ", ", at most ")))


class _Said(Expression):
    """A step with words around it."""

    def __init__(self, inner: Expression, before: Text, after: Text) -> None:
        self.inner = inner
        self.before = before
        self.after = after

    @property
    def binding(self) -> int:  # type: ignore[override]
        return self.inner.binding

    @property
    def words(self) -> Text:
        return joined(self.before, self.inner.words, self.after)

    def numerator(self) -> Number:
        return self.inner.numerator()

    def denominator(self) -> Number | None:
        return self.inner.denominator()

    def cells(self, cell: Cell) -> str:
        return self.inner.cells(cell)

    def factors(self, cell: Cell) -> tuple[list[str], list[str]]:
        return self.inner.factors(cell)

    def choice(self) -> Choice | None:
        return self.inner.choice()


class _Cut(Expression):
    """A step that changes the number of another, and says so after it."""

    def __init__(
        self, inner: Expression, change: Callable[[Decimal], Decimal], after: Text, function: str
    ) -> None:
        self.inner = inner
        self.change = change
        self.after = after
        self.function = function

    @property
    def binding(self) -> int:  # type: ignore[override]
        return self.inner.binding

    @property
    def words(self) -> Text:
        return joined(self.inner.words, self.after)

    def numerator(self) -> Number:
        inner, change = self.inner.value(), self.change
        return lambda facts: change(inner(facts))

    def cells(self, cell: Cell) -> str:
        return self.function.format(self.inner.cells(cell))

    def cuts(self, other: Expression) -> bool:
        return self.inner is other

    def choice(self) -> Choice | None:
        return self.inner.choice()


def _no_less_than_0(amount: Decimal) -> Decimal:
    return amount if amount > 0 else ZERO


def not_below_0(step: Expression) -> Expression:
    """Stop at 0, and say so."""
    return _Cut(step, _no_less_than_0, Text(", ikke under 0", ", not below 0"), "MAX(0,{})")


def whole_kroner(step: Expression) -> Expression:
    """Round to whole kroner, half up, and say so."""
    return _Cut(step, to_kroner, Text(", hele kr.", ", whole kr."), "ROUND({},0)")


class _Nearest(Expression):
    def __init__(self, amount: Expression, step: Operand) -> None:
        self.amount = amount
        self.step = step

    @property
    def words(self) -> Text:
        return joined(
            self.amount.words, Text(" til nærmeste ", " to the nearest "), self.step.words
        )

    def numerator(self) -> Number:
        amount, step = self.amount.value(), self.step.numerator()
        return lambda facts: to_nearest(amount(facts), step(facts))

    def cells(self, cell: Cell) -> str:
        step = self.step.cells(cell)
        return f"ROUND({self.amount.cells(cell)}/{step},0)*{step}"


def to_the_nearest(amount: Expression, step: Operand) -> Expression:
    """Round to the nearest amount divisible by a step; exactly half rounds up."""
    return _Nearest(amount, step)


class _Shown(Expression):
    """A step whose rounded amount is printed after it, and goes on under a name."""

    def __init__(self, inner: Expression, result: Operand) -> None:
        self.inner = inner
        self.result = result

    @property
    def words(self) -> Text:
        return joined(self.inner.words, " = ", self.result.words)

    def numerator(self) -> Number:
        inner, name = self.inner.value(), self.result.name

        def keep(facts: Facts) -> Decimal:
            facts[name] = found = to_ore(inner(facts))
            return found

        return keep

    def cells(self, cell: Cell) -> str:
        return f"ROUND({self.inner.cells(cell)},2)"


def shown(step: Expression, name: str) -> Expression:
    """Print the amount of a step after it, kroner rounded to øre, and go on with that."""
    return _Shown(step, kr(name))


class _Let(Expression):
    """An amount that is worked out first and then stands in the rest under a name."""

    def __init__(self, name: str, first: Expression, rest: Expression) -> None:
        self.name = name
        self.first = first
        self.rest = rest

    @property
    def words(self) -> Text:
        return joined(self.first.words, ": ", self.rest.words)

    def numerator(self) -> Number:
        first, rest, name = self.first.value(), self.rest.numerator(), self.name

        def keep(facts: Facts) -> Decimal:
            facts[name] = first(facts)
            return rest(facts)

        return keep

    def denominator(self) -> Number | None:
        return self.rest.denominator()

    def cells(self, cell: Cell) -> str:
        def with_first(name: str) -> str:
            return self.first.cells(cell) if name == self.name else cell(name)

        return self.rest.cells(with_first)


def let(name: str, first: Expression, rest: Expression) -> Expression:
    """Work an amount out, and go on with it under a name."""
    return _Let(name, first, rest)


class _Stated(Expression):
    """A fact that is taken as it is, with words that say why."""

    def __init__(self, fact: Operand, because: Text) -> None:
        self.fact = fact
        self.because = because

    @property
    def words(self) -> Text:
        return self.because

    def numerator(self) -> Number:
        return self.fact.numerator()

    def cells(self, cell: Cell) -> str:
        return self.fact.cells(cell)


def stated(name: str, da: str, en: str) -> Expression:
    """Take a fact as it is; the words say why, and may name other facts."""
    return _Stated(kr(name), Text(da, en))


class _IfAny(Expression):
    """A step that gives something only where amounts beside it do; the words do not say so."""

    def __init__(self, amounts: str, inner: Expression) -> None:
        self.amounts = amounts
        self.inner = inner

    @property
    def words(self) -> Text:
        return self.inner.words

    def numerator(self) -> Number:
        return self.inner.numerator()

    def cells(self, cell: Cell) -> str:
        return f"IF({cell(self.amounts)}=0,0,{self.inner.cells(cell)})"


def if_any(amounts: str, step: Expression) -> Expression:
    """Take a step that is asked for only where some of the amounts of a list are above 0."""
    return _IfAny(amounts, step)


class _Nothing(Expression):
    def __init__(self, because: Text) -> None:
        self.because = because

    @property
    def words(self) -> Text:
        return self.because

    def numerator(self) -> Number:
        return lambda _: ZERO

    def cells(self, cell: Cell) -> str:
        return "0"


def nothing(da: str, en: str) -> Expression:
    """Give 0; the words say why."""
    return _Nothing(Text(da, en))
