"""``udmaal compare``: what differs between dates or files, by how much, and why, in words."""

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from conftest import EXAMPLES, ROOT, Ran, day, udmaal
from udmaal.api import calculate, read_case
from udmaal.differences.difference import difference
from udmaal.differences.words import cause_text, decides_text
from udmaal.faults import InputFaultsError
from udmaal.language import LANGUAGES
from udmaal.law.benefits import BENEFITS
from udmaal.rates.read import read_rates
from udmaal.side_by_side.compare import Comparison, Reckoning, on_dates
from udmaal.side_by_side.words import step_texts
from udmaal.text.terms import UNITS

pytestmark = pytest.mark.fast

BOOK = read_rates()
TWO = ROOT / "examples" / "two-parents-over-37.toml"
STORY = ROOT / "examples" / "story-of-six-years.toml"
RUN_OFF = ROOT / "examples" / "course-with-run-off.toml"


def _example(name: str) -> Path:
    return ROOT / "examples" / f"{name}.toml"


def _compared(path: Path, *dates: str) -> Comparison:
    return on_dates(read_case(path, BOOK), map(day, dates), Reckoning(BOOK))


def _why(found: Comparison) -> dict[str, list[str]]:
    """Give what is told of the first step of each benefit that differs, by benefit and parent."""
    return {
        f"{each.about.benefit} {each.about.parent or ''}".strip(): list(
            step_texts(each.steps[0], "da")
        )
        for each in found.benefits
        if each.differs
    }


def _json(*args: str | Path) -> Any:
    ran = udmaal("compare", *args, "-f", "json")
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


# Why

CEILING = "Loft over tabt arbejdsfortjeneste ved fuld tid"
FLAT = "Kompensationsydelse, gruppe 2, fast beløb"
ENDED = "Ydelsen er ophørt: forløbet sluttede"
JANUARY = "12. januar 2026"


@pytest.mark.parametrize(
    ("example", "before", "after", "why"),
    [
        # the wage of A is under the ceiling, that of B above it: each has its own cause
        ("two-parents-over-37", "2025-06-01", "2026-03-01", {
            "lost_earnings A": ["Regulering 1. januar 2026: 4,8 %"],
            "lost_earnings B": [
                f"{CEILING}: 36.622,00 → 38.380,00 kr./md. fra 1. januar 2026"
            ],
        }),
        ("two-parents-over-37", "2026-01-01", "2026-03-01", {}),
        ("story-of-six-years", "2023-06-01", "2023-09-01", {
            "lost_earnings A": [
                "Timer: 20 → 12 om ugen fra 14. august 2023",
                "Bestemt af: ATP fra 39 t. (før: ATP fra 78 t.)",
            ],
        }),
        ("story-of-six-years", "2024-03-01", "2024-06-01", {
            "extra_costs": [
                "Afgørelsen af 8. april 2024 er trådt i stedet for den af 20. februar 2023",
            ],
            "companion": ["Ydelsen er begyndt 1. juni 2024"],
        }),
        ("story-of-six-years", "2025-09-01", "2025-11-01", {
            "extra_costs": [
                "Andre regler: kompensationsydelse i stedet for merudgiftsydelse",
                "Afgørelsen af 6. oktober 2025 er trådt i stedet for den af 8. april 2024",
                "Bestemt af: gruppe 2 bedst (før: bagatelgrænse nået)",
            ],
            "companion": [
                (
"Nyt: Timer tilbage, oktober 2025, 82,5 timer "
"(67,5 − 0 bortfaldet + 15 − 0 brugt)"),
                (
"Nyt: Timer tilbage, november 2025, 90 timer "
"(82,5 − 7,5 bortfaldet + 15 − 0 brugt)"),
            ],
        }),
        # from March one-offs are paid when documented, and are no longer in the monthly amount
        ("compensation-group-2", "2025-12-01", "2026-11-30", {
            "extra_costs": [
                f"{FLAT}: 500,00 → 523,00 kr./md. fra 1. januar 2026",
                "Pr. måned: løbende 26.420,64 / 12",
                "Enkeltudgifter, der dækkes: når de er dokumenteret: 2.000,00",
            ],
        }),
        ("course-with-run-off", "2026-07-07", "2026-07-08", {
            "lost_earnings A": [
                f"{ENDED} 31. marts 2026 (betingelserne er bortfaldet), afviklingen 7. juli 2026"
            ],
        }),
        ("course-with-run-off", "2025-01-01", "2025-02-01", {}),
        ("course-to-18th-birthday", "2026-05-19", "2026-05-20", {
            "lost_earnings A": ["Ydelsen er ophørt; barnet fyldte 18 år 20. maj 2026"],
            "extra_costs": ["Ydelsen er ophørt; barnet fyldte 18 år 20. maj 2026"],
        }),
        # regulation and a new income in the run-off
        ("course-with-pause-and-holiday", "2025-10-01", "2026-01-01", {
            "lost_earnings A": ["Regulering 1. januar 2026: 4,8 %"],
            "lost_earnings B": [
                "Regulering 1. januar 2026: 4,8 %",
                "Bruttoydelse: 11.357,70 − 6.500,00 ny indtægt, ikke under 0",
            ],
        }),
        ("course-with-pause-and-holiday", "2026-01-01", "2026-06-01", {
            "lost_earnings A": [
                "Ydelsen er ophørt; sidste dag var 31. januar 2026: den aftalte periode er udløbet"
            ],
            "lost_earnings B": [
                f"{ENDED} 30. september 2025 (betingelserne er bortfaldet), afviklingen {JANUARY}"
            ],
        }),
    ],
)  # fmt: skip
def test_the_causes_in_words(
    example: str, before: str, after: str, why: dict[str, list[str]]
) -> None:
    assert _why(_compared(_example(example), before, after)) == why


COURSE = """
[[lost_earnings]]
parent = "A"
weekly_hours = 37.0
monthly_wage = 34250.00
grant = [{from = 2025-03-01, hours = 20.0}]
"""


@pytest.mark.parametrize(
    ("facts", "before", "after", "why"),
    [
        pytest.param(
            COURSE + 'saving = [{kind = "transport", monthly = 500.00, from = 2025-09-01}]',
            "2025-06-01", "2025-10-01",
            ["Nyt: Besparelse: transport, 500,00 kr./md. (skønnet reel besparelse)",
             "Bestemt af: hele besparelsen"],
            id="a saving begins",
        ),
        pytest.param(
            COURSE + 'saving = [{kind = "other", note = "kantine", monthly = 500.00, '
            "until = 2025-08-31}]",
            "2025-06-01", "2025-10-01",
            ["Ikke længere: Besparelse: kantine, 500,00 kr./md.",
             "Ikke længere bestemt af: hele besparelsen"],
            id="a saving ends",
        ),
        pytest.param(
            COURSE.replace("grant = [{from = 2025-03-01, hours = 20.0}]",
                           "grant = [{from = 2025-03-01, until = 2025-05-31, hours = 20.0}, "
                           "{from = 2025-09-01, hours = 20.0}]"),
            "2025-06-01", "2025-10-01",
            ["Pausen fra 1. juni 2025 til og med 31. august 2025 er slut"],
            id="a pause is over",
        ),
        pytest.param(
            COURSE.replace("grant = [{from = 2025-03-01, hours = 20.0}]",
                           "grant = [{from = 2025-03-01, until = 2025-05-31, hours = 20.0}, "
                           "{from = 2025-09-01, hours = 20.0}]"),
            "2025-05-01", "2025-06-01",
            ["Ingen ydelse: pause fra 1. juni 2025 til og med 31. august 2025"],
            id="a pause begins",
        ),
        pytest.param(COURSE, "2025-02-01", "2025-03-01", ["Ydelsen er begyndt 1. marts 2025"],
                     id="a course begins"),
        pytest.param(
            COURSE.replace("34250.00", "36000.00"), "2025-12-01", "2026-01-01",
            ["Regulering 1. januar 2026: 4,8 %"], id="the ceiling rises and decides nothing",
        ),
    ],
)  # fmt: skip
def test_what_happens_in_a_course(
    facts: str, before: str, after: str, why: list[str], write_case: Callable[[str], Path]
) -> None:
    text = f'format = 1\ncase_id = "x"\nchild = {{born = 2016-05-14}}\n{facts}'
    found = _why(_compared(write_case(text), before, after))
    assert found == {"lost_earnings A": why}


def test_the_hours_of_the_other_parent_are_told_from_their_own_day(
    write_case: Callable[[str], Path],
) -> None:
    text = TWO.read_text(encoding="utf-8").replace(
        "hours = 22.0", "hours = 22.0\n\n[[lost_earnings.grant]]\nfrom = 2026-02-15\nhours = 12.0"
    )
    assert "2026-02-15" in text
    found = _why(_compared(write_case(text), "2026-02-01", "2026-03-01"))
    assert found["lost_earnings A"][0] == "Timer: 22 → 12 om ugen fra 15. februar 2026"
    assert found["lost_earnings B"][0] == "Timer: 15 → 20 om ugen fra 15. februar 2026"


# As calc, and as a batch


_DAYS = st.dates(date(2021, 1, 1), date(2026, 12, 31))


@given(path=st.sampled_from(EXAMPLES), first=_DAYS, days=st.integers(1, 900))
def test_every_side_is_what_calc_says_and_every_difference_has_a_cause(
    path: Path, first: date, days: int
) -> None:
    last = first + timedelta(days=days)
    assume(last <= BOOK.last_day)
    case_file = read_case(path, BOOK)
    try:
        before, after = (calculate(case_file, BOOK, on) for on in (first, last))
    except InputFaultsError:
        return
    found = on_dates(case_file, (first, last), Reckoning(BOOK))
    assert [side.seen.breakdown for side in found.sides] == [before, after]
    driven = {
        (each.benefit, each.parent): each for each in difference(case_file.case, before, after)
    }
    differing = {
        (each.about.benefit, each.about.parent): each for each in found.benefits if each.differs
    }
    assert driven.keys() <= differing.keys()
    for key, compared in differing.items():
        (step,) = compared.steps
        told = {cause.driver for cause in step.causes}
        if key in driven:
            assert told or step.decides
            assert told <= {*driven[key].drivers, "facts"}
        for language in LANGUAGES:
            words = [cause_text(each, language) for each in step.causes]
            words += [decides_text(each, language) for each in step.decides]
            assert all(words)
    for compared in found.benefits:
        for row in compared.amounts:
            one, other = (amount or Decimal(0) for amount in row.amounts)
            if row.differences[1] is not None:
                assert row.differences[1] == other - one
        if not compared.differs:
            assert compared.steps[0] == ((), ())


def test_the_amounts_are_those_of_calc() -> None:
    dates = ("2025-06-01", "2026-01-01", "2026-03-01")
    (found,) = _json(TWO, *dates)["comparisons"]
    assert [side["date"] for side in found["sides"]] == [*dates]
    for number, on in enumerate(dates):
        calc = json.loads(udmaal("calc", TWO, "--date", on, "-f", "json").out)
        for compared, result in zip(found["benefits"], calc["results"], strict=True):
            for row in compared["amounts"]:
                assert row["amounts"][number] == result["amounts"][row["key"]]
            by_label = {line["label"]: line for line in result["lines"]}
            for line in compared["lines"]:
                side = line["sides"][number]
                if side is not None:
                    told = by_label[line["label"]]
                    assert (told["formula"], told["amount"]) == (side["formula"], side["amount"])
            changed = sum(by_label.get(line["label"]) is not None for line in compared["lines"])
            assert changed + compared["unchanged_lines"] == len(by_label)


def test_dates_stand_in_their_order_and_once() -> None:
    (found,) = _json(TWO, "2026-03-01", "2025-06", "2026-03")["comparisons"]
    assert [side["date"] for side in found["sides"]] == ["2025-06-01", "2026-03-01"]


def test_every_amount_that_is_told_first_is_one_and_every_number_has_a_unit() -> None:
    for benefit in BENEFITS:
        keys = {key for form in benefit.amounts.values() for key in form.all_keys()}
        assert benefit.first
        assert {*benefit.first, *benefit.units} <= keys
        plain = {"group", "from", "until"}
        assert {key for key in keys if not benefit.unit_of(key)} == keys & plain
        assert {benefit.unit_of(key) for key in keys} <= UNITS.keys()


# Two files


def _against(tmp_path: Path, old: str, new: str, *args: str) -> Ran:
    files = [tmp_path / name for name in ("gammel.toml", "ny.toml")]
    for file, text in zip(files, (old, new), strict=True):
        file.write_text(text, encoding="utf-8")
    return udmaal("compare", files[1], "2026-03-01", "--against", files[0], *args)


def _facts(tmp_path: Path, old: str, new: str) -> list[tuple[str, Any, Any]]:
    ran = _against(tmp_path, old, new, "-f", "json")
    assert ran.code == 0, ran.err
    return [(each["key"], each["before"], each["after"]) for each in json.loads(ran.out)["facts"]]


_CASE = TWO.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "facts"),
    [
        (lambda text: text, []),
        (lambda text: f"# set igen\n{text}".replace("22.0", "22.00"), []),
        (
            lambda text: text.replace("36000.00", "40000.00"),
            [("lost_earnings[0].monthly_wage", "36000.00", "40000.00")],
        ),
        (
            lambda text: text.replace("hours = 20.0", "hours = 15.0\nuntil = 2027-01-31"),
            [
                ("lost_earnings[1].grant[0].hours", "20.0", "15.0"),
                ("lost_earnings[1].grant[0].until", None, "2027-01-31"),
            ],
        ),
        (
            lambda text: text + "\n[[accepted]]\ncode = \"U204\"\nreason = \"set\"\n",
            [("accepted[2].code", None, "U204"), ("accepted[2].reason", None, "set")],
        ),
        # an item in front of the others is new; the others are the same
        (
            lambda text: text.replace(
                "[[extra_costs.item]]",
                '[[extra_costs.item]]\nkind = "laundry"\namount = 90\nper = "month"\n'
                "[[extra_costs.item]]",
                1,
            ),
            [
                ("extra_costs.item[0].kind", None, "laundry"),
                ("extra_costs.item[0].amount", None, "90"),
                ("extra_costs.item[0].per", None, "month"),
            ],
        ),
    ],
)  # fmt: skip
def test_the_facts_that_two_files_do_not_say_alike(
    change: Callable[[str], str], facts: list[tuple[str, Any, Any]], tmp_path: Path
) -> None:
    new = change(_CASE)
    assert _facts(tmp_path, _CASE, new) == facts
    back = [(key, after, before) for key, before, after in facts]
    assert _facts(tmp_path, new, _CASE) == back


def test_what_decides_now_is_told(tmp_path: Path) -> None:
    ran = _against(tmp_path, _CASE, _CASE.replace("36000.00", "40000.00"), "--short")
    assert ran.code == 0
    for text in (
        "Månedsløn før ydelsen, forælder A  36.000       40.000",
        "gammel.toml → ny.toml",
        "– Lønindtægt før forløbet: 36.000,00 → 40.000,00 kr./md.",
        "– Bestemt af: loft (før: egen løn)",
        "+478,13",
    ):
        assert text in ran.out, ran.out


def test_parents_in_another_order_are_the_same_parents(tmp_path: Path) -> None:
    head, first, second = _CASE.split("[[lost_earnings]]")
    second, costs = second.split("[extra_costs]")
    swapped = "[[lost_earnings]]".join((head, second, f"{first}[extra_costs]{costs}"))
    ran = _against(tmp_path, _CASE, swapped, "-f", "json")
    (found,) = json.loads(ran.out)["comparisons"]
    assert [each["parent"] for each in found["benefits"][:2]] == ["A", "B"]
    causes = [cause["code"] for each in found["benefits"] for step in each["steps"]
              for cause in step["causes"]]  # fmt: skip
    assert not any(code.startswith(("begun", "ended")) for code in causes)
    # and where one of them has ended, it is told of the right one
    ended = swapped.replace("hours = 20.0", "hours = 20.0\nuntil = 2026-01-31")
    ran = _against(tmp_path, _CASE, ended)
    assert "– Ydelsen er ophørt; sidste dag var 31. januar 2026" in ran.out


def test_a_benefit_that_one_file_does_not_have(tmp_path: Path) -> None:
    without = _CASE.partition("[extra_costs]")[0]
    for old, new, text, amount in (
        (without, _CASE, "Ydelsen stod ikke i sagen før", "+600,00"),
        (_CASE, without, "Ydelsen står ikke længere i sagen", "−600,00"),
    ):
        ran = _against(tmp_path, old, new)
        assert f"– {text}" in ran.out
        assert amount in ran.out


def test_the_same_file_says_so(tmp_path: Path) -> None:
    ran = _against(tmp_path, _CASE, _CASE)
    assert ran.code == 0
    assert "Intet beløb er forskelligt." in ran.out
    assert "Ingen forskel: Før skat 27.601,20 kr./md." in ran.out
    assert "Årsag" not in ran.out


def test_files_of_two_cases_are_compared_with_a_notice(tmp_path: Path) -> None:
    ran = _against(tmp_path, _CASE.replace('case_id = "', 'case_id = "anden-'), _CASE)
    assert ran.code == 0
    assert ran.err == "bemærk: filerne har hver sit sagsnummer\n"
    assert "Sagsnummer" in ran.out


def test_several_dates_with_another_file_are_a_comparison_each(tmp_path: Path) -> None:
    new = _CASE.replace("36000.00", "40000.00")
    ran = _against(tmp_path, _CASE, new, "--lang", "en", "-f", "json")
    assert len(json.loads(ran.out)["comparisons"]) == 1
    found = _json(tmp_path / "ny.toml", "2026-01-01", "2025-06-01", "--against",
                  tmp_path / "gammel.toml")  # fmt: skip
    sides = [[side["date"] for side in each["sides"]] for each in found["comparisons"]]
    assert sides == [["2025-06-01"] * 2, ["2026-01-01"] * 2]


# As people and spreadsheets read it


@pytest.mark.parametrize("columns", [80, 100, 160])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_wider_than_the_page(columns: int, language: str) -> None:
    dates = ("2021-06-01", "2023-06-01", "2023-09-01", "2024-06-01", "2025-06-01", "2026-06-01")
    env = {"COLUMNS": str(columns)}
    for path in (STORY, TWO, RUN_OFF):
        ran = udmaal("compare", path, *dates, "--lang", language, env=env)
        assert ran.code == 0
        assert max(map(len, ran.out.splitlines())) <= columns
        assert "…" not in ran.out.partition("\n")[2]  # nothing is cut off


@pytest.mark.parametrize("columns", [80, 100])
def test_a_long_name_of_a_file_breaks_and_no_amount_does(columns: int, tmp_path: Path) -> None:
    old, new = (tmp_path / f"{'sag-med-et-langt-navn-' * 3}{end}.toml" for end in ("før", "ny"))
    old.write_text(_CASE, encoding="utf-8")
    new.write_text(_CASE.replace("36000.00", "40000.00"), encoding="utf-8")
    ran = udmaal(
        "compare", new, "2026-03-01", "--against", old, env={"COLUMNS": str(columns)}
    )  # fmt: skip
    assert max(map(len, ran.out.splitlines())) <= columns
    assert re.search(r"Før skat, kr\./md\. +27\.601,20 +28\.079,33 +\+478,13\n", ran.out)


def test_more_dates_than_the_page_takes_go_on_in_another_table() -> None:
    dates = ("2021-06-01", "2023-06-01", "2023-09-01", "2024-06-01", "2025-06-01", "2026-06-01")
    narrow, wide = (
        udmaal("compare", STORY, *dates, "--short", env={"COLUMNS": columns}).out
        for columns in ("80", "160")
    )
    assert narrow.count("Før skat") == 2
    assert wide.count("Før skat") == 1
    for amount in ("16.909,87", "10.953,66", "11.930,07", "−7.045,20", "+547,92"):
        assert amount in narrow
        assert amount in wide


def test_short_leaves_out_the_lines_in_every_format() -> None:
    for form, sign in (("table", "Linjer"), ("markdown", "Linjer"), ("csv", ";linje;")):
        long, short = (
            udmaal("compare", TWO, "2025-06-01", "2026-03-01", "-f", form, *more).out
            for more in ((), ("--short",))
        )
        assert sign in long
        assert sign not in short
        assert "Regulering 1. januar 2026: 4,8 %" in short


def test_csv_has_a_row_for_each_amount_and_line_of_each_step() -> None:
    ran = udmaal("compare", RUN_OFF, "2025-03-31", "2025-04-01", "2026-07-08", "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out.removeprefix("\ufeff")), delimiter=";"))
    steps = [(row["før"], row["efter"]) for row in rows]
    assert {*steps} == {("2025-03-31", "2025-04-01"), ("2025-04-01", "2026-07-08")}
    gross = [row for row in rows if row["post"] == "Bruttoydelse" and row["slags"] == "beløb"]
    assert [row["forskel"] for row in gross] == ["-14822,60", "-17438,35"]
    assert gross[0]["årsag"].startswith("Timer: 37 → 20 om ugen fra 1. april 2025; ")
    (hours,) = (row for row in rows if row["post"] == "Bevilgede timer")
    assert (hours["beløb_før"], hours["beløb_efter"], hours["enhed"]) == (
        "37,00", "20,00", "timer/uge"
    )  # fmt: skip
    assert all(row["ydelse"] == "Tabt arbejdsfortjeneste, forælder A" for row in rows)


def test_what_is_known_and_corrected_is_as_in_calc(tmp_path: Path) -> None:
    known = _json(STORY, "2024-03-01", "2024-06-01", "--known", "2024-03-31")
    assert known["known"] == "2024-03-31"
    extra_costs = known["comparisons"][0]["benefits"][1]
    assert extra_costs["benefit"] == "extra_costs"
    assert extra_costs["steps"] == [{"causes": [], "decides": []}]
    ceiling = _example("full-time-ceiling-2014")
    plain, corrected = (
        _json(ceiling, "2015-12-31", "2016-01-01", *more)["comparisons"][0]["benefits"][0]
        for more in ((), ("--corrected-ceilings",))
    )
    assert plain["amounts"] != corrected["amounts"]
    csv_known = udmaal("compare", STORY, "2024-03", "2024-06", "--known", "2024-03-31", "-f", "csv")
    assert csv_known.out.splitlines()[1].endswith(";2024-03-31")


# Used wrongly


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        ([TWO], 2, "der skal to forskellige datoer til"),
        ([TWO, "2026-03-01"], 2, "--against"),
        ([TWO, "2026-03-01", "2026-03"], 2, "to forskellige datoer"),
        ([TWO, "2026-03-01", "2030-01-01"], 2, "ingen satser"),
        ([TWO, "2026-03-01", "snart"], 2, "er ikke en dato"),
        ([TWO, "2026-01-01", "2026-03-01", "--known", "x"], 2, "er ikke en dato"),
        (["none.toml", "2026-01-01", "2026-03-01"], 1, "none.toml"),
        ([TWO, "--against", "none.toml"], 1, "none.toml"),
        ([TWO, "2026-01-01", "2026-03-01", "-o", TWO], 2, "two-parents-over-37.toml"),
        ([RUN_OFF, "2026-03-01", "--against", TWO, "-o", TWO], 2, "two-parents-over-37.toml"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(args: list[str | Path], code: int, said: str) -> None:
    before = TWO.read_bytes()
    ran = udmaal("compare", *args)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert TWO.read_bytes() == before


def test_the_faults_of_both_files_are_told_at_once(tmp_path: Path) -> None:
    ran = _against(tmp_path, "format = 2\n", "format = 3\n")
    assert (ran.code, ran.out) == (1, "")
    assert "gammel.toml:1" in ran.err
    assert "ny.toml:1" in ran.err


def test_a_case_without_a_benefit_on_any_date() -> None:
    ran = udmaal("compare", RUN_OFF, "2020-01-01", "2020-02-01")
    assert ran.code == 0
    assert "Ingen ydelse på nogen af siderne." in ran.out


def test_a_cpr_number_never_leaves(tmp_path: Path) -> None:
    cpr = "140516-1234"
    new = _CASE.replace('case_id = "', f'case_id = "{cpr} ').replace(
        "[[lost_earnings.grant]]", f'[[lost_earnings.single_day]]\ndate = 2025-12-01\nhours = 3\n'
        f'note = "{cpr}"\n[[lost_earnings.grant]]', 1
    )  # fmt: skip
    for form in ("table", "json", "csv", "markdown"):
        ran = _against(tmp_path, _CASE, new, "-f", form)
        assert ran.code == 0
        assert "140516-" in ran.out.replace("\\", "")
        assert "1234" not in ran.out
