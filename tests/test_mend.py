"""``udmaal check --fix``: what has one sure mend is mended, and not a letter more."""

import os
import stat
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import EXAMPLES, example_date, udmaal
from udmaal.api import case_from_source, check_case
from udmaal.case.model import OLD_COST_KINDS, CostKind
from udmaal.change.edit import Addition, with_additions, without_entry
from udmaal.change.mend import mended
from udmaal.faults import InputFaultsError
from udmaal.rates.read import read_rates
from udmaal.reading.source import BOM, parse, source_from_bytes

pytestmark = pytest.mark.fast

BOOK = read_rates()
TODAY = date(2026, 3, 1)
ON = ("--date", str(TODAY))
HEAD = """# sag æøå
format = 1
case_id = "x"   # et id
child = {born = 2016-05-14}
"""
COSTS = """
[extra_costs]
decided = 2026-01-10
[[extra_costs.item]]
kind = "%s"  # rensning
amount = 16000.00
per = "year"
"""
WAIVER = """
[[accepted]]
code = "U204"
reason = "set"
"""
# Before, and after.
MENDS = {
    "an old name": (HEAD + COSTS % "other_listed", HEAD + COSTS % "other"),
    "an old name in single quotes, in a decision of several": (
        HEAD + (COSTS % "x").replace("[extra_costs]", "[[extra_costs]]")
        .replace('"x"', "'other_listed'"),
        HEAD + (COSTS % "other").replace("[extra_costs]", "[[extra_costs]]"),
    ),
    "an old name in an inline table": (
        HEAD + "[extra_costs]\ndecided = 2026-01-10\n"
        'item = [{kind="other_listed",amount=1,per="year"}] # én\n',
        HEAD + "[extra_costs]\ndecided = 2026-01-10\n"
        'item = [{kind="other",amount=1,per="year"}] # én\n',
    ),
    "a waiver at the end": (HEAD + COSTS % "other" + WAIVER, HEAD + COSTS % "other"),
    "a waiver in the middle": (HEAD + WAIVER + COSTS % "diet", HEAD + COSTS % "diet"),
    "a waiver without blank lines around": (
        HEAD + WAIVER.strip() + COSTS % "diet", HEAD + (COSTS % "diet").lstrip(),
    ),
    "two waivers": (HEAD + WAIVER + WAIVER.replace("4", "3"), HEAD),
    "one that is needed stays": (
        HEAD + COSTS % "diet" + WAIVER.replace("U204", "U402") + WAIVER,
        HEAD + COSTS % "diet" + WAIVER.replace("U204", "U402"),
    ),
    "comments of their own stay, those behind go along": (
        HEAD + "# om accepten\n[[accepted]] # ud\ncode = \"U204\" # ud\n\n# egen\n"
        'reason = """\n# ingen kommentar\n"""\n# til sidst\n',
        HEAD + "# om accepten\n# egen\n# til sidst\n",
    ),
    "the only one of an array": (
        HEAD + 'accepted = [{code = "U204", reason = "#1"}]\n[extra_costs]\ndecided=2026-01-10\n',
        None,
    ),
    "the only one of an array without a comment": (
        HEAD + 'accepted = [{code = "U204", reason = "1"}]\n' + COSTS % "diet",
        HEAD + COSTS % "diet",
    ),
    "the first of an array": (
        HEAD + 'accepted = [{code="U204",reason="1"}, {code="U402",reason="2"}]\n' + COSTS % "diet",
        HEAD + 'accepted = [{code="U402",reason="2"}]\n' + COSTS % "diet",
    ),
    "the last of an array": (
        HEAD + 'accepted = [{code="U402",reason="1"}, {code="U204",reason="2"},]\n'
        + COSTS % "diet",
        HEAD + 'accepted = [{code="U402",reason="1"},]\n' + COSTS % "diet",
    ),
    "one of an array over several lines": (
        HEAD + 'accepted = [\n  {code="U402",reason="1"}, # et\n'
        '  {code="U204",reason="2"} # to\n]\n' + COSTS % "diet",
        HEAD + 'accepted = [\n  {code="U402",reason="1"}, # et\n]\n' + COSTS % "diet",
    ),
    "one that shares its line with half a neighbourhood is left to people": (
        HEAD + 'accepted = [{code="U204",reason="1"}, # et\n  {code="U402",reason="2"}]\n'
        + COSTS % "diet",
        None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("bom", [b"", BOM], ids=["", "BOM"])
@pytest.mark.parametrize("name", MENDS)
def test_mends_and_keeps_every_other_letter(
    name: str, bom: bytes, end: str, tmp_path: Path
) -> None:
    before, after = MENDS[name]
    path = tmp_path / "sag.toml"
    old = bom + before.replace("\n", end).encode()
    path.write_bytes(old)
    ran = udmaal("check", path, *ON, "--fix")
    if after is None:
        assert path.read_bytes() == old
        assert ran.code == 1
        assert "slet den selv" in ran.err
        return
    assert path.read_bytes() == bom + after.replace("\n", end).encode()
    assert "rettelse" in ran.err
    again = udmaal("check", path, *ON)
    assert ran.out == again.out
    assert "U603" not in again.out
    assert "U605" not in again.out
    assert "intet at rette" in udmaal("check", path, *ON, "--fix").err


def test_the_amounts_stay_what_they_were(tmp_path: Path) -> None:
    path = tmp_path / "sag.toml"
    path.write_text(HEAD + COSTS % "other_listed" + WAIVER, encoding="utf-8")
    before = udmaal("calc", path, *ON, "-f", "csv").out
    assert udmaal("check", path, *ON, "--fix").code == 0
    after = udmaal("calc", path, *ON, "-f", "csv").out
    assert after == before.replace("andet på listen", "andet")


@pytest.mark.parametrize("old", OLD_COST_KINDS)
def test_an_old_name_is_one_that_is_read(old: CostKind) -> None:
    source = source_from_bytes("x", (HEAD + COSTS % old).encode())
    file = case_from_source(source, BOOK)
    done = mended(file, check_case(file, BOOK, TODAY), BOOK, (), TODAY)
    assert done.mends == 1
    assert done.case_file.case.extra_costs[0].item[0].kind == OLD_COST_KINDS[old]
    assert OLD_COST_KINDS[old] not in OLD_COST_KINDS


def test_a_waiver_that_another_day_needs_stays() -> None:
    """The ceilings of 2014 to 2019 were too low: U110 stands then, and not in 2026."""
    example = "examples/full-time-ceiling-2014.toml"
    ran = udmaal("check", example, *ON, "--fix", "--dry-run", "--lang", "en")
    assert "U603" in ran.out
    assert "the waiver of U110 stays; 31 December 2019 brings the finding" in ran.err
    assert "There was nothing to mend" in ran.err


def test_a_waiver_of_the_course_alone_stays() -> None:
    """A day's check says nothing of the birthday after the rates; the ledger's does."""
    text = """format = 1
case_id = "x"
child = {born = 2008-12-30}
[[lost_earnings]]
parent = "A"
weekly_hours = 37
monthly_wage = 30000
grant = [{from = 2026-02-01, hours = 20}]
[[accepted]]
code = "U303"
reason = "planlagt"
"""
    file = case_from_source(source_from_bytes("x", text.encode()), BOOK)
    found = check_case(file, BOOK, TODAY)
    assert "U603" in {each.code for each in found}
    done = mended(file, found, BOOK, (), TODAY)
    assert done.mends == 0
    assert [each.code for each in done.kept] == ["U303"]


def test_a_dry_run_shows_and_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "sag.toml"
    path.write_text(HEAD + COSTS % "other_listed", encoding="utf-8")
    old = path.read_bytes(), path.stat().st_mtime_ns
    ran = udmaal("check", path, *ON, "--fix", "--dry-run")
    assert '-kind = "other_listed"  # rensning\n+kind = "other"  # rensning\n' in ran.err
    assert "1 rettelse i 1 sag; intet er skrevet" in ran.err
    assert "U605" in ran.out
    assert (path.read_bytes(), path.stat().st_mtime_ns) == old
    alone = udmaal("check", path, *ON, "--dry-run")
    assert (alone.code, "--dry-run hører til --fix" in alone.err) == (2, True)


def test_standard_input_cannot_be_mended() -> None:
    case = (HEAD + COSTS % "other_listed").encode()
    ran = udmaal("check", "-", *ON, "--fix", stdin=case)
    assert (ran.code, ran.out) == (2, "")
    assert "standard input kan ikke rettes" in ran.err
    assert udmaal("check", "-", *ON, stdin=case).code == 0


def test_a_file_with_faults_is_never_touched(tmp_path: Path) -> None:
    faulty = tmp_path / "a.toml"
    faulty.write_text(HEAD + COSTS % "other_listed" + "amunt = 3\n", encoding="utf-8")
    well = tmp_path / "b.toml"
    well.write_text(HEAD + COSTS % "other_listed", encoding="utf-8")
    old = faulty.read_bytes()
    ran = udmaal("check", tmp_path, *ON, "--fix")
    assert ran.code == 1
    assert faulty.read_bytes() == old
    assert 'kind = "other" ' in well.read_text(encoding="utf-8")
    assert "1 rettelse i 1 sag" in ran.err


def test_only_what_is_chosen_and_not_accepted_is_mended(tmp_path: Path) -> None:
    path = tmp_path / "sag.toml"
    text = HEAD + COSTS % "other_listed" + WAIVER
    path.write_text(text, encoding="utf-8")
    udmaal("check", path, *ON, "--fix", "--ignore", "U6")
    assert path.read_text(encoding="utf-8") == text
    udmaal("check", path, *ON, "--fix", "--select", "U603")
    text = HEAD + COSTS % "other_listed"
    assert path.read_text(encoding="utf-8") == text
    kept = text + '[[accepted]]\ncode = "U605"\nreason = "et gammelt system læser filen"\n'
    path.write_text(kept, encoding="utf-8")
    udmaal("check", path, *ON, "--fix")
    assert path.read_text(encoding="utf-8") == kept


def test_a_case_that_cannot_be_written_is_told_and_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "ab":
        (tmp_path / f"{name}.toml").write_text(HEAD + COSTS % "other_listed", encoding="utf-8")
    write = Path.replace

    def full(self: Path, target: Path) -> Path:
        if target.name == "a.toml":
            raise OSError(28, "No space left on device")
        return write(self, target)

    monkeypatch.setattr(Path, "replace", full)
    ran = udmaal("check", tmp_path, *ON, "--fix", "-f", "short")
    assert ran.code == 1
    assert "kan ikke skrives" in ran.err
    assert "a.toml:9: U605" in ran.out.replace(os.sep, "/")
    assert "2 sager: 0 fejl" in ran.out
    assert 'kind = "other_listed"' in (tmp_path / "a.toml").read_text(encoding="utf-8")
    assert 'kind = "other" ' in (tmp_path / "b.toml").read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.toml", "b.toml"]


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_the_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "sag.toml"
    path.write_text(HEAD + COSTS % "other_listed", encoding="utf-8")
    path.chmod(0o640)
    assert udmaal("check", path, *ON, "--fix").code == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_json_stays_json(tmp_path: Path) -> None:
    path = tmp_path / "sag.toml"
    path.write_text(HEAD + COSTS % "other_listed", encoding="utf-8")
    ran = udmaal("check", path, *ON, "--fix", "-f", "json")
    assert ran.out == udmaal("check", path, *ON, "-f", "json").out
    assert "--- " in ran.err


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_is_sure_enough_to_mend_in_the_examples(example: Path, tmp_path: Path) -> None:
    path = tmp_path / example.name
    path.write_bytes(example.read_bytes())
    udmaal("check", path, "--date", example_date(example), "--fix")
    assert path.read_bytes() == example.read_bytes()


@given(
    st.sampled_from(EXAMPLES),
    st.sampled_from([b"\n", b"\r\n"]),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20),
)
def test_a_waiver_put_in_and_taken_out_leaves_no_trace(
    example: Path, end: bytes, reason: str
) -> None:
    source = source_from_bytes("x", example.read_bytes().replace(b"\n", end))
    number = len(parse(source).get("accepted", []))
    waiver = {"code": "U204", "reason": reason}
    with_one = with_additions(source, [Addition(("accepted",), waiver)])
    assert without_entry(with_one, "accepted", number).text == source.text


@given(st.sampled_from(EXAMPLES), st.data())
def test_a_table_taken_out_takes_nothing_along(example: Path, data: st.DataObject) -> None:
    source = source_from_bytes("x", example.read_bytes())
    document = parse(source)
    lists = [key for key, value in document.items() if isinstance(value, list)]
    key = data.draw(st.sampled_from(lists or ["accepted"]))
    entries = document.get(key, [])
    if not entries:
        return
    number = data.draw(st.integers(0, len(entries) - 1))
    try:
        left = without_entry(source, key, number)
    except InputFaultsError:  # it has tables of its own, which are in other places
        assert any(isinstance(value, list | dict) for value in entries[number].values())
        return
    said = {**document, key: [*entries[:number], *entries[number + 1 :]]}
    if not said[key]:
        del said[key]
    assert parse(left) == said
    comments = [line for line in source.lines() if line.startswith("#")]
    assert [line for line in left.lines() if line.startswith("#")] == comments
    assert tomllib.loads(left.text).keys() <= document.keys()


def test_a_file_that_changes_meanwhile_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sag.toml"
    path.write_text(HEAD + COSTS % "other_listed", encoding="utf-8")
    other = HEAD + COSTS % "diet"
    monkeypatch.setattr(
        "udmaal.change.mend.with_additions",
        lambda *args: path.write_text(other, encoding="utf-8") and with_additions(*args),
    )
    ran = udmaal("check", path, *ON, "--fix")
    assert ran.code == 1
    assert "filen er ændret, siden den blev læst" in ran.err
    assert path.read_text(encoding="utf-8") == other
