"""Options of an export that do nothing for the product that was asked for: said, not swallowed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.commands.command import Call

__all__ = ["idle_options"]

_WORKS: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    ("highlight", "native"): ("word",),
    ("highlight", "shading"): ("word",),
    ("redrafts", "tracked"): ("word",),
    ("redrafts", "report"): ("word", "pdf"),
    ("wording", "redline"): ("memo", "gap", "html"),
}
_WORKS_AT_ALL: Final[Mapping[str, tuple[str, ...]]] = {
    "look": ("memo", "gap", "changes"),
    "sections": ("memo", "gap", "html", "md"),
    "older": ("changes",),
}
"""The kinds of product that heed an option, by option and answer, or whatever the answer is."""
_NAMES: Final = {"older": "--from"}


def idle_options(call: Call) -> tuple[str, ...]:
    """Return a sentence for each option that was given and changes nothing in this kind of product."""
    kind, asked = call.words.kind, vars(call.words)
    told = [(f"--{name} {answer}", kinds) for (name, answer), kinds in _WORKS.items() if asked[name] == answer]
    told += [(_NAMES.get(name, f"--{name}"), kinds) for name, kinds in _WORKS_AT_ALL.items() if asked[name]]
    return tuple(_sentence(call, option, kinds) for option, kinds in told if kind not in kinds)


def _sentence(call: Call, option: str, kinds: tuple[str, ...]) -> str:
    return call.say(
        f"{option} does nothing with --as {call.words.kind}; it works with --as {', '.join(kinds)}.",
        f"{option} 对 --as {call.words.kind} 不起作用，仅适用于 --as {'、'.join(kinds)}。",
    )
