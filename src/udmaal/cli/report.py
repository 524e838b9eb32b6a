"""``udmaal report``: the itemised annex to a decision letter, as PDF or HTML."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from udmaal.calendar_month import Month
from udmaal.cli.declare import option
from udmaal.cli.exit_codes import code_of_months, refusals
from udmaal.cli.language import current_language, say
from udmaal.cli.messages import CommandError, report_notice
from udmaal.cli.options import (
    CaseArgument,
    CorrectedOption,
    DateOption,
    KnownOption,
    known_of,
    month_of,
    needs,
    today,
)
from udmaal.cli.session import Session, with_session
from udmaal.language import Text
from udmaal.output.write import write, write_bytes

if TYPE_CHECKING:
    from udmaal.breakdown import Finding
    from udmaal.output.annex.signs import Unshown

HELP = Text(
    "Skriv bilaget til afgørelsen: hvad familien får, hver mellemregning, satser og kilder.\n\n"
    "Eksempel: udmaal report sag.toml --date 2026-03-01 -o bilag.pdf\n\n"
    "Eksempel: udmaal report sag.toml --date 2026-03-01 --ledger 2026-01..2026-12 -o bilag.html",
    "Write the annex to the decision: what the family gets, every step, rates and sources.\n\n"
    "Example: udmaal report case.toml --date 2026-03-01 -o annex.pdf\n\n"
    "Example: udmaal report case.toml --date 2026-03-01 --ledger 2026-01..2026-12 -o annex.html",
)


@with_session()
def report(
    session: Session,
    case: CaseArgument,
    output: Annotated[
        Path,
        option(
            "--output",
            "-o",
            metavar=Text("FIL.pdf|.html", "FILE.pdf|.html"),
            help=Text(
                "Bilaget; endelsen afgør formen.", "The annex; the ending decides on the form."
            ),
        ),
    ],
    date: DateOption = None,
    ledger: Annotated[
        str | None,
        option(
            "--ledger",
            metavar=Text("FRA..TIL", "FROM..TO"),
            help=Text(
                "Vis også forløbet måned for måned, f.eks. 2026-01..2026-12.",
                "Also show the course month by month, for example 2026-01..2026-12.",
            ),
        ),
    ] = None,
    corrected_ceilings: CorrectedOption = False,
    known: KnownOption = None,
) -> int:
    """Write the annex of a case; findings that nobody accepted are named, not printed in it."""
    as_pdf = _is_pdf(output)
    months = _months(ledger)
    for module in ("matplotlib", "typst" if as_pdf else "jinja2"):
        needs(module, "report")
    from udmaal.api import calculate, make_ledger, read_case  # noqa: PLC0415 - help needs no rules
    from udmaal.output.annex.content import annex_content  # noqa: PLC0415

    rates, folders = session.rates, session.municipality_folders
    on, asof = session.day(date), known_of(known)
    session.keep_inputs([output], [case])
    with refusals(code_of_months):
        case_file = read_case(case, rates).as_known(asof, rates)
        breakdown = calculate(case_file, rates, on, folders, corrected_ceilings=corrected_ceilings)
        made = None
        if months is not None:
            made = make_ledger(
                case_file,
                rates,
                *months,
                today=today(),
                municipality_folders=folders,
                corrected_ceilings=corrected_ceilings,
            )
    annex = annex_content(
        case_file, breakdown, made, session.language, corrected_ceilings=corrected_ceilings
    )
    if as_pdf:
        from udmaal.output.annex.pdf import annex_pdf  # noqa: PLC0415

        write_bytes(annex_pdf(annex, _tell_unshown), output)
    else:
        from udmaal.output.annex.html import annex_html  # noqa: PLC0415

        write(annex_html(annex, _tell_unshown), output)
    _name_open_findings(breakdown.findings)
    return 0


def _is_pdf(output: Path) -> bool:
    ending = output.suffix.lower()
    if ending in (".pdf", ".html", ".htm"):
        return ending == ".pdf"
    raise CommandError(
        say(
            f"{output} ender hverken på .pdf eller .html",
            f"{output} ends neither in .pdf nor in .html",
        ),
        say("giv bilaget et navn som bilag.pdf", "give the annex a name such as annex.pdf"),
    )


def _months(text: str | None) -> tuple[Month | None, Month | None] | None:
    """Read ``FROM..TO``, either left out for the ledger's own; raises ``CommandError``."""
    if text is None:
        return None
    first, dots, last = text.partition("..")
    if not dots:
        raise CommandError(
            say(f"{text} er ikke to måneder", f"{text} is not two months"),
            say("skriv FRA..TIL, f.eks. 2026-01..2026-12",
                "write FROM..TO, for example 2026-01..2026-12"),
        )  # fmt: skip
    return month_of(first or None), month_of(last or None)


def _tell_unshown(unshown: "Unshown") -> None:
    text, instead = unshown
    report_notice(
        say(
            f"bilaget kan ikke vise alle tegn i «{text}»; der står «{instead}»",
            f"the annex cannot show every sign of “{text}”; it says “{instead}”",
        )
    )


def _name_open_findings(findings: "Sequence[Finding]") -> None:
    """Name what a colleague would point at: it is for the case worker, not for the family."""
    from udmaal.text.findings import finding_text  # noqa: PLC0415 - many cases have none

    for finding in findings:
        if finding.accepted is None and finding.severity != "info":
            text = finding_text(finding, current_language())
            report_notice(f"{finding.code} {text} ({finding.where})")
