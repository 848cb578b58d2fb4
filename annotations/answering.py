"""What others wrote into a report, against what it said when it went out and what the notes say now."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from annotations.answer_words import ANSWER, CELL_HOLDS, RESPONSE, choice_of, is_blank, is_cut, units
from annotations.answers import Answers, Asked, Kind
from annotations.answers_read import ReadBack, Said, marks_known, read_back
from annotations.answers_then import Then, tongues
from annotations.codec import CHOICES
from annotations.day_words import day_read
from annotations.errors import MatterError
from annotations.importing import secrets_of
from annotations.incoming_notes import CLAUSEMARK
from annotations.journal import Journal
from annotations.model import Note
from annotations.past import folded, shown
from annotations.returned import Came
from annotations.rows import target
from annotations.shelf import Shelf
from annotations.versions import is_alike
from annotations.words import LABELS, category_in
from documents.errors import sentence
from documents.sentences import Sentences

if TYPE_CHECKING:
    from documents.marked import MarkedFile
    from documents.model import PolicyDocument

__all__ = ["Sender", "plan_answers", "refuse_a_stranger", "refuse_what_loses_marks"]

_REPLY: Final[Sentences] = {
    RESPONSE: ("Response: {words}", "客户反馈：{words}"),
    ANSWER: ("Answer: {words}", "答复：{words}"),
    "client": ("Client", "客户"),
    "outside": ("Other side", "对方"),
}
_REPLIES: Final = (RESPONSE, ANSWER)
_TABLES: Final = (".csv", ".tsv")
_SAVE_AS: Final = {
    **dict.fromkeys((".xls", ".ods", ".et", ".fods"), ".xlsx"),
    **dict.fromkeys((".doc", ".odt", ".rtf", ".wps", ".fodt"), ".docx"),
}
_IN_FULL: Final = frozenset({"title", "issue", "consequence", "legal_basis", "recommendation"})
_ONE_LINE: Final = frozenset({"title", "owner", "due", "category"})
_LOST: Final = re.compile(r"[\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffd]")
"""What a report cannot hold, and what stands in its place there."""
_HANZI: Final = ("\u3400", "\u9fff")


@dataclass(frozen=True, slots=True)
class Sender:
    """The file that came back: its name, its bytes' SHA-256, who wrote in it as far as anyone says so."""

    file_name: str
    sha256: str
    name: str = ""


def plan_answers(journal: Journal, shelf: Shelf, file: MarkedFile, sender: Sender, changes: str = "accept") -> Answers:
    """Work out what a file asks for; nothing is written. `changes` is one of answers.CHANGES.

    Raises MatterError: "no_marks" for a file that bears none, "strange_report" for one of another matter.
    """
    seen = journal.store.session_ends()
    known = marks_known({
        note.uid: secrets_of(journal, document.uid)
        for document in shelf.documents()
        for note in shelf.every_note(document.uid)
    })  # fmt: skip
    read = read_back(file, known)
    if not read.said and not read.told:
        raise MatterError("strange_report" if read.strange else "no_marks", name=sender.file_name)
    run = _Run(journal, shelf.notes(), read, sender, changes)
    asked = tuple(run.asked())
    return Answers(sender.file_name, sender.sha256, asked, tuple(run.told), seen)


def refuse_what_loses_marks(name: str) -> None:
    """Raise MatterError for a file in whose format no mark of a report is left: "plain_table", "save_anew"."""
    suffix = f".{name.rpartition('.')[2].lower()}"
    if suffix in _TABLES:
        raise MatterError("plain_table", name=name)
    if suffix in _SAVE_AS:
        raise MatterError("save_anew", name=name, suffix=_SAVE_AS[suffix])


def refuse_a_stranger(came: PolicyDocument, standing: PolicyDocument, name: str) -> None:
    """Raise MatterError "no_marks" for a text without comments that is not the policy's: a report that was copied."""
    if not came.foreign_notes and not is_alike(came.text, standing.text):
        raise MatterError("no_marks", name=name)


class _Run:
    """One file against one matter."""

    def __init__(self, journal: Journal, notes: Sequence[Note], read: ReadBack, sender: Sender, changes: str) -> None:
        self._journal = journal
        self._notes = {note.uid: note for note in notes}
        self._read = read
        self._sender = sender
        self._changes = changes
        self._then = Then(journal, read.state)
        self._replied: set[str] = set()
        self._client = str(journal.values("matter").get("client") or "").strip()
        self.told: list[Came] = []

    def asked(self) -> Iterator[Asked]:
        """Yield what is asked for, note by note."""
        order = {uid: place for place, uid in enumerate(self._notes)}
        for one in sorted(self._read.said, key=lambda said: order.get(said.note, len(order))):
            note = self._notes.get(one.note)
            for found in self._of(note, one) if note is not None else ():
                if not found.reply or found.reply not in self._replied:
                    self._replied.add(found.reply)
                    yield found
        self._tell_rest()

    def _of(self, note: Note, said: Said) -> Iterator[Asked]:
        if said.field in _REPLIES:
            for whose in self._asking(note) if said.field == ANSWER else (note,):
                yield from self._reply(whose, said)
            return
        for words, tracked in self._readings(said):
            found = self._choice(note, said, words) if said.field in CHOICES else self._text(note, said, words)
            if found is not None:
                yield Asked(note.uid, note.number, said.field, *found, tracked=tracked)

    def _readings(self, said: Said) -> Iterator[tuple[str, bool]]:
        """Yield what the field says, with recorded changes as they are to be taken; what they ask for comes last."""
        tracked = folded(said.words) != folded(said.before)
        if not tracked or self._changes != "accept":
            yield said.before, False
        if tracked and self._changes != "reject":
            yield said.words, True

    # -- a field that is words ---------------------------------------------------------------------------------------

    def _text(self, note: Note, said: Said, words: str) -> tuple[Kind, str, str, object, str] | None:
        name, told = said.field, _cleaned(said.field, words)
        now = tongues(self._journal.values(target("note", note.uid)), name)
        values = self._then.values(note.uid)
        was = tongues(values, name) if values is not None else None
        if said.in_cell and self._is_cut(note, said, [*now.values(), *(was or {}).values()]):
            return None
        if _among(told, name, now.values()) or self._was_said(note, name, told, was):
            return None
        tongue = _tongue(was or now, told)
        old = now.get(tongue, "")
        if not told:
            return Kind.EMPTIED, old, "", "", tongue
        base = old if was is None else was.get(tongue, "")
        kind = Kind.CHANGED if folded(old) == folded(base) else Kind.CONFLICT
        value = category_in(told, note.language or "en") if name == "category" else _laid_out(base, _meant(name, told))
        return kind, old, value, value, tongue

    def _was_said(self, note: Note, name: str, told: str, was: Mapping[str, str] | None) -> bool:
        """Whether words are those that went out, or were taken in or said here since."""
        if was is not None and _among(told, name, was.values()):
            return True
        since = {_LOST.sub("", words) for words in self._then.since(note.uid, name)}
        return not since.isdisjoint((_flat(told), _flat(_meant(name, told))))

    def _is_cut(self, note: Note, said: Said, wholes: Iterable[str]) -> bool:
        """Whether a field is longer than its cell: what stands there is never the whole of it."""
        longer = [whole for whole in wholes if units(whole) > CELL_HOLDS]
        if not longer and not is_cut(said.words):
            return False
        if not is_cut(said.words):
            self._tell("cut", note, field=said.field)
        return True

    # -- a field that is a choice ------------------------------------------------------------------------------------

    def _choice(self, note: Note, said: Said, words: str) -> tuple[Kind, str, str, object, str] | None:
        name = said.field
        now = str(getattr(note, name) or "")
        if is_blank(words):
            return None
        value = choice_of(name, words)
        if value is None:
            self._tell("no_choice", note, field=name, words=words)
            return None
        values = self._then.values(note.uid)
        was = None if values is None else str(values.get(name) or "")
        if value in (now, was) or folded(value) in self._then.since(note.uid, name):
            return None
        kind = Kind.CHANGED if was in (None, now) else Kind.CONFLICT
        return kind, _label(name, now, note), _label(name, value, note), CHOICES[name](value), ""

    # -- an answer ---------------------------------------------------------------------------------------------------

    def _asking(self, note: Note) -> Iterable[Note]:
        """Return the notes whose question was answered: a memo asks the same question once."""
        there = {said.note for said in self._read.said}
        same = folded(note.question)
        alike = [one for one in self._notes.values() if one.uid in there and folded(one.question) == same]
        return alike if same and note in alike else (note,)

    def _reply(self, note: Note, said: Said) -> Iterator[Asked]:
        for words in dict.fromkeys(words.strip() for words, _ in self._readings(said)):
            if is_blank(words):
                continue
            uid = str(uuid.uuid5(CLAUSEMARK, f"{note.uid}/{said.field}/{folded(words)}"))
            if any(shown(self._journal, "reply", uid, {})):
                text = sentence(_REPLY, said.field, {"words": words}, note.language)
                yield Asked(
                    note.uid,
                    note.number,
                    said.field,
                    Kind.ANSWER,
                    "",
                    words,
                    text,
                    reply=uid,
                    author=self._author(note),
                )

    def _author(self, note: Note) -> str:
        if self._sender.name.strip():
            return self._sender.name.strip()
        if self._read.outside:
            return sentence(_REPLY, "outside", {}, note.language)
        return self._client or sentence(_REPLY, "client", {}, note.language)

    # -- what else is told -------------------------------------------------------------------------------------------

    def _tell_rest(self) -> None:
        for came in self._read.told:
            note = self._notes.get(came.note)
            if note is not None:
                self._tell(came.code, note, **came.arguments)
            elif not came.note:
                self.told.append(came)
        self._tell_gone()
        gone = {said.note for said in self._read.said} - set(self._notes)
        if gone:
            self.told.append(Came("deleted_here", "", {"count": len(gone)}))
        if self._read.strange:
            self.told.append(Came("strange_marks", "", {"count": self._read.strange}))

    def _tell_gone(self) -> None:
        """Tell of fields that the file shows of other notes, and no more of this one, though it had words."""
        usual = {said.field for said in self._read.said} & {*_IN_FULL, "question", "proposed_wording"}
        there: dict[str, set[str]] = {}
        for said in self._read.said:
            there.setdefault(said.note, set()).add(said.field)
        told = {(came.note, came.arguments.get("field")) for came in self._read.told}
        for uid, fields in there.items():
            note, values = self._notes.get(uid), self._then.values(uid)
            if note is None or values is None or fields.isdisjoint(_IN_FULL):
                continue
            for name in sorted(usual - fields):
                if str(values.get(name) or "").strip() and (uid, name) not in told:
                    self._tell("gone", note, field=name)

    def _tell(self, code: str, note: Note, **arguments: object) -> None:
        came = Came(code, note.uid, {"number": note.number, **arguments})
        if came not in self.told:
            self.told.append(came)


def _cleaned(name: str, words: str) -> str:
    """Return words as the field keeps them; what only asks to be filled in is nothing."""
    if is_blank(words):
        return ""
    if name in _ONE_LINE:
        return " ".join(words.split())
    return words.strip("\n")


def _among(told: str, name: str, known: Iterable[str]) -> bool:
    """Whether words are one of those known, however they are spaced."""
    texts = [*known]
    if name == "category":
        texts += [category_in(text, language) for text in texts for language in ("en", "zh")]
    return not {_flat(text) for text in texts}.isdisjoint((_flat(told), _flat(_meant(name, told))))


def _meant(name: str, told: str) -> str:
    """Return what words stand for: a due date is printed in words, and kept as an ISO date."""
    return day_read(told) if name == "due" else told


def _flat(words: str) -> str:
    """Return words as they compare."""
    return _LOST.sub("", folded(words))


def _tongue(told: Mapping[str, str], words: str) -> str:
    """Return the language whose words are in the same script as `words`, the note's own where they all are."""
    share = _hanzi(words or "".join(told.values()))
    return min(told, key=lambda tongue: (abs(_hanzi(told[tongue]) - share) if told[tongue] else 2.0, tongue != ""))


def _hanzi(words: str) -> float:
    letters = [letter for letter in words if letter.isalpha()]
    return sum(_HANZI[0] <= letter <= _HANZI[1] for letter in letters) / len(letters) if letters else 0.0


def _laid_out(base: str, words: str) -> str:
    """Return words with the empty lines and indents that a report leaves out, where it has as many lines."""
    lines, told = base.split("\n"), [line for line in words.split("\n") if line.strip()]
    full = [place for place, line in enumerate(lines) if line.strip()]
    if len(full) != len(told):
        return words
    for place, line in zip(full, told, strict=True):
        old = lines[place]
        lines[place] = old if folded(old) == folded(line) else line
    return "\n".join(lines)


def _label(name: str, value: str, note: Note) -> str:
    english, chinese = LABELS[CHOICES[name], value] if value else ("–", "–")
    return chinese if note.language.startswith("zh") else english
