"""A token stream as a string of one-letter codes: the shapes of dates are then ordinary regular expressions.

The codes are the same in every language, so a shape ("day month year", "number unit ago") is written once
and the packs only say which word has which code. Compound numbers are one code. What a word may be
besides (an ordinal that is a weekday too) has a code of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reconcile.values._numbers import Numeral, numeral
from reconcile.values._tokens import Lexicon, Plain, Token

__all__ = ["Item", "Scene", "encode"]

#: The first row whose classes a word has gives its code.
_CODES: tuple[tuple[frozenset[str], str], ...] = tuple(
    (frozenset(names.split()), code)
    for names, code in (
        ("weekday ordinal", "w"), ("weekday cardinal", "w"), ("weekday doubtful", "d"), ("weekday", "D"),
        ("month doubtful", "m"), ("month", "M"), ("night", "T"), ("day", "R"), ("dual", "W"),
        ("this_unit", "s"), ("unit ordinal", "2"), ("holiday", "H"), ("hijri", "3"), ("hebrew", "3"), ("solar", "3"),
        ("hijri_era", "8"), ("decade_name", "5"), ("last", "L"),
        ("next", "X"), ("coming", "X"), ("this", "C"), ("start", "e"), ("mid", "e"), ("end", "e"),
        ("part", "P"), ("of from", "r"), ("of", "O"), ("from", "f"), ("since", "S"), ("until", "u"),
        ("to", "l"), ("by", "V"), ("between", "b"), ("to_attached", "l"), ("in_attached", "i"), ("at", "^"),
        ("in", "~"), ("within", "~"), ("the", "t"), ("and", "&"), ("or", "|"), ("ago", "A"), ("before", "B"), ("ahead", "a"),
        ("after", "G"), ("later", "g"), ("rest", "g"), ("hour_is", "c"), ("oclock", "K"), ("am", "p"), ("pm", "p"),
        ("zone", "z"), ("zone_word", "7"), ("era", "8"), ("except", "6"), ("season", "E"), ("quarter_code", "4"),
        ("about", "@"), ("date_word", "="), ("lasting", "+"), ("starting", "9"), ("ending", "9"), ("few", "%"), ("one", "1"), ("now", "*"), ("bound", "<"), ("eve", "P"), ("of_age", "_"), ("last_year", ">"),
    )
)  # fmt: skip
_UNIT_CODES = {"day": "j", "week": "k", "month": "q", "year": "y"}
_MARKS = {**{mark: mark for mark in ",/-.():"}, "~": "-"}
_COUNTED = frozenset({"percent", "currency", "measure", "before_era"})
#: What a word may be without being a word of time: "T-72" is no tonne and "G20" no gram.
_NO_LINKS = frozenset(
    {"measure", "currency", "percent", "scale", "cardinal", "ordinal", "vague", "bound", "doubtful"}
)


#: What stands behind one code: a token, or one that is made of several.
Item = Token


@dataclass(slots=True)
class Scene:
    """A text as codes, and the item behind every code."""

    codes: str
    items: list[Item]
    lexicon: Lexicon
    printed: Plain | None = None
    """The text as printed, where capitals tell something."""


#: The code of each set of classes of a lexicon and whether it has a number, by identity: lexicons are kept.
_KNOWN: dict[int, tuple[Mapping[str, Any], str | None, bool]] = {}


def _known(classes: Mapping[str, Any]) -> tuple[Mapping[str, Any], str | None, bool]:
    """The code of a listed word that is not a plain number, and whether it may be a number too."""
    known = _KNOWN.get(id(classes))
    if known is None or known[0] is not classes:
        known = _KNOWN[id(classes)] = (classes, _coded(classes), not _NUMBER.isdisjoint(classes))
    return known


def _coded(classes: Mapping[str, Any]) -> str | None:
    unit = classes.get("unit")
    if unit is not None and "ordinal" not in classes:
        return _UNIT_CODES.get(unit, "U")
    keys = classes.keys()
    for names, code in _CODES:
        if names <= keys:
            return code
    return None


def _in_a_code(tokens: Sequence[Token], at: int, behind: int) -> bool:
    """Whether digits belong to a word ("F16", "Covid-19") or have letters behind them ("12b")."""
    token = tokens[at]
    before = tokens[at - 1] if at else None
    if before is not None and before.text == "-" and token.glued and before.glued and at > 1:
        before = tokens[at - 2]
    elif not token.glued:
        before = None
    if before is not None and before.shape == "word" and not before.classes.keys() - _NO_LINKS:
        return True
    after = tokens[behind] if behind < len(tokens) else None
    return after is not None and after.glued and after.shape == "word" and not after.classes


def _digit_code(text: str, number: Numeral) -> str:
    if number.ordinal:
        return "o"
    if text.isdigit():
        if len(text) <= 2:
            return "N" if 1 <= number.low <= 31 else "0"
        if len(text) == 4 and 1000 <= number.low <= 2999:
            return "Y"
    return "F" if isinstance(number.low, float) or "." in text else "#"


def _is_counted(tokens: Sequence[Token], at: int) -> bool:
    return (
        at < len(tokens) and bool(tokens[at].classes.keys() & _COUNTED) and "unit" not in tokens[at].classes
    )


def _encode_digits(tokens: Sequence[Token], at: int, lex: Lexicon) -> tuple[str, Item, int]:
    item = token = tokens[at]
    number = item.number = numeral(tokens, at, lex)
    if number is None or _in_a_code(tokens, at, number.after):
        return "x", item, at + 1
    after = number.after
    follow = tokens[after] if after < len(tokens) else None
    if follow is not None and follow.glued and "decades" in follow.classes and number.low % 10 == 0:
        return "Z", _made_of(tokens, at, after + 1), after + 1
    if after > at + 1:
        item = _made_of(tokens, at, after)
    if _is_counted(tokens, after):
        return "#", item, after
    return _digit_code(token.text, number) if after == at + 1 or number.ordinal else "#", item, after


def _encode_word(tokens: Sequence[Token], at: int, lex: Lexicon) -> tuple[str, Item, int]:
    token = tokens[at]
    _, code, counts = _known(token.classes)
    if not counts:
        return code or ("h" if "half" in token.classes else "x"), token, at + 1
    number = numeral(tokens, at, lex)
    if number is None:
        return code or ("h" if "half" in token.classes else "x"), token, at + 1
    number = token.number = _paired(tokens, number, lex)
    if number.after > at + 1:
        return _number_code(number), _made_of(tokens, at, number.after), number.after
    if code is None:
        code = "h" if "fraction" in token.classes else _number_code(number)
    return code, token, at + 1


def _made_of(tokens: Sequence[Token], at: int, after: int) -> Item:
    """One item of several tokens, with the number that the first one begins."""
    first = tokens[at]
    words = first.text if first.shape == "digits" else " ".join(part.text for part in tokens[at:after])
    return Item(
        first.start,
        tokens[after - 1].end,
        words,
        first.shape,
        first.glued,
        first.classes,
        first.attached,
        first.number,
    )


def _number_code(number: Numeral) -> str:
    if number.ordinal:
        return "o"
    if number.vague:
        return "v"
    return "Y" if 1100 < number.low < 2100 and number.low % 100 else "n"


def _paired(tokens: Sequence[Token], number: Numeral, lex: Lexicon) -> Numeral:
    """A year that is said in two halves ("nineteen eighty-six"), in languages that do so."""
    at = number.after
    if not (lex.settings["paired_years"] and number.value in range(13, 21) and at < len(tokens)):
        return number
    if not tokens[at].classes.keys() & {"cardinal"}:
        return number
    rest = numeral(tokens, at, lex)
    if rest is None or rest.ordinal or rest.value not in range(10, 100):
        return number
    year = number.low * 100 + rest.low
    return Numeral(rest.after, year, year)


def _names_year(codes: Sequence[str], classes: Mapping[str, Any]) -> bool:
    """Whether a word for "year" belongs to the number before it ("2011 год", "1939-1945 роки"), and counts none."""
    if codes[-1:] != ["Y"]:
        return codes[-1:] == ["Z"]
    return "plural" not in classes or (codes[-3:-2] == ["Y"] and codes[-2] in "-/&lu")


_NUMBER = frozenset({"cardinal", "ordinal", "scale", "vague", "fraction"})
_CLOCKS = frozenset({"clock", "digits"})
_SHAPES = {"iso": "I", "dmy": "J", "clock": "Q", "break": ";"}


def encode(tokens: Sequence[Token], lex: Lexicon) -> Scene:
    """The tokens as codes.

    >>> from reconcile.values._tokens import lexicon, plain, tokenize
    >>> def codes(text, language):
    ...     lex = lexicon(language)
    ...     return encode(tokenize(plain(text).text, lex), lex).codes
    >>> codes("on 5 January 2026", "en"), codes("ב-5 בינואר 2026", "he")
    ('~NMY', 'iNiMY')
    """
    codes: list[str] = []
    items: list[Item] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        shape = token.shape
        if shape == "digits":
            code, item, at = _encode_digits(tokens, at, lex)
        elif token.classes:
            code, item, at = _encode_word(tokens, at, lex)
            if "which" in token.classes:
                continue
            if code == "y" and "era" in token.classes and _names_year(codes, token.classes):
                code = "8"
        elif shape == "mark":
            at += 1
            if token.text == "-" and items and items[-1].attached and token.glued:
                continue
            code, item = _MARKS.get(token.text, "!"), token
        else:
            at += 1
            code, item = _SHAPES.get(shape, "x"), token
        if code == "U" and "at" in token.classes and at < len(tokens) and tokens[at].shape in _CLOCKS:
            code = "^"  # "saat 14:30"
        codes.append(code)
        items.append(item)
    return Scene("".join(codes), items, lex)
