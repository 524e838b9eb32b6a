"""The words: nothing the program can say is missing in a language."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from declared import ALL_KINDS, FORMULAS, limits, notes, placeholders
from udmaal.case.model import Case
from udmaal.language import Text
from udmaal.law.benefits import BENEFITS
from udmaal.rates.keys import RATE_KEYS
from udmaal.text.assumptions import ASSUMPTIONS
from udmaal.text.case_keys import CASE_KEYS
from udmaal.text.causes import CAUSES
from udmaal.text.faults import FAULTS
from udmaal.text.findings import FINDINGS
from udmaal.text.render import render
from udmaal.text.terms import TERMS, UNITS
from udmaal.text.value_names import DANISH, value_name

pytestmark = pytest.mark.fast

SOURCES = sorted((ROOT / "src" / "udmaal").rglob("*.py"))
_CODE = re.compile(r"[a-z_0-9]+\.[a-z_0-9]+")


def _strings(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


# The names of results where a benefit has several sets of rules.
RESULTS = {f"{each.key}.{rules}" for each in BENEFITS for rules in each.names}


def test_every_fault_of_the_program_has_words() -> None:
    groups = {code.split(".")[0] for code in FAULTS}
    used = {
        text
        for path in SOURCES
        if "text" not in path.parts
        for text in _strings(path)
        if _CODE.fullmatch(text) and text.split(".")[0] in groups
    }
    other_keys = {"grant.from", "grant.until", "single_day.date", *CASE_KEYS, *RESULTS}
    assert used - set(FAULTS) - set(FORMULAS) - set(RATE_KEYS) - other_keys == set()


def test_no_words_without_a_use() -> None:
    used = set().union(*(_strings(path) for path in SOURCES if "text" not in path.parts))
    assert set(FAULTS) - used == set()


def test_both_languages_say_the_same_things() -> None:
    pairs = [
        *(text for fault in FAULTS.values() for text in fault),
        *(formula.words for formula in FORMULAS.values()),
        *(kind.label for kind in ALL_KINDS),
        *limits(),
        *CAUSES.values(),
        *notes(),
    ]
    for danish, english in pairs:
        assert placeholders(danish) == placeholders(english), danish


def test_every_line_has_its_rule_in_one_to_three_sentences() -> None:
    for kind in ALL_KINDS:
        assert kind.rule.da != kind.rule.en, kind
        for text in kind.rule:
            assert text.endswith("."), kind
            # The full stop of an ordinal (1. januar) is followed by a small letter.
            assert len(re.findall(r"\.(?= [A-ZÆØÅ]|$)", text)) <= 3, kind


def test_assumptions_are_those_of_the_rules() -> None:
    assert list(ASSUMPTIONS) == sorted(ASSUMPTIONS)
    assert all(text.da != text.en for text in ASSUMPTIONS.values())


def test_every_choice_of_the_case_file_has_words() -> None:
    def choices(node: Any) -> Iterator[str]:
        if isinstance(node, dict):
            if node.get("type") == "string":
                yield from node.get("enum", ())
            for inner in node.values():
                yield from choices(inner)

    found = set(choices(Case.model_json_schema()))
    assert {"transport", "other_listed", "pressure_chamber", "death", "once"} <= found
    assert found <= set(TERMS)


def test_every_unit_has_words() -> None:
    for known in RATE_KEYS.values():
        assert set(known.units) <= set(UNITS)


def test_a_missing_value_is_not_passed_over() -> None:
    with pytest.raises(KeyError):
        render("{missing:kr}", {}, "da")
    with pytest.raises(KeyError):
        render("{here:unknown}", {"here": 1}, "da")
    assert Text("a", "b").in_("en") == "b"


def test_every_value_of_a_template_has_a_danish_name() -> None:
    templates = [
        *(kind.label for kind in ALL_KINDS),
        *(formula.words for formula in FORMULAS.values()),
        *(page.message for page in FINDINGS.values()),
    ]
    names = {name for template in templates for name in placeholders(template.da)}
    assert names == set(DANISH)
    assert value_name("own", "da") == "egne timer"
