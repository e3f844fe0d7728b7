"""A report made by hand over an invented story in three languages: no stage has a part in it."""

from __future__ import annotations

from functools import cache
from typing import Any

from reconcile.model import (
    Article,
    Axis,
    Claim,
    Entity,
    Event,
    Evidence,
    Fact,
    FactStatus,
    Finding,
    FindingKind,
    FindingValue,
    Hypothesis,
    Origins,
    PlacedClaim,
    Polarity,
    Reading,
    Rejected,
    Relation,
    RelationKind,
    Report,
    Severity,
    Support,
    Told,
)

EVENT = "e1f0"

HEBREW = """\
אחרי הפסקה של כחודשיים חודשו השיחות
ולמורה ואוסטריה חידשו ב-5 בדצמבר את שיחות הנמל בעיר לינדור, לאחר הפסקה של כחודשיים.
בראש המשלחת של ולמורה עמדה דליה רן, ולצדה השתתף עומר סלים. בהפגנה מחוץ לבניין נפצעו 7 בני אדם.
בצילום: דליה רן בלינדור ביום 4 בינואר
"""
ARABIC = """\
استؤنفت محادثات الميناء بين فالمورا وأوستاريا يومي 5 و6 يناير في ليندور بعد توقف دام عدة أشهر، وفق ما نقلت وكالة الشمال عن مسؤول من أوستاريا.
وترأس وفد فالمورا كل من داليا رين وعمر سليم. وقال مسؤول إن 9 أشخاص أصيبوا خارج المبنى.
"""
UNDATED = """\
انتهت في ليندور محادثات استمرت يومي 5 و6 يناير بين فالمورا وأوستاريا. وشاركت داليا رين في الوفد.
"""
ENGLISH = """\
Velmora and Ostaria will resume the harbour talks in Lindor on 5 January, officials said. Dalia Renn is expected to attend. The talks had been suspended for about two months.
"""

ARTICLES = {
    "he1": Article(id="he1", outlet="השער", language="he", published="2026-01-07", text=HEBREW,
                   title="אחרי הפסקה של כחודשיים חודשו השיחות", author="נועה לב"),
    "ar1": Article(id="ar1", outlet="الميدان", language="ar", published="2026-01-06T22:30+02:00", text=ARABIC,
                   url="https://almidan.example/1"),
    "ar2": Article(id="ar2", language="ar", text=UNDATED),
    "en1": Article(id="en1", outlet="The Harbour Post", language="en", published="2026-01-04T08:15",
                   text=ENGLISH, title="Harbour talks to resume"),
}  # fmt: skip

_DEC = {"kind": "date", "value": "2025-12-05", "raw": "5 בדצמבר", "inferred": ["year"],
        "anchor": {"day": "2026-01-07T00:00:00"}}  # fmt: skip
_JAN = {"kind": "date", "value": "2026-01-05/2026-01-06", "raw": "5 و6 يناير"}
_STORY = {"day": "2026-01-06T00:00:00", "kind": "story", "inferred": True,
          "reason": "the only day that fits its own dates"}  # fmt: skip
_WIRE = [{"source": "وكالة الشمال", "type": "agency"}, {"source": "مسؤول من أوستاريا", "type": "official"}]


def _claim(article: str, attribute: str, value: Any, quote: str, **more: Any) -> PlacedClaim:
    page = ARTICLES[article]
    start = (page.text or "").index(quote)
    data = {"article": page, "attribute": attribute, "value": value, "quote": quote, "start": start,
            "end": start + len(quote), "language": page.language, "event": EVENT,
            "id": more.pop("id"), **more}  # fmt: skip
    claim = Claim.model_validate(data)
    return PlacedClaim(claim, EVENT, claim.value)


def _person(name: str, entity: str) -> dict[str, Any]:
    return {"kind": "person", "name": name, "entity": entity, "raw": name}


VELMORA = {"qualifiers": {"side": "Velmora"}}

CLAIMS = {
    c.id: c
    for c in (
        _claim("he1", "talks.date", _DEC, "ב-5 בדצמבר", id="c01"),
        _claim("ar1", "talks.date", {**_JAN, "inferred": ["year"]}, "يومي 5 و6 يناير", id="c02",
               attribution=_WIRE),
        _claim("ar2", "talks.date", {**_JAN, "inferred": ["year"], "anchor": _STORY}, "يومي 5 و6 يناير",
               id="c03"),
        _claim("en1", "talks.date", {"kind": "date", "value": "2026-01-05"}, "on 5 January", id="c04",
               certainty="planned", attribution=[{"source": "officials"}]),
        _claim("he1", "pause.duration", {"kind": "duration", "value": "P2M", "approx": True}, "כחודשיים",
               id="c05", zone="headline"),
        _claim("en1", "pause.duration", {"kind": "duration", "value": "P2M", "approx": True},
               "about two months", id="c06"),
        _claim("ar1", "pause.duration", {"kind": "duration", "min": 3, "unit": "month", "vague": True},
               "عدة أشهر", id="c07", attribution=_WIRE),
        _claim("he1", "delegation.head", _person("דליה רן", "p1"), "בראש המשלחת של ולמורה עמדה דליה רן",
               id="c08", **VELMORA),
        _claim("ar1", "delegation.head", {"kind": "set", "members": [_person("داليا رين", "p1"),
               _person("عمر سليم", "p2")]}, "وترأس وفد فالمورا كل من داليا رين وعمر سليم", id="c09", **VELMORA),
        _claim("he1", "delegation.member", _person("דליה רן", "p1"), "דליה רן", id="c10", **VELMORA),
        _claim("ar1", "delegation.member", _person("داليا رين", "p1"), "داليا رين", id="c11", **VELMORA),
        _claim("ar2", "delegation.member", _person("داليا رين", "p1"), "داليا رين", id="c12", **VELMORA),
        _claim("en1", "delegation.member", _person("Dalia Renn", "p1"), "Dalia Renn", id="c13",
               certainty="planned", **VELMORA),
        _claim("he1", "delegation.member", _person("עומר סלים", "p2"), "עומר סלים", id="c14", **VELMORA),
        _claim("ar1", "delegation.member", _person("عمر سليم", "p2"), "عمر سليم", id="c15", **VELMORA),
        _claim("he1", "casualties.injured", {"kind": "quantity", "value": 7}, "נפצעו 7 בני אדם", id="c16"),
        _claim("ar1", "casualties.injured", {"kind": "quantity", "value": 9}, "9 أشخاص أصيبوا", id="c17",
               attribution=[{"source": "مسؤول"}]),
        _claim("he1", "talks.place", {"kind": "place", "name": "לינדור", "entity": "l1"}, "לינדור",
               id="c18", zone="caption"),
        _claim("ar2", "talks.place", {"kind": "place", "name": "ليندور", "entity": "l1"}, "ليندور", id="c19"),
    )
}  # fmt: skip


def _reading(id: str, *claims: str, firmness: Any = "firm") -> Reading:
    placed = tuple(CLAIMS[c] for c in claims)
    told = tuple(Told(p.article.id, p.article.label, "own", p.article.published, p.article.published)
                 for p in placed)  # fmt: skip
    polarity = Polarity.NEGATE if all(p.claim.denies for p in placed) else Polarity.AFFIRM
    return Reading(id, placed[0].value, firmness, polarity, {}, {}, None, placed, told)


READINGS = {
    r.id: r
    for r in (
        _reading("r01", "c01"), _reading("r02", "c02", "c03"), _reading("r03", "c04", firmness="planned"),
        _reading("r04", "c05", "c06"), _reading("r05", "c07"),
        _reading("r06", "c08"), _reading("r07", "c09"),
        _reading("r08", "c10", "c11", "c12"), _reading("r09", "c13", firmness="planned"),
        _reading("r10", "c14", "c15"), _reading("r11", "c16"), _reading("r12", "c17"),
        _reading("r13", "c18", "c19"),
    )
}  # fmt: skip


def evidence(value: str, reason: str, source: str = "outlets differ", **other: str) -> Evidence:
    """Five axes of which one matters."""
    return Evidence(
        value=Axis(value, reason, {"gap_days": 30} if value == "exclusive" else {}),
        scope=Axis(other.get("scope", "same")),
        time=Axis(other.get("time", "right_first")),
        modality=Axis(other.get("modality", "both_asserted")),
        source=Axis(source, "two origins"),
    )


_APART = evidence("exclusive", "2025-12-05 and 2026-01-05/2026-01-06 share no day; they are 31 days apart")
_FORECAST = evidence("narrower", "2026-01-05 lies inside 2026-01-05/2026-01-06", modality="forecast_outcome")
_BOUND = evidence("within_bound", "a vague length admits two months")
_HEADS = evidence("overlap", "דליה רן heads it alone, or with עומר סלים")
_GROWN = evidence("exclusive", "9 is above 7", time="left_first")

RELATIONS = (
    Relation("r01", "r02", RelationKind.CONTRADICTS, "date.disjoint", _APART.value.reason, _APART,
             Severity.ERROR),
    Relation("r03", "r02", RelationKind.REFINES, "date.inside", _FORECAST.value.reason, _FORECAST),
    Relation("r04", "r05", RelationKind.WITHIN_BOUND, "duration.bound", _BOUND.value.reason, _BOUND),
    Relation("r06", "r07", RelationKind.OVERLAPS, "head.shared", _HEADS.value.reason, _HEADS),
    Relation("r12", "r11", RelationKind.SUPERSEDES, "count.grows", _GROWN.value.reason, _GROWN),
)  # fmt: skip


def _fact(id: str, attribute: str, readings: str, status: FactStatus, origins: Origins, **more: Any) -> Fact:
    told = [READINGS[r] for r in readings.split()]
    claims = [c for r in told for c in r.claims]
    articles = tuple(sorted({c.article.id for c in claims}))
    silent = tuple(a for a in sorted(ARTICLES) if a not in articles)
    return Fact(id=id, event=EVENT, attribute=attribute, qualifiers=more.pop("qualifiers", {}),
                value=told[0].value, readings=tuple(readings.split()), claims=tuple(c.id for c in claims),
                articles=articles, status=status, origins=origins, confidence=0.75, silent=silent,
                **more)  # fmt: skip


FACTS = (
    _fact("f01", "talks.date", "r02", FactStatus.DISPUTED, Origins(2, 2, ("ar2", "وكالة الشمال")),
          compatible=("r03",), runner_up="f02"),
    _fact("f02", "talks.date", "r01", FactStatus.DISPUTED, Origins(1, 1, ("השער",))),
    _fact("f03", "pause.duration", "r04", FactStatus.AGREED, Origins(2, 2, ("The Harbour Post", "השער")),
          compatible=("r05",)),
    _fact("f04", "delegation.head", "r06", FactStatus.SINGLE_ORIGIN, Origins(1, 1, ("השער",)), **VELMORA),
    _fact("f05", "delegation.head", "r07", FactStatus.SINGLE_ORIGIN, Origins(1, 1, ("الميدان",)), **VELMORA),
    _fact("f06", "delegation.member", "r08 r09", FactStatus.AGREED,
          Origins(3, 4, ("The Harbour Post", "ar2", "الميدان", "השער")), **VELMORA),
    _fact("f07", "delegation.member", "r10", FactStatus.AGREED, Origins(2, 2, ("الميدان", "השער")),
          **VELMORA),
    _fact("f08", "casualties.injured", "r11", FactStatus.SUPERSEDED, Origins(1, 1, ("השער",))),
    _fact("f09", "casualties.injured", "r12", FactStatus.SINGLE_ORIGIN, Origins(1, 1, ("مسؤول",))),
    _fact("f10", "talks.place", "r13", FactStatus.ECHO, Origins(1, 2, ("ar2", "השער"))),
)  # fmt: skip


def _value(*claims: str) -> FindingValue:
    articles = tuple(dict.fromkeys(CLAIMS[c].article.id for c in claims))
    return FindingValue(CLAIMS[claims[0]].value, claims, articles)


def _finding(id: str, kind: FindingKind, severity: Severity, relation: Relation, facts: str,
             *values: FindingValue, **more: Any) -> Finding:  # fmt: skip
    claims = tuple(c for v in values for c in v.claims)
    first = CLAIMS[claims[0]].claim
    return Finding(id=id, kind=kind, severity=severity, rule=relation.rule, event=EVENT,
                   attribute=first.attribute, qualifiers=first.qualifiers, facts=tuple(facts.split()),
                   claims=claims, articles=tuple(dict.fromkeys(CLAIMS[c].article.id for c in claims)),
                   values=values, reason=relation.reason, relation=relation.relation,
                   evidence=relation.evidence, **more)  # fmt: skip


_SLIP = Hypothesis(
    kind="month_slip", claims=("c01",),
    support=(
        Support("origins", "f01", "two independent origins say 2026-01-05/2026-01-06, one says 2025-12-05"),
        Support("publication", "he1", "published on 2026-01-07, a day after 6 January, as news"),
        Support("calendar", "c01", "the day of the month is the same: 5"),
    ),
    reason="the day agrees and the month is one too low",
)  # fmt: skip

FINDINGS = (
    _finding("3fa91c", FindingKind.CONTRADICTION, Severity.ERROR, RELATIONS[0], "f02 f01",
             _value("c01"), _value("c02", "c03"), hypotheses=(_SLIP,)),
    _finding("77b0aa", FindingKind.DISAGREEMENT, Severity.WARNING, RELATIONS[3], "f04 f05",
             _value("c08"), _value("c09")),
    _finding("a4410e", FindingKind.UPDATE, Severity.INFO, RELATIONS[4], "f08 f09",
             _value("c16"), _value("c17")),
    _finding("b7c2d9", FindingKind.DIFFERENCE, Severity.INFO, RELATIONS[2], "f03",
             _value("c05", "c06"), _value("c07")),
)  # fmt: skip

ENTITIES = (
    Entity("p1", "person", EVENT, ("Dalia Renn", "داليا رين", "דליה רן"), (),
           ("c08", "c10", "c11", "c12", "c13")),
    Entity("p2", "person", EVENT, ("عمر سليم", "עומר סלים"), ("سفير فالمورا",), ("c14", "c15")),
    Entity("l1", "place", EVENT, ("ليندور", "לינדור"), (), ("c18", "c19")),
)  # fmt: skip


@cache
def sample() -> Report:
    """Four articles, one contradiction, one disagreement, one update, one difference."""
    return Report(
        rulesets=({"name": "reconcile.news", "version": "0.1.0", "hash": "9c0ffee1"},),
        articles=tuple(ARTICLES.values()),
        events=(Event(EVENT, "Harbour talks in Lindor", tuple(sorted(ARTICLES))),),
        entities=ENTITIES,
        claims=tuple(CLAIMS.values()),
        readings=tuple(READINGS.values()),
        relations=RELATIONS,
        facts=FACTS,
        findings=FINDINGS,
        rejected=(Rejected("claims.jsonl:3", "unknown key 'atribute'. Did you mean 'attribute'?"),),
        not_compared=({"attribute": "talks.datte", "article": "en1",
                       "reason": "only one article uses it. Did you mean 'talks.date'?"},),
        warnings=(Rejected("ar2", "no publication date was found on the page"),),
    )  # fmt: skip
