"""``udmaal check --fix``: mend what has one sure mend, and say what was changed."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from udmaal.cli.language import current_language, say
from udmaal.cli.messages import report_faults, report_notice, stderr
from udmaal.faults import InputFaultsError
from udmaal.rates.book import RateBook

if TYPE_CHECKING:
    from udmaal.api import CaseFile
    from udmaal.breakdown import Finding


class Mending:
    """Mends case files in their place, or with ``dry_run`` only shows what would be changed.

    ``failed`` tells that a file could not be mended; its faults have been reported.
    """

    def __init__(
        self, rates: RateBook, folders: Sequence[Path], on: date, *, dry_run: bool
    ) -> None:
        self._rates = rates
        self._folders = folders
        self._on = on
        self._dry_run = dry_run
        self._mends = self._cases = 0
        self.failed = False

    def mend(self, case_file: "CaseFile", found: "Sequence[Finding]") -> "CaseFile":
        """Mend a case for its findings, show it, and give the case as its file has it then."""
        from udmaal.change.mend import mended  # noqa: PLC0415 - who only checks does without
        from udmaal.change.report import print_lines  # noqa: PLC0415
        from udmaal.change.write_back import write_back  # noqa: PLC0415
        from udmaal.text import numbers  # noqa: PLC0415

        source = case_file.source
        try:
            done = mended(case_file, found, self._rates, self._folders, self._on)
            if done.mends and not self._dry_run:
                write_back(source, done.case_file.source.text)
        except InputFaultsError as error:
            report_faults(error.faults)
            self.failed = True
            return case_file
        for code, day in done.kept:
            on = numbers.day(day, current_language())
            report_notice(
                say(
                    f"{source.name}: accepten af {code} bliver stående; {on} udløser anmærkningen",
                    f"{source.name}: the waiver of {code} stays; {on} brings the finding",
                )
            )
        if not done.mends:
            return case_file
        self._mends += done.mends
        self._cases += 1
        print_lines(source, done.case_file.source, stderr())
        return case_file if self._dry_run else done.case_file

    def close(self) -> None:
        """Say how much was mended."""
        mends, cases = self._mends, self._cases
        if not mends:
            text = say("Der var intet at rette", "There was nothing to mend")
        else:
            text = say(
                f"{mends} {'rettelse' if mends == 1 else 'rettelser'} "
                f"i {cases} {'sag' if cases == 1 else 'sager'}",
                f"{mends} {'mend' if mends == 1 else 'mends'} "
                f"in {cases} {'case' if cases == 1 else 'cases'}",
            )
            if self._dry_run:
                text += say("; intet er skrevet", "; nothing was written")
        stderr().print(text)
