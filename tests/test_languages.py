"""Each language speaks for itself: in no text or output a word, key or notation of the other."""

import csv
import io
import re
from pathlib import Path

import pypdf
import pytest

from conftest import EXAMPLES, example_date, udmaal
from languages import (
    ALLOWED,
    FOREIGN,
    TEXTS,
    bare_keys,
    foreign,
    names_keys,
    other_notation,
    visible,
    without_values,
)
from test_help import COMMANDS
from udmaal.language import LANGUAGES, Language
from udmaal.rates.keys import RATE_KEYS
from udmaal.rates.read import read_rates
from udmaal.text.assumptions import ASSUMPTIONS
from udmaal.text.findings import FINDINGS

# Heads of columns that are words of the CSV's own file; what is read back knows them.
HEADS = frozenset(
    (
        "atp_modtager", "atp_kommune", "ferie_1", "ferie_125", "pr_måned", "ydelse_i_måneden",
        "bevilgede_timer", "brugte_timer", "bortfaldne_timer", "timer_tilbage", "bestemt_af",
        "beregning_efter",
    )
)  # fmt: skip
DAY = ("--date", "2026-03-01")
_SYLLABLE = 4
# Nothing is broken over lines: an address or a source stands as it is.
WIDE = {"COLUMNS": "1000"}
CASES = {path.stem: (path, example_date(path)) for path in EXAMPLES}


@pytest.mark.fast
def test_the_vocabulary_can_tell() -> None:
    for language, word in (("da", "hours"), ("da", "benefit"), ("en", "timer"), ("en", "ydelse")):
        assert word in FOREIGN[language]  # type: ignore[index]
    for allowed in ALLOWED.values():
        assert all(reason for reason in allowed.values())
    assert foreign("en ydelse er brugt som benefit", "da", keys=False) == ["benefit"]
    assert foreign('skriv occupation = "benefit"', "da", keys=True) == []
    assert bare_keys("loftet lost_earnings.ceiling i DKK/month er None") == [
        "DKK", "None", "lost_earnings",
    ]  # fmt: skip
    assert other_notation("fra 2026-03-01: 1,234.50", "da") == ["2026-03-01", "1,234.50"]
    assert other_notation("from 1 March 2026: 1.234,50", "en") == ["1.234,50"]


@pytest.mark.fast
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_has_a_word_of_the_other_language(language: Language) -> None:
    wrong = {}
    for text in TEXTS:
        said = without_values(text.in_(language))
        keys = names_keys(text)
        found = foreign(said, language, keys=keys)
        if not keys:
            found += other_notation(said, language)
            if language == "da" and said not in HEADS:
                found += bare_keys(said)
        if found:
            wrong[said] = found
    assert wrong == {}


def _own_words(path: Path) -> set[str]:
    """Give the words a case file brings along: its free texts are in its own language."""
    return set(re.findall(r"[a-zæøå]{2,}", path.read_text("utf-8").lower()))


def _without_sources(text: str, language: Language) -> str:
    """Take the sources of rates out of an English text: they cite Danish acts and papers."""
    text = " ".join(text.replace("\\", "").split())
    if language == "en":
        for rate in sorted(SOURCES, key=len, reverse=True):
            text = text.replace(rate, " ")
    return text


SOURCES = {
    part
    for file in read_rates().files
    for rate in file.rates
    for part in (rate.source, *rate.source.split("; "), rate.source.split(" | ")[0])
}


def _faults(text: str, language: Language, own: set[str], *, keys: bool = False) -> list[str]:
    """Name what in an output belongs to the other language or to a file."""
    text = _without_sources(text, language)
    found = set(foreign(text, language, keys=keys)) - own
    if not keys:
        found |= set(other_notation(text, language))
        if language == "da":
            found |= set(bare_keys(text))
    return sorted(found)


def _csv(text: str, language: Language, without: tuple[str, ...]) -> str:
    """Give the words of a table without its heads, and without columns of keys and dates."""
    rows = csv.DictReader(
        io.StringIO(text.removeprefix("\ufeff")), delimiter=";" if language == "da" else ","
    )
    return "\n".join(
        " ".join(value for head, value in row.items() if head not in without) for row in rows
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_a_result(name: str, language: Language) -> None:
    path, on = CASES[name]
    own = _own_words(path)
    lang = ("--lang", language)
    for args in (
        ("calc", path, "--date", on),
        ("calc", path, "--date", on, "-f", "markdown"),
        ("ledger", path, "--to", "2026-12", "--explain", on[:7]),
        ("ledger", path, "--to", "2026-12", "-f", "markdown"),
    ):
        ran = udmaal(*args, *lang, env=WIDE)
        assert _faults(ran.out, language, own) == [], args
    for args in (
        ("calc", path, "--date", on, "-f", "csv"),
        ("ledger", path, "--to", "2026-12", "-f", "csv"),
    ):
        ran = udmaal(*args, *lang)
        columns = ("linje", "line", "dato", "date", "sag", "case_id", "fastsat", "decided")
        assert _faults(_csv(ran.out, language, columns), language, own) == [], args


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["two-parents-over-37", "story-of-six-years", "all-benefits"])
def test_a_paper(name: str, language: Language, tmp_path: Path) -> None:
    path, on = CASES[name]
    own = _own_words(path)
    for kind in ("html", "pdf"):
        paper = tmp_path / f"paper.{kind}"
        ran = udmaal(
            "report", path, "--date", on, "--ledger", f"{on[:4]}-01..{on[:4]}-12", "-o", paper,
            "--lang", language,
        )  # fmt: skip
        assert (ran.code, ran.out) == (0, "")
        if kind == "html":
            text = visible(paper.read_text("utf-8"))
        else:
            pages = pypdf.PdfReader(paper).pages
            text = " ".join(page.extract_text() for page in pages)
        text = re.sub(r"udmaal calc \S+ --date [\d-]+|udmaal [\d.]+", " ", " ".join(text.split()))
        found = _faults(text, language, own)
        if kind == "pdf":  # words and sources are broken over lines
            found = [each for each in found if len(each) > _SYLLABLE and each[0].isalpha()]
        assert found == [], kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_many_cases_and_what_if(language: Language) -> None:
    lang = ("--lang", language)
    own = set().union(*map(_own_words, EXAMPLES))
    ran = udmaal(
        "batch", "examples", "--date", "2026-01-01", "--against", "2025-12-31", "-f", "csv", *lang
    )
    columns = ("fil", "path", "sag", "case_id")
    assert _faults(_csv(ran.out, language, columns), language, own) == []
    assert _faults(ran.err, language, set()) == []
    path, on = CASES["part-time-22-of-30"]
    for sets in (
        ("--set", "hours=10..30/10"),
        ("--set", "occupation=employee,benefit"),
        ("--set", "civil_servant=true,false"),
    ):
        args = ("what-if", path, "--date", on, *sets, *lang)
        key = sets[1].partition("=")[0]
        shown = re.sub(rf"\b{key}\b|\(?lost_earnings\[0\]\S*", " ", udmaal(*args).out)
        assert _faults(shown, language, _own_words(path), keys=True) == [], sets
        table = _csv(udmaal(*args, "-f", "csv").out, language, ())
        assert _faults(table, language, _own_words(path), keys=True) == [], sets


@pytest.mark.parametrize("language", LANGUAGES)
def test_rates_and_explanations(language: Language) -> None:
    lang = ("--lang", language)
    for args in (
        ("list",), ("list", "-f", "csv"), ("verify",), ("diff", "2024-01-01", "2026-01-01"),
        *(("show", key, "-f", "csv") for key in RATE_KEYS),
    ):  # fmt: skip
        ran = udmaal("rates", *args, *lang, env=WIDE)
        assert ran.code == 0
        text = re.sub("|".join(sorted(RATE_KEYS, reverse=True)), " ", ran.out)
        if "csv" in args:
            text = _csv(text, language, ("fra", "from"))
        assert _faults(text, language, set()) == [], args
    for args in (("regulate", "2027", "--lost-earnings", "3", "--satsregulering", "2.7"),):
        assert _faults(udmaal("rates", *args, *lang).err, language, set(), keys=True) == []
    assert _faults(udmaal("explain", "--all", *lang).out, language, set(), keys=True) == []
    for code in (*FINDINGS, *ASSUMPTIONS, *RATE_KEYS):
        ran = udmaal("explain", code, *lang)
        assert _faults(ran.out, language, set(), keys=True) == [], code


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_speaks_of_files(language: Language) -> None:
    lang = ("--lang", language)
    for path in EXAMPLES:
        ran = udmaal("check", path, *DAY, *lang)
        said = "\n".join(line for line in ran.out.splitlines() if " | " not in line)
        assert _faults(said, language, _own_words(path), keys=True) == [], path
    for command in COMMANDS:
        ran = udmaal(*command, "--help", *lang)
        assert _faults(ran.out, language, set(), keys=True) == [], command
    comments = "\n".join(
        line.partition("#")[2]
        for line in udmaal("new", "--template", "all", *lang).out.splitlines()
    )
    assert _faults(comments, language, set(), keys=True) == []
