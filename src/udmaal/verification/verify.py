"""Make a stored result again, and say what differs (``udmaal verify``).

Language and corrected ceilings do not stand in a result; both are found by trying, and the pair
that fits best is taken.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any, Literal, NamedTuple

import orjson

from udmaal.api import CaseFile, calculate, make_ledger
from udmaal.faults import Fault, InputFaultsError
from udmaal.language import LANGUAGES, Language
from udmaal.output.document import document
from udmaal.output.write import json_text
from udmaal.rates.book import RateBook
from udmaal.reading.validation import placed
from udmaal.verification.stored_result import Document, StoredResult

Change = Literal["changed", "missing", "extra", "order"]
Layout = Literal["byte_order_mark", "line_ends", "end", "spacing"]

# What a result says about where it comes from; told apart from its content.
ORIGIN = ("program", "case_sha256", "rates_sha256")
# The keys that name an element of a list, so that one line too many does not move all the others.
_NAMES = ("benefit", "parent", "where", "month", "code", "id")


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that differs, at its place in the stored document.

    ``missing`` is not in the stored result, ``extra`` only there. ``owners`` are the documents
    around it, from the outside in: a result and its line.
    """

    path: tuple[str | int, ...]
    change: Change
    stored: object
    now: object
    owners: tuple[Document, ...]

    @property
    def line(self) -> tuple[str | int, ...] | None:
        """Give the place of the line it belongs to, or ``None`` outside the lines."""
        if "lines" not in self.path[:-1]:
            return None
        return self.path[: self.path.index("lines") + 2]


class Origin(NamedTuple):
    """Where a result comes from, stored and now: a version or a fingerprint."""

    stored: str
    now: str

    @property
    def same(self) -> bool:
        """Tell whether nothing changed."""
        return self.stored == self.now


@dataclass(frozen=True, slots=True)
class Verification:
    """A stored result held against the same calculation made now.

    ``layout`` says why the bytes differ where the content does not. ``known`` is the day as of
    which the case had to be taken to give the amounts again, where it was, and ``facts_added`` are
    the places, with their lines, of what is dated after it and was left out.
    """

    stored: StoredResult
    language: Language
    corrected_ceilings: bool
    same_bytes: bool
    layout: tuple[Layout, ...]
    program: Origin
    case: Origin
    rates: Origin
    differences: tuple[Difference, ...]
    known: date | None = None
    facts_added: tuple[Fault, ...] = ()

    @property
    def same_content(self) -> bool:
        """Tell whether every value is the same, also where it comes from."""
        return not self.differences and all(
            origin.same for origin in (self.program, self.case, self.rates)
        )

    @property
    def only_case_changed(self) -> bool:
        """Tell whether the case file is another and every value but the findings is the same.

        So it is where a case only grew by later facts: a file holds the whole history of a case.
        """
        return not self.case.same and self.program.same and self.rates.same and self.same_amounts

    @property
    def same_amounts(self) -> bool:
        """Tell whether every value but the findings is the same."""
        return all(each.path[0] == "findings" for each in self.differences)

    @property
    def lines(self) -> int:
        """Give the number of lines that differ."""
        return len({each.line for each in self.differences if each.line})

    @property
    def first(self) -> Difference | None:
        """Give the first difference: in the lines, where one led to the next, before all others.

        Of the values of a line it is the amount.
        """
        in_lines = [each for each in self.differences if each.line]
        if not in_lines:
            return next(iter(self.differences), None)
        of_first = [each for each in in_lines if each.line == in_lines[0].line]
        return next((each for each in of_first if each.path[-1] == "amount"), of_first[0])


def verify(
    stored: StoredResult,
    case_file: CaseFile,
    rates: RateBook,
    municipality_folders: Sequence[Path | str] = (),
    paid: Path | str | None = None,
) -> Verification:
    """Make a stored result again, for its date or months, and hold both against each other.

    A result of a case as it was known on a day is made of the case as known on it. Another whose
    amounts a grown case no longer gives is made again of the case as it was known on the date of
    the result, of a ledger on its last day. ``paid`` is the file a ledger was compared with. Raises
    ``InputFaultsError`` for a result whose date or months cannot be, and for a case or file that
    the rules refuse.
    """

    def held(asof: date | None, *, said: bool) -> Verification:
        known = case_file.as_known(asof, rates)
        made_of = known if said else replace(known, known=None)
        found = _held(stored, made_of, rates, municipality_folders, paid)
        added = placed([Fault("", path) for path in known.left_out], known.source)
        return replace(found, known=asof, facts_added=() if found.case.same else tuple(added))

    known = stored.known()
    found = held(known, said=True)
    if known is None and not found.case.same and not found.same_amounts:
        # A case that grew by something else than later facts may be refused as it was known.
        with suppress(InputFaultsError):
            earlier = held(stored.last_day(), said=False)
            return earlier if earlier.same_amounts else found
    return found


def _held(
    stored: StoredResult,
    case_file: CaseFile,
    rates: RateBook,
    municipality_folders: Sequence[Path | str],
    paid: Path | str | None,
) -> Verification:
    make = _maker(stored, case_file, rates, municipality_folders, paid)
    fits: list[tuple[int, Language, bool, Document, tuple[Difference, ...]]] = []
    for corrected, language in product((False, True), LANGUAGES):
        now = _named_as(stored, json.loads(json_text(make(language, corrected))))
        found = tuple(_differences(stored.document, now, (), ()))
        fits.append((len(found), language, corrected, now, found))
        if not [each for each in found if each.path[0] not in ORIGIN]:
            break
    _, language, corrected, now, found = min(fits, key=lambda fit: fit[0])
    texts = _texts(stored, now)
    same_bytes = stored.text in texts and not _has_byte_order_mark(stored)
    return Verification(
        stored=stored,
        language=language,
        corrected_ceilings=corrected,
        same_bytes=same_bytes,
        layout=() if same_bytes or found else tuple(_layout(stored, texts)),
        program=Origin(stored.document["program"]["version"], now["program"]["version"]),
        case=Origin(stored.document["case_sha256"], now["case_sha256"]),
        rates=Origin(stored.document["rates_sha256"], now["rates_sha256"]),
        differences=tuple(each for each in found if each.path[0] not in ORIGIN),
    )


def _named_as(stored: StoredResult, now: Document) -> Document:
    """Give a result the path that a line of a batch carries: it is no part of what is proven."""
    known = stored.document
    path: Document = {key: known[key] for key in ("path", "path_bytes") if key in known}
    return {"format": now["format"], **path, **now}


def _maker(
    stored: StoredResult,
    case_file: CaseFile,
    rates: RateBook,
    folders: Sequence[Path | str],
    paid: Path | str | None,
) -> Callable[[Language, bool], Document]:
    """Give what makes the document again in a language, with or without corrected ceilings."""
    if stored.kind == "calc":
        on = stored.day()
        _must_have_rates(stored, rates, "date", on)
        brief = stored.is_brief()

        def calc(language: Language, corrected: bool) -> Document:
            breakdown = calculate(case_file, rates, on, folders, corrected_ceilings=corrected)
            return document(breakdown, language, brief=brief)

        return calc

    from udmaal.comparison.compare import compare  # noqa: PLC0415 - only a ledger has months
    from udmaal.comparison.paid import read_paid  # noqa: PLC0415
    from udmaal.output.ledger_document import ledger_document  # noqa: PLC0415

    first, last = stored.months()
    _must_have_rates(stored, rates, "from", first.first)
    _must_have_rates(stored, rates, "to", last.last)
    explained = stored.explained()
    if paid is None and stored.compares_with_paid():
        raise InputFaultsError([Fault("result.paid", file=stored.file.source.name)])
    paid_file = read_paid(paid) if paid is not None else None

    def ledger(language: Language, corrected: bool) -> Document:
        made = make_ledger(
            case_file,
            rates,
            first,
            last,
            today=last.last,
            municipality_folders=folders,
            corrected_ceilings=corrected,
        )
        if paid_file is not None:
            made = compare(made, paid_file)
        return ledger_document(made, language, explained)

    return ledger


def _must_have_rates(stored: StoredResult, rates: RateBook, key: str, on: date) -> None:
    if not rates.covers(on):
        fault = rates.not_covered(on)
        raise InputFaultsError([replace(fault, path=(key,), file=stored.file.source.name)])


def _texts(stored: StoredResult, now: Document) -> tuple[str, ...]:
    """Give what the program writes for a document: ``calc`` and ``ledger``, then ``batch``."""
    one_line = orjson.dumps(now).decode()
    if stored.file.lines:
        return (one_line,)
    return json_text(stored.whole(now)), f"{one_line}\n"


def _has_byte_order_mark(stored: StoredResult) -> bool:
    source = stored.file.source
    return hashlib.sha256(source.text.encode()).hexdigest() != source.sha256


def _layout(stored: StoredResult, texts: Sequence[str]) -> Iterator[Layout]:
    """Say why the bytes differ though the content does not."""
    if _has_byte_order_mark(stored):
        yield "byte_order_mark"
    if "\r" in stored.text:
        yield "line_ends"
    text = stored.text.replace("\r\n", "\n").removesuffix("\r")
    if text in texts:
        return
    yield "end" if text.rstrip() in {each.rstrip() for each in texts} else "spacing"


def _differences(
    stored: Any, now: Any, path: tuple[str | int, ...], owners: tuple[Document, ...]
) -> Iterator[Difference]:
    """Give every value that differs; types count, and a list's elements are matched by name."""
    if type(stored) is not type(now):
        yield Difference(path, "changed", stored, now, owners)
    elif isinstance(now, dict):
        for key in dict.fromkeys((*now, *stored)):
            at = (*path, key)
            if key not in stored:
                yield Difference(at, "missing", None, now[key], owners)
            elif key not in now:
                yield Difference(at, "extra", stored[key], None, owners)
            else:
                yield from _differences(stored[key], now[key], at, owners)
    elif isinstance(now, list):
        yield from _list_differences(stored, now, path, owners)
    elif stored != now:
        yield Difference(path, "changed", stored, now, owners)


def _list_differences(
    stored: list[Any], now: list[Any], path: tuple[str | int, ...], owners: tuple[Document, ...]
) -> Iterator[Difference]:
    old, new = _by_name(stored), _by_name(now)
    for name, index in new.items():
        element = now[index]
        around = (*owners, element) if isinstance(element, dict) else owners
        if name not in old:
            yield Difference((*path, index), "missing", None, element, around)
        else:
            at = (*path, old[name])
            yield from _differences(stored[old[name]], element, at, around)
    for name, index in old.items():
        if name not in new:
            element = stored[index]
            around = (*owners, element) if isinstance(element, dict) else owners
            yield Difference((*path, index), "extra", element, None, around)
    if [name for name in old if name in new] != [name for name in new if name in old]:
        yield Difference(path, "order", None, None, owners)


def _by_name(elements: list[Any]) -> dict[tuple[object, ...], int]:
    """Give the index of each element by its name and its number among those of that name."""
    found: dict[tuple[object, ...], int] = {}
    counts: dict[tuple[object, ...], int] = {}
    for index, element in enumerate(elements):
        name: tuple[object, ...] = ()
        if isinstance(element, dict):
            name = tuple(key for key in map(element.get, _NAMES) if isinstance(key, str))
        count = counts[name] = counts.get(name, 0) + 1
        found[(*name, count)] = index
    return found
