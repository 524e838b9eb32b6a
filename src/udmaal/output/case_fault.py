"""A case at fault among many: what stands in its place, and what is said of it."""

from collections.abc import Iterable
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
    errors = []
    texts = []
    faults = list(faults)
    if len(faults) > _MOST_FAULTS:
        more = {"count": len(faults) - _MOST_FAULTS}
        faults = [*faults[:_MOST_FAULTS], Fault("batch.more", values=more, file=path)]
    for fault in faults:
        what, right = problem(fault, language), mend(fault, language)
        errors.append(
            {
                "code": fault.code,
                "where": fault.where,
                "line": fault.line,
                "column": fault.column,
                "problem": what,
                "mend": right,
            }
        )
        place = ":".join(str(part) for part in (shown(path), fault.line, fault.column) if part)
        texts.append(": ".join(filter(None, (place, fault.where, what))))
    return CaseFault({"format": FORMAT, **named("path", path), "error": errors}, tuple(texts))


def unexpected(error: Exception, path: str) -> Fault:
    """Make a fault of an exception that is none of an input: it stops one case and no other."""
    values = {"message": f"{type(error).__name__}: {error}"}
    return Fault("batch.unexpected", values=values, file=path)
