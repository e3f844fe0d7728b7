"""A story in which one article prints its names in another script, as the press of another country would."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from reconcile.model import Claim, PersonValue, SetValue, UnreadValue
from reconcile.pipeline import reconcile
from reconcile.values._names_letters import script_of

__all__ = ["other_script", "transliterated"]

_LETTERS: Mapping[str, Mapping[str, str]] = {
    script: {pair[0]: pair[1] for pair in pairs.split()}
    for script, pairs in {
        "Hebr": "אا בب גج דد הه וو זز חح טط יي כك לل מم נن סس עع פف צص קق רر שش תت ךك םم ןن ףف ץص",
        "Arab": "اא أא إא آא بב تת ثת جג حח خח دד ذד رר زז سס شש صצ ضצ طט ظט عע غג فפ قק كכ لל مמ نנ هה ةה وו يי ىא ئי ؤו",
    }.items()
}
_LATIN = {
    "sh": "ש", "ch": "צ", "kh": "ח", "th": "ת", "ph": "פ", "ts": "צ", "tz": "צ", "ou": "ו", "oo": "ו", "ee": "י",
    "b": "ב", "c": "ק", "d": "ד", "f": "פ", "g": "ג", "h": "ה", "i": "י", "j": "ג", "k": "ק", "l": "ל", "m": "מ",
    "n": "נ", "o": "ו", "p": "פ", "q": "ק", "r": "ר", "s": "ס", "t": "ט", "u": "ו", "v": "ב", "w": "ו", "x": "קס",
    "y": "י", "z": "ז", "a": "", "e": "",
}  # fmt: skip
_UNITS = re.compile("|".join(sorted(_LATIN, key=len, reverse=True)))
_FINAL = str.maketrans("כמנפצ", "ךםןףץ")


def other_script(name: str) -> str:
    """A name letter by letter in Hebrew, a Hebrew one in Arabic.

    >>> other_script("Omar Haddad"), other_script("דנה לב")
    ('אומר הדד', 'دنه لب')
    """
    letters = _LETTERS.get(script_of(name) or "")
    if letters is None:
        return " ".join(_closed(_hebrew(word)) for word in name.lower().split())
    return " ".join(_closed("".join(letters.get(one, one) for one in word)) for word in name.split())


def _hebrew(word: str) -> str:
    """A Latin word as Hebrew spells it: vowels inside are left out unless a letter stands for them."""
    spelt = _UNITS.sub(lambda unit: _LATIN[unit[0]], re.sub(r"(.)\1", r"\1", word))
    return ("א" if word[0] in "aeiou" else "") + spelt + ("ה" if word[-1] in "ae" else "")


def _closed(word: str) -> str:
    """The last letter in its form at the end of a Hebrew word."""
    return word[:-1] + word[-1:].translate(_FINAL)


def transliterated(claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims with the people of the first article that names somebody printed in another script.

    As another article of the story prints them, where one does; else letter by letter.
    """
    people = [entity.names for entity in reconcile(claims).entities if entity.kind == "person"]
    printed = {name: _other(name, names) for names in people for name in names}
    told = [(claim, _printed(claim.value, printed)) for claim in claims]
    pages = [claim.article.id for claim, value in told if value != claim.value]
    return [
        claim.model_copy(update={"value": value, "spans": ()}) if claim.article.id in pages[:1] else claim
        for claim, value in told
    ]


def _other(name: str, names: Sequence[str]) -> str:
    """One of somebody's names in another script than this one."""
    return next((one for one in names if script_of(one) != script_of(name)), "") or other_script(name)


def _printed(value: Any, printed: Mapping[str, str]) -> Any:
    """A value with its people in another script."""
    match value:
        case SetValue():
            members = tuple(_printed(member, printed) for member in value.members)
            return value.model_copy(update={"members": members})
        case PersonValue(name=str(name)) if name in printed:
            return value.model_copy(update={"name": printed[name], "raw": None})
        case UnreadValue(content=str(name)) if name in printed:
            return UnreadValue(content=printed[name])
    return value
