"""Keys by which names are found that could be the same: consonant skeletons, one alphabet for all scripts.

A letter has the classes that it may be heard as in any language; a word has the keys of all its readings, and
two names that could be one share the key of a word. Keys find candidates and decide nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain

from reconcile.values._names_tokens import Token, parse

__all__ = ["block_keys", "may_begin_alike", "screen"]


@lru_cache(maxsize=1 << 16)
def block_keys(name: str) -> frozenset[str]:
    """Keys to find candidates by: consonant skeletons of every word, the same in every script.

    >>> bool(block_keys("Karim Haddad") & block_keys("כרים חדאד"))
    True
    """
    return frozenset(key for token in _tokens(name) for key in _skeletons(token))


def _tokens(name: str) -> Sequence[Token]:
    """The words that carry a name, and those that carry it otherwise."""
    parsed = parse(name)
    if not parsed.otherwise:
        return parsed.core
    return list(dict.fromkeys((*parsed.core, *chain.from_iterable(parsed.otherwise))))


def screen(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Places of the pairs of names that can be one name: they share a key, and a second word begins alike.

    >>> list(screen(["Karim Haddad", "Tomas Miller", "כרים חדאד", "Salim Haddad"]))
    [(0, 2)]
    """
    holders: dict[str, list[int]] = {}
    begun: list[Sequence[int]] = []
    for place, name in enumerate(names):
        mine, met = _beginnings(name), set[int]()
        begun.append(mine)
        for key in block_keys(name):
            group = holders.setdefault(key, [])
            met.update(group)
            group.append(place)
        yield from [(other, place) for other in sorted(met) if _begin_alike(begun[other], mine)]


def may_begin_alike(left: Token, right: Token) -> bool:
    """Whether two words can begin with one sound, or are listed under one name.

    >>> [may_begin_alike(parse("Kevin").core[0], parse(name).core[0]) for name in ("קווין", "דווין")]
    [True, False]
    """
    return bool(_beginning(left) & _beginning(right))


def _begin_alike(left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether two words of either name can begin with one sound as two of the other; one word is enough alone."""
    if len(left) == 2 and len(right) == 2:
        (a, b), (c, d) = left, right
        return bool((a & c and b & d) or (a & d and b & c))
    if len(left) < 2 or len(right) < 2:
        return True
    meet = [(i, j) for i, a in enumerate(left) for j, b in enumerate(right) if a & b]
    return len({i for i, _ in meet}) > 1 and len({j for _, j in meet}) > 1


@lru_cache(maxsize=1 << 16)
def _beginnings(name: str) -> tuple[int, ...]:
    """For each word the sounds that it can begin with and the given names that it is listed under, as bits."""
    return tuple([_beginning(token) for token in _tokens(name)])


@lru_cache(maxsize=1 << 16)
def _beginning(token: Token) -> int:
    sounds = {key[0] for key in _skeletons(token)}
    bits = _ANY if "-" in sounds else sum(1 << _SOUNDS.index(sound) for sound in sounds)
    for name in token.listed:
        bits |= 1 << len(_SOUNDS) + _listed().setdefault(name, len(_listed()))
    return bits


@cache
def _listed() -> dict[str, int]:
    """Numbers of listed given names, as they are met."""
    return {}


_SOUNDS = "PMNLRTSK"
_ANY = (1 << len(_SOUNDS)) - 1


#: Letters by what they may be heard as: classes, "-" for nothing, several letters for a sound of two.
_HEARD_AS = {
    "P": "bpfvwבפףוبفپڤوбпфвў", "-P": "uhо", "M": "mמםمм", "N": "nñנןنнň", "MN": "", "L": "lłلлל", "R": "rרرр",
    "T": "tdטתדتطدضذثةтдþðđ", "S": "szcxgßצץסשזثذسصشزضظцсзшщжچژjجגט", "K": "kqgcxhכךגקكقگغجкгхחخحхjעה",
    "-": "haeiouywjyאהועייحهعاويءґгxgغجхחخחאעаеиоуыэюяйьъёєіїæøœəı",
    "KS": "x", "TS": "zצץцчщзцجcjзצז", "KP": "q",
}  # fmt: skip

#: Letters that are one sound together; and letters that may be silent at the end of a word.
_TOGETHER = {"ch": ("S", "K", "TS"), "sch": ("S", "SK"), "tch": ("TS", "S"), "gh": ("-", "K", "P"), "th": ("T", "S"),
             "ph": ("P",), "gn": ("N", "KN"), "cz": ("S", "TS"), "ll": ("L", "-"), "gu": ("K", "KP"),
             "kn": ("N", "KN"), "ts": ("TS", "S"), "tz": ("TS", "S"), "ds": ("TS", "S"), "дз": ("S", "TS"), "чж": ("S", "TS"),
             "تس": ("TS", "S"), "ר'": ("R", "K", "-"), "טס": ("TS", "S"), "טז": ("TS", "S"),
             "צ'": ("S", "TS", "T"), "ג'": ("S", "TS", "K", "-"), "ז'": ("S", "TS", "K", "-"), "ת'": ("T", "S"),
             "تش": ("S", "TS"), "дж": ("S", "TS", "K", "-"), "кс": ("KS", "S"), "кв": ("KP", "K"), "тс": ("S", "TS"),
             "אללה": ("L",), "الله": ("L",), "allah": ("L",)}  # fmt: skip
_MAY_END_SILENT = frozenset("tdspxzrgcnhlтд")
_ARTICLES = ("ال", "אל", "al", "el")
_MOST_KEYS = 48


@cache
def _sounds() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    heard: dict[str, tuple[str, ...]] = {}
    for sound, letters in _HEARD_AS.items():
        for letter in letters:
            heard[letter] = tuple(dict.fromkeys((*heard.get(letter, ()), sound.lstrip("-") or "-")))
    heard |= _TOGETHER
    several = sorted(_TOGETHER, key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, several), "."])), heard


@lru_cache(maxsize=1 << 16)
def _skeletons(token: Token) -> frozenset[str]:
    """The strings of consonant classes that a word may be heard as."""
    bare = next((token.text[2:] for article in _ARTICLES if token.text.startswith(article)), "")
    found = _heard(token.text) | (_heard(bare) if len(bare) > 2 else frozenset())
    return found or frozenset({"-"})


def _heard(word: str) -> frozenset[str]:
    pattern, heard = _sounds()
    plain = word if word.isascii() else unicodedata.normalize("NFD", word)
    letters = [letter for letter in pattern.findall(plain) if not unicodedata.combining(letter[0])]
    found = {""}
    for place, letter in enumerate(letters):
        ends = place == len(letters) - 1 and len(letters) > 3 and letter in _MAY_END_SILENT
        found = _longer(found, (*heard.get(letter, ("-",)), *(("-",) if ends else ())))
    return frozenset(found - {""})


def _longer(begun: set[str], sounds: Sequence[str]) -> set[str]:
    """Every beginning with every sound; a sound told twice in a row is told once."""
    grown = {_joined(key, sound) for key in begun for sound in sounds}
    if len(grown) <= _MOST_KEYS:
        return grown
    likely = "-" if "-" in sounds else sounds[0]
    return {_joined(key, likely) for key in begun}


def _joined(key: str, sound: str) -> str:
    if sound == "-":
        return key
    return key + (sound[1:] if key.endswith(sound[0]) else sound)
