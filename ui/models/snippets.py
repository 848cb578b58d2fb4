"""A reviewer's own texts by short names: which of them a name typed before the caret means. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

__all__ = ["cleaned", "meant"]


def meant(before: str, names: Iterable[str]) -> str:
    """Return the longest name that ends where the caret stands, "" where there is none; case makes no difference.

    Latin letters and digits must begin a word; Chinese has no spaces, so its names may stand after anything.
    """
    folded = before.casefold()
    fitting = (name for name in names if name and folded.endswith(name.casefold()) and _begins(before, name))
    return max(fitting, key=len, default="")


def cleaned(snippets: Mapping[str, str]) -> dict[str, str]:
    """Return the texts that can be used, by their names: no spaces at the ends, nothing empty, sorted."""
    kept = {" ".join(name.split()): text for name, text in snippets.items()}
    return {name: kept[name] for name in sorted(kept, key=str.casefold) if name and kept[name].strip()}


def _begins(before: str, name: str) -> bool:
    last = before[-len(name) - 1 : -len(name)]
    return not (last.isascii() and last.isalnum() and name[0].isascii() and name[0].isalnum())
