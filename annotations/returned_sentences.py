"""What came back with a file, as sentences: a code, its English words, its Chinese ones."""

from __future__ import annotations

from documents.sentences import Sentences

__all__ = ["CAME", "FIELDS", "FIELDS_OF_PACKAGES", "FIELDS_OF_REPORTS"]

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
    "conflict": (
        "Note {number}, {field}: changed on both sides since. Theirs: “{words}”. Ours stays: “{old}”.",
        "批注 {number} 的{field}双方均有改动。对方：“{words}”；保留我方：“{old}”。",
    ),
    "emptied": (
        "Note {number}, {field}: empty there. It stays here: “{old}”.",
        "批注 {number} 的{field}在对方文件中为空，本项目仍予保留：“{old}”。",
    ),
    "cleared": ("Note {number}, {field}: “{old}” was taken out.", "批注 {number} 的{field}“{old}”已清空。"),
    "left": (
        "Note {number}, {field}: “{words}” was not taken in. It stays: “{old}”.",
        "批注 {number} 的{field}：未采纳“{words}”，保留“{old}”。",
    ),
    "reply_left": (
        "The answer of {author} to note {number} was not taken in: “{words}”",
        "未采纳{author}对批注 {number} 的答复：“{words}”",
    ),
    "copied": (
        "Note {number}, {field}: it stands there several times and differs, so none was taken in.",
        "批注 {number} 的{field}在文件中出现多次且内容不一，均未采纳。",
    ),
    "gone": (
        "Note {number}, {field}: its field is no longer in the file. It stays here.",
        "批注 {number} 的{field}：文件中已无该字段，本项目仍予保留。",
    ),
    "cut": (
        "Note {number}, {field}: a cell does not hold all of it, so what is there was not taken in.",
        "批注 {number} 的{field}：单元格容纳不下全文，其中的改动未采纳。",
    ),
    "no_choice": (
        "Note {number}, {field}: “{words}” is none of the choices and was not taken in.",
        "批注 {number} 的{field}：“{words}”不在可选范围内，未采纳。",
    ),
    "no_mark": (
        "Sheet “{sheet}”, row {row}: it has no mark of a note and was not taken in.",
        "工作表“{sheet}”第 {row} 行没有批注标记，未采纳。",
    ),
    "comments_left": (
        "Comments in the report: {count}. They belong to no clause and were not taken in; read them in Word.",
        "报告中另有 {count} 条批注（Word 批注），不对应条款，未导入，请在 Word 中查阅。",
    ),
    "changes_left": (
        "Recorded changes in words that are no field, such as the table of findings: {count}. They were not taken in.",
        "字段以外（如问题汇总表）另有 {count} 处修订，未采纳。",
    ),
    "deleted_here": (
        "Notes in the file that were deleted here: {count}. They stay deleted.",
        "文件中有 {count} 条批注在本项目中已被删除，保持删除。",
    ),
    "strange_marks": (
        "Fields of notes that are not in this matter: {count}. They were not taken in.",
        "文件中有 {count} 个字段不属于本项目的批注，未采纳。",
    ),
    "unplaced": (
        "Note {number} stands on no words of the text: “{words}”",
        "批注 {number} 未能定位到正文：“{words}”",
    ),
    # the answer to a review package
    "told": ("Note {number}, {field}: now “{words}”.", "批注 {number} 的{field}：现为“{words}”。"),
    "other_words": ("Note {number} stands on other words now: “{words}”", "批注 {number} 现定位于：“{words}”"),
    "note_deleted": ("Note {number} was deleted.", "批注 {number} 已被删除。"),
    "undecided": (
        "Note {number}, {field}: changed on both sides, to be decided. Here: “{old}”. In the answer: “{words}”.",
        "批注 {number} 的{field}双方均有改动，待定。本项目：“{old}”；答复：“{words}”。",
    ),
    "kept_back": (
        "Note {number}, {field}: written there, but not a part of what was sent, so it was not taken in.",
        "批注 {number} 的{field}：对方有填写，但不在送审范围内，未采纳。",
    ),
    "left_document": (
        "A document was added there. It is not a part of what was sent, and was not taken in.",
        "对方另加了文件，不在送审范围内，未并入。",
    ),
    "left_version": (
        "A version of the document was added there. It was not taken in; add it here if it is wanted.",
        "对方加入了文件的新版本，未并入；如需要，请在本项目中另行加入。",
    ),
    "left_details": (
        "Details of the matter were written there. They stay as they are here.",
        "对方填写了项目信息；本项目的信息保持不变。",
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
"""What the fields that a comment tells are called there."""

FIELDS_OF_REPORTS: Sentences = {
    **FIELDS,
    "quote_translation": ("translation of the quote", "原文译文"),
    "severity": ("severity", "风险等级"),
    "likelihood": ("likelihood", "可能性"),
    "impact": ("impact", "影响"),
    "category": ("category", "类别"),
    "status": ("status", "状态"),
    "owner": ("owner", "负责人"),
    "due": ("due date", "期限"),
    "response": ("client's response", "客户反馈"),
    "answer": ("answer", "答复"),
}
"""The same for what a report tells."""

FIELDS_OF_PACKAGES: Sentences = {
    **FIELDS_OF_REPORTS,
    "assessment": ("assessment", "性质"),
    "visibility": ("visibility", "可见范围"),
    "review": ("review", "复核"),
    "reviewed_by": ("reviewer of the note", "复核人"),
    "reviewed_at": ("time of the review", "复核时间"),
    "rules": ("rules", "规则"),
    "insert_after": ("where it should stand", "插入位置"),
    "private_remark": ("private remark", "内部备注"),
    "anchors": ("words it is about", "所涉原文"),
    "translations": ("translations", "译文"),
    "language": ("language", "语言"),
    "author": ("author", "批注人"),
    "initials": ("initials", "缩写"),
    "source_id": ("id it was imported with", "导入编号"),
    "deleted": ("deleting it", "删除"),
}
"""The same for every field of a note."""
