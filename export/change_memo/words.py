"""What a memo of changes says in words of its own, English and Chinese side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from documents.comparing.model import ChangeKind

__all__ = ["CHANGE_WORDS", "DECISIONS", "KINDS", "LIMITS_OF_CHANGES"]

Words = Mapping[str, tuple[str, str]]

KINDS: Final[Mapping[ChangeKind, tuple[str, str]]] = {
    ChangeKind.ADDED: ("added", "新增"),
    ChangeKind.DELETED: ("deleted", "删除"),
    ChangeKind.CHANGED: ("changed", "修改"),
    ChangeKind.MOVED: ("moved", "移动"),
    ChangeKind.SPLIT: ("split", "拆分"),
    ChangeKind.MERGED: ("merged", "合并"),
    ChangeKind.RENUMBERED: ("renumbered", "编号变动"),
}

DECISIONS: Final[Words] = {
    "accepted": ("Place confirmed", "位置已确认"),
    "placed": ("Placed by hand", "位置已另行指定"),
    "resolved": ("Resolved by the change", "因修改而解决"),
    "lost": ("Confirmed: its words are gone", "已确认原文删除"),
}
"""What a reviewer decided about the place of a note."""

LIMITS_OF_CHANGES: Final[Words] = {
    "machine": (
        "The comparison and its redlines were made by machine and must be confirmed by a lawyer.",
        "版本比对和修订对照由程序生成，须经律师确认。",
    ),
    "signs": (
        "“What to look at” was found by machine: it says that words changed, not what the change means in law.",
        "“关注事项”由程序提示，仅说明文字有变化，不表示该变化的法律含义。",
    ),
    "text_only": (
        "Only the text was compared: formatting, pictures and marks of footnotes were not.",
        "仅比对文字内容；格式、图片和脚注标记未作比对。",
    ),
    "excerpts": (
        "Long passages are shown in extracts; how many characters were left out is said there. The full texts prevail.",
        "较长的文字以节选方式列示，略去的字数已注明；以两个版本的全文为准。",
    ),
    "cured": (
        "“Cured” is the reviewer's own status of a finding, and is never drawn from the text.",
        "“已整改”为审阅人对问题状态的认定，并非由程序根据文字变化得出。",
    ),
}

CHANGE_WORDS: Final[Words] = {
    "title_changes": ("MEMORANDUM OF CHANGES", "版本变更说明"),
    "title_changes_outside": ("CHANGES BETWEEN VERSIONS", "版本变更说明"),
    "running_changes": ("Memorandum of changes", "版本变更说明"),
    "running_changes_outside": ("Changes between versions", "版本变更说明"),
    "subject_changes": ("{title}: changes since the earlier version", "{title}与前一版本的差异"),
    "subject_changes_outside": ("{title}: changes since the earlier version", "{title}与前一版本的差异"),
    "c_versions": ("The two versions", "所比对的版本"),
    "c_versions_caption": ("The versions compared", "所比对的版本"),
    "c_old": ("Earlier version", "旧版本"),
    "c_new": ("New version", "新版本"),
    "c_short": ("In short", "变更概要"),
    "c_same": ("The texts of the two versions are the same.", "两个版本的文字相同。"),
    "c_counted": (
        "Between the two versions we list {n} {changes}: {list}.",
        "两个版本之间列出变更{n}处：{list}。",
    ),
    "c_numbers": ("{n} in a figure, date or amount", "涉及数字、日期或者金额{n}处"),
    "c_substantive": ("{n} of substance", "其他实质内容{n}处"),
    "c_wording": ("{n} of wording", "文字表述{n}处"),
    "c_no_listed": ("No words changed in substance or wording.", "实质内容和文字表述未见变更。"),
    "c_besides": ("Besides: {list}.", "此外：{list}。"),
    "c_moved_1": ("1 passage only stands elsewhere", "仅位置变动1处"),
    "c_moved": ("{n} passages only stand elsewhere", "仅位置变动{n}处"),
    "c_renumbered_1": ("1 clause has another number", "仅编号变动1处"),
    "c_renumbered": ("{n} clauses have other numbers", "仅编号变动{n}处"),
    "c_form_1": (
        "1 change of punctuation, spacing or capitals (not listed)",
        "仅标点、空格或者大小写变动1处（未列出）",
    ),
    "c_form": (
        "{n} changes of punctuation, spacing or capitals (not listed)",
        "仅标点、空格或者大小写变动{n}处（未列出）",
    ),
    "c_most": ("To be looked at first", "须优先关注的变更"),
    "c_most_item": ("Change \x00, {clause}: {what}", "变更\x00，{clause}：{what}"),
    "c_most_rest": ("Likewise with something to look at: changes ", "其他有关注事项的变更："),
    "c_most_more": (" and {n} more, see the table.", "，另有{n}处，见下表。"),
    "c_open_now": (
        "Of the {n} {findings} open when the new version came: {list}.",
        "新版本收到时未关闭的问题{n}项，其中：{list}。",
    ),
    "c_none_open": ("No finding was open when the new version came.", "新版本收到时没有未关闭的问题。"),
    "c_still_open": ("{n} still open", "仍未关闭{n}项"),
    "c_cured_n": ("{n} cured since", "此后已整改{n}项"),
    "c_closed_n": ("{n} closed otherwise", "以其他方式关闭{n}项"),
    "c_touched": ("Changes touch the words of open findings ", "变更涉及以下未关闭问题的原文："),
    "c_again": (
        "To be looked at again, as a place or an alert is undecided: findings ",
        "位置或者提示尚待确认、须再次审阅的问题：",
    ),
    "c_new_n_1": ("1 finding was made on the new version since.", "新版本收到后新提出问题1项。"),
    "c_new_n": ("{n} findings were made on the new version since.", "新版本收到后新提出问题{n}项。"),
    "c_end": (".", "。"),
    "c_table": ("Changes", "变更一览"),
    "c_table_caption": (
        "Changes of substance, figures and wording, in the order of the text. Struck: taken out; underlined: put in.",
        "实质内容、数字和文字表述的变更，按条款顺序排列。删除线为删去的文字，下划线为增加的文字。",
    ),
    "c_clause": ("Clause", "条款"),
    "c_redline": ("Change", "变更内容"),
    "c_look": ("What to look at", "关注事项"),
    "c_look_outside": ("Kind", "变更类型"),
    "c_finding": ("Finding", "相关问题"),
    "c_finding_outside": ("Comment", "相关意见"),
    "c_moves": ("Moved, split or merged without other words", "仅位置变动的内容"),
    "c_move": ("{kinds} ({clause}): ", "{kinds}（{clause}）："),
    "c_numbers_only": ("Other numbers only: {list}", "仅编号变动：{list}"),
    "c_sign_both": ("{sign}: {old} → {new}", "{sign}：{old} → {new}"),
    "c_sign_new": ("{sign}: “{new}” put in", "{sign}：增加“{new}”"),
    "c_sign_old": ("{sign}: “{old}” taken out", "{sign}：删去“{old}”"),
    "c_fates": ("What it means for the findings", "对各问题的影响"),
    "c_fates_outside": ("What became of the words commented on", "意见所涉文字的变化"),
    "c_fates_caption": (
        "The findings that were open when the new version came",
        "新版本收到时未关闭的问题",
    ),
    "c_fates_caption_outside": ("Comments on the earlier version", "针对旧版本的意见"),
    "c_words": ("Its words", "原文变化"),
    "c_status": ("Now", "现状"),
    "c_state_placed": ("placed by hand", "位置已另行指定"),
    "c_state_unchanged": ("unchanged", "原文未变"),
    "c_state_moved": ("moved", "原文已移动"),
    "c_state_edited": ("words edited", "原文有改动"),
    "c_state_ambiguous": ("place to be decided", "位置待确认"),
    "c_state_lost": ("words gone", "原文已删"),
    "c_proposed": ("{state}, proposed: {clause}", "{state}，拟置于{clause}"),
    "c_state_none": ("not tied to particular words", "不对应具体文字"),
    "c_state_elsewhere": ("no place on the new version", "在新版本中没有位置"),
    "c_look_again": ("Look at again", "须再次审阅"),
    "c_by": ("{what} ({who}, {date})", "{what}（{who}，{date}）"),
    "c_on": ("{what} ({date})", "{what}（{date}）"),
    "c_lots": ("Cured, new and still open", "已整改、新增和仍未关闭的问题"),
    "c_cured": ("Cured since the new version came", "新版本收到后已整改"),
    "c_closed": ("Closed otherwise", "以其他方式关闭"),
    "c_newly": ("New findings", "新增问题"),
    "c_still": ("Still open", "仍未关闭"),
    "c_still_lead": ("Findings ", "问题："),
    "c_none": ("None.", "无。"),
    "c_at": ("change ", "变更"),
    "c_no_change": ("its words are not touched by a listed change", "所列变更未涉及其原文"),
    "c_on_changed": ("on words of change ", "涉及变更"),
    "c_elsewhere": ("on words that did not change", "涉及未变更的文字"),
    "c_whole": ("not tied to particular words", "不对应具体文字"),
    "c_arrow": (" → ", " → "),
    "c_absent": ("(none)", "（无）"),
}
