"""Rows of a table as columns: which origin gives which answer to which question.

A question (*slot*) is one attribute of one object. Every source has one vote a slot: its latest answer where
rows are dated, else the one that it gives most often. Sources of one origin share a vote.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reconcile.errors import InputError
from reconcile.fusion._kinds import Kind, kind_named

__all__ = ["Floats", "Ints", "Poll", "Row", "gather"]

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
#: Object, attribute, source, value and, where known, a time that can be sorted.
Row = Sequence[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Poll:
    """The votes on all slots, sorted by slot, origin and answer whatever the order of the rows.

    An *option* is one answer to one slot; ``vote_*`` are columns of one length, one entry a vote. ``helps`` are
    pairs of options: who gives the first one supports the second one as well (a time within tolerance, a place
    that holds the other).
    """

    slots: tuple[tuple[str, str], ...]
    attributes: tuple[str, ...]
    kinds: tuple[Kind, ...]
    slot_attribute: Ints
    origins: tuple[str, ...]
    members: tuple[tuple[str, ...], ...]
    """The sources of every origin."""
    options: tuple[Hashable, ...]
    option_slot: Ints
    option_sources: Ints
    """How many sources, copies included, give an answer."""
    vote_slot: Ints
    vote_origin: Ints
    vote_option: Ints
    helps: NDArray[np.int64]
    broader: Mapping[Hashable, Collection[Hashable]]

    def kind_of(self, slots: Ints) -> Ints:
        """The index of each slot's kind in ``kinds``."""
        return self.slot_attribute[slots]


def gather(
    rows: Iterable[Row],
    kinds: Mapping[str, str],
    broader: Mapping[Hashable, Collection[Hashable]],
    origins: Mapping[str, str],
) -> Poll:
    """The poll of a table."""
    table = _Table.of(rows, kinds)
    kept = _one_vote(table.slot, table.source, table.code, table.time)
    slot, source, code = table.slot[kept], table.source[kept], table.code[kept]
    option_slot, option_code, option = _unique_pairs(slot, code)
    groups, members, origin_of = _origins(table.sources, origins)
    shared = _one_vote(slot, origin_of[source], option.astype(np.float64), None)
    options = table.answers(option_slot, option_code)
    return Poll(
        slots=tuple(table.slots),
        attributes=table.attributes,
        kinds=table.kinds,
        slot_attribute=table.slot_attribute,
        origins=groups,
        members=members,
        options=options,
        option_slot=option_slot,
        option_sources=np.bincount(option, minlength=len(option_slot)),
        vote_slot=slot[shared],
        vote_origin=origin_of[source][shared],
        vote_option=option[shared],
        helps=_helps(table, option_slot, option_code, options, broader),
        broader=broader,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Table:
    slots: list[tuple[str, str]]
    attributes: tuple[str, ...]
    kinds: tuple[Kind, ...]
    slot_attribute: Ints
    sources: list[str]
    words: list[Hashable]
    slot: Ints
    source: Ints
    code: Floats
    time: Ints | None

    @classmethod
    def of(cls, rows: Iterable[Row], kinds: Mapping[str, str]) -> _Table:
        listed = list(rows)
        sizes = set(map(len, listed))
        if min(sizes, default=4) < 4:
            raise InputError("a row is an object, an attribute, a source, a value and, at will, a time")
        columns = [list(map(itemgetter(place), listed)) for place in range(4)]
        objects, things = _ranks(list(map(str, columns[0])))
        asked, attributes = _ranks(list(map(str, columns[1])))
        source, sources = _ranks(list(map(str, columns[2])))
        kind = tuple(kind_named(kinds.get(name, "text")) for name in attributes)
        code, words = _codes(columns[3], asked, kind)
        width = max(len(attributes), 1)
        place, slot = np.unique(objects * width + asked, return_inverse=True)
        read = np.isfinite(code)
        return cls(
            slots=[(things[at // width], attributes[at % width]) for at in place.tolist()],
            attributes=tuple(attributes),
            kinds=kind,
            slot_attribute=place % width,
            sources=sources,
            words=words,
            slot=slot[read],
            source=source[read],
            code=code[read],
            time=_times(listed)[read] if max(sizes, default=4) > 4 else None,
        )

    def answers(self, slots: Ints, codes: Floats) -> tuple[Hashable, ...]:
        """The answers behind codes."""
        numeric = np.array([kind.numeric for kind in self.kinds], bool)[self.slot_attribute[slots]]
        return tuple(
            (int(code) if code == int(code) else code) if number else self.words[int(code)]
            for code, number in zip(codes.tolist(), numeric.tolist(), strict=True)
        )


def _ranks(names: Sequence[str]) -> tuple[Ints, list[str]]:
    """Names as numbers in the order of the alphabet, so that the order of the rows plays no part."""
    ordered = sorted(set(names))
    rank = {name: at for at, name in enumerate(ordered)}
    return np.fromiter(map(rank.__getitem__, names), np.int64, len(names)), ordered


def _codes(values: Sequence[Any], asked: Ints, kinds: Sequence[Kind]) -> tuple[Floats, list[Hashable]]:
    """Every value as a number: numbers are themselves, words and lists have their rank; nan was not read."""
    codes = np.full(len(values), np.nan)
    words: dict[int, Hashable] = {}
    for at, kind in enumerate(kinds):
        rows = np.flatnonzero(asked == at)
        if kind.numeric:
            codes[rows] = _numbers([values[row] for row in rows.tolist()], kind)
        else:
            words |= {row: word for row in rows.tolist() if (word := _word(values[row], kind)) is not None}
    ordered = sorted(set(words.values()), key=repr)
    rank = {word: at for at, word in enumerate(ordered)}
    codes[list(words)] = [rank[word] for word in words.values()]
    return codes, ordered


def _word(value: Any, kind: Kind) -> Hashable:
    if value is None or value == "":
        return None
    if kind.form != "members":
        return value if isinstance(value, Hashable) else str(value)
    return tuple(sorted({str(member) for member in ([value] if isinstance(value, str) else value)})) or None


def _numbers(values: Sequence[Any], kind: Kind) -> Floats:
    """Numbers as far as they can be read; times are whole minutes."""
    try:
        read = np.array(values, np.float64)
    except (TypeError, ValueError, OverflowError):
        read = np.array([_number(value) for value in values], np.float64)
    read[~np.isfinite(read)] = np.nan
    return read if kind.form == "median" else np.round(read)


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError, OverflowError):
        return np.nan


def _times(rows: Sequence[Row]) -> Ints:
    """When each row was told, as a rank; a row without a time comes before all."""
    told = [str(row[4]) if len(row) > 4 and row[4] is not None else "" for row in rows]
    return _ranks(told)[0]


def _one_vote(slot: Ints, voice: Ints, code: Floats, time: Ints | None) -> Ints:
    """The row of every slot and voice that counts: its latest, else its commonest, else its first answer."""
    order = np.lexsort((code, voice, slot) if time is None else (code, -time, voice, slot))
    s, v, c = slot[order], voice[order], code[order]
    fresh = np.ones(len(order), bool)
    fresh[1:] = (s[1:] != s[:-1]) | (v[1:] != v[:-1])
    if time is not None or not len(order):
        return order[fresh]
    run = fresh.copy()
    run[1:] |= c[1:] != c[:-1]
    starts = np.flatnonzero(run)
    length = np.diff(np.append(starts, len(order)))
    ranked = np.lexsort((c[starts], -length, v[starts], s[starts]))
    first = np.ones(len(ranked), bool)
    at = starts[ranked]
    first[1:] = (s[at][1:] != s[at][:-1]) | (v[at][1:] != v[at][:-1])
    return order[at[first]]


def _unique_pairs(slot: Ints, code: Floats) -> tuple[Ints, Floats, Ints]:
    """Distinct (slot, code) in order, and the place of every pair among them."""
    order = np.lexsort((code, slot))
    fresh = np.ones(len(order), bool)
    fresh[1:] = (slot[order][1:] != slot[order][:-1]) | (code[order][1:] != code[order][:-1])
    place = np.empty(len(order), np.int64)
    place[order] = np.cumsum(fresh) - 1
    at = order[fresh]
    return slot[at], code[at], place


def _origins(
    sources: Sequence[str], origins: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...], Ints]:
    at, names = _ranks([origins.get(source, source) for source in sources])
    members: list[list[str]] = [[] for _ in names]
    for source, place in zip(sources, at.tolist(), strict=True):
        members[place].append(source)
    return tuple(names), tuple(map(tuple, members)), at


def _helps(
    table: _Table,
    slot: Ints,
    code: Floats,
    options: Sequence[Hashable],
    broader: Mapping[Hashable, Collection[Hashable]],
) -> NDArray[np.int64]:
    """Pairs of options of one slot of which the first supports the second."""
    tolerance = np.array([kind.tolerance for kind in table.kinds])
    form = np.array([kind.form == "choice" for kind in table.kinds], bool)
    reach = tolerance[table.slot_attribute[slot]] if len(slot) else np.zeros(0)
    pairs = [_near(slot, code, reach)]
    if broader and len(slot):
        words = np.flatnonzero(form[table.slot_attribute[slot]] & (reach == 0))
        pairs.append(_above(words, slot, options, broader))
    return np.concatenate(pairs)


def _near(slot: Ints, code: Floats, reach: Floats) -> NDArray[np.int64]:
    """Numbers within the tolerance of their kind, both ways."""
    found = [np.zeros((0, 2), np.int64)]
    for step in range(1, len(slot)):
        left = np.arange(len(slot) - step)
        close = (slot[left] == slot[left + step]) & (code[left + step] - code[left] <= reach[left])
        left = left[close]
        if not len(left):
            break
        found += [np.stack([left, left + step], 1), np.stack([left + step, left], 1)]
    return np.concatenate(found)


def _above(
    words: Ints, slot: Ints, options: Sequence[Hashable], broader: Mapping[Hashable, Collection[Hashable]]
) -> NDArray[np.int64]:
    """Options that hold another one of their slot, unless each holds the other."""
    place = {(slot[at], options[at]): at for at in words.tolist()}
    pairs = [
        (up, at)
        for (where, option), at in place.items()
        for name in broader.get(option, ())
        if name != option and (up := place.get((where, name))) is not None
        if option not in broader.get(name, ())
    ]
    return np.array(sorted(pairs), np.int64).reshape(-1, 2)
