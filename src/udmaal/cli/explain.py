"""``udmaal explain``: what a code, a rate, a line or a word means."""

from collections.abc import Sequence
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated

from udmaal.cli.completion import page_keys
from udmaal.cli.declare import argument, option
from udmaal.cli.language import say
from udmaal.cli.messages import CommandError, no_such
from udmaal.cli.session import Session, with_session
from udmaal.language import Language, Text

if TYPE_CHECKING:
    from udmaal.output.explain import Entry

HELP = Text(
    "Forklar en anmærkning, antagelse, sats, linje, lov eller et felt i sagsfilen, efter kode "
    "eller med almindelige ord.\n\n"
    "Eksempel: udmaal explain U201\n\n"
    "Eksempel: udmaal explain loft\n\n"
    "Eksempel: udmaal explain højeste sygedagpenge\n\n"
    "Eksempel: udmaal explain BL § 87",
    "Explain a finding, an assumption, a rate, a line, a law or a key of the case file, by its "
    "code or in plain words.\n\n"
    "Example: udmaal explain U201\n\n"
    "Example: udmaal explain ceiling\n\n"
    "Example: udmaal explain sickness benefit\n\n"
    "Example: udmaal explain BL § 87",
)
# What more was found is read when it is short; who wants another adds a word.
_MOST_OTHERS = 10
_WIDEST = 76


@with_session(levels=False, log=False)
def explain(
    session: Session,
    words: Annotated[
        list[str] | None,
        argument(
            metavar=Text("KODE|ORD", "CODE|WORDS"),
            show_default=False,
            autocompletion=page_keys,
            help=Text(
                "En kode, et navn eller ord, f.eks. loft.", "A code, a name or words: ceiling."
            ),
        ),
    ] = None,
    everything: Annotated[
        bool, option("--all", help=Text("Vis det hele.", "Show everything."))
    ] = False,
) -> int:
    """Print the page of a key, of what words mean most likely, or all pages."""
    from udmaal.output.explain import all_pages, page  # noqa: PLC0415 - help needs none of them
    from udmaal.output.write import write  # noqa: PLC0415

    if everything:
        write(all_pages(session.language), None)
        return 0
    asked = " ".join(words or ())
    text = page(asked, session.rates, session.language) if asked else None
    if text is None:
        best, *others = _found(asked, session.language)
        text = page(best.key, session.rates, session.language) or ""
        text += _listed(others, session.language)
    write(text, None)
    return 0


def _found(asked: str, language: Language) -> "list[Entry]":
    """Give what words are found in; raises ``CommandError`` where that is nothing."""
    from udmaal.output.search import found, near  # noqa: PLC0415 - a code needs no search

    entries = found(asked, language)
    if entries:
        return entries
    if not asked:
        raise CommandError(
            say("KODE mangler", "CODE is missing"),
            say("se udmaal explain --all", "see udmaal explain --all"),
        )
    raise no_such(
        say(f"{asked} kendes ikke", f"unknown: {asked}"), near(asked), "udmaal explain --all"
    )


def _listed(others: "Sequence[Entry]", language: Language) -> str:
    """List what words were found in besides, each with the code to ask for it by."""
    if not others:
        return ""
    head = say("Fandt også (udmaal explain KODE):", "Also found (udmaal explain CODE):")
    lines = [
        f"- `{each.key}`: {shorten(each.title.in_(language), _WIDEST, placeholder=' …')}"
        for each in others[:_MOST_OTHERS]
    ]
    more = len(others) - _MOST_OTHERS
    if more > 0:
        lines.append(
            say(f"- og {more} mere; skriv flere ord", f"- and {more} more; give more words")
        )
    return "\n".join(["", head, "", *lines, ""])
