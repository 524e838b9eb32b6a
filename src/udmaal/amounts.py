"""The amounts of a benefit: a typed value, from which the JSON keys and their schema come."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, ClassVar, NamedTuple, dataclass_transform, get_args, get_type_hints

from udmaal.language import KeyText

Amount = Decimal | str | date | None


class Declared(NamedTuple):
    """What is declared of an amount: its type and its words."""

    type: Any
    words: KeyText


@dataclass_transform(frozen_default=True)
class Amounts:
    """What a benefit gives on a date.

    The annotations of a class are the contract's keys in the contract's order (``from_`` is
    ``from``), each ``Annotated`` with its words: kroner unless they say otherwise, ``None`` where
    there is nothing to say. A type checker sees frozen dataclasses; making those takes half a
    millisecond each, at every start of the program.
    """

    fields_by_key: ClassVar[dict[str, str]] = {}

    def __init_subclass__(cls) -> None:
        cls.fields_by_key = {name.rstrip("_"): name for name in cls.__annotations__}

    def __init__(self, *values: Amount, **named: Amount) -> None:
        names = self.fields_by_key.values()
        given = {**dict(zip(names, values, strict=False)), **named}
        if given.keys() != set(names) or len(values) + len(named) != len(names):
            raise TypeError(f"{type(self).__name__} has {', '.join(names)}")
        self.__dict__.update(given)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.__dict__ == self.__dict__

    def __hash__(self) -> int:
        return hash(tuple(self.__dict__.items()))

    def __repr__(self) -> str:
        given = ", ".join(f"{name}={amount!r}" for name, amount in self.__dict__.items())
        return f"{type(self).__name__}({given})"

    @classmethod
    def all_keys(cls) -> tuple[str, ...]:
        """Give the keys of the contract."""
        return tuple(cls.fields_by_key)

    @classmethod
    @cache
    def declared(cls) -> dict[str, Declared]:
        """Give type and words of each amount by its key."""
        hints = get_type_hints(cls, include_extras=True)
        return {key: Declared(*get_args(hints[name])) for key, name in cls.fields_by_key.items()}

    def items(self) -> Iterator[tuple[str, Amount]]:
        """Give each key with its amount."""
        return ((key, self.__dict__[name]) for key, name in self.fields_by_key.items())

    @classmethod
    @cache
    def words_by_key(cls) -> dict[str, KeyText]:
        """Give the words of the keys, in the contract's order."""
        return {key: each.words for key, each in cls.declared().items()}

    def __getitem__(self, key: str) -> Amount:
        """Give the amount of a key; raises ``KeyError`` where the benefit has no such key."""
        amount: Amount = self.__dict__[self.fields_by_key[key]]
        return amount

    def get(self, key: str) -> Amount:
        """Give the amount of a key; ``None`` where the benefit has no such key."""
        return self[key] if key in self.fields_by_key else None
