"""What pyproject.toml asks for, read by the scripts of a release.

``python requirements.py extras``: the extras that users install, with commas between them;
``pythons``: the versions of its classifiers; ``bill FILE``: the bill of materials of an environment
as that of udmaal.
"""

import json
import sys
import tomllib
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[2]
LOCK: Final = ROOT / ".ci" / "lock.txt"
# What is for the makers of udmaal; every other extra is for its users.
_OF_MAKERS: Final = {"benchmark", "dev", "release", "test"}


def project() -> dict[str, Any]:
    """Give the table ``project`` of pyproject.toml."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    found: dict[str, Any] = tomllib.loads(text)["project"]
    return found


def extras() -> list[str]:
    """Give the extras that users install, in the order of their names."""
    return sorted(set(project()["optional-dependencies"]) - _OF_MAKERS)


def pythons() -> list[str]:
    """Give the versions of Python that udmaal says it runs on."""
    named = (each.rpartition(" :: ")[2] for each in project()["classifiers"])
    return [each for each in named if each.startswith("3.")]


def of_release(bill: dict[str, Any]) -> dict[str, Any]:
    """Make a bill of materials that of udmaal; where it was installed from is no part of it."""
    (own,) = (part for part in bill["components"] if part["name"] == project()["name"])
    own.pop("externalReferences", None)
    bill["components"].remove(own)
    return {**bill, "metadata": {**bill["metadata"], "component": {**own, "type": "application"}}}


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["extras"]:
            print(",".join(extras()))
        case ["pythons"]:
            print(*pythons())
        case ["bill", file]:
            read = json.loads(Path(file).read_text(encoding="utf-8"))
            print(json.dumps(of_release(read), indent=2))
        case _:
            sys.exit(__doc__)
