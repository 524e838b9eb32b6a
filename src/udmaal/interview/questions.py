"""Which questions a case worker with an application on the desk is asked, and in what order.

A script is what gives them; that of ``udmaal new`` is ``questions``.

An answer is kept under the place it has in the case file, ``("child", "born")``. Places that begin
with ``ASIDE`` are about the course of the questions alone.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import count, pairwise
from typing import Any, Final, NamedTuple

from udmaal.faults import Path
from udmaal.language import Text

Answers = Mapping[Path, Any]

ASIDE: Final = "?"
BENEFITS: Final[Path] = (ASIDE, "benefits")
BENEFIT_CHOICES: Final = ("lost_earnings", "extra_costs", "both")


class Question(NamedTuple):
    """A question; ``default`` is the answer of who says nothing, ``None`` leaves the key out.

    ``options`` are the choices where the model has none, ``about`` says which of several it is.
    """

    path: Path
    default: Any = None
    optional: bool = False
    options: tuple[tuple[str, Text | None], ...] = ()
    about: Text | None = None


Script = Callable[[Answers], Iterator[Question]]


def questions(answers: Answers) -> Iterator[Question]:
    """Give all questions that the answers so far call for, answered or not, in order."""
    yield Question(("case_id",))
    yield Question(("municipality",), optional=True)
    yield Question(("child", "born"))
    options = tuple((choice, None) for choice in BENEFIT_CHOICES)
    yield Question(BENEFITS, BENEFIT_CHOICES[0], options=options)
    wanted = answers.get(BENEFITS)
    if wanted in {"lost_earnings", "both"}:
        for number in count():
            yield from _course(answers, number)
            more = (ASIDE, "lost_earnings", number + 1)
            yield Question(more, default=False)
            if not answers.get(more):
                break
    if wanted in {"extra_costs", "both"}:
        yield Question(("extra_costs", 0, "decided"))
        for number in count():
            yield from _item(("extra_costs", 0, "item", number))
            more = (ASIDE, "item", number + 1)
            yield Question(more, default=False)
            if not answers.get(more):
                break


def first_open(answers: Answers, script: Script = questions) -> Question | None:
    """Give the next question, or ``None`` when all are answered."""
    return next((each for each in script(answers) if each.path not in answers), None)


def still_asked(answers: Answers, script: Script = questions) -> dict[Path, Any]:
    """Keep the answers to questions that are still asked, in their order."""
    paths = (each.path for each in script(answers))
    return {path: answers[path] for path in paths if path in answers}


def facts_of(answers: Answers) -> dict[str, Any]:
    """Put the answers together as the plain values of a case file."""
    facts: dict[str, Any] = {"format": 1}
    for path, value in still_asked(answers).items():
        if value is not None and path[0] != ASIDE:
            _put(facts, path, value)
    return facts


def _put(holder: dict[str, Any], path: Path, value: Any) -> None:
    at: Any = holder
    for part, following in pairwise(path):
        fresh: Any = [] if isinstance(following, int) else {}
        if isinstance(part, int):
            if part == len(at):
                at.append(fresh)
            at = at[part]
        else:
            at = at.setdefault(part, fresh)
    at[path[-1]] = value


def _course(answers: Answers, number: int) -> Iterator[Question]:
    at: Path = ("lost_earnings", number)
    yield Question((*at, "parent"), chr(ord("A") + number % 26))
    yield Question((*at, "applied"), optional=True)
    yield Question((*at, "grant", 0, "from"))
    yield Question((*at, "grant", 0, "hours"))
    yield Question((*at, "grant", 0, "until"), optional=True)
    yield Question((*at, "weekly_hours"), Decimal("37.0"))
    yield Question((*at, "occupation"), "employee")
    occupation = answers.get((*at, "occupation"))
    if occupation == "self_employed":
        yield Question((*at, "yearly_results"))
    else:
        yield Question((*at, "monthly_wage"), optional=occupation == "no_attachment")
    if occupation == "employee":
        yield Question((*at, "employer_pension"), optional=True)
    for saving in count():
        more = (ASIDE, "saving", number, saving)
        yield Question(more, default=False)
        if not answers.get(more):
            break
        yield Question((*at, "saving", saving, "kind"), "transport")
        yield Question((*at, "saving", saving, "monthly"))


def _item(at: Path) -> Iterator[Question]:
    yield Question((*at, "kind"), "medicine")
    yield Question((*at, "text"), optional=True)
    yield Question((*at, "amount"))
    yield Question((*at, "per"), "month")
    yield Question((*at, "documented"), default=False)
