"""``udmaal rates confirm``: a rate seen published, written into the user's own folder."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT, udmaal
from udmaal.rates.book import Rate
from udmaal.rates.confirm import Said, confirmed
from udmaal.rates.read import rate_file, read_rates
from udmaal.rates.verify import verify
from udmaal.reading.source import read_source

pytestmark = pytest.mark.fast

KEY = "lost_earnings.ceiling"
LIST = "Social- og Boligstyrelsens satsoversigt for 2026"
# What nobody has seen published, of all dates.
OPEN = [rate for file in read_rates().files for rate in file.rates if rate.status != "published"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "rates", tmp_path / "own"))


def test_a_confirmed_rate_is_published_and_its_finding_is_gone(folder: Path) -> None:
    case = ROOT / "examples" / "part-time-22-of-30.toml"
    check = ("check", case, "--date", "2026-03-01", "--select", "U602")
    assert "U602" in udmaal(*check, "--rates", folder).out
    ran = udmaal(
        "rates", "confirm", KEY, "--source", LIST, "--date", "2026-03-01", "--rates", folder
    )
    assert ran.code == 0, ran.err
    assert "38.380 kr./md. fra 1. januar 2026" in ran.out
    assert "U602" not in udmaal(*check, "--rates", folder).out
    assert "U602" in udmaal(*check).out
    rate = read_rates(folder).history(KEY)[-1]
    assert (rate.status, rate.source_in("da"), rate.source_in("en")) == ("published", LIST, LIST)
    assert verify(read_rates(folder)).errors == ()


def test_nothing_else_in_the_file_moves(folder: Path) -> None:
    file = folder / "2026-01-01.toml"
    before = b"\xef\xbb\xbf# vores egen mappe\r\n" + file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(before)
    assert (
        udmaal(
            "rates", "confirm", KEY, "--source", 'et "citat"', "--date", "2026-01-01",
            "--rates", folder,
        ).code == 0
    )  # fmt: skip
    at = before.index(b"[lost_earnings.ceiling]")
    end = before.index(b"[extra_costs.threshold]")
    table = (
        b'[lost_earnings.ceiling]\r\nvalue = 38380\r\nunit = "DKK/month"\r\n'
        b'status = "published"\r\nevidence = "confirmed"\r\nsource = "et \\"citat\\""\r\n\r\n'
    )
    assert file.read_bytes() == before[:at] + table + before[end:]


@pytest.mark.parametrize(
    ("value", "written"), [("38400", "38400"), ("38.400,00", "38400"), ("38400.50", "38400.50")]
)
def test_another_value_is_taken_as_published(folder: Path, value: str, written: str) -> None:
    ran = udmaal(
        "rates", "confirm", KEY, "--source", "list", "--source-da", "liste", "--value", value,
        "--date", "2026-03-01", "--rates", folder,
    )  # fmt: skip
    assert ran.code == 0, ran.err
    assert "reguleringen giver 38.380" in ran.out
    rate = read_rates(folder).history(KEY)[-1]
    assert (rate.text, rate.source, rate.source_da) == (written, "list", "liste")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((KEY, "--value", "383800"), "mere end en fjerdedel"),
        ((KEY, "--value", "38.400"), "ikke en værdi"),
        ((KEY, "--value", "98 days"), "mangler et tal"),
        ((KEY, "--source", "to\nlinjer"), "én linje"),
        ((KEY, "--source", " "), "én linje"),
        ((KEY, "--date", "2031-01-01"), "ingen satser"),
        (("lost_earnings.ceilng",), "mente du lost_earnings.ceiling"),
        (("mileage.low", "--date", "2025-03-01"), "allerede offentliggjort"),
    ],
)
def test_a_refused_confirmation_writes_nothing(
    folder: Path, args: tuple[str, ...], said: str
) -> None:
    before = {path.name: path.read_bytes() for path in folder.glob("*.toml")}
    defaults = {"--source": LIST, "--date": "2026-03-01"}
    key, *given_ = args
    options = {**defaults, **dict(zip(given_[::2], given_[1::2], strict=True))}
    words = [word for pair in options.items() for word in pair]
    ran = udmaal("rates", "confirm", key, *words, "--rates", folder)
    assert (ran.code, said in ran.err) == (2, True), ran.err
    assert {path.name: path.read_bytes() for path in folder.glob("*.toml")} == before


def test_published_rates_are_corrected_when_told(folder: Path) -> None:
    args = ("rates", "confirm", "mileage.low", "--date", "2025-03-01", "--rates", folder)
    assert udmaal(*args, "--source", LIST, "--force").code == 0
    rate = read_rates(folder).history("mileage.low")
    assert LIST in {each.source for each in rate}


def test_the_shipped_rates_are_never_changed(folder: Path) -> None:
    args = ("rates", "confirm", KEY, "--source", LIST, "--date", "2026-03-01")
    for where in ((), ("--rates", ROOT / "rates"), ("--rates", folder / ".." / "nowhere")):
        assert udmaal(*args, *where).code == 2
    assert read_rates().history(KEY)[-1].status == "derived"


def test_a_value_that_a_new_version_brought_goes_into_a_file_of_its_own(folder: Path) -> None:
    key = "compensation.other_item_limit"
    shipped = read_rates().history(key)[-1]
    file = folder / f"{shipped.effective}.toml"
    text = file.read_text(encoding="utf-8")
    at = text.index(f"[{key}]")
    end = text.find("\n[", at)
    file.write_text(text[:at] + text[end + 1 :] if end > 0 else text[:at], encoding="utf-8")
    args = ("--source", LIST, "--date", "2026-03-01", "--rates", folder)
    assert udmaal("rates", "confirm", key, *args).code == 0
    rate = read_rates(folder).history(key)[-1]
    assert (rate.value, rate.status, rate.effective) == (
        shipped.value, "published", shipped.effective,
    )  # fmt: skip
    assert udmaal("rates", "verify", "--rates", folder).code == 0


def test_a_table_in_one_line_is_left_to_its_owner(folder: Path) -> None:
    file = folder / "2026-01-01.toml"
    text = file.read_text(encoding="utf-8")
    at = text.index(f"[{KEY}]")
    end = text.index("\n\n", at)
    inline = (
        'lost_earnings = { ceiling = { value = 38380, unit = "DKK/month", status = "derived", '
        'source = "here", source_da = "her" } }\n'
    )
    head = "effective = 2026-01-01\n"
    text = (text[:at] + text[end:]).replace(head, head + inline)
    file.write_text(text, encoding="utf-8")
    args = ("--source", LIST, "--date", "2026-03-01", "--rates", folder)
    ran = udmaal("rates", "confirm", KEY, *args)
    assert (ran.code, f"[{KEY}]" in ran.err) == (2, True), ran.err
    assert file.read_text(encoding="utf-8") == text


def test_one_value_alone_does_not_make_a_year(folder: Path) -> None:
    (folder / "2026-01-01.toml").unlink()
    args = ("--source", LIST, "--date", "2026-03-01", "--rates", folder)
    ran = udmaal("rates", "confirm", KEY, *args, "--lang", "en")
    assert ran.code == 2
    assert "2026" in ran.err
    assert not (folder / "2026-01-01.toml").exists()


@pytest.mark.parametrize("rate", OPEN, ids=[f"{rate.key}-{rate.effective}" for rate in OPEN])
def test_every_open_value_can_be_confirmed(rate: Rate) -> None:
    path = ROOT / "rates" / f"{rate.effective}.toml"
    made = confirmed(rate, Said("here"), read_rates(), read_source(path), path.name)
    there = {each.key: each for each in rate_file(path.name, made).rates}
    assert there[rate.key].status == "published"


@given(source=st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=60))
def test_a_source_is_read_back_as_it_was_said(source: str) -> None:
    rate = read_rates().history(KEY)[-1]
    file = read_source(ROOT / "rates" / f"{rate.effective}.toml")
    made = confirmed(rate, Said(source, source), read_rates(), file, "own.toml")
    there = {each.key: each for each in rate_file(f"{rate.effective}.toml", made).rates}
    assert (there[KEY].source, there[KEY].source_da) == (source, source)
