"""A file that others had, taken back into its matter: as one group of changes, and nothing of it twice.

What is to be written is worked out first, from a matter that is only read, on any thread; writing it is quick.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotations.adding import Prepared, Received
from annotations.anchors import describe, locate
from annotations.codec import plain
from annotations.foreign import stood_before
from annotations.history import WHOLE
from annotations.incoming import Sender, Taking
from annotations.journal import RETURNED, Journal, Wish, new_id
from annotations.marks import marks_of_notes
from annotations.model import Document, Version
from annotations.own_words import is_theirs
from annotations.past import Past, folded
from annotations.recognising import ALONE, Thread, recognise
from annotations.redrafts import Compared, Ours, Redraft, changes_by, decided, open_redrafts
from annotations.returned import Came, Returned
from annotations.rows import target
from annotations.settled import Settled
from annotations.shelf import Shelf
from annotations.versions import (
    Carried,
    NewVersion,
    Told,
    carried_wishes,
    is_alike,
    keep_bytes,
    new_version,
    same_text,
    version_wishes,
)
from documents.compare import compare
from documents.model import PolicyDocument, Revision, Span

__all__ = ["Arrived", "TakenBack", "plan_back", "write_back"]


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that came back: as read, its bytes, its name."""

    policy: PolicyDocument
    data: bytes
    file_name: str
    prepared: Prepared


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What a file asks for: changes, the version it becomes, if any, and what is told of it.

    `seen` is where each session of the matter stood when this was worked out: a change since makes it void.
    """

    arrived: Arrived
    document: str
    wishes: tuple[Wish, ...]
    made: NewVersion | None
    returned: Returned
    seen: Mapping[str, tuple[int, str]]


def plan_back(
    journal: Journal, shelf: Shelf, document: Document, secrets: Sequence[str], arrived: Arrived
) -> TakenBack:
    """Work out what others did to a file: comments, answers, states, words. Nothing is written. Raises MatterError."""
    seen = journal.store.session_ends()
    run = _Run(journal, shelf, document, secrets, arrived)
    wishes = tuple(wish for wish in run.wishes() if _says_something(journal, wish))
    return TakenBack(arrived, document.uid, wishes, run.made, run.returned(), seen)


def write_back(journal: Journal, taken: TakenBack) -> bool:
    """Write what was worked out as one group that one undo takes back; False, and nothing, where it is void."""
    if journal.store.session_ends() != taken.seen:
        return False
    if taken.wishes:
        group, arrived, made = new_id(), taken.arrived, taken.made
        told = {"document": taken.document, "file": arrived.file_name, "sha256": arrived.prepared.sha256}
        marker = Wish(target("group", group), RETURNED, told)

        def keep() -> None:
            if made is not None:
                keep_bytes(journal, made, arrived.policy, arrived.data)

        journal.write([marker, *taken.wishes], group=group, also=keep)
    return True


@dataclass(slots=True)
class _Against:
    """The version a file is read against; `made` where the file itself is a new one."""

    version: Version
    policy: PolicyDocument
    waiting: tuple[Revision, ...]
    made: NewVersion | None = None


@dataclass(slots=True)
class _Found:
    """What was found, as it is found."""

    came: list[Came] = field(default_factory=list)
    unplaced: list[tuple[str, str]] = field(default_factory=list)
    anchored: int = 0


class _Run:
    """One file taken back."""

    def __init__(
        self, journal: Journal, shelf: Shelf, document: Document, secrets: Sequence[str], arrived: Arrived
    ) -> None:
        self._journal = journal
        self._shelf = shelf
        self._document = document
        self._arrived = arrived
        self._past = Past(journal)
        self._notes = shelf.notes(document.uid)
        self._numbers = {note.uid: note.number for note in self._notes}
        standing = set(self._numbers)
        gone = [n for n in shelf.every_note(document.uid) if n.uid not in standing and not is_theirs(n)]
        self._every = (*self._notes, *gone)
        found = recognise(arrived.policy, self._every, marks_of_notes(self._every, secrets), self._past)
        self._is_ours = any(_is_ours(thread) for thread in found)
        self._threads = tuple(thread for thread in found if thread.note in standing or not thread.note)
        self._against = self._find_version()
        self._settled = Settled(arrived.policy.text, self._against.waiting)
        self._found = _Found()

    @property
    def made(self) -> NewVersion | None:
        """The version that the file becomes."""
        return self._against.made

    def wishes(self) -> list[Wish]:
        """Return the changes the file asks for."""
        base = self._against
        redrafts = list(self._decided())
        wishes: list[Wish] = []
        if base.made is not None:
            wishes += version_wishes(self._journal, self._document, base.made, Received())
            self._found.came.append(Came("version", "", {"file": base.made.file_name, "number": self._number()}))
            wishes += self._carry(base.made, redrafts)
        self._tell_stranger()
        taking = self._taking()
        fresh = self._fresh()
        wishes += taking.wishes(fresh, self._shelf.next_number())
        wishes += taking.missing(fresh)
        wishes += [wish for redraft in redrafts for wish in taking.redraft(redraft)]
        self._found.came += taking.came
        self._found.unplaced += taking.unplaced
        self._found.anchored = taking.anchored
        return wishes

    def returned(self) -> Returned:
        """Return what came."""
        found = self._found
        return Returned(self._number(), self.made is not None, found.anchored, tuple(found.unplaced), tuple(found.came))

    # -- what came -------------------------------------------------------------------------------------------------

    def _fresh(self) -> tuple[Thread, ...]:
        """Leave out of a file of ours what stood in it before we wrote on it, if nobody answered it since.

        A file that holds none of ours was given for its comments: all of them count.
        """
        if not any(thread.note for thread in self._threads):
            return self._threads
        before = stood_before(self._arrived.policy, self._against.policy)
        return tuple(thread for thread in self._threads if thread.note or thread.told.id not in before)

    def _decided(self) -> Iterable[Redraft]:
        base, text = self._against, self._arrived.policy.text
        there = {thread.note for thread in self._threads}
        ours = [note for note in self._notes if note.uid in there]
        tracked = {(thread.note, thread.place) for thread in self._threads if thread.tracked}
        mapping = compare(base.policy.text, text)
        names = self._our_names()
        waited, stands = changes_by(base.policy, names), changes_by(self._arrived.policy, names)
        commented = {(one.note, one.place): _hull(one) for one in self._threads if _is_sent(one)}
        found = Compared(base.version.uid, base.policy, mapping, text, base.waiting, waited, stands, commented)
        return decided(ours, tracked, found)

    def _tell_stranger(self) -> None:
        """Say so of a file that speaks as one of ours does, but of no note that is here."""
        threads = self._threads
        known = self._is_ours or any(thread.note for thread in threads)
        if not known and any(thread.said.number for thread in threads):
            self._found.came.append(Came("stranger", "", {"file": self._arrived.file_name}))

    # -- versions --------------------------------------------------------------------------------------------------

    def _find_version(self) -> _Against:
        """Find the version whose text came back, the latest first; else make one of the file.

        A file that has little of the document's text and no note of ours is no version of it: only its comments count.
        """
        ours = self._ours()
        came = self._arrived.policy
        tried = []
        for version in reversed(self._document.versions):
            policy = self._shelf.policy(version.uid)
            waiting = open_redrafts(came, policy, ours)
            tried.append(_Against(version, policy, waiting))
            if same_text(came, policy, waiting):
                return tried[-1]
        if self._is_ours or is_alike(tried[0].policy.text, came.text):
            tried[0].made = new_version(self._document, came.text, self._arrived.file_name, self._arrived.prepared)
        return tried[0]

    def _ours(self) -> Ours:
        proposed = {words for note in self._every for words in self._past.words(note.uid, "proposed_wording")}
        quoted = {folded(anchor.exact) for note in self._every for anchor in note.anchors}
        return Ours(self._our_names(), proposed, quoted)

    def _our_names(self) -> set[str]:
        """Return the names our comments and redrafts may bear: those on comments that are ours, and the reviewers'."""
        signed = {thread.told.author for thread in self._threads if thread.ours}
        signed |= {one.told.author for thread in self._threads for one in thread.answers if one.says_note}
        written = {note.author for note in self._notes if not is_theirs(note)}
        firm = str(self._journal.values("matter").get("firm") or "")
        return {name for name in {*signed, *written, self._journal.reviewer.name, firm} if name}

    def _number(self) -> int:
        version = self._against.version
        return version.number if self.made is None else version.number + 1

    def _carry(self, made: NewVersion, redrafts: Iterable[Redraft]) -> list[Wish]:
        accepted = {(one.note.uid, one.anchor.span): one.span for one in redrafts if one.accepted and one.anchor}
        base = self._against
        told = Told(self._settled, accepted, self._commented())
        wishes = []
        for wish, carried in carried_wishes(self._notes, base.version.uid, base.policy.text, made, told):
            wishes.append(wish)
            self._tell_carried(carried, {words for (uid, _), words in _words(accepted, base) if uid == carried.note})
        return wishes

    def _commented(self) -> dict[tuple[str, int], Span]:
        """Return where comments of ours stand on just the words of their notes, our waiting redrafts apart.

        Also on the words of an older version: what waited in the last one may have been rejected.
        """
        stands: dict[str, list[Thread]] = {}
        for thread in self._threads:
            if thread.ours and thread.told.spans:
                stands.setdefault(thread.note, []).append(thread)
        found: dict[tuple[str, int], Span] = {}
        for note in self._notes:
            left = sorted(stands.get(note.uid, ()), key=lambda one: one.place)
            older = {folded(anchor.exact) for anchor in note.anchors}
            here = [anchor for anchor in note.anchors if anchor.version == self._against.version.uid]
            wanted = [(place, {folded(anchor.exact)}) for place, anchor in enumerate(here)]
            for place, words in (*wanted, *((place, older) for place, _ in wanted)):
                same = next((one for one in left if self._says(one, words)), None)
                if same is not None and (note.uid, place) not in found:
                    left.remove(same)
                    found[note.uid, place] = _hull(same)
        return found

    def _says(self, thread: Thread, words: set[str]) -> bool:
        return not words.isdisjoint(folded(said) for said in self._settled.readings(_hull(thread)))

    def _tell_carried(self, carried: Carried, accepted: set[str]) -> None:
        number = self._numbers[carried.note]
        for old, words in carried.edited:
            if old not in accepted:
                told = {"number": number, "old": old, "words": words}
                self._found.came.append(Came("edited", carried.note, told))
        for words in carried.struck:
            self._found.came.append(Came("struck", carried.note, {"number": number, "words": words}))
        for words in carried.lost:
            if words not in accepted:
                self._found.came.append(Came("lost", carried.note, {"number": number, "words": words}))
            self._found.unplaced.append((str(number), words))

    def _taking(self) -> Taking:
        base, came = self._against, self._arrived.policy
        if base.made is not None:
            sender = Sender(self._arrived.file_name, came, base.made.uid, came, _itself)
        else:
            sender = Sender(self._arrived.file_name, came, base.version.uid, base.policy, self._mapped(base))
        return Taking(self._journal, self._document, sender, self._notes, self._past)

    def _mapped(self, base: _Against) -> Callable[[Span], Span | None]:
        came = self._arrived.policy.text
        mapping = compare(came, base.policy.text)
        alike = is_alike(came, base.policy.text)

        def placed(span: Span) -> Span | None:
            if alike:
                return mapping.moved(span) or mapping.edited(span)
            return locate(base.policy.text, replace(describe(came, span), start=0, end=0)).span

        return placed


def _is_ours(thread: Thread) -> bool:
    """Whether a thread tells that the file went out from here."""
    return thread.ours or thread.place == ALONE or any(answer.says_note for answer in thread.answers)


def _words(accepted: Iterable[tuple[str, Span]], base: _Against) -> Iterable[tuple[tuple[str, Span], str]]:
    return (((note, span), span.of(base.policy.text)) for note, span in accepted)


def _is_sent(thread: Thread) -> bool:
    """Whether a thread stands where one of ours did, or wording of ours was tracked beside it."""
    return bool(thread.told.spans) and thread.place >= 0 and (thread.ours or thread.tracked)


def _hull(thread: Thread) -> Span:
    spans = thread.told.spans
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _says_something(journal: Journal, wish: Wish) -> bool:
    return wish.field == WHOLE or journal.values(wish.target).get(wish.field) != plain(wish.after)


def _itself(span: Span) -> Span:
    return span
