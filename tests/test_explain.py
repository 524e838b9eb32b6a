"""``udmaal explain`` by words: what is meant, what else was found, what is near."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import udmaal
from udmaal.language import LANGUAGES, Language
from udmaal.output.explain import Entry, entries, known_keys, page
from udmaal.output.laws import law_named, resting_on
from udmaal.output.search import found, near
from udmaal.rates.keys import RATE_KEYS
from udmaal.rates.read import read_rates

pytestmark = pytest.mark.fast

BOOK = read_rates()
# The words, the page that is shown, and pages that are listed besides.
MEANT: list[tuple[Language, str, str, list[str]]] = [
    ("da", "loft", "lost_earnings.ceiling", ["ceiling", "hourly_ceiling", "U110", "A01"]),
    ("da", "LOFTET", "lost_earnings.ceiling", ["ceiling"]),
    ("da", "lofterne", "lost_earnings.ceiling", ["ceiling"]),
    ("da", "højeste sygedagpenge", "sickness_benefit.maximum_week", ["weekly_maximum"]),
    ("da", "hoejeste sygedagpenge", "sickness_benefit.maximum_week", ["weekly_maximum"]),
    ("da", "bagatelgraense", "extra_costs.threshold", ["threshold", "A16"]),
    ("da", "afvikling", "lost_earnings.runoff", ["lost_earnings.end.run_off_until", "A08", "U302"]),
    ("da", "lønseddel", "payslip", ["lost_earnings.payslip"]),
    ("da", "enkeltdage", "single_day", ["lost_earnings.single_day"]),
    ("da", "ferietillæg", "lost_earnings.holiday_running_percent", ["holiday_1"]),
    ("da", "trækprocent", "lost_earnings.tax.rate", ["a_tax"]),
    ("da", "ledsagertimer", "companion.hours_month", ["companion.months_kept"]),
    ("da", "dagpasning", "U202", ["lost_earnings.saving.kind"]),
    ("da", "cpr", "U601", ["case_id"]),
    ("da", "C-19-05", "principafgørelse C-19-05", []),
    ("da", "§ 213", "BL § 213", []),
    ("da", "serviceloven § 42", "SEL § 42", []),
    ("da", "payslip", "payslip", ["lost_earnings.payslip"]),
    ("en", "ceiling", "lost_earnings.ceiling", ["ceiling", "U110"]),
    ("en", "run-off", "lost_earnings.runoff", ["lost_earnings.end.run_off_until"]),
    ("en", "loft", "lost_earnings.ceiling", ["ceiling"]),
    ("en", "payslips", "payslip_sum", ["payslip", "U102"]),
    ("en", "follow-up", "lost_earnings.followed_up", ["U307", "U403"]),
]


@pytest.mark.parametrize(("language", "words", "best", "also"), MEANT)
def test_words_find_what_is_meant(
    language: Language, words: str, best: str, also: list[str]
) -> None:
    keys = [each.key for each in found(words, language)]
    assert keys[:1] == [best]
    assert set(also) <= set(keys)


def test_the_best_is_shown_and_the_others_are_listed_with_their_codes() -> None:
    ran = udmaal("explain", "loft")
    assert ran.code == 0
    assert ran.out.startswith("# lost_earnings.ceiling\n\nLoft over tabt arbejdsfortjeneste")
    shown, _, listed = ran.out.partition("\nFandt også (udmaal explain KODE):\n\n")
    assert shown.rstrip() == udmaal("explain", "lost_earnings.ceiling").out.rstrip()
    lines = listed.splitlines()
    assert "- `ceiling`: Loft × andel" in lines
    assert len(lines) == 11
    assert lines[-1] == f"- og {len(found('loft', 'da')) - 11} mere; skriv flere ord"
    assert max(map(len, lines)) < 130
    for line in lines[:-1]:
        code = line.split("`")[1]
        assert udmaal("explain", code).code == 0


def test_several_words_need_no_quotes() -> None:
    apart = udmaal("explain", "højeste", "sygedagpenge")
    assert apart.code == 0
    assert apart.out == udmaal("explain", "højeste sygedagpenge").out


def test_a_code_is_shown_alone() -> None:
    for key in ("U201", "ceiling", "lost_earnings.ceiling", "BL § 87", "child.born"):
        assert "Fandt også" not in udmaal("explain", key).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("bagattelgrænse", "Bagatelgrænse"),
        ("lost_earnings.celing", "lost_earnings.ceiling"),
        ("U999", "U"),
        ("xyzzyxyzzy", "se udmaal explain --all"),
        ("loft xyzzyxyzzy", "loft"),
    ],
)
def test_nothing_found_names_the_nearest(words: str, said: str) -> None:
    ran = udmaal("explain", words)
    assert (ran.code, ran.out) == (2, "")
    assert f"{words} kendes ikke" in ran.err
    assert said.lower() in ran.err.partition("ret: ")[2].lower()


def test_without_a_word_it_says_so() -> None:
    assert "KODE mangler" in udmaal("explain").err
    assert udmaal("explain").code == 2


@settings(max_examples=20)
# Not while tests are collected: what is joined to be searched is no text that is shown.
@given(st.deferred(lambda: st.sampled_from([*entries()])), st.sampled_from(LANGUAGES))
def test_everything_is_found_by_its_own_title(entry: Entry, language: Language) -> None:
    title = entry.title.in_(language)
    found_by = {each.key for each in found(title, language)}
    assert entry.key in found_by or ("§" in title and found_by <= set(resting_on()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_is_found_has_a_page(language: Language) -> None:
    assert {each.key for each in entries()} == {*known_keys(), *resting_on()}
    for entry in entries():
        assert page(entry.key, BOOK, language), entry.key


@settings(max_examples=20)
@given(st.text(max_size=30), st.sampled_from(LANGUAGES))
def test_no_words_are_too_odd(words: str, language: Language) -> None:
    keys = [each.key for each in found(words, language)]
    assert len(keys) == len(set(keys))
    assert len(near(words)) <= 3


@settings(max_examples=20)
@given(
    st.sampled_from([each.title.da for each in entries()]),
    st.sampled_from([str.upper, str.casefold, lambda text: text.replace("å", "aa")]),
)
def test_capitals_and_missing_letters_do_not_matter(title: str, changed: object) -> None:
    assert callable(changed)
    assert found(changed(title), "da") == found(title, "da")


def test_a_page_of_a_law_lists_what_rests_on_it() -> None:
    out = udmaal("explain", "BL § 87").out
    assert out.startswith("# BL § 87\n\nbarnets lov § 87\n")
    assert "- `ceiling`: Loft × andel\n" in out
    assert "- `U103`: " in out
    assert "`threshold`" not in out
    assert udmaal("explain", "bl §87").out == out
    before_2024 = udmaal("explain", "SEL § 42").out
    assert "serviceloven § 42" in before_2024
    assert "- `ceiling`: Loft × andel\n" in before_2024


def test_laws_are_sections_and_nothing_else() -> None:
    laws = list(resting_on())
    assert {"BL § 87", "SEL § 42", "BEK 1064/2025 § 9", "BEK 1548/2013 § 15"} <= set(laws)
    assert not [law for law in laws if "stk." in law or law in {"satserne", "sagsfilen"}]
    assert laws.index("BL § 11") < laws.index("BL § 86") < laws.index("BL § 213")
    assert law_named("BL § 1") is None


def test_a_key_of_the_case_file_says_what_it_holds_and_how_it_is_written() -> None:
    out = udmaal("explain", "lost_earnings.weekly_hours").out
    assert "timer om ugen" in out
    assert "    weekly_hours = 37.0\n" in out
    assert "dagpasning" in udmaal("explain", "lost_earnings.saving.kind").out
    both = udmaal("explain", "companion.costs").out  # a rate, and a key of the case file
    assert "1. januar 2026" in both
    assert "Rummer: " in both


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("loft", "lost_earnings.ceiling"),
        ("lofter", "lost_earnings.ceiling"),
        ("sygedagpenge", "sickness_benefit.maximum_week"),
        ("BAGATELGRÆNSE", "extra_costs.threshold"),
        ("kilometertakst lav", "mileage.low"),
        ("hjemmetræning", "home_training.ceiling"),
    ],
)
def test_a_rate_is_shown_by_words(words: str, key: str) -> None:
    ran = udmaal("rates", "show", words, "-f", "json")
    assert ran.code == 0
    assert json.loads(ran.out) == json.loads(udmaal("rates", "show", key, "-f", "json").out)
    assert f"{words}: viser {key}" in ran.err
    assert not udmaal("rates", "show", key).err


def test_rates_are_found_among_rates_alone() -> None:
    assert {each.key for each in found("timer", "da", RATE_KEYS)} <= set(RATE_KEYS)
    ran = udmaal("rates", "show", "lønseddel")
    assert ran.code == 2
    ran = udmaal("rates", "show", "lost_earnings.celing")
    assert (ran.code, "lost_earnings.ceiling" in ran.err) == (2, True)
