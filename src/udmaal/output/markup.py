"""Pieces of Markdown."""

from collections.abc import Iterable, Sequence


def markdown_table(
    head: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()
) -> list[str]:
    """Give the lines of a table; ``right`` are the columns set to the right."""
    right = set(right)
    rule = ["---:" if index in right else "---" for index in range(len(head))]
    return ["| " + " | ".join(cells) + " |" for cells in (head, rule, *rows)]


def escaped(text: str) -> str:
    """Keep a free text from being read as Markdown or HTML."""
    for sign in ("\\", "|", "*", "_", "`", "[", "]", "<", "#"):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", " ")
