"""The rates by the names people know them by."""

from udmaal.language import Text

RATE_NAMES: dict[str, Text] = {
    "regulation.lost_earnings_percent": Text(
        "Procenten for tabt arbejdsfortjeneste", "The percentage of lost earnings"
    ),
    "regulation.satsregulering_percent": Text(
        "Satsreguleringsprocenten", "The satsreguleringsprocent"
    ),
    "lost_earnings.ceiling": Text(
        "Loft over tabt arbejdsfortjeneste ved fuld tid", "Ceiling of lost earnings, full time"
    ),
    "lost_earnings.ceiling_corrected": Text(
        "Rettet loft over tabt arbejdsfortjeneste", "Corrected ceiling of lost earnings"
    ),
    "lost_earnings.civil_servant_pension_percent": Text(
        "Pensionsbidrag for statstjenestemænd", "Pension contribution of civil servants"
    ),
    "lost_earnings.holiday_ending_percent": Text(
        "Feriegodtgørelse ved ophør eller nedsættelse",
        "Holiday allowance at the end or a reduction",
    ),
    "lost_earnings.holiday_running_percent": Text("Ferietillæg", "Holiday supplement"),
    "lost_earnings.pension_percent": Text(
        "Pensionsbidrag, højeste andel af ydelsen", "Pension contribution, at most of the benefit"
    ),
    "lost_earnings.runoff": Text("Afviklingsperiode", "Run-off"),
    "lost_earnings.weekly_hours_limit": Text(
        "Højeste antal timer om ugen for barnet tilsammen",
        "Hours a week for the child together, at most",
    ),
    "extra_costs.rounding": Text("Afrunding af merudgiftsydelse", "Rounding of the extra costs"),
    "extra_costs.threshold": Text("Bagatelgrænse for merudgifter", "Threshold of extra costs"),
    "compensation.group1_flat": Text(
        "Kompensationsydelse, gruppe 1, fast beløb", "Compensation, group 1, flat amount"
    ),
    "compensation.group2_flat": Text(
        "Kompensationsydelse, gruppe 2, fast beløb", "Compensation, group 2, flat amount"
    ),
    "compensation.group2_limit": Text(
        "Kompensationsydelse, gruppe 2, grænse for merudgifter", "Compensation, group 2, limit"
    ),
    "compensation.minimum": Text(
        "Kompensationsydelse, gruppe 1, mindstebeløb for merudgifter",
        "Compensation, least extra costs",
    ),
    "compensation.other_item_limit": Text(
        "Kompensationsydelse, grænse for en enkelt anden udgift (listens nr. 9)",
        "Compensation, limit of a single other cost (no. 9 of the list)",
    ),
    "supplementary.wage_percent": Text(
        "Særlig supplerende ydelse, andel af lønnen", "Supplementary benefit, share of the wage"
    ),
    "sickness_benefit.maximum_week": Text(
        "Højeste sygedagpenge pr. uge", "Highest sickness benefit a week"
    ),
    "home_training.ceiling": Text("Loft over hjemmetræning", "Ceiling of home training"),
    "companion.costs": Text("Ledsagerens udgifter, højeste beløb", "Companion's costs, at most"),
    "companion.hours_month": Text("Ledsagertimer pr. måned", "Companion hours a month"),
    "companion.months_kept": Text("Ledsagertimer kan gemmes i", "Companion hours may be kept for"),
    "atp.from_117_hours.recipient": Text(
        "ATP ved mindst 117 timer om måneden, modtagerens del",
        "ATP from 117 hours, recipient's part",
    ),
    "atp.from_117_hours.municipality": Text(
        "ATP ved mindst 117 timer om måneden, kommunens del",
        "ATP from 117 hours, municipality's part",
    ),
    "atp.from_78_hours.recipient": Text(
        "ATP ved mindst 78 timer om måneden, modtagerens del", "ATP from 78 hours, recipient's part"
    ),
    "atp.from_78_hours.municipality": Text(
        "ATP ved mindst 78 timer om måneden, kommunens del",
        "ATP from 78 hours, municipality's part",
    ),
    "atp.from_39_hours.recipient": Text(
        "ATP ved mindst 39 timer om måneden, modtagerens del", "ATP from 39 hours, recipient's part"
    ),
    "atp.from_39_hours.municipality": Text(
        "ATP ved mindst 39 timer om måneden, kommunens del",
        "ATP from 39 hours, municipality's part",
    ),
    "mileage.high": Text("Statens høje kilometertakst", "The state's high mileage rate"),
    "mileage.low": Text("Statens lave kilometertakst", "The state's low mileage rate"),
    "tax.am_bidrag_percent": Text("Arbejdsmarkedsbidrag", "Labour-market contribution"),
}
