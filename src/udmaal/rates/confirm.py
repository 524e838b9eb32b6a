"""Confirm a rate: its value is seen published, and its file comes to say so, with the source.

The text of a file is never written anew. What is put in place of what is said, and then it is
proven that the file says the confirmed rate, and of every other the same as before.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from udmaal.faults import Fault, InputFaultsError
from udmaal.rates.book import Rate, RateBook, RateFile
from udmaal.rates.read import rate_file
from udmaal.rates.verify import verify
from udmaal.rates.written import quoted, rate_lines
from udmaal.reading.places import Spot, spots
from udmaal.reading.source import Source, source_from_bytes
from udmaal.reading.splice import Edit, keeps, spliced

# How well a value is known that somebody saw published.
EVIDENCE = "confirmed"


class Said(NamedTuple):
    """What is said of a rate: where it stands, in one language or both, and the value as TOML.

    Without ``value`` that is the one the rate has.
    """

    source: str
    source_da: str = ""
    value: str = ""


def to_confirm(key: str, on: date, own: RateBook, shipped: RateBook) -> Rate:
    """Give the value of a rate that is in force on a date.

    That is one's own, or the shipped one where that is newer: a new version of the program has
    brought it. Raises ``InputFaultsError`` for an unknown key, or a date without a value.
    """
    found = [book.at(on).get(key) for book in (own, shipped) if book.covers(on)]
    values = [rate for rate in found if rate is not None]
    if not values:
        own.at(on)
        raise InputFaultsError([Fault("rates.no_value", values={"key": key, "date": on})])
    return max(values, key=lambda rate: rate.effective)


def confirmed(rate: Rate, said: Said, book: RateBook, file: Source | None, name: str) -> Source:
    """Give the text of the file in which a rate stands as published, under the name of the file.

    ``file`` is the file of the rate's date in the folder of ``book``, if there is one. Raises
    ``InputFaultsError`` where the text cannot come to say it without moving what is there, where
    what is said is no value of the rate, and with what verification finds wrong with the rates
    that it did not find before.
    """
    there = next((each for each in book.files if each.effective == rate.effective), None)
    own = next((each for each in there.rates if each.key == rate.key), None) if there else None
    if own is not None and file is not None:
        made = _edited(file, own, said)
    else:
        made = _added(file, rate, said, name)
    try:
        after = rate_file(f"{rate.effective}.toml", made)
    except InputFaultsError:
        if said.value:
            raise
        raise InputFaultsError([_no_place(rate, made.name)]) from None
    _must_say(after, there, rate, said, made.name)
    _must_hold(book, after)
    return made


def _edited(file: Source, rate: Rate, said: Said) -> Source:
    """Put what is said in place of what the table of the rate says."""
    text = file.text.encode()
    edits = [*_edits(file.text, rate, said)]
    made = spliced(text, edits)
    if not keeps(text, made, edits):
        raise InputFaultsError([_no_place(rate, file.name)])
    return source_from_bytes(file.name, made)


def _edits(text: str, rate: Rate, said: Said) -> Iterator[Edit]:
    table = tuple(rate.key.split("."))
    wanted = {
        **({"value": said.value} if said.value else {}),
        "status": quoted("published"),
        "evidence": quoted(EVIDENCE),
        "source": quoted(said.source),
        "source_da": quoted(said.source_da) if said.source_da else None,
    }
    found = {spot.path: spot for spot in spots(text, [(*table, name) for name in wanted])}
    before = found.get((*table, "source"))
    if before is None:
        return
    for name, value in wanted.items():
        spot = found.get((*table, name))
        if spot is not None and value is not None:
            yield Edit(spot.start, spot.end, value.encode())
        elif spot is not None:
            yield _without(text.encode(), spot)
        elif value is not None:
            yield _above(text.encode(), before, f"{name} = {value}")


def _above(text: bytes, spot: Spot, new: str) -> Edit:
    """Put a line above that of a key, in its manner."""
    start = text.rfind(b"\n", 0, spot.start) + 1
    line = text[start : spot.start]
    indent = line[: len(line) - len(line.lstrip(b" \t"))]
    end = b"\r\n" if b"\r\n" in text else b"\n"
    return Edit(start, start, indent + new.encode() + end)


def _without(text: bytes, spot: Spot) -> Edit:
    """Take the line of a key away: it cited what no longer holds."""
    end = text.find(b"\n", spot.end)
    return Edit(text.rfind(b"\n", 0, spot.start) + 1, len(text) if end < 0 else end + 1, b"")


def _added(file: Source | None, rate: Rate, said: Said, name: str) -> Source:
    """Put the table of a rate at the end of its file, or into a new one."""
    published = rate._replace(
        status="published", evidence=EVIDENCE, source=said.source, source_da=said.source_da
    )
    lines = rate_lines(published)
    if said.value:
        lines[1] = f"value = {said.value}"
    text = file.text if file is not None else f"format = 1\neffective = {rate.effective}\n"
    end = "\r\n" if "\r\n" in text else "\n"
    text += "" if text.endswith("\n") else end
    return source_from_bytes(name, (text + end.join(["", *lines, ""])).encode())


def _must_say(after: RateFile, before: RateFile | None, rate: Rate, said: Said, name: str) -> None:
    """Raise ``InputFaultsError`` where a file does not say the confirmed rate and the others."""
    new = {each.key: each for each in after.rates}
    old = {each.key: each for each in (before.rates if before else ())}
    own = new.pop(rate.key, None)
    old.pop(rate.key, None)
    as_said = (
        own is not None
        and (own.status, own.source, own.source_da) == ("published", said.source, said.source_da)
        and (bool(said.value) or own.value == rate.value)
    )
    if not as_said or new != old:
        raise InputFaultsError([_no_place(rate, name)])


def _no_place(rate: Rate, name: str) -> Fault:
    return Fault("confirm.place", (*rate.key.split("."),), {"key": rate.key}, name)


def _must_hold(book: RateBook, after: RateFile) -> None:
    """Raise ``InputFaultsError`` with what is wrong with the rates, and was not before."""
    others = [file for file in book.files if file.effective != after.effective]
    known = [_told(fault) for fault in verify(book).errors]
    wrong = verify(RateBook([*others, after], "")).errors
    new = [fault for fault in wrong if _told(fault) not in known]
    if new:
        raise InputFaultsError(new)


def _told(fault: Fault) -> tuple[object, ...]:
    return fault.code, fault.path, dict(fault.values), fault.file
