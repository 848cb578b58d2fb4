"""What the keeping room says to people: a code, its English sentence, its Chinese one."""

from __future__ import annotations

from documents.sentences import Sentences

__all__ = ["SENTENCES"]

SENTENCES: Sentences = {
    # a matter that cannot be opened
    "not_found": ("{name} was not found. It may have been moved.", "找不到文件：{name}。它可能已被移动。"),
    "folder": (
        "{name} is a folder, not a matter. Open the file inside it.",
        "{name} 是文件夹，不是项目文件。请打开其中的文件。",
    ),
    "exists": (
        "{name} is there already. Choose another name, or open it.",
        "{name} 已存在。请换一个名称，或直接打开它。",
    ),
    "empty": (
        "{name} is empty. If it was copied or downloaded, fetch it again.",
        "{name} 是空文件。如果它是复制或下载来的，请重新获取。",
    ),
    "not_a_matter": (
        "{name} is not a Clausemark matter. To review it, add it to a matter as a document.",
        "{name} 不是 Clausemark 项目文件。如需审阅，请将其作为文件加入项目。",
    ),
    "newer": (
        "{name} was made by a newer version of Clausemark. Update the program, then open it.",
        "{name} 由更新版本的 Clausemark 创建。请先更新程序，再打开它。",
    ),
    "damaged": (
        "{name} is damaged. Please open a copy or a backup of it; nothing was changed.",
        "{name} 已损坏。请打开它的副本或备份；文件未作任何改动。",
    ),
    "locked": (
        "{name} is open already: {user} on {machine}, since {since}. Close it there, or open it to read.",
        "{name} 已在别处打开：{user}（{machine}），自 {since} 起。请先在那里关闭，或以只读方式打开。",
    ),
    "no_permission": (
        "You may not read or change {name}. Ask for the permission, or copy it to a folder of your own.",
        "没有读取或修改 {name} 的权限。请申请权限，或将其复制到自己的文件夹。",
    ),
    # a change that cannot be kept
    "read_only": (
        "{name} is open for reading only. Close it elsewhere and take over to write.",
        "{name} 以只读方式打开。请在别处关闭后接手编辑。",
    ),
    "disk_full": (
        "The disk is full. What was saved before is safe; free some space and try again.",
        "磁盘空间不足。此前保存的内容仍在；请腾出空间后重试。",
    ),
    "disk_fault": (
        "The disk did not take the change to {name}. What was saved before is safe; check the drive and try again.",
        "磁盘未能写入对 {name} 的改动。此前保存的内容仍在；请检查磁盘后重试。",
    ),
    "busy": (
        "Another program is using {name}. Wait a moment and try again.",
        "另一个程序正在使用 {name}。请稍候再试。",
    ),
    "at_work": (
        "The matter is being written just now. Wait a moment and try again.",
        "此项目正在写入。请稍候再试。",
    ),
    "backup_failed": (
        "{name} is of an older version and could not be backed up first. Free some space, or move it elsewhere.",
        "{name} 来自旧版本，升级前备份失败，因此未打开。请腾出空间，或将其复制到其他文件夹。",
    ),
    # something asked for that is not there
    "no_document": (
        "There is no document “{name}” in this matter. Its documents: {documents}.",
        "项目中没有文件“{name}”。现有文件：{documents}。",
    ),
    "no_documents": ("This matter has no documents yet. Add one first.", "项目中还没有文件。请先加入文件。"),
    "which_document": (
        "This matter has several documents. Say which one: {documents}.",
        "项目中有多个文件，请指明一个：{documents}。",
    ),
    "no_version": (
        "“{document}” has no version “{name}” there. Its versions: {versions}.",
        "“{document}”在此没有版本“{name}”。现有版本：{versions}。",
    ),
    "same_document": (
        "“{name}” cannot be its own translation. Name two documents.",
        "“{name}”不能是其自身的译本，请给出两个文件。",
    ),
    "one_language": (
        "“{name}” and “{other}” are in the same language; compare them instead.",
        "“{name}”与“{other}”为同一语言，请改用版本对照。",
    ),
    "no_pair": (
        "“{name}” has no translation in this matter. Say which one it is: clausemark pair MATTER DOCUMENT OTHER.",
        "“{name}”在项目中没有指定译本。请指定：clausemark pair 项目 文件 译本。",
    ),
    "no_second_file": (
        "Name the newer file too: clausemark compare OLD NEW.",
        "请同时给出较新的文件：clausemark compare 旧文件 新文件。",
    ),
    "one_version": (
        "“{document}” has no earlier version to compare with. Its versions: {versions}.",
        "“{document}”没有可供对照的较早版本。现有版本：{versions}。",
    ),
    "not_registered": (
        "{name} was written, but this matter is open to read only: it does not stand in the register.",
        "{name} 已导出，但项目以只读方式打开，未记入发出记录。",
    ),
    "no_sent": ("There is no such line in the register of what was sent.", "发出记录中没有这一条。"),
    "nothing_to_decide": (
        "Nothing is left to decide there. `clausemark check` lists what is.",
        "此处没有待定事项。可用 `clausemark check` 查看待定事项。",
    ),
    "which_field": (
        "Say which note and which field the words are for.",
        "请指明这些文字用于哪条批注的哪一栏。",
    ),
    "no_choice": ("{word} is no choice of {field}.", "{field} 不能设为 {word}。"),
    "no_note": ("This note is no longer there; it may have been deleted.", "该批注已不存在，可能已被删除。"),
    # notes that cannot be taken in
    "not_notes": (
        "These are not notes Clausemark can read. It takes W3C Web Annotations (JSON-LD) and findings in JSON.",
        "无法识别的批注文件。可导入 W3C Web Annotation（JSON-LD）或 JSON 格式的问题清单。",
    ),
    "bad_note": (
        "Note {id} cannot be read: {field} is “{value}”. Mend it in the file and import again; nothing was changed.",
        "批注 {id} 无法读取：{field} 为“{value}”。请在文件中更正后重新导入；未作任何改动。",
    ),
    # a report that came back
    "no_marks": (
        "{name} bears no marks of a report. Ask for the file itself, saved as .docx or .xlsx, not a copy of its words.",
        "{name} 中没有报告的标记。请索取以 .docx 或 .xlsx 保存的报告文件本身，而不是复制出来的文字。",
    ),
    "strange_report": (
        "{name} is a report of another matter: none of its fields belongs to a note here. Open that matter first.",
        "{name} 是其他项目的报告，其中没有本项目的批注字段。请先打开相应的项目。",
    ),
    "plain_table": (
        "{name} is a table without marks, so nobody can tell which note a row is. Ask for the workbook (.xlsx).",
        "{name} 是不带标记的表格，无法判断各行对应哪条批注。请索取工作簿（.xlsx）。",
    ),
    "save_anew": (
        "{name} is of a format that loses the marks. Open it and save it as {suffix}, then bring that in.",
        "{name} 的格式会丢失标记。请打开后另存为 {suffix}，再导入。",
    ),
    "same_matter": (
        "This is the matter itself. Choose another copy of it.",
        "这就是当前项目文件本身。请选择它的另一份副本。",
    ),
    # a review package
    "no_such_notes": (
        "No note is “{words}”. Say numbers (3, 5-9), ids, or a state such as severity=high.",
        "没有符合“{words}”的批注。请写编号（3、5-9）、标识，或条件（如 severity=high）。",
    ),
    "nothing_to_send": (
        "None of these notes may go to such readers. Choose other notes, or another profile.",
        "所选批注均不得发给此类读者。请另选批注，或改选“给谁看”。",
    ),
    "strange_package": (
        "{name} was sent from another matter, or from a later copy of this one. Open that one, and take it back there.",
        "{name} 出自其他项目，或出自本项目较新的副本。请打开相应的项目，再收回该送审包。",
    ),
    "package_of_removed": (
        "The document of {name} was removed for good here, so nothing of it is taken in.",
        "{name} 所涉文件已在本项目中彻底删除，未并入任何内容。",
    ),
    "whole_into_package": (
        "{package} is part of a matter that was sent for review. Open the whole matter and take the answer back there.",
        "{package} 是从项目中送审的一部分。请打开完整的项目，再收回送审答复。",
    ),
    # what a check finds
    "problem_file": ("The file is damaged: {detail}", "文件已损坏：{detail}"),
    "problem_chain": (
        "The list of changes was altered after the fact, at change {seq} of session {session} ({author}).",
        "改动记录事后被篡改：会话 {session} 的第 {seq} 项（{author}）。",
    ),
    "problem_gap": (
        "The list of changes lacks change {seq} of session {session}.",
        "改动记录缺少会话 {session} 的第 {seq} 项。",
    ),
    "problem_struck": (
        "Change {seq} of session {session} ({author}) has lost its words, and no removal for good explains it.",
        "会话 {session} 的第 {seq} 项改动（{author}）内容缺失，且没有对应的彻底删除记录。",
    ),
    "problem_fold": (
        "What is kept does not follow from the list of changes: {target}.",
        "保存的内容与改动记录不符：{target}。",
    ),
    "problem_anchor": (
        "Note {number} no longer stands on its words: “{exact}”.",
        "批注 {number} 的位置与其引用的原文不符：“{exact}”。",
    ),
    "problem_original": (
        "The original of {name} is missing, or is not what was received.",
        "{name} 的原件缺失，或与收到时不一致。",
    ),
    "problem_reading": ("The text of {name} is missing or cannot be read.", "{name} 的文本缺失或无法读取。"),
}
