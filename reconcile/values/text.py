"""Free words, optionally with a code of the attribute's closed vocabulary.

Unlike free texts are ``unlike``, never ``exclusive``: only codes can exclude each other.
"""

from __future__ import annotations

import re
from collections.abc import Hashable

from reconcile.languages import fold
from reconcile.model import Axis, Schema, TextValue
from reconcile.values import Context, ValueKind

__all__ = ["text"]

_WORD = re.compile(r"\w+")


def _words(value: TextValue) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(value.text)))


def _key(value: TextValue) -> Hashable:
    return ("code", value.code) if value.code else _words(value)


def code_of(value: TextValue, schema: Schema) -> str | None:
    """The code that a text stands for: its own, or that of the vocabulary's entry with these words.

    >>> schema = Schema(pattern="x", codes={"agreed": ("was agreed", "اتُفق عليه")})
    >>> code_of(TextValue(text="Was agreed"), schema)
    'agreed'
    """
    if value.code:
        return value.code
    words = _words(value)
    for code, phrases in schema.codes.items():
        if any(words == _words(TextValue(text=phrase)) for phrase in (code, *phrases)):
            return code
    return None


def _is_broader(wide: str, narrow: str, schema: Schema) -> bool:
    seen = {narrow}
    while (up := schema.broader.get(narrow)) and up not in seen:
        if up == wide:
            return True
        seen.add(up)
        narrow = up
    return False


def _compare_codes(left: str, right: str, schema: Schema) -> Axis:
    if left == right:
        return Axis("equivalent", f"both mean {left}")
    if _is_broader(right, left, schema):
        return Axis("narrower", f"{left} is a kind of {right}")
    if _is_broader(left, right, schema):
        return Axis("wider", f"{right} is a kind of {left}")
    for group in schema.exclusive:
        if left in group and right in group:
            return Axis("exclusive", f"{left} and {right} exclude each other")
    if left in schema.ladder and right in schema.ladder:
        further = schema.ladder.index(left) > schema.ladder.index(right)
        return Axis("narrower" if further else "wider", f"{left} and {right} are steps of one ladder",
                    {"ladder": True})  # fmt: skip
    return Axis("unlike", f"{left} and {right} differ, and nothing says that they exclude each other")


def _compare(left: TextValue, right: TextValue, schema: Schema) -> Axis:
    if left.code is None and right.code is None and _words(left) == _words(right):
        return Axis("same", "the same words")
    left_code, right_code = code_of(left, schema), code_of(right, schema)
    if left_code and right_code:
        return _compare_codes(left_code, right_code, schema)
    if sorted(_words(left)) == sorted(_words(right)):
        return Axis("equivalent", "the same words in another order")
    return Axis("unlike", "free words that differ; nothing says that they exclude each other")


def _parse(words: str, context: Context) -> TextValue | None:
    return TextValue(text=words.strip(), raw=words, language=context.language) if words.strip() else None


text = ValueKind(parse=_parse, key=_key, compare=_compare, show=lambda value: value.code or value.text)
