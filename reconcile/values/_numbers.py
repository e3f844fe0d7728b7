"""One number of a running text: digits with separators, words and compounds, duals, fractions, vague words.

``numeral`` reads the number that begins at one token. What it counts, whether it is bounded or rounded
and where it ends a range is for the value kinds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from reconcile.values._tokens import Lexicon, Token

__all__ = ["Numeral", "digits", "numeral"]

Tokens = Sequence[Token]
Number = int | float


#: Made by the thousand and never changed after they are made; frozen ones take twice as long.
@dataclass(slots=True)
class Numeral:
    """A number and the index of the token after it. A vague one ("dozens") has soft bounds only."""

    after: int
    low: Number
    high: Number | None
    ordinal: bool = False
    vague: bool = False
    words: bool = True
    share: bool = False
    """So many of every so many ("one in three")."""

    @property
    def value(self) -> Number | None:
        """The number itself, where the words name one."""
        return self.low if self.low == self.high and not self.vague else None


def digits(text: str, settings: dict[str, Any] | Any) -> Number | None:
    """The number that digits with separators stand for.

    >>> digits("12,500", {"thousands": ",", "decimal": "."})
    12500
    >>> digits("2.5", {"thousands": ",", "decimal": "."})
    2.5
    """
    if len(text) > 30:
        return None
    if text.isdecimal():
        return int(text)
    thousands, decimal = settings["thousands"], settings["decimal"]
    whole, point, rest = text.partition(decimal)
    groups = whole.split(thousands)
    if len(groups) > 1 and all(len(group) == 3 for group in groups[1:]) and 0 < len(groups[0]) <= 3:
        whole = "".join(groups)
    elif len(groups) == 2 and not point:
        whole, point, rest = groups[0], ".", groups[1]
    if point and (thousands in rest or decimal in rest):
        other = text.split(decimal)
        joined = all(len(group) == 3 and group.isdigit() for group in other[1:])
        return int("".join(other)) if joined and other[0].isdigit() else None
    try:
        return float(f"{whole}.{rest}") if point else int(whole)
    except ValueError:
        return None


def _joint(tokens: Tokens, at: int) -> int:
    """The index after an "and", a hyphen or an article between the parts of a compound."""
    start = at
    while at < len(tokens) and (tokens[at].text == "-" or tokens[at].classes.keys() & {"and"}):
        at += 1
        if at - start >= 2:
            break
    if at > start and at < len(tokens) and "the" in tokens[at].classes:
        at += 1
    return at


def _class(tokens: Tokens, at: int, name: str) -> Any:
    return tokens[at].classes.get(name) if at < len(tokens) else None


def _scale(tokens: Tokens, at: int, low: int = 1000) -> int | None:
    """The scale word at ``at`` ("thousand"; an article may stand before it), if it is not below ``low``."""
    scale = _class(tokens, at, "scale")
    return scale if scale is not None and scale >= low else None


def _tens(tokens: Tokens, at: int, lex: Lexicon) -> tuple[int, int, bool] | None:
    """A number below one hundred: value, next index, whether it is an ordinal."""
    ordinal = _class(tokens, at, "ordinal")
    cardinal = _class(tokens, at, "cardinal")
    ascending = lex.settings["units_before_tens"]
    if cardinal is None and ordinal is None:
        return None
    first = cardinal if cardinal is not None else ordinal
    is_ordinal = cardinal is None
    if first is None or first >= 100:
        return None
    joint = _joint(tokens, at + 1)
    if ascending and first < 10 and joint > at + 1:
        tens = _class(tokens, joint, "cardinal")
        if tens is not None and 20 <= tens <= 90:
            return first + tens, joint + 1, is_ordinal
    if 20 <= first <= 90 and not (is_ordinal or ascending):
        unit, unit_ordinal = _class(tokens, joint, "cardinal"), _class(tokens, joint, "ordinal")
        if unit is not None and 0 < unit < 10 and _class(tokens, joint + 1, "scale") != 100:
            return first + unit, joint + 1, False
        if unit_ordinal is not None and unit_ordinal < 10 and unit is None:
            return first + unit_ordinal, joint + 1, True
    return first, at + 1, is_ordinal


def _hundreds(tokens: Tokens, at: int, lex: Lexicon) -> tuple[int, int, bool] | None:
    """A number below one thousand."""
    head: tuple[int, int] | None = None
    cardinal = _class(tokens, at, "cardinal")
    if cardinal is not None and cardinal in range(200, 1000, 100):
        head = (cardinal, at + 1)
    elif _class(tokens, at, "scale") == 100 and lex.settings["bare_scales"]:
        head = (100, at + 1)
    small = _tens(tokens, at, lex) if head is None else None
    if small and not small[2] and _class(tokens, small[1], "scale") == 100:
        head = (small[0] * 100, small[1] + 1)
    if head is None:
        return small
    value, after = head
    rest_at = _joint(tokens, after)
    rest = _tens(tokens, rest_at, lex)
    if rest and _class(tokens, rest[1], "scale") != 100:
        return value + rest[0], rest[1], rest[2]
    return value, after, False


def _half(tokens: Tokens, at: int) -> int | None:
    """The index after "and a half" (وَنصف, וחצי)."""
    joint = _joint(tokens, at)
    if joint == at:
        return None
    if _class(tokens, joint, "one"):
        joint += 1
    if _class(tokens, joint, "half") is None:
        return None
    after = joint + 1
    if "the" in (tokens[after].classes if after < len(tokens) else ()) and _scale(tokens, after + 1):
        after += 2  # "مليون ونصف المليون"
    return after


def _compound(tokens: Tokens, at: int, lex: Lexicon) -> tuple[Number, int, bool] | None:
    """A number in words: segments below one thousand, each with its scale, in falling order."""
    total: Number = 0
    last: int | None = None
    begun = at
    after = at
    while True:
        here = after if last is None else _joint(tokens, after)
        segment = _hundreds(tokens, here, lex)
        cardinal = _class(tokens, here, "cardinal")
        if segment is None and cardinal is not None and cardinal >= 1000:
            value, scale, end, ordinal = 2, cardinal // 2, here + 1, False
        elif segment is None:
            bare = _scale(tokens, here, 12)
            if bare is None or not (lex.settings["bare_scales"] or _article(tokens, here)):
                break
            value, scale, end, ordinal = 1, bare, here + 1, False
        else:
            value, end, ordinal = segment
            halved = _half(tokens, end)
            if halved and _scale(tokens, halved):
                value, end = value + 0.5, halved  # type: ignore[assignment]
            scale = _scale(tokens, end, 12) or 1
            if scale == 100:
                scale = 1
            end += scale > 1
        if last is not None and scale >= last:
            break
        total, last, after = total + value * scale, scale, end
        if scale == 1 or ordinal:
            return total, after, ordinal
    if last is None or after == begun:
        return None
    return total, after, False


def _article(tokens: Tokens, at: int) -> bool:
    """Whether "a" stands before a scale word."""
    return at > 0 and bool(tokens[at - 1].classes.get("one"))


def _with_half(tokens: Tokens, value: Number, after: int) -> tuple[Number, int]:
    halved = _half(tokens, after)
    if halved is None:
        return value, after
    scale = _class(tokens, after - 1, "scale") or 1
    return value + (scale / 2 if scale > 1 else 0.5), halved


def _plain_int(value: Number) -> Number:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _letter(tokens: Tokens, at: int, lex: Lexicon) -> int | None:
    """The scale that a letter glued to an amount of money stands for ("$5m")."""
    letter = tokens[at + 1] if at + 1 < len(tokens) else None
    money = at > 0 and "currency" in tokens[at - 1].classes
    if not money or letter is None or not letter.glued:
        return None
    scale: int | None = lex.settings["money_letters"].get(letter.text)
    return scale


#: Beside such a word a number is complete.
_ENDS = frozenset({"month", "weekday", "unit"})


def _from_digits(tokens: Tokens, at: int, lex: Lexicon) -> Numeral | None:
    value = digits(tokens[at].text, lex.settings)
    if value is None:
        return None
    after = at + 1
    if after == len(tokens) or not _ENDS.isdisjoint(tokens[after].classes):
        value = _plain_int(value)
        return Numeral(after, value, value, words=False)
    if _class(tokens, after, "ordinal_suffix") and tokens[after].glued:
        return Numeral(after + 1, value, value, ordinal=True, words=False)
    scale = _scale(tokens, after) or _letter(tokens, at, lex)
    if scale and (len(tokens[after].text) > 1 or tokens[after].glued):
        value, after = _plain_int(round(value * scale, 6)), after + 1
        value, after = _with_half(tokens, value, after)
    elif after < len(tokens) and tokens[after].text in "½¼¾" and tokens[after].text:
        value, after = value + {"½": 0.5, "¼": 0.25, "¾": 0.75}[tokens[after].text], after + 1
    else:
        value, after = _with_half(tokens, value, after)
    value = _plain_int(value)
    return Numeral(after, value, value, words=False)


def _vague(tokens: Tokens, at: int) -> Numeral | None:
    bounds = _class(tokens, at, "vague")
    if bounds is None:
        return None
    low, _, high = str(bounds).partition("-")
    number = Numeral(at + 1, int(low), int(high) if high else None, vague=True)
    scale = _class(tokens, at + 1, "scale")
    inner = _vague(tokens, at + 1)
    if inner:
        base = inner.low // 2
        top = None if number.high is None else number.high * base
        return replace(number, after=inner.after, low=number.low * base, high=top)
    if scale:
        top = None if number.high is None else number.high * scale
        return replace(number, after=at + 2, low=number.low * scale, high=top)
    return number


def _fraction(tokens: Tokens, at: int) -> Numeral | None:
    name = _class(tokens, at, "fraction")
    if name is None:
        return None
    above, below = map(int, str(name).split("/"))
    after = at + 1
    while after < len(tokens) and tokens[after].classes.keys() & {"one", "the"}:
        after += 1
    scale = _scale(tokens, after)
    value: Number = above / below * scale if scale else above / below
    return Numeral(after + 1 if scale else at + 1, _plain_int(value), _plain_int(value))


_WHOLES = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 20, 25, 50, 100, 1000})
"""How many "so many in so many" are commonly counted out of."""
_NO_WHOLE = frozenset({"unit", "month", "measure", "currency", "percent", "part"})
"""What stands behind a number of days or miles, which is no whole ("two in five days")."""


def _share(tokens: Tokens, number: Numeral) -> Numeral | None:
    """So many of every so many ("one in three", "تسعة من كل عشرة"), as a part of one."""
    at = number.after + 1
    if (
        _class(tokens, number.after, "share") is None
        or at >= len(tokens)
        or not isinstance(number.value, int)
    ):
        return None
    whole = int(tokens[at].text) if tokens[at].text.isdecimal() and tokens[at].shape == "digits" else None
    whole = _class(tokens, at, "cardinal") if whole is None else whole
    last = at + 1 < len(tokens) and not _NO_WHOLE.isdisjoint(tokens[at + 1].classes)
    if whole not in _WHOLES or not 0 < number.value < whole or last:
        return None
    return Numeral(at + 1, number.value / whole, number.value / whole, share=True)


def numeral(tokens: Tokens, at: int, lex: Lexicon) -> Numeral | None:
    """The number that begins at token ``at``, or ``None``.

    >>> from reconcile.values._tokens import lexicon, plain, tokenize
    >>> numeral(tokenize(plain("خمسة وعشرين ألفا").text, lexicon("ar")), 0, lexicon("ar")).value
    25000
    """
    number = _numeral(tokens, at, lex)
    return None if number is None else _share(tokens, number) or number


def _numeral(tokens: Tokens, at: int, lex: Lexicon) -> Numeral | None:
    token = tokens[at]
    if token.shape == "digits":
        return _from_digits(tokens, at, lex)
    if not token.classes:
        return None
    if "vague" in token.classes and not token.classes.keys() & {"cardinal"}:
        return _vague(tokens, at)
    compound = _compound(tokens, at, lex)
    if compound is None:
        return _fraction(tokens, at)
    value, after, ordinal = compound
    if not ordinal:
        value, after = _with_half(tokens, value, after)
    value = _plain_int(value)
    return Numeral(after, value, value, ordinal=ordinal)
