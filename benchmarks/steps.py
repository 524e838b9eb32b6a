"""Where the time of a batch goes: processor time a case by step, as far as this process takes it.

    python benchmarks/steps.py FOLDER [brief]

The steps are those of ``udmaal.batch.work``, in the same portions, each taken apart, with the first
2,000 cases; the least of several rounds counts. What the processes say to each other and their
start are not in it.
"""

import gc
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from typing import IO, TypeVar

from udmaal.api import CaseFile, calculate, case_from_document
from udmaal.batch.engines import in_chunks
from udmaal.batch.work import compact_json
from udmaal.case.model import Case
from udmaal.law.calculate import results_on
from udmaal.law.context import Context, Situation
from udmaal.municipality import NATIONAL
from udmaal.output.document import document
from udmaal.rates.read import read_rates
from udmaal.reading.paths import CasePaths
from udmaal.reading.source import Parsed, Source, read_source, read_toml
from udmaal.reading.validation import several_tables

S = TypeVar("S")
T = TypeVar("T")

STEPS = ("read", "parse", "check", "rules", "findings", "words", "write")
ON = date(2026, 1, 1)
_ROUNDS = 5
_MOST = 2000


class _Clock:
    """Adds up the processor's time by step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    def __call__(self, step: str, work: Callable[[S], T], several: Iterable[S]) -> list[T]:
        """Do the work of a step with each of several."""
        before = time.process_time()
        done = [work(each) for each in several]
        self.seconds[step] += time.process_time() - before
        return done


def steps(folder: str, output: IO[bytes], *, brief: bool) -> dict[str, float]:
    """Give the microseconds a case of each step."""
    paths = list(CasePaths([folder]))[:_MOST]
    rounds = [_round(paths, output, brief=brief) for _ in range(_ROUNDS)]
    return {step: min(each[step] for each in rounds) / len(paths) * 1e6 for step in rounds[0]}


def _round(paths: list[str], output: IO[bytes], *, brief: bool) -> dict[str, float]:
    rates, several, clock = read_rates(), several_tables(Case), _Clock()
    context = Context(rates, NATIONAL)

    def parse(source: Source) -> tuple[Parsed, Source]:
        return read_toml(source, several), source

    def check(read: tuple[Parsed, Source]) -> CaseFile:
        return case_from_document(read[0].document, read[1], rates)

    def rules(case: CaseFile) -> object:
        return results_on(Situation(case.case, case.courses, context), ON)

    for chunk in in_chunks(paths):
        sources = clock("read", read_source, chunk)
        cases = clock("check", check, clock("parse", parse, sources))
        clock("rules", rules, cases)
        found = clock("findings", lambda case: calculate(case, rates, ON), cases)
        made = clock("words", lambda result: document(result, "da", brief=brief), found)
        clock("write", lambda value: output.write(compact_json(value)), made)
    # What calculates also takes the rules' time again.
    clock.seconds["findings"] -= clock.seconds["rules"]
    return {step: clock.seconds[step] for step in STEPS}


def main() -> None:
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)  # as the command does
    with tempfile.TemporaryFile() as output:
        print(json.dumps(steps(sys.argv[1], output, brief="brief" in sys.argv[2:])))


if __name__ == "__main__":
    main()
