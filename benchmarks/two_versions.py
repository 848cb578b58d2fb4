"""Long policies of our own words in two versions, made to measure with: the same seed, the same words."""

from __future__ import annotations

import random
from dataclasses import dataclass

from documents.clauses import clause_tree
from documents.model import Block, BlockKind, PolicyDocument, Span

__all__ = ["two_versions"]

_ENGLISH = """
we you the customer the officer a carrier the processor records orders accounts devices invoices parcels backups
logs addresses messages keep delete share correct collect send store review answer encrypt within after before
unless where because when the contract a request the law a complaint the audit thirty fifteen ninety days months
may must shall will not only also each every other written notice consent purpose period place country bank
payment delivery support safety service account manager court regulator harbour
"""
_CHINESE = """
我们 您 用户 个人信息 手机号码 设备 日志 订单 账户 第三方 合作方 收集 使用 存储 共享 删除 更正 查阅 复制 加密 在 于
如果 除非 因为 为了 合同 请求 法律 投诉 审计 三十日 十五日 九十日 可以 应当 不得 仅 也 每 其他 书面 通知 同意 目的
后 前 内 期限 地点 国家 银行 支付 配送 客服 安全 服务 管理员 法院 主管部门 港口 答复 说明 记录 授权 撤回 转让 公告
生效 争议 协商
"""
_SENTENCES, _SECTION = (1, 4), 12


@dataclass(frozen=True)
class _Tongue:
    words: list[str]
    space: str
    stop: str
    cut: int


_TONGUES = {"en": _Tongue(_ENGLISH.split(), " ", ". ", 40), "zh": _Tongue(_CHINESE.split(), "", "。", 14)}


def two_versions(characters: int, language: str, share: float = 0.05) -> tuple[PolicyDocument, PolicyDocument]:
    """Return a policy of so many characters, and the next version of it, of which about a share is edited."""
    chance = random.Random(f"{characters} {language}")
    paragraphs = _paragraphs(chance, characters, _TONGUES[language])
    return _policy(paragraphs, language), _policy(_edited(chance, paragraphs, language, share), language)


def _paragraphs(chance: random.Random, characters: int, tongue: _Tongue) -> list[str]:
    found: list[str] = []
    length = 0
    while length < characters:
        heading = len(found) % _SECTION == 0
        count = 0 if heading else chance.randint(*_SENTENCES)
        words = "".join(_sentence(chance, tongue) for _ in range(count)) or _phrase(chance, tongue, 4)
        found.append(words.strip())
        length += len(found[-1]) + 1
    return found


def _sentence(chance: random.Random, tongue: _Tongue) -> str:
    return _phrase(chance, tongue, chance.randint(8, 26)) + tongue.stop


def _phrase(chance: random.Random, tongue: _Tongue, count: int) -> str:
    return tongue.space.join(chance.choice(tongue.words) for _ in range(count))


def _edited(chance: random.Random, paragraphs: list[str], language: str, share: float) -> list[str]:
    """Return paragraphs some of which were edited, put in, taken out or moved."""
    tongue = _TONGUES[language]
    found: list[str] = []
    for words in paragraphs:
        draw = chance.random()
        if draw < share / 5:
            continue
        if draw < share / 5 * 2:
            found.append(_sentence(chance, tongue).strip())
        found.append(_reworded(chance, words, tongue) if chance.random() < share * 3 else words)
    for _ in range(max(1, int(len(found) * share / 10))):
        found.insert(chance.randrange(len(found)), found.pop(chance.randrange(len(found))))
    return found


def _reworded(chance: random.Random, words: str, tongue: _Tongue) -> str:
    """Return a paragraph with one or two places said otherwise."""
    for _ in range(chance.randint(1, 2)):
        start = chance.randrange(max(1, len(words) - tongue.cut))
        end = start + chance.randint(2, tongue.cut)
        words = f"{words[:start]}{tongue.space}{_phrase(chance, tongue, 4)}{tongue.space}{words[end:]}"
    return words


def _policy(paragraphs: list[str], language: str) -> PolicyDocument:
    """Return paragraphs as a policy, every twelfth a heading, the others numbered below it."""
    blocks: list[Block] = []
    pieces: list[str] = []
    here = section = 0
    for number, words in enumerate(paragraphs):
        heading = number % _SECTION == 0
        section += heading
        label = f"{section}" if heading else f"{section}.{number % _SECTION}"
        line = f"{label} {words}"
        span = Span(here, here + len(line))
        kind = BlockKind.HEADING if heading else BlockKind.PARAGRAPH
        place = Span(here, here + len(label))
        blocks.append(Block(kind, span, level=int(heading), label=label, label_span=place, ordered=True))
        pieces.append(line)
        here += len(line) + 1
    text = "\n".join(pieces) + "\n"
    return PolicyDocument("", "text", language, text, tuple(blocks), clauses=clause_tree(text, blocks, language))
