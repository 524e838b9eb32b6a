"""What a release rests on: one version, one lock, known licences, a folder as it is listed."""

import importlib.util
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import udmaal as package
from conftest import ROOT

pytestmark = pytest.mark.fast

RELEASE = ROOT / ".ci" / "release"
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


_OF_TEXT = {"", ".cmd", ".json", ".md", ".ps1", ".py", ".toml"}


def _lines(*names: str) -> Iterator[tuple[str, str]]:
    for name in names:
        for path in [ROOT / name] if (ROOT / name).is_file() else (ROOT / name).rglob("*"):
            if path.is_file() and path.suffix in _OF_TEXT:
                for line in path.read_text("utf-8").splitlines():
                    yield path.relative_to(ROOT).as_posix(), line


def test_raising_the_version_is_one_edit() -> None:
    """No other file has it; what happened at a version stays said."""
    quoted = re.compile(rf"""["'=v]{re.escape(package.__version__)}\b""")
    found = [
        (name, line)
        for name, line in _lines("src", "tests/expected", "tests/conftest.py", "pyproject.toml",
                                 "schema", "README.md", ".ci/run", ".ci/release")
        if quoted.search(line)
    ]  # fmt: skip
    assert found == [("src/udmaal/__init__.py", f'__version__ = "{package.__version__}"')]
    assert PROJECT["dynamic"] == ["version"]


def test_the_changes_begin_with_this_version_or_the_next() -> None:
    heads = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert package.__version__ in heads[:2]


def _wanted() -> Iterator[Requirement]:
    for wanted in (PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()):
        yield from map(Requirement, wanted)


def test_the_lock_holds_what_the_project_asks_for() -> None:
    lock = (ROOT / ".ci" / "lock.txt").read_text("utf-8")
    versions: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", lock, re.MULTILINE):
        versions.setdefault(name, set()).add(version)
    of_release = {Requirement(each).name for each in PROJECT["optional-dependencies"]["release"]}
    for wanted in _wanted():
        name = canonicalize_name(wanted.name)
        if name == "udmaal" or wanted.name in of_release:
            continue
        assert versions.get(name), f"{name}: run .ci/release/lock"
        assert all(map(wanted.specifier.contains, versions[name])), name
    # Every entry has its hashes, and names no place to fetch it from.
    entries = re.split(r"\n(?=\S)", lock.partition("\n")[2])
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in lock


def test_every_dependency_has_a_lower_bound() -> None:
    for wanted in _wanted():
        assert ">=" in str(wanted.specifier) or wanted.name == "udmaal", wanted.name


def test_every_licence_is_known_and_on_the_page() -> None:
    done = subprocess.run(
        [sys.executable, RELEASE / "licences.py", "--check"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stderr == ""
    assert done.returncode == 0


@pytest.fixture(scope="module")
def windows() -> Any:
    """Give the script that makes the folder for Windows."""
    sys.path.insert(0, str(RELEASE))
    try:
        path = RELEASE / "windows_folder.py"
        spec = importlib.util.spec_from_file_location("windows_folder", path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        yield module
    finally:
        sys.path.remove(str(RELEASE))


def _wheel(folder: Path, name: str, tags: str, *requires: str) -> None:
    with ZipFile(folder / f"{name}-1.0-{tags}.whl", "w") as archive:
        about = [f"Name: {name}", "Version: 1.0", *(f"Requires-Dist: {each}" for each in requires)]
        archive.writestr(f"{name}-1.0.dist-info/METADATA", "\r\n".join([*about, "", "words"]))


@pytest.fixture
def folder(tmp_path: Path, windows: Any) -> Path:
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    needs = ["bound>=1.0", "console; sys_platform == 'win32'", "papers; extra == 'report'"]
    _wheel(wheels, "udmaal", "py3-none-any", *needs, "unix; sys_platform == 'linux'")
    _wheel(wheels, "bound", "cp311-abi3-win_amd64")
    _wheel(wheels, "console", "py2.py3-none-any")
    for python in ("cp312", "cp313"):
        _wheel(wheels, "papers", f"{python}-{python}-win_amd64")
    _list(tmp_path, windows)
    return tmp_path


def _list(folder: Path, windows: Any) -> None:
    text = "".join(f"{value}  {name}\n" for name, value in windows.hashes(folder).items())
    (folder / windows.HASHES).write_text(text, encoding="utf-8")


def test_a_folder_that_is_whole(folder: Path, windows: Any) -> None:
    assert list(windows.check(folder)) == []


@pytest.mark.parametrize(
    ("lost", "fault"),
    [
        ("console-1.0-py2.py3-none-any.whl", "console, needed by udmaal, has no wheel"),
        ("papers-1.0-cp313-cp313-win_amd64.whl", "has no wheel for CPython 313"),
        ("udmaal-1.0-py3-none-any.whl", "udmaal, needed by udmaal, has no wheel"),
    ],
)
def test_what_windows_would_not_find_is_told(
    folder: Path, windows: Any, lost: str, fault: str
) -> None:
    (folder / "wheels" / lost).unlink()
    _list(folder, windows)
    assert any(fault in told for told in windows.check(folder))


def test_a_file_that_is_another_is_told(folder: Path, windows: Any) -> None:
    (folder / "wheels" / "console-1.0-py2.py3-none-any.whl").write_bytes(b"another")
    (folder / "wheels" / "new.whl").write_bytes(b"")
    assert list(windows.check(folder)) == [
        "wheels/console-1.0-py2.py3-none-any.whl: not the file that was listed",
        "wheels/new.whl: not on the list",
    ]


def test_the_scripts_of_windows_are_what_it_reads() -> None:
    scripts = sorted((RELEASE / "windows").iterdir())
    assert [path.name for path in scripts] == ["install.ps1", "udmaal.cmd", "uninstall.ps1"]
    (RELEASE / "windows" / "udmaal.cmd").read_text("ascii")
    for path in scripts:
        text = path.read_text("utf-8")
        assert not re.search(r"https?://|Invoke-WebRequest|Start-BitsTransfer|-Verb RunAs", text)
        assert text.count("{") == text.count("}")
        assert text.count("(") == text.count(")")
    assert "--no-index" in (RELEASE / "windows" / "install.ps1").read_text("utf-8")
