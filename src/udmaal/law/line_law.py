"""The law behind each kind of line, as it stands today, for explaining a line without a case.

A line of a case cites what holds for it on its date; a test holds that a kind cites here all that
its lines may cite, and nothing else.
"""

from typing import Final

from udmaal.law.citations import NEWEST_LAW, Topic
from udmaal.law.sources import (
    GUIDANCE,
    TRANSITION,
    Cited,
    OrderSection,
    Section,
    Statute,
    cite,
)

_ORDER: Final = OrderSection("")
_COMPENSATION: Final = OrderSection("§§ 3–7")
_OF_SICKNESS_BENEFIT: Final = ("sygedagpengeloven § 50", "sygedagpengeloven § 64")
_NET: Final = "kildeskatteloven § 48"


def _lost_earnings(topic: Topic | None = None, paragraph: str = "") -> tuple[Cited, ...]:
    return Statute("lost_earnings", paragraph), Section(topic) if topic else _ORDER


_COURSE: Final = _lost_earnings()
_CEILING: Final = _lost_earnings("ceiling", "stk. 3")
_EXTRA_COSTS: Final = (Statute("extra_costs"), _ORDER)
_UNDER_COMPENSATION: Final = (Statute("extra_costs"), _COMPENSATION)
_UNDER_BOTH: Final = (*_EXTRA_COSTS, _COMPENSATION)
_SUPPLEMENTARY: Final = (Statute("supplementary"), Section("supplementary"))

# What is cited, and the ids of the lines that cite it, in the order of the law.
_LAW: Final[tuple[tuple[tuple[Cited, ...], tuple[str, ...]], ...]] = (
    (_lost_earnings("basis"), ("payslip", "payslip_excluded", "payslip_mean", "payslip_sum",
                               "payslip_hours", "home_help_ceiling", "home_help_rate",
                               "wage_basis", "claim")),
    (_lost_earnings("regulation"), ("regulation",)),
    (_COURSE, ("hours_granted", "hours_own", "gross_days", "pension_days", "municipality_cost")),
    ((GUIDANCE, _ORDER), ("hours_37", "hours_over_37")),
    (_CEILING, ("hourly_ceiling", "ceiling", "own_hours_loss", "single_day_rate", "single_day")),
    ((*_CEILING, TRANSITION, _ORDER), ("claim_or_ceiling",)),
    (_lost_earnings("run_off"), ("after_new_income",)),
    ((*_CEILING, TRANSITION, *_COURSE, Section("run_off"), Section("savings")), ("gross",)),
    (("lov 1570/2019", _ORDER), ("corrected_difference",)),
    (_lost_earnings("pension", "stk. 3"), ("employer_pension", "civil_servant_pension",
                                           "pension_percent", "pension_limit", "pension",
                                           "single_day_pension")),
    (_lost_earnings("atp"), ("before_tax",)),
    ((Statute("lost_earnings"), Statute("supplementary"), Section("atp")),
     ("atp_recipient", "atp_municipality")),
    (("arbejdsmarkedsbidragsloven",), ("am_bidrag",)),
    ((_NET,), ("a_tax", "net")),
    (_lost_earnings("savings"), ("saving", "savings", "payout", "to_deduct", "saving_days")),
    (_lost_earnings("holiday"), ("holiday_gross", "holiday_pension")),
    (_lost_earnings("running_supplement"), ("holiday_1",)),
    (_lost_earnings("ending_supplement"), ("holiday_125",)),
    (_EXTRA_COSTS, ("item_real", "running_costs", "one_off_costs", "yearly_costs", "threshold")),
    (_UNDER_BOTH, ("item_mileage", "item_standard", "item", "twelfth", "monthly",
                   "later_one_off", "one_off")),
    (_UNDER_COMPENSATION, ("instalments", "one_off_rest", "likely_costs", "left_out",
                           "other_listed", "documented_costs", "group1_minimum", "group1_flat",
                           "group2_limit", "group2_flat", "other_group")),
    ((*_SUPPLEMENTARY, *_OF_SICKNESS_BENEFIT), ("weekly_maximum", "other_weekly_maximum")),
    ((*_SUPPLEMENTARY, _OF_SICKNESS_BENEFIT[0]), ("maximum_by_hours", "other_maximum_by_hours")),
    (_SUPPLEMENTARY, ("weekly_share", "condition", "weekly", "other_weekly", "period",
                      "part_total", "total")),
    ((Statute("home_training"),), ("training_item", "training_left_out", "documented",
                                   "agreed_amount", "training_ceiling")),
    ((Statute("companion"),), ("account_month", "companion_wages")),
    ((Statute("leisure"),), ("activity", "activity_left_out")),
    ((Statute("home_training"), Statute("companion"), Statute("leisure")), ("payable",)),
    ((Statute("respite"),), ("respite_days", "usual_days", "maximum_days")),
)  # fmt: skip
_OF_LINE: Final = {id_: cited for cited, ids in _LAW for id_ in ids}


def line_law(id_: str) -> tuple[str, ...]:
    """Cite the law behind a line id; raises ``KeyError`` for an unknown one."""
    return tuple(dict.fromkeys(cite(part, NEWEST_LAW) for part in _OF_LINE[id_]))
