"""A policy of our own words, a clock that ticks, and matters on real disks."""

from datetime import datetime, timedelta, timezone
from itertools import count
from pathlib import Path

import pytest

from annotations.matter import OpenMatter
from annotations.model import Reviewer
from documents.model import Block, BlockKind, ForeignNote, PolicyDocument, Span

TEXT = (
    "晴川阅读隐私政策\n\n一、我们收集的信息\n我们收集您的姓名、手机号和阅读记录。\n"
    "二、信息的分享\n我们可能与合作伙伴分享您的信息，包括但不限于阅读记录。\n"
    "3. Contact\nWrite to privacy@qingchuan.example 📚 at any time.\n"
)


def made_policy(
    text: str = TEXT, title: str = "晴川阅读隐私政策", notes: tuple[ForeignNote, ...] = ()
) -> PolicyDocument:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(line))))
        at += len(line) + 1
    return PolicyDocument(
        title=title, format="text", language="zh", text=text, blocks=tuple(blocks), reader="text", foreign_notes=notes
    )


class TickingClock:
    """Each look at it is a second later; eight hours ahead of UTC."""

    def __init__(self) -> None:
        self._ticks = count()
        self.start = datetime(2026, 3, 1, 9, 0, tzinfo=timezone(timedelta(hours=8)))

    def __call__(self) -> datetime:
        return self.start + timedelta(seconds=next(self._ticks))


@pytest.fixture
def clock():
    return TickingClock()


@pytest.fixture
def lin():
    return Reviewer("林一", "LY")


@pytest.fixture
def okafor():
    return Reviewer("A. Okafor", "AO")


@pytest.fixture
def policy():
    return made_policy()


@pytest.fixture
def matter_path(tmp_path) -> Path:
    return tmp_path / "审阅 one.clausemark"


@pytest.fixture
def matter(matter_path, lin, clock):
    opened = OpenMatter.create(matter_path, lin, clock)
    yield opened
    opened.close()


@pytest.fixture
def document(matter, policy):
    return matter.add_document(policy, policy.text.encode(), "policy.txt")


@pytest.fixture
def span_of(policy):
    def find(words: str, nth: int = 0) -> Span:
        at = -1
        for _ in range(nth + 1):
            at = policy.text.index(words, at + 1)
        return Span(at, at + len(words))

    return find


@pytest.fixture
def reopen(matter, matter_path, lin, clock):
    """Close the matter and open it again, as whoever and however is asked."""

    def opened_again(reviewer: Reviewer = lin, **how) -> OpenMatter:
        matter.close()
        return OpenMatter.open(matter_path, reviewer, clock, **how)

    return opened_again


@pytest.fixture
def full(matter, policy):
    """A matter in which everything that a part of it may not hold bears a marker word; document and chosen notes."""
    from tests.annotations.sent_parts import filled

    return filled(matter, policy)


@pytest.fixture
def sent(matter, document, span_of, tmp_path, clock):
    """Two notes of a matter, and the package of them that a colleague has open."""
    from tests.annotations.sent_parts import COLLEAGUE, sent_part

    notes, out = sent_part(matter, document, (span_of("姓名"), span_of("手机号")), tmp_path / "answer.clausemark")
    with OpenMatter.open(out, COLLEAGUE, clock) as part:
        yield notes, part
