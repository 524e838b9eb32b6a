"""``docs/loven.md`` names what there is: modules, lines, rates, assumptions; and all of it."""

import re

import pytest

from conftest import ROOT
from headings import anchors
from udmaal.law.benefits import kinds_by_id
from udmaal.rates.keys import RATE_KEYS
from udmaal.text.assumptions import ASSUMPTIONS
from udmaal.text.findings import FINDINGS

pytestmark = pytest.mark.fast

LOVEN = (ROOT / "docs" / "loven.md").read_text(encoding="utf-8")
LAW = ROOT / "src" / "udmaal" / "law"


def _under(head: str) -> set[str]:
    """Give the codes in the items of a list that begin with a word, as ``- Linjer: `gross` ``."""
    items = re.findall(rf"^- {head}: (.*?)(?=^[-#]|^$)", LOVEN, re.MULTILINE | re.DOTALL)
    return {code for item in items for code in re.findall(r"`([^`]+)`", item)}


@pytest.mark.parametrize(
    ("head", "known"), [("Linjer", kinds_by_id()), ("Satser", RATE_KEYS)], ids=["lines", "rates"]
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


def test_the_code_points_to_headings_that_exist() -> None:
    pointed = {
        (path.name, anchor)
        for path in LAW.parent.rglob("*.py")
        for anchor in re.findall(r"loven\.md#([\w-]+)", path.read_text(encoding="utf-8"))
    }
    assert pointed
    known = anchors(ROOT / "docs" / "loven.md")
    assert {each for each in pointed if each[1] not in known} == set()


def test_no_code_points_to_what_a_reader_does_not_have() -> None:
    sources = (path.read_text(encoding="utf-8") for path in LAW.parent.rglob("*.py"))
    assert not any("rules.md" in source for source in sources)


def test_every_module_of_the_law_is_linked() -> None:
    """That the links lead somewhere is held by ``test_docs.py``."""
    modules = {
        path.relative_to(LAW).as_posix()
        for path in LAW.rglob("*.py")
        if path.name not in {"__init__.py", "case_keys.py"}
        and (path.name != "benefit.py" or path.parent == LAW)
    }
    assert modules == set(re.findall(r"\]\(\.\./src/udmaal/law/([\w/]+\.py)\)", LOVEN))
