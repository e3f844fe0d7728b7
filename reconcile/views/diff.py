"""What changed between two reports: findings and facts that are new, gone, or stand differently.

It reads the report contract (``reconcile.report/1``), so a report that was saved as JSON weeks ago can be one of
the two. The same fact is known by its claims: a claim's id depends on its content alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from reconcile import values
from reconcile.errors import ReconcileError
from reconcile.model import FactStatus, FindingKind, Value
from reconcile.views import View
from reconcile.views import _words as words
from reconcile.views._bidi import isolate, prose
from reconcile.views._html import fragment

__all__ = ["Change", "Changes", "changes", "diff", "laid_out"]

SCHEMA = "reconcile.report/1"
_VALUE: TypeAdapter[Any] = TypeAdapter(Value)
_SIGNS = {"new": "+", "gone": "-", "changed": "~"}
_Thing = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One finding or fact that is not as it was."""

    how: Literal["new", "gone", "changed"]
    id: str
    kind: str
    """The kind of a finding, the status of a fact; of what is gone, the last one."""
    was: str
    """What it was before, where that differs: the kind of a finding, the status of a fact."""
    sign: str
    event: str
    question: str
    told: tuple[str, ...]
    """The values, a finding's sides one by one."""
    outlets: tuple[str, ...]
    notes: tuple[str, ...]
    """What exactly changed, in plain English."""

    @property
    def mark(self) -> str:
        """``+``, ``-`` or ``~``, as in other listings of changes."""
        return _SIGNS[self.how]


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that changed."""

    findings: tuple[Change, ...]
    facts: tuple[Change, ...]
    articles_new: tuple[str, ...]
    articles_gone: tuple[str, ...]
    rules: tuple[str, ...]
    """Rule sets that are not the same in both."""

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))

    @property
    def new(self) -> tuple[Change, ...]:
        """Findings that were not there, and those that were of another kind."""
        return tuple(change for change in self.findings if change.how == "new" or change.was)


def diff(old: _Thing, new: _Thing) -> View:
    """The changes from one report to another, both as the contract has them.

    Raises:
        ReconcileError: when one of the two is no report of this form.
    """
    return laid_out(changes(old, new))


def laid_out(made: Changes) -> View:
    """Changes as a view."""
    return View(fragment("diff.html", changes=made), _text(made), tuple(_rows(made)))


def changes(old: _Thing, new: _Thing) -> Changes:
    """The same as records."""
    before, after = _Side.of(old, "the old report"), _Side.of(new, "the new report")
    return Changes(
        findings=tuple(_changed(before, after, "findings", _finding_notes)),
        facts=tuple(_changed(before, after, "facts", _fact_notes)),
        articles_new=tuple(name for id, name in after.outlets.items() if id not in before.outlets),
        articles_gone=tuple(name for id, name in before.outlets.items() if id not in after.outlets),
        rules=tuple(_rules(old, new)),
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two reports, with its names looked up."""

    data: _Thing
    events: Mapping[str, str]
    outlets: Mapping[str, str]
    printed: Mapping[str, str]

    @classmethod
    def of(cls, data: _Thing, where: str) -> _Side:
        if data.get("schema") != SCHEMA:
            raise ReconcileError(
                f"is not a report of the form {SCHEMA}: its schema is {data.get('schema')!r}", where=where
            )
        return cls(
            data,
            {event["id"]: words.line(event.get("label") or event["id"]) for event in data["events"]},
            {a["id"]: words.line(a.get("outlet") or a["id"]) for a in data["articles"]},
            words.printed(claim.get("qualifiers", {}) for claim in data["claims"]),
        )

    def outlet(self, article: str) -> str:
        return self.outlets.get(article, words.line(article))

    def outlets_of(self, thing: _Thing) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.outlet(id) for id in thing["articles"]))

    def change(
        self, how: Literal["new", "gone", "changed"], thing: _Thing, notes: Sequence[str] = (), was: str = ""
    ) -> Change:
        finding, kind = "kind" in thing, _standing(thing)
        signs: Mapping[Any, str] = words.SIGNS if finding else words.STATUS_SIGNS
        return Change(
            how=how,
            id=thing["id"],
            kind=kind.replace("_", " "),
            was=was.replace("_", " "),
            sign=signs[FindingKind(kind) if finding else FactStatus(kind)],
            event=self.events.get(thing["event"], words.line(thing["event"])),
            question=words.line(words.question(thing["attribute"], thing["qualifiers"], self.printed)),
            told=_told(thing),
            outlets=self.outlets_of(thing),
            notes=tuple(notes),
        )


def _standing(thing: _Thing) -> str:
    """The kind of a finding, the status of a fact."""
    kind: str = thing["kind"] if "kind" in thing else thing["status"]
    return kind


def _told(thing: _Thing) -> tuple[str, ...]:
    """The value of a fact, or those of a finding."""
    return tuple(_shown(one["value"]) for one in thing.get("values", (thing,)))


def _shown(value: _Thing) -> str:
    """A value of the contract in words; what no longer has the form, as it was printed."""
    try:
        return words.line(values.show(_VALUE.validate_python(value)))
    except ValidationError:
        return words.line(str(value.get("raw") or value.get("value") or value.get("kind")))


_Notes = Callable[[_Side, _Side, _Thing, _Thing], Iterator[str]]


def _changed(before: _Side, after: _Side, what: str, notes: _Notes) -> Iterator[Change]:
    """New ones first, then those that changed, then those that are gone."""
    old, new = before.data[what], after.data[what]
    known = _pairs(old, new)
    for thing in new:
        if thing["id"] not in known:
            yield after.change("new", thing)
    for thing in new:
        was = known.get(thing["id"])
        if was and (told := tuple(notes(before, after, was, thing))):
            before_that = _standing(was)
            yield after.change("changed", thing, told, before_that if before_that != _standing(thing) else "")
    kept = {was["id"] for was in known.values()}
    for thing in old:
        if thing["id"] not in kept:
            yield before.change("gone", thing)


def _pairs(old: Sequence[_Thing], new: Sequence[_Thing]) -> Mapping[str, _Thing]:
    """For the id of every new thing the old one that it was: claims in common, best the same value and most of them.

    Each old one is taken once. Members of one list share its claims, so the value comes first.
    """
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, thing in enumerate(old):
        for claim in set(thing["claims"]):
            holders[thing["attribute"], claim].append(i)
    was, now = [_told(thing) for thing in old], [_told(thing) for thing in new]
    shared = sorted(
        (was[i] != now[j], -common, old[i]["id"] != thing["id"], i, j)
        for j, thing in enumerate(new)
        for i, common in Counter(
            i for claim in set(thing["claims"]) for i in holders.get((thing["attribute"], claim), ())
        ).items()
    )
    found: dict[str, _Thing] = {}
    taken: set[int] = set()
    for *_, i, j in shared:
        if i not in taken and new[j]["id"] not in found:
            taken.add(i)
            found[new[j]["id"]] = old[i]
    return found


def _finding_notes(before: _Side, after: _Side, old: _Thing, new: _Thing) -> Iterator[str]:
    if old["kind"] != new["kind"]:
        yield f"was {old['kind'].replace('_', ' ')}"
    was, now = ({_shown(one["value"]) for one in thing["values"]} for thing in (old, new))
    if now - was:
        yield f"also {words.listed(sorted(now - was))}"
    if was - now:
        yield f"no longer {words.listed(sorted(was - now))}"
    yield from _voices(before, after, old, new)


def _fact_notes(before: _Side, after: _Side, old: _Thing, new: _Thing) -> Iterator[str]:
    if old["status"] != new["status"]:
        yield f"was {old['status'].replace('_', ' ')}"
    was, now = _shown(old["value"]), _shown(new["value"])
    if was != now:
        yield f"was told as {was}"
    if (old["origins"]["min"], old["origins"]["max"]) != (new["origins"]["min"], new["origins"]["max"]):
        yield f"origins {_range(old['origins'])} before, {_range(new['origins'])} now"
    yield from _voices(before, after, old, new)


def _voices(before: _Side, after: _Side, old: _Thing, new: _Thing) -> Iterator[str]:
    was, now = before.outlets_of(old), after.outlets_of(new)
    if more := [name for name in now if name not in was]:
        yield f"now also told by {words.listed(more)}"
    if less := [name for name in was if name not in now]:
        yield f"no longer told by {words.listed(less)}"


def _range(origins: _Thing) -> str:
    low, high = origins["min"], origins["max"]
    return str(low) if low == high else f"{low} to {high}"


def _rules(old: _Thing, new: _Thing) -> Iterator[str]:
    was = {r["name"]: (r.get("version"), r.get("hash")) for r in old["rulesets"]}
    now = {r["name"]: (r.get("version"), r.get("hash")) for r in new["rulesets"]}
    for name in sorted(was.keys() | now.keys()):
        if was.get(name) != now.get(name):
            told = [f"{r[0]} ({r[1]})" if r else "absent" for r in (was.get(name), now.get(name))]
            yield words.line(f"{name}: {told[0]} before, {told[1]} now")


def _rows(made: Changes) -> Iterator[Mapping[str, Any]]:
    for what, changed in (("finding", made.findings), ("fact", made.facts)):
        for c in changed:
            yield {"what": what, "how": c.how, "id": c.id, "kind": c.kind, "event": c.event, "question": c.question,
                   "told": "; ".join(c.told), "outlets": "; ".join(c.outlets), "notes": "; ".join(c.notes)}  # fmt: skip


def _text(made: Changes) -> str:
    lines = []
    for title, names in (("new article", made.articles_new), ("article gone", made.articles_gone)):
        lines += [f"{title}: {isolate(name)}" for name in names]
    lines += [f"rule set {told}" for told in made.rules]
    for title, changed in (("FINDINGS", made.findings), ("FACTS", made.facts)):
        lines += [title] if changed else []
        for c in changed:
            told = " / ".join(isolate(value) for value in c.told)
            lines.append(f"  {c.mark} {c.kind}: {prose(c.question)}: {told}  [{c.id}]")
            lines += [f"      {prose(note)}" for note in c.notes]
    return "\n".join(lines) or "Nothing changed."
