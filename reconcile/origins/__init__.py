"""Who is behind a claim: attribution chains followed to independent origins.

Ten copies are one witness. "Reuters, quoting a Syrian official" is one origin in every outlet and script that
relays it; so are one joint statement, an office under its many names, and a source that is an outlet
itself. An empty chain is the outlet's own voice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from reconcile.model import Origin, Origins, PlacedClaim
from reconcile.origins._event import resolve
from reconcile.origins._interest import with_interest
from reconcile.origins._kin import with_kin
from reconcile.origins._listed import Outlets, knowing, read_outlets
from reconcile.origins._roots import Root, own_voice, root_of

__all__ = ["Outlets", "copies", "count", "read_outlets", "trace"]


def trace(placed: Sequence[PlacedClaim], outlets: Outlets | None = None) -> Mapping[str, Origin]:
    """The origin of every claim, by claim id; ``outlets`` are those that a user adds to the list.

    Within an event equal origins have equal ids, whatever the article, the wording and the script. One
    origin with two values in one slot is a relay conflict: two outlets heard one voice differently. Outlets that
    copy each other keep their own origins and share a ``kin``; who speaks for a party is marked ``interested``.
    """
    with knowing(outlets):
        return with_interest(placed, with_kin(placed, _resolved(placed)))


def _resolved(placed: Sequence[PlacedClaim]) -> dict[str, Origin]:
    """The origin of every claim, event by event."""
    events: dict[str, dict[str, Root]] = defaultdict(dict)
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    own = {
        name: own_voice(page) for name, page in {claim.article.id: claim.article for claim in placed}.items()
    }
    for claim in placed:
        events[claim.event][claim.id] = root_of(claim, own[claim.article.id])
        if claim.article.text:
            texts[claim.event][claim.article.id] = claim.article.text
    return {
        name: origin
        for event, roots in sorted(events.items())
        for name, origin in resolve(event, roots, [texts[event][a] for a in sorted(texts[event])]).items()
    }


def copies(rows: Iterable[Sequence[Hashable]]) -> dict[str, str]:
    """Sources that copy each other, learnt from rows of object, attribute, source and value.

    Two sources are grouped where they agree on at least 0.99 of at least 100 shared items, never below.

    >>> copies([("f1", "gate", "a", "B2"), ("f1", "gate", "b", "B2")])
    {}
    """
    from reconcile.origins._copies import copies as learn  # noqa: PLC0415  columns cost an import that few runs need

    return learn(rows)


def count(claims: Iterable[PlacedClaim], origins: Mapping[str, Origin]) -> Origins:
    """How many independent witnesses claims have: at least, at most, and who.

    >>> count([], {}).max
    0
    """
    return Origins.of(origins[claim.id] for claim in claims if claim.id in origins)
