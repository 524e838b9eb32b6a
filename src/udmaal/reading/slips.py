"""The usual slips in a statement of TOML, each with what it was meant to be.

A slip is a guess: whoever asks must try whether the statement, mended, can be read.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

_PASSED = re.compile(r"\"(?:[^\"\\\n]|\\[^\n])*\"|'[^'\n]*'|\#[^\n]*")
_MASK = "\x01"

KEY: Final = r"[A-Za-z0-9_-]+(?:[ \t]*\.[ \t]*[A-Za-z0-9_-]+)*"
# What Word, a web page or a PDF puts in place of a space, and what nobody sees.
_WIDE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u2028\u2029\x0b\x0c\x85"
_NARROW = "\u200b-\u200f\u2060\ufeff\u00ad"
_INVISIBLE = re.compile(f"[{_WIDE}{_NARROW}]")
_SPACE = re.compile(f"[{_WIDE}]")
_DOUBLE, _SINGLE = "“”„‟″«»", "‘’‚‛′´`"
_SMART = re.compile(f"[{_DOUBLE}{_SINGLE}]")
_DATE = re.compile(
    r"(?<![\w.,-])(?P<day>\d{1,2})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4}|\d\d)"
    r"(?![\w-]|[.,/]\d)",
    re.ASCII,
)
_YEAR_FIRST = re.compile(
    r"(?<![\w.,-])(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})"
    r"(?![\w-]|[.,/]\d)",
    re.ASCII,
)
_LAST_MONTH, _LAST_DAY = 12, 31
_THOUSANDS = re.compile(
    r"(?<![\w.,-])(?P<whole>-?\d{1,3}(?:[. \t]\d{3})+)(?:,(?P<rest>\d{1,2}|-))?(?![\w.-]|,\d)",
    re.ASCII,
)
_COMMA = re.compile(r"(?<![\w.,])(?P<whole>-?\d+),(?P<rest>\d{1,2}|-)(?![\w.]|,\d)", re.ASCII)
_UNIT = re.compile(
    r"(?<=\d)[ \t]*(?P<unit>kr\.?|DKK|%|timer|km)(?=[ \t]*(?:[,\]}\r\n\x01]|\Z))"
    r"|(?<=[=\[,])[ \t]*(?P<before>kr\.?|DKK)[ \t]*(?=\d)",
    re.ASCII | re.IGNORECASE,
)
_COLON = re.compile(rf"[ \t]*{KEY}(?P<sign>[ \t]*:)(?=[ \t]*\S)")
_NO_EQUALS = re.compile(rf"[ \t]*{KEY}(?P<sign>[ \t]+)(?=[^\s=:.])")
_LETTERS_IN_KEY = re.compile(
    r"(?:(?<=^)|(?<=[\s{,.\[]))(?P<key>[\w-]*[^\W\x00-\x7f][\w-]*)(?=[ \t]*(?:=|\.|\]))",
    re.MULTILINE,
)
_YES_NO = re.compile(
    r"(?<==)(?P<space>[ \t]*)(?P<word>true|ja|yes|sand|false|nej|no|falsk)"
    r"(?=[ \t\r]*(?:[,}\n\x01]|\Z))",
    re.IGNORECASE,
)
_YES: Final = frozenset({"true", "ja", "yes", "sand"})
_UNQUOTED = re.compile(
    r"(?<==)(?P<space>[ \t]*)(?P<word>[^\W\d][^\"'“”„’=\[\]{}#,\n\x01]*?)"
    r"(?=[ \t\r]*(?:[,}\]\n\x01]|\Z))"
)
_NO_TEXTS: Final = frozenset({"true", "false", "nan", "inf"})
_NO_END = re.compile(r"(?P<sign>[\"'])[^\"'\n]*?(?P<end>[ \t\r]*)$", re.MULTILINE)
_NO_START = re.compile(r"=[ \t]*(?P<start>)[^\W\d][^\"'\n=]*\"[ \t\r]*$", re.MULTILINE)
_QUOTES_INSIDE = re.compile(r"=[ \t]*\"(?P<inside>[^=\n]*)\"[ \t\r]*$", re.MULTILINE)
_BACKSLASH = re.compile(r"\"(?P<inside>[^\"'\n]*\\[^\"'\n]*)\"")


class Edit(NamedTuple):
    """What was meant in place of a stretch of text; without ``code`` a fault names it already."""

    start: int
    end: int
    meant: str
    code: str | None
    values: Mapping[str, str | int] = MappingProxyType({})


Slip = Callable[[str], Iterable[Edit]]


def _masked(text: str) -> str:
    """Give the text with strings and comments blotted out, every sign in its place."""
    return _PASSED.sub(lambda found: _MASK * len(found[0]), text)


def _invisible(text: str) -> Iterator[Edit]:
    for found in _INVISIBLE.finditer(_masked(text)):
        meant = " " if _SPACE.match(found[0]) else ""
        values: dict[str, str | int] = {"sign": f"U+{ord(found[0]):04X}"}
        yield Edit(found.start(), found.end(), meant, "toml.invisible", values)


def _smart_quotes(text: str) -> Iterator[Edit]:
    lines = set()
    for found in _SMART.finditer(_masked(text)):
        line = text.count("\n", 0, found.start())
        code = None if line in lines else "toml.smart_quotes"
        lines.add(line)
        meant = '"' if found[0] in _DOUBLE else "'"
        yield Edit(found.start(), found.end(), meant, code, {"found": found[0]})


def _danish_dates(text: str) -> Iterator[Edit]:
    masked = _masked(text)
    for pattern in (_DATE, _YEAR_FIRST):
        for found in pattern.finditer(masked):
            day, month, year = int(found["day"]), int(found["month"]), found["year"]
            if not (1 <= month <= _LAST_MONTH and 1 <= day <= _LAST_DAY):
                continue
            whole_year = len(year) > 2  # noqa: PLR2004 - of two digits nobody knows the century
            meant = f"{year if whole_year else '20' + year}-{month:02d}-{day:02d}"
            if meant == found[0]:
                continue
            values: dict[str, str | int] = {"found": found[0], "meant": meant}
            code = "toml.danish_date" if whole_year else "toml.short_year"
            yield Edit(found.start(), found.end(), meant, code, values)


def _thousands(text: str) -> Iterator[Edit]:
    for found in _THOUSANDS.finditer(_masked(text)):
        whole, rest = re.sub(r"[. \t]", "", found["whole"]), found["rest"]
        one_point = found["whole"].count(".") == 1 and len(whole) + 1 == len(found["whole"])
        if rest is None and one_point:
            continue  # as TOML reads it, a number with three decimals
        meant = f"{whole}.{rest}" if rest not in {None, "-"} else whole
        yield _number(found, meant, "toml.thousands")


def _decimal_commas(text: str) -> Iterator[Edit]:
    for found in _COMMA.finditer(_masked(text)):
        whole, rest = found["whole"], found["rest"]
        yield _number(found, whole if rest == "-" else f"{whole}.{rest}", "toml.decimal_comma")


def _number(found: re.Match[str], meant: str, code: str) -> Edit:
    values: dict[str, str | int] = {"found": found[0], "meant": meant}
    return Edit(found.start(), found.end(), meant, code, values)


def _units(text: str) -> Iterator[Edit]:
    for found in _UNIT.finditer(_masked(text)):
        values: dict[str, str | int] = {"found": found["unit"] or found["before"]}
        yield Edit(found.start(), found.end(), "" if found["unit"] else " ", "toml.unit", values)


def _no_equals(text: str) -> Iterator[Edit]:
    for pattern, code in ((_COLON, "toml.colon"), (_NO_EQUALS, "toml.equals")):
        found = pattern.match(text)
        if found:
            yield Edit(found.start("sign"), found.end("sign"), " = ", code)
            return


def _letters_in_keys(text: str) -> Iterator[Edit]:
    for found in _LETTERS_IN_KEY.finditer(_masked(text)):
        key = found["key"]
        yield Edit(found.start(), found.end(), f'"{key}"', "toml.letters", {"key": key})


def _yes_no(text: str) -> Iterator[Edit]:
    for found in _YES_NO.finditer(_masked(text)):
        meant = "true" if found["word"].lower() in _YES else "false"
        values: dict[str, str | int] = {"found": found["word"], "meant": meant}
        if found["word"] != meant:
            yield Edit(found.start("word"), found.end("word"), meant, "toml.yes_no", values)


def _unquoted(text: str) -> Iterator[Edit]:
    for found in _UNQUOTED.finditer(_masked(text)):
        word = found["word"]
        if word not in _NO_TEXTS:
            meant = f'"{word}"'
            yield Edit(
                found.start("word"), found.end("word"), meant, "toml.unquoted", {"found": word}
            )


def _no_end_of_text(text: str) -> Iterator[Edit]:
    for found in _NO_END.finditer(_masked(text)):
        yield Edit(found.start("end"), found.start("end"), found["sign"], "toml.quote_missing")


def _no_start_of_text(text: str) -> Iterator[Edit]:
    for found in _NO_START.finditer(text):
        yield Edit(found.start("start"), found.start("start"), '"', "toml.quote_missing")


def _quotes_inside(text: str) -> Iterator[Edit]:
    for found in _QUOTES_INSIDE.finditer(text):
        if '"' in found["inside"]:
            meant = found["inside"].replace('"', "'")
            yield Edit(found.start("inside"), found.end("inside"), meant, "toml.quotes_inside")


def _backslashes(text: str) -> Iterator[Edit]:
    for found in _BACKSLASH.finditer(text):
        meant = f"'{found['inside']}'"
        yield Edit(found.start(), found.end(), meant, "toml.backslash")


# The first ones may come together: a date and a non-breaking space, a comma and "kr.".
TOGETHER: Final[tuple[Slip, ...]] = (
    _invisible,
    _smart_quotes,
    _letters_in_keys,
    _no_equals,
    _danish_dates,
    _thousands,
    _units,
    _decimal_commas,
    _yes_no,
)
SLIPS: Final[tuple[Slip, ...]] = (
    *TOGETHER,
    _no_end_of_text,
    _no_start_of_text,
    _unquoted,
    _quotes_inside,
    _backslashes,
)


def mended(text: str, edits: Iterable[Edit]) -> str:
    """Give the text with the edits made, which do not overlap."""
    parts, at = [], 0
    for edit in sorted(edits, key=lambda each: each.start):
        if edit.start >= at:
            parts += [text[at : edit.start], edit.meant]
            at = edit.end
    return "".join([*parts, text[at:]])


def before(offset: int, edits: Iterable[Edit]) -> int:
    """Give the place in the text before the edits of a place in the text after them."""
    shift = 0
    for edit in sorted(edits, key=lambda each: each.start):
        if edit.start + shift > offset:
            break
        shift += len(edit.meant) - (edit.end - edit.start)
    return offset - shift
