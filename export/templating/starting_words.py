"""What the starting template says of itself, English and Chinese side by side; its memo is in templates/."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["SAID"]


SAID: Final[Mapping[str, tuple[str, str]]] = {
    "title": ("Template for review memos", "审查备忘录模板"),
    "letterhead": ("{{ matter.firm }}   {{ matter.confidentiality }}", "{{ 律所名称 }}　　{{ 保密提示 }}"),
    "appendix": ("Every field (not printed)", "全部字段（不会输出）"),
    "not_printed": (
        (
            "From the line above this heading to the end stands under a condition that never holds, so it never comes "
            "into a report. Keep it to look things up, or delete it."
        ),
        "自本标题上一行至文末处于永不成立的条件之下，不会出现在报告中。可留作查阅，也可删除。",
    ),
    "plain": (
        (
            "Write a field where its words should stand, in any letters you like. A field that is not known stays "
            "empty. The same fields can be written in Chinese."
        ),
        "在需要的位置写上字段即可，字体字号随该处文字。没有内容的字段为空。同一字段也可用英文名称。",
    ),
    "as_findings": ("The same fields as in findings, above.", "字段与“问题清单”相同。"),
    "blocks": ("Whole parts", "整段内容"),
    "blocks_lead": (
        "Alone in a paragraph, each puts in a whole part of ours, in the styles of this file.",
        "单独成段时，插入一整段内容，并采用本文件的样式。",
    ),
    "written": ("What you write", "写法"),
    "gives": ("What it gives", "填入的内容"),
    "document": ("document", "文件"),
    "finding": ("finding", "问题"),
    "question": ("question", "事项"),
    "limit": ("limit", "限制"),
}
