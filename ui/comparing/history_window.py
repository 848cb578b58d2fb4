"""When a sentence appeared, and what became of it: its words in each version, what changed from the one before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from annotations.model import Document, Version
from documents.comparing.appearing import History, Passage, PassageState
from documents.model import Span
from ui.dialog import Dialog
from ui.errors import sentence_for
from ui.look import Look
from ui.models.redline import redline
from ui.session import Session
from ui.tasks import Tasks

if TYPE_CHECKING:
    from documents.model import PolicyDocument

__all__ = ["Asked", "HistoryWindow"]

_SIZE = 560, 480
_LONGEST = 1_200


@dataclass(frozen=True, slots=True)
class Asked:
    """Some words of one version of a document."""

    document: Document
    version: str
    span: Span

    @property
    def number(self) -> int:
        """The place of the version among all, counted from 0."""
        return [one.uid for one in self.document.versions].index(self.version)


@dataclass(frozen=True, slots=True)
class _Found:
    history: History
    words: tuple[str, ...]
    addresses: tuple[str, ...]


class HistoryWindow(Dialog):
    """Small, beside the work; says first in one line what is told below at length."""

    def __init__(self, session: Session, tasks: Tasks, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("History of a sentence"))
        self.resize(*_SIZE)
        self._session, self._tasks, self._look = session, tasks, look
        self.head = QLabel(self)
        self.head.setFont(look.font(14, strong=True))
        self.head.setWordWrap(True)
        self.told = QTextBrowser(self)
        self.told.setOpenLinks(False)
        self.told.setAccessibleName(self.tr("The words in each version"))
        shut = QPushButton(self.tr("Close"), self)
        shut.setAccessibleName(shut.text())
        shut.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(shut)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(12)
        box.addWidget(self.head)
        box.addWidget(self.told, 1)
        box.addLayout(foot)
        session.matter_changed.connect(self.close)

    def ask(self, asked: Asked) -> None:
        """Follow the words through all versions, away from the window's thread."""
        matter, clock, language = self._session.matter, self._session.clock, self._session.language
        if matter is None:
            return
        path, reviewer = matter.path, matter.reviewer

        def work() -> _Found:
            with type(matter).open(path, reviewer, clock, read_only=True) as read:
                return _found([read.policy(one.uid) for one in asked.document.versions], asked, language)

        self.head.setText(self.tr("Looking through all versions…"))
        self._tasks.run(
            lambda _job: work(), lambda found: self._show(asked, found), self._failed, owner=self, key="history"
        )

    def _show(self, asked: Asked, found: _Found) -> None:
        versions = asked.document.versions
        self.head.setText(self._in_short(versions, found.history))
        self.told.setFont(self._look.font(13))
        self.told.setHtml("".join(self._lines(versions, found)))
        self.told.setFocus()

    def _failed(self, error: Exception) -> None:
        self.head.setText(sentence_for(error, self._session.language))

    # -- in words ----------------------------------------------------------------------------------------------------

    def _in_short(self, versions: Sequence[Version], history: History) -> str:
        first = versions[history.first]
        words = (
            self.tr("There since the first version that is here, of {date}.")
            if history.first == 0
            else self.tr("First in version {number}, of {date}.")
        )
        parts = [words.format(number=first.number, date=f"{first.received:%Y-%m-%d}")]
        gone = next((one for one in history.changes if one.span is None), None)
        edited = [one for one in history.changes if one.state is PassageState.EDITED]
        if edited:
            numbers = ", ".join(str(versions[one.version].number) for one in edited)
            parts.append(self.tr("Changed in version {numbers}.").format(numbers=numbers))
        if gone is not None:
            parts.append(self.tr("Gone since version {number}.").format(number=versions[gone.version].number))
        elif not history.changes:
            parts.append(self.tr("Not changed since."))
        return " ".join(parts)

    def _lines(self, versions: Sequence[Version], found: _Found) -> Iterator[str]:
        before = ""
        for passage, words, address in zip(found.history.passages, found.words, found.addresses, strict=True):
            version = versions[passage.version]
            head = [self.tr("Version {number}").format(number=version.number), f"{version.received:%Y-%m-%d}"]
            head += [self._state(passage, found.history)] + ([address] if address else [])
            yield f'<p style="margin-top:12px"><b>{escape(" · ".join(head))}</b></p>'
            if passage.state is not PassageState.SAME and words:
                yield f'<p style="margin-top:2px">{self._redlined(before, words)}</p>'
            before = words

    def _state(self, passage: Passage, history: History) -> str:
        if passage.state is PassageState.ABSENT:
            return self.tr("not there yet") if passage.version < history.first else self.tr("gone")
        return {
            PassageState.APPEARED: self.tr("appears"),
            PassageState.SAME: self.tr("the same"),
            PassageState.MOVED: self.tr("moved"),
            PassageState.EDITED: self.tr("changed"),
        }[passage.state]

    def _redlined(self, before: str, words: str) -> str:
        theme = self._look.theme
        marks = {
            "deleted": f"color:{theme.deleted_text};background:{theme.deleted};text-decoration:line-through",
            "inserted": f"color:{theme.inserted_text};background:{theme.inserted};text-decoration:underline",
            "kept": f"color:{theme.text}",
        }
        if not before:
            return _span(words, marks["kept"])
        return "".join(_span(piece.text, marks[piece.kind]) for piece in redline(before, words))


def _span(words: str, style: str) -> str:
    return f'<span style="{style}">{escape(words)}</span>'.replace("\n", "<br>")


def _found(policies: Sequence[PolicyDocument], asked: Asked, language: str) -> _Found:
    from documents.citing import address_of
    from documents.comparing.appearing import history

    span = _without_number(policies[asked.number], asked.span)
    told = history([policy.text for policy in policies], asked.number, span)
    spans = [passage.span for passage in told.passages]
    words = tuple(
        "" if span is None else _shortened(span.of(policy.text)) for span, policy in zip(spans, policies, strict=True)
    )
    addresses = tuple(
        "" if span is None else address_of(policy, [span], language)
        for span, policy in zip(spans, policies, strict=True)
    )
    return _Found(told, words, addresses)


def _without_number(policy: PolicyDocument, span: Span) -> Span:
    """Leave the typed number out that some words begin with: a clause with another number says the same."""
    labels = (block.label_span for block in policy.blocks if block.span.start <= span.start < block.span.end)
    label = next(labels, None)
    inside = label is not None and span.start <= label.start and label.end < span.end
    start = label.end if label is not None and inside else span.start
    words = policy.text[start : span.end]
    return Span(start + len(words) - len(words.lstrip()), span.end) if words.strip() else span


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]} …"
