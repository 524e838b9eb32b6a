"""Make the folder that installs udmaal on Windows without a network: for a USB stick or a share.

``windows_folder.py WHEEL FOLDER``, in an environment with the extra ``release``, fetches the wheels
of all that udmaal and its users' extras need, in the versions and with the hashes of the lock, for
64-bit Windows and each Python of ``PYTHONS``. ``--python ZIP --sha256 HASH`` adds the embeddable
Python of python.org, fetched beforehand by hand, with the hash that is published there.
``--check FOLDER`` holds a folder to its list of hashes and to what each Python needs.
"""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags
from packaging.utils import canonicalize_name, parse_wheel_filename
from requirements import LOCK, ROOT, extras

PYTHONS: Final = ("3.12", "3.13")
PLATFORM: Final = "win_amd64"
HERE: Final = Path(__file__).resolve().parent
HASHES: Final = "SHA256SUMS"
# Extras for a case worker's machine; a cluster and its cases are elsewhere.
_NOT_THERE: Final = {"dask"}

# Links to other pages and words for tests, which mean nothing in the folder.
_OF_THE_TREE: Final = re.compile(r"<!-- .+? -->\n|\s\(\[[^]]+\]\([^)]+\)\)")


def wanted() -> list[str]:
    """Give the extras of the folder."""
    return [each for each in extras() if each not in _NOT_THERE]


def needed(wheel: Path, python: str, folder: Path) -> Path:
    """Write what one Python of Windows needs, with hashes; versions are those of the lock.

    Asked for by what Windows answers, which pip would not: it takes the machine it runs on.
    """
    output = folder / f"requirements-{python}.txt"
    asked = folder / "asked.in"
    asked.write_text(f"udmaal[{','.join(wanted())}] @ {wheel.as_uri()}\n", "utf-8")
    subprocess.run(
        [
            *(sys.executable, "-m", "uv", "pip", "compile", "--quiet", str(asked)),
            *("--python-platform", "x86_64-pc-windows-msvc", "--python-version", python),
            *("--only-binary", ":all:", "--generate-hashes", "--no-emit-index-url"),
            *("--no-header", "--no-annotate", "--constraint", str(LOCK)),
            *("--no-emit-package", "udmaal", "--output-file", str(output)),
        ],
        check=True,
    )
    return output


def fetch(requirements: Path, python: str, folder: Path) -> None:
    """Fetch the wheels; pip refuses one that has not the hash of the lock."""
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"),
            *("--only-binary", ":all:", "--platform", PLATFORM, "--implementation", "cp"),
            *("--python-version", python, "--dest", str(folder)),
            *("--requirement", str(requirements)),
        ],
        check=True,
    )


def _tags(python: str) -> set[Tag]:
    version = tuple(map(int, python.split(".")))
    name = f"cp{python.replace('.', '')}"
    return {
        *cpython_tags(version, platforms=[PLATFORM]),
        *compatible_tags(version, name, [PLATFORM]),
    }


def _requires(wheel: Path) -> list[Requirement]:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (each for each in archive.namelist() if each.endswith(".dist-info/METADATA"))
        about = message_from_bytes(archive.read(name))
    return [Requirement(str(each)) for each in about.get_all("Requires-Dist", [])]


def lacking(folder: Path, python: str) -> Iterator[str]:
    """Say what one Python of Windows would not find in the wheels, as pip would, without it."""
    version = python.replace(".", "")
    environment = {
        "os_name": "nt", "sys_platform": "win32", "platform_system": "Windows",
        "platform_machine": "AMD64", "platform_python_implementation": "CPython",
        "implementation_name": "cpython", "python_version": python,
        "python_full_version": f"{python}.0", "implementation_version": f"{python}.0",
    }  # fmt: skip
    fitting: dict[str, Path] = {}
    for wheel in sorted((folder / "wheels").glob("*.whl")):
        name, _, _, tags = parse_wheel_filename(wheel.name)
        if tags & _tags(python):
            fitting[name] = wheel
    left = [("udmaal", Requirement(f"udmaal[{','.join(wanted())}]"))]
    seen: set[tuple[str, frozenset[str]]] = set()
    while left:
        who, requirement = left.pop()
        name = canonicalize_name(requirement.name)
        if (name, frozenset(requirement.extras)) in seen:
            continue
        seen.add((name, frozenset(requirement.extras)))
        if name not in fitting:
            yield f"{requirement.name}, needed by {who}, has no wheel for CPython {version}"
            continue
        wheel = fitting[name]
        if not requirement.specifier.contains(parse_wheel_filename(wheel.name)[1]):
            yield f"{who} needs {requirement}, there is {wheel.name}"
        for each in _requires(wheel):
            chosen = requirement.extras or {""}
            if each.marker is None or any(
                each.marker.evaluate({**environment, "extra": extra}) for extra in chosen
            ):
                left.append((name, each))


def hashes(folder: Path) -> dict[str, str]:
    """Give the SHA-256 of each file of a folder but the list itself."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != HASHES]
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(files)
    }


def check(folder: Path) -> Iterator[str]:
    """Say what is wrong with a folder."""
    lines = (folder / HASHES).read_text(encoding="utf-8").splitlines()
    listed = {name: value for value, _, name in (line.partition("  ") for line in lines)}
    there = hashes(folder)
    faults = [
        f"{name}: not the file that was listed" if name in listed else f"{name}: not on the list"
        for name in sorted(listed.keys() | there.keys())
        if there.get(name) != listed.get(name)
    ]
    yield from faults
    if faults:  # what is no wheel cannot be looked into
        return
    for python in PYTHONS:
        yield from lacking(folder, python)


def make(wheel: Path, folder: Path, python_zip: Path | None, sha256: str | None) -> None:
    """Lay the folder out. Raises ``SystemExit`` where it is there, or a hash does not hold."""
    if folder.exists():
        sys.exit(f"{folder} is there already")
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as work:
        for python in PYTHONS:
            fetch(needed(wheel, python, Path(work)), python, wheels)
    shutil.copy(wheel, wheels)
    for name in ("install.ps1", "uninstall.ps1", "udmaal.cmd"):
        # Windows' own editors and PowerShell 5.1 are told by a mark and line ends of theirs.
        text = (HERE / "windows" / name).read_text(encoding="utf-8")
        text = text.replace("@EXTRAS@", ",".join(wanted()))
        mark = "utf-8-sig" if name.endswith(".ps1") else "ascii"
        (folder / name).write_text(text, encoding=mark, newline="\r\n")
    page = (ROOT / "docs" / "windows.md").read_text(encoding="utf-8")
    page = _OF_THE_TREE.sub("", page)
    (folder / "LÆS-MIG.md").write_text(page, encoding="utf-8-sig", newline="\r\n")
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE.txt")
    if python_zip is not None:
        found = hashlib.sha256(python_zip.read_bytes()).hexdigest()
        if found != (sha256 or "").lower():
            sys.exit(f"{python_zip} has the SHA-256 {found}, not {sha256}")
        (folder / "python").mkdir()
        shutil.copy(python_zip, folder / "python")
    listed = hashes(folder)
    text = "".join(f"{value}  {name}\n" for name, value in listed.items())
    (folder / HASHES).write_text(text, encoding="utf-8", newline="\n")
    for name in listed:
        print(f"{(folder / name).stat().st_size:>10,}  {name}")


def main() -> str | None:
    """Make or check a folder; gives what is wrong with it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheel", type=Path, nargs="?")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--python", type=Path, metavar="ZIP")
    parser.add_argument("--sha256", metavar="HASH")
    given = parser.parse_args()
    if not given.check:
        if given.wheel is None:
            parser.error("WHEEL is missing")
        make(given.wheel.resolve(), given.folder, given.python, given.sha256)
    faults = list(check(given.folder))
    return "\n".join(faults) or None


if __name__ == "__main__":
    os.environ.setdefault("PIP_DISABLE_PIP_VERSION_CHECK", "1")
    sys.exit(main())
