"""The rates: files, overlay, refusals, arithmetic."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from conftest import ROOT, started, udmaal
from udmaal.faults import InputFaultsError
from udmaal.rates.book import RateBook
from udmaal.rates.read import read_rates
from udmaal.rates.verify import verify


@pytest.mark.parametrize(
    ("on", "key", "value"),
    [
        ("2014-01-01", "lost_earnings.ceiling", "28443"),
        ("2014-12-31", "lost_earnings.ceiling", "28443"),
        ("2015-01-01", "lost_earnings.ceiling", "28870"),
        ("2022-04-30", "mileage.low", "1.98"),
        ("2022-05-01", "mileage.low", "2.17"),
        ("2025-09-01", "compensation.group1_flat", "1105"),
        ("2026-12-31", "compensation.minimum", "6960"),
        ("2020-06-01", "lost_earnings.pension_percent", "10"),
    ],
)
def test_the_rates_of_a_date_overlay_all_before(
    on: str, key: str, value: str, book: RateBook
) -> None:
    assert book.at(date.fromisoformat(on)).number(key) == Decimal(value)


def test_a_date_outside_names_the_covered_range(book: RateBook) -> None:
    for day in (date(2013, 12, 31), date(2027, 1, 1)):
        with pytest.raises(InputFaultsError) as caught:
            book.at(day)
        (fault,) = caught.value.faults
        assert fault.values["first"] == date(2014, 1, 1)
        assert fault.values["last"] == date(2026, 12, 31)


def test_shipped_rates_hold() -> None:
    verdict = verify(read_rates())
    assert verdict.errors == ()
    assert [note.values["key"] for note in verdict.notes] == ["lost_earnings.ceiling_corrected"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "rates"
    target.mkdir()
    for file in (ROOT / "rates").glob("*.toml"):
        (target / file.name).write_bytes(file.read_bytes())
    return target


def _edit(folder: Path, name: str, change: Callable[[str], str]) -> None:
    file = folder / name
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("2026-01-01.toml", "value = 38380", "value = 38381", "verify.unlike"),
        ("2026-01-01.toml", "value = 4.5\n", "value = 4.6\n", "verify.unlike"),
        ("2024-01-01.toml", 'value = 33.00\nunit = "DKK/month"\nstatus = "published"',
         'value = 33.01\nunit = "DKK/month"\nstatus = "derived"', "verify.unlike"),
        ("2020-01-01.toml", "[lost_earnings.ceiling]", "[lost_earnings.ceiling_corrected]",
         "verify.gap"),
    ],
)  # fmt: skip
def test_verification_sees_a_slip(folder: Path, name: str, old: str, new: str, code: str) -> None:
    _edit(folder, name, lambda text: text.replace(old, new, 1))
    assert code in {fault.code for fault in verify(read_rates(folder)).errors}
    assert udmaal("rates", "verify", "--rates", folder).code == 1


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("effective = 2026-01-01", "effective = 2026-02-01", ["rates.other_date"]),
        ("effective = 2026-01-01", "", ["value.missing"]),
        ('unit = "DKK/km"', 'unit = "øre/km"', ["rates.unit", "rates.unit"]),
        ("[mileage.low]", "[mileage.lav]", ["rates.unknown_key"]),
        ("value = 2.28", 'value = "2,28"', ["rates.number_wanted"]),
        ("value = 2.28", "value = -2.28", ["value.at_least"]),
        ("value = 2.28", "value = nan", ["value.finite"]),
        ("value = 2.28\n", "valeu = 2.28\n", ["rates.number_wanted", "key.unknown_near"]),
        ('status = "published"', 'status = "rumour"', ["value.choice"]),
        ("[mileage.low]", "[mileage.low", ["toml.bracket"]),
    ],
)
def test_broken_rate_files_are_refused(folder: Path, old: str, new: str, codes: list[str]) -> None:
    _edit(folder, "2026-01-01.toml", lambda text: text.replace(old, new))
    with pytest.raises(InputFaultsError) as caught:
        read_rates(folder)
    found = [fault.code for fault in caught.value.faults]
    assert set(codes) & set(found)
    assert all(fault.file.endswith("2026-01-01.toml") for fault in caught.value.faults)
    ran = udmaal("calc", ROOT / "examples" / "self-employed.toml", "--rates", folder)
    assert ran.code == 2
    assert "2026-01-01.toml" in ran.err


def test_a_file_that_is_not_named_by_a_date_is_refused(folder: Path) -> None:
    (folder / "satser-2027.toml").write_text("format = 1\n", encoding="utf-8")
    with pytest.raises(InputFaultsError) as caught:
        read_rates(folder)
    assert [fault.code for fault in caught.value.faults] == ["rates.file_name"]


def test_rates_on_the_command_line() -> None:
    listed = udmaal("rates", "list", "--date", "2022-05-01")
    assert "2,17" in listed.out
    shown = udmaal("rates", "show", "mileage.low", "--format", "json")
    assert '"effective": "2022-05-01"' in shown.out
    assert "BEK 534/2022" in shown.out
    assert udmaal("rates", "verify").code == 0


def test_next_years_file_is_made_from_its_percentages(folder: Path) -> None:
    args = ("rates", "regulate", "2027", "--lost-earnings", "3.0", "--satsregulering", "2.7")
    made = started(*args, "--rates", folder)
    assert made.code == 0
    assert "sickness_benefit.maximum_week" in made.err
    again = started(*args, "--rates", folder)
    assert again.code == 2
    assert "--force" in again.err
    assert started(*args, "--rates", folder, "--force").code == 0
    assert started("rates", "verify", "--rates", folder).code == 0
    new = read_rates(folder).at(date(2027, 3, 1))
    # 38.380 × 1,03 and 6.960 × 1,027, to whole kroner
    assert new.number("lost_earnings.ceiling") == Decimal(39531)
    assert new.number("compensation.minimum") == Decimal(7148)
    assert new["mileage.low"].effective == date(2026, 1, 1)
    example = ROOT / "examples" / "self-employed.toml"
    for more in ((), ("--short",)):
        ran = started("calc", example, "--date", "2027-03-01", "--rates", folder, *more)
        assert ran.code == 0
        assert "foreløbige satser" in ran.out


def test_regulate_prints_where_no_path_is_named() -> None:
    ran = udmaal("rates", "regulate", "2027", "--lost-earnings", "3,0", "--satsregulering", "2,7")
    assert ran.out.startswith("# Satser")
    assert not (ROOT / "rates" / "2027-01-01.toml").exists()
    wrong = udmaal("rates", "regulate", "2027", "--lost-earnings", "x", "--satsregulering", "2")
    assert wrong.code == 2


def test_the_percentages_must_agree(folder: Path) -> None:
    args = ("rates", "regulate", "2027", "--lost-earnings", "3.0", "--satsregulering", "3.0")
    assert started(*args, "--rates", folder).code == 0
    assert started("rates", "verify", "--rates", folder).code == 1


def test_diff_shows_what_changed() -> None:
    ran = udmaal("rates", "diff", "2022-04-30", "2022-05-01", "--lang", "en")
    assert "mileage.low" in ran.out
    assert "2.17" in ran.out
    assert "lost_earnings.ceiling" not in ran.out


def test_a_value_that_jumps_says_why_or_is_refused(folder: Path) -> None:
    _edit(folder, "2026-01-01.toml", lambda text: text.replace("value = 38380", "value = 38.38"))
    ran = udmaal("rates", "verify", "--rates", folder)
    assert ran.code == 1
    assert "38,38 i stedet for 38.380" in ran.err
    assert "36.622" in ran.err
    english = udmaal("rates", "verify", "--rates", folder, "--lang", "en")
    assert "38.38 in place of 38,380" in english.err
    # A published value may differ from the arithmetic; why it jumps must be said.
    told = 'status = "published"\njump = "lov 1/2026"'
    _edit(
        folder,
        "2026-01-01.toml",
        lambda text: text.replace(
            'value = 38.38\nunit = "DKK/month"\nstatus = "derived"',
            f'value = 50000\nunit = "DKK/month"\n{told}',
        ),
    )
    assert started("rates", "verify", "--rates", folder).code == 0


# The low mileage rate of 2026 is 2.28 after 2.23 in 2025; a quarter of 2.23 is 0.5575.
@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("2.78", []),
        ("2.79", ["verify.jump"]),
        ("1.68", []),
        ("1.67", ["verify.jump"]),
    ],
)
def test_a_jump_is_more_than_a_quarter(value: str, codes: list[str], folder: Path) -> None:
    _edit(folder, "2026-01-01.toml", lambda text: text.replace("value = 2.28", f"value = {value}"))
    assert [fault.code for fault in verify(read_rates(folder)).errors] == codes


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ('"98 days"', '"fourteen weeks or so"', ["rates.period_wanted"]),
        ('"98 days"', '"98  days"', ["rates.period_wanted"]),
        ('"98 days"', '"0 days"', ["rates.period_wanted"]),
        ('"98 days"', '"٩٨ days"', ["rates.period_wanted"]),
        ('"98 days"', "98", ["rates.period_wanted"]),
        ('"98 days"', '"3 months"', ["rates.unit"]),
    ],
)
def test_the_run_off_is_a_period(folder: Path, old: str, new: str, codes: list[str]) -> None:
    _edit(folder, "2018-01-01.toml", lambda text: text.replace(old, new))
    with pytest.raises(InputFaultsError) as caught:
        read_rates(folder)
    assert [fault.code for fault in caught.value.faults] == codes
    assert udmaal("rates", "verify", "--rates", folder).code == 1


def test_the_run_off_is_read_as_a_period(book: RateBook) -> None:
    periods = [rate.period for rate in book.history("lost_earnings.runoff")]
    assert periods == [(3, "months"), (98, "days")]


def test_a_key_of_former_versions_is_passed_over_and_named(folder: Path) -> None:
    entry = '\n[lost_earnings.notice_days]\nvalue = 98\nunit = "days"\n'
    _edit(folder, "2018-01-01.toml", lambda text: text + entry)
    assert udmaal("calc", ROOT / "examples" / "self-employed.toml", "--rates", folder).code == 0
    ran = udmaal("rates", "verify", "--rates", folder)
    assert ran.code == 0
    assert "2018-01-01.toml: lost_earnings.notice_days bruges ikke" in ran.out


@pytest.mark.parametrize(
    ("name", "old", "new", "codes"),
    [
        ("2026-01-01.toml", "value = 38380", "value = 38.380", ["value.thousands"]),
        ("2026-01-01.toml", "value = 2.28", "value = 2.280", []),  # a rate per km
        ("2026-01-01.toml", "value = 4.8", "value = 4.800", []),  # a percentage
    ],
)
def test_thousands_written_with_a_point(
    folder: Path, name: str, old: str, new: str, codes: list[str]
) -> None:
    _edit(folder, name, lambda text: text.replace(old, new))
    found: list[str] = []
    try:
        read_rates(folder)
    except InputFaultsError as error:
        found = [fault.code for fault in error.faults]
    assert found == codes
    ran = udmaal("rates", "verify", "--rates", folder)
    assert ran.code == (1 if codes else 0)
    if codes:
        assert "skriv 38380 uden punktum" in ran.err


@pytest.mark.parametrize("option", ["--date", "--from", "--to"])
def test_digits_of_other_scripts_are_no_date(option: str) -> None:
    command = "calc" if option == "--date" else "ledger"
    example = ROOT / "examples" / "part-time-22-of-30.toml"
    for text in ("20２6-03", "٢٠٢٦-٠٣"):
        assert udmaal(command, example, option, text).code == 2


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("[mileage.low]", "[mileage.high]", ["toml.table_twice"]),
        ('unit = "DKK/km"', 'unit = "DKK/km"\nunit = "DKK/km"', ["toml.key_twice"] * 2),
        ("value = 38380", "value = 38.380,00", ["toml.thousands"]),
        ("value = 2.28", "value = 2,28", ["toml.decimal_comma"]),
        ("effective = 2026-01-01", "effective = 01-01-2026", ["toml.danish_date"]),
    ],
)
def test_slips_in_a_rate_file_in_our_words(
    folder: Path, old: str, new: str, codes: list[str]
) -> None:
    _edit(folder, "2026-01-01.toml", lambda text: text.replace(old, new))
    with pytest.raises(InputFaultsError) as caught:
        read_rates(folder)
    assert [fault.code for fault in caught.value.faults] == codes
    for language in ("da", "en"):
        ran = udmaal("rates", "verify", "--rates", folder, "--lang", language)
        assert ran.code == 1
        assert "Cannot" not in ran.err


def test_faults_of_several_lines_of_a_rate_file_are_told_together(folder: Path) -> None:
    def change(text: str) -> str:
        text = text.replace("value = 2.28", "value = 2,28").replace("value = 38380", "value = -1")
        return text.replace("[companion.costs]", "[companion.cost]")

    _edit(folder, "2026-01-01.toml", change)
    with pytest.raises(InputFaultsError) as caught:
        read_rates(folder)
    codes = [fault.code for fault in caught.value.faults]
    assert codes == ["value.at_least", "rates.unknown_key", "toml.decimal_comma"]


_LATER = read_rates().last_day + timedelta(days=1)
_EXAMPLE = "examples/part-time-22-of-30.toml"


@pytest.mark.parametrize(
    "command",
    [
        ("calc", _EXAMPLE, "--date", _LATER),
        ("check", _EXAMPLE, "--date", _LATER),
        ("batch", _EXAMPLE, "--date", _LATER),
        ("batch", _EXAMPLE, "--date", "2026-01-01", "--against", _LATER),
        ("what-if", _EXAMPLE, "--date", _LATER, "--set", "hours=5..6"),
        ("ledger", _EXAMPLE, "--to", f"{_LATER:%Y-%m}"),
        ("report", _EXAMPLE, "--date", _LATER, "-o", "annex.html"),
        ("rates", "list", "--date", _LATER),
        ("rates", "diff", "2026-01-01", _LATER),
        ("rates", "regulate", _LATER.year + 3, "--lost-earnings", "3", "--satsregulering", "2"),
    ],
    ids=lambda command: " ".join(map(str, command[:2])),
)
def test_a_year_without_rates_names_the_command_that_makes_them(
    command: tuple[object, ...],
) -> None:
    words = {"da": ("PROCENT", "MAPPE"), "en": ("PERCENT", "DIR")}
    for language, (percent, folder) in words.items():
        ran = udmaal(*map(str, command), "--lang", language)
        assert ran.code == 2
        assert (
            f"udmaal rates regulate {_LATER.year} --lost-earnings {percent} "
            f"--satsregulering {percent} --rates {folder}"
        ) in ran.err


def test_before_the_first_rates_there_is_nothing_to_make() -> None:
    ran = udmaal("calc", _EXAMPLE, "--date", "1999-01-01")
    assert ran.code == 2
    assert "1. januar 1999 har ingen satser" in ran.err
    assert "regulate" not in ran.err


def test_the_command_named_makes_the_date_calculable(folder: Path) -> None:
    """Word by word as it is named, with percentages and a folder put in."""
    refused = udmaal("calc", _EXAMPLE, "--date", str(_LATER), "--lang", "en").err
    named = re.search(r"\(udmaal (rates regulate [^)]*)\)", refused)
    assert named is not None
    words = [{"PERCENT": "3.0", "DIR": str(folder)}.get(each, each) for each in named[1].split()]
    assert udmaal(*words).code == 0
    assert udmaal("calc", _EXAMPLE, "--date", str(_LATER), "--rates", folder).code == 0


def test_a_source_is_cited_in_the_language_of_the_output(folder: Path) -> None:
    danish, english = (
        udmaal(
            "rates", "show", "atp.from_39_hours.recipient", "--format", "csv", "--lang", language
        )
        for language in ("da", "en")
    )
    assert "bekendtgørelse nr. 1621/2023, §§ 2-3" in danish.out
    assert "BEK 1621/2023 §§ 2-3 (2/3, 1/3, none)" in english.out
    path = folder / "2026-01-01.toml"
    text = re.sub("^source_da = .*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(text.replace("order on mileage", "Kommunens egen oversigt"), "utf-8")
    own = udmaal("rates", "show", "mileage.high", "--format", "csv", "--rates", folder)
    assert "Kommunens egen oversigt" in own.out


def test_every_shipped_source_is_cited_in_danish() -> None:
    rates = [rate for file in read_rates().files for rate in file.rates]
    assert [rate.key for rate in rates if not rate.source_da] == []
    addresses = re.compile(r"https?://[^\s;,]+")
    for rate in rates:
        cited = addresses.findall(rate.source_da)
        assert sorted(cited) == sorted(addresses.findall(rate.source)), rate.source


def test_regulate_cites_the_sum_in_both_notations() -> None:
    ran = udmaal("rates", "regulate", "2027", "--lost-earnings", "3.0", "--satsregulering", "2.75")
    assert 'source = "38380 x (1 + 3.0 %)"\nsource_da = "beregnet: 38.380 × (1 + 3 %)"' in ran.out
