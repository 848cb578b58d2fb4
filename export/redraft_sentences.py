"""Why proposed wording is no tracked change: a code, its English sentence, its Chinese one."""

from __future__ import annotations

from documents.sentences import Sentences

__all__ = ["REDRAFT_REASONS"]

REDRAFT_REASONS: Sentences = {
    "redraft_settled": (
        "it is settled, so its proposed wording stands in the comment only",
        "该批注已办结，建议表述只写入批注，未作修订",
    ),
    "redraft_nowhere": (
        "it is about the whole policy and follows no clause, so its proposed wording stands in the comment only",
        "该批注针对全文且未指明插入位置，建议表述只写入批注，未作修订",
    ),
    "redraft_no_clause": (
        "the clause it should follow was not found in the text, so its proposed wording stands in the comment only",
        "文中找不到应插入其后的条款，建议表述只写入批注，未作修订",
    ),
    "redraft_first": (
        "it stands on several places with different words, so its proposed wording replaces the first only",
        "该批注涉及多处不同文字，建议表述只在第一处作修订",
    ),
    "redraft_overlap": (
        "a worse note changes the same words, so its proposed wording stands in the comment only",
        "更严重的批注已修订同一处文字，本条建议表述只写入批注",
    ),
    "redraft_place": (
        (
            "its words stand in a header, a footer, a text box or a file put in, so its proposed wording stands in the "
            "comment only"
        ),
        "所涉文字位于页眉页脚、文本框或嵌入的文件中，建议表述只写入批注，未作修订",
    ),
    "redraft_picture": (
        "its words take in a picture or a formula, so its proposed wording stands in the comment only",
        "所涉文字包含图片或公式，建议表述只写入批注，未作修订",
    ),
    "redraft_field": (
        "its words lie inside a field or a content control, so its proposed wording stands in the comment only",
        "所涉文字位于域或内容控件之内，建议表述只写入批注，未作修订",
    ),
    "redraft_moved": (
        "its words were moved by someone else, so its proposed wording stands in the comment only",
        "所涉文字处于他人的移动修订之中，建议表述只写入批注，未作修订",
    ),
    "redraft_mixed": (
        (
            "a footnote mark, a page break or the like stands among its words, so its proposed wording stands in the "
            "comment only"
        ),
        "所涉文字中夹有脚注标记、分页符等，建议表述只写入批注，未作修订",
    ),
    "redraft_block": (
        "its words go beyond a table cell or a section, so its proposed wording stands in the comment only",
        "所涉文字跨越表格单元格或节，建议表述只写入批注，未作修订",
    ),
    "redraft_unproved": (
        "the tracked changes did not read back as they should, so its proposed wording stands in the comment only",
        "修订写成后回读核对不符，建议表述只写入批注，未作修订",
    ),
}
