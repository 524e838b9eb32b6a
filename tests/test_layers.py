"""The floors of the house: an import goes down, in a function and for types too."""

import ast
from collections.abc import Iterator
from pathlib import Path

from conftest import ROOT

PACKAGE = ROOT / "src" / "udmaal"

# From the ground up; two on one floor do not know each other. ``udmaal`` itself, which exports the
# API and the version, stands outside.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("calendar_month", "money", "shown"),
    ("faults",),
    ("reading",),
    ("case", "rates"),
    ("breakdown", "masking", "municipality"),
    ("ledger",),
    ("law",),
    ("checks", "text"),
    ("api",),
    ("output",),
    ("comparison",),
    ("batch", "interview", "verification", "what_if"),
    ("schema",),
    ("cli",),
    ("__main__",),
)
HEIGHT = {name: number for number, names in enumerate(FLOORS) for name in names}


def _imported(path: Path) -> Iterator[str]:
    """Name what stands right under ``udmaal`` in each import of a file."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            dotted = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: a relative import"
            dotted = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in dotted:
            if name.startswith("udmaal."):
                yield name.split(".")[1]


def test_every_module_has_a_floor() -> None:
    assert {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or path.is_dir()} - {
        "__init__",
        "__pycache__",
    } == set(HEIGHT)


def test_no_import_goes_up() -> None:
    wrong = []
    for path in sorted(PACKAGE.rglob("*.py")):
        inside = path.relative_to(PACKAGE).with_suffix("")
        here = inside.parts[0]
        if here == "__init__":
            continue
        wrong += [
            f"{inside.as_posix()} imports {other}"
            for other in _imported(path)
            if other != here and other in HEIGHT and HEIGHT[other] >= HEIGHT[here]
        ]
    assert wrong == []
