"""``udmaal change``: a new fact in a case file, asked for or given, shown and written."""

import sys
from pathlib import Path
from typing import Annotated, Any

from udmaal.cli.declare import option
from udmaal.cli.exit_codes import refusals
from udmaal.cli.language import say
from udmaal.cli.messages import CommandError, stderr
from udmaal.cli.options import CaseArgument, today
from udmaal.cli.session import Session, with_session
from udmaal.faults import InputFaultsError
from udmaal.language import Text

HELP = Text(
    "Føj en ny oplysning til en sag; forskellen vises, før der skrives.\n\n"
    "Det kan være nye timer, en afgørelse om merudgifter, et ophør, en enkeltdag, en lønseddel "
    "eller en opfølgning. Alt, der står i filen, bliver stående.\n\n"
    "Uden --fact spørger programmet. En ny afgørelse begynder med den seneste afgørelses "
    "udgifter, engangsudgifter undtaget: item[0] er den første af dem, og nummeret efter den "
    "sidste en ny.\n\n"
    "Eksempel: udmaal change sag.toml\n\n"
    "Eksempel: udmaal change sag.toml --fact hours --set from=2026-03-01 --set hours=15 --yes",
    "Add a new fact to a case; the difference is shown before it is written.\n\n"
    "It may be new hours, a decision on extra costs, an end, a single day, a payslip or a "
    "follow-up. All that stands in the file stays.\n\n"
    "Without --fact the program asks. A new decision begins with the items of the last one, "
    "one-offs aside: item[0] is the first of them, and the number behind the last one a new "
    "item.\n\n"
    "Example: udmaal change case.toml\n\n"
    "Example: udmaal change case.toml --fact hours --set from=2026-03-01 --set hours=15 --yes",
)
# As ``change.facts.KINDS`` has them; help does without the rules.
FACTS = ("hours", "decision", "end", "costs-end", "single-day", "payslip", "follow-up")


@with_session(log=False)
def change(
    session: Session,
    case: CaseArgument,
    fact: Annotated[
        str | None,
        option(
            "--fact",
            metavar="|".join(FACTS),
            help=Text("Hvad der er nyt, uden spørgsmål.", "What is new, without questions."),
        ),
    ] = None,
    set_: Annotated[
        list[str] | None,
        option(
            "--set",
            metavar=Text("NØGLE=VÆRDI", "KEY=VALUE"),
            help=Text(
                "En nøgle i det nye, f.eks. hours=15 eller item[0].amount=900.00. Kan gentages.",
                "A key of the fact, such as hours=15 or item[0].amount=900.00. May be repeated.",
            ),
        ),
    ] = None,
    remove: Annotated[
        list[int] | None,
        option(
            "--remove",
            metavar=Text("NUMMER", "NUMBER"),
            min=0,
            help=Text(
                "Udelad denne udgift fra den seneste afgørelse; den første er 0. Kan gentages.",
                "Leave out this item of the last decision; the first is 0. May be repeated.",
            ),
        ),
    ] = None,
    parent: Annotated[
        str | None,
        option(
            "--parent",
            metavar=Text("MÆRKE", "LABEL"),
            help=Text(
                "Forælderen, hvis seneste forløb det gælder; kun nødvendig ved flere.",
                "The parent whose last course it is about; only needed with several.",
            ),
        ),
    ] = None,
    date: Annotated[
        str | None,
        option(
            "--date",
            metavar=Text("DATO", "DATE"),
            help=Text(
                "Vis forskellen på denne dato. Uden: den første dag, der ændres.",
                "Show the difference on this date. Without: the first day that changes.",
            ),
        ),
    ] = None,
    dry_run: Annotated[
        bool, option("--dry-run", help=Text("Vis kun forskellen.", "Only show the difference."))
    ] = False,
    yes: Annotated[
        bool, option("--yes", "-y", help=Text("Skriv uden at spørge.", "Write without asking."))
    ] = False,
    output: Annotated[
        Path | None,
        option(
            "--output",
            "-o",
            metavar=Text("FIL", "FILE"),
            help=Text(
                "Skriv sagen i denne fil i stedet for i sin egen.",
                "Write the case to this file in place of its own.",
            ),
        ),
    ] = None,
) -> int:
    """Show what a fact changes, and write it."""
    asks = sys.stdin.isatty() and sys.stderr.isatty()
    _usable(case, fact, set_, remove, parent, output, asks=asks, writes=not dry_run, yes=yes)
    from udmaal.api import case_from_source  # noqa: PLC0415 - help needs no rules
    from udmaal.case.model import Case  # noqa: PLC0415
    from udmaal.change.asked import Asked  # noqa: PLC0415
    from udmaal.change.edit import with_additions  # noqa: PLC0415
    from udmaal.change.effect import effect_of  # noqa: PLC0415
    from udmaal.change.given import given_fact  # noqa: PLC0415
    from udmaal.change.report import print_effect, print_lines  # noqa: PLC0415
    from udmaal.change.write_back import write_back  # noqa: PLC0415
    from udmaal.output.page import Page  # noqa: PLC0415
    from udmaal.reading.source import Parsed, parse, read_source  # noqa: PLC0415
    from udmaal.reading.validation import check_read, placed  # noqa: PLC0415

    rates, folders = session.rates, session.municipality_folders
    session.keep_inputs([output], [case])
    on = session.day(date) if date is not None else None
    with refusals():
        source = read_source(case)
        document = parse(source)
        checked = check_read(Case, Parsed(document, source.text))
        if checked.faults or checked.model is None:
            raise InputFaultsError(placed(checked.faults, source))
    if fact is not None:
        course = _course(checked.model, fact, parent)
        new = given_fact(fact, course, set_ or (), remove or (), document)
    else:
        from udmaal.cli.interview import Interview  # noqa: PLC0415 - the other way does without

        asked = Asked(checked.model, document, source, rates)
        sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]
        confirms = say("viser ændringen", "shows the change")
        new = asked.fact(Interview(asked.questions, asked.faults, folders, confirms).answers())
    with refusals():
        changed = with_additions(source, new.additions(document))
        after = case_from_source(changed, rates)
        try:
            before = case_from_source(source, rates)
        except InputFaultsError:  # the fact is what was missing
            before = None
        effect = effect_of(new, before, after, rates, folders, today(), on)
    page = Page(None)
    print_lines(source, changed, page.console)
    print_effect(effect, session.language, page.console)
    page.close()
    if dry_run or not (yes or _confirmed()):
        return 0
    target = write_back(source, changed.text, output)
    stderr().print(say(f"Skrevet i {target}", f"Written to {target}"))
    return 0


def _usable(
    case: str,
    fact: str | None,
    set_: list[str] | None,
    remove: list[int] | None,
    parent: str | None,
    output: Path | None,
    *,
    asks: bool,
    writes: bool,
    yes: bool,
) -> None:
    """Raise ``CommandError`` for options that do not go together, before anything is read."""
    if fact is not None and fact not in FACTS:
        raise CommandError(
            say(f"{fact} er ingen oplysning", f"{fact} is no fact"),
            say(f"vælg en af: {', '.join(FACTS)}", f"choose one of: {', '.join(FACTS)}"),
        )
    if fact is None and (set_ or remove or parent is not None):
        raise CommandError(
            say(
                "--set, --remove og --parent hører til --fact",
                "--set, --remove and --parent belong to --fact",
            ),
            say("angiv --fact", "name the --fact"),
        )
    if remove and fact != "decision":
        raise CommandError(
            say("--remove hører til en ny afgørelse", "--remove belongs to a new decision"),
            say(
                "brug --fact decision, eller udelad den",
                "use --fact decision, or leave it out",
            ),
        )
    if fact is None and not asks:
        raise CommandError(
            say("her er ingen skærm at spørge på", "there is no terminal to ask on"),
            say("brug --fact og --set", "use --fact and --set"),
        )
    if writes and not yes and not asks:
        raise CommandError(
            say("her er ingen skærm at spørge på, før der skrives",
                "there is no terminal to ask on before writing"),
            say("brug --yes eller --dry-run", "use --yes or --dry-run"),
        )  # fmt: skip
    if case == "-" and writes and output is None:
        raise CommandError(
            say("standard input kan ikke skrives", "standard input cannot be written to"),
            say("angiv --output", "name an --output"),
        )


def _course(case: Any, fact: str, parent: str | None) -> int:
    """Give the number of the course that is meant; raises ``CommandError`` where none is."""
    from udmaal.change.facts import KINDS, courses_for, possible  # noqa: PLC0415

    if fact not in possible(case):
        raise CommandError(
            say(f"{fact} passer ikke til sagen", f"{fact} does not fit the case"),
            say(
                f"sagen kan få: {', '.join(possible(case))}",
                f"the case can be given: {', '.join(possible(case))}",
            ),
        )
    if KINDS[fact].benefit != "lost_earnings":
        if parent is not None:
            raise CommandError(
                say(f"{fact} hører ikke til en forælder", f"{fact} belongs to no parent"),
                say("udelad --parent", "leave out --parent"),
            )
        return 0
    courses = courses_for(case, fact)
    parents = {case.lost_earnings[number].parent for number in courses}
    if parent is None and len(parents) > 1:
        raise CommandError(
            say("det kan være flere forældre", "it can be several parents"),
            say(
                f"angiv --parent {' eller '.join(sorted(parents))}",
                f"name --parent {' or '.join(sorted(parents))}",
            ),
        )
    own = [each for each in courses if parent in (None, case.lost_earnings[each].parent)]
    if not own:
        raise CommandError(
            say(f"{parent} har intet forløb, der kan få det", f"{parent} has no course for it"),
            say(
                f"vælg en af: {', '.join(sorted(parents))}", f"choose: {', '.join(sorted(parents))}"
            ),
        )
    return own[-1]


def _confirmed() -> bool:
    """Ask whether to write."""
    from udmaal.cli.interview import confirmed  # noqa: PLC0415 - who says --yes is not asked

    return confirmed("write")
