"""Which answers to comments of others are to be written into a file, and which of those that stand there taken out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from annotations.model import Note, Status
from annotations.past import folded
from annotations.recognising import Answer
from annotations.standing import Answered, Standing
from export.selection import author_of
from export.voices import Saying, Voices
from export.writer import ExportJob

__all__ = ["Due", "DueAnswers", "due_answers"]


@dataclass(frozen=True, slots=True)
class Due:
    """What one comment of somebody else gets. `comment` is its id in the file; `done`: it is to become that, or stays.

    `answers` are those to write; `answered`: there are some, or stood already.
    """

    comment: str
    answers: tuple[Saying, ...]
    done: bool | None = None
    answered: bool = False


@dataclass(frozen=True, slots=True)
class DueAnswers:
    """The ids in the file of answers to take out, and what each note's comment gets, by its uid."""

    outdated: frozenset[str] = frozenset()
    by_note: Mapping[str, Due] = field(default_factory=dict)


def due_answers(job: ExportJob, notes: Sequence[Note], standing: Standing) -> DueAnswers:
    """Return what is to be written below the comments of others that stand, for those of `notes` that they are.

    An answer of ours that says what it should stays; one that does not, or that is not for these readers, goes.
    """
    writer = _Due(job)
    due: dict[str, Due] = {}
    for note in notes:
        if note.uid in standing.answered:
            due[note.uid] = writer.of(note, standing.answered[note.uid])
    return DueAnswers(frozenset(writer.outdated), due)


class _Due:
    """Compares what should stand with what does."""

    def __init__(self, job: ExportJob) -> None:
        self._job = job
        self._matter = job.matter.matter()
        self._voices = Voices(job)
        self.outdated: list[str] = []

    def of(self, note: Note, there: Answered) -> Due:
        wanted = self._voices.answers(note)
        left = [one for one in wanted if getattr(one.said, "uid", "") not in there.others - {""}]
        for answer in there.ours:
            same = next((one for one in left if self._is_said(one, answer)), None)
            if same is None:
                self.outdated.append(answer.told.id)
            else:
                left.remove(same)
        done = note.status is Status.RESOLVED
        settled = done if "status" in self._voices.shown and done != there.done else None
        return Due(there.comment, tuple(left), settled, answered=bool(wanted))

    def _is_said(self, saying: Saying, answer: Answer) -> bool:
        is_own = saying.writer >= 0
        if is_own is not answer.says_note or (not is_own and getattr(saying.said, "uid", "") != answer.reply):
            return False
        author = author_of(saying.said, self._job, self._matter)[0]
        return author == answer.told.author and folded(saying.words) == folded(answer.told.text)
