"""What a list of choices in a form shows: the option that is chosen."""

from __future__ import annotations

from documents.markup.tokens import Tag, Tokens

__all__ = ["chosen_option", "shows_every_option"]


def shows_every_option(select: Tag) -> bool:
    """Whether a browser shows several options one below the other."""
    return "multiple" in select.attributes or (select.attributes.get("size") or "1") not in {"", "0", "1"}


def chosen_option(tokens: Tokens, at: int) -> str:
    """Return the words of the option that the <select> at `at` shows: the last one marked, else the first."""
    first, chosen = "", None
    for index in range(at + 1, tokens.ends[at]):
        tag = tokens.tags[index]
        if tag.name == "option" and not tag.closes:
            said = "".join(tokens.words[index + 1 : tokens.ends[index] + 1]).strip()
            said = said or (tag.attributes.get("label") or "").strip()
            first = first or said
            chosen = said if "selected" in tag.attributes else chosen
    return f" {first if chosen is None else chosen} "
