"""A map proposed from the headings of a list, and from what stands below them."""

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

import tomli_w

from udmaal.exchange.keys import CASE_ID, MONTH_OF_HOURS, Purpose, Target, all_keys, target_of
from udmaal.exchange.map import Column, Map, names_person
from udmaal.exchange.values import text_of, value_in
from udmaal.faults import InputFaultsError
from udmaal.language import LANGUAGES, Language, Text
from udmaal.reading.cells import Asked, cell_at
from udmaal.reading.columns import heading
from udmaal.reading.tables import Row, Sheet, TableFile, Value
from udmaal.reading.validation import choices_of
from udmaal.shown import holds_cpr_number, without_cpr
from udmaal.text.case_keys import CASE_KEYS

_NEAR: Final = 0.75
_MOST_SAMPLES: Final = 200
_SHOWN_SAMPLES: Final = 3
_MOST_KINDS: Final = 12
_ENOUGH: Final = 2
_MOST_ABOVE: Final = 60
_KIND_WORDS: Final = frozenset({"type", "rækketype", "art", "kind", "row type", "rækkens art"})
# What other systems write above a key, besides its name here.
_ALSO: Final[Mapping[str, tuple[str, ...]]] = {
    CASE_ID: ("sag", "sagsnr", "sags nr", "journalnr", "sags id", "case", "case id", "case no"),
    "child.born": ("født", "fødselsdag", "fødselsdato", "barn født", "born", "birthday"),
    "child.sex": ("køn", "sex", "gender"),
    "municipality": ("kommune", "serviceniveau"),
    "lost_earnings.parent": ("forælder", "parent", "modtager", "recipient", "ansøger"),
    "lost_earnings.applied": ("ansøgt", "ansøgningsdato", "applied"),
    "lost_earnings.weekly_hours": (
        "timer før", "ugentlig arbejdstid", "arbejdstid", "ugetimer", "weekly hours",
    ),
    "lost_earnings.occupation": ("stilling", "beskæftigelse", "occupation"),
    "lost_earnings.monthly_wage": ("månedsløn", "løn", "løn pr måned", "wage", "monthly wage"),
    "lost_earnings.employer_pension": ("pension", "arbejdsgiverpension", "employer pension"),
    "lost_earnings.employer_pension_percent": ("pension %", "pensionsprocent", "pension percent"),
    "lost_earnings.basis_level": ("niveau", "grundlagsår", "basis level"),
    "lost_earnings.followed_up": ("opfølgning", "seneste opfølgning", "followed up"),
    "lost_earnings.grant.from": ("fra", "bevilget fra", "startdato", "gælder fra", "from"),
    "lost_earnings.grant.until": ("til", "bevilget til", "slutdato", "until", "to"),
    "lost_earnings.grant.hours": (
        "timer", "bevilgede timer", "timer pr uge", "bevilgede timer pr uge", "hours",
        "granted hours",
    ),
    "lost_earnings.payslip.month": ("lønmåned", "lønperiode", "payslip month", "wage month"),
    "lost_earnings.payslip.gross": ("bruttoløn", "brutto", "gross", "gross wage"),
    "lost_earnings.payslip.supplements": ("tillæg", "supplements"),
    "lost_earnings.payslip.hours": ("løntimer", "paid hours"),
    "lost_earnings.saving.kind": ("besparelsesart", "art"),
    "lost_earnings.saving.monthly": (
        "besparelse", "besparelser", "saving", "savings", "kr pr md", "kr pr måned",
    ),
    "lost_earnings.end.date": ("ophør", "ophørt", "ophørsdato", "end", "ended"),
    "lost_earnings.end.reason": ("ophørsårsag", "end reason"),
    "extra_costs.decided": ("afgørelse", "afgørelsesdato", "bevillingsdato", "decided"),
    "extra_costs.item.kind": ("udgiftstype", "udgiftsart", "cost kind"),
    "extra_costs.item.text": ("beskrivelse", "udgift", "description"),
    "extra_costs.item.amount": (
        "beløb", "udgiftsbeløb", "amount", "kr pr md", "kr pr måned",
    ),
    "extra_costs.item.per": ("periode", "hyppighed", "per", "period"),
    "extra_costs.item.documented": ("dokumenteret", "documented"),
    MONTH_OF_HOURS: ("måned", "month"),
}  # fmt: skip

_TOP: Final = Text(
    """# Forslag til kort over {name}, lavet ud fra overskrifterne og de første rækker.
# Ret det til: slet kolonner, der ikke skal med, og ret key, hvor gættet er forkert.
# Alle nøgler: udmaal schema case. Prøv kortet: udmaal import {name} --map KORT --dry-run
""",
    """# A map proposed for {name}, made from the headings and the first rows.
# Mend it: delete columns that are not wanted, and correct key where the guess is wrong.
# All keys: udmaal schema case. Try the map: udmaal import {name} --map MAP --dry-run
""",
)
_SAMPLES: Final = Text("f.eks. {samples}", "such as {samples}")
_UNSURE: Final = Text("usikkert: {title}?", "unsure: {title}?")
_UNKNOWN: Final = Text(
    "ikke genkendt; slet # og skriv en nøgle, hvis kolonnen skal med",
    "not known; delete # and write a key where the column is wanted",
)
_PERSON: Final = Text("{heading}: oplysninger om personer bliver aldrig overført",
                      "{heading}: what says who a person is, is never taken over")  # fmt: skip
_FORM: Final = Text("rækkefølgen er et gæt; ret den, hvis den er forkert",
                    "the order is a guess; correct it where it is wrong")  # fmt: skip
_TRANSLATE: Final = Text("oversæt listens ord til sagsfilens",
                         "translate the words of the list to those of the case file")  # fmt: skip
_KINDS: Final = Text(
    "kolonnen, der siger, hvad en række er; skriv rows = [...] ved kolonner, der kun gælder nogle. "
    "Ordene er: {kinds}",
    "the column that says what a row is; write rows = [...] for columns that are for some only. "
    "The words are: {kinds}",
)
_NO_CASE: Final = Text(
    'OBS: ingen kolonne med sagsnummer er genkendt; skriv key = "case_id" ved den rigtige',
    'NOTE: no column of case numbers was known; write key = "case_id" at the right one',
)


class _Guess(NamedTuple):
    """A column of the list with the key it probably is, if any."""

    position: int
    heading: str
    above: str
    key: str | None
    sure: bool
    samples: tuple[Value, ...]


def suggested_map(file: TableFile, language: Language) -> str:
    """Propose a map for the first table of a file, as TOML with comments.

    Raises ``InputFaultsError`` where no sheet has a row of headings.
    """
    found = next(filter(None, map(_head_of, file.sheets)), None)
    if found is None:
        raise InputFaultsError([file.fault("list.no_headings")])
    sheet, head, above = found
    guesses = list(_guesses(sheet, head, above))
    name = without_cpr(file.name.replace("\\", "/").rpartition("/")[2])
    lines = [_TOP.in_(language).format(name=name), "format = 1"]
    if len(file.sheets) > 1:
        lines.append(_pair("sheet", sheet.name))
    lines += _row_kind(guesses, language)
    if not any(guess.key == CASE_ID for guess in guesses):
        lines += ["", f"# {_NO_CASE.in_(language)}"]
    for guess in guesses:
        lines += ["", *_column(guess, guesses, language)]
    return "\n".join(lines) + "\n"


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """Give what may stand above each key: its name in both languages, and other systems' words."""
    found = {}
    for key in all_keys():
        titles = [CASE_KEYS[key].title.in_(each) for each in LANGUAGES] if key in CASE_KEYS else []
        plain = (heading(each) for each in (*titles, *_ALSO.get(key, ())))
        found[key] = tuple(dict.fromkeys(plain))
    return found


def _head_of(sheet: Sheet) -> tuple[Sheet, Row, Row | None] | None:
    """Find the row of headings: that with known ones, else the first with texts alone."""
    words = {word for each in _words().values() for word in each}
    known = [sum(heading(cell) in words for cell in row.cells) for row in sheet.rows[:_MOST_ABOVE]]
    widest = max((sum(cell != "" for cell in row.cells) for row in sheet.rows), default=0)
    most = max(known, default=0)
    rows = [sheet.rows[known.index(most)]] if most >= _ENOUGH else [
        row for row in sheet.rows
        if sum(isinstance(cell, str) and bool(re.search(r"[^\W\d]", cell)) for cell in row.cells)
        >= max(_ENOUGH, widest - 1)
    ]  # fmt: skip
    if not rows:
        return None
    at = sheet.rows.index(rows[0])
    above = sheet.rows[at - 1] if at and sheet.rows[at - 1].number == rows[0].number - 1 else None
    return sheet, rows[0], above


def _guesses(sheet: Sheet, head: Row, above: Row | None) -> Iterator[_Guess]:
    below = [row for row in sheet.rows if row.number > head.number][:_MOST_SAMPLES]
    names = [text_of(cell) or (text_of(cell_at(above, at)) if above else "")
             for at, cell in enumerate(head.cells)]  # fmt: skip
    often = Counter(map(heading, names))
    over, taken = "", set[str]()
    for at, name in enumerate(names):
        over = (text_of(cell_at(above, at)) if above else "") or over
        if not name:
            continue
        samples = tuple(cell for row in below if (cell := cell_at(row, at)) != "")
        key, sure = (None, False) if names_person(name) else _key(name, over, samples, taken)
        if key is not None:
            taken.add(key)
        yield _Guess(at, name, over if often[heading(name)] > 1 else "", key, sure, samples)


def _key(
    name: str, over: str, samples: Sequence[Value], taken: set[str]
) -> tuple[str | None, bool]:
    """Give the key that fits a heading best and its samples too, and whether that is sure."""
    wanted = heading(name)
    scored = []
    for key, words in _words().items():
        if key in taken:
            continue
        score = max(_alike(wanted, word) for word in words) if words else 0.0
        table = (
            CASE_KEYS[key.rpartition(".")[0]].title if key.rpartition(".")[0] in CASE_KEYS else None
        )
        if (
            table
            and over
            and any(_alike(heading(over), heading(table.in_(each))) > _NEAR for each in LANGUAGES)
        ):
            score += 0.2
        scored.append((score, key))
    for score, key in sorted(scored, key=lambda each: -each[0]):
        if score < _NEAR:
            break
        if _fits(key, samples):
            return key, score >= 1
    return None, False


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    return difflib.SequenceMatcher(None, one, other).ratio()


def _fits(key: str, samples: Sequence[Value]) -> bool:
    """Tell whether most samples are values that the key can hold, or might once translated."""
    target = target_of(key)
    if target is None or not samples:
        return target is not None
    if key == CASE_ID:
        return not any(holds_cpr_number(text_of(each)) for each in samples)
    if choices_of(target.field):
        return len({text_of(each) for each in samples}) <= _MOST_KINDS
    read = [_read(each, target) for each in samples]
    good = sum(not isinstance(each, Asked) or "unsure" in each.code or (each.code == "list.day"
               and any(sign.isdigit() for sign in text_of(sample)))
               for each, sample in zip(read, samples, strict=True))  # fmt: skip
    return good * 2 > len(samples)


def _read(cell: Value, target: Target) -> object:
    column = Column(heading="x", key=target.key)
    return value_in(cell, column, target, Map(format=1))


def _row_kind(guesses: Iterable[_Guess], language: Language) -> Iterator[str]:
    """Propose the column that says what a row is, where one has few words."""
    for guess in guesses:
        words = dict.fromkeys(map(text_of, guess.samples))
        if (
            heading(guess.heading) in _KIND_WORDS
            and not guess.above
            and (1 < len(words) <= _MOST_KINDS)
        ):
            listed = ", ".join(map(_toml, words))
            yield f"# {_KINDS.in_(language).format(kinds=listed)}"
            yield f"#{_pair('row_kind', guess.heading)}"
            return


def _column(guess: _Guess, guesses: Sequence[_Guess], language: Language) -> Iterator[str]:
    """Write a column; one that is not known is commented out."""
    if names_person(guess.heading):
        yield f"# {_PERSON.in_(language).format(heading=_plain(guess.heading))}"
        return
    shown = dict.fromkeys(_plain(text_of(each)) for each in guess.samples)
    samples = ", ".join(list(shown)[:_SHOWN_SAMPLES])
    if samples:
        yield f"# {_SAMPLES.in_(language).format(samples=samples)}"
    off = "" if guess.key else "#"
    yield f"{off}[[column]]"
    yield off + _pair("heading", guess.heading)
    if guess.above:
        yield off + _pair("above", guess.above)
    if guess.key is None:
        yield f'#key = ""  # {_UNKNOWN.in_(language)}'
        return
    words = CASE_KEYS.get(guess.key)
    unsure = ""
    if not guess.sure and words is not None:
        unsure = f"  # {_UNSURE.in_(language).format(title=words.title.in_(language))}"
    yield _pair("key", guess.key) + unsure
    if guess.key == CASE_ID and len(guess.samples) < max(len(each.samples) for each in guesses):
        yield "repeat = true"
    yield from _forms(guess, language)


def _forms(guess: _Guess, language: Language) -> Iterator[str]:
    """Write how dates and numbers stand where that is not clear, and words to translate."""
    target = target_of(guess.key or "")
    if target is None or target.purpose is Purpose.WHICH:
        return
    asked = [each for each in (_read(cell, target) for cell in guess.samples)
             if isinstance(each, Asked)]  # fmt: skip
    codes = {each.code for each in asked}
    if codes & {"list.day_unsure", "list.day"} and not choices_of(target.field):
        yield f"{_pair('date', _day_form(guess.samples))}  # {_FORM.in_(language)}"
    if codes & {"paid.amount_unsure", "list.number_unsure"}:
        yield f"{_pair('number', '1.234,56')}  # {_FORM.in_(language)}"
    unread = dict.fromkeys(
        text_of(cell) for cell in guess.samples
        if isinstance(_read(cell, target), Asked)
    ) if choices_of(target.field) else {}  # fmt: skip
    if unread:
        options = [str(each) for each in choices_of(target.field)]
        pairs = ", ".join(
            f"{_toml(_plain(text))} = {_toml(_near(text, options))}" for text in unread
        )
        yield f"# {_TRANSLATE.in_(language)}: {', '.join(options)}"
        yield f"values = {{ {pairs} }}"


def _near(text: str, options: Sequence[str]) -> str:
    found = difflib.get_close_matches(text.casefold(), options, 1, 0.3)
    return (found or [each for each in options if each == "other"] or list(options))[0]


def _day_form(samples: Iterable[Value]) -> str:
    """Guess the order of a date by the parts that can be nothing but a year or a day."""
    parts = [re.findall(r"\d+", each) for each in samples if isinstance(each, str)]
    triples = [[int(part) for part in each] for each in parts if len(each) >= 3]  # noqa: PLR2004
    if any(first > 31 for first, *_ in triples):  # noqa: PLR2004 - no day
        return "year-month-day"
    if any(second > 12 for _, second, *_ in triples):  # noqa: PLR2004 - no month
        return "month-day-year"
    runs = [each for each in samples if isinstance(each, str | Decimal)
            and re.match(r"(19|20)\d{6}$", text_of(each))]  # fmt: skip
    return "year-month-day" if runs else "day-month-year"


def _pair(key: str, value: str) -> str:
    return tomli_w.dumps({key: value}).rstrip("\n")


def _toml(text: str) -> str:
    return _pair("x", text).partition(" = ")[2]


def _plain(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in without_cpr(text))
