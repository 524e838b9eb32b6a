"""What a reform of all decisions costs, as a council reads it: sentences, tables, a page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final, Generic, NamedTuple, TypeVar

from rich.console import Console
from rich.text import Text as Rich

from udmaal.language import Language, Text
from udmaal.output.batch_summary import bin_names
from udmaal.output.csv import decimal_cell
from udmaal.output.markup import markdown_table
from udmaal.text import numbers
from udmaal.text.redecision import ALTERNATIVE, STATUS
from udmaal.text.terms import TERMS

C = TypeVar("C")

FAMILIES: Final = Text("familier", "families")
_CHOICES: Final = {
    "as_documented": Text("Som dokumenteret i dag", "As documented today"),
    "best": Text("Hvis alt dokumenteres", "If all is documented"),
}
_TITLE = Text(
    "Fra merudgiftsydelse til kompensationsydelse", "From the old to the new grant for extra costs"
)
_UNDER_TITLE = Text(
    "Kommunens sager pr. {date}, som om alle løbende ydelser efter de gamle regler blev afgjort på "
    "ny {redecide} med de samme udgifter.",
    "The municipality's cases as of {date}, as if all running grants under the old rules were "
    "decided anew on {redecide} with the same costs.",
)
_IN_SHORT = Text("Kort fortalt", "In short")
_DUE = Text(
    "{left} får merudgiftsydelse efter de gamle regler og skal have en ny afgørelse senest "
    "{deadline}. Det er {a_month} om måneden til da.",
    "{left} get a grant under the old rules and must have a new decision by {deadline}. Until then "
    "that is {a_month} a month.",
)
_NONE_DUE = Text(
    "Ingen familie får ydelse efter de gamle regler.", "No family gets a grant under the old rules."
)
_OVERDUE = Text(
    "For {overdue} er fristen den {deadline} overskredet; de skal afgøres straks. Tallene bygger "
    "på den sidste dag, de gamle regler gjaldt.",
    "For {overdue} the deadline of {deadline} has passed; they must be decided at once. The "
    "figures rest on the last day of the old rules.",
)
_WHO = Text(
    "Med de udgifter, der er dokumenteret i dag, får {up} mere og {same} det samme. {down} får "
    "mindre, og {out} mister ydelsen.",
    "With the costs that are documented today {up} get more and {same} the same. {down} get less, "
    "and {out} lose the grant.",
)
_COST = Text(
    "Kommunens udbetaling til dem går fra {before} til {after} kr. om måneden. ",
    "What the municipality pays them goes from {before} to {after} kr. a month. ",
)
_SAVED = Text(
    "Det er {monthly} kr. mindre om måneden, {yearly} kr. mindre om året.",
    "That is {monthly} kr. less a month, {yearly} kr. less a year.",
)
_SPENT = Text(
    "Det er {monthly} kr. mere om måneden, {yearly} kr. mere om året.",
    "That is {monthly} kr. more a month, {yearly} kr. more a year.",
)
_DOCUMENTS = Text(
    "{families} kan få mere i gruppe 2, hvis de dokumenterer udgifter, der i dag kun er "
    "sandsynlige. Gør de alle det, udbetaler kommunen i stedet {after} kr. om måneden.",
    "{families} can get more in group 2 if they document costs that are only likely today. If all "
    "of them do, the municipality pays {after} kr. a month instead.",
)
_REFORM = Text("Hvad reformen gør", "What the reform does")
_RULES = Text(
    "Efter de gamle regler dækker kommunen merudgifterne, når de tilsammen når en bagatelgrænse, "
    "rundet af til nærmeste 100 kr. om måneden. Siden 1. september 2025 er reglerne "
    "kompensationsydelse efter barnets lov § 86: familien søger om én af to grupper. Gruppe 1 "
    "giver et fast beløb, når de sandsynlige merudgifter når et mindstebeløb. Gruppe 2 giver en "
    "tolvtedel af de dokumenterede udgifter på bekendtgørelsens liste og et mindre fast beløb, når "
    "udgifterne er over en grænse. Løbende ydelser efter de gamle regler skal være afgjort på ny "
    "senest {deadline}.",
    "Under the old rules the municipality covers the extra costs where together they reach a "
    "threshold, rounded to the nearest 100 kr. a month. Since 1 September 2025 the rules are those "
    "of barnets lov § 86: the family applies for one of two groups. Group 1 gives a flat amount "
    "where the likely extra costs reach a minimum. Group 2 gives a twelfth of the documented costs "
    "on the order's list and a smaller flat amount where the costs are over a limit. Running "
    "grants under the old rules must be decided anew by {deadline}.",
)
_RATE_HEADS = (
    Text("Sats {redecide}", "Rate on {redecide}"),
    Text("Kr.", "Kr."),
    Text("Status", "Status"),
)
_RATES = {
    "compensation.minimum": Text(
        "Gruppe 1: mindste merudgifter om året", "Group 1: least extra costs a year"
    ),
    "compensation.group1_flat": Text(
        "Gruppe 1: fast beløb om måneden", "Group 1: flat amount a month"
    ),
    "compensation.group2_limit": Text(
        "Gruppe 2: dokumenterede udgifter om året, over", "Group 2: documented costs a year, over"
    ),
    "compensation.group2_flat": Text(
        "Gruppe 2: fast beløb om måneden", "Group 2: flat amount a month"
    ),
    "compensation.other_item_limit": Text(
        "Gruppe 2: anden udgift end listens nr. 1–8, alene over, om året",
        "Group 2: a cost other than nos. 1–8 of the list, alone over, a year",
    ),
}
_THE_FAMILIES = Text("Familierne", "The families")
_WHO_ROWS = {
    "up": Text("Får mere", "Get more"),
    "same": Text("Får det samme", "Get the same"),
    "down": Text("Får mindre", "Get less"),
    "out": Text("Mister ydelsen", "Lose the grant"),
}
_CHANGE = Text("Forskel, kr. om måneden", "Difference, kr. a month")
_MORE = Text("Mere i alt, kr. om måneden", "More in all, kr. a month")
_LESS = Text("Mindre i alt, kr. om måneden", "Less in all, kr. a month")
_MEDIAN = Text(
    "Midterste forskel (median), kr. om måneden", "Middle difference (median), kr. a month"
)
_GOES_TO = Text("Får ydelse efter {name}", "Get a grant by {name}")
_THE_COST = Text("Kommunens udgift", "The municipality's cost")
_COST_ROWS = {
    ("monthly", "before"): Text("I dag, kr. om måneden", "Today, kr. a month"),
    ("monthly", "after"): Text("Efter de nye afgørelser, kr. om måneden", "Anew, kr. a month"),
    ("monthly", "difference"): _CHANGE,
    ("yearly", "before"): Text("I dag, kr. om året", "Today, kr. a year"),
    ("yearly", "after"): Text("Efter de nye afgørelser, kr. om året", "Anew, kr. a year"),
    ("yearly", "difference"): Text("Forskel, kr. om året", "Difference, kr. a year"),
}
_ALL = Text(
    "I alt udbetaler kommunen i dag {monthly} kr. om måneden for merudgifter, når sagerne uden for "
    "opgørelsen regnes med.",
    "In all the municipality pays {monthly} kr. a month for extra costs today, with the cases not "
    "counted above.",
)
_SPREAD = Text("Hvor meget den enkelte familie får eller mister", "What a family gains or loses")
_BIN = Text("Forskel, kr. om måneden", "Difference, kr. a month")
_MISSING = Text("Hvad der mangler for at afgøre sagerne", "What is missing to decide the cases")
_LACK_DOCUMENTS = Text(
    "{families} har udgifter på listen, der ikke er dokumenteret: {costs} på tilsammen {yearly} "
    "kr. om året. For {decide} afgør dokumentationen, om de får gruppe 2.",
    "{families} have costs on the list that are not documented: {costs}, together {yearly} kr. a "
    "year. For {decide} documents settle whether they get group 2.",
)
_LACK_NORMAL = Text(
    "Hos {families} er der {costs}, som enhver familie har noget af (tøj, kost, fritid, ferie, "
    "forsikring), uden fradrag af den normale udgift. Ydelsen kan blive lavere, når den trækkes "
    "fra.",
    "{families} have {costs} of a kind that any family has (clothing, diet, leisure, holiday, "
    "insurance) with no normal cost taken off. The grant may be lower once it is.",
)
_ONE_OFFS = Text(
    "{families} har haft {costs}, der kun kom én gang. De er ikke regnet med i en ny afgørelse.",
    "{families} have had {costs} that came once. They do not count in a new decision.",
)
_OUTSIDE = Text("Sager uden for opgørelsen", "Cases not counted above")
_NO_COSTS = Text("{number} uden merudgifter.", "{number} without extra costs.")
_UNPAID = Text(
    "{families} får intet efter den seneste afgørelse efter de gamle regler. ",
    "{families} get nothing under their last decision by the old rules. ",
)
_NOT_ENTITLED = Text("Det ville de heller ikke efter de nye.", "Nor would they under the new ones.")
_ENTITLED = Text(
    "Søgte de på ny, ville {entitled} få ydelse, tilsammen {monthly} kr. om måneden.",
    "If they applied anew, {entitled} would get a grant, together {monthly} kr. a month.",
)
_OTHERS = {
    "new_rules": Text(
        "{number} er allerede afgjort efter de nye regler. ",
        "{number} are decided under the new rules already. ",
    ),
    "child_18": Text(
        "I {number} er barnet fyldt 18 år inden den nye afgørelse. ",
        "In {number} the child has turned 18 before the new decision. ",
    ),
    "ended": Text(
        "I {number} er ydelsen ophørt inden den nye afgørelse. ",
        "In {number} the grant has ended before the new decision. ",
    ),
    "decided_later": Text(
        "I {number} er der allerede en afgørelse fra samme dag eller senere. ",
        "In {number} there is a decision of the same day or later already. ",
    ),
}
_PAID_NOW = Text(
    "I dag betales der {monthly} kr. om måneden i dem.",
    "Today {monthly} kr. a month is paid in them.",
)
_FAULTS = Text(
    "{number} kunne ikke beregnes. De står sidst i listen med fejlen.",
    "{number} could not be calculated. They stand last in the list, with the fault.",
)
_ASSUMED = Text("Forudsætninger", "What is assumed")
_ASSUMPTIONS = (
    Text(
        "Familierne har de samme løbende udgifter som i den seneste afgørelse. Priserne er ikke "
        "skrevet frem, og nye behov er ikke med.",
        "The families have the same running costs as in the last decision. Prices are not raised, "
        "and new needs are not in it.",
    ),
    Text(
        "Hver familie søger om den gruppe, der giver den mest.",
        "Each family applies for the group that gives it most.",
    ),
    Text(
        "Enkeltudgifter og aftaler om dem føres ikke over i den nye afgørelse.",
        "One-offs, and agreements on them, are not carried over to the new decision.",
    ),
    Text(
        "Kommunens udgift er det, der udbetales til familierne. Statsrefusion, administration og "
        "andre ydelser til familierne er ikke regnet med.",
        "The municipality's cost is what is paid to the families. Refunds by the state, "
        "administration and other benefits of the families are not in it.",
    ),
    Text(
        "Et år er tolv gange en måned med satserne på dagen for den nye afgørelse.",
        "A year is twelve times a month with the rates of the day of the new decision.",
    ),
)
_UNPUBLISHED = Text(
    "Satserne er ikke alle offentliggjort: se deres status ovenfor. Tallene skal laves igen, når "
    "de er.",
    "Not all rates are published: see their status above. The figures must be made again once they "
    "are.",
)
_HOW = Text("Sådan er tallene lavet", "How the figures were made")
_MADE = Text(
    "Beregnet med {name} {version} af {cases}. Hver sag er beregnet for sig efter reglerne, linje "
    "for linje; listen over sagerne følger ikke med denne side. Den samme kommando med de samme "
    "filer giver de samme tal:",
    "Calculated with {name} {version} from {cases}. Each case is calculated by the rules, line by "
    "line; the list of cases does not go with this page. The same command with the same files "
    "gives the same figures:",
)
_FINGERPRINT = Text("Satsernes fingeraftryk: `{rates}`", "Fingerprint of the rates: `{rates}`")
_FIGURE = Text("Tal", "Figure")
_WITHOUT = Text("uden merudgifter", "without extra costs")
# Words for none, one and several.
_COUNTS: Final = {
    "families": (
        Text("ingen familier", "no families"),
        Text("1 familie", "1 family"),
        Text("{n} familier", "{n} families"),
    ),
    "cases": (
        Text("ingen sager", "no cases"),
        Text("1 sag", "1 case"),
        Text("{n} sager", "{n} cases"),
    ),
    "costs": (
        Text("ingen udgifter", "no costs"),
        Text("1 udgift", "1 cost"),
        Text("{n} udgifter", "{n} costs"),
    ),
}


class _Cells(NamedTuple, Generic[C]):
    """How amounts and counts are written: for readers, or as cells of a spreadsheet."""

    amount: Callable[[str, Language], C]
    number: Callable[[int, Language], C]


def print_council(council: Mapping[str, Any], language: Language, console: Console) -> None:
    """Print what it comes to in some sentences."""
    for sentence in in_short(council, language):
        console.print(Rich(sentence))


def in_short(council: Mapping[str, Any], language: Language) -> Iterator[str]:
    """Say who is to be decided anew, who gains and loses, and what it costs."""
    due, chosen = council["deadline"], council["as_documented"]
    deadline = _day(due["date"], language)
    if not due["left"]:
        yield _NONE_DUE.in_(language)
        return
    if due["overdue"]:
        overdue = _count("families", due["overdue"], language)
        yield _OVERDUE.in_(language).format(overdue=overdue, deadline=deadline)
    else:
        yield _DUE.in_(language).format(
            left=_count("families", due["left"], language),
            deadline=deadline,
            a_month=_count("cases", due["a_month"], language),
        )
    yield _WHO.in_(language).format(
        **{key: _count("families", n, language) for key, n in chosen["families"].items()}
    )
    yield _cost(chosen, language)
    decide = council["missing"]["documents"]["decide"]
    if decide["families"]:
        yield _DOCUMENTS.in_(language).format(
            families=_count("families", decide["families"], language),
            after=_kroner(council["best"]["monthly"]["after"], language),
        )


def _cost(chosen: Mapping[str, Any], language: Language) -> str:
    """Say what the municipality pays, and how much more or less."""
    paid = {key: _kroner(chosen["monthly"][key], language) for key in ("before", "after")}
    more = {key: Decimal(chosen[key]["difference"]) for key in ("monthly", "yearly")}
    text = _SAVED if more["monthly"] < 0 else _SPENT
    sizes = {key: numbers.kroner(abs(amount), language) for key, amount in more.items()}
    return _COST.in_(language).format(**paid) + text.in_(language).format(**sizes)


def figure_rows(council: Mapping[str, Any], language: Language) -> list[list[str]]:
    """Give every figure of either choice in a row, with the head, as texts for a spreadsheet."""
    cells = _Cells(decimal_cell, lambda number, _: str(number))
    return [figure_head(language), *_figures(council, language, cells)]


def figures(council: Mapping[str, Any], language: Language) -> list[list[str | int | Decimal]]:
    """Give the rows of ``figure_rows`` without the head, counts and kroner as what they are."""
    cells: _Cells[int | Decimal] = _Cells(
        lambda amount, _: Decimal(amount), lambda number, _: number
    )
    return _figures(council, language, cells)


def figure_head(language: Language) -> list[str]:
    """Give the head of the rows of figures."""
    return _head(_FIGURE, language)


def _figures(
    council: Mapping[str, Any], language: Language, cells: _Cells[C]
) -> list[list[str | C]]:
    counts = {STATUS[key]: number for key, number in council["families"].items()}
    counts |= {_WITHOUT: council["without"], STATUS["fault"]: council["at_fault"]}
    counted: Iterator[list[str | C]] = (
        [name.in_(language), *(cells.number(number, language) for _ in _CHOICES)]
        for name, number in counts.items()
    )
    return [
        *counted,
        *_family_rows(council, language, cells),
        *_cost_rows(council, language, cells),
        *(
            [f"{_BIN.in_(language)}: {name}", *row]
            for name, *row in _bin_rows(council, language, cells)
        ),
    ]


def histograms(council: Mapping[str, Any], language: Language) -> dict[str, dict[str, list[int]]]:
    """Give the distribution of the differences of either choice, by its name."""
    return {name.in_(language): council[choice]["histogram"] for choice, name in _CHOICES.items()}


def under_title(council: Mapping[str, Any], language: Language) -> str:
    """Say which cases it is about, and on which days."""
    days = {key: _day(council[key], language) for key in ("date", "redecide")}
    return _UNDER_TITLE.in_(language).format(**days)


def page(council: Mapping[str, Any], language: Language) -> Iterator[str]:
    """Give the page for the council, line by line, as Markdown."""
    deadline = _day(council["deadline"]["date"], language)
    yield from (f"# {_TITLE.in_(language)}", "", under_title(council, language), "")
    yield from _section(_IN_SHORT, _bullets(in_short(council, language)), language)
    rules = [_RULES.in_(language).format(deadline=deadline), "", *_rate_table(council, language)]
    yield from _section(_REFORM, rules, language)
    for title, head, rows in (
        (_THE_FAMILIES, _THE_FAMILIES, _family_rows(council, language, _READ)),
        (_THE_COST, _THE_COST, _cost_rows(council, language, _READ)),
        (_SPREAD, _BIN, _bin_rows(council, language, _READ)),
    ):
        table = markdown_table(_head(head, language), list(rows), (1, 2))
        if title is _THE_COST:
            monthly = _kroner(council["paid_now"], language)
            table += ["", _ALL.in_(language).format(monthly=monthly)]
        yield from _section(title, table, language)
    yield from _section(_MISSING, _bullets(_lacking(council, language)), language)
    yield from _section(_OUTSIDE, _bullets(_outside(council, language)), language)
    yield from _section(_ASSUMED, _bullets(_assumed(council, language)), language)
    yield from _section(_HOW, _how(council, language), language)


def _section(title: Text, lines: Sequence[str], language: Language) -> Iterator[str]:
    if lines:
        yield from (f"## {title.in_(language)}", "", *lines, "")


def _bullets(sentences: Iterator[str]) -> list[str]:
    return [f"- {sentence}" for sentence in sentences]


def _head(first: Text, language: Language) -> list[str]:
    return [each.in_(language) for each in (first, *_CHOICES.values())]


def _rate_table(council: Mapping[str, Any], language: Language) -> list[str]:
    redecide = _day(council["redecide"], language)
    rows = [
        (
            _RATES[rate["key"]].in_(language),
            numbers.number(Decimal(rate["value"]), language),
            TERMS[rate["status"]].in_(language),
        )
        for rate in council["rates"]
    ]
    return markdown_table(
        [head.in_(language).format(redecide=redecide) for head in _RATE_HEADS], rows, (1,)
    )


def _family_rows(
    council: Mapping[str, Any], language: Language, cells: _Cells[C]
) -> Iterator[list[str | C]]:
    """Give who gains and loses."""
    chosen = [council[choice] for choice in _CHOICES]
    for key, name in _WHO_ROWS.items():
        yield [
            name.in_(language),
            *(cells.number(each["families"][key], language) for each in chosen),
        ]
    for key, name in ALTERNATIVE.items():
        by_group = [each["groups"].get(key, 0) for each in chosen]
        if any(by_group) and key != "nothing":  # those who lose the grant have a row already
            row = (cells.number(count, language) for count in by_group)
            yield [_GOES_TO.in_(language).format(name=name.in_(language)), *row]
    for key, name in (("more", _MORE), ("less", _LESS), ("median", _MEDIAN)):
        yield [
            name.in_(language),
            *("" if each[key] is None else cells.amount(each[key], language) for each in chosen),
        ]


def _cost_rows(
    council: Mapping[str, Any], language: Language, cells: _Cells[C]
) -> Iterator[list[str | C]]:
    for (period, key), name in _COST_ROWS.items():
        amounts = (council[choice][period][key] for choice in _CHOICES)
        yield [name.in_(language), *(cells.amount(amount, language) for amount in amounts)]


def _bin_rows(
    council: Mapping[str, Any], language: Language, cells: _Cells[C]
) -> Iterator[list[str | C]]:
    chosen = [council[choice]["histogram"] for choice in _CHOICES]
    counts = zip(*(each["counts"] for each in chosen), strict=True)
    for name, row in zip(bin_names(chosen[0]["bounds"], language), counts, strict=True):
        yield [name, *(cells.number(count, language) for count in row)]


def _lacking(council: Mapping[str, Any], language: Language) -> Iterator[str]:
    missing = council["missing"]
    for key, text in (("documents", _LACK_DOCUMENTS), ("normal", _LACK_NORMAL),
                      ("one_offs", _ONE_OFFS)):  # fmt: skip
        found = missing[key]
        if found["families"]:
            values = {name: _count(name, found[name], language) for name in ("families", "costs")}
            if key == "documents":
                values["yearly"] = _kroner(found["yearly"], language)
                values["decide"] = _count("families", found["decide"]["families"], language)
            yield text.in_(language).format(**values)


def _outside(council: Mapping[str, Any], language: Language) -> Iterator[str]:
    families = council["families"]
    if council["without"]:
        yield _NO_COSTS.in_(language).format(number=_count("cases", council["without"], language))
    if families["unpaid"]:
        entitled = council["unpaid"]["as_documented"]
        text = _ENTITLED if entitled["families"] else _NOT_ENTITLED
        unpaid = _count("families", families["unpaid"], language)
        yield _UNPAID.in_(language).format(families=unpaid) + text.in_(language).format(
            entitled=_count("families", entitled["families"], language),
            monthly=_kroner(entitled["monthly"], language),
        )
    for status, text in _OTHERS.items():
        if families[status]:
            number = _count("cases", families[status], language)
            monthly = _kroner(council["others"][status]["monthly"], language)
            paid = _PAID_NOW.in_(language).format(monthly=monthly)
            yield text.in_(language).format(number=number) + paid
    if council["at_fault"]:
        yield _FAULTS.in_(language).format(number=_count("cases", council["at_fault"], language))


def _assumed(council: Mapping[str, Any], language: Language) -> Iterator[str]:
    yield from (text.in_(language) for text in _ASSUMPTIONS)
    if any(rate["status"] != "published" for rate in council["rates"]):
        yield _UNPUBLISHED.in_(language)


def _how(council: Mapping[str, Any], language: Language) -> list[str]:
    cases = _count("cases", council["cases"], language)
    made = _MADE.in_(language).format(**council["program"], cases=cases)
    rates = _FINGERPRINT.in_(language).format(rates=council["rates_sha256"])
    return [made, "", f"    {council['command']}", "", rates]


def _count(what: str, number: int, language: Language) -> str:
    """Write a number of something with its word."""
    text = _COUNTS[what][min(number, 2)]
    return text.in_(language).format(n=_number(number, language))


def _number(number: int, language: Language) -> str:
    return numbers.number(number, language)


def _kroner(amount: str, language: Language) -> str:
    return numbers.kroner(Decimal(amount), language)


def _day(text: str, language: Language) -> str:
    return numbers.day(date.fromisoformat(text), language)


_READ: Final = _Cells(_kroner, _number)
