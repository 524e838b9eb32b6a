"""What decided at a step of a benefit, in a word or two."""

from udmaal.language import Language
from udmaal.lines.limit import Limit
from udmaal.text.render import render


def limit_text(limit: Limit, language: Language) -> str:
    """Say what decided."""
    return render(limit.text.in_(language), dict(limit.values), language)
