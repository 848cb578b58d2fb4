"""What is found in a file besides its text is kept with its reading."""

from __future__ import annotations

import pytest

from documents.found import found
from documents.model import (
    Block,
    BlockKind,
    ForeignNote,
    ForeignReply,
    Hidden,
    Picture,
    PolicyDocument,
    Revision,
    RevisionKind,
    Span,
)
from documents.reading import pack, unpack

REPLY = ForeignReply("Bo", "So.", "B", "", "8", ("0C",), "2024")


@pytest.mark.parametrize("kind", list(RevisionKind))
def test_a_reading_keeps_changes_hidden_words_pictures_and_comments(kind: RevisionKind) -> None:
    document = PolicyDocument(
        title="T",
        format="word",
        language="en",
        text="abc\n",
        blocks=(Block(BlockKind.PARAGRAPH, Span(0, 3), right_to_left=True),),
        revisions=(Revision(kind, Span(1, 1), "Ann", "2026-01-02T03:04:05Z", "gone"),),
        hidden=(Hidden(2, "unseen"),),
        pictures=(Picture(0, "seal.png", 12.5, 7.0, "word/media/seal.png"),),
        foreign_notes=(
            ForeignNote("7", "Ann", "Why?", (Span(0, 2),), "A", "2026", True, (REPLY,), ("0D", "0A"), "2025"),
        ),
    )
    assert unpack(pack(document)) == document


def test_comments_of_a_reading_made_before_their_lasting_ids_were_known_are_read() -> None:
    old = ["7", "Ann", "Why?", [[0, 2]], "A", "2026", 1, [["Bo", "So.", "B", "", "8"]]]
    note = ForeignNote("7", "Ann", "Why?", (Span(0, 2),), "A", "2026", True, (ForeignReply("Bo", "So.", "B", "", "8"),))
    assert found({"foreign_notes": [old]})["foreign_notes"] == (note,)
