"""What a comment says: a note's fields as lines, in the language of what goes out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from annotations.comment_form import ABOUT, AFTER, LEADS, SEE
from annotations.model import AnchorState, Note
from annotations.words import label
from export.word.comments import Line
from export.word.fonts import is_chinese

__all__ = ["about_line", "lines_of", "see_line"]

_AFTER_WORDS: Final = ("{place}", "{place}之后")
_QUOTED: Final = ("“{words}”", "“{words}”")
_GONE: Final = (" (no longer found in the text)", "（现文本中已找不到）")
_NEVER: Final = (" (not found in the text)", "（文本中未找到）")
_SEVERAL: Final = (" (several times in the text)", "（文本中出现多次）")
_PLACELESS: Final = (AnchorState.LOST, AnchorState.AMBIGUOUS)


def lines_of(note: Note, address: str, shown: Collection[str], language: str) -> tuple[Line, ...]:
    """Return the comment of a note: its heading, then each field that is set and may be shown, one line each."""
    lines = [Line(_heading(note, address, shown, language))]
    for field, heading in LEADS.items():
        words = words_of(note, field, language)
        if words and field in shown:
            if field == "proposed_wording" and note.insert_after:
                place = _pick(_AFTER_WORDS, language).format(place=note.insert_after)
                lines.append(Line(_pick(AFTER, language), place))
            lines.append(Line(_pick(heading, language), words))
    return tuple(lines)


def words_of(note: Note, field: str, language: str) -> str:
    """Return a field's words in a language where the note has them, else in the note's own."""
    own = str(getattr(note, field))
    if note.language and _same(note.language, language):
        return own.strip()
    for tongue, fields in note.translations.items():
        if _same(tongue, language):
            return (fields.get(field, "") or own).strip()
    return own.strip()


def see_line(note: Note, language: str) -> Line:
    """Return the line that points from a note's further places to its first."""
    return Line(_pick(SEE, language).format(number=note.number))


def about_line(note: Note, words: str, language: str, *, gone: bool) -> Line:
    """Return the line that quotes the words a comment is about, where it cannot stand on them.

    Words that are `gone` are said to be so only if they ever had a place.
    """
    quoted = _pick(_QUOTED, language).format(words=" ".join(words.split()))
    return Line(_pick(ABOUT, language), quoted + (_pick(_missing(note, words), language) if gone else ""))


def _missing(note: Note, words: str) -> tuple[str, str]:
    states = {anchor.state for anchor in note.anchors if anchor.exact == words}
    if not states <= set(_PLACELESS):
        return _GONE
    return _SEVERAL if AnchorState.AMBIGUOUS in states else _NEVER


def _heading(note: Note, address: str, shown: Collection[str], language: str) -> str:
    title = words_of(note, "title", language) if "title" in shown else ""
    severity = label(note.severity, language) if "severity" in shown else ""
    if is_chinese(language):
        lead = f"【{severity}】{note.number}" if severity else f"{note.number}"
        return f"{lead}｜{title}（{address}）" if title else f"{lead}（{address}）"
    lead = f"[{severity}] {note.number}" if severity else f"{note.number}"
    return f"{lead} | {title} ({address})" if title else f"{lead} ({address})"


def _pick(pair: Sequence[str], language: str) -> str:
    return pair[1] if is_chinese(language) else pair[0]


def _same(one: str, other: str) -> bool:
    return one.lower().partition("-")[0] == other.lower().partition("-")[0]
