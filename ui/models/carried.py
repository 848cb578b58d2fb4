"""What the carry-over review says of one place: old words and new ones, what changed between them, and where. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from annotations.carry_review import ToSee
from annotations.following_sentences import ALERTS, STATES, WHYS
from annotations.model import AnchorState, Note
from documents.clauses import address_of
from documents.errors import sentence
from documents.model import PolicyDocument, Span

__all__ = ["Sight", "Words", "sight_of", "state_words"]

_AROUND = 90
_SHORT = 24


@dataclass(frozen=True, slots=True)
class Words:
    """Some words with what stands around them, and the clause they stand in."""

    words: str
    before: str = ""
    behind: str = ""
    address: str = ""
    span: Span = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Sight:
    """One place as it is shown: what it was, where it stands or may stand now, and what is said of it."""

    note: Note
    item: ToSee
    was: Words
    now: tuple[Words, ...]
    why: str
    alerts: tuple[str, ...] = ()


def sight_of(note: Note, item: ToSee, policies: Mapping[str, PolicyDocument], version: str, language: str) -> Sight:
    """Return what is to be shown of a place; a version whose text is gone is left out."""
    old, new = policies.get(item.was.version), policies[version]
    was = Words(item.words) if old is None else _words(old, item.was.span, language)
    if not was.words.strip() or item.words not in was.words:
        was = Words(item.words)
    now = tuple(_words(new, span, language) for span in item.places)
    alerts = tuple(sentence(ALERTS, code, {}, language) for code in item.alerts)
    return Sight(note, item, was, now, _why(item, was, now, language), alerts)


def state_words(item: ToSee, language: str) -> str:
    """Return a line for the list: its state, and what to look at."""
    state = "placed" if item.state is AnchorState.PLACED else item.state.value
    said = {"placed": ("placed by you", "已指定位置")}
    words = sentence({**STATES, **said}, state, {}, language)
    return " · ".join((words, *(sentence(ALERTS, code, {}, language) for code in item.alerts)))


def _words(policy: PolicyDocument, span: Span, language: str) -> Words:
    text = policy.text
    if span.end > len(text) or span.start >= span.end:
        return Words("")
    before = text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2]
    behind = text[span.end : span.end + _AROUND].partition("\n")[0]
    cut = "…" if len(before) == _AROUND else ""
    rest = "…" if len(behind) == _AROUND else ""
    address = address_of(policy, [span], language)
    return Words(span.of(text), cut + before, behind + rest, address, span)


def _why(item: ToSee, was: Words, now: tuple[Words, ...], language: str) -> str:
    """Return a sentence on how it stands."""
    said = {"was": was.address or "…", "now": now[0].address if now and now[0].address else "…"}
    return sentence(WHYS, _code(item, was, now), said, language)


def _code(item: ToSee, was: Words, now: tuple[Words, ...]) -> str:
    if item.state is AnchorState.LOST:
        return "lost"
    if item.state is AnchorState.PLACED:
        return "by hand"
    if item.state is AnchorState.AMBIGUOUS:
        known = item.how in WHYS and item.how not in ("moved", "edited", "same")
        return item.how if known else "elsewhere" if item.how == "moved" else "rewritten"
    if item.state is AnchorState.EDITED:
        return "renumbered" if item.how == "renumbered" else "edited"
    if item.state is AnchorState.MOVED and was.address and now and now[0].address:
        return "moved"
    return "beside" if item.alerts else "same"
