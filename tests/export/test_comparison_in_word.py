"""A comparison as a Word file: accepted it is the new version, rejected the old one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export.compared_policies import NEW, OLD, W, lines_of, main_part, read, redline, settled

CHINESE_OLD = """# 隐私政策

## 一、收集

我们收集您的姓名、电话，保存30日。

## 二、共享

我们不得向第三方出售个人信息。
"""
CHINESE_NEW = """# 隐私政策

## 一、总则

本政策适用于本应用。

## 二、收集

我们收集您的姓名，保存90日。

## 三、共享

我们可以向第三方共享个人信息。
"""
PAIRS = {"english": (OLD, NEW), "back": (NEW, OLD), "chinese": (CHINESE_OLD, CHINESE_NEW), "nothing": ("Draft.", NEW)}


@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
def test_changes_accepted_are_the_new_version_and_rejected_the_old_one(pair):
    old, new = map(read, pair)
    data = redline(old, new)
    assert settled(data, accept=True) == lines_of(new.text)
    assert settled(data, accept=False) == lines_of(old.text)


def test_words_that_stand_bear_no_mark():
    same = read(OLD)
    root = main_part(redline(same, same))
    assert not [item for item in root.iter() if item.tag in {f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"}]


def test_every_change_has_its_author_its_time_and_an_id_of_its_own():
    marks = [item for item in main_part(redline(read(OLD), read(NEW))).iter() if item.get(f"{W}author") is not None]
    assert {item.get(f"{W}author") for item in marks} == {"A. Okafor"}
    assert {item.get(f"{W}date") for item in marks} == {"2026-03-01T09:30:00"}
    assert len({item.get(f"{W}id") for item in marks}) == len(marks)


def test_a_clause_that_moved_is_a_move_in_word_under_one_name():
    root = main_part(redline(read(OLD), read(NEW)))
    froms = {item.get(f"{W}name") for item in root.iter(f"{W}moveFromRangeStart")}
    tos = {item.get(f"{W}name") for item in root.iter(f"{W}moveToRangeStart")}
    assert froms
    assert froms == tos
    moved = ["".join(item.itertext()) for item in root.iter(f"{W}moveTo")]
    assert "Children" in moved


def test_what_was_edited_in_a_moved_clause_is_an_insertion_within_it():
    root = main_part(redline(read(OLD), read(NEW)))
    paragraph = next(
        p for p in root.iter(f"{W}p") if p.find(f"{W}moveTo") is not None and "under 14" in "".join(p.itertext())
    )
    assert [item.tag.removeprefix(W) for item in paragraph if item.tag in {f"{W}ins", f"{W}moveTo"}] == [
        "moveTo", "ins", "moveTo",
    ]  # fmt: skip


def test_a_row_that_came_and_one_that_went_are_rows_of_one_table():
    table = main_part(redline(read(OLD), read(NEW))).find(f".//{W}tbl")
    fates = [
        next((name for name in ("ins", "del") if row.find(f"{W}trPr/{W}{name}") is not None), "")
        for row in table.iter(f"{W}tr")
    ]
    assert fates == ["", "", "del", "ins", ""]


def test_a_column_that_came_is_told_cell_by_cell():
    old = read("| A | B |\n|---|---|\n| 1 | 2 |\n")
    new = read("| A | B | C |\n|---|---|---|\n| 1 | 2 | 3 |\n")
    data = redline(old, new)
    assert settled(data, accept=True) == lines_of(new.text)
    assert settled(data, accept=False) == lines_of(old.text)
    cells = [cell for cell in main_part(data).iter(f"{W}tc") if cell.find(f"{W}tcPr/{W}cellIns") is not None]
    assert ["".join(cell.itertext()) for cell in cells] == ["C", "3"]


def test_a_paragraph_that_was_split_keeps_its_words_and_gains_an_end():
    root = main_part(redline(read("One. Two.\n"), read("One.\n\nTwo.\n")))
    ended = [p for p in root.iter(f"{W}p") if p.find(f"{W}pPr/{W}rPr/{W}ins") is not None]
    assert "".join(ended[0].itertext()).strip() == "One."


PARAGRAPHS = st.lists(
    st.one_of(
        st.sampled_from([
            "We keep data for 30 days.", "We keep data for 90 days and tell you.", "We may share it.", "Ask us.",
            "## 1. Scope", "## 2. Scope", "- one", "- two", "| A | B |\n|---|---|\n| 1 | 2 |",
            "| A | B |\n|---|---|\n| 1 | 3 |\n| 4 | 5 |", "| A | B | C |\n|---|---|---|\n| 1 | 2 | 9 |",
            "保存30日。", "> quoted",
        ]),
        st.text(alphabet="abcd。", min_size=1, max_size=12),
    ),
    min_size=1,
    max_size=7,
)  # fmt: skip


@settings(max_examples=60)
@given(PARAGRAPHS, PARAGRAPHS)
def test_any_two_policies_come_out_of_their_comparison(old, new):
    one, other = read("\n\n".join(old)), read("\n\n".join(new))
    data = redline(one, other)
    assert settled(data, accept=True) == lines_of(other.text)
    assert settled(data, accept=False) == lines_of(one.text)
