"""The command line, one file a command. No Qt here: a contract checks it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

__all__ = ["COMMANDS", "is_command"]

COMMANDS = (
    "demo", "read", "add", "matter", "carry", "compare", "pair", "import", "export", "register", "package", "merge",
    "decide", "search", "check", "remove", "close", "template",
)  # fmt: skip
"""The commands in the order help lists them; each is the module of its name (`import` is `import_notes`)."""


def is_command(words: Sequence[str]) -> bool:
    """Whether `words` ask for the command line: a command, help, the version, one misspelt; files open the window."""
    return bool(words) and (words[0] in COMMANDS or words[0] == "-h" or _is_misspelt(words[0]))


def _is_misspelt(word: str) -> bool:
    """Whether a word is an option, or a bare word that names no file: a policy's name has a suffix at least."""
    return word.startswith("--") or (word.isascii() and word.isalpha() and not Path(word).exists())
