"""Whether an output that is there already was made of the same things as this run."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from udmaal import __version__
from udmaal.api import fingerprint
from udmaal.batch.work import Job, Side
from udmaal.language import Language
from udmaal.law.benefits import kinds_by_id
from udmaal.law.context import Context
from udmaal.municipality import NATIONAL, level_fingerprints
from udmaal.output.document import PROGRAM
from udmaal.rates.read import read_rates
from udmaal.settings import json_value
from udmaal.shown import named
from udmaal.text.assumptions import ASSUMPTIONS
from udmaal.text.lines import fixed_label


def identity(job: Job, paths: Iterable[str]) -> dict[str, Any]:
    """Name everything that must be the same when an unfinished run is taken up again."""
    listed = hashlib.sha256()
    for path in paths:
        listed.update(os.fsencode(path) + b"\0")
    return {
        "program": __version__,
        **_of_side(job.after, _AFTER),
        **_of_side(job.before, _BEFORE),
        "redecide": job.redecide and job.redecide.isoformat(),
        "language": job.language,
        "corrected_ceilings": job.corrected_ceilings,
        "brief": job.brief,
        "paths": listed.hexdigest(),
    }


class _Names(NamedTuple):
    """What the parts of a side are called, which are those of the options they come from."""

    date: str
    rates: str
    municipalities: str
    set: str


_AFTER = _Names("date", "rates", "municipalities", "set")
_BEFORE = _Names("against", "against_rates", "against_municipalities", "against_set")


def _of_side(side: Side | None, names: _Names) -> dict[str, Any]:
    if side is None:
        return dict.fromkeys(names)
    return {
        names.date: side.on.isoformat(),
        names.rates: read_rates(side.rates).sha256,
        names.municipalities: _folders_sha256(side.municipality_folders),
        names.set: _set(side),
    }


def _set(side: Side) -> dict[str, Any]:
    return {setting.key: json_value(setting.value) for setting in side.settings}


def _folders_sha256(folders: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.glob("*.toml")):
            digest.update(os.fsencode(path.name) + b"\0" + path.read_bytes())
    return digest.hexdigest()


def differences(job: Job, paths: Iterable[str], lines: Iterable[bytes]) -> set[str]:
    """Name what a complete output was made of otherwise, as far as its lines tell.

    They tell everything but the case files of cases that were done: a line for each path, program,
    dates, rates with service levels, what was set anew, language and ceilings; brief lines tell the
    language by their assumptions alone, and no ceilings. ``format`` stands for a file that is no
    output at all.
    """
    told_by = _told(job)
    found: set[str] = set()
    for path, line in zip_longest(paths, lines):
        if path is None or line is None:
            return {*found, "paths"}
        try:
            found.update(_of_line(orjson.loads(line), path, job, told_by))
        except (ValueError, KeyError, TypeError):
            return {"format"}
    return found


class _Told(NamedTuple):
    """What each document of one side, before or after, must tell."""

    names: _Names
    date: str
    rates: frozenset[str]
    settings: dict[str, Any]
    ceiling: str
    labels: dict[str, str]


def _told(job: Job) -> tuple[_Told, ...]:
    return tuple(
        _told_of(job, side, _BEFORE if side is job.before else _AFTER) for side in job.sides
    )


def _told_of(job: Job, side: Side, names: _Names) -> _Told:
    book = read_rates(side.rates)
    known = frozenset(
        fingerprint(book, level) for level in ("", *level_fingerprints(side.municipality_folders))
    )
    ceiling = Context(book, NATIONAL, job.corrected_ceilings).ceiling(side.on)
    return _Told(
        names, side.on.isoformat(), known, _set(side), ceiling.key, _fixed_labels(job.language)
    )


def _fixed_labels(language: Language) -> dict[str, str]:
    """Give the labels, by line id, that are the same in every line."""
    labels = {id_: fixed_label(kinds[0]) for id_, kinds in kinds_by_id().items()}
    return {id_: label.in_(language) for id_, label in labels.items() if label is not None}


def _of_line(value: Any, path: str, job: Job, told_by: tuple[_Told, ...]) -> Iterator[str]:
    wanted = named("path", path)
    if {key: value.get(key) for key in wanted} != wanted:
        yield "paths"
    if "error" in value:
        return
    if ("after" in value) != job.compares:
        yield "against"
        return
    documents = (value["before"], value["after"]) if job.compares else (value,)
    for told, document in zip(told_by, documents, strict=True):
        if document["program"] != PROGRAM:
            yield "program"
        if document["date"] != told.date:
            yield told.names.date
        if document["rates_sha256"] not in told.rates:
            yield told.names.rates
        if document.get("set", {}) != told.settings:
            yield told.names.set
        yield from _of_results(document, told, job)


def _of_results(document: Any, told: _Told, job: Job) -> Iterator[str]:
    for each in document["assumptions"]:
        if each["text"] != ASSUMPTIONS[each["code"]].in_(job.language):
            yield "language"
    for result in document["results"]:
        if ("lines" not in result) != job.brief:
            yield "brief"
        for line in result.get("lines", ()):
            if line["label"] != told.labels.get(line["id"], line["label"]):
                yield "language"
            if line["id"] == "ceiling" and line["rates"] != [told.ceiling]:
                yield "corrected_ceilings"
