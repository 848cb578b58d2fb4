"""How a change is said in the list: where it stands, what it is, the words before and after in short, its signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from annotations.following_sentences import ALERTS
from documents.comparing.model import Category, Change, ChangeKind
from documents.errors import sentence
from documents.model import Span
from ui.comparing.strips import Sides

__all__ = ["ChangeWords", "category_words", "on_one_line", "place_words", "said_aloud", "words_of"]

_AROUND = 14
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """One change in the list. `quoted`: the words of what was moved or renumbered alone, neither put in nor struck."""

    where: str
    what: str
    before: str
    after: str
    quoted: str
    signs: str


def words_of(change: Change, sides: Sides, language: str) -> ChangeWords:
    """Return what the list says of a change, in the interface's language."""
    kinds = QCoreApplication.translate("Comparing", ", ").join(_kind(kind, change) for kind in change.kinds)
    signs = [sentence(ALERTS, sign, {}, language) for sign in change.signs]
    gone = _snippet(sides.old.text, [edit.old for edit in change.edits], change.old)
    came = _snippet(sides.new.text, [edit.new for edit in change.edits], change.new)
    quoted = "" if change.edits else on_one_line(change.new.of(sides.new.text) or change.old.of(sides.old.text))
    semicolon = QCoreApplication.translate("Comparing", "; ")
    return ChangeWords(place_words(change), kinds, gone, came, quoted, semicolon.join(signs))


def place_words(change: Change) -> str:
    """Return the clause that a change is in; of a move, from where to where."""
    old, new = change.old_clause, change.new_clause
    return f"{old} → {new}" if old and new and old != new else new or old or "—"


def said_aloud(words: ChangeWords, notes: Sequence[int]) -> str:
    """Return a change as a screen reader says it."""
    translate = QCoreApplication.translate
    parts = [words.where, words.what]
    if words.before:
        parts.append(translate("Comparing", "before: {words}").format(words=words.before))
    if words.after:
        parts.append(translate("Comparing", "now: {words}").format(words=words.after))
    parts += [words.quoted] if words.quoted else []
    parts += [words.signs] if words.signs else []
    parts += [translate("Comparing", "note {number}").format(number=number) for number in notes]
    return translate("Comparing", "; ").join(parts)


def category_words(category: Category) -> str:
    """Return what a sort of changes is called."""
    translate = QCoreApplication.translate
    return {
        Category.SUBSTANTIVE: translate("Comparing", "Substance"),
        Category.NUMBERS: translate("Comparing", "Numbers and dates"),
        Category.WORDING: translate("Comparing", "Wording"),
        Category.MOVES: translate("Comparing", "Moves"),
        Category.RENUMBERING: translate("Comparing", "Renumbering"),
        Category.FORM: translate("Comparing", "Form"),
    }[category]


def _kind(kind: ChangeKind, change: Change) -> str:
    translate = QCoreApplication.translate
    if kind is ChangeKind.RENUMBERED and (change.old_label or change.new_label):
        words = translate("Comparing", "renumbered {old} → {new}")
        return words.format(old=change.old_label or "—", new=change.new_label or "—")
    return {
        ChangeKind.ADDED: translate("Comparing", "added"),
        ChangeKind.DELETED: translate("Comparing", "deleted"),
        ChangeKind.CHANGED: translate("Comparing", "changed"),
        ChangeKind.MOVED: translate("Comparing", "moved"),
        ChangeKind.SPLIT: translate("Comparing", "split"),
        ChangeKind.MERGED: translate("Comparing", "merged"),
        ChangeKind.RENUMBERED: translate("Comparing", "renumbered"),
    }[kind]


def _snippet(text: str, spans: Sequence[Span], hull: Span) -> str:
    """Return the words of some edits with a little round each; nothing where they put in or took out nothing."""
    if not any(len(span) for span in spans):
        return ""
    windows: list[Span] = []
    for span in spans:
        if not len(span):
            continue
        start, end = _word_start(text, hull, span.start), _word_end(text, hull, span.end)
        if windows and start <= windows[-1].end:
            windows[-1] = Span(windows[-1].start, max(end, windows[-1].end))
        else:
            windows.append(Span(start, end))
    first, last = windows[0], windows[-1]
    line = " … ".join(" ".join(window.of(text).split()) for window in windows)
    return on_one_line(("… " if first.start > hull.start else "") + line + (" …" if last.end < hull.end else ""))


def _word_start(text: str, hull: Span, point: int) -> int:
    """Return where a little before a place begins: with a whole word, where words have spaces between them."""
    far = max(hull.start, point - _AROUND)
    space = text.find(" ", far, point)
    return far if far == hull.start or space < 0 else space + 1


def _word_end(text: str, hull: Span, point: int) -> int:
    far = min(hull.end, point + _AROUND)
    space = text.rfind(" ", point, far)
    return far if far == hull.end or space < 0 else space


def on_one_line(words: str, most: int = _LONGEST) -> str:
    """Return words on one line, cut after so many characters."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[:most]} …"
