"""The Python API: one object, faults that speak, folders that are read anew when they change."""

import pickle
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import udmaal
from conftest import ROOT
from udmaal import InputFaultsError, Udmaal, calculate, check_case, make_ledger, read_case
from udmaal.municipality import read_service_level
from udmaal.output.document import document
from udmaal.rates.book import RateBook
from udmaal.rates.read import read_rates

ON = date(2026, 3, 1)
EXAMPLE = ROOT / "examples" / "course-with-run-off.toml"


def test_the_object_gives_what_the_functions_give() -> None:
    api, rates = Udmaal(), read_rates()
    case = api.read(EXAMPLE)
    assert case == read_case(EXAMPLE, rates)
    assert api.calculate(case, ON) == calculate(case, rates, ON)
    assert api.check(case, ON) == check_case(case, rates, ON)
    made = make_ledger(case, rates, today=date(2026, 12, 1))
    assert api.ledger(case, today=date(2026, 12, 1)) == made
    first, last = udmaal.Month(2026, 1), udmaal.Month(2026, 2)
    assert api.ledger(case, first, last).first == first


def test_the_corrected_ceilings_can_be_asked_for() -> None:
    api, on = Udmaal(), date(2014, 6, 1)
    case = api.read(ROOT / "examples" / "full-time-ceiling-2014.toml")
    corrected = api.calculate(case, on, corrected_ceilings=True)
    assert corrected != api.calculate(case, on)


def test_comparing_leaves_the_ledger_as_it_is(tmp_path: Path) -> None:
    api = Udmaal()
    case = api.read(EXAMPLE)
    month = udmaal.Month(2026, 3)
    ledger = api.ledger(case, month, month)
    due = ledger.courses[0].months[0].due
    paid = tmp_path / "paid.csv"
    paid.write_text(f"month,gross,pension,holiday\n2026-03,{due.gross - 100},0,0\n", "utf-8")
    (compared,) = api.compare(ledger, paid).courses[0].months
    assert compared.difference is not None
    assert compared.difference.gross == Decimal(100)
    assert ledger.courses[0].months[0].paid is None


@pytest.mark.parametrize("as_text", [True, False], ids=["str", "Path"])
def test_levels_are_found_in_own_folders_and_beside_the_rates(
    tmp_path: Path, as_text: bool
) -> None:
    rates, own = tmp_path / "rates", tmp_path / "own"
    shutil.copytree(ROOT / "rates", rates)
    own.mkdir()
    given = str(own) if as_text else own
    assert Udmaal(rates, given).municipality_folders == (own, rates / "municipalities")
    assert Udmaal(rates, [given]).municipality_folders == (own, rates / "municipalities")
    assert Udmaal(read_rates(rates)).municipality_folders == ()
    assert Udmaal(str(rates)).rates is Udmaal(rates).rates


def test_a_folder_of_rates_that_changed_is_read_anew(tmp_path: Path) -> None:
    folder = tmp_path / "rates"
    shutil.copytree(ROOT / "rates", folder)
    before = Udmaal(folder)
    assert Udmaal(folder).rates is before.rates
    newest = max(folder.glob("*.toml"))
    text = newest.read_text(encoding="utf-8")
    newest.write_text(f"{text}\n# seen again\n", encoding="utf-8")
    assert Udmaal(folder).rates.sha256 != before.rates.sha256
    newest.unlink()
    assert Udmaal(folder).rates.last_day < before.rates.last_day
    newest.write_text(text, encoding="utf-8")
    assert Udmaal(folder).rates.sha256 == before.rates.sha256
    shutil.rmtree(folder)
    with pytest.raises(InputFaultsError, match="mappen med satser findes ikke"):
        Udmaal(folder)


def test_a_service_level_that_changed_is_read_anew(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    folders = (first, second)
    (second / "by.toml").write_text("companion_hourly_wage = 160.00\n", encoding="utf-8")
    level, fingerprint = read_service_level("by", folders)
    assert level.companion_hourly_wage == Decimal(160)
    assert read_service_level("by", folders)[0] is level
    (second / "by.toml").write_text("companion_hourly_wage = 1600.00\n", encoding="utf-8")
    assert read_service_level("by", folders)[0].companion_hourly_wage == Decimal(1600)
    assert read_service_level("by", folders)[1] != fingerprint
    # one that comes to stand in a folder looked into earlier goes before it
    (first / "by.toml").write_text("companion_hourly_wage = 17.00\n", encoding="utf-8")
    assert read_service_level("by", folders)[0].companion_hourly_wage == Decimal(17)
    (first / "by.toml").unlink()
    (second / "by.toml").unlink()
    with pytest.raises(InputFaultsError):
        read_service_level("by", folders)


def test_a_fault_says_itself_in_either_language(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    text = EXAMPLE.read_text(encoding="utf-8").replace("weekly_hours = 37", "weekly_hours = 370")
    path.write_text(text, encoding="utf-8")
    line = text[: text.index("weekly_hours = 370")].count("\n") + 1
    with pytest.raises(InputFaultsError) as raised:
        Udmaal().read(path)
    error = raised.value
    fault = error.faults[0]
    place = f"{path}:{line}:{fault.column}: lost_earnings[0].weekly_hours: "
    assert str(fault) == (
        f"{place}370.0 er for meget; skriv et tal på højst 80; mangler der et punktum?"
    )
    assert fault.text("en") == (
        f"{place}370.0 is too much; write a number of at most 80; is a decimal point missing?"
    )
    assert str(error).splitlines() == [str(each) for each in error.faults]
    assert error.text("en").splitlines() == [each.text("en") for each in error.faults]
    again = pickle.loads(pickle.dumps(error))
    assert (again.faults, str(again)) == (error.faults, str(error))


def test_a_fault_shows_no_cpr_number(tmp_path: Path) -> None:
    with pytest.raises(InputFaultsError) as raised:
        Udmaal().read(tmp_path / "140516-9173.toml")
    assert "140516-****" in str(raised.value)
    assert "9173" not in str(raised.value)


def test_every_name_of_the_api_is_there() -> None:
    for name in udmaal.__all__:
        assert getattr(udmaal, name) is not None
    assert sorted(udmaal.__all__) == sorted(set(udmaal.__all__))
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = udmaal.no_such_name


def test_a_breakdown_goes_to_another_process(book: RateBook) -> None:
    case = read_case(EXAMPLE, book)
    made = calculate(case, book, date(2026, 3, 1))
    sent = pickle.loads(pickle.dumps(made))
    assert document(sent, "da") == document(made, "da")
