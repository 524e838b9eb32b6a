"""The floors of the house: an import goes down, in a function and for types too."""

import ast
from collections.abc import Iterator
from pathlib import Path

from conftest import ROOT

PACKAGE = ROOT / "src" / "udmaal"

# From the ground up; two on one floor do not know each other. ``udmaal`` itself, which exports the
# API and the version, stands outside.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("calendar_month", "language", "money", "processes", "shown"),
    ("amounts", "citations", "faults", "text.numbers"),
    ("reading",),
    ("case", "rates"),
    ("deadline", "letter", "lines", "municipality", "settings"),
    ("breakdown", "masking"),
    ("ledger",),
    ("law",),
    ("checks", "recipient", "text"),
    ("api",),
    ("output",),
    ("comparison", "differences"),
    ("calculator",),
    ("batch", "exchange", "interview", "papers", "side_by_side", "verification", "what_if"),
    ("change", "schema"),
    ("cli",),
    ("__main__",),
)
HEIGHT = {name: number for number, names in enumerate(FLOORS) for name in names}


def _home(module: str) -> str:
    """Name the floor's entry a module belongs to; a part of a room may have a floor of its own."""
    room, _, rest = module.partition(".")
    part = f"{room}.{rest.partition('.')[0]}"
    return part if part in HEIGHT else room


def _imported(path: Path) -> Iterator[str]:
    """Name the home of each module of ``udmaal`` that a file imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            dotted = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: a relative import"
            dotted = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (
            _home(name.removeprefix("udmaal.")) for name in dotted if name.startswith("udmaal.")
        )


def test_every_module_has_a_floor() -> None:
    rooms = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or path.is_dir()}
    rooms -= {"__init__", "__pycache__"}
    assert rooms == {name for name in HEIGHT if "." not in name}
    parts = [name.replace(".", "/") for name in HEIGHT if "." in name]
    assert all((PACKAGE / f"{part}.py").is_file() for part in parts)


def test_no_import_goes_up() -> None:
    wrong = []
    for path in sorted(PACKAGE.rglob("*.py")):
        module = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        if module == "__init__":
            continue
        here = _home(module)
        wrong += [
            f"{module} imports {other}"
            for other in _imported(path)
            if other != here and other in HEIGHT and HEIGHT[other] >= HEIGHT[here]
        ]
    assert wrong == []
