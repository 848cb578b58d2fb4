"""Two versions of a policy compared: what counts as what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from documents.comparing.comparison import compare_in_parts, compare_policies
from documents.comparing.model import Change, Comparison, Fate
from documents.model import Block, BlockKind, Clause, PolicyDocument, Span
from documents.reader import open_document

NOTICE = """# Privacy notice

## 1. Records

1.1 We keep the records of an order for 30 days, and delete them then.

1.2 The customer may ask the officer for a copy of every record at any time.

1.3 Backups are overwritten within the following quarter, as Section 1.2 requires.

## 2. Sharing

2.1 We do not sell records. We share them with carriers who bring the goods to the door.

2.2 Carriers delete what they hold once the goods are delivered to the customer.
"""
POLICY = """隐私政策

第一条 我们收集您的手机号码，用于登录和找回密码。

第二条 您可以随时要求我们删除您的账户信息，我们将在30日内答复。

第三条 我们不会向第三方出售您的个人信息。

第四条 发生争议的，依照本政策第三条处理，并由双方协商解决。
"""


def _read(text: str, name: str = "policy.md") -> PolicyDocument:
    return open_document(text.encode(), name=name)


def _compared(old: str, new: str, name: str = "policy.md") -> Comparison:
    return compare_policies(_read(old, name), _read(new, name))


def _only(old: str, new: str, name: str = "policy.md") -> Change:
    (change,) = _compared(old, new, name).changes
    return change


def _words(found: Comparison, change: Change) -> list[tuple[str, str]]:
    return [(edit.old.of(found.old.text), edit.new.of(found.new.text)) for edit in change.edits]


# -- words --------------------------------------------------------------------------------------------------------


def test_the_same_policy_has_no_changes() -> None:
    assert _compared(NOTICE, NOTICE).changes == ()


def test_a_figure_is_told_whole_as_a_number() -> None:
    found = _compared(NOTICE, NOTICE.replace("30 days", "15 days"))
    (change,) = found.changes
    assert _words(found, change) == [("30", "15")]
    assert (change.kinds, change.categories, change.signs) == (("changed",), ("numbers",), ("number",))
    assert change.old_clause == change.new_clause == "1.1"


def test_a_chinese_time_limit_is_told_with_its_unit() -> None:
    found = _compared(POLICY, POLICY.replace("30日", "15日"), "policy.txt")
    assert _words(found, found.changes[0]) == [("30日", "15日")]


def test_may_that_became_must_is_substantive() -> None:
    change = _only(NOTICE, NOTICE.replace("customer may ask", "customer must ask"))
    assert "modal" in change.signs
    assert change.categories == ("substantive",)


def test_chinese_modal_words_are_seen_though_one_letter_of_them_stands() -> None:
    change = _only(POLICY, POLICY.replace("您可以随时", "您可随时"), "policy.txt")
    assert "modal" in change.signs


def test_words_that_say_nothing_else_are_wording() -> None:
    change = _only(NOTICE, NOTICE.replace("bring the goods", "carry the goods"))
    assert (change.categories, change.signs) == (("wording",), ())


def test_punctuation_spaces_and_capital_letters_alone_are_form_and_folded() -> None:
    change = _only(
        NOTICE, NOTICE.replace("for 30 days, and", "for  30 days and").replace("The customer", "The customer")
    )
    assert change.categories == ("form",)
    assert change.folded
    louder = _only(NOTICE, NOTICE.replace("a copy of every record", "A COPY OF EVERY RECORD"))
    assert louder.categories == ("form",)


def test_a_sentence_that_was_put_in_is_cut_where_sentences_end() -> None:
    found = _compared(NOTICE, NOTICE.replace("We share them", "We may lend them. We share them"))
    assert _words(found, found.changes[0]) == [("", "We may lend them. ")]
    assert found.changes[0].categories == ("substantive",)


def test_no_crumbs_are_left_between_two_edits() -> None:
    found = _compared(POLICY, POLICY.replace("用于登录和找回密码", "用以注册及重置口令"), "policy.txt")
    assert len(found.changes[0].edits) == 1


def test_a_figure_set_off_from_its_unit_is_form() -> None:
    change = _only(POLICY, POLICY.replace("在30日内", "在 30 日内"), "policy.txt")
    assert (change.categories, change.signs) == (("form",), ())


def test_capital_letters_beside_other_words_leave_those_to_be_read() -> None:
    new = NOTICE.replace(
        "The customer may ask the officer for a copy", "THE CUSTOMER MAY NOT ASK THE OFFICER FOR A COPY"
    )
    found = _compared(NOTICE, new)
    told = [(edit.categories, edit.new.of(found.new.text)) for edit in found.changes[0].edits]
    assert (("substantive",), "NOT ") in [(categories, words.lstrip()) for categories, words in told]
    assert found.changes[0].signs == ("negation",)


# -- clauses ------------------------------------------------------------------------------------------------------


def test_a_clause_put_in_renumbers_those_behind_it_and_changes_no_words_of_them() -> None:
    new = NOTICE.replace("1.3 Backups", "1.4 Backups").replace("1.2 The customer", "1.3 The customer")
    new = new.replace("1.3 The", "1.2 A record names the customer, the goods and their price.\n\n1.3 The", 1)
    found = _compared(NOTICE, new.replace("Section 1.2", "Section 1.3"))
    told = [(change.kinds, change.old_label, change.new_label, change.folded) for change in found.changes]
    assert told == [
        (("added",), "", "", False),
        (("renumbered",), "1.2", "1.3", True),
        (("changed", "renumbered"), "1.3", "1.4", True),
    ]
    assert found.changes[2].categories == ("renumbering",)


def test_chinese_articles_are_renumbered_and_the_reference_follows() -> None:
    new = POLICY.replace("第四条 发生争议的，依照本政策第三条", "第五条 发生争议的，依照本政策第四条").replace(
        "第三条 我们", "第四条 我们"
    )
    new = new.replace("第四条 我们", "第三条 本政策每年至少审阅一次，审阅结果在网站公布。\n\n第四条 我们")
    found = _compared(POLICY, new, "policy.txt")
    assert [change.kinds for change in found.changes] == [("added",), ("renumbered",), ("changed", "renumbered")]
    assert [change.folded for change in found.changes] == [False, True, True]
    assert not any(edit.signs for change in found.changes[1:] for edit in change.edits)


def test_a_moved_clause_is_a_move_with_its_own_edits() -> None:
    lines = NOTICE.split("\n\n")
    moved = lines.pop(3).replace("at any time", "once a year").replace("1.2", "2.3")
    lines[-1] = lines[-1].rstrip("\n")
    found = _compared(NOTICE, "\n\n".join([*lines, moved]) + "\n")
    change = next(one for one in found.changes if "moved" in one.kinds)
    assert (change.old_clause, change.new_clause) == ("1.2", "2.3")
    assert ("at any time", "once a year") in _words(found, change)
    assert "moves" in change.categories
    here, there = found.rows[change.rows[0]], found.rows[change.left[0]]
    assert there.has_left
    assert not here.has_left
    assert found.rows[here.partner] is there
    assert "at any time" in there.old.of(found.old.text)
    assert not any("deleted" in one.kinds or "added" in one.kinds for one in found.changes)


def test_a_clause_split_in_two_is_recognised() -> None:
    change = _only(NOTICE, NOTICE.replace("records. We share", "records.\n\nWe share"))
    assert change.kinds == ("split",)
    assert change.categories == ("moves",)


def test_two_clauses_that_became_one_are_merged() -> None:
    old = NOTICE.replace("records. We share", "records.\n\nWe share")
    change = _only(old, NOTICE.replace("to the door", "to the gate"))
    assert change.kinds == ("changed", "merged")


def test_a_number_typed_inside_a_clause_that_was_split_is_no_figure() -> None:
    old = POLICY.replace("。\n\n第三条 我们", "。我们")
    found = _compared(old, POLICY, "policy.txt")
    assert not any("number" in change.signs for change in found.changes)


def test_a_chapter_that_moved_is_one_move_with_what_changed_and_was_split_in_it() -> None:
    lines = POLICY.replace("账户信息，我们将在30日内答复。", "账户信息。我们收到要求后，将在30日内书面答复您。").split(
        "\n\n"
    )
    split = "第四条 您可以随时要求我们删除您的账户信息。\n\n第五条 我们收到要求后，将在15日内书面答复您。"
    rest = (
        lines[3].replace("第三条", "第二条"),
        lines[4].strip().replace("第四条", "第三条").replace("第三条处", "第二条处"),
    )
    found = _compared("\n\n".join(lines), "\n\n".join([*lines[:2], *rest, split]), "policy.txt")
    assert not any({"added", "deleted"} & set(change.kinds) for change in found.changes)
    change = next(one for one in found.changes if "split" in one.kinds)
    assert "moved" in change.kinds
    assert ("30日", "15日") in _words(found, change)


def test_a_rate_in_words_is_a_figure() -> None:
    old = POLICY.replace("30日内答复", "30日内答复，逾期每日支付万分之五的违约金")
    assert "number" in _only(old, old.replace("万分之五", "千分之一"), "policy.txt").signs


def test_a_clause_that_came_whole_is_one_change() -> None:
    new = NOTICE + "\n## 3. Asking\n\n3.1 Write to the officer.\n\n3.2 The officer answers in a month.\n"
    change = _only(NOTICE, new)
    assert (change.kinds, change.new_clause, change.old_clause) == (("added",), "3", "")
    assert change.categories == ("substantive",)
    assert len(change.edits) == 1


def test_a_clause_that_went_says_where_it_stood() -> None:
    start, end = NOTICE.index("1.2 The"), NOTICE.index("1.3 Back")
    found = _compared(NOTICE, NOTICE[:start] + NOTICE[end:].replace("1.3 Back", "1.2 Back"))
    gone = next(one for one in found.changes if "deleted" in one.kinds)
    assert gone.old.of(found.old.text).endswith("at any time.")
    assert found.new.text[gone.new.start :].lstrip("1.2 ").startswith("Backups")


def test_a_heading_said_otherwise_is_the_same_heading() -> None:
    change = _only(NOTICE, NOTICE.replace("## 1. Records", "## 1. Records of orders"))
    assert change.kinds == ("changed",)


# -- tables -------------------------------------------------------------------------------------------------------

TABLE = """# Recipients

| Recipient | Purpose | Place |
|---|---|---|
| Parcel Post | Delivery of goods | Lisbon |
| Night Courier | Delivery at night | Porto |
| Ledger Books | Keeping of accounts | Braga |
"""


def test_a_table_is_compared_cell_by_cell() -> None:
    found = _compared(TABLE, TABLE.replace("Keeping of accounts", "Keeping of ledgers"))
    (change,) = found.changes
    assert _words(found, change) == [("accounts", "ledgers")]
    assert "row 4" in change.new_clause


def test_a_row_put_in_is_one_change_and_the_rows_below_stand() -> None:
    change = _only(TABLE, TABLE.replace("| Night", "| Mill Street Bank | Payment | Faro |\n| Night"))
    assert change.kinds == ("added",)
    assert len(change.rows) == 3


def test_a_row_that_moved_is_a_move() -> None:
    row = "| Parcel Post | Delivery of goods | Lisbon |\n"
    change = _only(TABLE, TABLE.replace(row, "") + row)
    assert change.kinds == ("moved",)
    assert (len(change.rows), len(change.left)) == (3, 3)


def test_a_column_put_in_leaves_the_other_cells_as_they_are() -> None:
    new = "\n".join(
        line.replace("|---|---|---|", "|---|---|---|---|").replace(" |", f" | {word} |", 1)
        if line.startswith("|")
        else line
        for line, word in zip(TABLE.split("\n"), [*("", "", "Since"), "", "2021", "2022", "2023", ""], strict=True)
    )
    found = _compared(TABLE, new)
    assert {change.kinds for change in found.changes} == {("added",)}
    assert [change.new.of(found.new.text) for change in found.changes] == ["Since", "2021", "2022", "2023"]


def test_a_table_that_a_page_cuts_in_two_is_the_same_table() -> None:
    cut = TABLE.replace("| Night", "\n| Night", 1).replace(
        "| Night Courier | Delivery at night | Porto |",
        "| Night Courier | Delivery at night | Porto |\n|---|---|---|",
        1,
    )
    assert not any("deleted" in change.kinds or "added" in change.kinds for change in _compared(TABLE, cut).changes)


def test_a_table_of_contents_only_follows() -> None:
    old, new = (
        replace(policy, blocks=(replace(policy.blocks[0], contents=True), *policy.blocks[1:]))
        for policy in (_read("Records 3\n\nOther\n", "a.txt"), _read("Files 4\n\nOther\n", "a.txt"))
    )
    assert all(change.folded for change in compare_policies(old, new).changes)


# -- the whole ----------------------------------------------------------------------------------------------------


def test_the_first_part_stands_without_the_rest_and_all_parts_are_the_comparison() -> None:
    old, new = _read(NOTICE), _read(NOTICE.replace("30 days", "15 days").replace("goods", "parcels"))
    whole = compare_policies(old, new)
    parts = list(compare_in_parts(old, new, rows_a_part=2))
    assert len(parts) > 2
    assert tuple(row for part in parts for row in part.rows) == whole.rows
    assert tuple(change for part in parts for change in part.changes) == whole.changes
    assert next(compare_in_parts(old, new, rows_a_part=2)) == parts[0]
    assert parts[-1].done == parts[-1].total == len(whole.rows)


def test_a_change_keeps_its_name_when_other_places_change() -> None:
    once = NOTICE.replace("30 days", "15 days")
    (change,) = _compared(NOTICE, once).changes
    twice = _compared("Preface\n\n" + NOTICE, once.replace("## 2. Sharing", "## 2. Sharing records"))
    assert change.id in {one.id for one in twice.changes}


def test_clauses_are_cited_in_the_language_asked_for() -> None:
    old, new = _read(TABLE), _read(TABLE.replace("Braga", "Faro"))
    (change,) = compare_policies(old, new, "zh").changes
    assert "行" in change.new_clause


@pytest.mark.parametrize(("old", "new"), [("", ""), ("", NOTICE), (NOTICE, ""), ("\n\n\n", "\n"), (POLICY, NOTICE)])
def test_a_text_may_be_empty_or_another_altogether(old: str, new: str) -> None:
    found = compare_policies(PolicyDocument("", "text", "en", old), PolicyDocument("", "text", "en", new))
    assert "".join(row.old.of(old) for row in found.rows) == old
    assert "".join(row.new.of(new) for row in found.rows) == new


def test_a_paragraph_longer_than_its_clause_is_one_change() -> None:
    words = "1. We keep lists. 2. We send them."
    block, clause = Block(BlockKind.PARAGRAPH, Span(0, len(words))), Clause("1", "1", "", 1, Span(0, 17), Span(0, 17))
    old = PolicyDocument("", "text", "en", words, (block,), clauses=(clause,))
    (change,) = compare_policies(old, PolicyDocument("", "text", "en", "")).changes
    assert change.old == block.span


def test_accepted_the_pieces_are_the_new_text_and_rejected_the_old() -> None:
    new = NOTICE.replace("1.2 The", "1.2 Every").replace("records. We share", "records.\n\nWe share")
    found = _compared(NOTICE, new)
    pieces = [piece for row in found.rows for piece in row.pieces]
    kept = [(piece.old.of(found.old.text), piece.new.of(found.new.text)) for piece in pieces if piece.fate is Fate.KEPT]
    assert all(one == other for one, other in kept)
    assert "".join(piece.new.of(found.new.text) for piece in pieces) == found.new.text
    assert "".join(piece.old.of(found.old.text) for piece in pieces) == found.old.text
