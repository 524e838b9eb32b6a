"""What no single field can say: order of dates, overlaps, contradictions.

Each conclusion names the fields it draws on, so that it can be dropped where one of them is unsure.
Faults that need the rules, such as a day outside its course, are found by ``udmaal.law``.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from udmaal.calendar_month import Month
from udmaal.case.model import Case, Companion, CostItem, ExtraCosts, LostEarnings, Saving
from udmaal.faults import Conclusion, Fault, Path, out_of_order
from udmaal.money import ZERO
from udmaal.reading.validation import table_in

# The program covers no earlier date (loven.md#datoer).
_COVERED_FROM = date(2014, 1, 1)
_GRANT_DAYS = ("grant.from", "grant.until")
# Extra costs before were another scheme (lov 1526/2014).
_EXTRA_COSTS_FROM = date(2015, 1, 1)
# The first year whose percentages are known is the year after this one.
_FIRST_BASIS_LEVEL = 2013


# The tables of a year.
_YEARLY = tuple(
    name
    for name, field in Case.model_fields.items()
    if "year" in getattr(table_in(field.annotation), "model_fields", ())
)


def inconsistencies(case: Case) -> Iterator[Conclusion]:
    """Give the faults between the fields of a case that no rate and no rule is needed for."""
    yield from _children(case)
    for index, table in enumerate(case.lost_earnings):
        at: Path = ("lost_earnings", index)
        yield from _wage_forms(table, at)
        yield from _grants(table, at)
        yield from _basis_level(table, at)
        for number, saving in enumerate(table.saving):
            yield from _saving(saving, (*at, "saving", number))
        for number, holiday in enumerate(table.paid_holiday):
            if holiday.until < holiday.from_:
                place = (*at, "paid_holiday", number, "until")
                yield out_of_order(place, holiday.until, holiday.from_, ("paid_holiday",))
    yield from _unborn(case)
    yield from _extra_costs(case)
    yield from _supplementary(case)
    for at, table in case.placed("companion"):
        yield from _companion(table, at)
    yield from _years(case)


def _years(case: Case) -> Iterator[Conclusion]:
    """Hold the tables of a year to the covered years, each year once."""
    for name in _YEARLY:
        seen: set[int] = set()
        for at, table in case.placed(name):
            year, place = table.year, (*at, "year")
            if year < _COVERED_FROM.year:
                values = {"year": str(year), "first": str(_COVERED_FROM.year)}
                yield Conclusion(Fault("year.before_coverage", place, values), ("year",))
            if year in seen:
                yield Conclusion(Fault("year.twice", place, {"year": str(year)}), ("year",))
            seen.add(year)


def _children(case: Case) -> Iterator[Conclusion]:
    """Hold the children of the courses to the siblings of the file, each named once."""
    labels: set[str] = set()
    for index, sibling in enumerate(case.sibling):
        if sibling.label in labels:
            place: Path = ("sibling", index, "label")
            yield Conclusion(Fault("sibling.twice", place, {"label": sibling.label}), ("label",))
        labels.add(sibling.label)
    for index, table in enumerate(case.lost_earnings):
        if table.child is not None and table.child not in labels:
            values = {"child": table.child, "known": ", ".join(sorted(labels)) or "–"}
            fault = Fault("child.unknown", ("lost_earnings", index, "child"), values)
            yield Conclusion(fault, ("child", "sibling.label"))


def _wage_forms(table: LostEarnings, at: Path) -> Iterator[Conclusion]:
    """Hold the wage basis to one form, the one of the occupation (the order § 10)."""
    needs = ("monthly_wage", "payslip", "yearly_results", "monthly_loss", "occupation")
    forms = [
        name
        for name, given in (
            ("monthly_wage", table.monthly_wage is not None),
            ("payslip", bool(table.payslip)),
            ("yearly_results", bool(table.yearly_results)),
            ("monthly_loss", table.monthly_loss is not None),
        )
        if given
    ]
    if len(forms) > 1:
        values = {"forms": ", ".join(forms)}
        yield Conclusion(Fault("wage.two_forms", (*at, forms[1]), values), needs)
    elif not forms and table.occupation in {"employee", "self_employed"}:
        yield Conclusion(Fault("wage.none", at), needs)
    for key in ("yearly_results", "monthly_loss"):
        if key in forms and table.occupation != "self_employed":
            fault = Fault("wage.not_self_employed", (*at, key), {"key": key})
            yield Conclusion(fault, needs)
    if table.yearly_results and sum(table.yearly_results, ZERO) <= 0:
        yield Conclusion(Fault("wage.no_result", (*at, "yearly_results")), needs)
    yield from _payslips(table, at)
    if table.employer_pension is not None and table.employer_pension_percent is not None:
        place = (*at, "employer_pension_percent")
        both = ("employer_pension", "employer_pension_percent")
        yield Conclusion(Fault("pension.two_forms", place), both)


def _payslips(table: LostEarnings, at: Path) -> Iterator[Conclusion]:
    """Hold the slips to one way of counting: by paid hours, or one a month and employer."""
    needs = ("payslip",)
    without = [number for number, slip in enumerate(table.payslip) if slip.hours is None]
    if without and len(without) < len(table.payslip):
        for number in without:
            yield Conclusion(Fault("payslip.some_hours", (*at, "payslip", number)), needs)
    if len(without) < len(table.payslip):
        return
    seen = set()
    for number, slip in enumerate(table.payslip):
        if (slip.month, slip.employer) in seen:
            place = (*at, "payslip", number, "month")
            yield Conclusion(Fault("payslip.twice", place, {"month": slip.month}), needs)
        seen.add((slip.month, slip.employer))


def _grants(table: LostEarnings, at: Path) -> Iterator[Conclusion]:
    """Hold each grant to its dates; a grant without ``until`` ends where the next begins."""
    ordered = sorted(enumerate(table.grant), key=lambda item: item[1].from_)
    for number, grant in ordered:
        if grant.until is not None and grant.until < grant.from_:
            place = (*at, "grant", number, "until")
            yield out_of_order(place, grant.until, grant.from_, _GRANT_DAYS)
    for (_, former), (number, later) in pairwise(ordered):
        if former.from_ == later.from_ or (former.until and former.until >= later.from_):
            until = former.until or former.from_
            values = {"from": later.from_, "until": until}
            yield Conclusion(
                Fault("grant.overlap", (*at, "grant", number, "from"), values), _GRANT_DAYS
            )


def _basis_level(table: LostEarnings, at: Path) -> Iterator[Conclusion]:
    """Hold ``basis_level`` to the years of the course (the order § 14)."""
    needs = ("basis_level", "grant.from", "single_day.date", "earlier_gross")
    starts = [grant.from_ for grant in table.grant] + [single.date for single in table.single_day]
    if not starts:
        return
    start = min(starts)
    if table.basis_level is None:
        if start < _COVERED_FROM:
            values = {"start": start, "first": _COVERED_FROM}
            yield Conclusion(Fault("course.before_coverage", at, values), needs)
        if table.earlier_gross:
            yield Conclusion(Fault("earlier_gross.no_level", (*at, "earlier_gross")), needs)
        return
    least = max(start.year, _FIRST_BASIS_LEVEL)
    if table.basis_level < least:
        values_: dict[str, str | int] = {"level": str(table.basis_level), "least": str(least)}
        yield Conclusion(Fault("basis_level.early", (*at, "basis_level"), values_), needs)
    for year in table.earlier_gross:
        if int(year) >= table.basis_level:
            place = (*at, "earlier_gross", year)
            values_ = {"year": year, "level": str(table.basis_level)}
            yield Conclusion(Fault("earlier_gross.late", place, values_), needs)


def _saving(saving: Saving, at: Path) -> Iterator[Conclusion]:
    kilometres = (saving.km_monthly, saving.rate_per_km)
    has_km = any(part is not None for part in kilometres)
    if saving.monthly is not None and has_km:
        yield Conclusion(Fault("saving.two_forms", at), ("saving",))
    elif saving.monthly is None and None in kilometres:
        yield Conclusion(Fault("saving.half" if has_km else "saving.none", at), ("saving",))
    elif has_km and saving.kind != "transport":
        yield Conclusion(Fault("saving.km_kind", (*at, "km_monthly")), ("saving",))
    if saving.from_ and saving.until and saving.until < saving.from_:
        yield out_of_order((*at, "until"), saving.until, saving.from_, ("saving",))


def _unborn(case: Case) -> Iterator[Conclusion]:
    """Find what was granted or decided for a child that was not yet born."""
    needs = (
        "child", "child.born", "sibling", "grant.from", "single_day.date", "decided", "from",
        "unemployed_from",
    )  # fmt: skip
    facts: list[tuple[Path, date, date]] = []
    for index, table in enumerate(case.lost_earnings):
        at: Path = ("lost_earnings", index)
        born = case.born_of(table.child)
        facts += [((*at, "grant", n, "from"), g.from_, born) for n, g in enumerate(table.grant)]
        facts += [((*at, "single_day", n, "date"), d.date, born)
                  for n, d in enumerate(table.single_day)]  # fmt: skip
    for of_decision, decision in case.placed("extra_costs"):
        for key, day in (("decided", decision.decided), ("from", decision.from_)):
            if day is not None:
                facts.append(((*of_decision, key), day, case.child.born))
    for index, other in enumerate(case.supplementary):
        begins: Path = ("supplementary", index, "unemployed_from")
        facts.append((begins, other.unemployed_from, case.child.born))
    for place, day, born in facts:
        if day < born:
            values = {"date": day, "born": born}
            yield Conclusion(Fault("child.not_born", place, values), needs)


def _extra_costs(case: Case) -> Iterator[Conclusion]:
    """Hold each decision to the order of its dates, and to the one before it (the order § 6)."""
    placed = case.placed("extra_costs")
    for at, table in placed:
        yield from _decision(table, at)
    for (_, former), (at, later) in pairwise(placed):
        needs = ("extra_costs.decided", "extra_costs.from")
        if later.decided <= former.decided:
            yield _not_rising((*at, "decided"), later.decided, former.decided, needs)
        first, before = later.from_ or later.decided, former.from_ or former.decided
        if first <= before:
            key = "decided" if later.from_ is None else "from"
            yield _not_rising((*at, key), first, before, needs)


def _not_rising(place: Path, found: date, before: date, needs: tuple[str, ...]) -> Conclusion:
    values = {"found": found, "before": before}
    return Conclusion(Fault("extra_costs.not_rising", place, values), needs)


def _decision(table: ExtraCosts, at: Path) -> Iterator[Conclusion]:
    """Hold a decision to the order of its dates."""
    for key, day in (("decided", table.decided), ("from", table.from_)):
        if day is not None and day < _EXTRA_COSTS_FROM:
            values = {"decided": day, "first": _EXTRA_COSTS_FROM}
            yield Conclusion(Fault("extra_costs.before_coverage", (*at, key), values), (key,))
    first_day = table.from_ or table.decided
    if table.until is not None and table.until < first_day:
        yield out_of_order((*at, "until"), table.until, first_day, ("until", "from", "decided"))
    if table.applied is not None and table.decided < table.applied:
        yield out_of_order((*at, "decided"), table.decided, table.applied, ("applied", "decided"))
    for number, item in enumerate(table.item):
        yield from _cost_item(item, (*at, "item", number))


def _cost_item(item: CostItem, at: Path) -> Iterator[Conclusion]:
    forms = [
        name
        for name, given in (("amount", item.amount), ("km", item.km), ("standard", item.standard))
        if given is not None
    ]
    if not forms:
        yield Conclusion(Fault("item.no_amount", at), ("item",))
    elif len(forms) > 1 and forms != ["amount", "standard"]:
        values = {"forms": ", ".join(forms)}
        yield Conclusion(Fault("item.two_amounts", (*at, forms[1]), values), ("item",))
    if item.km is not None and item.kind != "transport":
        yield Conclusion(Fault("item.km_kind", (*at, "km")), ("item",))
    if item.date is not None and item.per != "once":
        yield Conclusion(Fault("item.date_not_once", (*at, "date")), ("item",))


def _supplementary(case: Case) -> Iterator[Conclusion]:
    for index, table in enumerate(case.supplementary):
        if table.until is not None and table.until < table.unemployed_from:
            place = ("supplementary", index, "until")
            yield out_of_order(
                place, table.until, table.unemployed_from, ("until", "unemployed_from")
            )
        if table.unemployed_from < _COVERED_FROM:
            values = {"date": table.unemployed_from, "first": _COVERED_FROM}
            place = ("supplementary", index, "unemployed_from")
            yield Conclusion(Fault("date.before_coverage", place, values), ("unemployed_from",))
        of_parent = any(course.parent == table.parent for course in case.lost_earnings)
        if not of_parent and table.receives_lost_earnings is None:
            values_ = {"parent": table.parent}
            place = ("supplementary", index, "receives_lost_earnings")
            needs = ("parent", "receives_lost_earnings")
            yield Conclusion(Fault("supplementary.receives", place, values_), needs)


def _companion(table: Companion, at: Path) -> Iterator[Conclusion]:
    """Hold a year's table to its year, and the hours used to the months they were granted in."""
    days = ("companion.year", "companion.from", "companion.until")
    faults = list(_companion_days(table, at))
    yield from (Conclusion(fault, days) for fault in faults)
    if faults:
        return
    first = Month.of(table.from_) if table.from_ else None
    last = Month.of(table.until) if table.until else Month(table.year, 12)
    for text in table.hours_used:
        month = Month.parse(text)
        if month > last or (first is not None and month < first):
            values = {"month": text, "first": str(first or Month(table.year, 1)), "last": str(last)}
            fault = Fault("companion.hours_outside", (*at, "hours_used", text), values)
            yield Conclusion(fault, (*days, "companion.hours_used"))


def _companion_days(table: Companion, at: Path) -> Iterator[Fault]:
    for key, day in (("from", table.from_), ("until", table.until)):
        if day is not None and day.year != table.year:
            yield Fault("date.other_year", (*at, key), {"date": day, "year": str(table.year)})
    if table.from_ is not None and table.until is not None and table.until < table.from_:
        values = {"found": table.until, "first": table.from_}
        yield Fault("date.order", (*at, "until"), values)
