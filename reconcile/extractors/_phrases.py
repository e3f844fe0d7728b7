"""Where a phrase that names a source begins and ends: after a verb, before it, around a comma."""

from __future__ import annotations

from dataclasses import replace

from reconcile.extractors._naming import PEOPLE, Phrase, is_naming, read
from reconcile.extractors._sentences import is_abbreviation
from reconcile.extractors._sources import Page, Token

__all__ = ["Phrase", "following", "preceding", "read"]

_VERBS = ("say", "announce", "think", "quote", "describe", "passive", "participle")
_LONGEST = 14
_MEDIA = ("outlet", "agency")


def following(page: Page, index: int, stop: int) -> Phrase | None:
    """The phrase that begins at a token, as far as it reaches before ``stop``."""
    if index >= stop or _cannot_begin(page.tokens[index]):
        return None
    return read(page, index, _reach(page, index, stop))


def _cannot_begin(token: Token) -> bool:
    if token.tag("head", "outlet", "agency") or token.mention:
        return False
    return (
        token.tag("complement", "relative", "negation", "preposition", "be", "according", "citing", "adverb")
        is not None
    )


def _reach(page: Page, index: int, stop: int) -> int:
    at = index
    while at < min(stop, index + _LONGEST):
        token = page.tokens[at]
        if token.partner > at and _names(page, at, index):
            at = token.partner + 1
        elif token.mark:
            if not _tight(page, at):
                break
            at += 1
        elif at > index and _ends(page, at):
            break
        else:
            at += 1
    return at


_BREAKS = ("complement", "relative", "negation", "subordinator", "according", "citing", "quoted_as",
           "listeners", "be", "speaking_to", "without")  # fmt: skip


def _ends(page: Page, at: int) -> bool:
    """Whether a phrase ends before this token."""
    token, reported = page.tokens[at], _is_report(page.tokens[at - 1])
    if token.tag(*_BREAKS) or token.form == "\n":
        return True
    if token.tag("head", "outlet", "agency"):
        return _is_listener(page, at) and not reported
    if page.lexicon.cased and token.tag("determiner", "pronoun", "adverb"):
        return not page.tokens[at - 1].tag("preposition")
    if token.tag("additive"):
        return _is_new_clause(page, at)
    return _is_adjunct(page, at, reported)


def _is_adjunct(page: Page, at: int, reported: bool) -> bool:
    """Whether this token begins what was said, or when and where it was said."""
    token = page.tokens[at]
    if page.tokens[at - 1].tag("issued"):
        return False
    if token.tag("time", "objects", "conjunct", *_VERBS):
        return not (reported and token.tag("passive"))
    if token.tag("media"):
        return any(tag.kind == "media" and tag.lead for tag in token.tags)
    if not page.lexicon.cased and token.tag("report"):
        return True
    return token.tag("preposition") is not None and not (_opens_name(page, at + 1) or _is_inner(page, at))


def _is_new_clause(page: Page, at: int) -> bool:
    """Whether "and" goes on with a sentence, not with a name ("disaster and emergency centre")."""
    after = page.tokens[at + 1] if at + 1 < len(page.tokens) else None
    return (
        after is None or after.mark or after.tag("determiner", "pronoun", "complement", *_VERBS) is not None
    )


def _opens_name(page: Page, at: int) -> bool:
    """Whether the name of an outlet in quotation marks begins here."""
    if at >= len(page.tokens) or page.tokens[at].partner <= at:
        return False
    return page.tokens[at + 1].tag("outlet", "agency") is not None


def _is_listener(page: Page, at: int) -> bool:
    """Whether a medium under a preposition is the one that was spoken to ("said to Reuters")."""
    token = page.tokens[at]
    tag = token.tag("outlet", "agency", "head")
    if tag is None or not tag.lead or (tag.kind == "head" and tag.value.split(":")[0] not in _MEDIA):
        return any(t.kind == "media" and t.lead for t in token.tags) and tag is not None and bool(tag.lead)
    return tag.lead not in page.lexicon.grammar["conjunctions"]


def _is_report(token: Token) -> bool:
    return any(tag.kind == "head" and tag.value.startswith("reports") for tag in token.tags)


def _is_inner(page: Page, at: int) -> bool:
    """Whether a preposition goes on with the name of a source ("ministry of health")."""
    token = page.tokens[at]
    if token.form not in page.lexicon.inner:
        return False
    ahead = page.tokens[at + 1 : at + 4]
    if not ahead or ahead[0].mark or ahead[0].form[0].isdigit():
        return False
    after_article = [token for token in ahead if not token.tag("determiner")]
    return not (after_article and any(t.tag("media", "time", "listeners") for t in after_article[:2]))


def _names(page: Page, at: int, index: int) -> bool:
    """Whether the quotation that opens here holds a name and no speech."""
    close = page.tokens[at].partner
    inside = page.tokens[at + 1 : close]
    if not inside or len(inside) > 5 or close >= len(page.tokens):
        return False
    if inside[0].tag("outlet", "agency") or any(is_naming(page, near) for near in range(max(0, at - 3), at)):
        return True
    if any(token.mark for token in inside):
        return False
    following = page.tokens[close + 1] if close + 1 < len(page.tokens) else None
    return at == index and len(inside) <= 3 and following is not None and not following.mark


def _tight(page: Page, at: int) -> bool:
    """Whether a mark stands between two words without a blank ("al-Rai", "Reuters/Ipsos")."""
    token, text = page.tokens[at], page.text
    if token.form == "." and at and is_abbreviation(page.tokens[at - 1].form):
        return text[token.start - 1 : token.start].isalnum()
    return (
        token.form in "-/'&."
        and text[token.start - 1 : token.start].isalnum()
        and text[token.end : token.end + 1].isalnum()
    )


def preceding(page: Page, index: int, start: int) -> Phrase | None:
    """The phrase that ends right before a token: the subject of a verb that follows it."""
    at = index - 1
    while at >= start and page.tokens[at].tag("adverb", "relative") and not page.tokens[at].tag("head"):
        at -= 1
    if at > start and page.tokens[at].form == ")":
        opened = [place for place in range(max(start, at - 6), at) if page.tokens[place].form == "("]
        at = opened[-1] - 1 if opened else at
    if at < start:
        return None
    if page.tokens[at].form == ",":
        return _apposition(page, at, start)
    return read(page, _begin(page, at, start), at + 1)


def _begin(page: Page, at: int, start: int) -> int:
    """Where the run of words that ends at a token begins."""
    first = at + 1
    while first > start and at + 1 - first < _LONGEST:
        token = page.tokens[first - 1]
        if 0 <= token.partner < first - 1 and _names(page, token.partner, -1):
            first = token.partner
            continue
        if token.mark:
            if not _tight(page, first - 1):
                break
        elif _cuts(token):
            break
        first -= 1
    return first


def _cuts(token: Token) -> bool:
    """Whether a subject cannot reach back over this token."""
    if token.tag("complement", "according", "citing", "thus", "negation", "relative"):
        return True
    return token.tag("conjunct", "subordinator", *_VERBS) is not None and not token.tag("head", "outlet")


def _apposition(page: Page, comma: int, start: int) -> Phrase | None:
    """A subject that a comma cuts off from its verb: "the envoy, John Roe, said", "the channel, said"."""
    inner = _begin(page, comma - 1, start)
    before = page.tokens[inner - 1].form if inner > start else ""
    name = read(page, inner, comma)
    if before != ",":
        return name
    outer = read(page, _begin(page, inner - 2, start), inner - 1)
    if outer is None:
        return name
    if name is not None and name.known and not outer.known:
        return _introduced(outer, name, comma) if name.type in PEOPLE or name.head == "spokesman" else name
    words = outer.words | (name.words if name else frozenset())
    spoken_for = outer.type in PEOPLE or outer.head == "spokesman"
    if name is not None and spoken_for and name.words - outer.words:
        full = replace(outer, type="named_official", name=f"{outer.name}, {name.name}", bare=False)
        return replace(full, last=comma + 1, words=words)
    return replace(outer, last=comma + 1, words=words)


def _introduced(name: Phrase, role: Phrase, comma: int) -> Phrase:
    """ "Jane Roe, a spokeswoman for the ministry,": one source, by name and role."""
    whole = replace(role, first=name.first, last=comma + 1, name=f"{name.name}, {role.name}", bare=False)
    return replace(whole, type="named_official", words=name.words | role.words)
