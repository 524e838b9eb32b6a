"""The lines of a run read back: their order, who loses most first, and the flat table of them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import IO, Any, Final, NamedTuple

import orjson

from udmaal.batch.redecision.case import ALTERNATIVES
from udmaal.batch.table import Cell, Column
from udmaal.language import Language, Text
from udmaal.text import numbers
from udmaal.text.redecision import ALTERNATIVE, STATUS
from udmaal.text.terms import TERMS

# What the reform changes, and the cases of which no decision has to be made anew.
DUE: Final = ("to_redecide", "overdue")
NOT_DUE: Final = ("unpaid", "new_rules", "decided_later", "child_18", "ended")
_RANKS: Final = {status: rank for rank, status in enumerate((*NOT_DUE, "fault"), 1)}
_OWN = Text("forskel for familien pr. måned", "difference for the family a month")
_COST = Text("forskel for kommunen pr. måned", "difference for the municipality a month")
COLUMNS: Final = (
    Column(Text("sag", "case_id")),
    Column(Text("fil", "path")),
    Column(Text("status", "status")),
    Column(Text("afgjort", "decided"), "day"),
    Column(Text("nu pr. måned", "now a month"), "kroner"),
    *(
        Column(Text(f"{name.da} pr. måned", f"{name.en} a month"), "kroner")
        for name in map(ALTERNATIVE.__getitem__, ALTERNATIVES)
    ),
    Column(Text("som dokumenteret", "as documented")),
    Column(Text("som dokumenteret pr. måned", "as documented a month"), "kroner"),
    Column(_OWN, "kroner"),
    Column(_COST, "kroner"),
    Column(Text("bedst", "best")),
    Column(Text("bedst pr. måned", "best a month"), "kroner"),
    Column(Text("bedst: forskel pr. måned", "best: difference a month"), "kroner"),
    Column(Text("udokumenterede", "undocumented"), "count"),
    Column(Text("udokumenteret pr. år", "undocumented a year"), "kroner"),
    Column(Text("mangler dokumentation", "lacks documents")),
    Column(Text("uden normaludgift", "without normal cost"), "count"),
    Column(Text("mangler normaludgift", "lacks normal cost")),
    Column(Text("enkeltudgifter, der ikke føres over", "one-offs not carried over"), "count"),
    Column(Text("fejl", "fault")),
)


class Record(NamedTuple):
    """What a line says but for its results, and where it stands among the lines."""

    value: dict[str, Any]
    start: int
    end: int

    @property
    def status(self) -> str:
        """Give the status, ``fault`` for a case that could not be calculated."""
        return "fault" if "error" in self.value else str(self.value["status"])

    @property
    def path(self) -> str:
        """Give the file, as it may be shown."""
        return str(self.value["path"])

    @property
    def listed(self) -> bool:
        """Tell whether the case stands in the list: those without extra costs are counted only."""
        return self.status != "none"

    @property
    def paid(self) -> bool:
        """Tell whether it is known what is paid for extra costs as it is, if only 0."""
        return "now" in self.value

    @property
    def before(self) -> Decimal:
        """Give what is paid a month as it is, kr."""
        return Decimal(self.value["now"]["monthly"])

    def after(self, choice: str) -> Decimal:
        """Give what is paid a month decided anew, kr.; ``as_documented`` or ``best``."""
        return Decimal(self.value[choice]["monthly"])

    @property
    def difference(self) -> Decimal:
        """Give what a family has more a month decided anew, kr.; 0 where nothing is."""
        found = self.value.get("as_documented")
        return Decimal(found["difference"]["family"]) if found else Decimal(0)

    def row(self, language: Language) -> tuple[Cell, ...]:
        """Give the cells of ``COLUMNS``."""
        value = self.value
        status = STATUS[self.status].in_(language)
        head = (value.get("case_id", ""), self.path, status)
        if "error" in value:
            told = "; ".join(each["problem"] for each in value["error"])
            return (*head, *[None] * (len(COLUMNS) - len(head) - 1), told)
        own = (*head, date.fromisoformat(value["decided"]), self.before)
        if "alternatives" not in value:
            return (*own, *[None] * (len(COLUMNS) - len(own)))
        documents, normal = value["missing"]["documents"], value["missing"]["normal"]
        documented, best = value["as_documented"], value["best"]
        return (
            *own,
            *(Decimal(value["alternatives"][name]) for name in ALTERNATIVES),
            alternative_name(documented, language),
            Decimal(documented["monthly"]),
            Decimal(documented["difference"]["family"]),
            Decimal(documented["difference"]["municipality"]),
            alternative_name(best, language),
            Decimal(best["monthly"]),
            Decimal(best["difference"]["family"]),
            len(documents),
            undocumented(value),
            "; ".join(_item(each, language) for each in documents),
            len(normal),
            "; ".join(_item(each, language) for each in normal),
            len(value["one_offs"]),
            None,
        )


def records_of(file: IO[bytes]) -> Iterator[Record]:
    """Read the lines of a run; what is long in them is not kept."""
    start = 0
    for line in file:
        value = orjson.loads(line)
        value.pop("results", None)
        yield Record(value, start, start + len(line))
        start += len(line)


def in_order(records: Iterable[Record]) -> list[Record]:
    """Give those that are listed, who loses most first; of equal ones the first path."""
    listed = [record for record in records if record.listed]
    return sorted(listed, key=lambda each: (_RANKS.get(each.status, 0), each.difference))


def undocumented(value: Mapping[str, Any]) -> Decimal:
    """Add up the costs that lack documents, kr. a year."""
    yearly = (Decimal(each["yearly"]) for each in value["missing"]["documents"])
    return sum(yearly, Decimal("0.00"))


def alternative_name(found: Mapping[str, Any], language: Language) -> str:
    """Name the alternative that was found the best; that nothing is paid, where none is."""
    return ALTERNATIVE[found["alternative"] or "nothing"].in_(language)


def _item(item: Mapping[str, str], language: Language) -> str:
    """Name a cost by its place in the file and what it is, with its kroner a year where known."""
    name = item.get("text") or TERMS[item["kind"]].in_(language)
    yearly = item.get("yearly")
    amount = "" if yearly is None else f" {numbers.kroner(Decimal(yearly), language)}"
    return f"{item['where']} {name}{amount}"
