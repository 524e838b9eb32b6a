"""``udmaal explain``: what a code, a rate or a line means."""

import difflib
from typing import Annotated

import typer

from udmaal.cli.completion import page_keys
from udmaal.cli.declare import argument, option
from udmaal.cli.language import current_language, say
from udmaal.cli.messages import CommandError
from udmaal.cli.options import LangOption, RatesOption, rate_book
from udmaal.text.language import Text

HELP = Text(
    "Forklar en anmærkning, antagelse, sats eller linje.\n\n"
    "Eksempel: udmaal explain U201; udmaal explain lost_earnings.ceiling",
    "Explain a finding, an assumption, a rate or a line.\n\n"
    "Example: udmaal explain U201; udmaal explain lost_earnings.ceiling",
)


def explain(
    context: typer.Context,
    key: Annotated[
        str | None,
        argument(metavar=Text("KODE", "CODE"), show_default=False, autocompletion=page_keys),
    ] = None,
    everything: Annotated[
        bool, option("--all", help=Text("Vis det hele.", "Show everything."))
    ] = False,
    rates: RatesOption = None,
    lang: LangOption = None,
) -> None:
    """Print the page of a key, or of all."""
    del lang
    from udmaal.output.explain import all_pages, known_keys, page  # noqa: PLC0415 - help needs none
    from udmaal.output.write import write  # noqa: PLC0415

    language = current_language()
    if everything:
        write(all_pages(language), None)
        return
    text = page(key, rate_book(context, rates), language) if key else None
    if text is None:
        near = difflib.get_close_matches(key or "", known_keys(), 3, 0.5)
        raise CommandError(
            say(f"{key} kendes ikke", f"unknown: {key}") if key else say(
                "KODE mangler", "CODE is missing"),
            say(f"mente du {', '.join(near)}?" if near else "se udmaal explain --all",
                f"did you mean {', '.join(near)}?" if near else "see udmaal explain --all"),
        )  # fmt: skip
    write(text, None)
