"""The formats of results: files found by their names, all of one shape, none loaded for a list."""

import inspect
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from udmaal.batch.sink import BatchFormat
from udmaal.cli import formats
from udmaal.cli.formats import Formats, Kind

pytestmark = pytest.mark.fast

KINDS = {name: each for name, each in vars(formats).items() if isinstance(each, Formats)}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_formats_of_a_kind_are_there_and_alike(kind: Formats) -> None:
    assert len(set(kind.names)) == len(kind.names) > 1
    modules = [kind.module(name) for name in kind.names]
    if isinstance(kind, Kind):
        shapes = {_shape(module.write) for module in modules}
        assert len(shapes) == 1, shapes
    else:
        assert all(isinstance(module.FORMAT, BatchFormat) for module in modules)


def _shape(write: Callable[..., None]) -> tuple[Any, ...]:
    result, language, output = inspect.signature(write).parameters.values()
    assert (language.name.lstrip("_"), output.name) == ("language", "output")
    return tuple(each.annotation for each in (result, language, output))


def test_a_new_format_is_a_new_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "kinds" / "letter"
    folder.mkdir(parents=True)
    for package in (folder.parent, folder):
        (package / "__init__.py").write_text("", "utf-8")
    write = "def write(result, language, output):\n    print(result, language, __name__)\n"
    for name in ("zeta", "plain", "alpha"):
        (folder / f"{name}.py").write_text(write, "utf-8")
    monkeypatch.setattr("udmaal.__path__", [*sys.modules["udmaal"].__path__, str(tmp_path)])
    kind: Kind[Any] = Kind("kinds/letter", "plain")
    assert kind.names == ("plain", "alpha", "zeta")
    assert not any(name.startswith("udmaal.kinds") for name in sys.modules)
    kind.write("alpha", "a result", "en", None)
    assert capsys.readouterr().out == "a result en udmaal.kinds.letter.alpha\n"
