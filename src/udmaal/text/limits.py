"""What decided an amount, in a word or two.

The keys are formulas; where a formula takes the smaller of two values, the name of the one it took
follows. Only what may change from one calculation to the next is here. The placeholders are those values of
the line that change in steps, such as the hours an ATP band begins at.
"""

from udmaal.text.language import Text
from udmaal.text.lines import FORMULAS

LIMITS: dict[str, Text] = {
    # lost earnings
    "home_help_rate.wage": Text("hjemmehjælperløn", "home-help wage"),
    "home_help_rate.ceiling": Text("loft pr. time", "hourly ceiling"),
    "hours_37": Text("højst {limit:n} timer i alt", "at most {limit:n} hours together"),
    "hours_37.used_up": Text("højst {limit:n} timer i alt", "at most {limit:n} hours together"),
    "hours_over_37": Text("over 37 timer i alt", "over 37 hours together"),
    "hours_own": Text("højst egne timer", "at most the own hours"),
    "hours_own.shared": Text("højst egne timer", "at most the own hours"),
    "hours_own.used_up": Text("højst egne timer", "at most the own hours"),
    "claim_or_ceiling.claim": Text("egen løn", "own wage"),
    "claim_or_ceiling.ceiling": Text("loft", "ceiling"),
    "no_ceiling": Text("intet loft", "no ceiling"),
    "pension.none": Text("ingen pension", "no pension"),
    "pension.full": Text("pension: procent", "pension: percentage"),
    "pension.limit": Text("pension: før forløbet", "pension: as before"),
    "atp": Text("ATP fra {band:n} t.", "ATP from {band:n} h"),
    "atp.below": Text("ingen ATP", "no ATP"),
    "atp.together": Text("ATP fra {band:n} t.", "ATP from {band:n} h"),
    "atp.together.below": Text("ingen ATP", "no ATP"),
    "atp.other_course": Text("ATP i andet forløb", "ATP in another course"),
    "atp.nothing_paid": Text("ingen ATP", "no ATP"),
    "before_tax.floor": Text("ATP over ydelsen", "ATP above the benefit"),
    "a_tax.floor": Text("under månedsfradraget", "below the monthly deduction"),
    "to_deduct.savings": Text("hele besparelsen", "the whole saving"),
    "to_deduct.before_tax": Text("højst ydelsen", "at most the benefit"),
    # extra costs
    "monthly": Text("bagatelgrænse nået", "threshold reached"),
    "monthly.below": Text("under bagatelgrænse", "below threshold"),
    "monthly.one_offs_only": FORMULAS["monthly.one_offs_only"],
    "monthly.expired": Text("de tolv måneder er gået", "the twelve months are over"),
    "twelfth.with_one_offs": Text("nået med enkeltudgifter", "reached with one-offs"),
    "twelfth.instalments_paid": Text("raterne er betalt", "instalments paid"),
    "group1_minimum": Text("gruppe 1 nået", "group 1 reached"),
    "group1_minimum.below": Text("gruppe 1 ikke nået", "group 1 not reached"),
    "group2_limit": Text("gruppe 2 nået", "group 2 reached"),
    "group2_limit.not_over": Text("gruppe 2 ikke nået", "group 2 not reached"),
    "monthly.group": Text("gruppe {group:n}", "group {group:n}"),
    "monthly.best": Text("gruppe {group:n} bedst", "group {group:n} best"),
    "monthly.not_met": FORMULAS["monthly.not_met"],
    # the other benefits
    "maximum_by_hours.whole": Text("fuld tid", "full time"),
    "weekly.maximum": Text("højeste sats", "highest rate"),
    "weekly.share": Text("andel af lønnen", "share of the wage"),
    "weekly.floor": Text("arbejdsgiver betaler det hele", "the employer pays it all"),
    "weekly.insured": FORMULAS["weekly.insured"],
    "weekly.self_inflicted": FORMULAS["weekly.self_inflicted"],
    "weekly.dagpenge": FORMULAS["weekly.dagpenge"],
    "weekly.offered_part_time": FORMULAS["weekly.offered_part_time"],
    "weekly.other_support": FORMULAS["weekly.other_support"],
    "weekly.receives_lost_earnings": FORMULAS["weekly.receives_lost_earnings"],
    "payable.training.wanted": Text("egne udgifter", "own costs"),
    "payable.training.ceiling": Text("årets loft", "ceiling of the year"),
    "payable.too_young": FORMULAS["payable.too_young"],
    "payable.own_means": FORMULAS["payable.own_means"],
    "payable.at_most.costs": Text("egne udgifter", "own costs"),
    "payable.at_most.limit": Text("årets beløb", "amount of the year"),
    "payable.deviation": Text("niveauet fraveget", "departs from the level"),
    "usual_days.above": Text("over det sædvanlige", "above the usual"),
    "usual_days.reason": Text("over det sædvanlige", "above the usual"),
    "maximum_days.above": Text("over det højeste", "above the highest"),
    "maximum_days.reason": Text("over det højeste", "above the highest"),
}
