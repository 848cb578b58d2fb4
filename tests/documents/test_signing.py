"""Where a contract is signed stands under no clause; a form to fill in stays where it is."""

from __future__ import annotations

import pytest

from documents.citing import address_of
from documents.draft import Source
from documents.model import PolicyDocument
from documents.reader import open_here


def read(*lines: str, name: str = "policy.txt") -> PolicyDocument:
    return open_here(Source("\n\n".join(lines).encode(), name))


def parts(document: PolicyDocument) -> list[tuple[str, str]]:
    return [(one.address, " ".join(one.span.of(document.text).split())) for one in document.clauses if one.level == 1]


ENGLISH = (
    "Agreement",
    "1. Scope",
    "This is the scope of it.",
    "2. Fees",
    "They are due in March.",
    "3. Law",
    "It governs.",
)
CHINESE = ("会员协议", "第一条 范围", "范围在此说明，足够长。", "第二条 其他", "本协议一式两份，双方各执一份。")


@pytest.mark.parametrize(
    "lines",
    [
        ("IN WITNESS WHEREOF, the parties have signed this agreement.", "THE CIRCLE", "By: ____", "Name:", "Title:"),
        ("THE CIRCLE", "By: ____", "Name: A. North", "Title: Chair", "MEMBER", "By: ____", "Name:", "Title:"),
        ("Print Name: ＿＿＿＿", "Sign: ＿＿＿＿", "Date: ＿＿＿＿"),
        ("Signed for and on behalf of the Circle:", "Signature: ________", "Name: A. North"),
        ("CIRCLE OF READERS, INC.      MEMBERS, LLC", "By: /s/ A. North        By: ________", "Date: 3/2/26"),
    ],
)
def test_the_signatures_after_the_last_clause_are_the_closing(lines: tuple[str, ...]) -> None:
    document = read(*ENGLISH, *lines)
    assert parts(document)[2:] == [
        ("3", "3. Law It governs."),
        ("Closing", " ".join(" ".join(lines).split())),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("甲方（盖章）：____", "法定代表人：", "日期：  年  月  日", "乙方（签字）：", "日期："),
        ("（以下无正文）", "甲方：小径读书会（盖章）", "授权代表（签字）：", "签订日期：2026年3月2日"),
    ],
)
def test_the_seals_after_the_last_article_are_the_closing(lines: tuple[str, ...]) -> None:
    document = read(*CHINESE, *lines)
    assert parts(document)[1:] == [
        ("第二条", "第二条 其他 本协议一式两份，双方各执一份。"),
        ("文末", " ".join(" ".join(lines).split())),
    ]


def test_signatures_before_a_schedule_are_under_neither() -> None:
    signed = ("By: ____", "Name:", "Title:")
    document = read(*ENGLISH, *signed, "Schedule 1: Fees", "Fees are due in March.", "By: ____", "Name:")
    assert [address for address, _ in parts(document)] == ["1", "2", "3", "Closing", "Schedule 1"]
    place = document.blocks[-6].span
    assert address_of(document, [place]) == "Closing"


def test_signatures_in_two_places_have_two_addresses() -> None:
    signed = ("By: ____", "Name:", "Title:")
    schedule = ("Schedule 1: Fees", "Fees are due in March.", "In witness whereof, we sign.", *signed)
    document = read(*ENGLISH, *signed, *schedule)
    assert [address for address, _ in parts(document)] == ["1", "2", "3", "Closing", "Schedule 1", "Closing (2)"]


def test_an_address_to_write_to_and_a_form_inside_a_clause_stay_in_their_clause() -> None:
    contact = ("4. Contact", "Write to us:", "Name: A. North", "Address: 1 Street", "Email: a@b.c")
    assert [address for address, _ in parts(read(*ENGLISH, *contact))] == ["1", "2", "3", "4"]
    form = ("4. Leaving", "Fill this in:", "Name: ____", "Signature: ____", "5. End", "This is the end of it.")
    assert [address for address, _ in parts(read(*ENGLISH, *form))] == ["1", "2", "3", "4", "5"]
