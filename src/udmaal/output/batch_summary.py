"""The summary of a batch as people read it in the morning, and its tables for a spreadsheet."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any

from rich.bar import Bar
from rich.console import Console
from rich.table import Table
from rich.text import Text as Rich

from udmaal.language import Language, Text
from udmaal.output import headings
from udmaal.text import numbers

_CASES = Text(
    "Sager: {done} beregnet, {at_fault} med fejl", "Cases: {done} done, {at_fault} at fault"
)
_CHANGED = Text(
    ", {changed} ændret, {unchanged} uændret", ", {changed} changed, {unchanged} unchanged"
)
# A text, a count, an amount in kr., or nothing.
Cell = str | int | Decimal | None

BENEFIT = Text("Ydelse (hovedbeløb)", "Benefit (main amount)")
_PERSONS = Text("Personer", "Persons")
_TOTAL = Text("I alt", "Total")
_BEFORE = Text("Før", "Before")
_AFTER = Text("Efter", "After")
_DIFFERENCE = Text("Forskel", "Difference")
TOTALS = (BENEFIT, _PERSONS, _TOTAL)
CHANGES = (
    BENEFIT,
    _BEFORE,
    _AFTER,
    _DIFFERENCE,
    Text("Personer før", "Persons before"),
    Text("Personer efter", "Persons after"),
    Text("Får mere", "Get more"),
    Text("Mere i alt", "More in all"),
    Text("Får mindre", "Get less"),
    Text("Mindre i alt", "Less in all"),
    Text("Får det samme", "Get the same"),
    Text("Begyndt", "Began"),
    Text("Ophørt", "Ended"),
    Text("Median", "Median"),
)
_SUMS = Text(
    "  {before} → {after} kr.: {difference} kr. for {persons_before} personer før, "
    "{persons_after} efter",
    "  {before} → {after} kr.: {difference} kr. for {persons_before} persons before, "
    "{persons_after} after",
)
_WHO = Text(
    "  {up} får mere ({more} kr.), {down} mindre ({less} kr.), {same} det samme; {began} begyndt, "
    "{ended} ophørt",
    "  {up} get more ({more} kr.), {down} less ({less} kr.), {same} the same; {began} began, "
    "{ended} ended",
)
_MEDIAN = Text(
    "  Midterste forskel (median): {median} kr.", "  Middle difference (median): {median} kr."
)
_LARGEST = Text("  Største ændringer", "  Largest changes")
LARGEST = (
    Text("Sag", "Case"),
    Text("Hvem", "Who"),
    _BEFORE,
    _AFTER,
    _DIFFERENCE,
    Text("Fil", "File"),
)
_FINDINGS = Text("Anmærkninger", "Findings")


def print_summary(document: dict[str, Any], language: Language, console: Console) -> None:
    """Print counts and sums; after a comparison who gets more and less, benefit by benefit."""
    if "proposal" in document:
        console.print(Rich(document["proposal"], style="bold"))
    console.print(Rich(counted(document, language), style="bold"))
    if "changes" in document:
        for benefit in document["changes"]:
            _print_changes(document, benefit, language, console)
    elif document["totals"]:
        console.print(_totals(document, language))
    if document["findings"]:
        counts = ", ".join(f"{code}: {count}" for code, count in document["findings"].items())
        console.print(Rich(f"{_FINDINGS.in_(language)}: {counts}"))


def counted(document: Mapping[str, Any], language: Language) -> str:
    """Say how many cases there are, and of how many the amounts changed."""
    text = _CASES.in_(language).format(**document)
    return text + _CHANGED.in_(language).format(**document) if "changed" in document else text


def largest_rows(found: Mapping[str, Any], language: Language) -> Iterator[list[Cell]]:
    """Give the largest changes of a benefit, in the columns of ``LARGEST``."""
    for each in found["largest"]:
        amounts = (_amount(each[key]) for key in ("before", "after", "difference"))
        yield [each["case_id"], _who(each, language), *amounts, each["path"]]


def sums_table(
    document: Mapping[str, Any], language: Language
) -> tuple[tuple[Text, ...], list[list[Cell]]]:
    """Give heads and rows of the sums: what changed after a comparison, else what it adds up to."""
    if "changes" in document:
        return CHANGES, list(changes_rows(document, language))
    return TOTALS, list(totals_rows(document, language))


def totals_rows(document: Mapping[str, Any], language: Language) -> Iterator[list[Cell]]:
    """Give what each benefit adds up to, in the columns of ``TOTALS``."""
    for benefit, found in document["totals"].items():
        name = headings.name_of(benefit, None, language)
        yield [name, found["persons"], _amount(found["total"])]


def changes_rows(document: Mapping[str, Any], language: Language) -> Iterator[list[Cell]]:
    """Give what changed of each benefit, in the columns of ``CHANGES``."""
    for benefit, found in document["changes"].items():
        sums, persons = document["totals"][benefit], found["persons"]
        yield [
            headings.name_of(benefit, None, language),
            *(_amount(sums[key]) for key in ("before", "after", "difference")),
            persons["before"],
            persons["after"],
            persons["more"],
            _amount(found["more"]),
            persons["less"],
            _amount(found["less"]),
            *(persons[key] for key in ("same", "began", "ended")),
            _amount(found["median"]),
        ]


def _amount(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def written(row: Iterable[Cell], amount: Callable[[Decimal], str]) -> list[str]:
    """Write the cells of a row; ``amount`` writes the amounts."""
    texts = ("" if cell is None else cell for cell in row)
    return [amount(each) if isinstance(each, Decimal) else str(each) for each in texts]


def bin_names(bounds: list[int], language: Language) -> list[str]:
    """Name the bins of differences by their bounds, kr."""
    low, *_, high = (numbers.number(bound, language) for bound in bounds)
    between = [
        f"{numbers.number(one, language)} … {numbers.number(other, language)}"
        for one, other in pairwise(bounds)
    ]
    return [f"< {low}", *between, f"≥ {high}"]


def _totals(document: Mapping[str, Any], language: Language) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for number, _ in enumerate(TOTALS):
        table.add_column(justify="right" if number else "left")
    table.add_row(*(head.in_(language) for head in TOTALS), style="dim")
    for benefit, found in document["totals"].items():
        amount = _kroner(found["total"], language)
        table.add_row(headings.name_of(benefit, None, language), str(found["persons"]), amount)
    return table


def _print_changes(
    document: Mapping[str, Any], benefit: str, language: Language, console: Console
) -> None:
    found, sums = document["changes"][benefit], document["totals"][benefit]
    persons = found["persons"]
    values = {
        **{key: _kroner(amount, language) for key, amount in sums.items()},
        "persons_before": persons["before"],
        "persons_after": persons["after"],
        "up": persons["more"],
        "down": persons["less"],
        **{key: _kroner(found[key], language) for key in ("more", "less")},
        **{key: persons[key] for key in ("same", "began", "ended")},
    }
    console.print(Rich(headings.name_of(benefit, None, language), style="bold"))
    for text in (_SUMS, _WHO):
        console.print(Rich(text.in_(language).format(**values)))
    if found["median"] is None:
        return
    median = _kroner(found["median"], language)
    console.print(Rich(_MEDIAN.in_(language).format(median=median)))
    console.print(_histogram(found["histogram"], language))
    console.print(Rich(_LARGEST.in_(language)))
    for each in found["largest"]:
        console.print(Rich(_changed(each, language)))


def _changed(each: Mapping[str, Any], language: Language) -> str:
    amount = _kroner(each["difference"], language)
    return f"  {amount:>12}  " + " · ".join(filter(None, (each["path"], _who(each, language))))


def _who(each: Mapping[str, Any], language: Language) -> str:
    """Name the person of a change; nothing where the benefit is the family's."""
    parent = each.get("parent")
    return "" if parent is None else headings.of_parent(parent, each.get("child"), language)


def _histogram(histogram: Mapping[str, list[int]], language: Language) -> Table:
    """Draw the counts of each bin, from the lowest of the differences to the highest."""
    counts = histogram["counts"]
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(justify="right", min_width=14)
    table.add_column(width=40)
    table.add_column(justify="right")
    bins = list(zip(bin_names(histogram["bounds"], language), counts, strict=True))
    used = [index for index, count in enumerate(counts) if count]
    for name, count in bins[used[0] : used[-1] + 1]:
        table.add_row(name, Bar(max(counts), 0, count, color="cyan"), str(count))
    return table


def _kroner(amount: str, language: Language) -> str:
    return numbers.kroner(Decimal(amount), language)
