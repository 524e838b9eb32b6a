"""The formats of results: files found by their names, all of one shape, none loaded for a list."""

import inspect
import sys
from pathlib import Path
from typing import Any

import pytest

from udmaal.cli import formats
from udmaal.cli.formats import Formats, Kind

pytestmark = pytest.mark.fast

KINDS = {name: each for name, each in vars(formats).items() if isinstance(each, Formats)}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_format_can_be_loaded(kind: Formats) -> None:
    assert len(set(kind.names)) == len(kind.names) > 1
    for name in kind.names:
        module = kind.module(name)
        if isinstance(kind, Kind):
            result, *others = inspect.signature(module.write).parameters.values()
            assert result.annotation is not inspect.Parameter.empty
            assert [each.name.lstrip("_") for each in others] == ["language", "output"]
        else:
            assert module.FORMAT.sink


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
