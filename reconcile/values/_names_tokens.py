"""A printed name taken apart: which words carry it, and which are particles, numbers or courtesy.

What belongs together is joined, so that "Abd el-Karim", "Abdelkarim" and "عبد الكريم" have one word each; what may be
left out is marked, not lost.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from itertools import pairwise
from typing import NamedTuple

from reconcile.values._names_letters import Spelling, clean, script_of, spell
from reconcile.values._names_small import TAILS, Small, courtesy_phrases, small_of

__all__ = [
    "Name",
    "Token",
    "ends_in_consonant",
    "joined",
    "parse",
    "spaced",
    "without_feminine_ending",
]

_BRACKETS = re.compile(
    r"[(\[{][^()\[\]{}]*[)\]}]|(?<=\s)[\"\u201c\u201e\u00ab][^\"\u201c\u201d\u00ab\u00bb]+[\"\u201d\u00bb](?=\s)"
)
_OPENING = frozenset('([{"\u201c\u201e\u00ab')
_SPACES = str.maketrans(dict.fromkeys('-.,;:"/_', " "))
_ARTICLES = frozenset(("al", "el", "ul", "as", "ash", "ar", "at", "az", "an", "ad", "aal", "ed", "es", "er"))
_ARTICLE = re.compile(rf"^(?:al|el)-|(?<=[\s-])(?:{'|'.join(sorted(_ARTICLES))})-", re.ASCII)
_HEBREW_ARTICLE = re.compile(r"(?:^|(?<=\s))(?:א|אל|אס|אש|אר|אז|אד|את|ה)-")
_THEOPHORIC = {"Latn": re.compile(r"^abd(?:[aeou]l|[aeou](?=([rsndtz])\1)|[aeou]?)(?=\w{3})"),
               "Arab": re.compile(r"^عبد(?:ال)?(?=\w{2})"), "Hebr": re.compile(r"^עבד(?:אל|ול)?(?=\w{2})"),
               "Cyrl": re.compile(r"^абд(?:[аеоу]ль?|[аеоу](?=([рснздт])\1)|[аеоу]?)(?=\w{3})")}  # fmt: skip
_ABD = {"Latn": "abd", "Arab": "عبد", "Hebr": "עבד", "Cyrl": "абд"}
_JOINED_ON = {"Latn": ("abd", "al", "el"), "Arab": ("عبد", "ال"), "Hebr": ("עבד", "אל"), "Cyrl": ("абд",)}
_FOLDED_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويء"
_LETTERS = {
    "Latn": "a-z\u00e0-\u024f",
    "Hebr": "\u05d0-\u05ea",
    "Arab": "\u0620-\u063f\u0641-\u064a",
    "Cyrl": "\u0400-\u04ff",
}
_OTHERS = {
    script: re.compile("[" + "".join(letters for other, letters in _LETTERS.items() if other != script) + "]")
    for script in _LETTERS
}
_SYLLABLES = re.compile("[\u1100-\u11ff\u3400-\u9fff\uac00-\ud7af]")
_INNER_CAPITAL = re.compile("(?<=[a-z])(?=[A-Z])")
_TWO_INITIALS = re.compile("[bcdfghjklmnpqrstvwxz]{2}")
#: What a word is written with that needs no folding and no other look.
_SHAPES = {
    script: re.compile(f"[{letters}'-]+") for script, letters in {**_LETTERS, "Arab": _FOLDED_ARABIC}.items()
}
_MAX_LETTERS, _MAX_WORDS, _LONGEST_ALIAS = 400, 12, 4


@dataclass(slots=True, eq=False)  # not frozen: one is made for every word, and that would take twice as long
class Token:
    """One word of a name with its readings as letters ("الياس" is read with and without an article).

    There is one for each word, so two of them are equal only if they are one. Nobody changes one.
    """

    text: str
    script: str
    readings: tuple[Spelling, ...]
    fuller: tuple[Spelling, ...] = ()
    """The full forms of a short form ("Bill": "William"), in the same script."""
    listed: frozenset[str] = frozenset()
    """Keys of the given names that the lexicon lists it under, the same in every language."""

    length: int = 0
    """Its letters in its first reading."""


class Name(NamedTuple):
    """A name taken apart: the words that carry it, initials, a number, and what was set aside."""

    printed: str
    core: tuple[Token, ...]
    initials: tuple[str, ...] = ()
    number: int | None = None
    generation: str | None = None
    """Of father and son with one name: ``"junior"`` or ``"senior"``."""
    aside: tuple[str, ...] = ()
    otherwise: tuple[tuple[Token, ...], ...] = ()
    """Other words that carry it: with particles written together with what is behind them, by nickname or alias."""
    is_rough: bool = False
    """Whether it is read from signs of several readings (Chinese, Japanese, Korean), which prove no difference."""
    flaw: str = ""
    """Why nothing can be said of it, in words."""

    @property
    def is_bare(self) -> bool:
        """Whether nothing but words carries the name."""
        return not self.initials and self.number is None and self.generation is None


def spaced(cleaned: str) -> list[str]:
    """The words of a cleaned name, with hyphens and dots as spaces.

    >>> spaced("jean-paul b. o'neil")
    ['jean', 'paul', 'b', "o'neil"]
    """
    found = cleaned.translate(_SPACES).split()
    return [word for word in found if word.strip("'")] if "'" in cleaned else found


def parse(text: str) -> Name:
    """A printed name taken apart.

    >>> [token.text for token in parse("Sheikh Abd el-Karim bin Salem al-Haddad (Abu Nur)").core]
    ['abdkarim', 'salem', 'haddad']
    >>> parse("Louis XIV").number
    14
    """
    core: list[Token] = []
    for word in text.split() if len(text) <= _MAX_LETTERS else ():
        plain = _plain(word)
        if not plain:
            return _with_care(text)
        core += plain
    return Name(text, tuple(core)) if 0 < len(core) <= _MAX_WORDS else _with_care(text)


@lru_cache(maxsize=1 << 16)
def _plain(printed: str) -> tuple[Token, ...]:
    """The parts of a printed word that are nothing but names wherever they stand; else nothing."""
    word = printed.lower()
    script = script_of(word)
    if script is None:
        return ()
    if not _SHAPES[script].fullmatch(word):
        word = clean(printed)
        if not _SHAPES[script].fullmatch(word):
            return ()
    if len(word) < 3 and (_is_initial(word) or _TWO_INITIALS.match(word)):
        return ()
    small = small_of(script).words
    if "-" not in word:
        token = None if word in small else _token(word)
        return (token,) if token else ()
    parts = word.split("-")
    tokens = [
        token for part in parts if not _is_initial(part) and part not in small and (token := _token(part))
    ]
    plain = len(tokens) == len(parts) and _ARTICLES.isdisjoint(parts) and not _HEBREW_ARTICLE.match(word)
    return tuple(tokens) if plain else ()


@lru_cache(maxsize=1 << 16)
def _with_care(text: str) -> Name:
    """A name with small words, initials, brackets or what is no word at all."""
    if len(text) > _MAX_LETTERS:
        return Name(text, (), flaw="too long for a name")
    if not _OPENING.isdisjoint(text) and (found := _BRACKETS.findall(text)):
        name = _with_care(_BRACKETS.sub(" ", text))
        return name._replace(printed=text, otherwise=(*name.otherwise, *_aliases(name.core, found)))
    cleaned = clean(text)
    for phrase in courtesy_phrases():
        cleaned = f" {cleaned} ".replace(f" {phrase} ", " ")
    if "," in cleaned:
        cleaned = _given_first(cleaned)
    if "-" in cleaned:
        cleaned = _HEBREW_ARTICLE.sub("", _ARTICLE.sub("", cleaned))
    kept = spaced(cleaned)[:_MAX_WORDS]
    if mixed := next((word for word in kept if _is_mixed(word)), None):
        return Name(text, (), flaw=f"letters of two scripts in {mixed!r}")
    unread = next((word for word in kept if word[0].isalpha() and not script_of(word)), None)
    if unread is None:
        return _with_small_words(text, kept)
    if _romaniser() is None:
        return Name(
            text, (), flaw=f"no table for the letters of {unread!r}: install fact-reconcile[translit]"
        )
    name = _with_small_words(text, [part for word in kept for part in _romanised(word)])
    return name._replace(is_rough=_SYLLABLES.search(text) is not None)


def _aliases(core: Sequence[Token], enclosed: Iterable[str]) -> Iterator[tuple[Token, ...]]:
    """What stands in brackets or quotation marks, and a nickname before the surname."""
    for told in enclosed:
        alias = parse(told[1:-1]).core
        if core and 0 < len(alias) <= _LONGEST_ALIAS:
            yield alias
            if told[0] not in "([{":
                yield (*alias, core[-1])


def _given_first(cleaned: str) -> str:
    """ "Haddad, Karim" as it is read: a surname, a comma and one or two words that are nothing but names."""
    surname, _, given = cleaned.strip(" ,.").partition(",")
    words = given.replace(".", " ").split()
    small = small_of(script_of(cleaned) or "Latn")
    is_turned = 0 < len(words) <= 2 and len(surname.split()) <= 2 and small.words.isdisjoint(words)
    has_number = not small.numbers.keys().isdisjoint(surname.split())
    return f"{given} {surname}" if is_turned and not has_number else cleaned


def _romanised(word: str) -> list[str]:
    """A word of a script without a table in Latin letters, syllable by syllable where it is written so."""
    romanise = None if script_of(word) else _romaniser()
    return spaced(clean(_INNER_CAPITAL.sub(" ", romanise(word)))) if romanise else [word]


@cache
def _romaniser() -> Callable[[str], str] | None:
    try:
        found: Callable[[str], str] = import_module("anyascii").anyascii
    except ImportError:
        return None
    return found


def _is_mixed(word: str) -> bool:
    script = script_of(word)
    return script is not None and bool(_OTHERS[script].search(word))


def _with_small_words(text: str, kept: list[str]) -> Name:
    kept = _with_letters(kept)
    parts: dict[str, list[str]] = {"core": [], "initial": [], "number": [], "generation": [], "aside": []}
    at = 0
    while at < len(kept):
        kind, word, at = _next(kept, at, first=not parts["core"] and not parts["initial"])
        parts[kind].append(word)
    if len(parts["core"]) == 1 and kept and parts["aside"] and _is_surname(kept[-1], parts["aside"][-1]):
        parts["core"].append(parts["aside"].pop())
    core = _tokens(parts["core"])
    fused = _tokens(_with_particles(parts["core"], kept)) if parts["aside"] else ()
    otherwise = (fused,) if fused else ()
    number = int(parts["number"][-1]) if parts["number"] else None
    generation = parts["generation"][-1] if parts["generation"] else None
    return Name(text, core, tuple(parts["initial"]), number, generation, tuple(parts["aside"]), otherwise)


def _tokens(words: list[str]) -> tuple[Token, ...]:
    return tuple(token for word in _with_tails(words) if (token := _token(word)))


def _with_particles(core: Sequence[str], kept: Sequence[str]) -> list[str]:
    """The words that carry a name, each with the particles that stand before it; nothing where none does."""
    before = {
        word: small
        for small, word in pairwise(kept)
        if small in small_of(script_of(small) or "Latn").particles
    }
    found = [before.get(word, "") + word if place else word for place, word in enumerate(core)]
    return found if found != list(core) else []


def _is_surname(last: str, aside: str) -> bool:
    """A small word behind one word and at the end is no small word ("Sandra Dee", "Rami Ben", "Karim al-Sheikh")."""
    script = script_of(last)
    if last != aside or script is None or len(last) < 2:
        return False
    return last in small_of(script).particles | small_of(script).nasab | small_of(script).honorifics


def _next(kept: list[str], at: int, *, first: bool) -> tuple[str, str, int]:
    """What the next word is, the word itself, and where to go on. A first "Ben" is a given name."""
    word, script = kept[at], script_of(kept[at])
    if script is None:
        return "aside", word, at + 1
    small = small_of(script)
    part = _one_part(kept, at, small, script)
    if part:
        return "core", *part
    if word in small.numbers and not first:
        return "number", str(small.numbers[word]), at + 1
    if word in small.generations and not first:
        return "generation", small.generations[word], at + 1
    if word in small.courtesy or (not first and (word in small.particles or word in small.nasab)):
        return "aside", word, at + 1
    return ("initial" if _is_initial(word) else "core"), word, at + 1


def _with_letters(kept: Sequence[str]) -> list[str]:
    """The words of a name with initials letter by letter ("JD Carter", "جي دي كارتر"); the last word is none."""
    found: list[str] = []
    for word in kept[:-1]:
        small = small_of(script_of(word) or "Latn")
        is_small = word in small.particles and not (found and _is_initial(found[-1]))
        if len(kept) > 2 and word in small.letters and not is_small:
            found.append(small.letters[word])
        elif _TWO_INITIALS.fullmatch(word) and word not in small.words:
            found += word
        else:
            found.append(word)
    return [*found, *kept[-1:]]


def _is_initial(word: str) -> bool:
    return len(word.replace("'", "")) == 1


def _one_part(kept: list[str], at: int, small: Small, script: str) -> tuple[str, int] | None:
    """Two or three words that are one part: servant of, father of."""
    word, end = kept[at], at + 1
    if end >= len(kept) or not (word in small.theophoric or word in small.kunya):
        return None
    if kept[end] in small.particles and end + 1 < len(kept):
        end += 1
    follower = kept[end].removeprefix("ال") if script == "Arab" and len(kept[end]) > 4 else kept[end]
    first = _ABD.get(script, word) if word in small.theophoric else word.removesuffix("l")  # "Aboul"
    return first + follower, end + 1


def _with_tails(core: list[str]) -> list[str]:
    """ "Salah ad-Din" is one word, "Nasr Allah" too."""
    found: list[str] = []
    for word in core:
        if word in TAILS and found:
            found[-1] += TAILS[word]
        else:
            found.append(word)
    return found


@lru_cache(maxsize=1 << 16)
def _token(word: str) -> Token | None:
    script = script_of(word)
    if script is None:
        return None
    readings = _readings(word, script)
    if not readings:
        return None
    small = small_of(script)
    return Token(
        text=word,
        script=script,
        readings=readings,
        fuller=small.fuller.get(word, ()),
        listed=small.given.get(word, _NOWHERE),
        length=len(readings[0].letters),
    )


_NOWHERE: frozenset[str] = frozenset()


#: Letters that may stand for a vowel at the end of a word.
_VOWELS = frozenset("aeiouyhwאהויעاهيوعءаеиоуыэюя")


def ends_in_consonant(token: Token) -> bool:
    """Whether the last letter of a word cannot be a vowel.

    >>> [ends_in_consonant(token) for token in parse("René Amir Salma").core]
    [False, True, False]
    """
    return unicodedata.normalize("NFD", token.text[-1])[0] not in _VOWELS


def without_feminine_ending(token: Token) -> Spelling | None:
    """The letters of a word before an ending that makes another given name of it ("Amir|a")."""
    for ending in small_of(token.script).feminine:
        if token.text.endswith(ending) and len(token.text) > len(ending) + 2:
            return spell(token.text.removesuffix(ending), token.script)
    return None


def joined(left: Token, right: Token) -> Token:
    """Two words read as one ("Bar-On", "בראון")."""
    text = left.text + right.text
    spelt = spell(text.replace("'", ""), left.script)
    return Token(text, left.script, (spelt,), length=len(spelt.letters))


def _readings(word: str, script: str) -> tuple[Spelling, ...]:
    """A word as it stands and without an article that may be written together with it."""
    bare = word.replace("'", "") if script == "Latn" else word
    if not bare.startswith(_JOINED_ON[script]):
        spelt = spell(bare, script)
        return (spelt,) if spelt.letters else ()
    readings = [spell(form, script) for form in _without_article(bare, script)]
    return tuple({spelt.letters: spelt for spelt in readings if spelt.letters}.values())


def _without_article(word: str, script: str) -> tuple[str, ...]:
    if found := _THEOPHORIC[script].match(word):
        return (_ABD[script] + word[found.end() :],)
    if len(word) <= (6 if script == "Latn" else 4) or word[:2] == _ABD[script][:2]:
        return (word,)
    return (word[2:], word) if script == "Arab" else (word, word[2:])
