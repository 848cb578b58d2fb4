"""What the export room says to people: a code, its English sentence, its Chinese one."""

from __future__ import annotations

from documents.sentences import Sentences
from export.redraft_sentences import REDRAFT_REASONS

__all__ = ["MOVED", "REASONS", "SENTENCES"]

MOVED = frozenset({
    "lost", "other_version", "ambiguous", "differs", "header", "text_box", "footnote", "inserted_file",
    "lost_sheet", "other_version_sheet", "ambiguous_sheet", "differs_sheet", "no_box",
})  # fmt: skip
"""Reasons for which a comment stands elsewhere than its words; the others are something to look at."""

SENTENCES: Sentences = {
    "no_folder": (
        "The folder {folder} does not exist. Make it first, or choose another place for {name}.",
        "文件夹不存在：{folder}。请先建立该文件夹，或者为 {name} 另选位置。",
    ),
    "is_folder": (
        "{name} is a folder. Give the file a name.",
        "{name} 是文件夹。请给出文件名。",
    ),
    "folder_taken": (
        "{name} is not empty. Choose a new folder to close the matter into.",
        "{name} 不是空文件夹。请另选一个新文件夹用于归档。",
    ),
    "no_permission": (
        "{name} cannot be written there. Choose a folder that you may write to.",
        "无权在该位置写入 {name}。请另选有写入权限的文件夹。",
    ),
    "open_elsewhere": (
        "{name} is open in another program. Close it there, or choose another name.",
        "{name} 正在其他程序（例如 Word）中打开。请先关闭，或者另取文件名。",
    ),
    "disk_full": (
        "The disk is full. Your notes are safe; free some space and try again.",
        "磁盘空间不足，批注仍在，请腾出空间后重试。",
    ),
    "not_written": (
        "{name} could not be written: {reason}. Your notes are safe; try another place.",
        "无法写入 {name}：{reason}。批注仍在，请换一个位置再试。",
    ),
    "unproved": (
        (
            "The file did not come out right when it was read back, so it was not written. Your notes are safe; "
            "please report the policy it was made from."
        ),
        "文件写成后回读核对不符，因此没有写出。批注仍在；请反馈所用的政策文件。",
    ),
    "damaged_part": (
        (
            "A part of the policy is damaged, and nothing can be written beside it: {part}. Your notes are safe; "
            "open the policy in Word, save it there and add the saved file to the matter."
        ),
        "政策文件的一部分已损坏，无法在其中写入：{part}。批注仍在；请在 Word 中打开并另存，再将其加入项目。",
    ),
    "own_matter": (
        "{name} is the matter itself. Choose another name for what is exported.",
        "{name} 就是项目文件本身。请为导出的文件另取名称。",
    ),
    "is_matter": (
        "{name} is a matter with its notes. Choose another name for what is written.",
        "{name} 是项目文件，其中有批注。请为要写出的文件另取名称。",
    ),
    "wrong_suffix": (
        "No program would open this file by a name ending in {suffix}. Name it {better}.",
        "以 {suffix} 结尾的文件名会使文件无法打开。请改名为 {better}。",
    ),
    "own_original": (
        "{name} is the policy as you received it. Choose another name, so that the original stays.",
        "{name} 是收到的原始文件。请另取文件名，以保留原件。",
    ),
    "unknown_kind": (
        "Nothing can be exported as “{kind}”. Choose one of: {kinds}.",
        "没有“{kind}”这种导出格式。可选：{kinds}。",
    ),
    "unknown_profile": (
        "“{profile}” is not a circle of readers. Choose internal, client or outside.",
        "“{profile}”不是有效的发送范围。可选：internal（内部）、client（客户）、outside（对外）。",
    ),
    "unknown_highlight": (
        "“{highlight}” is not a way to highlight. Choose none, native or shading.",
        "“{highlight}”不是有效的标色方式。可选：none（不标色）、native（突出显示）、shading（底纹）。",
    ),
    "unknown_redrafts": (
        "“{redrafts}” is not a way to give proposed wording. Choose comment, tracked or report.",
        "“{redrafts}”不是有效的建议表述方式。可选：comment（写入批注）、tracked（修订）、report（仅写入备忘录）。",
    ),
    "unknown_look": (
        "“{look}” is not a look for a report in this language. Choose one of: {looks}.",
        "“{look}”不是该语言报告的版式。可选：{looks}。",
    ),
    "unknown_section": (
        "A report has no section called “{section}”. Choose from: {sections}.",
        "报告中没有名为“{section}”的部分。可选：{sections}。",
    ),
    "double_section": (
        "The section “{section}” is named twice. Name each once, in the order wanted.",
        "“{section}”部分写了两次。每个部分只写一次，按所需顺序排列。",
    ),
    "unknown_wording": (
        "“{redline}” is not a way to show proposed wording in a report. Choose columns or redline.",
        "“{redline}”不是报告中建议表述的有效显示方式。可选：columns（对照）、redline（修订对照）。",
    ),
    "no_documents": (
        "The matter holds no policy yet. Add one first.",
        "项目中还没有文件。请先添加文件。",
    ),
    "which_document": (
        "The matter holds several policies. Name the one to export: {names}.",
        "项目中有多份文件。请指明要导出哪一份：{names}。",
    ),
    "no_such_document": (
        "The matter holds no policy called {name}. It holds: {names}.",
        "项目中没有名为 {name} 的文件。现有：{names}。",
    ),
    "no_pdf": (
        "{name} did not come as a PDF, so there are no pages to put notes on. Export it as Word instead.",
        "{name} 收到时不是 PDF，没有可加批注的页面。请改为导出 Word。",
    ),
    "pdf_closed": (
        "No notes could be put on the pages of {name}: {reason}",
        "无法在 {name} 的页面上加批注：{reason}",
    ),
    "no_word_part": (
        "{name} holds no Word text that comments could be put on.",
        "{name} 中没有可加批注的 Word 正文。",
    ),
    "no_office": (
        "Writing {name} as pages takes LibreOffice, and there is none here. Install it, or export the memo as Word.",
        "将 {name} 写成 PDF 需要 LibreOffice，而本机没有。请改为导出 Word，或者安装 LibreOffice。",
    ),
    "not_paged": (
        "LibreOffice did not manage to make pages of {name}. Export it as Word, and print it from there.",
        "LibreOffice 未能将 {name} 转换为 PDF。请改为导出 Word 后自行打印。",
    ),
    "no_pages": (
        (
            "With --to pdf only a memo, a gap report or a memo of changes becomes a PDF. Leave --to out, or choose one "
            "of --as {kinds}."
        ),
        "--to pdf 只能用于备忘录、差距报告和变更说明。请去掉该选项，或者改用 --as {kinds} 之一。",
    ),
    "one_version": (
        "There is only one version of “{document}”: there is nothing to say about changes.",
        "“{document}”只有一个版本，无从说明变更。",
    ),
    "first_version": (
        "Version {version} of “{document}” is its first: there is no earlier one to compare it with.",
        "第 {version} 版是“{document}”的第一个版本，没有可供对照的较早版本。",
    ),
    "not_earlier": (
        "Version {older} is not earlier than version {newer}. Name the older one with --from, the newer with --to.",
        "第 {older} 版并不早于第 {newer} 版。请以 --from 指定较早的版本，以 --to 指定较新的版本。",
    ),
    "no_version": (
        "“{document}” has no version “{name}”. Its versions: {versions}.",
        "“{document}”没有版本“{name}”。现有版本：{versions}。",
    ),
    "unknown_format": (
        "“{to}” is not a format for --to. Choose docx or pdf.",
        "“{to}”不是 --to 可用的格式。可选：docx、pdf。",
    ),
}

REASONS: Sentences = {
    **REDRAFT_REASONS,
    "profile": (
        "it is marked for a narrower circle of readers",
        "该批注的可见范围小于本次发送范围",
    ),
    "lost": (
        "its words are not in the policy, so the comment stands on the title",
        "文件中没有所涉原文，批注改挂在标题上",
    ),
    "other_version": (
        "it was made on another version and has no place in this one, so the comment stands on the title",
        "该批注做在另一版本上，在本版本中没有位置，批注改挂在标题上",
    ),
    "ambiguous": (
        "its place has yet to be chosen, so the comment stands on the title",
        "该批注的位置尚待指定，批注改挂在标题上",
    ),
    "differs": (
        "its words were not found where they were read, so the comment stands on the title",
        "原处的文字与引文不符，批注改挂在标题上",
    ),
    "header": (
        "Word allows no comment in a header or footer, so it stands on the first paragraph",
        "Word 不允许在页眉页脚中加批注，批注改挂在正文首段",
    ),
    "text_box": (
        "Word allows no comment in a text box, so it stands on the paragraph that holds the box",
        "Word 不允许在文本框中加批注，批注改挂在文本框所在段落",
    ),
    "footnote": (
        "a comment inside a footnote or endnote keeps some programs from opening the file, so it is on the note's mark",
        "脚注、尾注内的批注会使部分软件无法打开文件，批注改挂在正文中的注号上",
    ),
    "inserted_file": (
        "its words stand in another file put into this one, so the comment stands on the first paragraph",
        "所涉文字位于插入本文件的另一文件中，批注改挂在正文首段",
    ),
    "snapped": (
        "its words lie inside a field or a locked control, so the comment takes in the whole of it",
        "所涉文字位于域或锁定控件之内，批注扩大到整个域或控件",
    ),
    "no_words": (
        "it stands on an empty place, so the comment marks a point and no words",
        "该批注所在之处没有文字，批注只标出位置",
    ),
    "lost_sheet": (
        "its words are not in the policy, so it stands on a sheet on the first page",
        "文件中没有所涉原文，批注改放在首页左上角的便笺中",
    ),
    "other_version_sheet": (
        "it was made on another version and has no place in this one, so it stands on a sheet on the first page",
        "该批注做在另一版本上，在本版本中没有位置，批注改放在首页左上角的便笺中",
    ),
    "ambiguous_sheet": (
        "its place has yet to be chosen, so it stands on a sheet on the first page",
        "该批注的位置尚待指定，批注改放在首页左上角的便笺中",
    ),
    "differs_sheet": (
        "its words were not found where they were read, so it stands on a sheet on the first page",
        "原处的文字与引文不符，批注改放在首页左上角的便笺中",
    ),
    "no_box": (
        "its words stand on no page, so it stands on a sheet on the first page",
        "所涉文字在页面上没有位置，批注改放在首页左上角的便笺中",
    ),
    "stands": (
        "it came in with the file itself and says nothing new, so it stands there already",
        "该批注来自文件本身，且没有新内容，文件中已有",
    ),
    "shared": (
        "other letters are drawn in the same place as its words, so the highlight takes them in too",
        "有其他字符与所涉文字重叠在同一位置，标注会一并覆盖",
    ),
    "rewritten": (
        "the file's own structure is damaged or locked, so it was saved anew: its bytes are not those you received",
        "文件自身结构受损或加密，已重新保存，字节与收到的文件不同",
    ),
    "signed": (
        "the file is signed: its signed bytes are kept, but programs will say that it was changed after signing",
        "文件带有电子签名：签名所涉字节保持不变，但阅读软件会提示签名后有改动",
    ),
    "cell_full": (
        "a cell of a workbook holds 32,767 characters, so the end of its longest text is only in the memo",
        "单元格最多容纳 32767 个字符，最长的一段文字未能写全，全文见备忘录",
    ),
    "contrary": (
        "it says “违反”, and its legal basis names no statute, administrative regulation or departmental rule",
        "写有“违反”，但法律依据中没有法律、行政法规或者部门规章，宜改用“不符合”",
    ),
    "untranslated": (
        "its words are not in the language of the report and were written as they are",
        "批注没有报告所用语言的文本，按原文写入",
    ),
    "placeless": (
        "it quotes words that are not in the policy or whose place is not sure; look at it before the report is signed",
        "所引文字不在文件中，或者其位置尚未确定，请在签发前核对",
    ),
    "characters": (
        "it holds characters that such a file cannot carry (control characters, halves of pairs); each became U+FFFD",
        "其中有此类文件无法容纳的字符（控制字符、不成对的代理字符），均以“�”代替",
    ),
}
