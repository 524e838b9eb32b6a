"""The floors of the house: an import points down or stays on its floor.

Every import of a module of udmaal counts, also one inside a function or for the types alone.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from conftest import ROOT

SOURCE = ROOT / "src"

# From the bottom to the top. A module belongs to the entry that names most of its path.
FLOORS: Final = (
    ("money", "calendar_month", "shown", "text.language"),
    ("faults",),
    ("reading",),
    ("rates", "case"),
    ("municipality", "breakdown", "masking"),
    ("ledger",),
    ("reading.kind", "reading.paid", "reading.variations"),
    ("law", "comparison"),
    ("checks",),
    ("api",),
    ("calculator",),
    ("text",),
    ("output",),
    ("what_if", "verification", "batch", "interview"),
    ("schema",),
    ("cli",),
    ("udmaal", "__main__"),  # the package itself: the names it exports
)

_VERSION = "the version stands in the package itself, and every result names it"
_HALVES = "the halves of a use that lie in text and output know the values of the use"
# What runs up today, and why.
UP: Final = {
    ("batch.earlier", "udmaal"): _VERSION,
    ("cli.app", "udmaal"): _VERSION,
    ("output.document", "udmaal"): _VERSION,
    ("output.verification", "verification"): _HALVES,
    ("output.what_if_picture", "what_if"): _HALVES,
    ("output.what_if_rows", "what_if"): _HALVES,
    ("output.what_if_table", "what_if"): _HALVES,
    ("text.what_if", "what_if"): _HALVES,
}


def named(path: Path) -> str:
    """Give a module by its path below the package; the package itself is ``udmaal``."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(part for part in parts[1:] if part != "__init__") or "udmaal"


MODULES: Final = {named(path): path for path in (SOURCE / "udmaal").rglob("*.py")}


def imported(path: Path) -> Iterator[str]:
    """Give the modules of udmaal that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            full = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}:{node.lineno}: a relative import"
            # What is imported from a package may be a module of it, or a name in it.
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            full = [
                name if name.removeprefix("udmaal.") in MODULES else str(node.module)
                for name in inner
            ]
        else:
            continue
        for name in full:
            if name.split(".")[0] == "udmaal":
                yield name.removeprefix("udmaal.")


def floor(module: str) -> int:
    """Give the number of a module's floor."""
    parts = module.split(".")
    beginnings = [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
    return next(
        number for name in beginnings for number, names in enumerate(FLOORS) if name in names
    )


ARROWS: Final = {(name, other) for name, path in MODULES.items() for other in imported(path)}


def test_every_floor_and_every_module_is_there() -> None:
    homeless = [name for name in MODULES if not any(_covers(e, name) for e in _entries())]
    empty = [entry for entry in _entries() if not any(_covers(entry, name) for name in MODULES)]
    assert (homeless, empty) == ([], [])


def _entries() -> list[str]:
    return [entry for names in FLOORS for entry in names]


def _covers(entry: str, module: str) -> bool:
    return f"{module}.".startswith(f"{entry}.")


def test_no_import_points_up_but_those_that_are_named() -> None:
    assert len(ARROWS) > len(MODULES)
    up = {(name, other) for name, other in ARROWS if floor(other) > floor(name)}
    assert up - UP.keys() == set(), "import from a lower floor, or move what both need down"
    assert UP.keys() - up == set(), "no longer needed: strike it out here"
