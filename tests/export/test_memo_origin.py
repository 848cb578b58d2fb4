"""Where a document came from, printed with its fingerprint; and what of it no outsider is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotations.model import Matter, Reviewer, Visibility
from export.report import ReportOptions, assemble
from tests.export.memo_case import NOW, body, review, reviewed, words

ADDRESS = "https://shop.example/privacy (2026-11-14 09:30 +08:00)"


def made(profile: str, language: str) -> str:
    item = reviewed(review())
    version = replace(item.document.latest, received_from="许小姐", received_how="粘贴，划去 3 行")
    item = replace(
        item,
        document=replace(item.document, versions=(version,)),
        policy=replace(item.policy, origin=ADDRESS),
    )
    options = ReportOptions(now=NOW, reviewer=Reviewer("林若水"), profile=Visibility(profile), language=language)
    return words(body(assemble(Matter(), [item], options)))


@pytest.mark.parametrize(
    ("language", "received"),
    [("en", "15 November 2026, from 许小姐; 粘贴，划去 3 行"), ("zh", "2026年11月15日，由许小姐提供；粘贴，划去 3 行")],
)
def test_the_memo_tells_who_sent_it_how_and_what_it_says_of_itself(language, received):
    told = made("client", language)
    assert received in told
    assert ADDRESS in told
    assert "ab" * 32 in told


def test_an_outsider_is_told_the_fingerprint_and_the_address_and_not_who_sent_it():
    told = made("outside", "zh")
    assert "许小姐" not in told
    assert "划去" not in told
    assert ADDRESS in told
    assert "ab" * 32 in told
