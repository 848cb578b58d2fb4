"""The likeness of a tracked file: what is struck stands beside what is put in, and notes keep their words."""

from __future__ import annotations

from documents.model import Revision, RevisionKind, Span
from ui.dialogs.redline_block import redlined, sorted_changes

TEXT = "We keep it one year.\nAll."


def of(*changes):
    return redlined(TEXT, Span(0, 20), sorted_changes(changes))


def test_nothing_changed_reads_as_it_stands():
    block = of()
    assert (block.text, block.struck, block.put_in) == ("We keep it one year.", (), ())
    assert block.at(11) == 11


def test_struck_words_stand_before_those_put_in_their_place():
    block = of(
        Revision(RevisionKind.INSERTED, Span(11, 19)), Revision(RevisionKind.DELETED, Span(11, 11), words="for ever")
    )
    assert block.text == "We keep it for everone year."
    assert [one.of(block.text) for one in block.struck] == ["for ever"]
    assert [one.of(block.text) for one in block.put_in] == ["one year"]


def test_a_note_on_replaced_words_takes_in_what_is_struck():
    block = of(Revision(RevisionKind.DELETED, Span(11, 11), words="about "))
    assert Span(block.at(11), block.at(19, behind=True)).of(block.text) == "about one year"
    assert Span(block.at(0), block.at(7, behind=True)).of(block.text) == "We keep"


def test_changes_of_formatting_and_of_other_paragraphs_are_not_shown():
    block = of(Revision(RevisionKind.FORMATTED, Span(0, 7)), Revision(RevisionKind.DELETED, Span(24, 24), words="gone"))
    assert (block.text, block.struck, block.put_in) == ("We keep it one year.", (), ())


def test_an_insertion_over_two_paragraphs_is_shown_in_each():
    changes = sorted_changes([Revision(RevisionKind.INSERTED, Span(15, 24))])
    first, second = redlined(TEXT, Span(0, 20), changes), redlined(TEXT, Span(21, 25), changes)
    assert [one.of(first.text) for one in first.put_in] == ["year."]
    assert [one.of(second.text) for one in second.put_in] == ["All"]
