"""Labels and formulas of the lines.

A label belongs to a line id, a formula to a formula key; the placeholders are the values a line
carries. ``LINES`` and ``FORMULAS`` stand in the order of the calculation.
"""

from udmaal.breakdown import Line
from udmaal.text import numbers
from udmaal.text.language import Language, Text, same
from udmaal.text.render import in_both

LABELS: dict[str, Text] = {
    # lost earnings
    "payslip": Text("Lønseddel, {month:month}", "Payslip, {month:month}"),
    "payslip_excluded": Text("Tælles ikke med, {month:month}", "Not counted, {month:month}"),
    "payslip_mean": Text(
        "Gennemsnit, arbejdsgiver {employer:text}", "Mean, employer {employer:text}"
    ),
    "payslip_sum": Text("Lønsedler i alt", "Payslips together"),
    "payslip_hours": Text("Betalte timer i alt", "Paid hours together"),
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
    "corrected_difference": Text(
        "Forskel til det offentliggjorte loft", "Difference to the published ceiling"
    ),
    "employer_pension": Text("Arbejdsgiverens pensionsbidrag", "Employer's pension contribution"),
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
    "own_hours_loss": Text("Tab ved alle egne timer", "Loss of all own hours"),
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
    "item_real": Text("Faktisk udgift: {text:or_kind}", "Real cost: {text:or_kind}"),
    "item": same("{text:or_kind}"),
    "running_costs": Text("Løbende merudgifter", "Running extra costs"),
    "one_off_costs": Text("Enkeltudgifter", "One-off costs"),
    "yearly_costs": Text("Merudgifter i alt", "Extra costs together"),
    "threshold": Text("Bagatelgrænse", "Threshold"),
    "twelfth": Text("Pr. måned", "A month"),
    "monthly": Text("Månedlig ydelse", "Monthly benefit"),
    "instalments": Text("Betalt i rater før aftalen", "Paid by instalments before the agreement"),
    "one_off_rest": Text("Rest af enkeltudgifterne", "Rest of the one-off costs"),
    "later_one_off": Text(
        "Efter skønnet, {date:day}: {text:or_kind}",
        "After the estimate, {date:day}: {text:or_kind}",
    ),
    "one_off": Text("Enkeltudgifter, der dækkes", "One-off costs covered"),
    "likely_costs": Text("Sandsynlige merudgifter", "Likely extra costs"),
    "left_out": Text("Ikke i gruppe 2: {text:or_kind}", "Not in group 2: {text:or_kind}"),
    "other_listed": Text("Listens nr. 9: {text:or_kind}", "No. 9 of the list: {text:or_kind}"),
    "documented_costs": Text("Dokumenteret efter listen", "Documented, on the list"),
    "group1_minimum": Text("Gruppe 1: mindstebeløb", "Group 1: minimum"),
    "group1_flat": Text("Gruppe 1: fast beløb", "Group 1: flat amount"),
    "group2_limit": Text("Gruppe 2: grænse", "Group 2: limit"),
    "group2_flat": Text("Gruppe 2: fast beløb", "Group 2: flat amount"),
    "other_group": Text("Den anden gruppe", "The other group"),
    # supplementary benefit
    "weekly_maximum": Text("Højeste sygedagpenge pr. uge", "Highest sickness benefit a week"),
    "maximum_by_hours": Text("Heraf for de mistede timer", "Of it for the lost hours"),
    "weekly_share": Text("Andel af den mistede ugeløn", "Share of the lost weekly wage"),
    "condition": Text("Betingelse ikke opfyldt", "Condition not met"),
    "weekly": Text("Ydelse pr. uge", "Benefit a week"),
    "other_weekly_maximum": Text(
        "Højeste sygedagpenge pr. uge, {first:day} til {last:day}",
        "Highest sickness benefit a week, {first:day} to {last:day}",
    ),
    "other_maximum_by_hours": Text(
        "Heraf for de mistede timer, {first:day} til {last:day}",
        "Of it for the lost hours, {first:day} to {last:day}",
    ),
    "other_weekly": Text(
        "Ydelse pr. uge, {first:day} til {last:day}", "Benefit a week, {first:day} to {last:day}"
    ),
    "period": Text("Dage med ydelse", "Days of benefit"),
    "part_total": Text("Ydelse, {first:day} til {last:day}", "Benefit, {first:day} to {last:day}"),
    "total": Text("Ydelse i alt", "Benefit together"),
    # home training
    "training_item": Text("{text:or_kind}", "{text:or_kind}"),
    "training_left_out": Text("Dækkes ikke: {text:or_kind}", "Not covered: {text:or_kind}"),
    "documented": Text("Dokumenterede udgifter", "Documented costs"),
    "agreed_amount": Text("Aftalt beløb", "Agreed amount"),
    "training_ceiling": Text("Loft {year}", "Ceiling {year}"),
    "payable": Text("Til udbetaling", "Payable"),
    # companion, leisure, respite
    "account_month": Text("Timer tilbage, {month:month}", "Hours left, {month:month}"),
    "companion_wages": Text(
        "Kommunens udgift til timer i {year}", "The municipality's cost of hours in {year}"
    ),
    "activity": Text("{activity:text}", "{activity:text}"),
    "activity_left_out": Text(
        "Ud over niveauet: {activity:text}", "Beyond the level: {activity:text}"
    ),
    "respite_days": Text("Bevilgede døgn", "Days granted"),
    "usual_days": Text("Sædvanligt niveau", "Usual level"),
    "maximum_days": Text("Højeste niveau", "Highest level"),
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
    "payslip_sum": same("{sums:sum}"),
    "payslip_hours": same("{hours:sum_n}"),
    "wage_basis.paid_hours": same("{pay:kr} / {paid:n} × {hours:n} × {weeks:n}/{months:n}"),
    "wage_basis.employers": same("{means:sum}"),
    "wage_basis.loss": Text(
        "oplyst tab ved de bevilgede timer", "loss of the granted hours as stated"
    ),
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
    "hours_granted.kept": Text(
        "hidtidige timer, løber af til og med {until:day}; bevilget {granted:n}",
        "former hours, run off to {until:day}; granted {granted:n}",
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
    "hours_own.shared": Text(
        "{own:n} − {used:n} i forælderens andre forløb; her {hours:n}",
        "{own:n} − {used:n} in the parent's other courses; here {hours:n}",
    ),
    "hours_own.used_up": Text(
        "intet tilbage af {own:n}: forælderens andre forløb har {used:n}",
        "nothing left of {own:n}: the parent's other courses have {used:n}",
    ),
    # lost earnings: benefit
    "claim": same("{basis:kr} × {hours:n}/{own:n}"),
    "claim.loss": Text(
        "{basis:kr}; tabet er opgjort for de bevilgede timer",
        "{basis:kr}; the loss is stated for the granted hours",
    ),
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
    "corrected_difference": same("{corrected:kr} − {published:kr}"),
    "employer_pension": same("{percent:n} % × {basis:kr}"),
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
    "atp.together": Text(
        "{hours:n} × 52/12 = {monthly:n} timer/md. i forælderens forløb tilsammen, fra {band:n}",
        "{hours:n} × 52/12 = {monthly:n} hours/month in the parent's courses together, from {band:n}",
    ),
    "atp.together.below": Text(
        "{hours:n} × 52/12 = {monthly:n} timer/md. i forælderens forløb tilsammen, for få",
        "{hours:n} × 52/12 = {monthly:n} hours/month in the parent's courses together, too few",
    ),
    "atp.other_course": Text(
        "forælderens timer er lagt sammen i {where:text}",
        "the parent's hours are added up in {where:text}",
    ),
    "atp.nothing_paid": Text("intet udbetales", "nothing is paid"),
    "before_tax": same("{gross:kr} − {atp:kr}"),
    "before_tax.floor": Text(
        "{gross:kr} − {atp:kr}, ikke under 0", "{gross:kr} − {atp:kr}, not below 0"
    ),
    "am_bidrag": same("{percent:n} % × {base:kr}"),
    "a_tax": same("({base:kr} − {contribution:kr} − {deduction:kr}) × {percent:n} %"),
    "a_tax.floor": Text(
        "({base:kr} − {contribution:kr} − {deduction:kr}) × {percent:n} %, ikke under 0",
        "({base:kr} − {contribution:kr} − {deduction:kr}) × {percent:n} %, not below 0",
    ),
    "net": same("{base:kr} − {contribution:kr} − {tax:kr}"),
    "saving": Text("skønnet reel besparelse", "judged a real saving"),
    "saving.km": same("{km:n} km × {rate:kr}"),
    "savings": same("{amounts:sum}"),
    "savings.days": Text("({products:sum}) / {of:n} dage", "({products:sum}) / {of:n} days"),
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
    "paid_holiday.part": Text(
        "{amount:kr} × ({shares:shares}) / {of:n} hverdage",
        "{amount:kr} × ({shares:shares}) / {of:n} weekdays",
    ),
    "own_hours_loss": same("{basis:kr} × {own:n}/{granted:n}"),
    "single_day_rate": Text(
        "den mindste af {basis:kr} og {ceiling:kr}: {wage:kr} / ({own:n} × {weeks:n}/{months:n})",
        "the smaller of {basis:kr} and {ceiling:kr}: {wage:kr} / ({own:n} × {weeks:n}/{months:n})",
    ),
    "single_day_rate.no_ceiling": Text(
        "{wage:kr} / ({own:n} × {weeks:n}/{months:n}); intet loft",
        "{wage:kr} / ({own:n} × {weeks:n}/{months:n}); no ceiling",
    ),
    "single_day": Text("{hours:n} timer × {rate:kr}", "{hours:n} hours × {rate:kr}"),
    "single_day.covered": Text(
        "alle {own:n} egne timer om ugen er allerede bevilget: intet tabes",
        "all {own:n} own hours a week are granted already: nothing is lost",
    ),
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
    "atp.month.together": Text(
        "{monthly:n} timer i måneden i forælderens forløb tilsammen, fra {band:n}",
        "{monthly:n} hours in the month in the parent's courses together, from {band:n}",
    ),
    "atp.month.together.below": Text(
        "{monthly:n} timer i måneden i forælderens forløb tilsammen, for få",
        "{monthly:n} hours in the month in the parent's courses together, too few",
    ),
    "holiday_1": Text(
        "{percent:n} % × {gross:kr}, ydelsen i {year}",
        "{percent:n} % × {gross:kr}, benefit of {year}",
    ),
    "holiday_125": Text(
        "{percent:n} % × {gross:kr}, ophør {day:day}", "{percent:n} % × {gross:kr}, end {day:day}"
    ),
    "holiday_125.pause": Text(
        "{percent:n} % × {gross:kr}, pause efter {day:day}",
        "{percent:n} % × {gross:kr}, pause after {day:day}",
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
    "item_real": Text(
        "oplyst; der regnes med standardbeløbet {standard:kr}",
        "as stated; the standard amount {standard:kr} is used",
    ),
    "item": same("{amount:kr} × {times:n}"),
    "item.less": same("({amount:kr} − {normal:kr} − {covered:kr}) × {times:n}"),
    "item.less.floor": Text(
        "({amount:kr} − {normal:kr} − {covered:kr}) × {times:n}, ikke under 0",
        "({amount:kr} − {normal:kr} − {covered:kr}) × {times:n}, not below 0",
    ),
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
        "de tolv kalendermåneder fra {first:month} er gået",
        "the twelve calendar months from {first:month} are over",
    ),
    "one_off.none": Text("ingen", "none"),
    "one_off.reached": same("{one_offs:sum}"),
    "one_off.below": Text("grænsen er ikke nået", "the threshold is not reached"),
    "one_off.one_offs_only": Text(
        "{one_offs:sum}, dem, der hver for sig når {threshold:kr}",
        "{one_offs:sum}, those that alone reach {threshold:kr}",
    ),
    "one_off.with_one_offs": Text("indgår i månedsbeløbet", "included in the monthly amount"),
    "one_off.other_month": Text("står i {month:month}", "stand in {month:month}"),
    "later_one_off.paid": Text("dækkes med {amount:kr}", "covered with {amount:kr}"),
    "later_one_off.below": Text(
        "{amount:kr} når ikke {threshold:kr}", "{amount:kr} does not reach {threshold:kr}"
    ),
    "later_one_off.running_below": Text(
        "dækkes ikke: løbende {running:kr} når ikke {threshold:kr}",
        "not covered: running {running:kr} does not reach {threshold:kr}",
    ),
    "later_one_off.not_in_force": Text(
        "dækkes ikke: afgørelsen gælder til {last:day}",
        "not covered: the decision holds until {last:day}",
    ),
    # extra costs: compensation
    "likely_costs": same("{amounts:sum}"),
    "left_out.below_limit": Text(
        "{amount:kr} er ikke over {limit:kr}", "{amount:kr} is not over {limit:kr}"
    ),
    "left_out.likely": Text("ikke dokumenteret", "not documented"),
    "other_listed": Text("{amount:kr} er over {limit:kr}", "{amount:kr} is over {limit:kr}"),
    "documented_costs": Text(
        "løbende {running:kr} + enkeltudgifter {one_offs:kr}",
        "running {running:kr} + one-offs {one_offs:kr}",
    ),
    "group1_minimum": Text("nået: {yearly:kr}", "reached: {yearly:kr}"),
    "group1_minimum.below": Text("ikke nået: {yearly:kr}", "not reached: {yearly:kr}"),
    "group2_limit": Text("{yearly:kr} er over", "{yearly:kr} is over it"),
    "group2_limit.not_over": Text("{yearly:kr} er ikke over", "{yearly:kr} is not over it"),
    "flat_amount": Text("fast beløb på datoen", "flat amount of the date"),
    "twelfth.running": Text("løbende {yearly:kr} / 12", "running {yearly:kr} / 12"),
    "twelfth.instalments_paid": Text(
        "løbende {yearly:kr} / 12; enkeltudgifternes tolv rater er betalt",
        "running {yearly:kr} / 12; the twelve instalments of the one-offs are paid",
    ),
    "monthly.group": Text(
        "gruppe {group:n}, valgt: {amounts:sum}", "group {group:n}, chosen: {amounts:sum}"
    ),
    "monthly.best": Text(
        "gruppe {group:n}, bedst: {amounts:sum}", "group {group:n}, best: {amounts:sum}"
    ),
    "monthly.not_met": Text("gruppe {group:n} er ikke opfyldt", "group {group:n} is not met"),
    "instalments": same("{one_offs:kr} × {months:n}/12"),
    "one_off_rest": same("{one_offs:kr} − {paid:kr}"),
    "later_one_off.group_1": Text(
        "gruppe 1 dækker ingen enkeltudgifter", "group 1 covers no one-off costs"
    ),
    "later_one_off.not_met": Text("gruppe 2 er ikke opfyldt", "group 2 is not met"),
    "later_one_off.likely": Text("ikke dokumenteret", "not documented"),
    "later_one_off.below_limit": Text(
        "ikke på listen: {amount:kr} er ikke over {limit:kr}",
        "not on the list: {amount:kr} is not over {limit:kr}",
    ),
    "later_one_off.no_agreement": Text(
        "den dag var det ikke aftalt at betale, når der er dokumenteret",
        "that day it was not agreed to pay when documented",
    ),
    "one_off.at_cost": Text(
        "når de er dokumenteret: {one_offs:sum}", "when documented: {one_offs:sum}"
    ),
    "other_group": Text(
        "gruppe {group:n} ville give {monthly:kr} om måneden og {one_off:kr} til enkeltudgifter",
        "group {group:n} would give {monthly:kr} a month and {one_off:kr} for one-offs",
    ),
    # supplementary benefit
    "weekly_maximum": Text(
        "satsen fra {since:day}, årets første mandag",
        "the rate from {since:day}, first Monday of the year",
    ),
    "weekly_maximum.unknown": Text(
        "satsen fra {since:day}, årets første mandag; den fra {unknown_from:day} er ikke kendt",
        "the rate from {since:day}, first Monday of the year; that from {unknown_from:day} is not "
        "known",
    ),
    "maximum_by_hours": same("{maximum:kr} × {hours:n}/{full:n}"),
    "maximum_by_hours.whole": Text(
        "{maximum:kr} × {full:n}/{full:n}; {hours:n} timer er over fuld tid",
        "{maximum:kr} × {full:n}/{full:n}; {hours:n} hours are above full time",
    ),
    "weekly_share": same("{percent:n} % × {wage:kr}"),
    "condition.insured": Text("ikke medlem af en a-kasse", "not insured against unemployment"),
    "condition.self_inflicted": Text("selvforskyldt ledig", "self-inflicted unemployment"),
    "condition.dagpenge": Text("ret til dagpenge", "entitled to unemployment benefit"),
    "condition.offered_part_time": Text(
        "tilbudt rimeligt deltidsarbejde", "offered reasonable part-time work"
    ),
    "condition.other_support": Text(
        "får anden støtte til tabet", "gets other support for the loss"
    ),
    "condition.receives_lost_earnings": Text(
        "får ikke tabt arbejdsfortjeneste på den første dag",
        "receives no lost earnings on the first day",
    ),
    "weekly": Text(
        "den mindste af {maximum:kr} og {share:kr}, − {payments:kr}",
        "the smaller of {maximum:kr} and {share:kr}, − {payments:kr}",
    ),
    "weekly.floor": Text(
        "den mindste af {maximum:kr} og {share:kr}, − {payments:kr}, ikke under 0",
        "the smaller of {maximum:kr} and {share:kr}, − {payments:kr}, not below 0",
    ),
    "weekly.insured": Text("ingen: ikke medlem af en a-kasse", "none: not insured"),
    "weekly.self_inflicted": Text("ingen: selvforskyldt ledig", "none: self-inflicted"),
    "weekly.dagpenge": Text("ingen: ret til dagpenge", "none: unemployment benefit"),
    "weekly.offered_part_time": Text(
        "ingen: tilbudt deltidsarbejde", "none: offered part-time work"
    ),
    "weekly.other_support": Text("ingen: anden støtte", "none: other support"),
    "weekly.receives_lost_earnings": Text(
        "ingen: får ikke tabt arbejdsfortjeneste", "none: receives no lost earnings"
    ),
    "period.three_months": Text(
        "{first:day} til {last:day}, udgangen af den tredje måned efter",
        "{first:day} to {last:day}, the end of the third month after",
    ),
    "period.until": Text(
        "{first:day} til {last:day}, som oplyst", "{first:day} to {last:day}, as stated"
    ),
    "period.lost_earnings": Text(
        "{first:day} til {last:day}, hvor tabt arbejdsfortjeneste ophører",
        "{first:day} to {last:day}, when the lost earnings end",
    ),
    "period.child_18": Text(
        "{first:day} til {last:day}, dagen før barnet fylder 18 år",
        "{first:day} to {last:day}, the day before the child turns 18",
    ),
    "total": Text(
        "{weekly:kr} × {days:n}/7 dage, {first:day} til {last:day}",
        "{weekly:kr} × {days:n}/7 days, {first:day} to {last:day}",
    ),
    "total.parts": same("{amounts:sum}"),
    "total.rest": Text("resten: {total:kr} − {before:kr}", "the rest: {total:kr} − {before:kr}"),
    # home training
    "training_item": Text("dokumenteret", "documented"),
    "training_left_out": Text("{kind:term} dækkes aldrig", "{kind:term} is never covered"),
    "documented": same("{amounts:sum}"),
    "agreed_amount": Text(
        "frivillig aftale i stedet for {documented:kr}",
        "voluntary agreement in place of {documented:kr}",
    ),
    "training_ceiling": Text("årets loft", "ceiling of the year"),
    "payable.training": Text(
        "den mindste af {wanted:kr} og {ceiling:kr}", "the smaller of {wanted:kr} and {ceiling:kr}"
    ),
    # companion, leisure, respite
    "account_month": Text(
        "{before:n} − {lapsed:n} bortfaldet + {granted:n} − {used:n} brugt",
        "{before:n} − {lapsed:n} lapsed + {granted:n} − {used:n} used",
    ),
    "account_month.overdrawn": Text(
        "{before:n} − {lapsed:n} bortfaldet + {granted:n} − {used:n} brugt, ikke under 0; "
        "{overdrawn:n} for mange",
        "{before:n} − {lapsed:n} lapsed + {granted:n} − {used:n} used, not below 0; "
        "{overdrawn:n} too many",
    ),
    "payable.too_young": Text("barnet er under 12 år", "the child is under 12"),
    "payable.at_most": Text("{costs:kr}, højst {limit:kr}", "{costs:kr}, at most {limit:kr}"),
    "payable.own_means": Text("familien kan selv betale", "the family's own means suffice"),
    "payable.sum": same("{amounts:sum}"),
    "payable.deviation": Text(
        "{amounts:sum}; serviceniveauet er fraveget: {reason:text}",
        "{amounts:sum}; departs from the service level: {reason:text}",
    ),
    "companion_wages": Text("{hours:n} timer × {wage:kr}", "{hours:n} hours × {wage:kr}"),
    "activity": Text("oplyst beløb", "amount as stated"),
    "activity_left_out": Text("niveauet har højst {most:n}", "the level has {most:n} at most"),
    "respite_days": Text("oplyst", "as stated"),
    "usual_days": Text("{days:n} døgn er inden for", "{days:n} days are within"),
    "usual_days.above": Text("sagen afviger: {days:n} døgn", "the case deviates: {days:n} days"),
    "usual_days.reason": Text(
        "sagen afviger: {days:n} døgn, {reason:text}",
        "the case deviates: {days:n} days, {reason:text}",
    ),
    "maximum_days": Text("{days:n} døgn er inden for", "{days:n} days are within"),
    "maximum_days.above": Text("sagen afviger: {days:n} døgn", "the case deviates: {days:n} days"),
    "maximum_days.reason": Text(
        "sagen afviger: {days:n} døgn, {reason:text}",
        "the case deviates: {days:n} days, {reason:text}",
    ),
}


_LABELS = in_both(LABELS)
_FORMULAS = in_both(FORMULAS)


def amount(line: Line, language: Language) -> str:
    """Write the amount of a line: kroner with øre, anything else without needless zeros."""
    is_money = line.unit.startswith("DKK")
    return (numbers.kroner if is_money else numbers.number)(line.amount, language)


def label(line: Line, language: Language) -> str:
    """Give the label of a line; a note that is left out leaves nothing behind."""
    return _LABELS[language][line.id](line.values).rstrip()


def words(line: Line, language: Language) -> tuple[str, str]:
    """Give label and formula of a line."""
    return label(line, language), _FORMULAS[language][line.formula](line.values)


def fixed_labels(language: Language) -> dict[str, str]:
    """Give the labels, by line id, that are the same in every line."""
    return {id_: text.in_(language) for id_, text in LABELS.items() if "{" not in text.da}


def formula(line: Line, language: Language) -> str:
    """Give the formula of a line with its numbers."""
    return _FORMULAS[language][line.formula](line.values)
