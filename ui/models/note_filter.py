"""Which notes the list shows: by severity, by status, by words. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from annotations.model import Note, Severity, Status

__all__ = ["NoteFilter"]


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """Empty sets let everything through."""

    severities: frozenset[Severity] = frozenset()
    statuses: frozenset[Status] = frozenset()
    words: str = ""

    @property
    def active(self) -> bool:
        """Whether anything could be left out."""
        return bool(self.severities or self.statuses or self.words.strip())

    def takes(self, note: Note) -> bool:
        """Whether the note is shown."""
        if self.severities and note.severity not in self.severities:
            return False
        if self.statuses and note.status not in self.statuses:
            return False
        return self._speaks_of(note)

    def _speaks_of(self, note: Note) -> bool:
        from documents.normal import Normal

        wanted = Normal(self.words.strip()).text
        if not wanted:
            return True
        said = (note.title, note.issue, note.legal_basis, note.recommendation, note.category, note.private_remark)
        quotes = (anchor.exact for anchor in note.anchors)
        whole = "\n".join((*said, note.proposed_wording, note.question, note.consequence, *quotes, f"#{note.number}"))
        return wanted in Normal(whole).text
