"""A batch before and after a proposal: what is set, by whom it is kept, what it adds up to."""

import json
import random
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT, udmaal
from udmaal.batch.summary import LARGEST, Main, Outcome, Summary
from udmaal.faults import InputFaultsError
from udmaal.settings import read_settings, with_settings

ON = ("--date", "2026-01-01")
HOURS = "lost_earnings[*].grant[*].hours=20"


@pytest.mark.parametrize(
    ("text", "document", "after"),
    [
        ("weekly_hours=30", {"lost_earnings": [{"a": 1}]},
         {"lost_earnings": [{"a": 1, "weekly_hours": 30}]}),
        (HOURS, {"lost_earnings": [{"grant": [{"hours": 5}, {}]}, {"grant": [{"hours": 7}]}]},
         {"lost_earnings": [{"grant": [{"hours": 20}] * 2}, {"grant": [{"hours": 20}]}]}),
        ("lost_earnings[1].weekly_hours=30", {"lost_earnings": [{}, {}]},
         {"lost_earnings": [{}, {"weekly_hours": 30}]}),
        # A case without the table, or without that many, stays as it is.
        (HOURS, {"case_id": "x"}, {"case_id": "x"}),
        ("lost_earnings[1].weekly_hours=30", {"lost_earnings": [{}]}, {"lost_earnings": [{}]}),
        ("tax.rate=0.38", {"lost_earnings": [{}]}, {"lost_earnings": [{}]}),
        # A table that may stand alone is one of its list.
        ("extra_costs[*].rules=threshold", {"extra_costs": {}},
         {"extra_costs": {"rules": "threshold"}}),
        ("municipality=rudersdal", {}, {"municipality": "rudersdal"}),
    ],
)  # fmt: skip
def test_a_setting_holds_where_the_case_has_the_table(
    text: str, document: dict[str, Any], after: dict[str, Any]
) -> None:
    kept = json.dumps(document)
    assert with_settings(document, read_settings([text])) == after
    assert json.dumps(document) == kept


def test_which_of_several_tables_must_be_said() -> None:
    several: dict[str, Any] = {"lost_earnings": [{}, {}]}
    with pytest.raises(InputFaultsError) as caught:
        with_settings(several, read_settings(["weekly_hours=30"]))
    (fault,) = caught.value.faults
    assert (fault.code, fault.values["known"]) == (
        "set.several", "lost_earnings[0], lost_earnings[*]",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "codes"),
    [
        (["wekly_hours=3"], ["set.unknown"]),
        (["hours=20"], ["set.several"]),
        (["weekly_hours=much"], ["type.number"]),
        (["weekly_hours=1..3"], ["set.one"]),
        (["weekly_hours=1", "lost_earnings.weekly_hours=2"], ["set.twice"]),
        (["x", "weekly_hours=-1"], ["set.form", "value.above"]),
    ],
)
def test_all_faults_of_settings_are_told_before_any_case_is_read(
    texts: list[str], codes: list[str]
) -> None:
    with pytest.raises(InputFaultsError) as caught:
        read_settings(texts)
    assert [fault.code for fault in caught.value.faults] == codes
    ran = udmaal("batch", "examples", *ON, *(part for text in texts for part in ("--set", text)))
    assert (ran.code, ran.out) == (2, "")


def test_before_and_after_what_was_set_as_what_if_shows_it() -> None:
    example = "examples/part-time-22-of-30.toml"
    line = json.loads(udmaal("batch", example, *ON, "--set", "grant[0].hours=15", "-q").out)
    rows = json.loads(
        udmaal("what-if", example, *ON, "--set", "grant[0].hours=15,22", "-f", "json").out
    )["rows"]
    for side, row in zip(("after", "before"), rows, strict=True):
        (result,) = line[side]["results"]
        assert result["amounts"] == row["results"][0]["amounts"]
    assert "set" not in line["before"]
    assert line["after"]["set"] == {"lost_earnings.grant[0].hours": 15}
    assert line["difference"][0]["drivers"] == ["hours"]


def test_a_proposal_can_be_kept_and_repeated(tmp_path: Path) -> None:
    level = tmp_path / "niveau"
    level.mkdir()
    shipped = (ROOT / "rates" / "municipalities" / "rudersdal.toml").read_text("utf-8")
    (level / "rudersdal.toml").write_text(
        re.sub(r"leisure_amount = .*", "leisure_amount = 1500.00", shipped), "utf-8"
    )
    proposal = tmp_path / "forslag.toml"
    proposal.write_text(
        f'format = 1\nname = "Forslag A"\nset = ["{HOURS}"]\nmunicipality_dir = "niveau"\n', "utf-8"
    )
    summary = tmp_path / "sum.json"
    args = ("batch", "examples", *ON, "--proposal", proposal, "--summary", summary)
    first = udmaal(*args)
    assert first.code == 0
    assert udmaal(*args).out == first.out
    changes = json.loads(summary.read_text("utf-8"))["changes"]
    assert changes["leisure"]["less"] == "-300.00"
    assert first.err.startswith("Forslag A\nSager: 20 beregnet")
    said = udmaal("batch", "examples", *ON, "--set", HOURS, "--municipality-dir", level,
                  "--against-municipality-dir", ROOT / "rates" / "municipalities")  # fmt: skip
    assert said.out == first.out


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "tom"),
        ("format = 2", "format"),
        ('format = 1\nsat = ["x=1"]', "sat"),
        ('format = 1\nset = ["wekly_hours=3"]\nrates = "ingen"', "wekly_hours"),
        ('format = 1\nset = ["wekly_hours=3"]\nrates = "ingen"', "ingen findes ikke"),
        ('format = 1\nmunicipality_dir = "væk"', "findes ikke"),
    ],
)
def test_all_faults_of_a_proposal_have_their_place(text: str, words: str, tmp_path: Path) -> None:
    proposal = tmp_path / "forslag.toml"
    proposal.write_text(text, "utf-8")
    ran = udmaal("batch", "examples", *ON, "--proposal", proposal)
    assert (ran.code, ran.out) == (2, "")
    assert "forslag.toml" in ran.err
    assert words in ran.err


def test_a_proposal_is_never_written_over(tmp_path: Path) -> None:
    proposal = tmp_path / "forslag.json"
    proposal.write_text(f'format = 1\nset = ["{HOURS}"]\n', "utf-8")
    ran = udmaal("batch", "examples", *ON, "--proposal", proposal, "--summary", proposal)
    assert ran.code == 2
    assert HOURS in proposal.read_text("utf-8")


@pytest.mark.parametrize("ending", ["json", "csv", "md", "xlsx", "svg", "png"])
def test_every_form_of_the_summary_is_made_and_the_same_each_time(
    ending: str, tmp_path: Path
) -> None:
    made = []
    for number in range(2):
        file = tmp_path / f"{number}.{ending}"
        ran = udmaal("batch", "examples", *ON, "--against", "2025-12-31", "-q", "--summary", file)
        assert ran.code == 0
        made.append(file.read_bytes())
    assert made[0] == made[1]
    for name in ("Tabt arbejdsfortjeneste", "Aflastning") if ending in {"csv", "md", "svg"} else ():
        assert (name in made[0].decode()) == (name != "Aflastning")


def test_a_summary_in_an_unknown_form_is_refused_before_the_work(tmp_path: Path) -> None:
    ran = udmaal("batch", "examples", *ON, "--summary", tmp_path / "sum.docx")
    assert (ran.code, ran.out) == (2, "")
    assert ".json" in ran.err


_AMOUNTS = st.none() | st.integers(0, 4_000_000).map(lambda ore: Decimal(ore).scaleb(-2))
_MAINS = st.tuples(_AMOUNTS, _AMOUNTS).filter(any).map(
    lambda pair: Main("lost_earnings", "A", None, *pair)
)  # fmt: skip


@pytest.mark.fast
@given(st.lists(_MAINS, min_size=1, max_size=40), st.integers(1, 5), st.randoms())
def test_a_summary_is_the_same_however_the_cases_are_cut(
    mains: list[Main], parts: int, draw: random.Random
) -> None:
    outcomes = [
        Outcome(f"{number:03}.toml", b"", f"sag-{number}", (main,), main.before != main.after)
        for number, main in enumerate(mains)
    ]
    whole = Summary(compares=True)
    for outcome in outcomes:
        whole.add(outcome)
    chunks = [Summary(compares=True) for _ in range(parts)]
    for outcome in outcomes:
        draw.choice(chunks).add(outcome)
    merged = Summary(compares=True)
    for chunk in draw.sample(chunks, len(chunks)):
        merged.merge(chunk)
    assert merged.document() == whole.document()


@pytest.mark.fast
@given(st.lists(_MAINS, min_size=1, max_size=40))
def test_nobody_s_loss_is_set_off_against_another_s_gain(mains: list[Main]) -> None:
    summary = Summary(compares=True)
    summary.add(Outcome("x.toml", b"", "x", tuple(mains), changed=True))
    document = summary.document()
    found, total = document["changes"]["lost_earnings"], document["totals"]["lost_earnings"]
    losses = [main.difference for main in mains if main.difference < 0]
    gains = [main.difference for main in mains if main.difference > 0]
    assert (Decimal(found["less"]), Decimal(found["more"])) == (sum(losses), sum(gains))
    persons = found["persons"]
    assert (persons["less"], persons["more"]) == (len(losses), len(gains))
    assert persons["less"] + persons["more"] + persons["same"] == len(mains)
    assert sum(found["histogram"]["counts"]) == len(losses) + len(gains)
    assert Decimal(found["more"]) + Decimal(found["less"]) == Decimal(total["difference"])
    assert Decimal(total["after"]) - Decimal(total["before"]) == Decimal(total["difference"])
    sizes = [abs(Decimal(each["difference"])) for each in found["largest"]]
    assert sizes == sorted(map(abs, losses + gains), reverse=True)[:LARGEST]
