"""Every rate the rules know: its unit and how it follows the yearly regulation.

A key stands here because a rule asks for it; its values stand in the files of ``rates/``.
"""

from typing import Final, Literal, NamedTuple

Regulation = Literal["lost_earnings", "satsregulering"]

LOST_EARNINGS_PERCENT: Final = "regulation.lost_earnings_percent"
SATSREGULERING_PERCENT: Final = "regulation.satsregulering_percent"

REGULATION_PERCENT: Final[dict[Regulation, str]] = {
    "lost_earnings": LOST_EARNINGS_PERCENT,
    "satsregulering": SATSREGULERING_PERCENT,
}


class RateKey(NamedTuple):
    """What is known of a rate before any value: ``units`` it may have, how it moves.

    ``regulated_by`` names the percentage that raises it every 1 January (loven.md#satser).
    ``yearly`` says that every year has a value of its own; ``last_year`` that none follows;
    ``is_period`` that the value is a period of time, not a number.
    """

    units: tuple[str, ...]
    regulated_by: Regulation | None = None
    yearly: bool = False
    last_year: int | None = None
    is_period: bool = False


def _regulated(unit: str, by: Regulation, last_year: int | None = None) -> RateKey:
    return RateKey((unit,), by, yearly=True, last_year=last_year)


def _set_each_year(unit: str) -> RateKey:
    return RateKey((unit,), yearly=True)


RATE_KEYS: Final[dict[str, RateKey]] = {
    LOST_EARNINGS_PERCENT: _set_each_year("percent"),
    SATSREGULERING_PERCENT: _set_each_year("percent"),
    "lost_earnings.ceiling": _regulated("DKK/month", "lost_earnings"),
    "lost_earnings.ceiling_corrected": _regulated("DKK/month", "lost_earnings", last_year=2019),
    "lost_earnings.civil_servant_pension_percent": RateKey(("percent",)),
    "lost_earnings.holiday_ending_percent": RateKey(("percent",)),
    "lost_earnings.holiday_running_percent": RateKey(("percent",)),
    "lost_earnings.pension_percent": RateKey(("percent",)),
    "lost_earnings.runoff": RateKey(("after end of month", ""), is_period=True),
    "lost_earnings.weekly_hours_limit": RateKey(("hours/week",)),
    "extra_costs.rounding": RateKey(("DKK",)),
    "extra_costs.threshold": _regulated("DKK/year", "satsregulering"),
    "compensation.group1_flat": _regulated("DKK/month", "satsregulering"),
    "compensation.group2_flat": _regulated("DKK/month", "satsregulering"),
    "compensation.group2_limit": _regulated("DKK/year", "satsregulering"),
    "compensation.minimum": _regulated("DKK/year", "satsregulering"),
    "compensation.other_item_limit": _regulated("DKK/year", "satsregulering"),
    "supplementary.wage_percent": RateKey(("percent",)),
    "sickness_benefit.maximum_week": _set_each_year("DKK/week"),
    "home_training.ceiling": _regulated("DKK/year", "satsregulering"),
    "companion.costs": _regulated("DKK/year", "satsregulering"),
    "companion.hours_month": RateKey(("hours/month",)),
    "companion.months_kept": RateKey(("months",)),
    "atp.from_117_hours.recipient": _set_each_year("DKK/month"),
    "atp.from_117_hours.municipality": _set_each_year("DKK/month"),
    "atp.from_78_hours.recipient": _set_each_year("DKK/month"),
    "atp.from_78_hours.municipality": _set_each_year("DKK/month"),
    "atp.from_39_hours.recipient": _set_each_year("DKK/month"),
    "atp.from_39_hours.municipality": _set_each_year("DKK/month"),
    "mileage.high": _set_each_year("DKK/km"),
    "mileage.low": _set_each_year("DKK/km"),
    "tax.am_bidrag_percent": RateKey(("percent",)),
}

# Keys of earlier versions that no rule asks for. A folder of somebody's own may still have them:
# they are passed over, and `udmaal rates verify` says so.
RETIRED_KEYS: Final = frozenset({"lost_earnings.notice_days"})
