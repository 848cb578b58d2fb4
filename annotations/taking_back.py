"""A file that others had, taken back into its matter: as one group of changes, and nothing of it twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from annotations.adding import Prepared, Received
from annotations.anchors import describe, locate
from annotations.codec import plain
from annotations.history import WHOLE
from annotations.incoming import Sender, Taking
from annotations.journal import RETURNED, Journal, Wish, new_id
from annotations.marks import marks_of_notes
from annotations.model import Document, Version
from annotations.past import Past
from annotations.recognising import new_threads, recognise
from annotations.redrafts import Redraft, decided, open_redrafts
from annotations.returned import Came, Returned
from annotations.rows import target
from annotations.shelf import Shelf
from annotations.versions import Carried, NewVersion, carried_wishes, keep_bytes, new_version, same_text, version_wishes
from documents.compare import compare
from documents.model import PolicyDocument, Revision, Span

__all__ = ["Arrived", "take_back"]

_ALIKE = 0.3  # of two texts that one is a version of the other


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that came back: as read, its bytes, its name."""

    policy: PolicyDocument
    data: bytes
    file_name: str
    prepared: Prepared


def take_back(journal: Journal, shelf: Shelf, document: Document, secrets: Sequence[str], arrived: Arrived) -> Returned:
    """Take in what others did to a file: comments, answers, states, words. Raises MatterError.

    All is one group that one undo takes back; what is here already changes nothing.
    """
    run = _Run(journal, shelf, document, secrets, arrived)
    wishes = [wish for wish in run.wishes() if _says_something(journal, wish)]
    if wishes:
        group = new_id()
        told = {"document": document.uid, "file": arrived.file_name, "sha256": arrived.prepared.sha256}
        marker = Wish(target("group", group), RETURNED, told)
        journal.write([marker, *wishes], group=group, also=run.keep)
    return run.returned()


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
        known = marks_of_notes(self._notes, secrets)
        self._threads = recognise(arrived.policy.foreign_notes, self._notes, known, self._past)
        self._against = self._find_version()
        self._found = _Found()

    def wishes(self) -> list[Wish]:
        """Return the changes the file asks for."""
        base = self._against
        mapping = compare(base.policy.text, self._arrived.policy.text)
        there = {thread.note for thread in self._threads}
        ours = [note for note in self._notes if note.uid in there]
        redrafts = list(
            decided(ours, (base.version.uid, base.policy), mapping, self._arrived.policy.text, base.waiting)
        )
        wishes: list[Wish] = []
        if base.made is not None:
            wishes += version_wishes(self._journal, self._document, base.made, Received())
            self._found.came.append(Came("version", "", {"file": base.made.file_name, "number": self._number()}))
            wishes += self._carry(base.made, redrafts)
        taking = self._taking()
        fresh = new_threads(self._threads, base.policy.foreign_notes)
        wishes += taking.wishes(fresh, self._shelf.next_number())
        wishes += taking.missing(self._threads)
        wishes += [wish for redraft in redrafts for wish in taking.redraft(redraft)]
        self._found.came += taking.came
        self._found.unplaced += taking.unplaced
        self._found.anchored = taking.anchored
        return wishes

    def keep(self) -> None:
        """Keep the bytes and the reading of a new version."""
        if self._against.made is not None:
            keep_bytes(self._journal, self._against.made, self._arrived.policy, self._arrived.data)

    def returned(self) -> Returned:
        """Return what came."""
        found = self._found
        return Returned(
            self._number(), self._against.made is not None, found.anchored, tuple(found.unplaced), tuple(found.came)
        )

    # -- versions --------------------------------------------------------------------------------------------------

    def _find_version(self) -> _Against:
        """Find the version whose text came back, the latest first; else make one of the file.

        A file that has little of the document's text and no note of ours is no version of it: only its comments count.
        """
        names = self._our_names()
        came = self._arrived.policy
        tried = []
        for version in reversed(self._document.versions):
            policy = self._shelf.policy(version.uid)
            waiting = open_redrafts(came, policy, names)
            tried.append(_Against(version, policy, waiting))
            if same_text(came, policy, waiting):
                return tried[-1]
        if any(thread.note for thread in self._threads) or _is_alike(tried[0].policy.text, came.text):
            tried[0].made = new_version(self._document, came.text, self._arrived.file_name, self._arrived.prepared)
        return tried[0]

    def _our_names(self) -> set[str]:
        """Return the names our comments and redrafts may bear: those on comments that are ours, and the reviewers'."""
        signed = {thread.told.author for thread in self._threads if thread.note}
        written = {note.author for note in self._notes}
        firm = str(self._journal.values("matter").get("firm") or "")
        return {name for name in {*signed, *written, self._journal.reviewer.name, firm} if name}

    def _number(self) -> int:
        version = self._against.version
        return version.number if self._against.made is None else version.number + 1

    def _carry(self, made: NewVersion, redrafts: Iterable[Redraft]) -> list[Wish]:
        accepted = {(one.note.uid, one.anchor.span): one.span for one in redrafts if one.accepted and one.anchor}
        base = self._against
        wishes = []
        for wish, carried in carried_wishes(self._notes, base.version.uid, base.policy.text, made, accepted):
            wishes.append(wish)
            self._tell_carried(carried)
        return wishes

    def _tell_carried(self, carried: Carried) -> None:
        number = self._numbers[carried.note]
        for old, words in carried.edited:
            told = {"number": number, "old": old, "words": words}
            self._found.came.append(Came("edited", carried.note, told))
        for words in carried.lost:
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
        alike = _is_alike(came, base.policy.text)

        def placed(span: Span) -> Span | None:
            if alike:
                return mapping.moved(span) or mapping.edited(span)
            return locate(base.policy.text, replace(describe(came, span), start=0, end=0)).span

        return placed


def _is_alike(one: str, other: str) -> bool:
    kept = sum(length for _, _, length in compare(one, other).stretches)
    return kept >= _ALIKE * max(len(one), len(other))


def _says_something(journal: Journal, wish: Wish) -> bool:
    return wish.field == WHOLE or journal.values(wish.target).get(wish.field) != plain(wish.after)


def _itself(span: Span) -> Span:
    return span
