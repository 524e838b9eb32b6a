"""Labels and formulas of the lines.

A label belongs to a line id, a formula to a formula key; the placeholders are the values a line
carries. ``LINES`` and ``FORMULAS`` stand in the order of the calculation.
"""

from udmaal.breakdown import Line
from udmaal.text.language import Language, Text, same
from udmaal.text.render import render

LABELS: dict[str, Text] = {
    # lost earnings
    "payslip": Text("Lønseddel, {month:month}", "Payslip, {month:month}"),
    "payslip_excluded": Text("Tælles ikke med, {month:month}", "Not counted, {month:month}"),
    "home_help_ceiling": Text("Loft pr. time i forløbets første år", "Hourly ceiling, first year"),
    "home_help_rate": Text("Timeløn til grundlaget", "Hourly rate of the basis"),
    "wage_basis": Text("Lønindtægt før forløbet", "Wage basis before the course"),
    "regulation": Text("Regulering 1. januar {year}", "Regulation 1 January {year}"),
    "hours_granted": Text("Bevilgede timer", "Granted hours"),
    "hours_37": Text("Timer inden for 37 i alt", "Hours within 37 together"),
    "hours_over_37": Text("Mere end 37 timer i alt", "More than 37 hours together"),
    "hours_own": Text("Højst egne timer før forløbet", "At most the own hours before"),
    "claim": Text("Tab: grundlag × andel", "Loss: basis × share"),
    "hourly_ceiling": Text("Loft pr. time (til orientering)", "Hourly ceiling (for information)"),
    "ceiling": Text("Loft × andel", "Ceiling × share"),
    "claim_or_ceiling": Text("Tab, højst loftet", "Loss, at most the ceiling"),
    "after_new_income": Text("Efter ny arbejdsindtægt", "After new work income"),
    "gross": Text("Bruttoydelse", "Gross benefit"),
    "civil_servant_pension": Text("Statstjenestemands pensionsbidrag", "Civil servant's pension"),
    "pension_percent": Text("Pension, højst procent af ydelsen", "Pension, percentage at most"),
    "pension_limit": Text("Pension, højst tidligere bidrag", "Pension, former share at most"),
    "pension": Text("Pensionsbidrag", "Pension contribution"),
    "atp_recipient": Text("ATP, modtagerens tredjedel", "ATP, recipient's third"),
    "atp_municipality": Text("ATP, kommunens to tredjedele", "ATP, municipality's two thirds"),
    "before_tax": Text("Ydelse før skat", "Benefit before tax"),
    "am_bidrag": Text("AM-bidrag (skøn)", "Labour-market contribution (estimate)"),
    "a_tax": Text("A-skat (skøn)", "Income tax (estimate)"),
    "net": Text("Nettoydelse (skøn)", "Net benefit (estimate)"),
    "saving": Text("Besparelse: {note:or_kind}", "Saving: {note:or_kind}"),
    "savings": Text("Besparelser i alt", "Savings together"),
    "payout": Text("Til udbetaling (skøn)", "Payout (estimate)"),
    "to_deduct": Text("Trækkes fra nettoydelsen", "Deducted from the net payment"),
    "municipality_cost": Text("Kommunens udgift", "Cost to the municipality"),
    # lost earnings, month by month
    "gross_days": Text(
        "Bruttoydelse, {first:day} til {last:day}", "Gross benefit, {first:day} to {last:day}"
    ),
    "pension_days": Text(
        "Pension, {first:day} til {last:day}", "Pension, {first:day} to {last:day}"
    ),
    "holiday_gross": Text("Ferie med løn, af bruttoydelsen", "Holiday with pay, off the gross"),
    "holiday_pension": Text("Ferie med løn, af pensionen", "Holiday with pay, off the pension"),
    "single_day_rate": Text("Timesats, enkeltdag {date:day}", "Hourly rate, single day {date:day}"),
    "single_day": Text("Enkeltdag {date:day} {note:text}", "Single day {date:day} {note:text}"),
    "single_day_pension": Text("Pension, enkeltdag {date:day}", "Pension, single day {date:day}"),
    "saving_days": Text("Besparelse: {note:or_kind}", "Saving: {note:or_kind}"),
    "holiday_1": Text("Ferietillæg, 1 % af {year}", "Holiday supplement, 1 % of {year}"),
    "holiday_125": Text(
        "Feriegodtgørelse, 12,5 % af {year}", "Holiday allowance, 12.5 % of {year}"
    ),
    # extra costs
    "item_mileage": Text("Kørsel: {text:or_kind}", "Mileage: {text:or_kind}"),
    "item_standard": Text("Standardbeløb: {text:or_kind}", "Standard amount: {text:or_kind}"),
    "item": same("{text:or_kind}"),
    "running_costs": Text("Løbende merudgifter", "Running extra costs"),
    "one_off_costs": Text("Enkeltudgifter", "One-off costs"),
    "yearly_costs": Text("Merudgifter i alt", "Extra costs together"),
    "threshold": Text("Bagatelgrænse", "Threshold"),
    "twelfth": Text("Pr. måned", "A month"),
    "monthly": Text("Månedlig ydelse", "Monthly benefit"),
    "one_off": Text("Enkeltudgifter, der dækkes", "One-off costs covered"),
}

FORMULAS: dict[str, Text] = {
    # lost earnings: basis
    "payslip": same("{gross:kr} + {supplements:kr}"),
    "payslip_excluded": Text(
        "engangsløn, eget pensionsbidrag, feriepenge o.l.",
        "one-off pay, own pension contribution, holiday pay etc.",
    ),
    "wage_basis.given": Text("oplyst månedsløn", "monthly wage as stated"),
    "wage_basis.earned": Text("løn, der kunne være tjent", "wage that could have been earned"),
    "wage_basis.payslip": same("{sums:sum}"),
    "wage_basis.payslips": same("({sums:sum}) / {count:n}"),
    "wage_basis.yearly": same("({results:sum}) / {years:n} / {months:n}"),
    "home_help_ceiling": same("{ceiling:kr} / ({hours:n} × {weeks:n}/{months:n})"),
    "home_help_rate": Text(
        "den mindste af hjemmehjælperløn {wage:kr} og loft {ceiling:kr}",
        "the smaller of home-help wage {wage:kr} and ceiling {ceiling:kr}",
    ),
    "wage_basis.home_help": same("{rate:kr} × {hours:n} × {weeks:n}/{months:n}"),
    "regulation": same("{before:kr} × (1 + {percent:n} %)"),
    "regulation.kroner": Text(
        "{before:kr} × (1 + {percent:n} %), hele kr.",
        "{before:kr} × (1 + {percent:n} %), whole kr.",
    ),
    # lost earnings: hours
    "hours_granted": Text("bevilget pr. uge", "granted a week"),
    "hours_granted.run_off": Text(
        "timer på betingelsernes sidste dag (afvikling)",
        "hours of the conditions' last day (run-off)",
    ),
    "hours_37": Text(
        "{limit:n} − {others:n}; bevilget {granted:n}",
        "{limit:n} − {others:n}; granted {granted:n}",
    ),
    "hours_37.used_up": Text(
        "intet tilbage af {limit:n}: andre har {others:n}",
        "nothing left of {limit:n}: others have {others:n}",
    ),
    "hours_over_37": Text(
        "i alt {total:n}, ikke skåret ned: {reason:text}",
        "{total:n} together, not cut: {reason:text}",
    ),
    "hours_own": Text(
        "den mindste af {hours:n} og {own:n}", "the smaller of {hours:n} and {own:n}"
    ),
    # lost earnings: benefit
    "claim": same("{basis:kr} × {hours:n}/{own:n}"),
    "hourly_ceiling": same("{ceiling:kr} / ({own:n} × {weeks:n}/{months:n})"),
    "hourly_ceiling.divisor": same("{ceiling:kr} / {divisor:n}"),
    "ceiling": same("{ceiling:kr} × {hours:n}/{own:n}"),
    "claim_or_ceiling": Text(
        "den mindste af {claim:kr} og {ceiling:kr}", "the smaller of {claim:kr} and {ceiling:kr}"
    ),
    "no_ceiling": Text("{claim:kr}; intet loft", "{claim:kr}; no ceiling"),
    "after_new_income": Text(
        "{before:kr} − {income:kr} ny indtægt, ikke under 0",
        "{before:kr} − {income:kr} new income, not below 0",
    ),
    "after_savings": Text(
        "{before:kr} − {savings:kr} besparelser, ikke under 0",
        "{before:kr} − {savings:kr} savings, not below 0",
    ),
    "civil_servant_pension": same("{percent:n} % × {basis:kr}"),
    "pension.none": Text("ingen arbejdsgiverordning", "no employer scheme"),
    "pension_percent": same("{percent:n} % × {gross:kr}"),
    "pension_limit": same("{former:kr} × {hours:n}/{own:n}"),
    "pension": Text(
        "den mindste af {full:kr} og {limit:kr}", "the smaller of {full:kr} and {limit:kr}"
    ),
    "atp": Text(
        "{hours:n} × 52/12 = {monthly:n} timer/md., fra {band:n}",
        "{hours:n} × 52/12 = {monthly:n} hours/month, from {band:n}",
    ),
    "atp.below": Text(
        "{hours:n} × 52/12 = {monthly:n} timer/md., for få",
        "{hours:n} × 52/12 = {monthly:n} hours/month, too few",
    ),
    "atp.nothing_paid": Text("intet udbetales", "nothing is paid"),
    "before_tax": same("{gross:kr} − {atp:kr}"),
    "am_bidrag": same("{percent:n} % × {base:kr}"),
    "a_tax": same("({base:kr} − {contribution:kr} − {deduction:kr}) × {percent:n} %"),
    "net": same("{base:kr} − {contribution:kr} − {tax:kr}"),
    "saving": Text("skønnet reel besparelse", "judged a real saving"),
    "saving.km": same("{km:n} km × {rate:kr}"),
    "savings": same("{amounts:sum}"),
    "payout": Text("{net:kr} − {savings:kr}, ikke under 0", "{net:kr} − {savings:kr}, not below 0"),
    "to_deduct": Text(
        "{savings:kr}, højst {before_tax:kr}", "{savings:kr}, at most {before_tax:kr}"
    ),
    "municipality_cost": same("{gross:kr} + {pension:kr} + {atp:kr} − {savings:kr}"),
    # lost earnings, month by month
    "by_days": Text("{monthly:kr} × {days:n}/{of:n} dage", "{monthly:kr} × {days:n}/{of:n} days"),
    "paid_holiday": Text(
        "{amount:kr} × {days:n}/{of:n} hverdage", "{amount:kr} × {days:n}/{of:n} weekdays"
    ),
    "single_day_rate": Text(
        "den mindste af {basis:kr} og {ceiling:kr}: {wage:kr} / ({own:n} × {weeks:n}/{months:n})",
        "the smaller of {basis:kr} and {ceiling:kr}: {wage:kr} / ({own:n} × {weeks:n}/{months:n})",
    ),
    "single_day_rate.no_ceiling": Text(
        "{wage:kr} / ({own:n} × {weeks:n}/{months:n}); intet loft",
        "{wage:kr} / ({own:n} × {weeks:n}/{months:n}); no ceiling",
    ),
    "single_day": Text("{hours:n} timer × {rate:kr}", "{hours:n} hours × {rate:kr}"),
    "single_day_pension": Text(
        "den mindste af {percent:n} % × {gross:kr} = {full:kr} og "
        "{former:kr} × {hours:n} / ({own:n} × {weeks:n}/{months:n}) = {limit:kr}",
        "the smaller of {percent:n} % × {gross:kr} = {full:kr} and "
        "{former:kr} × {hours:n} / ({own:n} × {weeks:n}/{months:n}) = {limit:kr}",
    ),
    "saving_days": Text(
        "{monthly:kr} × {days:n}/{of:n} dage", "{monthly:kr} × {days:n}/{of:n} days"
    ),
    "atp.month": Text(
        "{monthly:n} timer i måneden, fra {band:n}", "{monthly:n} hours in the month, from {band:n}"
    ),
    "atp.month.below": Text(
        "{monthly:n} timer i måneden, for få", "{monthly:n} hours in the month, too few"
    ),
    "holiday_1": Text(
        "{percent:n} % × {gross:kr}, ydelsen i {year}",
        "{percent:n} % × {gross:kr}, benefit of {year}",
    ),
    "holiday_125": Text(
        "{percent:n} % × {gross:kr}, ophør {day:day}", "{percent:n} % × {gross:kr}, end {day:day}"
    ),
    "holiday_125.reduction": Text(
        "{percent:n} % × {gross:kr}, nedsat fra {before:n} til {after:n} timer {day:day}",
        "{percent:n} % × {gross:kr}, reduced from {before:n} to {after:n} hours {day:day}",
    ),
    # extra costs
    "item_mileage": same("{km:n} km × {rate:kr}"),
    "item_standard": Text(
        "{name:text}, {age_from:n}–{age_to:n} år ({age:n}), fra {valid_from:day}",
        "{name:text}, ages {age_from:n}–{age_to:n} ({age:n}), from {valid_from:day}",
    ),
    "item_standard.sex": Text(
        "{name:text}, {sex:term} {age_from:n}–{age_to:n} år ({age:n}), fra {valid_from:day}",
        "{name:text}, {sex:term} {age_from:n}–{age_to:n} ({age:n}), from {valid_from:day}",
    ),
    "item": same("{amount:kr} × {times:n}"),
    "item.less": same("({amount:kr} − {normal:kr} − {covered:kr}) × {times:n}"),
    "running_costs": same("{amounts:sum}"),
    "one_off_costs": same("{amounts:sum}"),
    "yearly_costs": same("{running:kr} + {one_offs:kr}"),
    "threshold": Text("året for {decided:day}", "year of {decided:day}"),
    "twelfth": same("{yearly:kr} / 12"),
    "twelfth.with_one_offs": Text(
        "{yearly:kr} / 12, enkeltudgifter med", "{yearly:kr} / 12, one-offs included"
    ),
    "monthly": Text("{amount:kr} til nærmeste {step:n}", "{amount:kr} to the nearest {step:n}"),
    "monthly.below": Text(
        "løbende {running:kr}: grænsen {threshold:kr} er ikke nået",
        "running {running:kr}: threshold {threshold:kr} not reached",
    ),
    "monthly.one_offs_only": Text("kun enkeltudgifter", "one-offs only"),
    "monthly.expired": Text(
        "de tolv måneder fra {decided:day} er gået", "the twelve months from {decided:day} are over"
    ),
    "one_off.none": Text("ingen", "none"),
    "one_off.reached": same("{one_offs:sum}"),
    "one_off.below": Text("grænsen er ikke nået", "the threshold is not reached"),
    "one_off.one_offs_only": Text(
        "dem, der hver for sig når {threshold:kr}", "those that alone reach {threshold:kr}"
    ),
    "one_off.with_one_offs": Text("indgår i månedsbeløbet", "included in the monthly amount"),
}


def label(line: Line, language: Language) -> str:
    """Give the label of a line."""
    return render(LABELS[line.id].in_(language), line.values, language)


def formula(line: Line, language: Language) -> str:
    """Give the formula of a line with its numbers."""
    return render(FORMULAS[line.formula].in_(language), line.values, language)
