"""What the answer to a package brought, for scripts and for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotations.package_report import Answer
    from ui.commands.command import Call

__all__ = ["answer_lines", "answer_values"]


def answer_values(answer: Answer) -> dict[str, object]:
    """Return an answer as scripts read it."""
    mark = answer.package
    return {
        "id": mark.uid,
        "file": answer.name,
        "document": mark.document,
        "for": mark.sent_to,
        "due": mark.due,
        "authors": list(answer.authors),
        "notes": list(answer.notes),
        "replies": [{"note": note, "reply": reply} for note, reply in answer.replies],
        "changed": [{"note": note, "field": field} for note, field in answer.changed],
        "deleted": list(answer.deleted),
        "undecided": [{"note": note, "field": field} for note, field in answer.undecided],
        "left_out": [{"what": one.code, "note": one.note, "field": one.field} for one in answer.left],
    }


def answer_lines(call: Call, answer: Answer) -> list[str]:
    """Return a line that says whose answer it is, and one for each thing that came."""
    who = ", ".join(author for author in answer.authors if author) or answer.package.sent_to
    by = call.say(f" by {who}", f"（{who}）") if who else ""
    sent = f"{answer.package.sent:%Y-%m-%d}"
    head = call.say(
        f"{answer.name} is the answer{by} to what was sent for review on {sent}.",
        f"{answer.name} 是 {sent} 送审的答复{by}。",
    )
    nothing = call.say("It brings nothing that is not here already.", "没有新的内容。")
    return [head, *((nothing,) if answer.is_empty else ()), *(one.sentence(call.speak) for one in answer.came)]
