"""What Windows has otherwise: what can be seen of it from any machine.

Its branches are taken here with the modules that ask for it told so; the processes of a batch are
started afresh, as there; files have its line ends, and streams the signs of its Danish console.
"""

import ast
import errno
import os
import re
import shutil
import sys
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

import pytest

from conftest import EXAMPLES, ROOT, started, udmaal
from udmaal import processes
from udmaal.batch import engines
from udmaal.cli import run
from udmaal.faults import InputFaultsError
from udmaal.output import write

SOURCES = sorted((ROOT / "src").rglob("*.py"))
SHIPPED = ("src", "rates", "schema", "examples", "docs")
EXAMPLE = ROOT / "examples" / "two-parents-over-37.toml"
ON = ("--date", "2025-06-01")

_MODULES: Final = {
    "curses", "fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "termios", "tty",
    "zoneinfo",  # there is no list of time zones
}  # fmt: skip
# ``os.kill`` ends a process there, whatever the signal; links need rights that few have.
_CALLS: Final = re.compile(
    r"os\.(fork\w*|kill|killpg|setsid|get(e?[ug]id|pgid|ppid)|mkfifo|link|symlink|chown|fchown|fchmod"
    r"|nice|sched_\w+|wait\w*|pread|pwrite|uname|getlogin)"
    r"|signal\.(SIG(KILL|ALRM|HUP|USR[12]|CHLD|QUIT|PIPE)|alarm|pause|setitimer)"
    r"|(subprocess|os)\.(Popen|run|call|check_\w+|system|popen|exec\w+|spawn\w+)"
)
_PLACES: Final = re.compile(r"/(tmp|dev|etc|proc|usr|var|home|bin)(/|$)")
# Day and month without zero are spelled otherwise there.
_DATES: Final = re.compile(r"%-[a-zA-Z]")
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def _name(node: ast.expr) -> str:
    """Give a dotted name; of any other expression what is asked of it."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=attr):
            return f"{_name(value)}.{attr}"
    return ""


def _modules(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [each.name for each in names]
        case ast.ImportFrom(module=module):
            return [module or ""]
    return []


def _in_the_machines_encoding(call: ast.Call) -> bool:
    """Tell whether a file is read or written as text, and nothing says in which encoding."""
    name = _name(call.func).rpartition(".")[2]
    if name not in {"open", "read_text", "write_text", "NamedTemporaryFile", "TemporaryFile"}:
        return False
    said = {word.arg for word in call.keywords}
    values = [each.value for each in call.args if isinstance(each, ast.Constant)]
    binary = any(isinstance(each, str) and re.fullmatch("[rwxa]+b[+]?", each) for each in values)
    return not (binary or "encoding" in said or _name(call.func) in {"os.open", "Image.open"})


def _elsewhere(tree: ast.AST) -> Iterator[ast.AST]:
    """Give what stands behind a question for Windows, and so is never met there."""
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "sys.platform == 'win32'":
            for each in node.orelse:
                yield from ast.walk(each)


def faults(source: str) -> Iterator[str]:
    """Give what of a module Windows lacks or does otherwise."""
    tree = ast.parse(source)
    elsewhere = {id(node) for node in _elsewhere(tree)}
    for node in ast.walk(tree):
        if id(node) in elsewhere:
            continue
        yield from (name for name in _modules(node) if name.partition(".")[0] in _MODULES)
        match node:
            case ast.Attribute() if _CALLS.fullmatch(_name(node)):
                yield _name(node)
            case ast.Constant(value=str(text)) if _PLACES.match(text) or _DATES.search(text):
                yield text
            case ast.Call() if _in_the_machines_encoding(node):
                yield f"{_name(node.func)} without an encoding"


@pytest.mark.fast
@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_asks_for_what_windows_lacks(path: Path) -> None:
    assert list(faults(path.read_text(encoding="utf-8"))) == []


@pytest.mark.fast
@pytest.mark.parametrize(
    "source",
    [
        "import fcntl", "from zoneinfo import ZoneInfo", "os.killpg(1, 9)", "signal.SIGKILL",
        "subprocess.run(['ls'])", "Path('/tmp/x')", "f'{day:%-d}'", "open(path)",
        "path.open('w')", "path.read_text()", "path.write_text(text)",
    ],
)  # fmt: skip
def test_what_windows_lacks_is_seen(source: str) -> None:
    assert list(faults(source))
    branches = "if sys.platform == 'win32':\n    {}\nelse:\n    {}\n"
    assert list(faults(branches.format(source, "pass")))
    assert not list(faults(branches.format("pass", source)))


@pytest.mark.fast
def test_every_name_can_be_a_file_of_windows() -> None:
    paths = [path for folder in SHIPPED for path in (ROOT / folder).rglob("*")]
    assert paths
    names = [path.relative_to(ROOT).as_posix() for path in paths if "__pycache__" not in path.parts]
    assert [name for name in names if _RESERVED.fullmatch(name.rpartition("/")[2])] == []
    assert [name for name in names if re.search(r'[<>:"\\|?*]|[ .](/|$)', name)] == []
    assert len({name.casefold() for name in names}) == len(names)
    # Installed for one user, the folder above may take 140 of the 260 signs of a path.
    assert max(map(len, names)) < 120


class _Told:
    """A module that says of itself what it says on Windows."""

    def __init__(self, module: Any, **told: str) -> None:
        self.__dict__.update(told)
        self._module = module

    def __getattr__(self, name: str) -> Any:
        return getattr(self._module, name)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the program believe that it runs on Windows, where a rename never replaces."""
    monkeypatch.setattr(write, "os", _Told(os, name="nt"))
    monkeypatch.setattr(run, "os", _Told(os, name="nt"))
    monkeypatch.setattr(engines, "sys", _Told(sys, platform="win32"))
    monkeypatch.setattr(processes, "sys", _Told(sys, platform="win32"))

    def rename(file: Path, target: Path) -> None:
        if target.exists():
            raise FileExistsError(errno.EEXIST, "exists", str(target))
        file.replace(target)

    monkeypatch.setattr(Path, "rename", rename)


@pytest.mark.fast
@pytest.mark.usefixtures("windows")
def test_a_new_file_takes_no_other_s_place(tmp_path: Path) -> None:
    path = tmp_path / "sag.toml"
    write.write("first\n", path, new=True)
    with pytest.raises(InputFaultsError):
        write.write("second\n", path, new=True)
    assert path.read_bytes() == b"first\n"

    def one_that_came_meanwhile() -> None:
        with write.atomic_file(tmp_path / "ny.toml", new=True) as file:
            file.write(b"mine")
            (tmp_path / "ny.toml").write_bytes(b"another's")

    with pytest.raises(FileExistsError):
        one_that_came_meanwhile()
    assert {each.name for each in tmp_path.iterdir()} == {"sag.toml", "ny.toml"}
    assert (tmp_path / "ny.toml").read_bytes() == b"another's"


@pytest.mark.fast
def test_a_share_that_numbers_no_files_is_no_single_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = tmp_path / "sag.toml", tmp_path / "resultat.json"
    one.write_text("", encoding="utf-8")
    other.write_text("", encoding="utf-8")

    def stat(path: Path, **_: bool) -> os.stat_result:
        mode, _number, *rest = os.stat(path)  # noqa: PTH116 - it is ``Path.stat`` that is replaced
        return os.stat_result((mode, 0, *rest))

    monkeypatch.setattr(Path, "stat", stat)
    write.refuse_to_replace(other, [one])
    with pytest.raises(InputFaultsError):
        write.refuse_to_replace(one, [tmp_path / "." / "sag.toml"])


class _Closed(BytesIO):
    """A pipe of Windows that nobody reads any more."""

    def write(self, _: Any) -> int:
        raise OSError(errno.EINVAL, "Invalid argument")


@pytest.mark.fast
@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize("command", ["calc", "batch"])
def test_a_reader_that_has_gone_is_no_fault(command: str) -> None:
    nobody, err = TextIOWrapper(_Closed(), "utf-8"), TextIOWrapper(BytesIO(), "utf-8")
    args = [command, str(EXAMPLE), *ON, "--format", "csv", *(["-q"] if command == "batch" else [])]
    with (
        patch.multiple(sys, stdout=nobody, stderr=err),
        patch.object(run, "_reader_gone", return_value=0) as gone,
    ):
        assert run.main(args, {}, "udmaal") == 0
    assert gone.called
    err.flush()
    assert err.buffer.getvalue() == b""


@pytest.mark.usefixtures("windows")
def test_a_batch_in_processes_started_afresh_gives_the_same(tmp_path: Path) -> None:
    for number in range(3):
        for example in EXAMPLES:
            shutil.copy(example, tmp_path / f"{number}-{example.name}")
    alone, together = (udmaal("batch", tmp_path, *ON, "-q", "--jobs", jobs) for jobs in ("1", "2"))
    assert alone == together
    assert len(alone.out.splitlines()) > 50


@pytest.mark.fast
@pytest.mark.usefixtures("windows")
def test_no_more_processes_than_windows_waits_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def pool(jobs: int, **_: Any) -> None:
        asked.append(jobs)
        raise KeyboardInterrupt

    monkeypatch.setattr(engines, "ProcessPoolExecutor", pool)
    for jobs in (8, 1024):
        with pytest.raises(KeyboardInterrupt):
            list(engines.in_processes(None, (), jobs))  # type: ignore[arg-type]
    assert asked == [8, 61]


# A console of western Europe, and a Python that follows it.
CONSOLE: Final = {
    "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C", "PYTHONIOENCODING": "cp1252",
}  # fmt: skip
COMMANDS: Final = [
    ("calc", EXAMPLE, *ON),
    ("calc", EXAMPLE, *ON, "--format", "json"),
    ("ledger", ROOT / "examples" / "course-with-run-off.toml"),
    ("check", ROOT / "examples" / "compensation-group-2.toml", *ON),
    ("batch", ROOT / "examples", *ON, "-q", "--jobs", "2"),
    ("explain", "U101"),
    ("new", "--template", "all"),
    ("rates", "list", *ON),
    ("schema", "case"),
    ("what-if", ROOT / "examples" / "part-time-22-of-30.toml", *ON, "--set", "hours=20..22"),
    ("calc", EXAMPLE, "--date", "2025"),
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(map(str, command[::2])))
def test_a_console_of_western_europe_gets_the_same_bytes(command: tuple[str | Path, ...]) -> None:
    there, here = started(*command, env=CONSOLE), udmaal(*command)
    assert "Traceback" not in there.err
    assert there == here
    assert re.search("[æøåÆØÅ§]", there.out + there.err)


@pytest.mark.parametrize("format_", ["pdf", "html"])
def test_the_annex_is_the_same_on_it(format_: str, tmp_path: Path) -> None:
    made: list[bytes] = []
    for name, env in (("there", CONSOLE), ("here", {})):
        output = tmp_path / f"{name}.{format_}"
        assert started("report", EXAMPLE, *ON, "--output", output, env=env).code == 0
        made.append(output.read_bytes())
    assert made[0] == made[1]


def _with_its_line_ends(folder: Path, target: Path) -> Path:
    for file in folder.rglob("*.toml"):
        path = target / file.relative_to(folder)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    return target


@pytest.mark.fast
def test_line_ends_of_windows_change_no_amount(tmp_path: Path) -> None:
    rates = _with_its_line_ends(ROOT / "rates", tmp_path / "rates")
    cases = _with_its_line_ends(ROOT / "examples", tmp_path / "cases")
    verified = udmaal("rates", "verify", "--rates", rates)
    assert (verified.code, verified.err) == (0, "")
    for case in sorted(cases.glob("*.toml")):
        for command in ("calc", "ledger"):
            on = ON if command == "calc" else ("--from", "2025-01", "--to", "2025-12")
            theirs = udmaal(command, case, *on, "--rates", rates, "--format", "csv")
            ours = udmaal(command, ROOT / "examples" / case.name, *on, "--format", "csv")
            assert (theirs.code, _unnamed(theirs.out)) == (ours.code, _unnamed(ours.out))


def _unnamed(printed: str) -> str:
    return re.sub(r"[^;,\s]*/(?=[\w-]+\.toml)", "", printed)
