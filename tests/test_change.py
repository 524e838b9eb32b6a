"""``udmaal change``: a new fact, every old line kept, the difference shown, one file at once."""

import os
import re
import stat
import sys
import tomllib
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pexpect
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from conftest import EXAMPLES, ROOT, day, udmaal
from udmaal.api import case_from_document, case_from_source
from udmaal.case.model import Case
from udmaal.change.asked import Asked
from udmaal.change.edit import with_additions
from udmaal.change.facts import KINDS, Fact, courses_for, possible
from udmaal.change.given import given_fact
from udmaal.cli import change
from udmaal.faults import InputFaultsError
from udmaal.interview.answers import value_of
from udmaal.interview.questions import ASIDE, first_open
from udmaal.rates.read import read_rates
from udmaal.reading.source import parse, source_from_bytes
from udmaal.reading.validation import check
from udmaal.text.interview import FACTS

BOOK = read_rates()
ALL = ROOT / "examples" / "all-benefits.toml"
TWO = ROOT / "examples" / "two-parents-over-37.toml"

HEAD = """# min sag
format = 1
case_id = "x"  # æøå

[child]
born = 2016-05-14
"""
COURSE = """
[[lost_earnings]]
parent = "A"
weekly_hours = 37.0
monthly_wage = 34250.00
# sidst i forløbet

# om bevillingen
[[lost_earnings.grant]]
from = 2025-03-01
hours = 20.0
until = 2026-12-31  # aftalt
# efter bevillingen
"""
COSTS = """
# afgørelsen
[extra_costs]  # den eneste
decided = 2025-10-01

[[extra_costs.item]]
kind = "medicine"
amount = 1640.00
per = "month"
documented = true

[[extra_costs.item]]
kind = "course"
amount = 6000.00
per = "once"

# til sidst
[[accepted]]
code = "U204"
reason = "set"
"""
INLINE = """
lost_earnings = [
  {parent = "A", weekly_hours = 37.0, monthly_wage = 34250.00, grant = [
    {from = 2025-03-01, hours = 20.0},  # G
  ]},  # A
]
extra_costs = {decided = 2025-10-01, item = [{kind = "medicine", amount = 640.00, per = "month"}]}
"""
DECIDED = ("--set", "decided=2026-05-01")
HOURS = ("hours", "from=2026-03-01", "hours=15")


def _told(path: Path, kind: str, *settings: str, more: tuple[str | Path, ...] = ("--yes",)) -> Any:
    words = [word for each in settings for word in ("--set", each)]
    return udmaal("change", path, "--fact", kind, *words, *more)


def _file(tmp_path: Path, *parts: str) -> Path:
    path = tmp_path / "case.toml"
    path.write_bytes("".join(parts).encode())
    return path


def _is_in_order(lines: list[bytes], text: bytes) -> bool:
    following = iter(text.splitlines())
    return all(line in following for line in lines)


def test_the_kinds_of_facts_are_one_list() -> None:
    assert tuple(KINDS) == change.FACTS == tuple(FACTS)


@pytest.mark.parametrize(
    ("settings", "before", "after"),
    [
        pytest.param(
            HOURS,
            "until = 2026-12-31  # aftalt\n# efter bevillingen\n",
            "until = 2026-02-28  # aftalt\n# efter bevillingen\n\n[[lost_earnings.grant]]\n"
            "from = 2026-03-01\nhours = 15\n",
            id="hours",
        ),
        pytest.param(
            ("follow-up", "followed_up=2026-02-10"),
            "# sidst i forløbet\n",
            "# sidst i forløbet\nfollowed_up = 2026-02-10\n",
            id="follow-up",
        ),
        pytest.param(
            ("single-day", "date=2026-02-10", "hours=7.4", "note=hos lægen, i dag"),
            "# efter bevillingen\n",
            "# efter bevillingen\n\n[[lost_earnings.single_day]]\ndate = 2026-02-10\n"
            'hours = 7.4\nnote = "hos lægen, i dag"\n',
            id="single-day",
        ),
        pytest.param(
            ("end", "date=2026-05-31", "reason=moved"),
            "# efter bevillingen\n",
            '# efter bevillingen\n\n[lost_earnings.end]\ndate = 2026-05-31\nreason = "moved"\n',
            id="end",
        ),
        pytest.param(
            ("costs-end", "until=2026-05-31"),
            "decided = 2025-10-01\n",
            "decided = 2025-10-01\nuntil = 2026-05-31\n",
            id="costs-end",
        ),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_fact_stands_where_it_belongs(
    settings: tuple[str, ...], before: str, after: str, end: str, tmp_path: Path
) -> None:
    old = (HEAD + COURSE + COSTS).replace("\n", end)
    path = _file(tmp_path, old)
    ran = _told(path, *settings)
    assert ran.code == 0, ran.err
    wanted = old.replace(before.replace("\n", end), after.replace("\n", end))
    assert path.read_bytes().decode() == wanted
    assert wanted != old
    assert f"+++ {path}" in ran.out
    assert "Forskel" in ran.out
    assert ran.err == f"Skrevet i {path}\n"


def test_a_decision_starts_from_the_items_of_the_last(tmp_path: Path) -> None:
    path = _file(tmp_path, HEAD, COSTS)
    new = ("item[0].amount=4700.00", "item[2].kind=laundry", "item[2].amount=90.00")
    ran = _told(path, "decision", "decided=2026-05-01", *new, "item[2].per=month")
    assert ran.code == 0, ran.err
    text = path.read_text("utf-8")
    assert "[[extra_costs]]  # den eneste\n" in text
    first, second = tomllib.loads(text)["extra_costs"]
    assert len(first["item"]) == 2
    assert second == {
        "decided": date(2026, 5, 1),
        "item": [
            {"kind": "medicine", "amount": 4700.0, "per": "month", "documented": True},
            {"kind": "laundry", "amount": 90.0, "per": "month"},
        ],
    }
    assert text.index("decided = 2026-05-01") < text.index("# til sidst")
    assert "Månedlig ydelse" in ran.out
    # And once more, from a list of decisions; the one-off goes on where it is spoken of.
    again = _told(
        path, "decision", "decided=2026-06-01", "item[1].covered=1.00", more=("--remove", "0", "-y")
    )
    assert again.code == 0, again.err
    third = tomllib.loads(path.read_text("utf-8"))["extra_costs"][2]
    assert [item["kind"] for item in third["item"]] == ["laundry"]


def test_a_case_without_a_benefit_gets_its_first_decision_at_the_end(tmp_path: Path) -> None:
    path = _file(tmp_path, HEAD.rstrip("\n"))
    items = ("item[0].kind=medicine", "item[0].amount=640.00", "item[0].per=month")
    ran = _told(path, "decision", "decided=2026-05-01", *items)
    assert ran.code == 0, ran.err
    assert path.read_text("utf-8").startswith(f"{HEAD}\n[[extra_costs]]\n")


def test_inline_tables_are_written_on(tmp_path: Path) -> None:
    path = _file(tmp_path, HEAD.replace("[child]\nborn =", "child.born ="), INLINE)
    for told in (
        HOURS,
        ("follow-up", "followed_up=2026-02-10"),
        ("single-day", "date=2026-02-10", "hours=7.4"),
        ("end", "date=2026-05-31", "reason=moved"),
        ("decision", "decided=2026-05-01"),
    ):
        ran = _told(path, *told)
        assert ran.code == 0, ran.err
    found = tomllib.loads(path.read_text("utf-8"))
    course = found["lost_earnings"][0]
    assert [grant["hours"] for grant in course["grant"]] == [20.0, 15]
    assert course["followed_up"] == date(2026, 2, 10)
    assert course["end"]["reason"] == "moved"
    assert [each["decided"].year for each in found["extra_costs"]] == [2025, 2026]
    assert "{from = 2026-03-01, hours = 15},  # G\n" in path.read_text("utf-8")
    assert "},  # A\n" in path.read_text("utf-8")


def test_what_cannot_be_put_in_is_refused(tmp_path: Path) -> None:
    dotted = "extra_costs.decided = 2025-10-01\nextra_costs.item = []\n"
    path = _file(tmp_path, dotted, HEAD)
    before = path.read_bytes()
    ran = _told(path, "decision", "decided=2026-05-01")
    assert ran.code == 1
    assert "uden at andet i filen flyttes" in ran.err
    assert path.read_bytes() == before


def test_bom_mode_and_link_stay(tmp_path: Path) -> None:
    path = _file(tmp_path, "\ufeff", HEAD, COURSE)
    path.chmod(0o640)
    link = tmp_path / "link.toml"
    if os.name != "nt":
        link.symlink_to(path)
    ran = _told(link if os.name != "nt" else path, *HOURS)
    assert ran.code == 0, ran.err
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf# min sag")
    assert b"hours = 15\n" in data
    if os.name != "nt":
        assert link.is_symlink()
        assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("told", "code", "said"),
    [
        (("hours",), 2, "from mangler"),
        (("hours", "from=2026-03-01", "hours=200"), 2, "200 er for meget"),
        (("hours", "from=2026-03-01", "hous=20"), 2, "mente du"),
        (("hours", "from=2026-03-01"), 2, "hours mangler"),
        (("hours", "from=2025-03-01", "hours=15"), 1, "case.toml:"),
        (("end", "date=2024-05-31", "reason=moved"), 1, "case.toml:"),
        (("follow-up",), 2, "followed_up=2026-03-01"),
        (("follow-up", "hours=3"), 2, "hører ikke til det nye"),
        (("payslip", "month=2026-01", "gross=30000.00"), 2, "sagen kan få: hours"),
        (("pirat",), 2, "er ingen oplysning"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_written(
    told: tuple[str, ...], code: int, said: str, tmp_path: Path
) -> None:
    path = _file(tmp_path, HEAD, COURSE)
    before = path.read_bytes()
    ran = _told(path, *told)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert path.read_bytes() == before


def test_options_that_do_not_go_together_are_told(tmp_path: Path) -> None:
    path = _file(tmp_path, HEAD, COURSE, COSTS)
    for args, said in (
        ((path,), "--fact"),
        ((path, "--set", "hours=1"), "hører til --fact"),
        ((path, "--parent", "A"), "hører til --fact"),
        ((path, "--fact", "hours", "--remove", "1"), "hører til en ny afgørelse"),
        ((path, "--fact", "hours", "--set", "hours=1"), "--yes"),
        (("-", "--fact", "hours", "--yes"), "--output"),
        ((path, "--fact", "decision", "--parent", "A", "--yes"), "udelad --parent"),
        ((path, "--fact", "decision", *DECIDED, "--remove", "4", "--yes"), "ingen udgift nr. 4"),
        ((path, "--fact", "hours", "--parent", "B", "--yes"), "vælg en af: A"),
        ((TWO, "--fact", "hours", "--yes"), "--parent A eller B"),
    ):
        ran = udmaal("change", *args)
        assert ran.code == 2, args
        assert said in ran.err


def test_only_shown_from_standard_input_and_to_another_file(tmp_path: Path) -> None:
    path = _file(tmp_path, HEAD, COURSE)
    before = path.read_bytes()
    shown = _told(path, *HOURS, more=("--dry-run", "--lang", "en"))
    assert (shown.code, shown.err) == (0, "")
    assert "+hours = 15\n" in shown.out
    assert "Difference 1 March 2026\n" in shown.out
    assert "Gross benefit" in shown.out
    assert path.read_bytes() == before
    other = tmp_path / "other.toml"
    assert _told(path, *HOURS, more=("--yes", "--output", other)).code == 0
    assert path.read_bytes() == before
    words = ("--set", "from=2026-03-01", "--set", "hours=15", "--yes", "--output", other)
    ran = udmaal("change", "-", "--fact", "hours", *words, stdin=before)
    assert ran.code == 2  # a case file takes no other's place
    assert "er en sagsfil" in ran.err
    written = other.read_bytes()
    other.unlink()
    assert udmaal("change", "-", "--fact", "hours", *words, stdin=before).code == 0
    assert other.read_bytes() == written


def test_a_file_that_changed_meanwhile_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _file(tmp_path, HEAD, COURSE)
    by_another = path.read_bytes() + b"# af en anden\n"
    monkeypatch.setattr(
        "udmaal.change.report.print_effect", lambda *_: path.write_bytes(by_another)
    )
    ran = _told(path, *HOURS)
    assert ran.code == 2
    assert "er ændret, siden den blev læst" in ran.err
    assert path.read_bytes() == by_another


def test_a_payslip_may_be_what_was_missing(tmp_path: Path) -> None:
    path = _file(tmp_path, HEAD, COURSE.replace("monthly_wage = 34250.00\n", ""))
    assert udmaal("calc", path).code == 1
    ran = _told(path, "payslip", "month=2024-12", "gross=33000.00")
    assert ran.code == 0, ran.err
    assert "Bruttoydelse" in ran.out
    assert udmaal("calc", path, "--date", "2026-03-01").code == 0


def test_a_day_without_rates_shows_no_difference(tmp_path: Path) -> None:
    path = _file(tmp_path, HEAD, COURSE.replace("until = 2026-12-31  # aftalt\n", ""))
    later = BOOK.last_day + timedelta(days=1)
    ran = _told(path, "hours", f"from={later}", "hours=15")
    assert ran.code == 0, ran.err
    assert "har ingen satser" in ran.out
    assert f"udmaal rates regulate {later.year}" in " ".join(ran.out.split())
    on = _told(path, "follow-up", "followed_up=2026-01-01", more=("--date", "2026-01-01", "-y"))
    assert "Ingen beløb ændres" in on.out


# --- any fact in any case, with comments anywhere


def _days(first: int, last: int) -> st.SearchStrategy[str]:
    return st.dates(date(first, 1, 1), date(last, 12, 31)).map(str)


_HOURS = st.decimals(min_value="0.5", max_value=7, places=1).map(str)
_SETTINGS: dict[str, st.SearchStrategy[list[tuple[str, str]]]] = {
    kind: st.tuples(*(st.tuples(st.just(key), value) for key, value in keys.items())).map(list)
    for kind, keys in {
        "hours": {"from": _days(2014, 2026), "hours": _HOURS},
        "decision": {"decided": _days(2015, 2026)},
        "end": {"date": _days(2014, 2026), "reason": st.sampled_from(["moved", "parent_wish"])},
        "costs-end": {"until": _days(2015, 2026)},
        "single-day": {"date": _days(2014, 2026), "hours": _HOURS, "note": st.just('a "b" # c')},
        "payslip": {"month": st.just("2013-12"), "gross": st.just("30000.00")},
        "follow-up": {"followed_up": _days(2014, 2026)},
    }.items()
}
_COMMENT = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=12).map(
    lambda text: f"#{text}"
)


@st.composite
def _texts(draw: st.DrawFn) -> bytes:
    """Draw an example, with comments and blank lines anywhere, and its ends of lines."""
    lines = draw(st.sampled_from(EXAMPLES)).read_text("utf-8").splitlines()
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(lines)))
        lines.insert(at, draw(_COMMENT | st.sampled_from(["", "  ", "# [[lost_earnings]]"])))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    text = end.join(lines) + draw(st.sampled_from(["", end, end + end]))
    return text.encode()


@given(_texts(), st.data())
def test_every_old_line_survives_any_fact(text: bytes, data: st.DataObject) -> None:
    source = source_from_bytes("x.toml", text)
    document = parse(source)
    case = check(Case, document).model
    assert case is not None
    kind = data.draw(st.sampled_from(possible(case)))
    courses = courses_for(case, kind)
    course = data.draw(st.sampled_from(courses)) if courses else 0
    settings = [f"{key}={value}" for key, value in data.draw(_SETTINGS[kind])]
    fact = given_fact(kind, course, settings, (), document)
    additions = fact.additions(document)
    changed = with_additions(source, additions)
    new = changed.text.encode()
    own = {f"{path[-1]} = ".encode() for path, value in additions if not isinstance(value, dict)}
    kept = [
        line
        for line in text.splitlines()
        if not line.startswith((b"[extra_costs]", *own)) or line in new.splitlines()
    ]
    assert _is_in_order(kept, new)
    assert len(text.splitlines()) - len(kept) <= len(additions)
    added = {path for path, _ in additions}
    assert _without(tomllib.loads(changed.text), fact, added) == _without(
        tomllib.loads(source.text), None, added
    )
    try:
        expected = case_from_document(parse(changed), source, BOOK).case
    except InputFaultsError:
        assume(False)
    assert case_from_source(changed, BOOK).case == expected


def _without(document: dict[str, Any], fact: Fact | None, added: set[Any]) -> dict[str, Any]:
    """Take off the fact, where there is one, and every value that it may have changed."""
    document = {**document}
    costs = document.pop("extra_costs", [])
    document["extra_costs"] = [costs] if isinstance(costs, dict) else costs
    if fact is not None and fact.kind == "decision":
        *document["extra_costs"], last = document["extra_costs"]
        assert last["decided"] == fact.values["decided"]
        assert last["item"] == [
            {key: float(v) if isinstance(v, Decimal) else v for key, v in item.items()}
            for item in fact.values["item"]
        ]
    for path in added - {("extra_costs",)}:
        holder: Any = document
        if path[0] == "extra_costs":
            path = ("extra_costs", -1, path[-1])  # noqa: PLW2901 - one that stood alone has no number
        for part in path[:-1]:
            holder = holder[part]
        key = KINDS[fact.kind].key if fact is not None else path[-1]
        if isinstance(holder.get(path[-1]), list) and (fact is None or key == path[-1]):
            entries = holder[path[-1]]
            holder[path[-1]] = entries[:-1] if fact is not None else entries
            if not holder[path[-1]]:
                del holder[path[-1]]
        else:
            holder.pop(path[-1], None)
    return document


# --- questions


def _asked(text: str) -> Asked:
    source = source_from_bytes("x.toml", text.encode())
    document = parse(source)
    case = check(Case, document).model
    assert case is not None
    return Asked(case, document, source, BOOK)


def test_only_what_the_case_can_have_is_offered() -> None:
    for text, kinds in (
        (HEAD, ["decision"]),
        (HEAD + COSTS, ["decision", "costs-end"]),
        (HEAD + COURSE, ["hours", "decision", "end", "single-day", "follow-up"]),
    ):
        question = first_open({}, _asked(text).questions)
        assert question is not None
        assert [key for key, _ in question.options] == kinds


def test_of_several_courses_the_one_that_is_meant_is_asked_for() -> None:
    asked = _asked(TWO.read_text("utf-8"))
    answers: dict[Any, Any] = {(ASIDE, "fact"): "follow-up"}
    question = first_open(answers, asked.questions)
    assert question is not None
    assert question.default == "1"
    assert [key for key, _ in question.options] == ["0", "1"]
    assert value_of(question, "1", "da") == "0"
    answers[question.path] = "0"
    following = first_open(answers, asked.questions)
    assert following is not None
    assert following.path == ("lost_earnings", 0, "followed_up")
    answers[following.path] = day("2026-02-10")
    assert first_open(answers, asked.questions) is None
    assert asked.fact(answers) == Fact("follow-up", {"followed_up": date(2026, 2, 10)}, 0)


def test_a_fault_of_an_item_is_told_by_its_number_in_the_questions() -> None:
    asked = _asked(HEAD + COSTS)
    at = ("extra_costs", 1)
    answers: dict[Any, Any] = {
        (ASIDE, "fact"): "decision",
        (*at, "decided"): day("2026-05-01"),
        (*at, "from"): None,
        (ASIDE, "former", 0): "remove",
        (ASIDE, "former", 1): "change",
        (*at, "item", 1, "kind"): "course",
        (*at, "item", 1, "text"): None,
        (*at, "item", 1, "amount"): Decimal(-5),
    }
    assert [fault.path for fault in asked.faults(answers)] == [(*at, "item", 1, "amount")]
    answers[*at, "item", 1, "amount"] = Decimal(5)
    assert asked.faults(answers) == []
    early = {**answers, (*at, "decided"): day("2025-09-15")}
    assert {fault.path for fault in asked.faults(early)} == {(*at, "decided")}


DIALOGUE = """
Hvad er nyt | noget
Hvad er nyt | afgørelse
Hvad er nyt | ny afgørelse om merudgifter
fastsat: | 2025-09-15
fastsat: | 1-5-2026
Gælder fra |
medicin, 1.640,00 (pr. måned) [behold]: | ret
Slags udgift |
i ord |
Beløb [1.640,00]: | 1700,00
Periode |
Dokumenteret |
(én gang) [udelad]: |
En udgift mere | j
Slags udgift | vask
i ord |
Beløb: | 90
Periode |
Dokumenteret |
En udgift mere |
et nummer retter: |
Skriv [nej]: | ja
"""


def _spawn(path: Path) -> Any:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("UDMAAL_")}
    return pexpect.spawn(
        sys.executable,
        ["-m", "udmaal", "change", str(path)],
        encoding="utf-8",
        timeout=60,
        dimensions=(50, 160),
        env={**clean, "NO_COLOR": "1", "LC_ALL": "C.UTF-8"},
        cwd=str(ROOT),
    )


posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals to ask on")


@posix
def test_the_questions_lead_to_a_new_decision(tmp_path: Path) -> None:
    path = _file(tmp_path, HEAD, COSTS)
    before = path.read_bytes()
    child = _spawn(path)
    for line in DIALOGUE.strip().splitlines():
        prompt, _, answer = line.partition("|")
        child.expect_exact(prompt.strip())
        child.sendline(answer.strip())
    child.expect(pexpect.EOF)
    said = child.before
    child.close()
    assert child.exitstatus == 0, said
    text = path.read_bytes()
    kept = [line for line in before.splitlines() if not line.startswith(b"[extra_costs]")]
    assert _is_in_order(kept, text)
    second = tomllib.loads(text.decode())["extra_costs"][1]
    assert [(each["kind"], each["amount"]) for each in second["item"]] == [
        ("medicine", 1700.0),
        ("laundry", 90.0),
    ]
    assert re.search(r"Skrevet i .*case\.toml", said)


@posix
def test_an_interrupt_and_a_no_write_nothing(tmp_path: Path) -> None:
    path = _file(tmp_path, HEAD, COURSE)
    before = path.read_bytes()
    child = _spawn(path)
    child.expect_exact("Hvad er nyt")
    child.sendline("opfølgning")
    child.expect_exact("opfølgning: ")
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    child = _spawn(path)
    for prompt, answer in (("Hvad er nyt", "opfølgning"), ("opfølgning: ", "1-1-2026"),
                           ("retter: ", ""), ("Skriv [nej]: ", "")):  # fmt: skip
        child.expect_exact(prompt)
        child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
