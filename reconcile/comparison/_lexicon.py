"""The words that say of whom a figure counts, compiled once a language (``languages/<code>/scope.toml``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reconcile.languages import fold, known, load

__all__ = ["Lexicon", "lexicon"]

Cue = re.Pattern[str]
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True)
class Lexicon:
    """Cues of one language; every one searches a folded text and matches whole words."""

    noun: Cue
    lone: Cue
    anybody: Cue
    unlisted: Cue
    breaks: Cue
    dual: Cue
    of_it: Cue
    joint: Cue
    article: Cue
    relative: Cue
    never: Cue
    ages: Cue
    aged: Cue
    harm: Mapping[str, Cue]
    several: Cue
    window: Cue
    when: Cue
    likely: Cue
    single: Cue
    plural: Cue
    before: Cue
    charged: Cue
    elsewhere: Cue
    after: Cue
    whole: Cue
    severity: Cue
    groups: Mapping[str, Cue]
    died: Cue
    counted: Cue
    left_out: Cue
    more: Cue
    hurt: Cue
    named: Cue
    alive: Cue
    unborn: Cue
    facets: Mapping[str, tuple[Cue, Cue]]
    rose: Cue
    so_far: Cue
    margin: Cue
    score: Cue
    some_of: Cue
    only: Cue
    others: Cue
    next_one: tuple[Cue, ...]
    active: Cue
    verb_first: bool


def _cue(words: Iterable[str], prefixes: str = "", tail: str = "") -> Cue:
    alternatives = fold("|".join(sorted(words, key=len, reverse=True)))
    if not alternatives:
        return _NEVER
    return re.compile(rf"(?<![\w'-])(?:{prefixes})(?:{alternatives})(?![\w]){tail}")


def _one_of(words: Iterable[str]) -> str:
    return fold("|".join(sorted(words, key=len, reverse=True))) or "(?!)"


@cache
def lexicon(language: str) -> Lexicon | None:
    """The cues of a language, or ``None`` where its pack has none."""
    table: Mapping[str, Any] = load(language).table("scope") if language in known() else {}
    if not table:
        return None
    people, part, aggregate = table["people"], table["part"], table["aggregate"]
    glued = table.get("prefixes", "")
    articles = "|".join(people["articles"])
    lone = fold("|".join(sorted(people["one"], key=len, reverse=True)))
    determiner = rf"(?:(?:{articles})\s+(?:(?!(?:{articles})\s)[\w'-]+\s+){{0,3}}?)?" if articles else ""
    adjectives = fold("|".join(people["adjectives"])) or "(?!)"
    joints = sorted((re.escape(fold(joint)) for joint in people["joints"]), key=len, reverse=True)
    words = "|".join(rf"\b{joint}(?!\w)" if joint[0].isalpha() else joint for joint in joints)
    letter = rf"|[\s,](?:{people['joint_letter']})(?=\w)" if people.get("joint_letter") else ""
    return Lexicon(
        noun=_cue((*people["many"], *people["one"]), glued),
        unlisted=re.compile(rf"\s+(?:[\w'-]+\s+)?(?:{fold(people['unlisted']) or '(?!)'})(?![\w-])"),
        anybody=_cue(people["anybody"], glued),
        lone=re.compile(rf"(?<![\w'-])(?:{glued}){determiner}(?:(?:{adjectives})\s+)*(?:{lone})(?![\w'-])"),
        breaks=_cue(people["breaks"]),
        dual=_cue(people["dual"], glued),
        of_it=_cue(people["of_it"], glued),
        joint=re.compile(rf"(?:{words}{letter})"),
        article=re.compile(rf"(?:{articles or '(?!)'})"),
        relative=_cue(people["relative"], glued),
        never=_cue(people["never"], glued),
        ages=re.compile(rf"\s*(?:{fold('|'.join(people['ages']))})(?!\w)"),
        aged=_cue(people["aged"], glued, r"[\s-]*$"),
        harm={name: _cue(cues, glued) for name, cues in table["harm"].items()},
        several=_cue(aggregate["several"], glued),
        window=_cue(aggregate["window"], glued),
        when=_cue(aggregate["when"], glued),
        likely=_cue(aggregate["likely"], glued),
        single=_cue(aggregate["single"], glued),
        plural=_cue(aggregate["plural"], glued),
        charged=re.compile("|".join(fold(cue) for cue in part["charged"])),
        before=_cue(part["before"], glued, r"[\s,:]*(?:at least |about )?$"),
        after=_cue(part["after"], ""),
        elsewhere=_cue(part["elsewhere"], glued),
        whole=_cue(part["whole"], glued),
        severity=_cue(part["severity"], glued),
        groups={name: _cue(cues, glued) for name, cues in table["groups"].items()},
        died=_cue(table["perpetrator"]["died"], glued),
        counted=_cue(table["perpetrator"]["counted"], glued),
        more=_cue(table["perpetrator"]["more"], glued),
        left_out=_cue(table["perpetrator"]["left_out"], glued),
        hurt=_cue(table["perpetrator"]["hurt"], glued),
        facets={
            name: (
                _cue(cues["before"], glued, r":?(?P<between>(?:\s+[\w'-]+){0,3}?)\s*$"),
                re.compile(rf"\s*(?:{_one_of(cues['after'])})(?![\w])"),
            )
            for name, cues in table["facets"].items()
        },
        named=_cue(table["perpetrator"]["named"], glued),
        alive=_cue(table["perpetrator"]["alive"], glued),
        unborn=_cue(table["special"]["unborn"], glued),
        rose=_cue(table["change"]["rose"], glued),
        so_far=_cue(table["change"]["so_far"], glued),
        margin=_cue(table["special"]["margin"], glued, r"\s*(?:only |just )?$"),
        score=re.compile(rf"\s*(?:{_one_of(table['special']['score'])})"),
        some_of=_cue(part["some_of"], glued, r"\s*$"),
        only=_cue(part["only"], glued, r"\s*$"),
        others=_cue(part["others"], glued),
        next_one=tuple(_cue([cue], glued) for cue in part["next_one"]),
        active=_cue(table["perpetrator"]["active"], glued, r"\s*(?:at least |about )?$"),
        verb_first=bool(table.get("verb_first", False)),
    )
