"""The findings of a case with their places in its file, as ``udmaal check`` reports them."""

from collections.abc import Iterable
from typing import NamedTuple

from udmaal.breakdown import Finding
from udmaal.faults import Fault, undotted
from udmaal.reading.source import Source
from udmaal.reading.validation import placed
from udmaal.shown import without_cpr


class Checked(NamedTuple):
    """A case file and its findings, each with its line and column where it has one.

    ``name`` is that of the file as the system has it; all else is fit to be shown.
    """

    name: str
    case_id: str
    findings: tuple[tuple[Finding, Fault], ...]


def checked(source: Source, case_id: str, findings: Iterable[Finding]) -> Checked:
    """Find the places of the findings in the file."""
    findings = tuple(findings)
    places = placed([Fault("", undotted(finding.where)) for finding in findings], source)
    return Checked(source.name, without_cpr(case_id), tuple(zip(findings, places, strict=True)))
