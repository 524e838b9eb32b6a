"""A journal held against what the program makes now, as a table."""

from pathlib import Path
from typing import Final, get_args

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text as Rich

from udmaal.language import Language, Text
from udmaal.output.page import Page
from udmaal.shown import plain
from udmaal.text import numbers
from udmaal.verification.log import LogProof, Proof, Verdict

_HEADS: Final = (
    Text("Linje", "Line"),
    Text("Tidspunkt", "Time"),
    Text("Kommando", "Command"),
    Text("Udfald", "Outcome"),
    Text("Gemt i", "Kept in"),
)
_VERDICTS: Final[dict[Verdict, Text]] = {
    "proven": Text("eftervist", "proven"),
    "no_result": Text("uden resultat", "without a result"),
    "case": Text(
        "sagsfilen er ændret eller ikke angivet", "the case file has changed or was not given"
    ),
    "rates": Text("satser eller serviceniveau er andre", "rates or service levels are others"),
    "program": Text("lavet af en anden version", "made by another version"),
    "differs": Text("afviger", "differs"),
    "unknown": Text("linjen kan ikke læses", "the line cannot be read"),
}
_HOLDS: Final = Text("ALT ER EFTERVIST", "ALL IS PROVEN")
_OPEN: Final = Text("IKKE ALT ER EFTERVIST", "NOT ALL IS PROVEN")
_STRANGERS: Final = Text(
    "Filer, som hverken er en sag eller et resultat i journalen:",
    "Files that are neither a case nor a result of the journal:",
)


def write(proof: LogProof, language: Language, output: Path | None) -> None:
    """Write the report: the verdict and its numbers, every run, and files of no run."""
    page = Page(output)
    verdict = (_HOLDS if proof.holds else _OPEN).in_(language)
    page.console.print(Rich(f"{verdict}: {plain(proof.log)}"))
    for each in get_args(Verdict):
        if count := proof.count(each):
            page.console.print(Rich(f"  {count} {_VERDICTS[each].in_(language)}"))
    page.console.print()
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for head in _HEADS:
        table.add_column(head.in_(language), overflow="fold")
    for each in proof.proofs:
        table.add_row(*map(Rich, _row(each, language)))
    page.console.print(table)
    if proof.strangers:
        page.console.print()
        page.console.print(Rich(_STRANGERS.in_(language)))
        for name in proof.strangers:
            page.console.print(Rich(f"  {plain(name)}"))
    page.close()


def _row(proof: Proof, language: Language) -> tuple[str, ...]:
    entry, verdict = proof.line.entry, _VERDICTS[proof.verdict].in_(language)
    if entry is None:
        return str(proof.line.number), "", "", verdict, ""
    if proof.verdict == "program":
        verdict = f"{verdict} ({plain(entry.program)})"
    at = f"{numbers.day(entry.at.date(), language)} {entry.at:%H:%M}"
    kept = ", ".join(plain(Path(name).name) for name in proof.kept)
    return str(proof.line.number), at, plain(entry.command), verdict, kept
