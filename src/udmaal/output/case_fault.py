"""A case at fault among many: what stands in its place, and what is said of it."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from udmaal.faults import Fault
from udmaal.language import Language
from udmaal.output.document import FORMAT
from udmaal.shown import named, shown
from udmaal.text.faults import mend, problem

# A file that is no case file at all has more faults than anybody reads.
_MOST_FAULTS = 200


class CaseFault(NamedTuple):
    """The document that stands in the place of a case, and a message for each fault."""

    document: dict[str, Any]
    texts: tuple[str, ...]


def case_fault(path: str, faults: Iterable[Fault], language: Language) -> CaseFault:
    """Put the faults of a case into a document and messages, each with its place."""
    faults = list(faults)
    if len(faults) > _MOST_FAULTS:
        more = {"count": len(faults) - _MOST_FAULTS}
        faults = [*faults[:_MOST_FAULTS], Fault("batch.more", values=more, file=path)]
    errors = [
        {
            "code": fault.code,
            "where": fault.where,
            "line": fault.line,
            "column": fault.column,
            "problem": problem(fault, language),
            "mend": mend(fault, language),
        }
        for fault in faults
    ]
    document = {"format": FORMAT, **named("path", path), "error": errors}
    return CaseFault(document, faults_told(errors, path))


def faults_told(errors: Iterable[Mapping[str, Any]], path: str) -> tuple[str, ...]:
    """Give the messages of the ``error`` of a document, each with its place."""
    return tuple(
        ": ".join(filter(None, (_place(each, path), each["where"], each["problem"])))
        for each in errors
    )


def _place(error: Mapping[str, Any], path: str) -> str:
    parts = (shown(path), error["line"], error["column"])
    return ":".join(str(part) for part in parts if part)


def unexpected(error: Exception, path: str) -> Fault:
    """Make a fault of an exception that is none of an input: it stops one case and no other."""
    values = {"message": f"{type(error).__name__}: {error}"}
    return Fault("batch.unexpected", values=values, file=path)
