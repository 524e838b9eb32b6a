"""What is wrong with a TOML text that the parser refuses, all at once and in words of our own.

A parser stops at the first thing it does not understand. Here the text is taken apart into its
statements (a table's head, or a key with its value), each of which is read by itself. What cannot
be read becomes a fault, and what is left is read as if it stood alone.

A slip of the hand is named only where mending it makes the statement right; where nothing is
certain, the general words stand.
"""

import re
from collections.abc import Callable, Container, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import tomli

from udmaal.faults import Path
from udmaal.reading.places import inside_last
from udmaal.reading.slips import KEY, SLIPS, TOGETHER, Edit, before, mended

MOST_DEPTH = 32
# Past these a text is no slip of the hand, and looking for what was meant is not worth the time.
_MOST_FAULTS = 1000
_MOST_GUESSES = 200
_LONGEST_GUESS = 2000

_STRING_OR_COMMENT = r"""
    \"{3}(?:[^"\\]|\\[\s\S]|"(?!""))*(?:"{3,5}|\Z)
  | '{3}(?:[^']|'(?!''))*(?:'{3,5}|\Z)
  | "(?:[^"\\\n]|\\[^\n])*(?:"|\\?(?=\n|\Z))
  | '[^'\n]*(?:'|(?=\n|\Z))
  | \#[^\n]*
"""
_STRINGS = re.compile(_STRING_OR_COMMENT, re.VERBOSE)
_TOKENS = re.compile(rf"(?P<passed>{_STRING_OR_COMMENT})|(?P<sign>[\[\]{{}}\n])", re.VERBOSE)

_PART = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_DEEP_KEY = re.compile(rf"(?<![\w-])(?:{_PART}[ \t]*\.[ \t]*){{{MOST_DEPTH}}}")
_KEY_AT_START = re.compile(rf"[ \t]*({KEY})[ \t]*(?=[=:\s]|\Z)")
_STARTS_PAIR = re.compile(r"[ \t]*[\w.-]+[ \t]*=")
_STARTS_TABLE = re.compile(r"[ \t]*\[\[?[ \t]*[^\W\d][\w. -]*\]\]?[ \t\r]*(?:#[^\n]*)?(?=\n|\Z)")
_HEAD = re.compile(rf"[ \t]*(\[\[?)[ \t]*({KEY})[ \t]*(\]*)[ \t\r]*(?:#.*)?\Z")
_HEAD_SIGN = re.compile(r"[ \t]*\[")
_RIGHT_HEAD = re.compile(rf"[ \t]*(?:\[{KEY}\]|\[\[{KEY}\]\])[ \t\r]*\Z")
_CLOSED_HEAD = re.compile(r"[ \t]*(?:\[[^\[\]\n]*\]|\[\[[^\[\]\n]*\]\])[ \t\r]*(?:#.*)?\Z")
# Most statements are right and plain, and need no parser.
_PLAIN_PAIR = re.compile(
    r'[ \t]*([A-Za-z0-9_-]+)[ \t]*=[ \t]*(?:"[^"\\\x00-\x1f\x7f]*"|true|false'
    r"|(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|[12][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8]))"
    r"[ \t]*\r?\Z"
)


class SyntaxFault(NamedTuple):
    """A fault, with the place in the text at which it stands."""

    code: str
    offset: int
    values: Mapping[str, str | int] = MappingProxyType({})


class Rest(NamedTuple):
    """What could be read of a text.

    ``text`` is the text without what could not be; lines and columns are as before. ``unread``
    are the keys whose value could not be read, with their place in the text. ``lost`` tells that
    there are lines of which not even the key is known: nothing can be said to be missing.
    """

    faults: tuple[SyntaxFault, ...]
    text: str
    document: dict[str, Any]
    unread: Mapping[Path, int]
    lost: bool


def may_be_deep(text: str) -> bool:
    """Tell whether a text has the brackets and dots that deep tables take.

    Most case files have not: it saves a fiftieth of the time of a batch to look no further.
    """
    return text.count("[") + text.count("{") + text.count(".") >= MOST_DEPTH


_HOLDERS = (dict, list)


def depth_exceeded(document: Any) -> bool:
    """Tell whether tables and lists lie deeper in each other than any file of ours has them."""
    level: list[Any] = [document] if isinstance(document, _HOLDERS) else []
    for _ in range(MOST_DEPTH):
        level = [
            inner
            for holder in level
            for inner in (holder.values() if isinstance(holder, dict) else holder)
            if isinstance(inner, _HOLDERS)
        ]
        if not level:
            return False
    return True


def deep_key(text: str) -> int | None:
    """Give the place of a key or table name of too many parts; no parser should see one."""
    if text.count(".") < MOST_DEPTH:
        return None
    found = _DEEP_KEY.search(text)
    for passed in _STRINGS.finditer(text):
        if found is None or found.start() <= passed.start():
            break
        if found.start() < passed.end():
            found = _DEEP_KEY.search(text, passed.end())
    return found.start() if found else None


def deep_place(text: str) -> int:
    """Give the place at which a text that nests too deeply does so, as near as can be told."""
    depth = 0
    for token in _TOKENS.finditer(text):
        sign = token["sign"]
        if sign in {"[", "{"}:
            depth += 1
            if depth > MOST_DEPTH:
                return token.start()
        elif sign in {"]", "}"}:
            depth -= 1
    lines = text.split("\n")
    deepest = max(range(len(lines)), key=lambda number: sum(map(lines[number].count, "[{.")))
    return sum(len(line) + 1 for line in lines[:deepest])


def diagnose(text: str, parse_float: Callable[[str], Any], several: Container[str]) -> Rest | None:
    """Say what is wrong with a text, or ``None`` where this reading finds nothing.

    ``several`` are the tables, in dotted form, that may stand more than once.
    """
    reader = _Reader(text, parse_float, several)
    for start, end in _statements(text):
        if len(reader.faults) >= _MOST_FAULTS:
            break
        reader.statement(start, end)
    rest = reader.rest()
    return rest if rest.faults else None


def _statements(text: str) -> Iterator[tuple[int, int]]:
    """Take a text apart into statements; each takes up whole lines.

    A bracket that is still open where the next statement plainly begins was not closed.
    """
    start = 0
    open_signs: list[str] = []
    for token in _TOKENS.finditer(text):
        sign = token["sign"]
        if sign is None:
            continue
        if sign in {"[", "{"}:
            open_signs.append(sign)
        elif sign in {"]", "}"}:
            if open_signs:
                open_signs.pop()
        elif not open_signs or _begins_anew(text, start, token.start(), open_signs[-1]):
            yield start, token.start()
            start = token.end()
            open_signs.clear()
    yield start, len(text)


def _begins_anew(text: str, start: int, end: int, inside: str) -> bool:
    """Tell whether the statement up to a line end is over, though a bracket is open."""
    if _HEAD_SIGN.match(text, start) or _STARTS_TABLE.match(text, end + 1):
        return True
    if not _STARTS_PAIR.match(text, end + 1):
        return False
    return inside == "[" or text[max(start, end - 80) : end].rstrip()[-1:] not in {",", "{"}


class _Reader:
    """Reads one statement after the other and keeps account of tables and keys."""

    def __init__(
        self, text: str, parse_float: Callable[[str], Any], several: Container[str]
    ) -> None:
        self.faults: list[SyntaxFault] = []
        self._text = text
        self._parse_float = parse_float
        self._several = several
        self._guesses = 0
        self._kept: list[str] = []
        self._line = 1
        self._table: Path | None = ()  # None: what follows belongs to no table that can be told
        self._lines: dict[Path, int] = {}
        self._lengths: dict[Path, int] = {}
        self._first_heads: dict[Path, int] = {}
        self._single_heads: dict[Path, list[_SingleHead]] = {}
        self._unread: dict[Path, int] = {}
        self._lost = False

    def statement(self, start: int, end: int) -> None:
        """Read one statement, and keep it or name its fault."""
        text = self._text[start:end]
        plain = _PLAIN_PAIR.match(text)
        if not text or text.isspace():
            kept = text
        elif plain:
            kept = text if self._new_key(start + plain.start(1), (plain[1],)) else ""
        elif _HEAD_SIGN.match(text):
            kept = self._head(start, text)
        else:
            kept = self._pair(start, text)
        newlines = text.count("\n")
        self._kept.append(kept or "\n" * newlines)
        self._line += newlines + 1

    def rest(self) -> Rest:
        """Give what is left when all statements were read."""
        for path, heads in self._single_heads.items():
            wrong = [head for head in heads if head.number] or heads
            if self._lengths[path] > 1:
                self.faults += [head.fault() for head in wrong]
        text = "\n".join(self._kept)
        document: dict[str, Any] = {}
        try:
            document = tomli.loads(text, parse_float=self._parse_float)
        except tomli.TOMLDecodeError as error:  # of what no statement alone can tell
            self.faults.append(as_the_parser_says(error, text))
            self._lost = True
        except (ValueError, RecursionError):
            self._lost = True
        if depth_exceeded(document):
            self.faults.append(SyntaxFault("toml.too_deep", deep_place(text)))
            document, self._lost = {}, True
        if len(self.faults) >= _MOST_FAULTS:
            self._lost = True
        return Rest(tuple(self.faults), text, document, self._unread, self._lost)

    def _head(self, start: int, text: str) -> str:
        """Read the head of a table; gives the line as it was meant, or nothing."""
        self.faults += [] if _RIGHT_HEAD.match(text) else self._wrong(start, text)
        found = _HEAD.match(text)
        if found is None:
            self._table, self._lost = None, True
            return ""
        parts = tuple(part.strip() for part in found[2].split("."))
        name = ".".join(parts)
        path = inside_last(parts, self._lengths)
        many = found[1] == "[[" or found[3] == "]]"
        if not many and name in self._several and path not in self._lines:
            head = _SingleHead(name, self._lengths.get(path, 0), start + found.start(1))
            self._single_heads.setdefault(path, []).append(head)
            many = True
        elif path in self._lines or (not many and path in self._lengths):
            self._twice("toml.table_twice", start + found.start(1), path, name)
            self._table = None
            return ""
        if many:
            count = self._lengths.get(path, 0)
            self._lengths[path] = count + 1
            if not count:
                self._first_heads[path] = self._line
            path = (*path, count)
        else:
            self._lines[path] = self._line
        self._table = path
        return f"[[{name}]]" if many else f"[{name}]"

    def _pair(self, start: int, text: str) -> str:
        """Read a key with its value, or an empty line; gives it back, or nothing."""
        faults = self._wrong(start, text)
        self.faults += faults
        found = _KEY_AT_START.match(text)
        parts = tuple(part.strip() for part in found[1].split(".")) if found else ()
        if not faults:
            new = not found or self._new_key(start + found.start(1), parts)
            return text if new and self._table is not None else ""
        if found and self._table is not None:
            self._unread[(*self._table, *parts)] = start + found.start(1)
        else:
            self._lost = True
        return ""

    def _new_key(self, offset: int, parts: tuple[str, ...]) -> bool:
        """Note a key; tells whether it stands there for the first time, in a table that is kept."""
        if self._table is None:
            return False
        path = (*self._table, *parts)
        if path in self._lines or path in self._lengths:
            self._twice("toml.key_twice", offset, path, ".".join(parts))
            self._unread[path] = offset
            return False
        self._lines[path] = self._line
        return True

    def _twice(self, code: str, offset: int, path: Path, name: str) -> None:
        line = self._lines.get(path) or self._first_heads[path]
        self.faults.append(SyntaxFault(code, offset, {"key": name, "line": line}))

    # -- what is wrong with a statement

    def _wrong(self, start: int, text: str) -> list[SyntaxFault]:
        """Give what is wrong with one statement; nothing where it is right."""
        try:
            error = self._error(text)
        except RecursionError:
            return [SyntaxFault("toml.too_deep", start + deep_place(text))]
        if error is None:
            return []
        guess = len(text) <= _LONGEST_GUESS and self._guesses < _MOST_GUESSES
        self._guesses += guess
        found = self._slips(text) if guess else []
        return [
            each._replace(offset=start + each.offset) for each in found or [_general(error, text)]
        ]

    def _error(self, text: str) -> tomli.TOMLDecodeError | None:
        try:
            tomli.loads(text, parse_float=self._parse_float)
        except tomli.TOMLDecodeError as error:
            return error
        except ValueError:  # a whole number of thousands of digits: it is refused later
            return None
        return None

    def _slips(self, text: str) -> list[SyntaxFault]:
        """Name the slips that, mended, make the statement right; first one kind, then all."""
        for slip in SLIPS:
            edits = list(slip(text))
            if edits and self._error(mended(text, edits)) is None:
                return [_slip(edit, edit.start) for edit in edits if edit.code]
        meant = text
        made: list[list[Edit]] = []
        faults: list[SyntaxFault] = []
        for slip in TOGETHER:
            edits = list(slip(meant))
            for edit in edits:
                offset = edit.start
                for former in reversed(made):
                    offset = before(offset, former)
                faults += [_slip(edit, offset)] if edit.code else []
            made.append(edits)
            meant = mended(meant, edits)
        return faults if self._error(meant) is None else []


def _slip(edit: Edit, offset: int) -> SyntaxFault:
    return SyntaxFault(edit.code or "", offset, edit.values)


class _SingleHead(NamedTuple):
    """The head of a table written as if there were one alone, of a kind that may be several."""

    name: str
    number: int
    offset: int

    def fault(self) -> SyntaxFault:
        """Say that several are there."""
        return SyntaxFault("toml.table_several", self.offset, {"key": self.name})


# The parser's words, in the form with quoted parts blanked out, and our codes for them.
_PARSER_SAYS = {
    "Cannot overwrite a value": "toml.duplicate",
    "Cannot declare '…' twice": "toml.duplicate",
    "Duplicate inline table key '…'": "toml.duplicate",
    "Cannot mutate immutable namespace '…'": "toml.duplicate",
    "Cannot redefine namespace '…'": "toml.duplicate",
    "Escaped character is not a Unicode scalar value": "toml.backslash",
    "Invalid hex value": "toml.backslash",
    "Found invalid character '…'": "toml.invisible",
    "Expected '…'": "toml.string",
    'Expected "…"': "toml.string",
    "Invalid date or datetime": "toml.date",
    "Unterminated string": "toml.string",
    "Illegal character '…'": "toml.string",
    "Unescaped '…' in a string": "toml.string",
    "Expected '…' after a key in a key/value pair": "toml.equals",
    "Expected '…' at the end of a table declaration": "toml.bracket",
    "Expected '…' at the end of an array declaration": "toml.bracket",
    "Unclosed array": "toml.bracket",
    "Unclosed inline table": "toml.bracket",
    "Invalid value": "toml.value",
    "Expected newline or end of document after a statement": "toml.after",
    "Invalid statement": "toml.statement",
    "Invalid initial character for a key part": "toml.statement",
}
_ONE_VALUE = re.compile(rf"[ \t]*{KEY}[ \t]*=[ \t]*(?P<value>[^\"'=\[\]{{}}\n]*)\Z")


def as_the_parser_says(error: tomli.TOMLDecodeError, text: str) -> SyntaxFault:
    """Name a fault by what the parser says, in our words where we have some."""
    kind = re.sub(r"\"'+\"", '"…"', error.msg, count=1)
    code = _PARSER_SAYS.get(re.sub(r"'.*'", "'…'", kind, count=1, flags=re.DOTALL))
    value = _ONE_VALUE.match(text)
    if code == "toml.after" and value:
        return SyntaxFault("toml.value", value.start("value"))
    found = text[error.pos : error.pos + 1]
    values: dict[str, str | int] = {"message": error.msg[:200]}
    if code == "toml.invisible":
        values["sign"] = f"U+{ord(found):04X}" if found else ""
    return SyntaxFault(code or "toml.syntax", error.pos, values)


def _general(error: tomli.TOMLDecodeError, text: str) -> SyntaxFault:
    """Name the fault of a statement in which no slip is certain."""
    head = _HEAD_SIGN.match(text)
    if head and _CLOSED_HEAD.match(text):
        return SyntaxFault("toml.table_name", head.end() - 1)
    fault = as_the_parser_says(error, text)
    opening = _not_closed(text)
    if opening is not None and error.pos >= len(text.rstrip()):
        return SyntaxFault("toml.bracket", opening)
    if fault.code == "toml.bracket":  # said of a list in which something else is wrong
        return fault._replace(code="toml.bracket" if head else "toml.value")
    return fault


def _not_closed(text: str) -> int | None:
    """Give the place of the last bracket of a statement that is not closed."""
    opened = []
    for token in _TOKENS.finditer(text):
        if token["sign"] in {"[", "{"}:
            opened.append(token.start())
        elif token["sign"] in {"]", "}"} and opened:
            opened.pop()
    return opened[-1] if opened else None
