"""``docs/loven.md`` names what there is: modules, lines, rates, assumptions; and all of it."""

import re

import pytest

from conftest import ROOT
from udmaal.rates.keys import RATE_KEYS
from udmaal.text.assumptions import ASSUMPTIONS
from udmaal.text.findings import FINDINGS
from udmaal.text.lines import LABELS

pytestmark = pytest.mark.fast

LOVEN = (ROOT / "docs" / "loven.md").read_text(encoding="utf-8")
LAW = ROOT / "src" / "udmaal" / "law"


def _under(head: str) -> set[str]:
    """Give the codes in the items of a list that begin with a word, as ``- Linjer: `gross` ``."""
    items = re.findall(rf"^- {head}: (.*?)(?=^[-#]|^$)", LOVEN, re.MULTILINE | re.DOTALL)
    return {code for item in items for code in re.findall(r"`([^`]+)`", item)}


@pytest.mark.parametrize(
    ("head", "known"), [("Linjer", LABELS), ("Satser", RATE_KEYS)], ids=["lines", "rates"]
)
def test_what_is_named_exists_and_all_is_named(head: str, known: dict[str, object]) -> None:
    named = {code for code in _under(head) if not code.startswith("-")}
    assert named == set(known)


def test_assumptions() -> None:
    assert set(re.findall(r"\bA\d\d\b", LOVEN)) - {"A02"} == set(ASSUMPTIONS)
    listed = re.findall(r"^\| (A\d\d) \|", LOVEN, re.MULTILINE)
    assert listed == sorted(ASSUMPTIONS)


def test_findings_exist() -> None:
    assert set(re.findall(r"\bU\d{3}\b", LOVEN)) <= set(FINDINGS)


def test_every_module_of_the_law_is_linked() -> None:
    """That the links lead somewhere is held by ``test_docs.py``."""
    modules = {
        path.relative_to(LAW).as_posix()
        for path in LAW.rglob("*.py")
        if path.name != "__init__.py" or path.parent.name == "extra_costs"
    }
    assert modules == set(re.findall(r"\]\(\.\./src/udmaal/law/([\w/]+\.py)\)", LOVEN))
