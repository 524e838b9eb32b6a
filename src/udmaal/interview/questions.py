"""Which questions a case worker with an application on the desk is asked, and in what order.

A script is what gives them; that of ``udmaal new`` is ``questions``.

An answer is kept under the place it has in the case file, ``("child", "born")``. Places that begin
with ``ASIDE`` are about the course of the questions alone: a name, then the place in the case file
that they are about.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import count, pairwise
from typing import Any, Final, NamedTuple

from udmaal.calendar_month import Month
from udmaal.checks.hours_and_basis import PAYSLIPS
from udmaal.faults import Path
from udmaal.language import Text

Answers = Mapping[Path, Any]

ASIDE: Final = "?"
MORE: Final = "more"
BENEFITS: Final[Path] = (ASIDE, "benefits")
BENEFIT_CHOICES: Final = ("lost_earnings", "extra_costs", "both")
NO_PENSION: Final = "none"


class Question(NamedTuple):
    """A question; ``default`` is the answer of who says nothing, ``None`` leaves the key out.

    ``options`` are the choices where the model has none, ``about`` says which of several it is. A
    ``percent`` is a fraction in the case file. What has ``happened`` has no day after today.
    """

    path: Path
    default: Any = None
    optional: bool = False
    options: tuple[tuple[str, Text | None], ...] = ()
    about: Text | None = None
    percent: bool = False
    happened: bool = False


Script = Callable[[Answers], Iterator[Question]]


def questions(answers: Answers) -> Iterator[Question]:
    """Give all questions that the answers so far call for, answered or not, in order."""
    yield Question(("case_id",))
    yield Question(("municipality",), optional=True)
    yield Question(("child", "born"), happened=True)
    yield _choice(BENEFITS, *BENEFIT_CHOICES)
    wanted = answers.get(BENEFITS)
    if wanted in {"lost_earnings", "both"}:
        yield from _several(answers, ("lost_earnings",), _course)
    if wanted in {"extra_costs", "both"}:
        yield from _several(answers, ("extra_costs",), _decision)


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


def _choice(path: Path, *options: str) -> Question:
    """Ask for one of several; the first is the usual one."""
    return Question(path, options[0], options=tuple((option, None) for option in options))


def _several(
    answers: Answers, at: Path, each: Callable[[Answers, Path], Iterator[Question]], usual: int = 1
) -> Iterator[Question]:
    """Ask for one table after another; after the ``usual`` number no more is expected."""
    for number in count():
        if number:
            more: Path = (ASIDE, MORE, *at, number)
            yield Question(more, default=number < usual)
            if not answers.get(more):
                break
        yield from each(answers, (*at, number))


def _aside(answers: Answers, name: str, at: Path) -> tuple[Question, bool]:
    """Make a question whether there is something, and give its answer so far."""
    path: Path = (ASIDE, name, *at)
    return Question(path, default=False), bool(answers.get(path))


def _course(answers: Answers, at: Path) -> Iterator[Question]:
    yield Question((*at, "parent"), chr(ord("A") + int(at[-1]) % 26))
    yield Question((*at, "applied"), optional=True, happened=True)
    yield Question((*at, "grant", 0, "from"))
    yield Question((*at, "grant", 0, "hours"))
    yield Question((*at, "grant", 0, "until"), optional=True)
    yield Question((*at, "weekly_hours"), Decimal("37.0"))
    yield Question((*at, "occupation"), "employee")
    occupation = answers.get((*at, "occupation"))
    if occupation == "self_employed":
        form: Path = (ASIDE, "loss", *at)
        yield _choice(form, "yearly_results", "monthly_loss")
        if form in answers:
            yield Question((*at, answers[form]))
    elif occupation == "no_attachment":
        yield Question((*at, "monthly_wage"), optional=True)
    elif occupation == "employee":
        form = (ASIDE, "wage", *at)
        yield _choice(form, "payslip", "monthly_wage")
        if answers.get(form) == "payslip":
            yield from _payslips(answers, at)
        elif form in answers:
            yield Question((*at, "monthly_wage"))
        yield from _pension(answers, at)
    saves, is_saving = _aside(answers, "saving", at)
    yield saves
    if is_saving:
        yield from _several(answers, (*at, "saving"), _saving)
    taxed, has_tax = _aside(answers, "tax", at)
    yield taxed
    if has_tax:
        yield Question((*at, "tax", "rate"), percent=True)
        yield Question((*at, "tax", "monthly_deduction"))


def _payslips(answers: Answers, at: Path) -> Iterator[Question]:
    hourly, _ = _aside(answers, "hourly", at)
    yield hourly
    employers, _ = _aside(answers, "employers", at)
    yield employers
    yield from _several(answers, (*at, "payslip"), _payslip, PAYSLIPS)


def _payslip(answers: Answers, at: Path) -> Iterator[Question]:
    course, number = at[:2], int(at[-1])
    yield Question((*at, "month"), _month_before(answers, at), happened=True)
    if _aside(answers, "employers", course)[1]:
        former = (*at[:-1], number - 1, "employer")
        yield Question((*at, "employer"), answers.get(former, "1"))
    if _aside(answers, "hourly", course)[1]:
        yield Question((*at, "hours"))
    yield Question((*at, "gross"))
    yield Question((*at, "supplements"), optional=True)
    yield Question((*at, "excluded"), optional=True)


def _month_before(answers: Answers, at: Path) -> str | None:
    """Propose the month of a payslip: those before the course, one after the other."""
    course, number = at[:2], int(at[-1])
    former = answers.get((*at[:-1], number - 1, "month"))
    if former is not None:
        return str(Month.parse(former).plus(1))
    begins = answers.get((*course, "grant", 0, "from"))
    return None if begins is None else str(Month.of(begins).plus(-PAYSLIPS))


def _pension(answers: Answers, at: Path) -> Iterator[Question]:
    form: Path = (ASIDE, "pension", *at)
    yield _choice(form, NO_PENSION, "employer_pension", "employer_pension_percent")
    if answers.get(form, NO_PENSION) != NO_PENSION:
        yield Question((*at, answers[form]))


def _saving(answers: Answers, at: Path) -> Iterator[Question]:
    yield Question((*at, "kind"), "transport")
    by_km, is_by_km = _aside(answers, "by_km", at)
    if answers.get((*at, "kind")) == "transport":
        yield by_km
        if is_by_km:
            yield Question((*at, "km_monthly"))
            yield Question((*at, "rate_per_km"))
            return
    yield Question((*at, "monthly"))


def _decision(answers: Answers, at: Path) -> Iterator[Question]:
    yield Question((*at, "decided"), happened=True)
    yield Question((*at, "from"), optional=True)
    former = (at[0], int(at[-1]) - 1, "item")
    usual = len({path[3] for path in answers if path[:3] == former})
    yield from _several(answers, (*at, "item"), _item, max(usual, 1))


def _item(answers: Answers, at: Path) -> Iterator[Question]:
    """Ask for a cost; in a later decision the one with its number in the former is proposed."""
    former = {
        path[-1]: value
        for path, value in answers.items()
        if path[:-1] == (at[0], int(at[1]) - 1, *at[2:])
    }
    yield Question((*at, "kind"), former.get("kind", "medicine"))
    yield Question((*at, "text"), former.get("text"), optional=True)
    by_km, is_by_km = _aside(answers, "by_km", at)
    is_by_km &= answers.get((*at, "kind")) == "transport"
    if answers.get((*at, "kind")) == "transport":
        yield by_km._replace(default="km" in former)
    worth = "km" if is_by_km else "amount"
    yield Question((*at, worth), former.get(worth))
    yield Question((*at, "per"), former.get("per", "month"))
    yield Question((*at, "documented"), former.get("documented", False))
