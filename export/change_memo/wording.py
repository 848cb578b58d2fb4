"""A change in a few words: where it stands, what happened, what to look at. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.following_sentences import ALERTS
from export.change_memo.listing import Sign, ToldChange
from export.change_memo.words import KINDS
from export.memo.words import say
from export.wording import in_language

__all__ = ["clauses", "kinds", "said_of_signs"]


def clauses(one: ToldChange, language: str) -> str:
    """Return the clause that a change stands in, before and now."""
    change = one.change
    told = dict.fromkeys(filter(None, (change.old_clause.strip(), change.new_clause.strip())))
    return say("c_arrow", language).join(told) or say("c_absent", language)


def kinds(one: ToldChange, language: str) -> str:
    """Return what happened, in words."""
    told = say("comma", language).join(in_language(KINDS[kind], language) for kind in one.change.kinds)
    return told[:1].upper() + told[1:]


def said_of_signs(signs: Iterable[Sign], language: str) -> list[str]:
    """Return signs in words, with the words that went and came where they are few; those of the same words together."""
    held: dict[tuple[str, str], list[str]] = {}
    for sign in signs:
        name = in_language(ALERTS[sign.code], language) if sign.code in ALERTS else sign.code
        held.setdefault((sign.old, sign.new), []).append(name)
    return [_with_words(say("separator", language).join(names), *words, language) for words, names in held.items()]


def _with_words(names: str, old: str, new: str, language: str) -> str:
    key = "c_sign_both" if old and new else "c_sign_new" if new else "c_sign_old"
    return say(key, language, sign=names, old=old, new=new) if old or new else names
