"""Findings in words."""

from udmaal.breakdown import Finding
from udmaal.text.language import Language, Text
from udmaal.text.render import render

FINDINGS: dict[str, Text] = {}


def finding_text(finding: Finding, language: Language) -> str:
    """Give the message of a finding."""
    return render(FINDINGS[finding.code].in_(language), finding.values, language)
