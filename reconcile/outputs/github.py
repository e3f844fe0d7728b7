"""Findings as annotations of GitHub Actions: a line a finding, which the workflow's page shows.

The form is that of workflow commands: ``::error title=…::message``.
"""

from __future__ import annotations

from reconcile.model import Report, Severity
from reconcile.views import trace
from reconcile.views._bidi import isolate, prose
from reconcile.views._shapes import FindingTrace

__all__ = ["github"]

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(report: Report) -> str:
    """One workflow command a finding, the most serious first."""
    return "".join(f"{_command(found)}\n" for found in trace(report).findings) or "\n"


def _command(found: FindingTrace) -> str:
    told = "; ".join(
        f"{isolate(side.value)} ({', '.join(map(isolate, side.outlets)) or 'nobody named'})"
        for side in found.sides
    )
    title = f"{found.title}: {prose(found.question)}"
    message = f"{told}. {prose(found.reason)} [{found.rule}, finding {found.id}]"
    return f"::{_COMMANDS[found.severity]} title={_property(title)}::{_data(message)}"


def _data(text: str) -> str:
    """As the runner wants a message.

    >>> _data("50 %, a: b")
    '50 %25, a: b'
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """As the runner wants a property, in which colons and commas have a meaning.

    >>> _property("a: b, c")
    'a%3A b%2C c'
    """
    return _data(text).replace(":", "%3A").replace(",", "%2C")
