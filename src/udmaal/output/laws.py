"""Which findings and lines rest on each section of a law, on any date: the index by law."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from udmaal.citations.acts import CHANGES
from udmaal.citations.source import ByDate, Cited, Statute, cite
from udmaal.law.benefits import kinds_by_id
from udmaal.text.findings import FINDINGS


@cache
def resting_on() -> dict[str, tuple[str, ...]]:
    """Give the line ids and codes of findings by the section they rest on, ``BL § 87``.

    The sections come in order, paragraphs of one (*stk.*) together.
    """
    found: dict[str, dict[str, None]] = {}
    for key, source in _sources():
        for day in _days(source):
            for cited in filter(None, cite(source, day).split("; ")):
                section = cited.partition(", stk.")[0]
                if any(sign.isdigit() for sign in section):  # the rates and the file are no law
                    found.setdefault(section, {})[key] = None
    return {law: tuple(found[law]) for law in sorted(found, key=_in_order)}


def law_named(text: str) -> str | None:
    """Give the section of a law that a text names, however it is spaced: ``bl §87``."""
    wanted = _bare(text)
    return next((law for law in resting_on() if _bare(law) == wanted), None)


def _bare(text: str) -> str:
    return "".join(text.casefold().split())


def _sources() -> Iterator[tuple[str, tuple[Cited, ...]]]:
    for key, kinds in kinds_by_id().items():
        yield key, tuple(each for kind in kinds for law in kind.all_laws for each in law.sources)
    for code, page in FINDINGS.items():
        yield code, page.laws


def _days(sources: Iterable[Cited]) -> list[date]:
    """Give the days from which the sources may be others."""
    days = {date.min, *CHANGES}
    for each in sources:
        if isinstance(each, Statute):
            days.update(start for start, _ in each.act.sections)
        elif isinstance(each, ByDate):
            days.update(start for start, _ in each.texts)
    return sorted(days)


def _in_order(section: str) -> tuple[str, ...]:
    """Sort sections by their numbers: § 9 before § 41."""
    return tuple(part.rjust(6) if part.isdigit() else part for part in section.split())
