"""Loading the libraries a matter takes, on any thread, before somebody waits for one."""

from __future__ import annotations

from importlib import import_module

__all__ = ["load_libraries"]


def load_libraries() -> None:
    """Load them now; a later import costs nothing then."""
    for name in ("annotations.matter", "filelock", "sqlite_utils.migrations"):
        import_module(name)
