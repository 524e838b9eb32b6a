"""A fact that is given without questions: ``--set KEY=VALUE`` of its own keys."""

import re
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any

from udmaal.case.model import Case
from udmaal.case.next_decision import decisions_in, former_items, is_carried, with_decision
from udmaal.change.facts import KINDS, Fact, place_of
from udmaal.faults import Fault, InputFaultsError, Path, dotted
from udmaal.reading.validation import check
from udmaal.settings import read_variations

_ITEM = re.compile(r"\s*item\[(\d{1,4})\]")
_LIST_LIKE = re.compile(r'[^"]*(?:,|\.\.)[^"]*')


def given_fact(
    kind: str,
    course: int,
    texts: Sequence[str],
    removed: Iterable[int],
    document: dict[str, Any],
) -> Fact:
    """Read the fact from what was set, for the parsed TOML of a case.

    A decision starts from the items of the last one that go on; ``item[0]`` is the first of that
    decision, the number behind its last one a new item, and ``removed`` are numbers too. Raises
    ``InputFaultsError`` with everything wrong with the settings, each placed at its ``--set``.
    """
    spoken_of = {int(found[1]) for found in map(_ITEM.match, texts) if found}
    place, blank = _blank(kind, course, document, spoken_of)
    only = KINDS[kind].key if KINDS[kind].only else None
    strange = [
        Fault("change.only", (), {"found": text, "key": only or ""}, "--set")
        for text in texts
        if only is not None and text.partition("=")[0].strip() != only
    ]
    if strange or (only is not None and not texts):
        raise InputFaultsError(strange or [Fault("change.nothing", (), {"key": only}, "--set")])
    whole = [f"{dotted(place)}.{_quoted(text.strip())}" for text in texts]
    for variation in read_variations(whole, blank):
        blank = variation.put(blank, variation.values[0])
    missing = [
        replace(fault, file="--set")
        for fault in check(Case, blank).faults
        if fault.path[: len(place)] == place
    ]
    if missing:
        raise InputFaultsError(missing)
    values: Any = blank
    for part in place:
        values = values[part]
    if only is not None:
        return Fact(kind, {only: values[only]}, course)
    if kind == "decision":
        values = {**values, "item": _chosen(values["item"], document, set(removed), spoken_of)}
    return Fact(kind, values, course)


def _quoted(text: str) -> str:
    """Take a value as it is, where ``what-if`` would read a list or a range."""
    key, equals, value = text.partition("=")
    return f'{key}="{value}"' if _LIST_LIKE.fullmatch(value) else f"{key}{equals}{value}"


def _blank(
    kind: str, course: int, document: dict[str, Any], spoken_of: set[int]
) -> tuple[Path, dict[str, Any]]:
    """Give where the fact will stand, and the case with an empty one there."""
    document = deepcopy(document)
    benefit, key, only = KINDS[kind]
    if kind == "decision":
        items = former_items(document)
        items += [{} for number in spoken_of if number >= len(items)]
        place = (benefit, len(decisions_in(document)))
        return place, with_decision(document, {"item": items})
    holder = place_of(kind, document, course)
    if only:
        return holder, document
    table = document[benefit][course]
    if kind == "end":
        table[key] = {}
        return (*holder, key), document
    table[key] = [*table.get(key, []), {}]
    return (*holder, key, len(table[key]) - 1), document


def _chosen(
    items: list[dict[str, Any]], document: dict[str, Any], removed: set[int], spoken_of: set[int]
) -> list[dict[str, Any]]:
    """Leave out what was removed, and one-offs of the last decision that nobody speaks of."""
    unknown = sorted(number for number in removed if number >= len(items))
    if unknown:
        raise InputFaultsError(
            Fault("change.no_item", (), {"number": number}, "--remove") for number in unknown
        )
    former = len(former_items(document))
    return [
        item
        for number, item in enumerate(items)
        if number not in removed and (number >= former or number in spoken_of or is_carried(item))
    ]
