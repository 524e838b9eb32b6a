"""What the readable forms of the findings share: those about rates once, and the closing count."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from udmaal.breakdown import Finding, Severity
from udmaal.checks import CHECKS
from udmaal.language import Language, Text
from udmaal.output.checked import Checked
from udmaal.text import numbers

# One of them, and several.
_CASES: Final = (Text("sag", "case"), Text("sager", "cases"))
_SEVERITIES: Final[dict[Severity, tuple[Text, Text]]] = {
    "error": (Text("fejl", "error"), Text("fejl", "errors")),
    "warning": (Text("advarsel", "warning"), Text("advarsler", "warnings")),
    "info": (Text("oplysning", "info"), Text("oplysninger", "infos")),
}
_ACCEPTED: Final = (Text("accepteret", "accepted"), Text("accepterede", "accepted"))
_IN: Final = Text("i", "in")
_NONE: Final = Text("ingen anmærkninger", "no findings")
_UNCHECKED: Final = Text("kunne ikke kontrolleres", "could not be checked")


class OfRates(NamedTuple):
    """A finding about the rates of the date, with the number of cases that rest on them."""

    finding: Finding
    cases: int


class Told(NamedTuple):
    """The findings of a run as people read them: those about rates stand once, behind the cases."""

    cases: tuple[Checked, ...]
    of_rates: tuple[OfRates, ...]
    unchecked: int

    def closing(self, language: Language) -> str:
        """Count cases and findings in one line."""
        total = len(self.cases) + self.unchecked
        found = [each for case in self.cases for each, _ in case.findings]
        standing = Counter(each.severity for each in found if each.accepted is None)
        standing.update(each.finding.severity for each in self.of_rates)
        accepted = sum(each.accepted is not None for each in found)
        parts = [_counted(standing[each], words, language) for each, words in _SEVERITIES.items()]
        if not standing:
            parts = [_NONE.in_(language)]
        elif total > 1:
            parts[-1] += f" ({self._spread(language)})"
        if accepted:
            parts.append(_counted(accepted, _ACCEPTED, language))
        said = f"{_counted(total, _CASES, language)}: {', '.join(parts)}"
        if not self.unchecked:
            return said
        unchecked = f"{_counted(self.unchecked, _CASES, language)} {_UNCHECKED.in_(language)}"
        return f"{said}; {unchecked}" if self.cases else unchecked

    def _spread(self, language: Language) -> str:
        """Say in how many cases something of their own stands."""
        standing = (any(each.accepted is None for each, _ in case.findings) for case in self.cases)
        return in_cases(sum(standing), language)


def told(cases: Iterable[Checked], unchecked: int) -> Told:
    """Put the findings about rates together, but for those that a case accepts."""
    own, of_rates = [], []
    for case in cases:
        own.append(
            case._replace(
                findings=tuple(each for each in case.findings if not _is_of_rates(each[0]))
            )
        )
        of_rates.append([each for each, _ in case.findings if _is_of_rates(each)])
    return Told(tuple(own), tuple(_together(of_rates)), unchecked)


def in_cases(count: int, language: Language) -> str:
    """Say in how many cases."""
    return f"{_IN.in_(language)} {_counted(count, _CASES, language)}"


def _is_of_rates(finding: Finding) -> bool:
    return CHECKS[finding.code].of_rates and finding.accepted is None


def _together(by_case: Sequence[Sequence[Finding]]) -> Iterable[OfRates]:
    """Make one finding of all with the same code; what it names are the rates of all of them."""
    for code in sorted({each.code for found in by_case for each in found}):
        cases = [same for found in by_case if (same := [f for f in found if f.code == code])]
        named = [str(each.values["rates"]) for same in cases for each in same]
        rates = {rate for each in named for rate in each.split(", ")}
        values = {"rates": ", ".join(sorted(rates))}
        yield OfRates(cases[0][0]._replace(where="", values=values), len(cases))


def _counted(count: int, words: tuple[Text, Text], language: Language) -> str:
    return f"{numbers.number(count, language)} {words[count != 1].in_(language)}"
