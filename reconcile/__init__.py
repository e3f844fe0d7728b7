"""Cross-source fact reconciliation: what outlets agree on, where they differ, and why."""

__version__ = "0.1.0"
