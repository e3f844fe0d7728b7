"""A text read once: its codes and its dates, kept for the kinds that read it in turn."""

from __future__ import annotations

from functools import cache, lru_cache

from reconcile import languages
from reconcile.values import Context
from reconcile.values._timeahead import with_ahead
from reconcile.values._timecodes import Scene, encode
from reconcile.values._timefields import Mention
from reconcile.values._timejoin import join
from reconcile.values._timescan import mentions
from reconcile.values._tokens import Plain, lexicon, plain, tokenize

__all__ = ["dated", "mentions_of", "phrase_of", "scene_of", "stretch"]


def _language(text: str, context: Context) -> str:
    """The pack to read with: the context's language, else the one of the script, else English digits."""
    return _pack(context.language or "") or languages.detect(text) or "en"


@cache
def _pack(language: str) -> str | None:
    """The pack of a language tag ("en-GB" is read as "en"), if there is one."""
    code = language.partition("-")[0].lower()
    return code if code in languages.known("time") else None


@lru_cache(maxsize=64)
def _scene(text: str, language: str) -> tuple[Scene, Plain]:
    """The codes of a text; kept for a while, because several kinds read one text in turn."""
    folded = plain(text)
    lex = lexicon(language)
    scene = encode(tokenize(folded.text, lex), lex)
    scene.printed = folded
    return scene, folded


@lru_cache(maxsize=64)
def _mentions(text: str, language: str) -> tuple[Mention, ...]:
    """The mentions of running text that are dates by themselves."""
    scene, folded = _scene(text, language)
    dates = [mention for mention in join(scene, mentions(scene)) if not mention.bare]
    return tuple(with_ahead(scene, folded.text, dates))


@lru_cache(maxsize=4096)
def _phrase(text: str, language: str) -> tuple[Scene, tuple[Mention, ...]]:
    """A whole string with its mentions: outlets print the same few thousand phrases again and again."""
    folded = plain(text)
    lex = lexicon(language)
    scene = encode(tokenize(folded.text, lex), lex)
    found = tuple(join(scene, mentions(scene, whole=True), whole=True))
    return Scene(scene.codes, [], lex), found  # the items have done their work and are not kept


def phrase_of(text: str, context: Context) -> tuple[Scene, tuple[Mention, ...]]:
    """A whole string as codes, and what it says about a time."""
    return _phrase(text, _language(text, context))


def dated(text: str, context: Context) -> set[int]:
    """The indices of the codes that belong to a date: what no other kind should read again."""
    found = _mentions(text, _language(text, context))
    return {at for mention in found for at in range(mention.start, mention.end)}


def scene_of(text: str, context: Context) -> tuple[Scene, Plain]:
    """The codes of a text in the language of the context."""
    return _scene(text, _language(text, context))


def mentions_of(text: str, context: Context) -> tuple[Mention, ...]:
    """The mentions of running text that are dates by themselves."""
    return _mentions(text, _language(text, context))


def stretch(text: str, scene: Scene, folded: Plain, first: int, after: int) -> tuple[int, int]:
    """The stretch of printed text behind some codes; proclitics of the first word belong to it."""
    items = scene.items
    while first and items[first - 1].attached and items[first - 1].end == items[first].start:
        first -= 1
    return folded.source(items[first].start), folded.stop(items[after - 1].end, text)
