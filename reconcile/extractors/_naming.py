"""What a phrase names: an outlet, a ministry, "a senior official", a joint statement, a person.

What kind of source it is follows from its head noun. The head stands first in Arabic and Hebrew, and last
before "of" or "for" in English; which of the two holds is the only thing here that depends on the language.
A run of words without a known head is a name at most, and its reader must have another reason to believe
that it names somebody who speaks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reconcile.extractors._sources import Page, SourceType, Tag, Token

__all__ = ["PEOPLE", "Phrase", "is_naming", "read"]

PEOPLE: tuple[SourceType, ...] = ("named_official", "anonymous_officials", "anonymous_sources")
_QUOTES = frozenset('"“”„«»״')
_MEDIA: tuple[SourceType, ...] = ("outlet", "agency")
_AUTHORS: tuple[SourceType, ...] = ("official_body", "organisation", "outlet", "agency")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of tokens that names a source; ``last`` is the index of the first token after it."""

    first: int
    last: int
    type: SourceType
    name: str
    head: str = ""
    side: str | None = None
    bare: bool = False
    """Only a head noun that points back ("the official"): it names nobody by itself."""
    relay: Phrase | None = None
    """The outlet that it spoke to, where the phrase says so ("an official speaking to Reuters")."""
    words: frozenset[str] = frozenset()
    """The words of it that may be a name."""
    lemma: str = ""
    """The head word itself, without an article: "the army" does not point back to the police."""
    known: bool = True
    """Whether a head noun, an outlet or a place says that it is a source; else it is a name at most."""


def read(page: Page, first: int, last: int) -> Phrase | None:
    """What the tokens from ``first`` to ``last`` name, or ``None`` when it can be no source."""
    first, last = _trim(page, first, last)
    if first >= last or page.tokens[first].tag("no_sources"):
        return None
    head = _head(page, first, last)
    last = _to_adverb(page, last, head)
    medium = _medium(page, first, last, head)
    first = _from_head(page, first, head)
    if head is not None and _is_counted(page, head):
        return None
    last = _to_matter(page, last, head)
    if medium is not None:
        return _by_medium(page, medium, head, min(first, medium.at), last)
    if head is not None:
        return _by_head(page, head, first, last)
    return _by_place(page, first, last) or _by_name(page, first, last)


def _trim(page: Page, first: int, last: int) -> tuple[int, int]:
    """Without openers and times in front, and without what hangs over at the end."""
    tokens = page.tokens
    while first < last and (
        (tokens[first].mark and tokens[first].partner < first) or _is_opener(tokens[first])
    ):
        first += 1
    while first < last and _hangs(tokens[last - 1]):
        last -= 1
    return first, last


def _is_opener(token: Token) -> bool:
    if token.tag("head", "outlet", "agency") or (token.mention and not token.tag("openers")):
        return False
    return token.tag("openers", "time", "adverb", "conjunct", "subordinator", "complement") is not None


def _hangs(token: Token) -> bool:
    if token.mark:
        return token.form not in _QUOTES
    if token.tag("head", "outlet", "agency") or token.mention:
        return False
    return token.tag("determiner", "preposition", "time", "adverb", "openers") is not None


def _head(page: Page, first: int, last: int) -> tuple[int, Tag] | None:
    """The head noun and where it stands."""
    found: tuple[int, Tag] | None = None
    for at in range(first, last if page.lexicon.cased else min(last, first + 4)):
        token = page.tokens[at]
        if found and page.lexicon.cased and (token.tag("preposition", "relative") or token.form == ","):
            return found
        tags = [tag for tag in token.tags if tag.kind == "head" and at + tag.length <= last]
        if tags and not token.quoted:
            found = (at, max(tags, key=lambda tag: tag.length))
            if not page.lexicon.cased:
                return found
    return found


def _from_head(page: Page, first: int, head: tuple[int, Tag] | None) -> int:
    """Where the phrase really begins: at its head, or in English at the words that belong to it."""
    if head is None:
        return first
    if not page.lexicon.cased:
        names = page.tokens[first : head[0]]
        led = len(names) <= 3 and all(_is_unknown(t) and not t.mention and not t.mark for t in names)
        return first if led and head[1].value.startswith("named_official") else head[0]
    if not page.tokens[first].tag("preposition"):
        return first
    for at in range(head[0] - 1, first, -1):
        if page.tokens[at].tag("determiner"):
            return at
    at = head[0]
    while at - 1 > first and page.text[page.tokens[at - 1].start].isupper():
        at -= 1
    return at


def _to_adverb(page: Page, last: int, head: tuple[int, Tag] | None) -> int:
    """Where the phrase really ends: before "just after noon" in "the ministry just after noon said"."""
    if head is None or not page.lexicon.cased:
        return last
    after = range(head[0] + head[1].length, last)
    return next((at for at in after if page.tokens[at].tag("adverb", "time")), last)


_PAPERS = ("official_statement", "document")


def _to_matter(page: Page, last: int, head: tuple[int, Tag] | None) -> int:
    """Where the name of a paper really ends: before what it is about, or when ("the statement at its end said").

    Who issued it belongs to the name; in English the name has ended with its head.
    """
    if head is None or page.lexicon.cased or head[1].value.split(":")[0] not in _PAPERS:
        return last
    for at in range(head[0] + head[1].length, last):
        token = page.tokens[at]
        if token.form[0].isdigit() or token.tag("relative"):
            return at
        if token.tag("preposition") and not _is_issued(page, at, last):
            return at
    return last


def _is_issued(page: Page, at: int, last: int) -> bool:
    """Whether a preposition stands before who issued a paper."""
    if page.tokens[at - 1].tag("issued"):
        return True
    return at + 1 < last and bool(
        page.tokens[at + 1].tag("head", "outlet", "agency") or page.tokens[at + 1].mention
    )


def _is_counted(page: Page, head: tuple[int, Tag]) -> bool:
    """Whether a number stands before a body, so that many are meant and none of them speaks ("153 states")."""
    before = page.tokens[head[0] - 1] if head[0] else None
    return (
        before is not None
        and before.form.isdigit()
        and head[1].value.split(":")[0] in ("official_body", "organisation")
    )


@dataclass(frozen=True, slots=True)
class _Medium:
    at: int
    name: str
    type: SourceType
    last: int | None = None
    """Where its name ends, when that is sure."""


def _medium(page: Page, first: int, last: int, head: tuple[int, Tag] | None) -> _Medium | None:
    """The outlet or agency that a phrase names, by the list or beside a noun for a medium."""
    for at in range(first, last):
        tag = page.tokens[at].tag("agency", "outlet")
        if tag and at + tag.length <= last and _is_meant(page, at, tag, first, last):
            return _Medium(at, tag.value, "agency" if tag.kind == "agency" else "outlet")
    if head is None or head[1].value.split(":")[0] not in _MEDIA:
        return None
    return _unlisted(page, head, first, last)


def _is_meant(page: Page, at: int, tag: Tag, first: int, last: int) -> bool:
    """Whether a name that is another word too stands for the outlet here."""
    token = page.tokens[at]
    form = " ".join(t.form for t in page.tokens[at : at + tag.length])[tag.skip :]
    forms = {article + form for article in ("", *page.lexicon.grammar["articles"])}
    if forms.isdisjoint(page.lexicon.doubtful | page.lexicon.whole):
        return True
    if token.quoted or (at and is_naming(page, at - 1)):
        return True
    if not forms.isdisjoint(page.lexicon.whole) or (not page.lexicon.cased and token.tag("head")):
        return False
    cased = page.lexicon.cased and page.text[token.start].isupper()
    return first == at and last == at + tag.length and (cased or (not page.lexicon.cased and not tag.lead))


def _unlisted(page: Page, head: tuple[int, Tag], first: int, last: int) -> _Medium | None:
    """The name of a medium that no list knows: in quotation marks, a number, or after "newspaper"."""
    after = head[0] + head[1].length
    if head[1].value.endswith(":masthead"):
        return _Medium(head[0], _printed(page, first, after), "outlet", last=after)
    type_: SourceType = "agency" if head[1].value.startswith("agency") else "outlet"
    if after >= last:
        return None
    for opening in range(after, min(after + 3, last)):
        close = page.tokens[opening].partner
        if opening + 1 < close < last:
            name = page.text[page.tokens[opening + 1].start : page.tokens[close - 1].end]
            return _Medium(head[0], name, type_)
    token = page.tokens[after]
    if any(char.isdigit() for char in token.form):
        return _Medium(head[0], page.text[page.tokens[head[0]].start + head[1].skip : token.end], type_)
    if page.lexicon.cased or head[1].value.split(":")[1] not in ("newspaper", "agency"):
        return None
    names = [t for t in page.tokens[after:last] if not t.mention and not t.mark and not t.tags][:3]
    return _Medium(head[0], page.text[names[0].start : names[-1].end], type_) if names else None


def _by_medium(page: Page, medium: _Medium, head: tuple[int, Tag] | None, first: int, last: int) -> Phrase:
    outlet = Phrase(first, medium.last or last, medium.type, medium.name, head="medium")
    if head is None or head[1].value.split(":")[0] in (*_MEDIA, "reports", "organisation"):
        return outlet
    group = head[1].value.split(":")[0]
    if page.lexicon.cased and medium.at < head[0] and group not in PEOPLE:
        return outlet
    inner = _by_head(page, head, first, last)
    return inner if inner is None else replace(inner, relay=outlet, words=frozenset(), bare=False)


def _by_head(page: Page, head: tuple[int, Tag], first: int, last: int) -> Phrase:
    group, kind = head[1].value.split(":")
    if kind in ("report", "study") and (author := _author(page, head, last)) is not None:
        return replace(author, first=first)
    words = _words(page, first, last)
    type_: SourceType = "anonymous_sources" if group == "reports" else group  # type: ignore[assignment]
    side = None if group in _MEDIA else page.side(first, last)
    if kind == "statement" and any(token.tag("joint") for token in page.tokens[first:last]):
        side = "joint"
    mention = page.tokens[head[0]].mention
    if mention and mention.entry.kind == "body" and mention.entry.country == "INT":
        type_, kind = "official_body", "body"
    if kind == "spokesman" and not _is_named(page, words, head):
        type_ = "official_body"
    if page.lexicon.cased and group == "anonymous_officials" and words:
        type_ = "named_official"
    if kind == "journalist":
        type_ = "person"
    return Phrase(
        first, last, type_, _printed(page, first, last), kind, side,
        bare=_is_bare(page, head, first, last), words=words, lemma=_lemma(page, head),
    )  # fmt: skip


def _lemma(page: Page, head: tuple[int, Tag]) -> str:
    """The first word of a head without what is written together with it (in English the last one)."""
    if page.lexicon.cased:
        return page.tokens[head[0] + head[1].length - 1].form
    return _bare_word(page.tokens[head[0]].form[head[1].skip :], page)


def _bare_word(word: str, page: Page) -> str:
    for article in page.lexicon.grammar["articles"]:
        if word.startswith(article) and len(word) > len(article) + 2:
            return word[len(article) :]
    return word


def _author(page: Page, head: tuple[int, Tag], last: int) -> Phrase | None:
    """Whose report or figures they are, where the phrase says so ("estimates of the health ministry")."""
    at = head[0] + head[1].length
    while at < last and page.tokens[at].tag("preposition", "determiner"):
        at += 1
    author = read(page, at, last) if at < last else None
    return author if author and author.known and author.type in _AUTHORS and not author.bare else None


def _is_named(page: Page, words: frozenset[str], head: tuple[int, Tag]) -> bool:
    return len(words) >= (1 if page.lexicon.cased else 2)


def _is_bare(page: Page, head: tuple[int, Tag], first: int, last: int) -> bool:
    """Whether a phrase is only a definite head, at most with an adjective of a country."""
    led = not page.lexicon.cased and head[1].lead[-1:] in page.lexicon.grammar["definite_prefixes"]
    word = page.tokens[head[0]].form[head[1].skip :]
    led = led or word != _bare_word(word, page)
    definite = head[1].definite or led or page.tokens[first].tag("definite") is not None
    covered = range(head[0], head[0] + head[1].length)
    rest = (t for at, t in enumerate(page.tokens[first:last], first) if at not in covered)
    return definite and all(
        t.mark or t.tag("definite", "determiner", "same", "joint", "conjunct", "adverb") or t.mention
        for t in rest
    )


def _words(page: Page, first: int, last: int) -> frozenset[str]:
    """The words of a phrase that no table knows: what is left may be a name."""
    tokens = (t for t in page.tokens[first:last] if not t.mark and _is_unknown(t) and not t.mention)
    if page.lexicon.cased:
        tokens = (t for t in tokens if page.text[t.start].isupper())
    return frozenset(t.form.removesuffix("'s") for t in tokens if len(t.form) > 1)


def _is_unknown(token: Token) -> bool:
    """Whether a word has no meaning here that speaks against a name ("Twitter" is a place to write too)."""
    return all(tag.kind in ("media", "labels") for tag in token.tags)


def _by_place(page: Page, first: int, last: int) -> Phrase | None:
    """A government by its country or capital, or a body of the gazetteer."""
    tokens = [
        token for token in page.tokens[first:last] if not token.mark and not token.tag("determiner", "same")
    ]
    mention = tokens[0].mention if tokens else None
    if mention is None or _under_preposition(page, tokens[0], mention.start):
        return None
    at = mention.entry
    if at.kind == "body":
        state = at.governs or at.country == "INT"
        type_: SourceType = "official_body" if state else "organisation"
        whole = all(token.mention is mention for token in tokens)
        name = at.name if whole else _printed(page, first, last)
        return Phrase(first, last, type_, name, "body", page.side(first, last))
    if mention.form == "adjective" and not tokens[-1].form.endswith(
        tuple(page.lexicon.grammar["people_endings"])
    ):
        return None
    if not all(token.mention for token in tokens) or not (at.kind == "country" or at.governs):
        return None
    return Phrase(first, last, "government", at.name, "state", page.side(first, last))


def _under_preposition(page: Page, token: Token, start: int) -> bool:
    """Whether the place is one where something happens ("in Paris"), by the letters before its name."""
    lead = token.form[: max(0, start - token.start)]
    return bool(lead) and lead not in page.lexicon.grammar["conjunctions"]


def _by_name(page: Page, first: int, last: int) -> Phrase | None:
    """A person, as far as the words can tell: few, capital letters in English, unknown to every table."""
    tokens = [token for token in page.tokens[first:last] if not token.mark]
    if not 1 <= len(tokens) <= 5 or any(token.form[0].isdigit() for token in tokens):
        return None
    words = _words(page, first, last)
    if page.lexicon.cased:
        named = page.text[tokens[0].start].isupper() and page.text[tokens[-1].start].isupper()
    else:
        named = all(_is_unknown(token) for token in tokens) and not all(token.mention for token in tokens)
    if not named or not words:
        return None
    name = Phrase(first, last, "person", _printed(page, first, last), "person", words=words, known=False)
    if page.introduced(words) is None:
        return name
    return replace(name, type="named_official", side=page.side_of(words), known=True)


def _printed(page: Page, first: int, last: int) -> str:
    """The words of a phrase as printed, without a determiner and without letters that lead it in."""
    while first < last - 1 and page.tokens[first].tag("determiner"):
        first += 1
    skip = min((tag.skip for tag in page.tokens[first].tags if tag.kind == "head"), default=0)
    lead = next((tag for tag in page.tokens[first].tags if tag.kind == "head"), None)
    if lead and lead.definite:
        skip = len(lead.lead) + (1 if page.text[page.tokens[first].start + len(lead.lead)] == "-" else 0)
    text = page.text[page.tokens[first].start + skip : page.tokens[last - 1].end]
    if page.lexicon.cased:
        text = text.removesuffix("'s").removesuffix("’s")
    return " ".join(text.strip(" \"'“”«»„,").split())


def is_naming(page: Page, at: int) -> bool:
    """Whether a word names a kind of medium, whose own name stands beside it ("newspaper")."""
    return any(tag.kind == "head" and tag.value.split(":")[0] in _MEDIA for tag in page.tokens[at].tags)
