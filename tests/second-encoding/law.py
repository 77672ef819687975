"""A second encoding of Chapter V of Regulation (EU) 2024/1689 (AI Act), written from the text of the law.

One JSON case a line on standard input, one JSON answer a line on standard output, keys sorted.
Dates are ISO strings (they sort as dates do), compute and money are exact; there is no floating point here.
"""

import json
import sys
from fractions import Fraction

YES, NO, FACT, JUDGMENT = "yes", "no", "needs-fact", "needs-judgment"

UNION = frozenset(
    "AT BE BG CY CZ DE DK EE EL ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()
)

ART_52_1 = "art_52__para_1"
ART_53_1 = tuple("art_53__para_1__point_" + p for p in "abcd")
ART_53_3 = "art_53__para_3"
ART_54_1 = "art_54__para_1"
ART_55_1 = tuple("art_55__para_1__point_" + p for p in "abcd")
DUTIES = (ART_52_1,) + ART_53_1 + (ART_53_3, ART_54_1) + ART_55_1
SECTIONS_2_AND_3 = frozenset(ART_53_1 + (ART_53_3, ART_54_1) + ART_55_1)  # Arts 40(1) and 41(3) leave Section 1 out
ARTS_53_AND_55 = SECTIONS_2_AND_3 - {ART_54_1}  # Art. 56(9)
EXCEPTED = frozenset(ART_53_1[:2] + (ART_54_1,))  # Arts 53(2), 54(6)
DEMONSTRABLE = frozenset(ART_53_1 + ART_55_1)  # Arts 53(4) and 55(2) speak of these paragraphs only

INDICATIVE = 10**23  # guidelines, para 17
PRESUMPTION = 10**25  # Art. 51(2)
FALLBACKS = {False: INDICATIVE, True: PRESUMPTION}  # for a modifier, by the systemic risk of the original model
GUIDELINES = "2025-07-18"  # the day of C(2025) 5045
LIMIT = 2**128  # an estimate this large is no estimate

CHAPTER_V_APPLIES = "2025-08-02"  # Art. 113(b)
GENERAL_APPLICATION = "2026-08-02"  # Art. 113, second paragraph; also Art. 101, which point (b) leaves out
LEGACY_COMPLY_BY = "2027-08-02"  # Art. 111(3)

FIXED_CEILING_CENTS = 15_000_000 * 100  # Art. 101(1)


# Truth values

def truth(fact):
    """A recorded fact: true, false, or not known."""
    return FACT if fact is None else YES if fact else NO


def all_of(*values):
    """Strong Kleene conjunction."""
    for v in (NO, FACT, JUDGMENT):
        if v in values:
            return v
    return YES


def any_of(*values):
    """Strong Kleene disjunction."""
    for v in (YES, FACT, JUDGMENT):
        if v in values:
            return v
    return NO


def not_(value):
    """Strong Kleene negation."""
    return {YES: NO, NO: YES}.get(value, value)


def had_happened(date, as_of):
    """Whether a recorded event (null: none) lies on or before the day asked about."""
    return date is not None and date <= as_of


def later(a, b):
    """The later of two dates; null if either is."""
    return None if a is None or b is None else max(a, b)


def in_order(ids):
    """Ids in the order of the duties."""
    return [d for d in DUTIES if d in ids]


# Article 3, points (14a) and (14b)

SIZES = ("micro", "small", "medium", "smc", "large")
CEILINGS = ((10, 2, 2), (50, 10, 10), (250, 50, 43), (750, 150, 129))  # persons; turnover, balance sheet in millions


def size_class(period, missing):
    """Art. 3(14a), (14b): place in SIZES by Recommendations 2003/361/EC and (EU) 2025/1099, `missing` for unknown figures."""
    persons, turnover, balance = (
        missing if period.get(k) is None else Fraction(period[k]) for k in ("persons", "turnover", "balance_sheet")
    )
    for place, (fewer_than, most_turnover, most_balance) in enumerate(CEILINGS):
        within = turnover <= most_turnover * 1_000_000 or balance <= most_balance * 1_000_000
        if persons < fewer_than and within:
            return place
    return len(CEILINGS)


def status(classes):
    """Recommendation 2003/361/EC, Annex, Art. 4(2): the first period sets it; two on the same side move it to the nearer."""
    held = classes[0]
    for before, now in zip(classes, classes[1:]):
        held = sorted((held, before, now))[1]
    return SIZES[held]


def size(provider):
    """Art. 3(14a), (14b): the status over the periods, null where unknown figures leave it open; public control ends it."""
    control, periods = provider.get("public_body_control"), provider.get("periods") or []
    if control:
        return "large"
    if not periods:
        return None
    # A missing figure at its least and at its most: the status rises with every figure, so these two bound it.
    least, most = (status([size_class(p, missing) for p in periods]) for missing in (0, LIMIT))
    if least != most or (control is None and least != "large"):
        return None
    return least


# Article 3, point (63), and training compute

def hardware_estimate(rows):
    """Guidelines, annex A.2.1: chips, time, peak and utilisation; null without inputs or on overflow."""
    if not rows:
        return None
    total = 0
    for row in rows:
        figures = [row.get(k) for k in ("chip_hours", "peak", "utilisation")]
        if None in figures:
            return None
        chip_hours, peak, utilisation = map(int, figures)
        seconds = chip_hours * 3600
        share = peak * utilisation  # hundredths of a percent
        operations = seconds * (share // 10_000)
        total += operations
        if max(seconds, share, operations, total) >= LIMIT:
            return None
    return total


def architecture_estimate(inputs):
    """Guidelines, annex A.2.2: six operations per parameter and token; null without inputs or on overflow."""
    if inputs is None or inputs.get("parameters") is None or inputs.get("tokens") is None:
        return None
    total = 6 * int(inputs["parameters"]) * int(inputs["tokens"])
    return None if total >= LIMIT else total


def figures_of(model):
    """Guidelines, para 123: the reported figure decides; without it, whatever estimates there are.

    Without any, the least and the most that original and modification can come to together (annex A.1).
    """
    if model.get("reported") is not None:
        return [int(model["reported"])]
    both = hardware_estimate(model.get("hardware")), architecture_estimate(model.get("architecture"))
    estimates = [e for e in both if e is not None]
    if estimates or model.get("modification") is None:
        return estimates
    parts = [model["modification"].get(k) for k in ("original_compute", "modification_compute")]
    least = sum(int(p) for p in parts if p is not None)
    return Between(least, None if None in parts else least)


class Between:
    """A number of which its least and, if known, its most are known."""

    def __init__(self, least, most):
        self.least, self.most = least, most

    def greater(self, threshold):
        if self.least > threshold:
            return YES
        return FACT if self.most is None else NO


def compute_greater(figures, threshold):
    """Art. 51(2) and guidelines, para 17: "greater than"; two estimates on different sides are for a person."""
    if isinstance(figures, Between):
        return figures.greater(threshold)
    sides = {f > threshold for f in figures}
    if not sides:
        return FACT
    if len(sides) == 2:
        return JUDGMENT
    return truth(sides.pop())


def general_purpose(model, figures, guided):
    """Art. 3(63), by the indicative criterion of para 17 of the guidelines and the two exceptional cases of para 20."""
    claim = model.get("generality")
    indicated = all_of(compute_greater(figures, INDICATIVE), truth(model.get("generates_indicated_content")))
    general = any_of(
        all_of(indicated if guided else JUDGMENT, truth(claim is not False)),
        truth(claim is True),
    )
    return all_of(general, not_(research(model)))


def research(model):
    """Art. 3(63), last part, and recital 97: used for research, development or prototyping before it is placed."""
    if model.get("research_only") is not True:
        return NO
    placement = model.get("placement")
    return truth(None if placement is None else placement == "not-yet")


# Article 3, point (3)

def is_provider(modification, guided):
    """Art. 3(3); one who modifies becomes provider above one third of the original compute, or of the fallback."""
    if modification is None:
        return YES
    if not guided:
        return JUDGMENT  # the third is the guidelines' own
    spent, original = modification.get("modification_compute"), modification.get("original_compute")
    if spent is None:
        return FACT
    if original is not None:
        originals = {int(original)}
    else:
        risk = modification.get("original_systemic_risk")
        originals = set(FALLBACKS.values()) if risk is None else {FALLBACKS[risk]}
    answers = {3 * int(spent) > o for o in originals}
    return truth(answers.pop() if len(answers) == 1 else None)


# Articles 40 and 41

def way(kind, is_open, covers, on_adhering=False):
    """One way of showing compliance, as the answer shows it."""
    return {"kind": kind, "open": truth(is_open), "on_adhering": on_adhering, "covers": in_order(covers)}


def conformed(kind, law, model):
    """Arts 40(1), 41(3): what the standards or specifications cover and the model is claimed to conform to."""
    return set(law.get(kind) or []) & set(model.get("conforms_to_" + kind) or [])


def presumption_way(name, kind, law, model, relevant):
    """Arts 40(1), 41(3): presumed for a model in conformity, as far as the duties of Sections 2 and 3 are covered."""
    covered = set(law.get(kind) or []) & relevant & SECTIONS_2_AND_3
    held = covered & conformed(kind, law, model)
    return way(name, bool(held), held or covered, on_adhering=bool(covered) and not held)


# Articles 51 and 52

def made_from_systemic(modification, provider, readings, guided):
    """Guidelines, section 3.2.2: presumed for one who becomes provider by modifying a model with systemic risk."""
    if not guided or modification is None or readings["modified-model"] == "by-itself":
        return NO
    original = modification.get("original_systemic_risk")
    if original is None and modification.get("original_compute") is not None:
        original = int(modification["original_compute"]) > PRESUMPTION  # Art. 51(2)
    return all_of(truth(original), provider)


def high_impact(model, figures, provider, readings, guided):
    """Art. 51(1)(a): presumed above 10^25 (Art. 51(2)) or by origin, or found by an evaluation."""
    outcome = model.get("high_impact_evaluation")
    if outcome is None:
        evaluated = NO if readings["missing-evaluation"] == "not-met" else JUDGMENT
    else:
        evaluated = truth(outcome)
    origin = made_from_systemic(model.get("modification"), provider, readings, guided)
    return any_of(compute_greater(figures, PRESUMPTION), evaluated, origin)


def rebutted(model, as_of, readings):
    """Art. 52(2), (3): accepted arguments rebut, rejected ones do not, undecided ones by the reading taken."""
    rebuttal = model.get("rebuttal") or {"state": "none"}
    state, on = rebuttal.get("state"), rebuttal.get("on")
    undecided = YES if readings["pending-rebuttal"] == "suspends" else NO
    if state == "none":
        return NO
    if state == "pending":
        return undecided
    if state in ("accepted", "rejected"):
        decided = YES if state == "accepted" else NO
        if on is None:  # decided, but not known when: only what holds either way
            return decided if decided == undecided else FACT
        return decided if on <= as_of else undecided
    return FACT


def designated(model, as_of):
    """Art. 51(1)(b), 52(1), (4), (5): from the day of the decision until the day it ends, that day not included."""
    ended = had_happened(model.get("designation_ended_on"), as_of)
    return truth(had_happened(model.get("designated_on"), as_of) and not ended)


def by_capabilities(impact, rebuttal):
    """Arts 51(1)(a), 52(2), (3): high-impact capabilities, and no arguments that rebut the risk."""
    return all_of(impact, not_(rebuttal))


def systemic_risk(gpai, capabilities, designation):
    """Art. 51(1): a general-purpose model with high-impact capabilities not rebutted, or designated."""
    return all_of(gpai, any_of(capabilities, designation))


# Articles 53 to 55

def open_source_exception(licence, risk):
    """Arts 53(2), 54(6), recitals 102 and 103: free licence, not monetised, three things public, no systemic risk."""
    licence = licence or {}
    return all_of(
        *(truth(licence.get(k)) for k in ("access", "use", "modification", "distribution")),
        not_(truth(licence.get("monetised"))),
        *(truth(licence.get(k)) for k in ("weights_public", "architecture_public", "usage_information_public")),
        not_(risk),
    )


def third_country(country):
    """Art. 54(1): established outside the Union."""
    return truth(None if country is None else country not in UNION)


def addressed(duty, facts):
    """Arts 52(1), 53(1), 53(3), 54(1), 55(1): whom each provision addresses."""
    base = facts["general-purpose"], facts["provider"]
    if duty == ART_52_1:
        return all_of(*base, facts["high-impact"])
    if duty in ART_53_1[:2]:
        return all_of(*base, not_(facts["open-source-exception"]))
    if duty == ART_54_1:
        return all_of(*base, not_(facts["open-source-exception"]), facts["third-country"])
    if duty in ART_55_1:
        return all_of(*base, facts["systemic-risk"])
    return all_of(*base)


# Articles 53(4), 55(2) and 56

def adequate(code, as_of, readings):
    """Arts 53(4), 55(2) "approved", 56(6): assessed as adequate, or approved by act, by the reading taken."""
    assessed = readings["approved-code"] == "assessed-as-adequate"
    return had_happened(code.get("assessed_adequate" if assessed else "approved_by_act"), as_of)


def code_is_usable(code, as_of, readings):
    """Arts 53(4), 55(2), 56(6): a code that is published and adequate."""
    return had_happened(code.get("published"), as_of) and adequate(code, as_of, readings)


def code_way(code, law, relevant, as_of, readings):
    """Arts 53(4), 55(2): a code may be relied on for what it covers, until a harmonised standard is published for it."""
    demonstrable = (relevant & DEMONSTRABLE) - set(law.get("standards") or [])
    available = demonstrable & set(code.get("covers") or [])
    relied = available & set(code.get("relied_on") or [])
    usable = code_is_usable(code, as_of, readings) and bool(available)
    on_adhering = usable and not relied
    return way("code-of-practice", usable and bool(relied), available if on_adhering else relied, on_adhering)


def general_validity_way(code, relevant, as_of):
    """Art. 56(6), second subparagraph (until 26 July 2026): a code approved by implementing act."""
    covers = set(code.get("covers") or []) & relevant & DEMONSTRABLE
    return way("general-validity", had_happened(code.get("approved_by_act"), as_of) and bool(covers), covers)


def common_rules_way(law, relevant):
    """Art. 56(9), second subparagraph: common rules for Arts 53 and 55 laid down by implementing act."""
    covers = set(law.get("common_rules") or []) & relevant & ARTS_53_AND_55
    return way("common-rules", bool(covers), covers)


def shown_otherwise(by_code, code, law, model, readings, as_of):
    """Arts 41(3), 53(4), 55(2), last sentence: shown by a code "or" a standard, or, by the other reading, by both."""
    presumed = conformed("standards", law, model) | conformed("specifications", law, model)
    if readings["adhere-or-comply"] == "either":
        usable = set(code.get("relied_on") or []) & set(code.get("covers") or [])
        return presumed & usable if code_is_usable(code, as_of, readings) else set()
    relied = set(by_code["covers"]) if by_code["open"] == YES else set()
    return relied | presumed


def alternative_means_way(shown, relevant):
    """Arts 53(4), 55(2), last sentence: alternative adequate means for what is not shown otherwise."""
    covers = (relevant & DEMONSTRABLE) - shown
    return way("alternative-means", bool(covers), covers)


def pathways(code, law, model, relevant, as_of, readings):
    """Arts 40, 41, 53(4), 55(2), 56: the ways of showing compliance with the duties that may be addressed."""
    if not relevant:
        return []
    by_code = code_way(code, law, relevant, as_of, readings)
    ways = [
        presumption_way("harmonised-standard", "standards", law, model, relevant),
        presumption_way("common-specification", "specifications", law, model, relevant),
        by_code,
    ]
    if law.get("code_regime") == "approval":
        ways.append(general_validity_way(code, relevant, as_of))
    ways.append(common_rules_way(law, relevant))
    ways.append(alternative_means_way(shown_otherwise(by_code, code, law, model, readings, as_of), relevant))
    return ways


# Article 101

def decimal(cents):
    """Cents as a plain decimal without trailing zeros."""
    whole, rest = divmod(cents, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".")


def ceiling(turnover):
    """Art. 101(1): 3 % of worldwide turnover (rounded down to the cent) or EUR 15 000 000, whichever is higher."""
    if turnover is None:
        return {"kind": "at-least", "amount": decimal(FIXED_CEILING_CENTS)}
    share = Fraction(turnover) * 3 // 1  # 3 % of the turnover, in cents
    if share > FIXED_CEILING_CENTS:
        return {"kind": "share-of-turnover", "amount": decimal(share)}
    return {"kind": "fixed-amount", "amount": decimal(FIXED_CEILING_CENTS)}


def fine(duties, turnover, as_of):
    """Arts 101(1), 113(b): a fine is possible once Art. 101 applies and an enforceable duty binds."""
    possible = all_of(
        truth(as_of >= GENERAL_APPLICATION),
        any_of(*(all_of(d["binds"], reached(d["enforceable_from"], as_of)) for d in duties.values())),
    )
    starts = [
        d["enforceable_from"] for d in duties.values() if d["addressed"] != NO and d["enforceable_from"] is not None
    ]
    return {"possible": possible, "from": min(starts, default=None), "ceiling": ceiling(turnover)}


# Articles 111 and 113

def placement_date(model):
    """Art. 3(9): the day of placing on the market, if there was one and it is known."""
    placement = model.get("placement")
    return None if placement == "not-yet" else placement


def placed(model, as_of):
    """Art. 3(9): whether the model has been placed on the market by the day asked about."""
    if model.get("placement") is None:
        return FACT
    return truth(had_happened(placement_date(model), as_of))


def risk_from(model, capabilities, as_of):
    """Arts 51(1), 52(1), (4), (5): the day before which Art. 55 cannot bind; null if none is on record."""
    known, named = model.get("condition_known_on"), model.get("designated_on")
    in_force = designated(model, as_of) == YES
    if capabilities == YES:
        return min(known, named) if known and in_force else known
    ended = model.get("designation_ended_on")
    has_ended = ended is not None and ended <= as_of
    return named if capabilities == NO and not has_ended else None


def duty_from(duty, model, capabilities, ended_exception, as_of):
    """Arts 111(3), 113(b): from when a duty can bind for this model."""
    date = placement_date(model)
    if date is not None and date < CHAPTER_V_APPLIES:
        start = LEGACY_COMPLY_BY
    elif duty == ART_52_1 and model.get("placement") is not None:
        known = model.get("condition_known_on")
        start = later(date if known is None else known, CHAPTER_V_APPLIES)
    else:
        start = later(date, CHAPTER_V_APPLIES)
    risk = None
    if duty in ART_55_1 or (duty in EXCEPTED and ended_exception):
        risk = risk_from(model, capabilities, as_of)
    if duty in EXCEPTED and not had_happened(risk, as_of):
        risk = None  # what is still to come has ended no exception
    return start if risk is None else later(start, risk)


def reached(date, as_of):
    """Art. 113: whether a date has come; a date that is not known is a missing fact."""
    return truth(None if date is None else as_of >= date)


def duty_answer(duty, model, facts, as_of):
    """Arts 111(3), 113: whether a duty is addressed, binds on the day, and from when it is enforceable."""
    to = addressed(duty, facts)
    start = duty_from(duty, model, facts["by-capabilities"], facts["ended-exception"], as_of)
    in_time = NO if as_of < CHAPTER_V_APPLIES else reached(start, as_of)
    on_market = YES if duty == ART_52_1 else placed(model, as_of)
    return {
        "addressed": to,
        "binds": all_of(to, on_market, in_time),
        "from": start,
        "enforceable_from": later(start, GENERAL_APPLICATION),
    }


# The whole

def answer(case):
    """Chapter V, Arts 101, 111 and 113 applied to one case."""
    as_of, readings = case["as_of"], case["readings"]
    provider, model = case.get("provider") or {}, case["model"]
    code, law = case.get("code") or {}, case.get("law") or {}
    figures = figures_of(model)

    guided = case["known_at"] >= GUIDELINES
    provides = is_provider(model.get("modification"), guided)
    facts = {
        "general-purpose": general_purpose(model, figures, guided),
        "provider": provides,
        "high-impact": high_impact(model, figures, provides, readings, guided),
    }
    capabilities = by_capabilities(facts["high-impact"], rebutted(model, as_of, readings))
    facts["systemic-risk"] = systemic_risk(facts["general-purpose"], capabilities, designated(model, as_of))
    facts["open-source-exception"] = open_source_exception(model.get("licence"), facts["systemic-risk"])

    free = open_source_exception(model.get("licence"), NO)
    ended = free == YES and facts["systemic-risk"] == YES  # Arts 53(2), 54(6): only systemic risk is in the way
    known = facts | {"ended-exception": ended, "third-country": third_country(provider.get("country")), "by-capabilities": capabilities}
    duties = {d: duty_answer(d, model, known, as_of) for d in DUTIES}
    relevant = {d for d in DUTIES if duties[d]["addressed"] != NO}
    return facts | {
        "duties": duties,
        "pathways": pathways(code, law, model, relevant, as_of, readings),
        "fine": fine(duties, provider.get("worldwide_turnover"), as_of),
        "size": size(provider),
    }


def main():
    for line in sys.stdin:
        if line.strip():
            sys.stdout.write(json.dumps(answer(json.loads(line)), sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
