"""The notes of a policy as real footnotes and endnotes of Word, where the reader kept the places of their marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from documents.model import Block, BlockKind, PolicyDocument, Story
from export.word.names import R, W, element, sub, w
from export.word.styles import ENDNOTE_MARK, FOOTNOTE_MARK

__all__ = ["NOTE_PARTS", "Note", "note_settings", "notes_part", "real_notes"]

NOTE_PARTS: Final = {"footnote": "word/footnotes.xml", "endnote": "word/endnotes.xml"}
_KINDS: Final = {Story.FOOTNOTE: "footnote", Story.ENDNOTE: "endnote"}
_MARKS: Final = {"footnote": FOOTNOTE_MARK, "endnote": ENDNOTE_MARK}
_SEPARATORS: Final = {"-1": "separator", "0": "continuationSeparator"}


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote: its id in the file, where its mark stands, its blocks."""

    kind: str
    id: int
    place: int
    blocks: Sequence[Block]

    @property
    def part(self) -> str:
        """The part it stands in."""
        return NOTE_PARTS[self.kind]

    def reference(self) -> etree._Element:
        """Return the run with the mark in the text."""
        run = element("r")
        sub(sub(run, "rPr"), "rStyle", {"val": _MARKS[self.kind]})
        sub(run, f"{self.kind}Reference", {"id": str(self.id)})
        return run

    def own_mark(self, paragraph: etree._Element) -> None:
        """Append the mark to the note's own first paragraph, with a little room after it: a space would be a word."""
        run = sub(paragraph, "r")
        properties = sub(run, "rPr")
        sub(properties, "rStyle", {"val": _MARKS[self.kind]})
        sub(properties, "spacing", {"val": "60"})
        sub(run, f"{self.kind}Ref")


def real_notes(policy: PolicyDocument) -> tuple[Note, ...]:
    """Return the notes in order of the text; none unless every note has its mark, and in the order of the marks.

    Else some would stand at their marks and some at the end, or Word would tell them in another order.
    """
    apart = [block for block in policy.blocks if block.story in _KINDS]
    by_note = [(mark, [b for b in apart if mark.note.contains(b.span)]) for mark in policy.note_marks] if apart else []
    if [block for _, blocks in by_note for block in blocks] != apart or not all(blocks for _, blocks in by_note):
        return ()
    notes = [
        Note(_KINDS[blocks[0].story], number, mark.place, blocks) for number, (mark, blocks) in enumerate(by_note, 1)
    ]
    in_order = all(
        [note.place for note in notes if note.kind == kind] == sorted(note.place for note in notes if note.kind == kind)
        for kind in NOTE_PARTS
    )
    fit = in_order and all(_may_stand(policy, note) for note in notes)
    return tuple(notes) if fit else ()


def _may_stand(policy: PolicyDocument, note: Note) -> bool:
    """Whether its mark stands in a block of the main text, and it holds no table."""
    block = policy.block_at(note.place)
    return (
        block is not None
        and block.story in {Story.MAIN, Story.TEXT_BOX}
        and all(one.kind is not BlockKind.CELL for one in note.blocks)
    )


def notes_part(kind: str) -> etree._Element:
    """Return footnotes.xml or endnotes.xml with nothing but the lines that Word wants drawn above them."""
    root = etree.Element(w(f"{kind}s"), nsmap={"w": W, "r": R})
    for number, line in _SEPARATORS.items():
        note = sub(root, kind, {"type": line, "id": number})
        sub(sub(sub(note, "p"), "r"), line)
    return root


def note_settings(settings: etree._Element, kinds: Sequence[str]) -> None:
    """Name those lines in the settings, before what must come after them."""
    compat = settings.find(w("compat"))
    for kind in kinds:
        made = element(f"{kind}Pr")
        sub(made, "numFmt", {"val": "decimal"})
        for number in _SEPARATORS:
            sub(made, kind, {"id": number})
        if compat is not None:
            compat.addprevious(made)
