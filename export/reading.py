"""What a report says of how a document was read: what of the file was not, or not surely, before the reviewer. Pure."""

from __future__ import annotations

from typing import Final

from annotations.model import Visibility
from documents.model import PolicyDocument
from documents.model import Warning as ReadingWarning
from export.wording import Phrases, phrase, report_language

__all__ = ["READING", "reading_of"]

READING: Final[Phrases] = {
    "tracked_changes": (
        "Tracked changes in the file were read as accepted.",
        "文件中的修订按全部接受后的文本审查。",
    ),
    "tracked_changes_by": (
        "Tracked changes in the file (by {names}) were read as accepted.",
        "文件中的修订（修订人：{names}）按全部接受后的文本审查。",
    ),
    "hidden_text": (
        "Hidden text in the file was set aside and not reviewed ({count:,} characters).",
        "文件中的隐藏文字（{count}个字符）未列入审查。",
    ),
    "hidden_parts": (
        "Parts that the page hides were set aside and not reviewed ({count:,} characters).",
        "网页中隐藏的部分（{count}个字符）未列入审查。",
    ),
    "hidden_parts_shown": (
        "Parts that the page hides until its scripts run were reviewed as text ({count:,} characters).",
        "网页中须由脚本显示的部分（{count}个字符）已作为正文审查。",
    ),
    "styles_unread": (
        "Whether the page hides some of its words, or numbers them, could not be judged in full.",
        "网页样式是否隐藏部分文字或者设置编号，未能全部判断。",
    ),
    "page_furniture": (
        "The text was taken from the page without its menus, banners and footers ({count:,} characters).",
        "文本取自网页正文，网页的菜单、横幅和页脚（{count}个字符）未列入审查。",
    ),
    "scanned_pages": (
        "Pages that are pictures without text were not read: {pages}.",
        "仅为图像、没有文字的页面未能读取：第{pages}页。",
    ),
    "recognised": (
        "The text of some pages was recognised from their pictures and may contain errors: {pages}.",
        "部分页面的文字由图像识别得出，可能有误：第{pages}页。",
    ),
    "pages_missing": (
        "Damaged pages of the file could not be read: {pages}.",
        "文件中已损坏的页面未能读取：第{pages}页。",
    ),
    "part_missing": (
        "A damaged part of the file could not be read.",
        "文件中有一部分已损坏，未能读取。",
    ),
    "part_missing_by": (
        "Damaged parts of the file could not be read: {names}.",
        "文件中已损坏的部分未能读取：{names}。",
    ),
    "part_unread": (
        "Another document embedded in the file was not read.",
        "文件中嵌入的其他文档未能读取。",
    ),
    "part_unread_by": (
        "Documents embedded in the file were not read: {names}.",
        "文件中嵌入的其他文档未能读取：{names}。",
    ),
    "characters_lost": (
        "Characters of the file that could not be read: {count:,}.",
        "文件中有{count}个字符无法读取。",
    ),
    "numbers_unread": (
        "Numbers that the word processor makes as it shows the file could not be read: {count:,}.",
        "有{count}处编号由文字处理软件显示时生成，未能读取。",
    ),
    "bare_words": (
        "Only the words of the file were read, without its tables and automatic numbers.",
        "仅读取了文件的文字，未能读取其表格格式和自动编号。",
    ),
}
"""Codes of documents.sentences that readers of a report must know; the others only help the reviewer. `_by`: with
names that only our own side is told."""

_MOST: Final = 5


def reading_of(policy: PolicyDocument, profile: Visibility, language: str) -> tuple[str, ...]:
    """Return a sentence for each thing that was not read as it stands; who changed the file is told inside only."""
    told = (_told(warning, policy, profile, language) for warning in policy.warnings if warning.code in READING)
    return tuple(dict.fromkeys(told))


def _told(warning: ReadingWarning, policy: PolicyDocument, profile: Visibility, language: str) -> str:
    names = _names(warning, policy) if profile is Visibility.INTERNAL else ()
    comma = "、" if report_language(language) == "zh" else ", "
    shown = comma.join((*names[:_MOST], *["…"] * (len(names) > _MOST)))
    return phrase(READING, f"{warning.code}_by" if shown else warning.code, language, names=shown, **warning.arguments)


def _names(warning: ReadingWarning, policy: PolicyDocument) -> tuple[str, ...]:
    """Return who made the changes, or which parts were not read."""
    if f"{warning.code}_by" not in READING:
        return ()
    if warning.code == "tracked_changes":
        return tuple(dict.fromkeys(one.author.strip() for one in policy.revisions if one.author.strip()))
    return (str(warning.arguments["part"]),)
