"""What is wrong with a template, as a code with arguments and a place; the sentences in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from documents.errors import sentence
from documents.sentences import Sentences
from export.errors import ExportError
from export.templating.places import Place

__all__ = ["PROBLEMS", "REMARKS", "TEMPLATE_SENTENCES", "Problem", "TemplateFault"]

PROBLEMS: Final[Sentences] = {
    "unclosed": (
        "{tag} is not closed. A field reads {{{{ name }}}}, a statement {{% ... %}}, each within one paragraph",
        "{tag} 没有结束。字段写作 {{{{ 名称 }}}}，语句写作 {{% … %}}，均须在同一段内",
    ),
    "unopened": (
        "“{tag}” ends a tag that was never begun",
        "“{tag}”处有标记的结尾而没有开头",
    ),
    "empty": ("An empty tag: {tag}", "空标记：{tag}"),
    "unknown": ("There is no field {name}", "没有名为 {name} 的字段"),
    "unknown_near": ("There is no field {name}. Did you mean {near}?", "没有名为 {name} 的字段，是否指 {near}？"),
    "syntax": ("{tag} cannot be understood", "无法理解 {tag}"),
    "construct": (
        "{tag} uses more than fields, loops and conditions, and is not carried out",
        "{tag} 超出了字段、循环和条件的范围，不予执行",
    ),
    "no_filter": ("{tag} uses “{name}”, which templates here do not know", "{tag} 使用了“{name}”，此处的模板不支持"),
    "no_list": (
        "{tag} does not walk over a list. Lists are: {lists}",
        "{tag} 循环的不是清单。可用的清单：{lists}",
    ),
    "whole_list": (
        "{tag} names a list or a section, not a field. Name a field of it, or loop over it",
        "{tag} 指向清单或者一组字段，不是单个字段。请写明其中的字段，或者使用循环",
    ),
    "block_alone": (
        "{name} is a whole part. Write {{{{p {name} }}}} alone in a paragraph, outside any loop",
        "{name} 是一整段内容。请在循环之外单独成段，写作 {{{{p {name} }}}}",
    ),
    "not_alone": (
        "{tag} takes the place of its whole {unit}, and “{lost}” would be lost. Give it a {unit} of its own",
        "{tag} 会取代所在的整个{unit}，“{lost}”将会丢失。请让它单独占一个{unit}",
    ),
    "section_break": (
        "{tag} stands in the paragraph that ends a section. Put it in a paragraph of its own before that one",
        "{tag} 所在段落带有分节符。请在其前另起一段",
    ),
    "no_table": ("{tag} belongs into a table, and stands in none", "{tag} 应放在表格中，此处没有表格"),
    "not_ended": ("{tag} has no {{% end{word} %}}", "{tag} 缺少对应的 {{% end{word} %}}"),
    "not_begun": ("{tag} ends or divides what was never begun", "{tag} 没有对应的开头"),
    "torn": (
        (
            "{tag} and {other} stand in different places. Both want a paragraph of their own ({{%p ... %}}), "
            "or a table row of their own ({{%tr ... %}}) in the same table"
        ),
        "{tag} 与 {other} 不在同一处。两者应各自单独成段（{{%p … %}}），或者在同一表格中各占一行（{{%tr … %}}）",
    ),
    "too_deep": ("{tag}: loops stand within loops too deeply", "{tag}：循环嵌套过深"),
    "too_many": ("The template has more than {most} tags", "模板中的标记超过 {most} 个"),
    "prefix": (
        "A part of the file is written in a way of its own. Open the template in Word or LibreOffice and save it anew",
        "文件的一部分写法特殊。请用 Word 或 LibreOffice 打开模板并重新保存",
    ),
}

REMARKS: Final[Sentences] = {
    "macros": (
        "The file holds macros. They are left out of what is made from it.",
        "文件含有宏，生成的文件中不予保留。",
    ),
    "comments": (
        "The file holds comments, which would go out with every report. Delete them if they are not meant to.",
        "文件含有批注，将随每份报告发出；如非有意，请先删除。",
    ),
    "changes": (
        "The file holds tracked changes, which would go out with every report. Accept or reject them first.",
        "文件含有修订，将随每份报告发出；请先接受或者拒绝。",
    ),
    "pictures": (
        "A picture of the file is not in it but linked, and is fetched by whoever opens the report. Insert it instead.",
        "文件中有链接而非嵌入的图片，他人打开报告时会去读取；请改为嵌入。",
    ),
    "no_body": (
        "Only headers, footers or notes have fields; the text has none.",
        "只有页眉、页脚或者注释中有字段，正文中没有。",
    ),
}

TEMPLATE_SENTENCES: Final[Sentences] = {
    "template_missing": ("There is no file {name}.", "没有文件 {name}。"),
    "template_encrypted": (
        "{name} is protected with a password. Open it in Word, remove the password and save it.",
        "{name} 设有密码。请在 Word 中打开，取消密码后保存。",
    ),
    "template_old": (
        "{name} is in an old Word format. Open it in Word and save it as .docx.",
        "{name} 是旧版 Word 格式。请在 Word 中打开并另存为 .docx。",
    ),
    "template_not_word": (
        "{name} is not a Word file. A template is a .docx or .dotx.",
        "{name} 不是 Word 文件。模板应为 .docx 或 .dotx。",
    ),
    "template_damaged": (
        "{name} is damaged and cannot be opened. Open it in Word, save it anew and try again.",
        "{name} 已损坏，无法打开。请在 Word 中打开并另存后重试。",
    ),
    "template_too_large": (
        "{name} is too large for a template. Make its pictures smaller and try again.",
        "{name} 作为模板过大。请缩小其中的图片后重试。",
    ),
    "template_no_fields": (
        (
            "{name} has no fields, so nothing of the review would come into it. "
            "See what fields look like with: clausemark template new OUT.docx"
        ),
        "{name} 中没有任何字段，审查内容无从填入。可运行 clausemark template new OUT.docx 查看字段写法。",
    ),
    "template_problem": ("The template {name} cannot be used: {problem}.", "模板 {name} 无法使用：{problem}。"),
    "template_problems": (
        "The template {name} cannot be used: {problem}. {more} more: clausemark template check {name}",
        "模板 {name} 无法使用：{problem}。另有{more}处，请运行 clausemark template check {name}",
    ),
    "template_endless": (
        "The template {name} asks for more than any report needs, and was stopped. Look at its loops.",
        "模板 {name} 生成的内容远超报告所需，已停止。请检查其中的循环。",
    ),
    "template_unlike": (
        "A condition in {name} compares what cannot be compared, as a number with words. Look at its conditions.",
        "{name} 中的条件比较了无法比较的内容（如数字与文字）。请检查其中的条件。",
    ),
    "template_twice": (
        "The template {name} puts {block} in twice. A whole part can stand in a report once.",
        "模板 {name} 两次插入 {block}。整段内容在一份报告中只能出现一次。",
    ),
    "template_torn": (
        "{name} does not come out as a sound Word file when it is filled in. Look at its loops and conditions.",
        "{name} 填充后不是完好的 Word 文件。请检查其中的循环和条件。",
    ),
    "template_kind": (
        "A template gives a memo or a gap report. Choose memo or gap with --as.",
        "模板只用于备忘录或者评估报告。请用 --as 选择 memo 或 gap。",
    ),
    "template_exists": (
        "{name} is there already. Choose another name, so that your own template stays.",
        "{name} 已存在。请另取名称，以保留已有的模板。",
    ),
    "own_template": (
        "{name} is the template itself. Choose another name for what is exported.",
        "{name} 就是模板本身。请为导出的文件另取名称。",
    ),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that keeps a template from being used, and where it stands."""

    code: str
    place: Place | None = None
    arguments: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, language: str = "en") -> str:
        """Return what is wrong and where, without a full stop."""
        arguments = {key: _in(value, language) for key, value in self.arguments.items()}
        told = sentence(PROBLEMS, self.code, arguments, language)
        if self.place is None:
            return told
        where = self.place.sentence(language)
        return f"{told}（{where}）" if language.startswith("zh") else f"{told} ({where})"


def _in(value: object, language: str) -> object:
    """Return the half of a pair of words that is in the language; other values as they are."""
    if isinstance(value, tuple):
        return value[language.startswith("zh")]
    return value


class TemplateFault(ExportError):
    """A template that cannot be used. `told` gives its problems in the order they stand in the file."""

    sentences = TEMPLATE_SENTENCES

    def __init__(self, code: str, *, problems: tuple[Problem, ...] = (), **arguments: object) -> None:
        super().__init__(code, **arguments)
        self.problems = problems

    def sentence(self, language: str = "en") -> str:
        """Return one sentence for the user, with the first problem in it."""
        told = {"problem": self.problems[0].sentence(language)} if self.problems else {}
        return sentence(self.sentences, self.code, {**self.arguments, **told}, language)
