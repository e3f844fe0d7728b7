"""The roots of one event told apart and brought together, across articles, wordings and scripts.

What is doubtful is joined rather than kept apart: two copies that count as two witnesses would make an
agreement out of an echo.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from reconcile.languages import detect
from reconcile.model import Origin
from reconcile.origins._lexicon import office_name, outlet_name, tokens
from reconcile.origins._names import holder_offices, same_name, same_outlet
from reconcile.origins._roots import Root
from reconcile.origins._voices import Voice
from reconcile.values import _gazetteer
from reconcile.values._names import block_keys

__all__ = ["resolve"]


def resolve(event: str, roots: Mapping[str, Root], texts: Sequence[str]) -> dict[str, Origin]:
    """The origin of every claim of an event.

    Args:
        event: the event's id; statements and unnamed people are origins of one event only.
        roots: the root of each claim's chain, by claim id.
        texts: the articles' texts, in which "X's office" finds out what X's office is.
    """
    roots = _with_outlets(roots)
    voices = sorted({root.voice for root in roots.values()}, key=repr)
    seats = _seats(voices, texts)
    hearing = _Hearing(event, frozenset(seats.get(v, v) for v in voices), _families(voices, seats))
    origins = {
        root: hearing.origin(replace(root, voice=seats.get(root.voice, root.voice)))
        for root in set(roots.values())
    }
    return {claim: origins[root] for claim, root in roots.items()}


def _with_outlets(roots: Mapping[str, Root]) -> dict[str, Root]:
    """Roots in which "the American site" is the one outlet that its page quotes, or nobody in particular."""
    quoted: dict[str, set[Voice]] = defaultdict(set)
    for root in roots.values():
        outlets = (
            voice for voice in (root.voice, root.relay) if voice.kind == "outlet" and voice != root.own
        )
        quoted[root.article] |= {replace(v, label="") for v in outlets if v.key or v.name}

    def known(voice: Voice, root: Root) -> Voice:
        named = quoted[root.article]
        return next(iter(named)) if len(named) == 1 else Voice("unstated", voice.label)

    def clear(root: Root) -> Root:
        voice, relay = root.voice, root.relay
        if _generic(voice):
            return replace(root, voice=known(voice, root))
        return replace(root, relay=_speaking(known(relay, root), root)) if _generic(relay) else root

    return {claim: clear(root) for claim, root in roots.items()}


def _generic(voice: Voice) -> bool:
    """Whether a voice is an outlet that only its page can name."""
    return voice.kind == "outlet" and not (voice.key or voice.name)


def _speaking(relay: Voice, root: Root) -> Voice:
    """A relay that is nobody in particular relays nothing: the page's own outlet does."""
    return root.own if relay.kind == "unstated" else relay


def _seats(voices: Sequence[Voice], texts: Sequence[str]) -> dict[Voice, Voice]:
    """Offices with the country they lack, and names of office holders as their offices."""
    full = [v for v in voices if v.kind == "office" and v.key and v.country]
    found: dict[Voice, Voice] = {}
    for voice in voices:
        if voice.kind == "office" and voice.key and not voice.country:
            countries = {v.country for v in full if v.key == voice.key}
            if len(countries) == 1:
                found[voice] = replace(voice, country=countries.pop())
        elif voice.name and (voice.kind == "named" or (voice.kind == "office" and not voice.key)):
            office = _office_held(voice, full, texts)
            if office is not None:
                found[voice] = replace(voice, kind="office", key=office[0], country=office[1])
    return found


def _office_held(voice: Voice, full: Sequence[Voice], texts: Sequence[str]) -> tuple[str, str] | None:
    """The one office that a named person holds, by other sources of the event, else by the articles."""
    held = {(v.key, v.country) for v in full if v.name and same_name(v.name, voice.name)}
    if not held and voice.kind == "office":
        held = holder_offices(voice.name, texts)
    held = {office for office in held if not voice.country or office[1] == voice.country}
    return next(iter(held)) if len(held) == 1 else None


def _families(voices: Sequence[Voice], seats: Mapping[Voice, Voice]) -> dict[Voice, str]:
    """Names that no table lists, by kind: one family for all spellings of one name, called by the fullest."""
    families: dict[Voice, str] = {}
    for kind in ("outlet", "named", "office", "body"):
        loose = [v for v in voices if v.kind == kind and v.name and not v.key and v not in seats]
        printed = kind in ("outlet", "body")
        heads = _Heads(same_outlet, tokens, detect) if printed else _Heads(same_name, str, str)
        for voice in sorted(loose, key=lambda v: (not v.name.isascii(), -len(v.name), v.name)):
            families[voice] = heads.of(voice.name)
    return families


@dataclass(frozen=True)
class _Heads:
    """The first name of every family, found by the sounds of its words.

    Names of equal ``words`` are one; others are compared only where their ``script`` differs.
    """

    same: Callable[[str, str], bool]
    words: Callable[[str], Hashable]
    script: Callable[[str], Hashable]
    known: dict[tuple[str, Hashable], str] = field(default_factory=dict)
    by_sound: dict[str, dict[Hashable, list[str]]] = field(default_factory=lambda: defaultdict(dict))

    def of(self, name: str) -> str:
        """The family of a name, which may be the first of its own."""
        words, sounds = self.words(name), sorted(block_keys(name)) or [name]
        known = next((self.known[sound, words] for sound in sounds if (sound, words) in self.known), None)
        family = known or self._family(name, sounds)
        self.known.update({(sound, words): family for sound in sounds})
        return family

    def _family(self, name: str, sounds: Sequence[str]) -> str:
        script = self.script(name)
        others = (
            head
            for sound in sounds
            for written, heads in self.by_sound[sound].items()
            if written != script
            for head in heads
        )
        found = next((head for head in dict.fromkeys(others) if self.same(head, name)), None)
        if found is None:
            for sound in sounds:
                self.by_sound[sound].setdefault(script, []).append(name)
        return found or name


@dataclass(frozen=True)
class _Hearing:
    """All voices of an event, and what they are called."""

    event: str
    voices: frozenset[Voice]
    families: Mapping[Voice, str]

    @cached_property
    def joint(self) -> tuple[Voice, ...]:
        """The joint statements, in all the words that were used for them."""
        return tuple(v for v in self.voices if v.kind == "statement" and v.joint)

    @cached_property
    def groups(self) -> list[frozenset[str]]:
        """The joint statements told apart by their parties: a shorter list of them is the same one."""
        told = {voice.parties for voice in self.joint}
        return sorted((p for p in told if not any(p < other for other in told)), key=sorted)

    @cached_property
    def offices(self) -> frozenset[tuple[str, str]]:
        """Code and country of every office that speaks."""
        return frozenset(
            (v.key, v.country) for v in self.voices if v.kind == "office" and v.key and v.country
        )

    def origin(self, root: Root) -> Origin:
        match root.voice.kind:
            case "anonymous" | "unstated":
                return self._unnamed(root)
            case "statement":
                return self._statement(root.voice)
            case "government":
                return self._government(root.voice)
            case "office" if root.voice.key:
                return self._office(root.voice)
        return self._by_name(root.voice)

    def _by_name(self, voice: Voice) -> Origin:
        if voice.kind == "outlet" and voice.key:
            return Origin(f"outlet:{voice.key}", outlet_name(voice.key) or voice.label or voice.key)
        if voice.kind == "body":
            entry = _gazetteer.entry(voice.key)
            return Origin(f"body:{voice.key}", entry.name if entry else voice.label)
        name = self.families.get(voice, voice.name or voice.label)
        return Origin(
            f"{voice.kind}:{name.casefold()}", f"Office of {name}" if voice.kind == "office" else name
        )

    def _unnamed(self, root: Root) -> Origin:
        """People without a name are one witness only where the same voice relays them."""
        relay = self.origin(replace(root, voice=root.relay))
        stated = root.voice.kind == "anonymous" and (root.relayed or bool(root.voice.country))
        place = _country(root.voice.country)
        who = f"unnamed source{f' ({place})' if place else ''} via {relay.name}"
        if not stated:
            return Origin(f"unstated:{relay.id}", f"unstated sources in {relay.name}", stated=False)
        return Origin(f"anonymous:{self.event}:{root.voice.country}:{relay.id}", who)

    def _office(self, voice: Voice) -> Origin:
        """An office; the one that put out a joint statement speaks through it."""
        through = self._published(lambda d: (d.key, d.country) == (voice.key, voice.country))
        if through is not None:
            return through
        place = _country(voice.country)
        name = f"{office_name(voice.key)} ({place})" if place else office_name(voice.key)
        return Origin(f"office:{voice.key}:{voice.country or '?'}", name)

    def _government(self, voice: Voice) -> Origin:
        """A country's name: its joint statement, its one office that speaks here, else the government."""
        through = self._published(lambda d: bool(d.country) and d.country == voice.country)
        if through is not None:
            return through
        own = [office for office in self.offices if office[1] == voice.country]
        if len(own) == 1:
            return self._office(Voice("office", voice.label, *own[0]))
        place = _country(voice.country)
        return Origin(f"government:{voice.country or voice.label.casefold()}", place or voice.label)

    def _published(self, by: Callable[[Voice], bool]) -> Origin | None:
        """The one joint statement that somebody put out."""
        found = {self._statement(voice) for voice in self.joint if by(voice)}
        return found.pop() if len(found) == 1 else None

    def _statement(self, voice: Voice) -> Origin:
        if not voice.joint:
            return self._own_statement(voice)
        groups = [group for group in self.groups if voice.parties <= group]
        if len(groups) > 1:
            return Origin(f"unstated:statement:{self.event}", "one of several joint statements", stated=False)
        parties = groups[0] if groups else voice.parties
        names = ", ".join(sorted(_country(code) for code in parties))
        return Origin(f"statement:{self.event}:{'+'.join(sorted(parties))}",
                      f"joint statement ({names})" if names else "joint statement")  # fmt: skip

    def _own_statement(self, voice: Voice) -> Origin:
        """A statement of one country ("the American statement") is what that country's office put out."""
        if len(voice.parties) == 1:
            return self._government(replace(voice, kind="government", country=next(iter(voice.parties))))
        joint = self.groups
        if not voice.parties and len(joint) == 1:
            return self._statement(replace(voice, joint=True))
        return Origin(f"statement:{self.event}:{voice.label.casefold()}", voice.label)


def _country(code: str) -> str:
    entry = _gazetteer.entry(code) if code else None
    return entry.name if entry else ""
