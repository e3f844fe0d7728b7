"""Yes or no. The truth stands in the value; what denies it is for the *modality* axis."""

from __future__ import annotations

from reconcile.languages import fold
from reconcile.model import Axis, BooleanValue, Schema
from reconcile.values import Context, ValueKind

__all__ = ["boolean"]

_WORDS = {
    "true": True, "yes": True, "نعم": True, "כן": True,
    "false": False, "no": False, "لا": False, "לא": False,
}  # fmt: skip


def _parse(text: str, context: Context) -> BooleanValue | None:
    truth = _WORDS.get(fold(text.strip()))
    return None if truth is None else BooleanValue(value=truth, raw=text)


def _compare(left: BooleanValue, right: BooleanValue, schema: Schema) -> Axis:
    if left.value is right.value:
        return Axis("same", f"both say {_show(left)}")
    return Axis("exclusive", f"{_show(left)} against {_show(right)}")


def _show(value: BooleanValue) -> str:
    return "yes" if value.value else "no"


boolean = ValueKind(parse=_parse, key=lambda value: value.value, compare=_compare, show=_show)
