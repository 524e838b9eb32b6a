"""The README shows what the program really prints."""

import re
import shlex
import subprocess
import sys

import pytest

from conftest import EXAMPLES, ROOT, udmaal

README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md"))]
SHOWN = re.findall(
    r"<!-- output: (.*?) -->\n```text\n(.*?)```", "\n".join([README, *DOCS]), re.DOTALL
)


@pytest.mark.parametrize(("command", "text"), SHOWN, ids=[command for command, _ in SHOWN])
def test_shown_output_is_real(command: str, text: str) -> None:
    command, _, lines = command.partition(" | head -")
    out = udmaal(*shlex.split(command)).out
    shown = "".join(out.splitlines(keepends=True)[: int(lines)]) if lines else out
    assert shown == text


def test_there_is_output_and_every_example_is_named() -> None:
    assert SHOWN
    for example in EXAMPLES:
        assert f"examples/{example.name}" in README


def test_both_blocks_are_marked() -> None:
    for marker in ("run", "test"):
        assert README.count(f"<!-- {marker} -->\n```sh\n") == 1


def test_the_python_example_runs() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "gross 16523.44 DKK/month" in done.stdout
