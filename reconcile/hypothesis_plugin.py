"""What Hypothesis asks for when it is imported: ``st.from_type(Claim)`` builds claims."""

from __future__ import annotations

from typing import Any

__all__ = ["register"]


def register() -> None:
    """Tell Hypothesis how claims are made; the strategies are imported when the first one is drawn."""
    from hypothesis import strategies as st  # noqa: PLC0415

    from reconcile.model import Claim  # noqa: PLC0415

    st.register_type_strategy(Claim, _claims)


def _claims(_: Any) -> Any:
    from reconcile.testing.strategies import claims  # noqa: PLC0415

    return claims()
