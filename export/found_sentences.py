"""What is said of things found before an export and after it: a code, its English words, its Chinese ones."""

from __future__ import annotations

from documents.sentences import Sentences

__all__ = ["FATES", "FOUND", "LEAKS"]

_NOT_WRITTEN = (
    "So the file was not written. This is a fault of the program; please report it.",
    "因此没有写出该文件。这是程序的错误，请反馈。",
)

FATES: Sentences = {
    "stays": (": kept in the file", "：保留在文件中"),
    "removed": (": taken out", "：将清除"),
    "renamed": (": kept under neutral names, without times", "：保留，改用中性称呼并去掉时间"),
    "held_back": (": not sent to these readers", "：不向该对象发出"),
}

FOUND: Sentences = {
    # What stays in of the matter itself
    "remark": ("A private remark on one note", "1 条批注的内部备注"),
    "remarks": ("Private remarks on {count} notes", "{count} 条批注的内部备注"),
    "reply": ("An answer for inside ({names})", "内部回复 1 条（{names}）"),
    "replies": ("Answers for inside, {count} ({names})", "内部回复 {count} 条（{names}）"),
    "people": ("Names of our own people ({names})", "我方人员姓名（{names}）"),
    "judgement": (
        "Severity, issue, consequence, recommendation, status, owner and due date of the notes that go out",
        "所发批注的风险等级、问题描述、法律后果、整改建议、状态、负责人和期限",
    ),
    "rules": ("Rule ids and how sure a place is", "规则编号和定位把握程度"),
    # What was found in the file as received
    "hidden_text": ("Hidden text ({count})", "隐藏文字 {count} 处"),
    "revisions": ("Tracked changes, {count}, by {names}", "修订 {count} 处，作者：{names}"),
    "comments": ("Comments of others, {count}, by {names}", "他人批注 {count} 条，作者：{names}"),
    "properties": ("Properties of the document ({names})", "文档属性（{names}）"),
    "program_properties": ("Properties such as company and template ({names})", "公司、模板等属性（{names}）"),
    "custom_properties": ("Custom properties, {count} ({names})", "自定义属性 {count} 项（{names}）"),
    "bound_properties": (
        "Properties that the text itself shows ({names})",
        "正文控件所显示的属性（{names}）",
    ),
    "custom_data": ("Custom data parts, {count}", "自定义数据部件 {count} 个"),
    "bound_data": ("Custom data that the text itself shows, {count}", "正文控件所显示的自定义数据 {count} 个"),
    "variables": ("Document variables, {count} ({names})", "文档变量 {count} 项（{names}）"),
    "rsids": ("Marks of editing sessions (rsid), {count}", "编辑会话标记（rsid）{count} 个"),
    "document_ids": ("Lasting ids of the document, {count}", "文档永久标识 {count} 个"),
    "template": ("Path of the attached template ({names})", "所附模板的路径（{names}）"),
    "mail_merge": ("A mail merge and its sources", "邮件合并及其数据源"),
    "accounts": ("Accounts of people, {count} ({names})", "人员帐号 {count} 个（{names}）"),
    "editors": ("People who may edit protected parts, {count} ({names})", "受保护区域的编辑人 {count} 个（{names}）"),
    "labels": ("Sensitivity labels of an organisation", "单位的敏感度标签"),
    "tasks": ("Tasks given to people", "指派给人员的任务"),
    "printer": ("Printer settings, {count}", "打印机设置 {count} 个"),
    "thumbnail": ("A small picture of the first page", "首页缩略图"),
    "picture_details": ("Details kept in pictures, {count} ({names})", "图片中的拍摄等信息 {count} 张（{names}）"),
    "local_paths": ("Paths of someone's computer, {count} ({names})", "他人电脑的路径 {count} 处（{names}）"),
    "embedded": ("Embedded files, {count} ({names})", "嵌入的文件 {count} 个（{names}）"),
    "inserted_files": ("Whole documents put in (altChunk), {count}", "整篇插入的文档（altChunk）{count} 个"),
    "orphans": (
        "Parts that nothing in the file leads to, {count} ({names})",
        "文件中无人引用的部件 {count} 个（{names}）",
    ),
    "macros": ("Macros", "宏"),
    "add_ins": ("Add-ins, {count}", "加载项 {count} 个"),
    "name_fields": ("Fields that show a name or a file's path, {count}", "显示姓名或文件路径的域 {count} 处"),
    "protection": ("Protection against editing", "编辑保护"),
    "anonymous": (
        "A setting by which Word takes every author's name away when it saves, ours too",
        "保存时删除全部作者姓名（包括我方批注）的设置",
    ),
    "pdf_as_received": (
        "The PDF as received, with its properties (author, program, times) and whatever it holds out of sight",
        "收到的 PDF 原件，包括其属性（作者、程序、时间）和其中不可见的内容",
    ),
    "pdf_rewritten": (
        "The PDF's bytes as received (it has to be written anew to take notes)",
        "收到的 PDF 原件字节（须重新写入才能加批注）",
    ),
    "pdf_signed": (
        "A digital signature (programs will say that the file was changed since it was signed)",
        "数字签名（程序会提示签名后文件有改动）",
    ),
    "pdf_signed_rewritten": (
        "A digital signature (the PDF has to be written anew to take notes)",
        "数字签名（该 PDF 须重新写入才能加批注）",
    ),
    "signature": ("A digital signature, which any change makes invalid", "数字签名（任何改动都会使其失效）"),
}

LEAKS: Sentences = {
    "leak_remark": (
        "A private remark (note {numbers}) would have gone out. " + _NOT_WRITTEN[0],
        "文件中会出现内部备注（批注 {numbers}）。" + _NOT_WRITTEN[1],
    ),
    "leak_note": (
        "A note for a narrower circle of readers ({numbers}) would have gone out. " + _NOT_WRITTEN[0],
        "文件中会出现可见范围更小的批注（{numbers}）。" + _NOT_WRITTEN[1],
    ),
    "leak_reply": (
        "An internal reply (note {numbers}) would have gone out. " + _NOT_WRITTEN[0],
        "文件中会出现批注的内部回复（批注 {numbers}）。" + _NOT_WRITTEN[1],
    ),
    "leak_field": (
        "A part of note {numbers} that is not for these readers would have gone out. " + _NOT_WRITTEN[0],
        "批注 {numbers} 中不应向该对象发出的内容会出现在文件中。" + _NOT_WRITTEN[1],
    ),
    "leak_person": (
        "The name of one of your people would have gone out. " + _NOT_WRITTEN[0],
        "文件中会出现我方人员的姓名。" + _NOT_WRITTEN[1],
    ),
    "leak_matter": (
        "Something about the matter that is not for these readers would have gone out. " + _NOT_WRITTEN[0],
        "文件中会出现不应向该对象发出的项目信息。" + _NOT_WRITTEN[1],
    ),
    "leak_id": (
        "An id of the matter's own would have gone out. " + _NOT_WRITTEN[0],
        "文件中会出现项目内部编号。" + _NOT_WRITTEN[1],
    ),
    "leak_path": (
        "A path or user name of this computer would have gone out. " + _NOT_WRITTEN[0],
        "文件中会出现本机的路径或用户名。" + _NOT_WRITTEN[1],
    ),
}
