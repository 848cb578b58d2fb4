"""A comment of our form is read back into the fields it was made of."""

import pytest

from annotations.comment_form import read_comment
from annotations.model import Severity


@pytest.mark.parametrize(
    ("text", "number", "severity", "fields"),
    [
        ("[High] 4 | Not named (3.6)\nIssue: Vague.\nand long\nBasis: Art. 13", 4, Severity.HIGH,
         {"title": "Not named", "issue": "Vague.\nand long", "legal_basis": "Art. 13"}),
        ("【高风险】4｜接收方（含广告）笼统（三.6（一））\n问题：笼统。\n建议表述：甲", 4, Severity.HIGH,
         {"title": "接收方（含广告）笼统", "issue": "笼统。", "proposed_wording": "甲"}),
        ("12 (whole document)\nIssue: x", 12, None, {"issue": "x"}),
        ("Words concerned: “her”\n7（前言）", 7, None, {}),
        ("[Note] 3 | Title (3(a)(ii))", 3, Severity.INFO, {"title": "Title"}),
        ("[Info] 3 | Title (3(a)(ii))", 3, Severity.INFO, {"title": "Title"}),
    ],
)  # fmt: skip
def test_a_comment_of_ours_gives_its_number_and_fields(text, number, severity, fields) -> None:
    said = read_comment(text)
    assert (said.number, said.severity, dict(said.fields), said.rest) == (number, severity, fields, "")


def test_a_comment_that_points_to_a_note_says_to_which() -> None:
    assert (read_comment("See note 9").number, read_comment("见批注9").points) == (9, True)


@pytest.mark.parametrize(
    "text", ["Why so long?", "4", "[Urgent] 4 | x (1)", "2026 was better", "", "Issue: none of ours"]
)
def test_other_comments_are_not_taken_for_ours(text) -> None:
    assert (read_comment(text).number, read_comment(text).rest) == (0, text)


def test_what_was_put_before_the_first_field_is_told_apart() -> None:
    said = read_comment("[Low] 2 | T (1)\nPlease keep this.\nIssue: x\nWords concerned: “y”")
    assert (said.rest, dict(said.fields)) == ("Please keep this.", {"title": "T", "issue": "x"})


def test_lines_that_a_program_ran_together_are_told_apart() -> None:
    said = read_comment("[Medium] 3 | Title (1, para 3)Issue: One.Basis: Two.")
    assert dict(said.fields) == {"title": "Title", "issue": "One.", "legal_basis": "Two."}
