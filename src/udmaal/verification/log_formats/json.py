"""A journal held against what the program makes now, as JSON."""

from pathlib import Path
from typing import get_args

from udmaal.language import Language
from udmaal.output import write as files
from udmaal.output.document import FORMAT, PROGRAM
from udmaal.shown import shown
from udmaal.verification.log import LogProof, Proof, Verdict


def write(proof: LogProof, language: Language, output: Path | None) -> None:
    """Write the report; it has no words of a language."""
    del language
    document = {
        "format": FORMAT,
        "log": shown(proof.log),
        "program": PROGRAM,
        "proven": proof.holds,
        "counts": {verdict: proof.count(verdict) for verdict in get_args(Verdict)},
        "runs": [_run(each) for each in proof.proofs],
        "strangers": [shown(name) for name in proof.strangers],
    }
    files.write(files.json_text(document), output)


def _run(proof: Proof) -> dict[str, object]:
    entry = proof.line.entry
    return {
        "line": proof.line.number,
        "at": entry.at.isoformat() if entry else None,
        "command": shown(entry.command) if entry else None,
        "verdict": proof.verdict,
        "exit": entry.exit if entry else None,
        "kept": [shown(name) for name in proof.kept],
    }
