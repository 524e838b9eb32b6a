"""The documents show what the program really does: every command, output and link is tried.

Above the fence of a block stand its markers, each a comment on a line of its own:

- ``<!-- not run: REASON -->``: it cannot be run here;
- ``<!-- exit: N -->``: its exit code is N, on purpose;
- ``<!-- needs: PROGRAM -->``: it is left out where that program is not installed;
- ``<!-- file: NAME -->``: the block is a file of the reader's;
- ``<!-- sheet: NAME -->``: the block is a workbook of the reader's, its cells parted by semicolons;
- ``<!-- replaces: NAME: TEXT -->``: the block takes the place of a text in such a file;
- ``<!-- output: COMMAND | head -N -->``: a text block that udmaal prints;
- ``<!-- output of the above -->``: a text block that the block before it prints;
- ``<!-- from an empty folder -->``: README only; a test of its own looks at what it leaves;
- ``<!-- run -->``, ``<!-- test -->``: README only; ``.ci/run`` runs them in a fresh clone.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from enum import Enum
from html import unescape
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from xlsxwriter import Workbook

from conftest import EXAMPLES, ROOT, pdf_faults, udmaal
from headings import LINK, anchors, prose
from udmaal.cli.app import app_for
from udmaal.language import LANGUAGES, Language, Text

DOCS = ROOT / "docs"
sys.path.insert(0, str(DOCS / "pictures"))

from screens import SCREENS, Screen, without_colours  # noqa: E402

# Writes what is shown anew; then read the difference before it is committed.
UPDATE = bool(os.environ.get("UDMAAL_UPDATE_EXPECTED"))
DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")),
    *sorted(DOCS.glob("*.md")),
]
README = DOCUMENTS[0]

_MARKER = re.compile(r"<!-- ([a-z ]+)(?:: (.*))? -->")
_MARKERS: Final = {
    "from an empty folder", "not run", "exit", "needs", "file", "sheet", "replaces", "output",
    "output of the above", "run", "test",
}  # fmt: skip
_RUN_BY_CI: Final = {"run", "test"}
# What a block may be written in; another shell can only be shown with a reason.
_RUN_HERE: Final = {"sh", "python"}
_ONLY_SHOWN: Final = {"powershell"}
_NO_COMMANDS: Final = {"text", "toml", "json", "csv"}


class Block(NamedTuple):
    """A fenced block: its language, its lines and the markers above it."""

    document: Path
    line: int
    language: str
    text: str
    markers: dict[str, str]

    @property
    def is_run(self) -> bool:
        left_to_others = _RUN_BY_CI | {"not run"}
        return self.language in _RUN_HERE and not left_to_others & self.markers.keys()

    @property
    def place(self) -> str:
        return f"{named(self.document)}:{self.line}"


def named(document: Path) -> str:
    return document.relative_to(ROOT).as_posix()


def blocks(document: Path) -> Iterator[Block]:
    """Give the fenced blocks of a document in their order."""
    markers: dict[str, str] = {}
    lines = enumerate(document.read_text(encoding="utf-8").splitlines(keepends=True), 1)
    for number, line in lines:
        if marker := _MARKER.fullmatch(line.rstrip("\n")):
            markers[marker[1]] = marker[2] or ""
            continue
        if line.startswith("```"):
            body = []
            for _, inner in lines:
                if inner.startswith("```"):
                    break
                body.append(inner)
            yield Block(document, number, line[3:].strip(), "".join(body), markers)
        markers = {}


BLOCKS = [block for document in DOCUMENTS for block in blocks(document)]
SHOWN = [block for block in BLOCKS if "output" in block.markers]


@pytest.mark.parametrize("block", SHOWN, ids=[block.markers["output"] for block in SHOWN])
def test_shown_output_is_real(block: Block) -> None:
    command, _, lines = block.markers["output"].partition(" | head -")
    out = udmaal(*shlex.split(command)).out
    shown = "".join(out.splitlines(keepends=True)[: int(lines)]) if lines else out
    if UPDATE:
        rewrite(f"output: {block.markers['output']}", block, shown)
    else:
        assert shown == block.text


def rewrite(marker: str, block: Block, shown: str) -> None:
    """Put what is really printed in place of what a document shows."""
    text = block.document.read_text(encoding="utf-8")
    before = f"<!-- {marker} -->\n```text\n"
    assert text.count(f"{before}{block.text}```") == 1, block.place
    text = text.replace(f"{before}{block.text}```", f"{before}{shown}```")
    block.document.write_text(text, encoding="utf-8")


def _section(command: Any, path: list[str], language: Language) -> Iterator[str]:
    """Write a command, and those it has, with help and options as Markdown."""
    yield from ("## " + " ".join(path), "", command.help, "")
    parameters = [each for each in command.params if not each.name.endswith("_completion")]
    if parameters:
        heads = (head.in_(language) for head in _HEADS)
        for cells in (heads, ["---"] * 3, *map(_row, parameters)):
            yield "| " + " | ".join(cells) + " |"
        yield ""
    for name, inner in getattr(command, "commands", {}).items():
        yield from _section(inner, [*path, name], language)


def _row(parameter: Any) -> list[str]:
    options = [option for option in parameter.opts if option.startswith("-")]
    choices = type(parameter.default) if isinstance(parameter.default, Enum) else ()
    value = parameter.metavar or ", ".join(choices)
    names = " ".join(f"`{option}`" for option in options) or "argument"
    text = (parameter.help or "").replace("\n\n", " ")
    return [names, value.replace("|", "\\|"), text.replace("|", "\\|")]


_HEADS: Final = (Text("Valg", "Option"), Text("Værdi", "Value"), Text("Betydning", "Meaning"))
_REFERENCES: Final = {
    "en": ("commands.md", "# Commands\n\nEvery command with its options, as `--help` tells them."),
    "da": ("kommandoer.md", "# Kommandoer\n\nHver kommando med sine valg, som `--help` viser dem."),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_reference_is_what_help_says(language: Language) -> None:
    name, head = _REFERENCES[language]
    lines = _section(app_for(language), ["udmaal"], language)
    text = "\n".join([head, "", *lines, ""])
    if UPDATE:
        (DOCS / name).write_text(text, encoding="utf-8")
    assert (DOCS / name).read_text(encoding="utf-8") == text


def test_there_is_output_and_every_example_is_named() -> None:
    assert SHOWN
    for example in EXAMPLES:
        assert f"examples/{example.name}" in README.read_text(encoding="utf-8")


def test_both_blocks_are_marked() -> None:
    marked = [
        (block.document, marker) for block in BLOCKS for marker in _RUN_BY_CI & block.markers.keys()
    ]
    assert sorted(marked) == [(README, "run"), (README, "test")]


def test_the_python_example_runs() -> None:
    (code,) = (
        block.text for block in BLOCKS if block.document == README and block.language == "python"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "gross 16523.44 DKK/month" in done.stdout


@pytest.mark.parametrize("block", BLOCKS, ids=[block.place for block in BLOCKS])
def test_what_is_not_run_says_why(block: Block) -> None:
    assert block.markers.keys() <= _MARKERS
    assert block.language in _RUN_HERE | _ONLY_SHOWN | _NO_COMMANDS
    reason = block.markers.get("not run")
    if block.language in _ONLY_SHOWN:
        assert reason is not None
    if reason is not None:
        assert len(reason.split()) > 1
        assert not {"exit", "needs"} & block.markers.keys()


@pytest.mark.skipif(os.name == "nt", reason="the blocks are written for a POSIX shell")
@pytest.mark.parametrize(
    "document",
    [document for document in DOCUMENTS if any(block.is_run for block in blocks(document))],
    ids=named,
)
def test_every_command_runs(document: Path, tmp_path: Path) -> None:
    """Run the blocks of a document in their order, in a folder of its own.

    It holds ``examples/``, ``docs/lists/``, ``rates/`` and ``benchmarks/``, and ``cases/`` for a
    reader's own cases.
    """
    environment = _workplace(tmp_path)
    printed: str | None = ""
    missing = set()
    for block in blocks(document):
        if "output of the above" in block.markers and printed is not None:
            if UPDATE:
                rewrite("output of the above", block, printed)
            else:
                assert block.text == printed, block.place
        if name := block.markers.get("file"):
            (tmp_path / name).write_text(block.text, encoding="utf-8")
        if name := block.markers.get("sheet"):
            _write_sheet(tmp_path / name, block.text)
        if name := block.markers.get("replaces"):
            name, _, old = name.partition(": ")
            text = (tmp_path / name).read_text(encoding="utf-8")
            assert text.count(old) == 1, block.place
            (tmp_path / name).write_text(
                text.replace(old, block.text.rstrip("\n")), encoding="utf-8"
            )
        if not block.is_run:
            continue
        program = block.markers.get("needs")
        if program is not None and shutil.which(program) is None:
            missing.add(program)
            printed = None
            continue
        shell = ["bash", "-euo", "pipefail", "-c"]
        done = subprocess.run(
            [*(shell if block.language == "sh" else [sys.executable, "-c"]), block.text],
            cwd=tmp_path,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )
        printed = done.stdout
        wanted = int(block.markers.get("exit", "0"))
        assert done.returncode == wanted, f"{block.place}\n{done.stdout}\n{done.stderr}"
    if missing:
        pytest.skip(f"not installed: {', '.join(sorted(missing))}; the other blocks ran")


def _write_sheet(path: Path, text: str) -> None:
    with Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, line in enumerate(text.splitlines()):
            sheet.write_row(number, 0, line.split(";"))


def _workplace(folder: Path) -> dict[str, str]:
    """Lay out what the documents take for given, and give the environment to run them in."""
    folder.mkdir(exist_ok=True)
    shutil.copytree(ROOT / "examples", folder / "examples")
    shutil.copytree(ROOT / "rates", folder / "rates")
    shutil.copytree(ROOT / "docs" / "lists", folder / "docs" / "lists")
    shutil.copytree(ROOT / "benchmarks", folder / "benchmarks")
    shutil.copytree(
        ROOT / "examples", folder / "cases", ignore=shutil.ignore_patterns("recalculate.sh")
    )
    programs = folder / "bin"
    programs.mkdir()
    shim = programs / "udmaal"
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m udmaal "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    clean = {k: v for k, v in os.environ.items() if not k.startswith("UDMAAL_")}
    return {**clean, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "80"}


@pytest.mark.skipif(os.name == "nt", reason="there are no terminals to draw")
@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_the_pictures_of_screens_show_what_is_printed(screen: Screen) -> None:
    """Hold the words; ``python docs/pictures/make.py`` draws the pictures anew."""
    shown = without_colours(f"udmaal$ udmaal {screen.command}{screen.rows()}")
    for path, _ in screen.pictures():
        drawn = re.findall(r"<text [^>]*>(.*?)</text>", path.read_text(encoding="utf-8"))
        # Without the spaces: a picture has none where a row ends.
        assert "".join(unescape("".join(drawn)).split()) == "".join(shown.split()), path.name


@pytest.mark.skipif(os.name == "nt", reason="the block is written for a POSIX shell")
def test_five_commands_lead_from_an_empty_folder_to_the_annex(tmp_path: Path) -> None:
    (block,) = (block for block in BLOCKS if "from an empty folder" in block.markers)
    assert len(block.text.partition("\nTOML\n")[2].splitlines()) == 4
    folder = tmp_path / "empty"
    folder.mkdir()
    environment = _workplace(tmp_path / "elsewhere")
    subprocess.run(
        ["bash", "-euo", "pipefail", "-c", block.text], cwd=folder, env=environment, check=True
    )
    assert {path.name for path in folder.iterdir()} == {"sag.toml", "resultat.json", "bilag.pdf"}
    assert pdf_faults((folder / "bilag.pdf").read_bytes(), "2b") == []


def links() -> Iterator[tuple[Path, str]]:
    """Give every link of the documents that leads to a file or a heading, outside the blocks."""
    for document in DOCUMENTS:
        for _, target in LINK.findall(prose(document)):
            if "://" not in target:
                yield document, target


@pytest.mark.parametrize(
    ("document", "target"), [*links()], ids=[f"{named(d)}-{t}" for d, t in links()]
)
def test_link_leads_somewhere(document: Path, target: str) -> None:
    path, _, anchor = target.partition("#")
    there = (document.parent / path).resolve() if path else document
    assert there.exists()
    if anchor:
        assert anchor in anchors(there)


def test_every_document_is_in_the_table_of_contents() -> None:
    contents = DOCS / "README.md"
    linked = {target.partition("#")[0] for document, target in links() if document == contents}
    assert {path.name for path in DOCS.glob("*.md")} - {"README.md"} <= linked
