"""The claims as a Parquet file, each with the fact that it tells. Needs the extra ``arrow``."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reconcile.errors import ReconcileError
from reconcile.model import Report
from reconcile.views import Trace, trace
from reconcile.views._tables import CLAIM_COLUMNS, claims

__all__ = ["parquet"]

_FACT_COLUMNS = ("fact", "status")


def parquet(report: Report) -> bytes:
    """One row a claim; all columns are text, empty where there is nothing.

    Raises:
        ReconcileError: when pyarrow is not installed.
    """
    try:
        import pyarrow  # type: ignore[import-not-found,import-untyped,unused-ignore]  # noqa: PLC0415
        import pyarrow.parquet as files  # type: ignore[import-not-found,import-untyped,unused-ignore]  # noqa: PLC0415
    except ImportError:
        raise ReconcileError("parquet needs pyarrow: pip install 'fact-reconcile[arrow]'") from None
    names = (*CLAIM_COLUMNS, *_FACT_COLUMNS)
    form = pyarrow.schema([(name, pyarrow.string()) for name in names], {"schema": "reconcile.claims/1"})
    out = BytesIO()
    files.write_table(pyarrow.Table.from_pylist(_rows(trace(report)), schema=form), out)
    return out.getvalue()


def _rows(made: Trace) -> list[dict[str, Any]]:
    facts = {claim: fact for fact in made.report.facts for claim in fact.claims}
    rows = list(claims(made))
    for row in rows:
        fact = facts.get(row["claim"])
        row["fact"], row["status"] = (fact.id, fact.status.value) if fact else (None, None)
    return rows
