"""What the reading room says to people: a code, its English sentence, its Chinese one."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["SENTENCES", "Sentences"]

Sentences = Mapping[str, tuple[str, str]]

SENTENCES: Sentences = {
    # A file that cannot be read
    "not_found": (
        "{name} was not found. It may have been moved.",
        "找不到文件：{name}。它可能已被移动。",
    ),
    "folder": (
        "{name} is a folder. Choose a file inside it.",
        "{name} 是文件夹。请选择其中的一个文件。",
    ),
    "empty": (
        "{name} is empty. Ask for the file again.",
        "{name} 是空文件。请重新索取该文件。",
    ),
    "no_permission": (
        "You may not read {name}. Ask its owner, or copy it to a folder of your own.",
        "您无权读取 {name}。请联系文件所有者，或将其复制到自己的文件夹。",
    ),
    "open_elsewhere": (
        "{name} is open in another program. Close it there and try again.",
        "{name} 正被另一程序打开。请先在该程序中关闭，再试一次。",
    ),
    "not_readable": (
        "{name} could not be read from its disk. Copy it to this computer and try again.",
        "无法从磁盘读取 {name}。请将其复制到本机后重试。",
    ),
    "too_large": (
        "{name} is too large to open safely. Split it, or save it anew in Word and try again.",
        "{name} 过大，无法安全打开。请拆分该文件，或在 Word 中另存后重试。",
    ),
    "binary": (
        "{name} is not a document with text in it. Choose a Word, PDF, web or text file.",
        "{name} 不是文字文件。请选择 Word、PDF、网页或纯文本文件。",
    ),
    "no_text": (
        "{name} holds no text to review. Check that it is the right file.",
        "{name} 中没有可供审查的文字。请确认文件是否正确。",
    ),
    "not_decodable": (
        "The characters of {name} could not be made out. Choose its encoding, or save it as UTF-8.",
        "无法识别 {name} 的文字编码。请手动选择编码，或将其另存为 UTF-8。",
    ),
    "unknown_encoding": (
        "{encoding} is not an encoding known here. Try utf-8, gb18030, big5, utf-16 or windows-1252.",
        "不认识编码 {encoding}。请试用 utf-8、gb18030、big5、utf-16 或 windows-1252。",
    ),
    "wrong_encoding": (
        "{name} is not written in {encoding}. Choose another encoding.",
        "{name} 不是 {encoding} 编码。请选择其他编码。",
    ),
    "picture": (
        "{name} is a picture, whatever its name says. Ask for the document itself.",
        "{name} 其实是图片。请索取文件原件。",
    ),
    "damaged": (
        "{name} is damaged and cannot be opened. Ask for it again.",
        "{name} 已损坏，无法打开。请重新索取该文件。",
    ),
    "unsafe": (
        "{name} holds instructions that no Word file needs, and was not opened. Ask for a fresh copy.",
        "{name} 含有 Word 文件不应有的指令，已拒绝打开。请重新索取该文件。",
    ),
    "not_word": (
        "{name} is not a Word file, or a part of it is missing. Ask for it again.",
        "{name} 不是 Word 文件，或缺少必要部分。请重新索取该文件。",
    ),
    "encrypted": (
        "{name} is protected with a password. Open it in Word, remove the password and save it.",
        "{name} 设有密码。请在 Word 中打开，取消密码后保存。",
    ),
    "old_word": (
        "{name} is in the old Word format. Install LibreOffice, or open it in Word and save it as .docx.",
        "{name} 是旧版 Word 格式。请安装 LibreOffice，或在 Word 中打开并另存为 .docx。",
    ),
    "old_office": (
        "{name} is in an old Office format. Open it in Office and save it as .docx.",
        "{name} 是旧版 Office 格式。请在 Office 中打开并另存为 .docx。",
    ),
    "spreadsheet": (
        "{name} is a spreadsheet. Copy its words into a Word file and open that.",
        "{name} 是电子表格。请将文字复制到 Word 文件后再打开。",
    ),
    "presentation": (
        "{name} is a presentation. Copy its words into a Word file and open that.",
        "{name} 是演示文稿。请将文字复制到 Word 文件后再打开。",
    ),
    "open_document": (
        "{name} is an OpenDocument file. Save it as .docx and open that.",
        "{name} 是 OpenDocument 文件。请另存为 .docx 后再打开。",
    ),
    "holds_documents": (
        "{name} holds {count} documents. Open one of them by itself: {files}.",
        "{name} 中有 {count} 份文件，请单独打开其中一份：{files}。",
    ),
    "no_part": (
        "{name} holds no document called {part}. Run the command without it to see what it holds.",
        "{name} 中没有名为 {part} 的文件。不指定该名称再运行一次，可查看其中的文件。",
    ),
    "part_not_among": (
        "{name} holds no document called {part}. It holds {count}: {files}.",
        "{name} 中没有名为 {part} 的文件，其中共有 {count} 份：{files}。",
    ),
    "one_part": (
        "Several documents of {name} were asked for, and one at a time can be read. Name one of them.",
        "一次只能读取 {name} 中的一份文件。请只指定其中一份。",
    ),
    "archive": (
        "{name} is an archive, not a document. Unpack it and choose a file inside.",
        "{name} 是压缩包，不是文档。请解压后选择其中的文件。",
    ),
    "made_by_script": (
        "{name} holds no text: its words come when its scripts run. Save the page as MHTML, or copy its words.",
        "{name} 中没有文字：其内容由脚本生成。请另存为 MHTML 网页，或复制网页上的文字。",
    ),
    "password": (
        "{name} is protected with a password. Type it to open the file.",
        "{name} 设有打开密码。请输入密码。",
    ),
    "wrong_password": (
        "That is not the password of {name}. Try again, or ask whoever sent it.",
        "{name} 的密码不正确。请重试，或向发送者索取密码。",
    ),
    "protection": (
        "{name} is protected in a way that cannot be opened here. Ask for a copy without protection.",
        "{name} 的保护方式不受支持，无法打开。请索取未加保护的副本。",
    ),
    "scanned": (
        "{name} is a scan: pictures of pages, without text. Ask for the file itself, or have its text recognised.",
        "{name} 是扫描件，只有页面图像，没有文字。请索取电子原件，或先做文字识别（OCR）。",
    ),
    "no_recogniser": (
        (
            "{name} has pages that are pictures, and nothing here recognises text. Install Clausemark with its extra "
            "“ocr” (in the checkout: python3 dev.py setup --ocr), then try again."
        ),
        (
            "{name} 中有页面只是图像，而本机未安装文字识别组件。请安装带 ocr 附加组件的 Clausemark"
            "（在源码目录中运行 python3 dev.py setup --ocr），然后重试。"
        ),
    ),
    "reader_stopped": (
        "{name} stopped the reader, or took too long. Nothing else is lost. Ask for a fresh copy of it.",
        "无法读取 {name}：文件使读取程序中止，或耗时过长。其他内容不受影响，请重新索取该文件。",
    ),
    "stopped": (
        "Reading {name} was stopped. Open it again to read it.",
        "已停止读取 {name}。如需查看，请重新打开。",
    ),
    # Things to know about a file that was read
    "encoding_unsure": (
        "The text was read as {encoding}, which is a guess. If words look wrong, choose another encoding.",
        "文字按 {encoding} 编码读取，但不能确定。如有乱码，请选择其他编码。",
    ),
    "characters_lost": (
        "{count} characters could not be read as {encoding} and show as \ufffd. Compare them with the original.",
        "有 {count} 个字符无法按 {encoding} 读取，显示为 \ufffd。请与原件核对。",
    ),
    "nulls_left_out": (
        "{count} empty characters (NUL) that no text holds were left out. Compare with the original.",
        "文件中有 {count} 个文本中不应有的空字符（NUL），已略去。请与原件核对。",
    ),
    "other_content": (
        "By its name {name} is another kind of file, but inside it is {format}. It was read as {format}.",
        "从文件名看，{name} 是另一种文件，但其内容实为 {format}，已按 {format} 读取。",
    ),
    "hidden_text": (
        "Hidden text in the file is left out ({count} characters). Show it in Word to review it.",
        "文件中的隐藏文字未列入（{count} 个字符）。如需审查，请在 Word 中显示。",
    ),
    "tracked_changes": (
        "The file has tracked changes. It is read as if all of them were accepted.",
        "文件含有修订。现按接受全部修订后的文字读取。",
    ),
    "part_missing": (
        "A part of the file is damaged and was left out: {part}. Compare with the original.",
        "文件的一部分已损坏，未能读取：{part}。请与原件核对。",
    ),
    "page_furniture": (
        "Menus, banners and footers of the page are left out ({count} characters). They can be shown again.",
        "网页的菜单、横幅和页脚未列入（{count} 个字符），可以恢复显示。",
    ),
    "hidden_parts": (
        "Parts that the page hides are left out ({count} characters). Compare with the page in a browser.",
        "网页中隐藏的部分未列入（{count} 个字符）。请与浏览器中的网页核对。",
    ),
    "styles_unread": (
        "{count} rules of the page that hide words or number them could not be judged. Compare it in a browser.",
        "网页中有 {count} 条隐藏文字或设置编号的样式规则无法判断。请与浏览器中的网页核对。",
    ),
    "hidden_parts_shown": (
        "The page hides most of itself until its scripts run. All of it is shown, {count} hidden characters too.",
        "网页的大部分内容在脚本运行前是隐藏的，现已全部显示，其中隐藏的有 {count} 个字符。",
    ),
    "margins_unshown": (
        "Headers or footers that Word shows on no page as the file stands are read too ({count} characters).",
        "文件中有按现有设置在 Word 中任何页面都不显示的页眉或页脚，也已读取（{count} 个字符）。",
    ),
    "numbers_unread": (
        "{count} numbers that Word makes by fields (LISTNUM, AUTONUM) cannot be shown here. Compare with Word.",
        "有 {count} 处编号由 Word 域（LISTNUM、AUTONUM）生成，文件中没有其文字，未能显示。请与 Word 中的显示核对。",
    ),
    "part_unread": (
        "Another document is put into this one and could not be read: {part}. Open the file in Word to review it.",
        "文件中嵌入了另一份文档，未能读取：{part}。请在 Word 中打开原件审查。",
    ),
    "scanned_pages": (
        "{count} pages are pictures, and their words are missing here: {pages}. Read them in the original.",
        "有 {count} 页是没有文字的图像，其内容未能读取：第 {pages} 页。请在原件中审阅。",
    ),
    "recognised": (
        "The text of {count} pages was recognised from their pictures and may be wrong: {pages}. Check each quote.",
        "有 {count} 页的文字由图像识别而来，可能有误：第 {pages} 页。引用前请核对原件。",
    ),
    "pages_missing": (
        "{count} pages of the file are damaged and could not be read: {pages}. Compare with the original.",
        "文件有 {count} 页已损坏，未能读取：第 {pages} 页。请与原件核对。",
    ),
    "by_office": (
        "LibreOffice made a Word file of it to read. Compare numbers and tables with the original.",
        "该文件经 LibreOffice 转换后读取。请就编号和表格与原件核对。",
    ),
    "bare_words": (
        "Only the bare words were read: tables and automatic numbers are lost. Install LibreOffice to keep them.",
        "仅读取了文字，表格和自动编号已丢失。安装 LibreOffice 后可保留。",
    ),
    "front_matter": (
        "The fields before the text, meant for a site builder, are left out ({count} characters).",
        "文首供网站生成程序使用的元数据未列入（{count} 个字符）。",
    ),
    "no_numbering": (
        "No clause numbers were found. Each paragraph is counted as a clause of its own.",
        "未发现条款编号。每一段按一个条款计。",
    ),
}
