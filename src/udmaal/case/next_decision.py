"""What the next decision on extra costs takes over from the last one, in a case as TOML is read."""

from typing import Any


def decisions_in(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the decisions on extra costs, also one that stands alone."""
    decisions: Any = document.get("extra_costs", [])
    return [decisions] if isinstance(decisions, dict) else decisions


def former_items(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the items of the last decision; none without one."""
    decisions = decisions_in(document)
    items: list[dict[str, Any]] = list(decisions[-1].get("item", [])) if decisions else []
    return items


def is_carried(item: dict[str, Any]) -> bool:
    """Tell whether an item goes on in the next decision: a one-off was granted once."""
    return bool(item.get("per") != "once")


def with_decision(document: dict[str, Any], decision: dict[str, Any]) -> dict[str, Any]:
    """Give the case with one more decision, the latest."""
    return {**document, "extra_costs": [*decisions_in(document), decision]}
