"""The conclusion that a review comes to by rule, in both languages."""

from __future__ import annotations

import pytest

from annotations.model import Assessment, Matter, Severity, Status
from export.conclusion import composed
from tests.export.memo_case import note, report


def _of(language: str, documents: int = 1, **counts: int) -> str:
    numbers = iter(range(1, 99))
    notes = [note(next(numbers), severity=Severity(name)) for name, count in counts.items() for _ in range(count)]
    return "\n".join(composed(report(*notes).findings, documents, language))


@pytest.mark.parametrize(
    ("counts", "chinese"),
    [
        ({"critical": 2}, "本政策存在2项严重风险，不宜发布；已发布的，建议立即下架并整体改写。"),
        ({"high": 3}, "本政策存在3项高风险问题，建议整改完成后再行发布。"),
        ({"medium": 1}, "本政策总体可用，建议在下次更新中完成1项修改。"),
        ({"low": 2, "info": 1}, "未发现影响发布的问题，另有3项文字性建议。"),
        ({}, "未发现影响发布的问题。"),
        (
            {"critical": 1, "high": 15, "low": 2},
            "本政策存在1项严重风险，不宜发布；已发布的，建议立即下架并整体改写。另有15项高风险、2项低风险，详见下表。",
        ),
    ],
)
def test_the_worst_open_finding_makes_the_conclusion(counts: dict[str, int], chinese: str) -> None:
    assert _of("zh", **counts) == chinese


@pytest.mark.parametrize(
    ("counts", "english"),
    [
        ({"critical": 1}, ("The policy contains 1 critical issue. It should not be published; "
         "if it is live, it should be taken down and rewritten.")),
        ({"high": 2, "medium": 1}, ("The policy contains 2 high-risk issues, which should be put right before "
         "publication. There is also 1 medium finding; see the table below.")),
        ({"medium": 2, "low": 3, "info": 1}, ("The policy can be used as a whole; 2 changes are advised at the next "
         "update. There are also 3 low and 1 info findings; see the table below.")),
        ({"low": 1}, "We found nothing that stands in the way of publication, and make 1 drafting suggestion."),
    ],
)  # fmt: skip
def test_english_says_the_same_in_its_own_numbers(counts: dict[str, int], english: str) -> None:
    assert _of("en", **counts) == english


def test_several_documents_are_spoken_of_as_several() -> None:
    assert _of("en", 2, critical=2).startswith("The documents contain 2 critical issues. They should not be published")
    assert _of("zh", 3, high=1).startswith("所审文件存在1项高风险问题")


def test_the_reviewers_own_conclusion_stands_in_its_language() -> None:
    own = Matter(conclusion="可以发布。", conclusion_translations={"en": "Fit to publish."})
    assert report(note(1), matter=own).conclusion == ("可以发布。",)
    assert report(note(1), matter=own, language="en").conclusion == ("Fit to publish.",)


def test_a_conclusion_in_another_language_alone_is_not_printed_untranslated() -> None:
    own = Matter(conclusion="可以发布。")
    assert report(note(1), matter=own, language="en").conclusion[0].startswith("The policy can be used")


def test_what_is_closed_is_told_apart() -> None:
    notes = [
        note(1, status=Status.ACCEPTED),
        note(2, status=Status.RESOLVED),
        note(3, status=Status.RESOLVED),
        note(4, assessment=Assessment.FINE),
    ]
    assert report(*notes).conclusion == (
        "未发现影响发布的问题。",
        "1项客户接受风险、2项已整改，不计入上述统计，仍列于下文备查。",
    )
    assert "1 risk accepted by client, 2 resolved" in report(*notes, language="en").conclusion[1]
