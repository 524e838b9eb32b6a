"""The licences of all that udmaal and its tests are installed with, as the page docs/licences.md.

Run in an environment that holds the lock (``pip install -r .ci/lock.txt``): ``licences.py`` writes
the page anew, ``licences.py --check`` says what on it does not hold, and exits with 1. The check
asks what is installed here; what another Python or machine installs must be on the page.
"""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Final, NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from requirements import LOCK, ROOT, extras, project

PAGE: Final = ROOT / "docs" / "licences.md"
HEAD: Final = """# Licences

udmaal is under the [MIT licence](../LICENSE). It contains no other's code; what it is installed
with is listed here, with the versions of the lock (`.ci/lock.txt`) and the licence that each
declares. Used by: `udmaal` is every installation, the extras are those of the README, `tests` the
makers' tools. Made by `.ci/release/licences.py`; a test holds it to the lock and what is installed.

| Package | Version | Licence | Used by |
|---|---|---|---|
"""
# What declares none in its data, as it stands elsewhere in it.
_READ: Final = {"sarif-pydantic": "MIT"}
# What no Linux installs, and so cannot be asked here.
_ELSEWHERE: Final = {"colorama": "BSD License"}
# Some have the whole licence where its name belongs.
_LONGEST_NAME: Final = 60
# What may be used with udmaal and handed on in a folder; a new one is read by a person first.
_KNOWN: Final = {
    "0BSD", "Apache 2.0", "Apache-2.0", "Apache Software License", "BSD", "BSD License",
    "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC License", "ISC license", "ISCL", "MIT",
    "MIT License", "MIT-CMU", "MPL 2.0", "MPL-2.0", "Mozilla Public License 2.0", "PSF-2.0",
    "Python Software Foundation License", "Unlicense", "Zlib", "dependency licenses",
}  # fmt: skip
_ROW: Final = re.compile(r"^\| ([\w.-]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)


class Row(NamedTuple):
    """A package on the page."""

    name: str
    versions: str
    licence: str
    used_by: str


def locked() -> dict[str, list[str]]:
    """Give the versions of each package of the lock; several where Pythons need several."""
    found: dict[str, list[str]] = {}
    text = LOCK.read_text("utf-8")
    for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", text, re.MULTILINE):
        found.setdefault(canonicalize_name(name), []).append(version)
    return found


def licence(installed: Distribution) -> str:
    """Give the licence that a package declares, in the words it has for it."""
    about = installed.metadata
    for expression in about.get_all("License-Expression") or []:
        return str(expression)
    short = next(iter(about.get_all("License") or []), "")
    if short and "\n" not in short and len(short) < _LONGEST_NAME and short != "UNKNOWN":
        return short
    named = [each for each in about.get_all("Classifier") or [] if each.startswith("License ::")]
    said = ", ".join(each.rpartition(" :: ")[2] for each in named)
    return said or _READ.get(canonicalize_name(installed.name), "not stated")


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _reached(wanted: list[str], extra: str = "") -> set[str]:
    """Give the names of what is installed with some requirements, on any machine."""
    found: set[str] = set()
    left = [(Requirement(each), extra) for each in wanted]
    while left:
        requirement, chosen = left.pop()
        marker = str(requirement.marker or "")
        if "extra" in marker and not requirement.marker.evaluate({"extra": chosen}):  # type: ignore[union-attr]
            continue
        name = canonicalize_name(requirement.name)
        if name in found:
            continue
        found.add(name)
        installed = _installed(name)
        for each in (installed.requires or []) if installed else []:
            left += [(Requirement(each), inner) for inner in requirement.extras or {""}]
    return found


def _users() -> Iterator[tuple[str, set[str]]]:
    about = project()
    yield "udmaal", _reached(about["dependencies"])
    for extra in extras():
        yield extra, _reached(about["optional-dependencies"][extra])


def rows() -> Iterator[Row]:
    """Give the page's rows, by name. Raises ``SystemExit`` where a package cannot be asked."""
    users = dict(_users())
    for name, versions in sorted(locked().items()):
        installed = _installed(name)
        if installed is None and name not in _ELSEWHERE:
            sys.exit(f"{name} is not installed here: install .ci/lock.txt first")
        said = licence(installed) if installed else _ELSEWHERE[name]
        used_by = [user for user, names in users.items() if name in names]
        shown = used_by[:1] if "udmaal" in used_by else used_by
        yield Row(name, ", ".join(versions), said, ", ".join(shown) or "tests")


def faults() -> Iterator[str]:
    """Say what on the page does not hold."""
    _, *found = map(Row._make, _ROW.findall(PAGE.read_text("utf-8")))  # the first is the head
    page = {row.name: row for row in found}
    lock = locked()
    yield from (f"{name}: not on the page" for name in lock.keys() - page.keys())
    yield from (f"{name}: on the page, not in the lock" for name in page.keys() - lock.keys())
    for name, row in page.items():
        if row.versions != ", ".join(lock.get(name, [])):
            yield f"{name}: the lock has {lock.get(name)}, the page {row.versions}"
        parts = {part.strip() for part in re.split(r"[(),]| AND | OR ", row.licence)} - {""}
        if unknown := parts - _KNOWN:
            yield f"{name}: nobody has read the licence {', '.join(sorted(unknown))}"
        installed = _installed(name)
        if installed and installed.version == row.versions.partition(", ")[0]:
            said = licence(installed)
            if said != row.licence:
                yield f"{name}: declares {said!r}, the page says {row.licence!r}"


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        found = list(faults())
        sys.exit("\n".join(found) or 0)
    text = HEAD + "".join(f"| {' | '.join(row)} |\n" for row in rows())
    PAGE.write_text(text, encoding="utf-8", newline="\n")
