"""What falls due in words: what is to be done, and what it rests on."""

from udmaal.deadline import Deadline
from udmaal.language import Language, Text
from udmaal.text.render import render

_LEVEL = Text("serviceniveauet", "the service level")


def task_text(deadline: Deadline, language: Language) -> str:
    """Say what is to be done."""
    return render(deadline.kind.task.in_(language), deadline.values, language)


def law_texts(deadline: Deadline, language: Language) -> tuple[str, ...]:
    """Name what it rests on, the service level last."""
    level = (_LEVEL.in_(language),) if deadline.kind.by_level else ()
    return (*deadline.law, *level)
