"""What came back with a file, as sentences: a code, its English words, its Chinese ones."""

from __future__ import annotations

from documents.sentences import Sentences

__all__ = ["CAME", "FIELDS"]

CAME: Sentences = {
    "version": (
        "The text was changed: {file} is now version {number}.",
        "正文有改动：{file} 已作为第 {number} 版加入。",
    ),
    "new_note": (
        "{author} wrote a new comment, now note {number}: “{words}”",
        "{author}新增批注（编号 {number}）：“{words}”",
    ),
    "new_reply": ("{author} answered note {number}: “{words}”", "{author}回复了批注 {number}：“{words}”"),
    "resolved": ("Note {number} was marked as resolved.", "批注 {number} 已被标为“已解决”。"),
    "reopened": ("Note {number} was opened again.", "批注 {number} 已被重新打开。"),
    "changed": (
        "Note {number}, {field}: “{old}” was changed to “{words}”.",
        "批注 {number} 的{field}由“{old}”改为“{words}”。",
    ),
    "changed_reply": (
        "{author} changed an answer to note {number}: “{old}” to “{words}”.",
        "{author}将对批注 {number} 的回复由“{old}”改为“{words}”。",
    ),
    "remark": (
        "The comment of note {number} says more now, kept as a reply: “{words}”",
        "批注 {number} 的正文另有文字，已作为回复保留：“{words}”",
    ),
    "deleted": (
        "The comment of note {number} was deleted there. The note stays here.",
        "批注 {number} 在对方文件中已被删除，本项目仍予保留。",
    ),
    "accepted": (
        "The wording proposed in note {number} was accepted.",
        "批注 {number} 的建议表述已被接受。",
    ),
    "rejected": (
        "The wording proposed in note {number} was not accepted.",
        "批注 {number} 的建议表述未被接受。",
    ),
    "edited": (
        "The words of note {number} were edited: “{old}” is now “{words}”.",
        "批注 {number} 所涉原文已改动：“{old}”改为“{words}”。",
    ),
    "lost": (
        "The words of note {number} are no longer in the text: “{words}”",
        "批注 {number} 所涉原文已不在正文中：“{words}”",
    ),
    "struck": (
        "The words of note {number} are struck by our own redraft, which waits to be decided: “{words}”",
        "批注 {number} 所涉原文在我方修订中拟删除，尚待处理：“{words}”",
    ),
    "stranger": (
        "No comment in {file} is a note of this document: it belongs to another matter, or is a strange file.",
        "{file} 中的批注均非本文件的批注：该文件属于其他项目，或来源不明。",
    ),
    "unplaced": (
        "Note {number} stands on no words of the text: “{words}”",
        "批注 {number} 未能定位到正文：“{words}”",
    ),
}
"""One sentence for each thing that came in."""

FIELDS: Sentences = {
    "title": ("title", "标题"),
    "issue": ("issue", "问题描述"),
    "consequence": ("consequence", "法律后果"),
    "legal_basis": ("legal basis", "法律依据"),
    "recommendation": ("recommendation", "整改建议"),
    "proposed_wording": ("proposed wording", "建议表述"),
    "question": ("question", "待客户确认"),
}
"""What the fields are called there."""
