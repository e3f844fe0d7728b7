"""Where a claim comes from in the end: the root of its attribution chain, still in its own words.

The root is the innermost voice. A statement that several put out together is the root wherever it stands in
the chain, since ministry and statement relay each other; the outlet's own name in its own chain says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reconcile.model import Article, PlacedClaim
from reconcile.origins._credit import credited
from reconcile.origins._voices import Voice, outlet_voice, read

__all__ = ["Root", "own_voice", "root_of"]


@dataclass(frozen=True, slots=True)
class Root:
    """The last voice of a chain, and the voice that relays it (the article's own where nobody else does)."""

    voice: Voice
    relay: Voice
    own: Voice
    article: str

    @property
    def relayed(self) -> bool:
        """Whether somebody other than the article's own outlet stands between."""
        return self.relay != self.own


def root_of(placed: PlacedClaim, own: Voice) -> Root:
    """The root of one claim's chain; ``own`` is the voice of its article."""
    chain = [voice for source in placed.claim.attribution if not _is(voice := read(source), own)]
    if not chain:
        return Root(own, own, own, placed.article.id)
    at = _root_at(chain)
    relays = [voice for voice in chain[:at] if voice.kind not in ("anonymous", "unstated")]
    return Root(_in_full(chain, at), relays[-1] if relays else own, own, placed.article.id)


def own_voice(article: Article) -> Voice:
    """The agency whose report it prints; else its outlet; without one its host; else the article itself."""
    if agency := credited(article):
        return Voice("outlet", agency, key=agency)
    if article.outlet or article.host:
        voice = outlet_voice(article.outlet or article.host)
        return voice if voice.key or voice.name else replace(voice, name=voice.label)
    return Voice("outlet", article.id, key=f"article:{article.id}")


def _is(voice: Voice, own: Voice) -> bool:
    return voice.kind == "outlet" and (voice.key, voice.name) == (own.key, own.name)


def _root_at(chain: Sequence[Voice]) -> int:
    """Where the root stands: a joint statement, or an office before its own government, else the last."""
    joint = [at for at, voice in enumerate(chain) if voice.kind == "statement" and voice.joint]
    if joint:
        return joint[-1]
    last = len(chain) - 1
    if chain[last].kind in ("government", "statement"):
        for at in range(last - 1, -1, -1):
            if chain[at].kind == "office" and _one_country(chain[at], chain[last]):
                return at
    return last


def _one_country(office: Voice, other: Voice) -> bool:
    countries = {other.country, *other.parties} - {""}
    return not office.country or not countries or office.country in countries


def _in_full(chain: Sequence[Voice], at: int) -> Voice:
    """The root with what the rest of the chain says of it: who put out a statement."""
    root = chain[at]
    if root.kind != "statement":
        return root
    issuers = [voice for voice in chain if voice.kind in ("office", "government") and voice.country]
    if root.joint:
        office = next((v for v in issuers if v.kind == "office"), issuers[0] if issuers else None)
        if office is None or root.country:
            return root
        return replace(root, key=root.key or office.key, country=office.country)
    if root.key and root.country:
        return Voice("office", root.label, root.key, root.country)
    if not root.parties and not root.country and issuers:
        return issuers[0]
    return root
