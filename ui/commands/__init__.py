"""The command line, one file a command. No Qt here: a contract checks it."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["COMMANDS", "is_command"]

COMMANDS = (
    "demo", "read", "add", "carry", "import", "export", "register", "merge", "search", "check", "remove", "close",
    "template",
)  # fmt: skip
"""The commands in the order help lists them; each is the module of its name (`import` is `import_notes`)."""


def is_command(words: Sequence[str]) -> bool:
    """Whether `words` ask for the command line: a command, help or the version; files open the window."""
    return bool(words) and (words[0] in COMMANDS or words[0] in {"-h", "--help", "--version"})
