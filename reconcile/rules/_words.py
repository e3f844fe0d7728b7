"""The words of a relation: a rule's message, filled with what was compared."""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.model import Pair, Reading
from reconcile.values import show

__all__ = ["FIELDS", "say", "shown"]

#: What a message may name in braces.
FIELDS = frozenset({"left", "right", "left_outlets", "right_outlets", "value", "scope", "time", "modality", "source",
                    "gap_days"})  # fmt: skip


def say(message: str, pair: Pair) -> str:
    """Fill a rule's message with both values, their outlets and the reasons of the axes."""
    return message.format(**_fields(pair))


def _fields(pair: Pair) -> Mapping[str, object]:
    evidence = pair.evidence
    return {
        "left": _value(pair.left), "right": _value(pair.right),
        "left_outlets": _outlets(pair.left), "right_outlets": _outlets(pair.right),
        "value": evidence.value.reason, "scope": evidence.scope.reason, "time": evidence.time.reason,
        "modality": evidence.modality.reason, "source": evidence.source.reason,
        "gap_days": evidence.value.details.get("gap_days", "some"),
    }  # fmt: skip


def _value(reading: Reading) -> str:
    shown = show(reading.value)
    return f"not {shown}" if reading.polarity.value == "negate" else shown


def shown(reading: Reading) -> str:
    """A reading with the outlets that tell it."""
    return f"{_value(reading)} ({_outlets(reading)})"


def _outlets(reading: Reading) -> str:
    return ", ".join(sorted({told.outlet for told in reading.told}))
