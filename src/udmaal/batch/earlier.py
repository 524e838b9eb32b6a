"""Whether an output that is there already was made of the same things as this run."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from udmaal import __version__
from udmaal.api import fingerprint
from udmaal.batch.work import Job
from udmaal.language import Language
from udmaal.law.benefits import kinds_by_id
from udmaal.law.context import Context
from udmaal.municipality import NATIONAL, level_fingerprints
from udmaal.output.document import PROGRAM
from udmaal.rates.read import read_rates
from udmaal.shown import named
from udmaal.text.lines import fixed_label


def identity(job: Job, paths: Iterable[str]) -> dict[str, Any]:
    """Name everything that must be the same when an unfinished run is taken up again."""
    listed = hashlib.sha256()
    for path in paths:
        listed.update(os.fsencode(path) + b"\0")
    return {
        "program": __version__,
        "date": job.on.isoformat(),
        "against": job.against.isoformat() if job.against else None,
        "language": job.language,
        "corrected_ceilings": job.corrected_ceilings,
        "rates": read_rates(job.rates).sha256,
        "against_rates": read_rates(job.against_rates or job.rates).sha256,
        "municipalities": _folders_sha256(job.municipality_folders),
        "paths": listed.hexdigest(),
    }


def _folders_sha256(folders: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.glob("*.toml")):
            digest.update(os.fsencode(path.name) + b"\0" + path.read_bytes())
    return digest.hexdigest()


def differences(job: Job, paths: Iterable[str], lines: Iterable[bytes]) -> set[str]:
    """Name what a complete output was made of otherwise, as far as its lines tell.

    They tell everything but the case files of cases that were done: a line for each path, program,
    dates, rates with service levels, language and ceilings. ``format`` stands for a file that is no
    output at all.
    """
    sides = _sides(job)
    found: set[str] = set()
    for path, line in zip_longest(paths, lines):
        if path is None or line is None:
            return {*found, "paths"}
        try:
            found.update(_of_line(orjson.loads(line), path, job, sides))
        except (ValueError, KeyError, TypeError):
            return {"format"}
    return found


class _Side(NamedTuple):
    """What each document of one side, before or after, must say; the first two by their option."""

    date: tuple[str, str]
    rates: tuple[str, frozenset[str]]
    ceiling: str
    labels: dict[str, str]


def _sides(job: Job) -> tuple[_Side, ...]:
    after = _side(job, ("date", job.on), ("rates", job.rates))
    if not job.compares:
        return (after,)
    before = _side(
        job,
        ("against", job.against or job.on),
        ("against_rates", job.against_rates or job.rates),
    )
    return before, after


def _side(job: Job, day: tuple[str, date], rates: tuple[str, Path | None]) -> _Side:
    book = read_rates(rates[1])
    known = frozenset(
        fingerprint(book, level) for level in ("", *level_fingerprints(job.municipality_folders))
    )
    ceiling = Context(book, NATIONAL, job.corrected_ceilings).ceiling(day[1])
    return _Side(
        (day[0], day[1].isoformat()), (rates[0], known), ceiling.key, _fixed_labels(job.language)
    )


def _fixed_labels(language: Language) -> dict[str, str]:
    """Give the labels, by line id, that are the same in every line."""
    labels = {id_: fixed_label(kinds[0]) for id_, kinds in kinds_by_id().items()}
    return {id_: label.in_(language) for id_, label in labels.items() if label is not None}


def _of_line(value: Any, path: str, job: Job, sides: tuple[_Side, ...]) -> Iterator[str]:
    if "error" in value:
        wanted = named("path", path)
        if {key: value.get(key) for key in wanted} != wanted:
            yield "paths"
        return
    if ("after" in value) != job.compares:
        yield "against"
        return
    documents = (value["before"], value["after"]) if job.compares else (value,)
    for side, document in zip(sides, documents, strict=True):
        if document["program"] != PROGRAM:
            yield "program"
        if document["date"] != side.date[1]:
            yield side.date[0]
        if document["rates_sha256"] not in side.rates[1]:
            yield side.rates[0]
        for line in (line for result in document["results"] for line in result["lines"]):
            if line["label"] != side.labels.get(line["id"], line["label"]):
                yield "language"
            if line["id"] == "ceiling" and line["rates"] != [side.ceiling]:
                yield "corrected_ceilings"
