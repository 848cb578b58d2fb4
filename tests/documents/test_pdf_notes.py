"""Highlights and notes that others left in a PDF, read onto the words they cover."""

from __future__ import annotations

from documents.draft import Draft, Source
from documents.model import ForeignNote
from documents.pdf.policy import read_pdf
from tests.documents.pdf_files import Sheet, paragraph, pdf_of

LINES = ["We keep the data for ten years after you have", "closed the account, or longer."]


def draft(*notes: str) -> Draft:
    names = [f"{number} 0 R" for number in range(20, 20 + len(notes))]
    sheet = Sheet(paragraph(LINES, 72, 700), annotations=names)
    return read_pdf(Source(pdf_of([sheet], more=notes), "policy.pdf"))


def covered(found: Draft, note: ForeignNote) -> list[str]:
    return [span.of(found.text) for span in note.spans]


def test_a_highlight_covers_its_words_over_two_lines() -> None:
    quads = "/QuadPoints[165 710 280 710 165 698 280 698 72 698 102 698 72 686 102 686]"
    found = draft(f"<</Type/Annot/Subtype/Highlight/Rect[72 686 280 710]{quads}/Contents(Too long)/T(B. Osei)>>")
    (note,) = found.foreign_notes
    assert (note.author, note.text) == ("B. Osei", "Too long")
    (words,) = covered(found, note)
    assert words.startswith("ten years after")
    assert words.endswith("have closed")


def test_a_highlight_without_words_of_its_own_is_kept() -> None:
    found = draft("<</Type/Annot/Subtype/Underline/Rect[72 698 90 710]/QuadPoints[72 710 88 710 72 698 88 698]>>")
    (note,) = found.foreign_notes
    assert note.text == ""
    assert covered(found, note) == ["We"]


def test_a_note_beside_a_line_belongs_to_the_line() -> None:
    found = draft("<</Type/Annot/Subtype/Text/Rect[20 684 38 702]/Contents(Which account?)>>")
    assert covered(found, found.foreign_notes[0]) == [LINES[1]]


def test_answers_are_replies_and_a_closed_thread_is_done() -> None:
    found = draft(
        "<</Type/Annot/Subtype/Text/Rect[20 684 38 702]/Contents(Which account?)/T(A)/NM(one)>>",
        "<</Type/Annot/Subtype/Text/Rect[20 684 38 702]/Contents(The main one)/T(B)/IRT 20 0 R>>",
        "<</Type/Annot/Subtype/Text/Rect[20 684 38 702]/StateModel(Review)/State(Completed)/T(A)/IRT 21 0 R>>",
        "<</Type/Annot/Subtype/Popup/Rect[0 0 9 9]/Parent 20 0 R>>",
    )
    (note,) = found.foreign_notes
    assert note.id == "one"
    assert [(reply.author, reply.text) for reply in note.replies] == [("B", "The main one")]
    assert note.done


def test_notes_that_answer_each_other_in_a_circle_cost_nothing() -> None:
    found = draft(
        "<</Type/Annot/Subtype/Text/Rect[20 684 38 702]/Contents(a)/IRT 21 0 R>>",
        "<</Type/Annot/Subtype/Text/Rect[20 684 38 702]/Contents(b)/IRT 20 0 R>>",
    )
    assert found.foreign_notes == ()


def test_times_are_told_in_utc_where_the_offset_is_known() -> None:
    def date(written: str) -> str:
        note = f"<</Type/Annot/Subtype/Text/Rect[20 684 38 702]/Contents(x)/M({written})>>"
        return draft(note).foreign_notes[0].date

    assert date("D:20260302093000+08'00'") == "2026-03-02T01:30:00Z"
    assert date("D:20260302093000Z") == "2026-03-02T09:30:00Z"
    assert date("D:20260302093000") == "2026-03-02T09:30:00"
    assert date("D:20269902") == "D:20269902"
    assert date("last week") == "last week"


def test_a_thread_that_was_opened_again_is_not_done() -> None:
    found = draft(
        "<</Type/Annot/Subtype/Text/Rect[20 684 38 702]/Contents(Which account?)>>",
        "<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/IRT 20 0 R/StateModel(Review)/State(None)/M(D:20260303)>>",
        "<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/IRT 20 0 R/StateModel(Review)/State(Accepted)/M(D:20260302)>>",
        "<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/IRT 20 0 R/StateModel(Marked)/State(Marked)/M(D:20260304)>>",
    )
    (note,) = found.foreign_notes
    assert not note.done
    assert note.replies == ()


def test_words_struck_out_and_what_should_stand_there_are_one_note() -> None:
    quads = "/QuadPoints[72 710 88 710 72 698 88 698]"
    found = draft(
        "<</Type/Annot/Subtype/Caret/Rect[86 696 92 704]/Contents(The Company)/NM(replaced)>>",
        f"<</Type/Annot/Subtype/StrikeOut/Rect[72 698 90 710]{quads}/IRT 20 0 R/RT/Group>>",
    )
    (note,) = found.foreign_notes
    assert (note.text, note.replies) == ("The Company", ())
    assert covered(found, note) == ["We"]


def test_words_kept_in_the_window_of_a_note_or_as_rich_text_are_its_words() -> None:
    rich = "<body><p>First &amp; last</p><p>Second</p></body>"
    found = draft(
        "<</Type/Annot/Subtype/Text/Rect[20 684 38 702]/Popup 21 0 R>>",
        "<</Type/Annot/Subtype/Popup/Rect[0 0 9 9]/Parent 20 0 R/Contents(Which account?)>>",
        f"<</Type/Annot/Subtype/Text/Rect[20 696 38 714]/RC({rich})>>",
    )
    assert [note.text for note in found.foreign_notes] == ["Which account?", "First & last\nSecond"]


def test_what_is_written_on_the_page_belongs_to_the_line_beside_it() -> None:
    found = draft("<</Type/Annot/Subtype/FreeText/Rect[400 684 560 700]/Contents(How much longer?)/DA(/F1 9 Tf)>>")
    (note,) = found.foreign_notes
    assert note.text == "How much longer?"
    assert covered(found, note) == [LINES[1]]


def test_a_shape_drawn_around_words_means_them() -> None:
    found = draft("<</Type/Annot/Subtype/Circle/Rect[70 696 90 712]/Contents(Who?)>>")
    assert covered(found, found.foreign_notes[0]) == ["We"]


def test_a_drawing_without_a_word_is_no_note() -> None:
    found = draft("<</Type/Annot/Subtype/Ink/Rect[70 696 90 712]/InkList[[70 696 90 712]]>>")
    assert found.foreign_notes == ()


def test_a_note_stands_beside_the_nearer_of_two_columns() -> None:
    left, right = ["Words of the left column stand here."] * 6, ["Words of the right column are here."] * 6
    sheet = Sheet(paragraph(left, 60, 700) + paragraph(right, 330, 700), annotations=["20 0 R"])
    note = "<</Type/Annot/Subtype/Text/Rect[540 696 558 714]/Contents(Really?)>>"
    found = read_pdf(Source(pdf_of([sheet], more=[note]), "policy.pdf"))
    assert covered(found, found.foreign_notes[0]) == [right[0]]
