"""``udmaal verify``: the same bytes again, or what differs."""

import json
import re
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from conftest import EXAMPLES, ROOT, Ran, example_date, udmaal
from udmaal.api import CaseFile, calculate, make_ledger, read_case
from udmaal.faults import InputFaultsError
from udmaal.language import LANGUAGES
from udmaal.output.document import document
from udmaal.output.ledger_document import ledger_document
from udmaal.output.write import json_text
from udmaal.rates.read import read_rates
from udmaal.reading.source import source_from_bytes
from udmaal.text.faults import mend, problem
from udmaal.verification.report import verification_document, verification_text
from udmaal.verification.stored_result import stored_from_source
from udmaal.verification.verify import Verification, verify

BOOK = read_rates()
CASE = ROOT / "examples" / "part-time-22-of-30.toml"
COURSE = ROOT / "examples" / "course-with-run-off.toml"
OLD = ROOT / "examples" / "full-time-ceiling-2014.toml"

Edit = Callable[[Any], object]


def _stored(case_file: CaseFile, data: bytes) -> Verification:
    file = stored_from_source(source_from_bytes("result.json", data))
    chosen = file.of_case(case_file.source.sha256, case_file.case.case_id)
    return verify(chosen, case_file, BOOK)


@lru_cache(maxsize=1)
def _result() -> bytes:
    breakdown = calculate(read_case(CASE, BOOK), BOOK, date(2025, 6, 1))
    return json_text(document(breakdown, "da")).encode()


@lru_cache(maxsize=1)
def _ledger() -> bytes:
    made = make_ledger(read_case(COURSE, BOOK), BOOK, today=date(2026, 6, 1))
    explained = frozenset({str(made.first)})
    return json_text(ledger_document(made, "en", explained)).encode()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_comes_out_again(path: Path) -> None:
    case_file = read_case(path, BOOK)
    on = date.fromisoformat(example_date(path) + "-01"[: 10 - len(example_date(path))])
    for language in LANGUAGES:
        breakdown = calculate(case_file, BOOK, on)
        found = _stored(case_file, json_text(document(breakdown, language)).encode())
        assert found.same_bytes
        assert (found.language, found.corrected_ceilings) == (language, False)
        if case_file.case.lost_earnings or case_file.case.extra_costs:
            made = make_ledger(case_file, BOOK, today=date(2026, 6, 1))
            assert _stored(
                case_file, json_text(ledger_document(made, language)).encode()
            ).same_bytes


def test_corrected_ceilings_are_found_out() -> None:
    case_file = read_case(OLD, BOOK)
    breakdown = calculate(case_file, BOOK, date(2014, 12, 1), corrected_ceilings=True)
    found = _stored(case_file, json_text(document(breakdown, "en")).encode())
    assert found.same_bytes
    assert (found.language, found.corrected_ceilings) == ("en", True)


@pytest.mark.parametrize(
    ("change", "layout"),
    [
        (lambda data: b"\xef\xbb\xbf" + data, ("byte_order_mark",)),
        (lambda data: data.replace(b"\n", b"\r\n"), ("line_ends",)),
        (lambda data: data.removesuffix(b"\n"), ("end",)),
        (lambda data: data + b"\n", ("end",)),
        (lambda data: json.dumps(json.loads(data)).encode(), ("spacing",)),
        (lambda data: json.dumps(json.loads(data), sort_keys=True).encode(), ("spacing",)),
        (
            lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n") + b"\r\n",
            ("byte_order_mark", "line_ends", "end"),
        ),
    ],
    ids=["bom", "crlf", "no-end", "two-ends", "one-line", "sorted", "all"],
)
def test_other_bytes_of_the_same_content(
    change: Callable[[bytes], bytes], layout: tuple[str, ...]
) -> None:
    found = _stored(read_case(CASE, BOOK), change(_result()))
    assert (found.same_bytes, found.same_content, found.layout) == (False, True, layout)
    for language in LANGUAGES:
        assert verification_text(found, language).startswith(("SAMME INDHOLD", "SAME CONTENT"))


def test_an_array_and_the_lines_of_a_batch(tmp_path: Path) -> None:
    array = udmaal("calc", OLD, CASE, "--date", "2025-06-01", "-f", "json", "--lang", "en").out
    lines = udmaal("batch", OLD, CASE, "--date", "2025-06-01", "-q").out
    for text in (array, lines, lines.splitlines(keepends=True)[1]):
        stored = tmp_path / "stored"
        stored.write_bytes(text.encode())
        ran = udmaal("verify", stored, CASE)
        assert (ran.code, ran.err) == (0, "")
        stored.write_bytes(text.replace('"26400.00"', '"26400.01"').encode())
        assert udmaal("verify", stored, CASE).code == 1
    stored.write_bytes(lines.encode())
    other = udmaal("verify", stored, COURSE)
    assert other.code == 2
    assert "eksempel" in other.err


def _third(result: Any) -> dict[str, Any]:
    line: dict[str, Any] = result["results"][0]["lines"][2]
    return line


def _two_values(result: Any) -> None:
    result["results"][0]["amounts"]["gross"] = "0.00"
    _third(result)["unit"] = ""


_THIRD = "results[0].lines[2]"


@pytest.mark.parametrize(
    ("edit", "where", "change", "values", "lines"),
    [
        (lambda r: _third(r).update(amount="1.00"), f"{_THIRD}.amount", "changed", 1, 1),
        (lambda r: _third(r).update(amount=26400), f"{_THIRD}.amount", "changed", 1, 1),
        (lambda r: _third(r).pop("law"), f"{_THIRD}.law", "missing", 1, 1),
        (lambda r: _third(r).update(x=1), f"{_THIRD}.x", "extra", 1, 1),
        (lambda r: r["results"][0]["lines"].pop(2), _THIRD, "missing", 1, 1),
        (lambda r: r["results"][0]["lines"].insert(2, {"id": "x"}), _THIRD, "extra", 1, 1),
        (lambda r: r["results"][0]["lines"].reverse(), "results[0].lines", "order", 1, 0),
        (_two_values, f"{_THIRD}.unit", "changed", 2, 1),
        (lambda r: r["findings"][0].update(accepted=""), "findings[0].accepted", "changed", 1, 0),
        (lambda r: r.update(case_id="x"), "case_id", "changed", 1, 0),
        (lambda r: r["results"].clear(), "results[0]", "missing", 1, 0),
    ],
)
def test_what_differs_first(edit: Edit, where: str, change: str, values: int, lines: int) -> None:
    result = json.loads(_result())
    edit(result)
    found = _stored(read_case(CASE, BOOK), json_text(result).encode())
    told = verification_document(found, "en")
    assert not told["same_bytes"]
    assert (told["first"]["where"], told["first"]["change"]) == (where, change)
    assert (told["differing_values"], told["differing_lines"]) == (values, lines)
    assert where in verification_text(found, "da")


def test_a_month_of_a_ledger_is_named() -> None:
    result = json.loads(_ledger())
    month = result["courses"][0]["months"][0]
    month["lines"][0]["amount"] = "1.00"
    found = _stored(read_case(COURSE, BOOK), json_text(result).encode())
    told = verification_document(found, "en")
    assert told["first"]["where"] == "courses[0].months[0].lines[0].amount"
    assert month["month"] in told["first"]["name"]
    assert "(wage_basis)" in told["first"]["name"]


def test_where_a_result_comes_from_is_told_apart(tmp_path: Path) -> None:
    result = json.loads(_result())
    result["program"]["version"] = "0.0.9"
    stored = tmp_path / "stored.json"
    stored.write_text(json_text(result), encoding="utf-8")
    ran = udmaal("verify", stored, CASE)
    assert ran.code == 1
    assert "0.0.9 (gemt)" in ran.out
    assert "Alle beløb og tekster er ens." in ran.out
    changed = tmp_path / "case.toml"
    changed.write_text(CASE.read_text(encoding="utf-8") + "# note\n", encoding="utf-8")
    told = json.loads(udmaal("verify", stored, changed, "-f", "json").out)
    assert [told[key]["same"] for key in ("program", "case", "rates")] == [False, False, True]
    assert (told["differing_values"], told["first"]) == (0, None)


# What a case may gain after a result of June 2025 was stored, and whether it brings findings.
@pytest.mark.parametrize(
    ("later", "findings"),
    [
        ("# note\n", False),
        ("[[lost_earnings.grant]]\nfrom = 2026-01-01\nhours = 24\n", False),
        ('[[accepted]]\ncode = "U101"\nreason = "prøve"\n', True),
        ("[[lost_earnings.single_day]]\ndate = 2025-12-01\nhours = 7.0\n", True),
    ],
)
def test_a_case_that_only_grew_gives_every_amount_again(
    later: str, findings: bool, tmp_path: Path
) -> None:
    stored, grown = tmp_path / "stored.json", tmp_path / "case.toml"
    stored.write_bytes(_result())
    grown.write_text(f"{CASE.read_text(encoding='utf-8')}\n{later}", encoding="utf-8")
    ran = udmaal("verify", stored, grown)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("ENS, MEN SAGSFILEN ER ÆNDRET SIDEN: alle beløb er de samme som i ")
    assert ("Kun anmærkninger afviger." in ran.out) == findings
    assert ("Alle beløb og tekster er ens." in ran.out) != findings
    assert ("\n  U" in ran.out) == findings
    told = json.loads(udmaal("verify", stored, grown, "-f", "json", "--lang", "en").out)
    assert (told["same_bytes"], told["same_content"], told["only_case_changed"]) == (
        False, False, True,
    )  # fmt: skip


@pytest.mark.parametrize("later", [False, True])
def test_an_amount_that_changed_is_no_growth(later: bool, tmp_path: Path) -> None:
    # A grant from a day before the result's changes its amounts; so does a stored amount.
    text, result = CASE.read_text(encoding="utf-8"), _result()
    if later:
        text += "\n[[lost_earnings.grant]]\nfrom = 2025-05-01\nhours = 10\n"
    else:
        text, result = f"{text}# note\n", result.replace(b'"26400.00"', b'"26400.01"')
    stored, case = tmp_path / "stored.json", tmp_path / "case.toml"
    stored.write_bytes(result)
    case.write_text(text, encoding="utf-8")
    ran = udmaal("verify", stored, case)
    assert ran.code == 1
    assert ran.out.startswith("AFVIGER")


# A case on 1 March 2026, and what it may gain: each changes what an earlier day gives.
STORY = """format = 1
case_id = "historie"
child = {born = 2016-05-14}
[[extra_costs]]
decided = 2025-02-01
item = [{kind = "medicine", amount = 900.00, per = "month"}]
[[lost_earnings]]
parent = "A"
weekly_hours = 37
monthly_wage = 30000.00
grant = [{from = 2025-03-01, hours = 20}]
"""
DECIDED = """[[extra_costs]]
decided = 2026-03-02
from = 2025-10-01
item = [{kind = "medicine", amount = 2000.00, per = "month", documented = true}]
"""
ENDED = """[lost_earnings.end]
date = 2026-02-10
decision_received = 2026-04-01
reason = "agreed_period"
"""


@pytest.mark.parametrize(
    "later",
    [
        {"extra_costs[1]": DECIDED},
        {"lost_earnings[0].end": ENDED},
        {"lost_earnings[0].end": ENDED, "extra_costs[1]": DECIDED},
    ],
    ids=["decided", "ended", "both"],
)
@pytest.mark.parametrize(
    ("asked", "until"),
    [
        (("calc", "--date", "2026-03-01", "-f", "json"), "1. marts 2026"),
        (("batch", "--date", "2026-03-01", "-q", "-j", "1"), "1. marts 2026"),
        (("ledger", "--to", "2026-02", "-f", "json"), "28. februar 2026"),
    ],
    ids=["calc", "batch", "ledger"],
)
def test_the_same_but_for_facts_added_since(
    asked: tuple[str, ...], until: str, later: dict[str, str], tmp_path: Path
) -> None:
    case, stored = tmp_path / "case.toml", tmp_path / "stored.json"
    case.write_text(STORY, encoding="utf-8")
    assert udmaal(asked[0], case, *asked[1:], "-o", stored).code == 0
    grown = "".join((STORY, *later.values()))
    case.write_text(grown, encoding="utf-8")
    ran = udmaal("verify", stored, case)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("DET SAMME, BORTSET FRA OPLYSNINGER, DER ER KOMMET TIL SIDEN: ")
    listed = [
        f"  linje {grown[: grown.rindex(fact)].count(chr(10)) + 1}: {place}"
        for place, fact in later.items()
    ]
    assert "\n".join([f"Dateret efter {until} og udeladt:", *listed, ""]) in ran.out
    told = json.loads(udmaal("verify", stored, case, "-f", "json", "--lang", "en").out)
    assert told["facts_added"] == list(later)
    assert (told["only_case_changed"], told["differing_values"]) == (True, 0)
    # The same facts do not excuse another amount.
    amount = re.compile(r'"[1-9]\d+\.\d\d"')
    stored.write_text(amount.sub('"1.01"', stored.read_text("utf-8"), count=1), encoding="utf-8")
    other = udmaal("verify", stored, case)
    assert (other.code, other.out.startswith("AFVIGER")) == (1, True)


@pytest.mark.parametrize(
    "asked",
    [("calc", "--date", "2026-03-01"), ("ledger", "--from", "2025-03", "--to", "2026-12")],
    ids=["calc", "ledger"],
)
def test_a_result_as_known_on_a_day_is_made_again_as_known_on_it(
    asked: tuple[str, ...], tmp_path: Path
) -> None:
    case, stored = tmp_path / "case.toml", tmp_path / "stored.json"
    case.write_text(STORY + ENDED, encoding="utf-8")
    known = ("--known", "2026-02-20")
    assert udmaal(asked[0], case, *asked[1:], *known, "-f", "json", "-o", stored).code == 0
    same = udmaal("verify", stored, case, "-f", "json")
    assert same.code == 0
    assert json.loads(same.out)["same_bytes"]
    assert json.loads(same.out)["facts_added"] == []
    assert " · som kendt 20. februar 2026, dansk" in udmaal("verify", stored, case).out
    case.write_text(STORY + ENDED + DECIDED, encoding="utf-8")
    told = json.loads(udmaal("verify", stored, case, "-f", "json").out)
    assert (told["known"], told["only_case_changed"]) == ("2026-02-20", True)
    assert told["facts_added"] == ["lost_earnings[0].end", "extra_costs[1]"]
    # Without the day it is another result.
    result = json.loads(stored.read_bytes())
    for day in (None, "2026-04-01", "x", 3):
        stored.write_text(json_text({**result, "known": day}), encoding="utf-8")
        ran = udmaal("verify", stored, case)
        assert ran.code == (1 if day == "2026-04-01" else 2)
        assert "Traceback" not in ran.err


def test_a_case_that_lost_a_fact_is_no_growth(tmp_path: Path) -> None:
    case, stored = tmp_path / "case.toml", tmp_path / "stored.json"
    case.write_text(STORY + ENDED, encoding="utf-8")
    assert udmaal("ledger", case, "--to", "2026-02", "-f", "json", "-o", stored).code == 0
    case.write_text(STORY, encoding="utf-8")
    assert udmaal("verify", stored, case).code == 1
    # As it was known by the last month there was nothing to calculate.
    case.write_text(STORY.replace("2025-", "2026-1"), encoding="utf-8")
    assert udmaal("verify", stored, case).code == 1


def test_other_findings_of_the_same_case_are_a_difference() -> None:
    result = json.loads(_result())
    result["findings"].clear()
    assert not _stored(read_case(CASE, BOOK), json_text(result).encode()).only_case_changed


def test_a_ledger_with_what_was_paid(tmp_path: Path) -> None:
    paid = tmp_path / "paid.csv"
    paid.write_text("month,gross,pension,holiday\n2025-04,1.00,0.00,0.00\n", encoding="utf-8")
    stored = tmp_path / "stored.json"
    made = udmaal("ledger", COURSE, "--paid", paid, "-f", "json", "-o", stored)
    assert made.code == 0, made.err
    assert udmaal("verify", stored, COURSE, "--paid", paid).code == 0
    without = udmaal("verify", stored, COURSE)
    assert without.code == 2
    assert "--paid" in without.err


def test_standard_input_may_be_one_of_the_two() -> None:
    assert udmaal("verify", "-", CASE, stdin=_result()).code == 0
    both = udmaal("verify", "-", "-", stdin=_result())
    assert (both.code, both.out) == (2, "")


def _refused(ran: Ran, code: int, word: str) -> None:
    assert (ran.code, ran.out) == (code, "")
    assert word in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "ikke et resultat"),
        (b"{}", "ikke et resultat"),
        (b"[]", "intet resultat for sagen eksempel-deltid"),
        (b"17", "ikke et resultat"),
        (b"null", "ikke et resultat"),
        (b'{"a": 1}', "ikke et resultat"),
        (b"format = 1\n", ":1:1: filen er ikke gyldig JSON"),
        (_result()[:-20], "afkortet"),
        (b'{"a": 1}\n{"a": \n', ":2:7: filen er ikke gyldig JSON"),
        (_result().decode().encode("utf-16"), "UTF-16"),
        (_result().decode().encode("latin-1", "replace"), "gem den som UTF-8"),
        (_result().replace(b'"format": 1', b'"format": 2'), "format 2"),
        (_result().replace(b'"format": 1', b'"format": true'), "format True"),
        (_result().replace(b'"date": "2025-06-01"', b'"date": "i morgen"'), "date: "),
        (_result().replace(b'"date": "2025-06-01"', b'"date": "2099-06-01"'), "2026"),
        (_result().replace(b'"case_id"', b'"case"'), "case_id: "),
        (b'{"format": 1, "path": "x", "error": []}', "ikke beregnes"),
        (b'{"format": 1, "before": {}, "after": {}}', "--against"),
        (b'{"format": 1, "format": 1, "results": []}', "to gange"),
        (b'{"format": NaN, "results": []}', "et tal"),
        (b'{"results": [1e' + b"9" * 30 + b"]}", "et tal"),
        (b'{"results": [' + b"9" * 5000 + b"]}", "et tal"),
        (b"[" * 200_000, "dybt"),
        (b'{"a":' * 200_000, "dybt"),
        (b" " * (64 << 20) + b"1", "64 MiB"),
    ],
    ids=range(25),
)
def test_what_is_no_result_is_refused_in_words(data: bytes, word: str, tmp_path: Path) -> None:
    stored = tmp_path / "stored.json"
    stored.write_bytes(data)
    _refused(udmaal("verify", stored, CASE), 2, word)


def test_wrong_use_is_told_apart_from_a_wrong_case(tmp_path: Path) -> None:
    stored = tmp_path / "stored.json"
    stored.write_bytes(_result())
    _refused(udmaal("verify", tmp_path / "none.json", CASE), 2, "findes ikke")
    _refused(udmaal("verify", tmp_path, CASE), 2, "mappe")
    _refused(udmaal("verify", stored, tmp_path / "none.toml"), 1, "findes ikke")
    _refused(udmaal("verify", stored), 2, "SAG")
    stored.write_text(json_text({**json.loads(_ledger()), "from": "2099-01"}), encoding="utf-8")
    _refused(udmaal("verify", stored, COURSE), 2, "from: ")


leaves = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**30), 10**30),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=8),
    st.sampled_from(["2025-06-01", "calc", "gross", "U201", "\x1b[31m", "\ud800"]),
    st.builds(dict),
    st.builds(list),
    st.just([[[{}]]]),
    st.just({"benefit": "lost_earnings", "id": "gross", "label": []}),
)


@st.composite
def damaged_results(draw: st.DrawFn) -> tuple[Path, bytes]:
    """Take a result and put something else in one to four places, or take them away."""
    path, data = draw(st.sampled_from([(CASE, _result()), (COURSE, _ledger())]))
    result = json.loads(data)
    for _ in range(draw(st.integers(1, 4))):
        holder: Any = result
        while True:
            keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            inner = holder[key]
            if isinstance(inner, dict | list) and inner and draw(st.integers(0, 5)):
                holder = inner
                continue
            if draw(st.booleans()):
                holder[key] = deepcopy(draw(leaves))
            else:
                del holder[key]
            break
    return path, json.dumps(result).encode()


@given(damaged=damaged_results())
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_damaged_result_is_compared_or_refused_in_words(damaged: tuple[Path, bytes]) -> None:
    path, data = damaged
    try:
        found = _stored(read_case(path, BOOK), data)
    except InputFaultsError as error:
        for fault in error.faults:
            for language in LANGUAGES:
                assert problem(fault, language)
                assert mend(fault, language)
        return
    for language in LANGUAGES:
        verification_text(found, language).encode()
        json_text(verification_document(found, language)).encode()
    assert not found.same_bytes


@given(
    data=st.binary(max_size=200)
    | st.text(alphabet='{}[]",:0123eE.-\n "format"', max_size=60).map(str.encode)
)
@example(data=b'{"results":[],"format":1,"case_id":"","date":"2025-06-01"}')
@settings(max_examples=500, deadline=None)
def test_any_bytes_are_refused_in_words(data: bytes) -> None:
    with pytest.raises(InputFaultsError) as refused:
        _stored(read_case(CASE, BOOK), data)
    assert all(problem(fault, "da") for fault in refused.value.faults)
