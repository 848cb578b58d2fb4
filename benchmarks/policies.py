"""Long policies of our own words, made to measure with."""

from __future__ import annotations

from documents.model import Block, BlockKind, PolicyDocument, Span

__all__ = ["long_policy", "spans_of"]

_SENTENCES = (
    "我们仅在实现本条所述目的所必需的范围内处理您提供的信息,并在约定期限届满后予以删除或者匿名化。",
    "未经您的单独同意,我们不会向其他个人信息处理者提供您的通讯录、行踪轨迹以及金融账户信息。",
    "您可以在设置页面中查阅、复制、更正或者删除您的信息,我们将在十五个工作日内答复您的请求。",
    "为了保障账户安全,我们会记录登录时间、设备型号、操作系统版本以及网络地址。",
)
_CLAUSES = range(2, 10)


def long_policy(characters: int) -> PolicyDocument:
    """Return a policy of at least that many characters: sections, numbered clauses, paragraphs."""
    parts: list[str] = []
    blocks: list[Block] = []
    here = 0
    number = 0
    while here < characters:
        kind, words, label = _paragraph(number)
        span = Span(here, here + len(words))
        place = Span(here, here + label) if label else None
        blocks.append(Block(kind, span, level=1, label=words[:label], label_span=place, ordered=bool(label)))
        parts.append(words)
        here += len(words) + 1
        number += 1
    return PolicyDocument("长政策", "text", "zh", "\n".join(parts) + "\n", tuple(blocks))


def _paragraph(number: int) -> tuple[BlockKind, str, int]:
    """A section in twelve paragraphs: its heading, a few words, eight numbered clauses, two paragraphs to end with."""
    body = _SENTENCES[number % 4] + (_SENTENCES[(number + 1) % 4] if number % 3 == 0 else "")
    place = number % 12
    if place == 0:
        return BlockKind.HEADING, "我们如何处理您的信息", 0
    if place in _CLAUSES:
        label = f"{place - 1}、"
        return BlockKind.LIST_ITEM, label + body, len(label)
    return BlockKind.PARAGRAPH, body, 0


def spans_of(policy: PolicyDocument, count: int) -> list[Span]:
    """Return that many spans spread evenly, a third of them overlapping the one before."""
    step = len(policy.text) / count
    return [
        Span(int(number * step), min(int(number * step + (1.4 if number % 3 == 0 else 0.6) * step), len(policy.text)))
        for number in range(count)
    ]
