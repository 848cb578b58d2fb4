"""A comparison as values for scripts and as lines for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from annotations.following_sentences import ALERTS
from documents.comparing.model import Category, Change, ChangeKind, Comparison, Edit
from documents.errors import sentence
from documents.model import PolicyDocument, Span
from export.change_memo.words import KINDS
from ui.commands.command import Call

__all__ = ["head", "lines", "values"]

_AROUND = 24
_LONGEST = 160


def values(old: Mapping[str, object], new: Mapping[str, object], found: Comparison) -> dict[str, object]:
    """Return what scripts are given; offsets are code points, half-open, into each version's own text."""
    counts = Counter(category.value for change in found.changes for category in change.categories)
    return {
        "old": dict(old),
        "new": dict(new),
        "same": not found.changes,
        "counts": {category.value: counts[category.value] for category in Category},
        "changes": [_values(found, change) for change in found.changes],
    }


def _values(found: Comparison, change: Change) -> dict[str, object]:
    return {
        "id": change.id,
        "kinds": [kind.value for kind in change.kinds],
        "categories": [category.value for category in change.categories],
        "folded": change.folded,
        "signs": list(change.signs),
        "old": _place(found.old, change.old, change.old_clause, change.old_label),
        "new": _place(found.new, change.new, change.new_clause, change.new_label),
        "edits": [
            {
                "old": [edit.old.start, edit.old.end],
                "new": [edit.new.start, edit.new.end],
                "deleted": edit.old.of(found.old.text),
                "inserted": edit.new.of(found.new.text),
                "categories": [category.value for category in edit.categories],
                "signs": list(edit.signs),
            }
            for edit in change.edits
        ],
    }


def _place(policy: PolicyDocument, span: Span, clause: str, label: str) -> dict[str, object]:
    return {"clause": clause, "label": label, "start": span.start, "end": span.end, "exact": span.of(policy.text)}


def head(call: Call, names: Sequence[str], found: Comparison, shown: int) -> str:
    """Return the first line: what was compared, and how many changes there are."""
    old, new = names
    total = len(found.changes)
    if not total:
        return call.say(f"{old} and {new} say the same.", f"{old} 与 {new} 内容相同。")
    told = call.say(
        f"{old} to {new}: changes: {total}, shown: {shown}.", f"{old} 至 {new}：{total} 处变更，显示 {shown} 处。"
    )
    folded = sum(change.folded for change in found.changes)
    if shown == total or shown != total - folded:
        return told
    return told + call.say(
        f" Only numbers of clauses, punctuation or spaces: {folded}; --all shows them.",
        f"其余 {folded} 处仅编号、标点或空格变动，--all 可显示。",
    )


def lines(call: Call, found: Comparison, changes: Sequence[Change]) -> Iterator[str]:
    """Yield what people read: a line a change, and its edits below."""
    for change in changes:
        yield _line(call, change)
        if ChangeKind.ADDED in change.kinds or ChangeKind.DELETED in change.kinds:
            kind = "+" if ChangeKind.ADDED in change.kinds else "-"
            span, policy = (change.new, found.new) if kind == "+" else (change.old, found.old)
            yield f"    {kind} {_shortened(span.of(policy.text))}"
            continue
        yield from (f"    {line}" for line in _redlines(found, change))


def _line(call: Call, change: Change) -> str:
    chinese = call.speak.startswith("zh")
    kinds = [KINDS[kind][chinese] for kind in change.kinds]
    signs = [sentence(ALERTS, sign, {}, call.speak) for sign in change.signs]
    where = change.new_clause or call.say(f"{change.old_clause} (before)", f"原{change.old_clause}")
    if change.old_clause and change.new_clause not in ("", change.old_clause):
        where = f"{change.old_clause} → {change.new_clause}"
    if chinese:
        return f"{where}：{'、'.join(kinds)}" + (f"（{'；'.join(signs)}）" if signs else "")
    return f"{where}: {', '.join(kinds)}" + (f" ({'; '.join(signs)})" if signs else "")


def _redlines(found: Comparison, change: Change) -> Iterator[str]:
    """Yield the edits with a few words round them, those near each other on one line: within [-30-]{+15+} days."""
    line: list[str] = []
    last = change.new.start
    for edit in change.edits:
        between = found.new.text[last : edit.new.start]
        if line and len(between) > 2 * _AROUND:
            yield _on_one_line([*line, _begun(between)])
            line = []
        line += [between if line else _ended(between), _marked(found, edit)]
        last = edit.new.end
    if line:
        yield _on_one_line([*line, _begun(found.new.text[last : change.new.end])])


def _begun(words: str) -> str:
    """Return a few words that come after, never a part of one."""
    if len(words) <= _AROUND:
        return words
    cut = words[:_AROUND]
    if _is_latin(cut[-1]) and _is_latin(words[_AROUND]):
        cut = cut.rpartition(" ")[0] or cut
    return f"{cut.rstrip()} …"


def _ended(words: str) -> str:
    """Return a few words that come before, never a part of one."""
    if len(words) <= _AROUND:
        return words
    cut = words[-_AROUND:]
    if _is_latin(cut[0]) and _is_latin(words[-_AROUND - 1]):
        cut = cut.partition(" ")[2] or cut
    return f"… {cut.lstrip()}"


def _is_latin(letter: str) -> bool:
    return letter.isalnum() and letter < "\u2e80"


def _marked(found: Comparison, edit: Edit) -> str:
    gone, came = _shortened(edit.old.of(found.old.text)), _shortened(edit.new.of(found.new.text))
    return (f"[-{gone}-]" if gone else "") + (f"{{+{came}+}}" if came else "")


def _on_one_line(pieces: Sequence[str]) -> str:
    return " ".join("".join(pieces).split("\n"))


def _shortened(words: str) -> str:
    line = " / ".join(piece for piece in words.split("\n") if piece)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST // 2]} … {line[-_LONGEST // 2 :]}"
