"""Footnotes of a PDF: a story of their own, and their marks out of the text."""

from __future__ import annotations

from documents.draft import Draft, Source
from documents.model import PolicyDocument, Span, Story
from documents.pdf.boxes import rectangles
from documents.pdf.policy import read_pdf
from tests.documents.pdf_files import Sheet, line, paragraph, pdf_of, stroke

BODY = [
    "We keep the data for as long as the account stands open and",
    "delete it within thirty days after that, unless the law asks",
    "us to keep it for longer than that, as it may in some cases.",
] * 4


def marked(mark: str = "1") -> bytes:
    """A sentence with a raised mark in the middle of its line."""
    return (
        line("We share it with partners", 72, 540)
        + b"BT /F1 6 Tf 1 0 0 1 187 543.5 Tm (%s) Tj ET\n" % mark.encode()
        + line("who work for us.", 194, 540)
    )


def note(mark: str, words: str, y: float = 80) -> bytes:
    return b"BT /F1 5 Tf 1 0 0 1 72 %g Tm (%s) Tj ET\n" % (y + 3, mark.encode()) + line(words, 77, y, size=8)


def draft(*contents: bytes) -> Draft:
    return read_pdf(Source(pdf_of([Sheet(paragraph(BODY, 72, 700) + content) for content in contents]), "policy.pdf"))


def notes(found: Draft) -> list[tuple[str, str]]:
    return [(block.label, block.span.of(found.text)) for block in found.blocks if block.story is Story.FOOTNOTE]


def test_a_footnote_is_a_story_of_its_own_and_its_marks_are_not_in_the_text() -> None:
    found = draft(marked() + note("1", "A list of them is on our site."))
    assert notes(found) == [("1", "A list of them is on our site.")]
    assert "We share it with partners who work for us." in found.text


def test_a_rule_above_it_tells_a_footnote_too() -> None:
    found = draft(stroke(72, 95, 200, 95) + line("* The account that you opened with us.", 72, 80, size=8))
    assert notes(found) == [("*", "The account that you opened with us.")]


def test_a_note_runs_over_several_lines_and_the_next_begins_its_own() -> None:
    second = line("those of the group.", 72, 80, size=8)
    found = draft(
        marked("12") + note("12", "They are companies of our own, and also", 89) + second + note("13", "So.", 70)
    )
    assert notes(found) == [("12", "They are companies of our own, and also those of the group."), ("13", "So.")]


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    found = draft(
        marked() + note("1", "A list of them is on our site, and it is", 80),
        stroke(72, 95, 200, 95) + line("brought up to date each month.", 72, 80, size=8),
    )
    assert notes(found) == [("1", "A list of them is on our site, and it is brought up to date each month.")]


def test_small_print_without_a_mark_or_a_rule_stays_in_the_text() -> None:
    found = draft(line("Registered in the city of its seat.", 72, 80, size=8))
    assert notes(found) == []
    assert "Registered in" in found.text


def test_a_power_and_an_ordinal_are_words_of_the_text() -> None:
    found = draft(marked("2"))
    assert notes(found) == []
    assert "partners2 who" in found.text.replace("partners 2", "partners2")


def test_letters_around_a_mark_keep_their_places() -> None:
    found = draft(marked() + note("1", "A list of them is on our site."))
    policy = PolicyDocument("t", "pdf", "en", found.text, found.blocks, pages=found.pages, boxes=found.boxes)
    start = found.text.index("who work")
    ((_, left, *_),) = rectangles(policy, Span(start, start + 3))
    assert abs(left - 194) < 0.5
