"""The list of what was made: a line for each case, by which a run that was cut off goes on."""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from udmaal.language import Language, Text
from udmaal.output.csv import csv_rows

LIST = "papers.jsonl"

_COLUMNS = (
    Text("fil", "path"),
    Text("sag", "case_id"),
    Text("forælder", "parent"),
    Text("bilag", "paper"),
    Text("sha256", "sha256"),
    Text("åbne anmærkninger", "open_findings"),
    Text("fejl", "error"),
)


def line_of(document: Mapping[str, Any]) -> bytes:
    """Write a case of the list on one line."""
    return json.dumps(document, ensure_ascii=False).encode() + b"\n"


def earlier(file: Path) -> dict[str, dict[str, Any]]:
    """Give the cases of an earlier list by their path; a torn or strange line is passed over."""
    try:
        lines = file.read_bytes().splitlines()
    except OSError:
        return {}
    found: dict[str, dict[str, Any]] = {}
    for line in lines:
        try:
            document = json.loads(line)
            found[document["path"]] = document
        except (ValueError, KeyError, TypeError):
            continue
    return found


def papers_in(listed: Path) -> Iterator[tuple[str, str]]:
    """Give the names of the papers in a list, each with its fingerprint."""
    for document in earlier(listed).values():
        for paper in document.get("papers", ()):
            yield paper["file"], paper["sha256"]


def still_there(document: Mapping[str, Any], folder: Path, case: Path, made_of: str) -> bool:
    """Tell whether a case of an earlier list and its papers are as they would be made now."""
    try:
        if document.get("made_of") != made_of:
            return False
        if document["case_sha256"] != sha256(case.read_bytes()).hexdigest():
            return False
        return all(
            sha256((folder / paper["file"]).read_bytes()).hexdigest() == paper["sha256"]
            for paper in document["papers"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return False


def csv_of(documents: Iterable[Mapping[str, Any]], language: Language) -> str:
    """Write the list as a table, a row for each paper and for each case at fault."""
    return csv_rows([[each.in_(language) for each in _COLUMNS], *_rows(documents)], language)


def _rows(documents: Iterable[Mapping[str, Any]]) -> Iterator[list[str]]:
    for document in documents:
        for paper in document.get("papers", ()):
            yield [
                document["path"],
                document["case_id"],
                paper["parent"] or "",
                paper["file"],
                paper["sha256"],
                " ".join(paper["findings"]),
                "",
            ]
        if "error" in document:
            problems = "; ".join(error["problem"] for error in document["error"])
            yield [document["path"], "", "", "", "", "", problems]
