"""The law behind each kind of line, as it stands today, for explaining a line without a case."""

from typing import Final

from udmaal.law.citations import NEWEST_LAW, Benefit, Topic, order, order_on, statute

_LOST_EARNINGS: Final[dict[Topic, tuple[str, ...]]] = {
    "basis": ("payslip", "payslip_excluded", "payslip_mean", "payslip_sum", "payslip_hours",
              "home_help_ceiling", "home_help_rate", "wage_basis",
              "claim", "hours_granted", "hours_own", "gross_days", "pension_days"),
    "regulation": ("regulation",),
    "ceiling": ("hourly_ceiling", "ceiling", "claim_or_ceiling", "gross", "corrected_difference",
                "own_hours_loss", "single_day_rate", "single_day"),
    "run_off": ("after_new_income",),
    "pension": ("employer_pension", "civil_servant_pension", "pension_percent", "pension_limit",
                "pension", "single_day_pension"),
    "atp": ("atp_recipient", "atp_municipality", "before_tax"),
    "savings": ("saving", "savings", "payout", "to_deduct", "saving_days", "municipality_cost"),
    "holiday": ("holiday_gross", "holiday_pension"),
    "running_supplement": ("holiday_1",),
    "ending_supplement": ("holiday_125",),
}  # fmt: skip
_OTHERS: Final[dict[Benefit, tuple[str, ...]]] = {
    "extra_costs": ("item_mileage", "item_standard", "item_real", "item", "running_costs",
                    "one_off_costs", "yearly_costs", "threshold", "twelfth", "monthly",
                    "instalments", "one_off_rest", "later_one_off", "one_off",
                    "likely_costs", "left_out", "other_listed", "documented_costs",
                    "group1_minimum", "group1_flat", "group2_limit", "group2_flat", "other_group"),
    "supplementary": ("weekly_share", "condition", "weekly", "other_weekly", "period",
                      "part_total", "total"),
    "home_training": ("training_item", "training_left_out", "documented", "agreed_amount",
                      "training_ceiling"),
    "companion": ("account_month", "companion_wages"),
    "leisure": ("activity", "activity_left_out"),
    "respite": ("respite_days", "usual_days", "maximum_days"),
}  # fmt: skip
_BY_HOURS: Final = (
    statute("supplementary", NEWEST_LAW),
    order_on("supplementary", NEWEST_LAW),
    "sygedagpengeloven § 50",
)
_MAXIMUM: Final = (*_BY_HOURS, "sygedagpengeloven § 64")
_ELSEWHERE: Final[dict[str, tuple[str, ...]]] = {
    "weekly_maximum": _MAXIMUM,
    "other_weekly_maximum": _MAXIMUM,
    "maximum_by_hours": _BY_HOURS,
    "other_maximum_by_hours": _BY_HOURS,
    "hours_37": ("vejl. 9375/2024",),
    "hours_over_37": ("vejl. 9375/2024",),
    "am_bidrag": ("arbejdsmarkedsbidragsloven",),
    "a_tax": ("kildeskatteloven § 48",),
    "net": ("kildeskatteloven § 48",),
    "payable": ("BL § 85", "BL § 89", "BL § 35"),
}


def line_law(id_: str) -> tuple[str, ...]:
    """Cite the law behind a line id; raises ``KeyError`` for an unknown one."""
    for topic, ids in _LOST_EARNINGS.items():
        if id_ in ids:
            return statute("lost_earnings", NEWEST_LAW), order_on(topic, NEWEST_LAW)
    for benefit, ids in _OTHERS.items():
        if id_ in ids:
            with_order = benefit in {"extra_costs", "supplementary"}
            law = statute(benefit, NEWEST_LAW)
            return (law, order(NEWEST_LAW)) if with_order else (law,)
    return _ELSEWHERE[id_]
