"""The keys of the case file in words."""

from udmaal.language import Text

TERMS: dict[str, Text] = {
    # kinds of savings and costs
    "transport": Text("transport", "transport"),
    "daycare": Text("dagpasning", "daycare"),
    "other": Text("andet", "other"),
    "medicine": Text("medicin", "medicine"),
    "clothing": Text("tøj", "clothing"),
    "laundry": Text("vask", "laundry"),
    "diet": Text("diæt", "diet"),
    "course": Text("kursus", "course"),
    "hospital_stay": Text("sygehusophold", "hospital stay"),
    "helper": Text("hjælper", "helper"),
    "housing": Text("bolig", "housing"),
    "utilities": Text("forbrug", "utilities"),
    "leisure": Text("fritid", "leisure"),
    "holiday": Text("ferie", "holiday"),
    "hygiene": Text("hygiejne", "hygiene"),
    "insurance": Text("forsikring", "insurance"),
    "other_listed": Text("andet på listen", "other, listed"),
    "equipment": Text("udstyr", "equipment"),
    "supervision": Text("supervision", "supervision"),
    "material": Text("materialer", "materials"),
    "home_schooling": Text("hjemmeundervisning", "home schooling"),
    "extra_cost": Text("merudgift", "extra cost"),
    "course_abroad": Text("kursus i udlandet", "course abroad"),
    "treatment": Text("behandling", "treatment"),
    "body_worn_aid": Text("kropsbåret hjælpemiddel", "body-worn aid"),
    "pressure_chamber": Text("trykkammer", "pressure chamber"),
    "breathing_equipment": Text("udstyr til respirationstræning", "breathing-training equipment"),
    # standard amounts of service levels
    "gluten_free": Text("glutenfri kost", "gluten-free diet"),
    # what the parent lived on
    "employee": Text("lønmodtager", "employee"),
    "self_employed": Text("selvstændig", "self-employed"),
    "no_attachment": Text(
        "uden tilknytning til arbejdsmarkedet", "no attachment to the labour market"
    ),
    "benefit": Text(
        "en anden ydelse; kan ikke være løngrundlag", "a benefit; cannot be a wage basis"
    ),
    # periods
    "day": Text("pr. dag", "a day"),
    "week": Text("pr. uge", "a week"),
    "month": Text("pr. måned", "a month"),
    "quarter": Text("pr. kvartal", "a quarter"),
    "year": Text("pr. år", "a year"),
    "once": Text("én gang", "once"),
    # reasons for an end
    "conditions_lapsed": Text("betingelserne er bortfaldet", "the conditions lapsed"),
    "agreed_period": Text("den aftalte periode er udløbet", "the agreed period ran out"),
    "parent_wish": Text("forælderens eget ønske", "the parent's own wish"),
    "child_18": Text("barnet fylder 18 år", "the child turns 18"),
    "moved": Text("familien er flyttet", "the family moved"),
    "death": Text("barnets død", "the child's death"),
    # sex
    "girl": Text("pige", "girl"),
    "boy": Text("dreng", "boy"),
    # status of a rate
    "published": Text("offentliggjort", "published"),
    "derived": Text("beregnet", "derived"),
    "provisional": Text("foreløbig", "provisional"),
    # why an amount can hardly be right
    "low_wage": Text("en månedsløn under 1.000 kr.", "a monthly wage under 1,000 kr."),
    "high_wage": Text(
        "en månedsløn over 150.000 kr.; er det en årsløn?",
        "a monthly wage over 150,000 kr.; is it a yearly one?",
    ),
    "weekly_wage": Text(
        "så lidt for de timer; er det en ugeløn?", "so little for these hours; is it a weekly wage?"
    ),
    "pension_percent": Text(
        "en arbejdsgiverpension under 100 kr. om måneden; er det en procent?",
        "an employer's pension under 100 kr. a month; is it a percentage?",
    ),
    "pension_fraction": Text(
        "en arbejdsgiverpension under 1 %; er det en brøk?",
        "an employer's pension under 1 %; is it a fraction?",
    ),
    "yearly_pension": Text(
        "en arbejdsgiverpension over halvdelen af lønnen; er den for et år?",
        "an employer's pension over half of the wage; is it of a year?",
    ),
    "high_cost": Text(
        "over 150.000 kr. om året; er det beløbet for et år?",
        "over 150,000 kr. a year; is it the amount of a year?",
    ),
    # severity of a finding
    "error": Text("fejl", "error"),
    "warning": Text("advarsel", "warning"),
    "info": Text("oplysning", "info"),
}

UNITS: dict[str, Text] = {
    "DKK/month": Text("kr./md.", "kr./month"),
    "DKK/year": Text("kr./år", "kr./year"),
    "DKK/quarter": Text("kr./kvartal", "kr./quarter"),
    "DKK/week": Text("kr./uge", "kr./week"),
    "DKK/day": Text("kr./dag", "kr./day"),
    "DKK/hour": Text("kr./time", "kr./hour"),
    "DKK/km": Text("kr./km", "kr./km"),
    "DKK/once": Text("kr.", "kr."),
    "DKK": Text("kr.", "kr."),
    "hours/week": Text("timer/uge", "hours/week"),
    "hours/month": Text("timer/md.", "hours/month"),
    "hours": Text("timer", "hours"),
    "days": Text("dage", "days"),
    "days/year": Text("dage/år", "days/year"),
    "months": Text("måneder", "months"),
    "percent": Text("%", "%"),
    "after end of month": Text("efter månedens udgang", "after end of month"),
    "": Text("", ""),
}
