"""The annex: what it says, that the PDF is an archive file, that the HTML stands alone."""

import io
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, sync_playwright

from conftest import (
    EXAMPLES,
    GROSS_LABEL,
    ROOT,
    case_of,
    day,
    example_date,
    pdf_faults,
    started,
    table,
    udmaal,
)
from declared import notes
from udmaal.api import CaseFile, calculate, make_ledger, read_case
from udmaal.calendar_month import Month
from udmaal.cli.messages import CommandError
from udmaal.cli.options import needs
from udmaal.faults import InputFaultsError
from udmaal.language import LANGUAGES, Language, Text
from udmaal.law import benefit as benefit_module
from udmaal.law import yearly as yearly_module
from udmaal.law.benefits import BENEFITS
from udmaal.money import ZERO
from udmaal.output.annex.content import Annex, annex_content
from udmaal.output.annex.html import annex_html
from udmaal.output.annex.pdf import annex_pdf
from udmaal.output.annex.waterfall import waterfall
from udmaal.output.headings import NOTHING_PAID
from udmaal.output.summary import entry_of
from udmaal.rates.book import RateBook
from udmaal.rates.keys import RATE_KEYS
from udmaal.text.rate_names import RATE_NAMES

SAYS = table("annex")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
WriteCase = Callable[[str], Path]


def words_of(page: pypdf.PageObject) -> str:
    return " ".join(page.extract_text().split())


def level_of(row: dict[str, Any], folder: Path) -> list[Path]:
    """Lay out the service level of an example in a folder of its own; levels are kept by folder."""
    if "level" not in row:
        return []
    folder.mkdir()
    (folder / "test.toml").write_text(row["level"], encoding="utf-8")
    return [folder]


def annex_of(name: str, on: date, book: RateBook, language: Language, months: str = "") -> Annex:
    case_file = read_case(ROOT / "examples" / f"{name}.toml", book)
    ledger = None
    if months:
        first, last = (Month.parse(month) for month in months.split(".."))
        ledger = make_ledger(case_file, book, first, last, today=on)
    return annex_content(case_file, calculate(case_file, book, on), ledger, language)


def _case_of_page(row: dict[str, Any], book: RateBook) -> CaseFile:
    if "text" in row:
        return case_of(row["text"], book)
    return read_case(ROOT / "examples" / f"{row['case']}.toml", book)


@pytest.mark.parametrize("example", SAYS, ids=lambda example: str(example["name"]))
def test_first_page(example: dict[str, Any], book: RateBook) -> None:
    case_file = _case_of_page(example, book)
    on = day(example["date"])
    result = calculate(case_file, book, on).results[example.get("result", 0)]
    entry = entry_of(result, case_file, on, "da")
    assert entry.amount == example["amount"]
    assert entry.when == example["when"]
    if "notes" in example:
        assert list(entry.notes) == example["notes"]


@pytest.mark.parametrize(
    ("dates", "on", "when"),
    [
        ("decided = 2024-03-01", date(2024, 3, 1), "fra 1. marts 2024"),
        ("decided = 2024-03-01", date(2024, 4, 1), "pr. 1. april 2024; fastsat 1. marts 2024"),
        (
            "decided = 2024-03-01\nfrom = 2024-01-01",
            date(2024, 3, 1),
            "pr. 1. marts 2024; bevilget fra 1. januar 2024",
        ),
        (
            "decided = 2024-03-01\nuntil = 2024-06-30",
            date(2024, 3, 1),
            "pr. 1. marts 2024; bevilget fra 1. marts 2024 til og med 30. juni 2024",
        ),
    ],
)
def test_from_when_extra_costs_are_given(dates: str, on: date, when: str, book: RateBook) -> None:
    item = 'item = [{kind = "medicine", amount = 900, per = "month"}]'
    case_file = case_of(f"[extra_costs]\n{dates}\n{item}")
    (result,) = calculate(case_file, book, on).results
    assert entry_of(result, case_file, on, "da").when == when


TAKEN_OVER = """
[child]
born = 2002-04-01
[[lost_earnings]]
parent = "A"
applied = 2001-11-01
weekly_hours = 37.0
monthly_wage = 14108.00
basis_level = 2014
grant = [{from = 2002-05-01, hours = 37.0}]
"""
GROSS = '[lost_earnings.earlier_gross]\n"2013" = 169296.00\n'


@pytest.mark.parametrize(
    ("text", "on", "says"),
    [
        (TAKEN_OVER, "2014-12-31", True),
        (TAKEN_OVER, "2015-01-01", False),
        (TAKEN_OVER + GROSS, "2014-12-31", False),
    ],
)
def test_a_takeover_without_the_earlier_gross_is_said_in_its_year(
    text: str, on: str, says: bool, book: RateBook
) -> None:
    case_file = case_of(text, book)
    (result,) = calculate(case_file, book, day(on)).results
    said = {
        "da": "Bruttoydelsen i 2013 er ikke oplyst her.",
        "en": "The gross benefit of 2013 is not given here.",
    }
    for language in LANGUAGES:
        notes = entry_of(result, case_file, day(on), language).notes
        assert any(note.startswith(said[language]) for note in notes) == says


def test_a_stated_loss_is_explained_and_drawn_as_a_loss(book: RateBook) -> None:
    case_file = case_of(
        """
[[lost_earnings]]
parent = "A"
occupation = "self_employed"
weekly_hours = 40
monthly_loss = 12000
grant = [{from = 2022-03-01, hours = 20}]
""",
        book,
    )
    (result,) = calculate(case_file, book, day("2022-03-01")).results
    entry = entry_of(result, case_file, day("2022-03-01"), "da")
    assert "Tabet er opgjort for de bevilgede timer; det ganges ikke med andelen af timer." in (
        entry.notes
    )
    first, *rest = waterfall(result)
    assert (first.label.da, first.amount) == ("Tab om måneden", Decimal(12000))
    assert [step.label.da for step in rest] == ["Bruttoydelse", "ATP", "Ydelse før skat"]


def test_words_belong_to_something() -> None:
    assert set(RATE_NAMES) == set(RATE_KEYS)


def _sentences() -> Iterator[Text]:
    """Give what the annex may say of how much and when, and about lines."""
    yield NOTHING_PAID
    yield from notes()
    modules = [benefit_module, yearly_module]
    modules += [sys.modules[type(each).__module__] for each in BENEFITS]
    for module in modules:
        yield from (each for each in vars(module).values() if isinstance(each, Text))


def test_both_languages_have_the_same_placeholders() -> None:
    for text in _sentences():
        danish, english = (sorted(re.findall(r"\{.*?\}", part)) for part in text)
        assert danish == english


def test_every_sentence_is_said_in_some_case(book: RateBook, tmp_path: Path) -> None:
    said: set[str] = set()
    for number, row in enumerate((*table("amounts"), *table("pages"))):
        folders = level_of(row, tmp_path / str(number))
        case_file = case_of(row["case"], book)
        breakdown = calculate(case_file, book, row["on"], folders)
        for language in LANGUAGES:
            for result in breakdown.results:
                entry = entry_of(result, case_file, row["on"], language)
                said |= {entry.amount, entry.when, *entry.notes}
            for picture in annex_content(case_file, breakdown, None, language).pictures:
                assert picture.alt
    for row in SAYS:
        case_file, on = _case_of_page(row, book), day(row["date"])
        for result in calculate(case_file, book, on).results:
            for language in LANGUAGES:
                entry = entry_of(result, case_file, on, language)
                said |= {entry.amount, entry.when, *entry.notes}
    for text in _sentences():
        for template in text:
            pattern = re.sub(r"\\\{.*?\\\}", ".+", re.escape(template))
            assert any(re.fullmatch(pattern, sentence) for sentence in said), template


@given(
    wage=st.decimals(0, 90_000, places=2),
    hours=st.decimals("0.5", 60, places=1),
    own=st.decimals(1, 60, places=1),
    saving=st.decimals(0, 20_000, places=2),
    tax=st.booleans(),
)
def test_the_steps_from_wage_to_benefit_add_up(
    wage: Decimal, hours: Decimal, own: Decimal, saving: Decimal, tax: bool, book: RateBook
) -> None:
    card = "tax = {rate = 0.37, monthly_deduction = 4500}" if tax else ""
    case_file = case_of(
        f"""[[lost_earnings]]
        parent = "A"
        weekly_hours = {own}
        monthly_wage = {wage}
        grant = [{{from = 2025-01-01, hours = {hours}}}]
        saving = [{{kind = "other", monthly = {saving}}}]
        {card}""",
        book,
    )
    (result,) = calculate(case_file, book, date(2026, 3, 1)).results
    level = ZERO
    for number, step in enumerate(waterfall(result)):
        if step.total and number:
            # Nothing below zero is paid; before that every øre is accounted for.
            assert level == step.amount
        level = step.amount if step.total else level - step.amount
    assert level == result.amounts.get("payout" if tax else "before_tax")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_pdf_is_an_accessible_archive_file(
    example: Path, language: Language, book: RateBook
) -> None:
    annex = annex_of(example.stem, day(example_date(example)), book, language)
    data = annex_pdf(annex)
    for profile in ("2b", "ua1"):
        assert pdf_faults(data, profile) == []
    assert data == annex_pdf(annex)


def test_every_ledger_of_the_tables_gets_its_papers(book: RateBook, tmp_path: Path) -> None:
    for number, row in enumerate((*table("courses"), *table("months"))):
        folders = level_of(row, tmp_path / str(number))
        case_file = case_of(row["case"], book)
        on = date(2025, 6, 1)
        try:
            breakdown = calculate(case_file, book, on, folders)
            ledger = make_ledger(case_file, book, today=on, municipality_folders=folders)
        except InputFaultsError:
            continue
        annex = annex_content(case_file, breakdown, ledger, "da")
        assert len(annex.months) == len(ledger.courses) + len(ledger.others)
        assert pypdf.PdfReader(io.BytesIO(annex_pdf(annex))).pages
        assert all(months.heading in annex_html(annex) for months in annex.months)


def test_the_pdf_says_all_that_the_annex_says(book: RateBook) -> None:
    annex = annex_of("course-with-run-off", date(2026, 5, 1), book, "da", "2025-01..2026-12")
    pages = pypdf.PdfReader(io.BytesIO(annex_pdf(annex))).pages
    text = " ".join(words_of(page) for page in pages)
    for entry in annex.entries:
        assert entry.amount in text
        assert all(note in text for note in entry.notes)
    for row in annex.sections[0].rows:
        assert row.amount in text
        assert row.formula in text
    for months in annex.months:
        assert all(cell in text for row in months.rows for cell in row)
    for note in (*annex.accepted, *annex.assumptions):
        assert note.code in text
    for rate in annex.rates:
        assert rate.name in text
    for _, value in annex.facts:
        assert value in text.replace(" ", "") or value in text
    for number, page in enumerate(pages, 1):
        assert f"Side {number} af {len(pages)}" in page.extract_text()


def test_the_pdf_names_its_language_and_carries_its_fonts(book: RateBook) -> None:
    for language in ("da", "en"):
        annex = annex_of("two-parents-over-37", date(2025, 6, 1), book, language)
        reader = pypdf.PdfReader(io.BytesIO(annex_pdf(annex)))
        root: Any = reader.trailer["/Root"]
        assert root["/Lang"] == language
        assert root["/MarkInfo"]["/Marked"]
        fonts = [
            font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            for page in reader.pages
            for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
        ]
        assert fonts
        assert all({"/FontFile2", "/FontFile3"} & set(font.get_object()) for font in fonts)


def test_only_accepted_findings_stand_in_the_annex(write_case: WriteCase, tmp_path: Path) -> None:
    text = (ROOT / "examples" / "course-with-run-off.toml").read_text(encoding="utf-8")
    out = tmp_path / "annex.html"
    arguments = ("--date", "2026-03-31", "-o", out, "--lang", "en")
    ran = udmaal("report", write_case(text), *arguments)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    accepted = set(re.findall(r"\((U\d{3})\)", out.read_text(encoding="utf-8")))
    ran = udmaal("report", write_case(text.partition("[[accepted]]")[0]), *arguments)
    assert ran.code == 0
    named = set(re.findall(r"note: (U\d{3})", ran.err))
    assert named
    assert named <= accepted
    assert not re.findall(r"\(U\d{3}\)", out.read_text(encoding="utf-8"))


# Free text that would be markup if it were not escaped.
HOSTILE = """
format = 1
case_id = "<script>alert(1)</script>"
child = {born = 2016-05-14}
[[lost_earnings]]
parent = "#eval(1)"
weekly_hours = 37
monthly_wage = 30000
grant = [{from = 2026-02-01, hours = 20}]
saving = [{kind = "other", monthly = 100, note = "<img src=x onerror=y> {{ 7*7 }} \\\\ ] #"}]
"""


def test_free_text_stays_text(write_case: WriteCase, book: RateBook) -> None:
    case_file = read_case(write_case(HOSTILE), book)
    breakdown = calculate(case_file, book, date(2026, 3, 1))
    annex = annex_content(case_file, breakdown, None, "da")
    html = annex_html(annex)
    assert "<script" not in html
    assert "<img src=x" not in html
    assert "&lt;img src=x onerror=y&gt; {{ 7*7 }}" in html
    pages = pypdf.PdfReader(io.BytesIO(annex_pdf(annex))).pages
    text = " ".join(words_of(page) for page in pages)
    assert "<script>alert(1)</script>" in text
    assert "forælder #eval(1)" in text


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_html_needs_no_other_file(example: Path, book: RateBook) -> None:
    annex = annex_of(example.stem, day(example_date(example)), book, "da")
    html = annex_html(annex)
    assert html == annex_html(annex)
    outside = re.findall(r'(?:src|href)="([^"]*)"', html)
    assert all(each.startswith(("data:image/svg+xml;base64,", "#")) for each in outside)
    assert "<script" not in html
    assert "url(" not in html
    targets = set(re.findall(r'id="([^"]*)"', html))
    assert {each[1:] for each in outside if each.startswith("#")} <= targets
    for section in annex.sections:
        assert all(f">{row.amount} " in html for row in section.rows)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def html_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("annex") / "annex.html"
    ran = udmaal(
        "report", "examples/course-with-run-off.toml", "--date", "2026-05-01",
        "--ledger", "2025-01..2026-12", "-o", path,
    )  # fmt: skip
    assert (ran.code, ran.out) == (0, "")
    return path


def test_a_screen_reader_finds_tables_headings_and_pictures(
    browser: Browser, html_file: Path
) -> None:
    with browser.new_page() as view:
        said: list[str] = []
        view.on("console", lambda message: said.append(message.text))
        view.goto(html_file.as_uri())
        tree = view.locator("body").aria_snapshot()
        assert said == []
    for wanted in (
        'heading "Sådan er beløbet regnet ud" [level=1]',
        'heading "Det får familien" [level=2]',
        'columnheader "Hvor meget"',
        f'rowheader "{GROSS_LABEL}"',
        'img "Søjler fra løn til ydelse, kr. om måneden: Løn om måneden 33.809,48;',
        'region "Tabt arbejdsfortjeneste, forælder A"',
        'rowheader "maj 2025"',
        'link "[1]"',
    ):
        assert wanted in tree, wanted


@pytest.mark.parametrize("width", [320, 390, 1200])
def test_no_page_is_wider_than_the_screen(browser: Browser, html_file: Path, width: int) -> None:
    with browser.new_page(viewport={"width": width, "height": 800}) as view:
        view.goto(html_file.as_uri())
        assert view.evaluate("document.documentElement.scrollWidth") <= width
        # A table turned into blocks on a telephone still is a table to a screen reader.
        rows = view.get_by_role("table", name="Tabt arbejdsfortjeneste, forælder A (BL § 87)")
        assert rows.get_by_role("rowheader", name=GROSS_LABEL).count() == 1
        assert len(view.screenshot(full_page=True)) > 20_000


def test_the_keyboard_reaches_what_scrolls(browser: Browser, html_file: Path) -> None:
    with browser.new_page(viewport={"width": 390, "height": 800}) as view:
        view.goto(html_file.as_uri())
        region = view.get_by_role("region")
        region.focus()
        assert region.evaluate("element => element === document.activeElement")
        assert region.evaluate("element => element.scrollWidth > element.clientWidth")


def test_it_prints_on_paper(browser: Browser, html_file: Path) -> None:
    with browser.new_page() as view:
        view.goto(html_file.as_uri())
        printed = pypdf.PdfReader(io.BytesIO(view.pdf(format="A4")))
    assert len(printed.pages) >= 3
    assert "Side" not in printed.pages[0].extract_text()
    assert "18.209,39 kr. om måneden før skat" in words_of(printed.pages[0])


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["-o", "annex.txt"], 2, "ends neither in .pdf nor in .html"),
        ([], 2, "--output"),
        (["-o", "annex.pdf", "--ledger", "2025"], 2, "not two months"),
        (["-o", "annex.pdf", "--ledger", "2025-13..2026-01"], 2, "is no month"),
        (["-o", "annex.pdf", "--ledger", "2026-02..2026-01"], 2, "2026-02"),
        (["-o", "annex.pdf", "--date", "1999-01-01"], 2, "has no rates"),
        (["-o", "no/such/folder/annex.pdf"], 2, "cannot be written"),
    ],
)
def test_wrong_use_is_named(arguments: list[str], code: int, says: str) -> None:
    ran = udmaal("report", "examples/self-employed.toml", *arguments, "--lang", "en")
    assert ran.code == code
    assert says in ran.err
    assert "Traceback" not in ran.err


def test_the_command_to_check_it_gives_the_same_amounts(tmp_path: Path) -> None:
    case = "examples/full-time-ceiling-2014.toml"
    out = tmp_path / "annex.html"
    asked = ("--date", "2016-02-01", "--corrected-ceilings")
    assert udmaal("report", case, *asked, "-o", out).code == 0
    html = out.read_text(encoding="utf-8")
    (command,) = re.findall(r"<code>udmaal calc full-time-ceiling-2014.toml (.*?)</code>", html)
    assert command.split() == list(asked)


def test_a_case_at_fault_leaves_no_file(write_case: WriteCase, tmp_path: Path) -> None:
    out = tmp_path / "annex.pdf"
    ran = udmaal("report", write_case("format = 1\n"), "-o", out)
    assert ran.code == 1
    assert not out.exists()


def test_nothing_is_left_but_the_annex(tmp_path: Path) -> None:
    places = ("HOME", "USERPROFILE", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    env = {name: str(tmp_path / name) for name in places}
    for place in env.values():
        Path(place).mkdir()
    out = tmp_path / "out" / "annex.pdf"
    out.parent.mkdir()
    ran = started("report", EXAMPLES[0], "--date", example_date(EXAMPLES[0]), "-o", out, env=env)
    assert ran.code == 0
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [out]


def test_a_missing_extra_is_named() -> None:
    with pytest.raises(CommandError) as raised:
        needs("no_such_library", "report")
    assert "udmaal[report]" in raised.value.mend
