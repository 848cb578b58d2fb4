"""What notes are called in lines for people, and what is undecided: who says what of which field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from annotations.codec import plain
from annotations.history import GONE

if TYPE_CHECKING:
    from annotations.deciding import Undecided
    from annotations.doubles import Double
    from annotations.matter import OpenMatter
    from annotations.model import Note
    from annotations.undecided import Claim, Conflict
    from ui.commands.command import Call

__all__ = ["name_of", "names_of", "undecided_lines", "undecided_values"]

_MOST = 60
_RATINGS = {"critical": "严重风险", "high": "高风险", "medium": "中风险", "low": "低风险", "info": "提示"}


def name_of(note: Note) -> str:
    """Return what a note is called on the screen and in comments."""
    return f"#{note.number} {note.title}".strip()


def names_of(matter: OpenMatter) -> Mapping[str, str]:
    """Return the name of each note by the ids that scripts read: its own, and the one it was imported with.

    Deleted notes have theirs too, and documents: one may be to decide about them.
    """
    documents = (*matter.documents(), *matter.removed_documents())
    names = {document.uid: document.title or document.latest.file_name for document in documents}
    for note in matter.notes_and_deleted():
        names[note.uid] = names[note.source_id or note.uid] = name_of(note)
    return names


def undecided_values(left: Undecided, *, every: bool = True) -> dict[str, object]:
    """Return what is undecided as scripts read it; with `every`, notes on the same words too, where there are any."""
    values: dict[str, object] = {"conflicts": [_conflict(one) for one in left.conflicts]}
    if every and left.doubles:
        values["doubles"] = [_pair(one) for one in left.doubles]
    if every and left.severities:
        values["severities"] = [_pair(one) for one in left.severities]
    return values


def _conflict(one: Conflict) -> dict[str, Any]:
    says = [
        {"value": plain(c.value), "author": c.author, "time": c.time.isoformat(), "here": c.here} for c in one.claims
    ]
    return {"note": one.note, "field": one.field, "says": says}


def _pair(one: Double) -> dict[str, Any]:
    return {
        "notes": [one.first.uid, one.second.uid],
        "authors": [one.first.author, one.second.author],
        "severities": [one.first.severity.value, one.second.severity.value],
    }


def undecided_lines(call: Call, left: Undecided, names: Mapping[str, str]) -> list[str]:
    """Return a line for each thing that is to be decided."""
    told = [
        call.say(
            f"To decide: {names.get(one.note, one.note)}, {one.field}: {_sides(call, one)}",
            f"待定：{names.get(one.note, one.note)}，{one.field}：{_sides(call, one)}",
        )
        for one in left.conflicts
    ]
    told += [
        call.say("On the same words: {} and {}", "针对同一处文字：{}与 {}").format(
            *(call.say("{} ({})", "{}（{}）").format(name_of(note), note.author) for note in (one.first, one.second))
        )
        for one in left.doubles
    ]
    told += [_ratings(call, one) for one in left.severities]
    return told


def _ratings(call: Call, one: Double) -> str:
    sides = [(name_of(note), _words(call, "severity", note.severity), note.author) for note in (one.first, one.second)]
    english = " / ".join(f"{name}: {severity} ({author})" for name, severity, author in sides)
    chinese = " / ".join(f"{name}：{severity}（{author}）" for name, severity, author in sides)
    return call.say(f"Rated differently: {english}", f"风险等级不一致：{chinese}")


def _sides(call: Call, one: Conflict) -> str:
    return " / ".join(_side(call, one.field, claim) for claim in one.claims)


def _side(call: Call, field: str, claim: Claim) -> str:
    words = " ".join(_words(call, field, claim.value).split())
    short = words if len(words) <= _MOST else f"{words[:_MOST]}…"
    who = claim.author or "?"
    return call.say(f"“{short}” ({who}, {claim.time:%Y-%m-%d})", f"“{short}”（{who}，{claim.time:%Y-%m-%d}）")


def _words(call: Call, field: str, value: Any) -> str:  # noqa: ANN401 - the field decides the type
    """Return what a field says, in words for people: the quotes of places, what was taken away."""
    if field in (GONE, "removed"):
        return call.say("taken away", "已删除") if value else call.say("worked on", "有改动")
    if field == "severity" and value:
        return call.say(str(value), _RATINGS[str(value)])
    if field == "anchors":
        return " … ".join(dict.fromkeys(str(one.get("exact", "")) for one in value or ()))
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
