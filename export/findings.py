"""A note as a report shows it: in the report's language, with only the fields its readers may see."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from annotations import rules_of_sending, words
from annotations.model import Anchor, AnchorState, Assessment, Level, Note, Severity, Status, Visibility
from documents.clauses import address_of
from documents.model import PolicyDocument, Span
from export.wording import in_language, report_language

__all__ = ["Finding", "Quotation", "finding", "quotations"]

CONTEXT = 90
"""Code points of the policy shown on either side of the words in question, at most."""

UNPLACED = {
    AnchorState.LOST: ("no longer in the text", "原文已删"),
    AnchorState.AMBIGUOUS: ("place to be confirmed", "待指定位置"),
}
NEVER_PLACED = ("not found in the text", "原文中未找到")
"""What is said of a quote that came from outside and never stood in any version: it has no surroundings."""

SENTENCE_END = re.compile(r"[。！？；]|[.!?;](?=\s)|;(?=[\u3400-\u9fff])")
ELLIPSIS = ("…", "……")

CJK = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """The policy's own words that a finding is about, with what stands around them in the same paragraph.

    `at` is where they stand in the text; None where they do not.
    """

    clause: str
    words: str
    before: str = ""
    after: str = ""
    at: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One note, ready to print. A field that the profile holds back is empty, severity and status are None.

    `mark` is the id under which readers may know the note: `annotations.marks.field_mark(mark, "issue")` names a field.
    """

    uid: str
    number: int
    source_id: str
    document: str
    clause: str
    assessment: Assessment
    severity: Severity | None = None
    status: Status | None = None
    likelihood: Level | None = None
    impact: Level | None = None
    category: str = ""
    rules: tuple[str, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    quote_translation: str = ""
    title: str = ""
    issue: str = ""
    consequence: str = ""
    legal_basis: str = ""
    recommendation: str = ""
    proposed_wording: str = ""
    insert_after: str = ""
    question: str = ""
    owner: str = ""
    due: str = ""
    place: int = field(default=0, compare=False)
    mark: str = ""

    @property
    def stands(self) -> bool:
        """Whether something is still to be done about it: not fine, accepted, put right or declined."""
        return self.assessment is not Assessment.FINE and self.status in (None, Status.OPEN, Status.IN_PROGRESS)


def finding(note: Note, policy: PolicyDocument, language: str, profile: Visibility) -> Finding:
    """Return `note` in `language` as readers of `profile` may see it."""
    sent = rules_of_sending.fields_for(profile)
    said = {name: _said(note, name, language) for name in TEXT_FIELDS if name in sent}
    return Finding(
        uid=note.uid,
        number=note.number,
        source_id=note.source_id,
        document=note.document,
        clause=_clause(note, policy, language),
        assessment=note.assessment,
        quotations=quotations(note.anchors, policy, language),
        quote_translation=_translated(note, policy, language),
        insert_after=_insert_after(note, policy, language),
        place=min((anchor.start for anchor in note.anchors), default=len(policy.text)),
        **said,  # type: ignore[arg-type]  # every name in TEXT_FIELDS is a text field of Finding
        **_judgement(note, language, sent),  # type: ignore[arg-type]  # each key below carries its own type
    )


TEXT_FIELDS = (
    "title",
    "issue",
    "consequence",
    "legal_basis",
    "recommendation",
    "proposed_wording",
    "question",
    "owner",
    "due",
)


def _judgement(note: Note, language: str, sent: frozenset[str]) -> dict[str, object]:
    """Return the reviewer's own measures of the note, as far as they are sent."""
    measures: dict[str, object] = {"status": note.status, "rules": note.rules}
    chosen = {name: value for name, value in measures.items() if name in sent}
    if "severity" not in sent:
        return chosen
    category = words.category_in(note.category, language) if note.category else ""
    judged = {"severity": note.severity, "likelihood": note.likelihood, "impact": note.impact, "category": category}
    return chosen | judged


def _said(note: Note, name: str, language: str) -> str:
    """Return a field in `language` where the note has it in that language, else as it was written."""
    own: str = getattr(note, name)
    if note.language and report_language(note.language) == report_language(language):
        return own
    return _translation(note.translations, name, language) or own


def _translated(note: Note, policy: PolicyDocument, language: str) -> str:
    """Return the translation of the quote; not one into another language, for readers who read the policy itself."""
    told = _said(note, "quote_translation", language)
    own = policy.language.partition("-")[0] == language.partition("-")[0]
    hanzi = any("\u4e00" <= letter <= "\u9fff" for letter in told)
    return "" if own and hanzi != (report_language(language) == "zh") else told


def _translation(translations: Mapping[str, Mapping[str, str]], name: str, language: str) -> str:
    wanted = report_language(language)
    fitting = (fields.get(name, "") for code, fields in translations.items() if report_language(code) == wanted)
    return next(filter(None, fitting), "")


def _clause(note: Note, policy: PolicyDocument, language: str) -> str:
    """Return where the note stands: its clauses, or what became of its place."""
    placed = [anchor for anchor in note.anchors if anchor.state not in UNPLACED]
    if note.anchors and not placed:
        return _unplaced(note.anchors[0], language)
    return address_of(policy, [anchor.span for anchor in placed], language)


def _unplaced(anchor: Anchor, language: str) -> str:
    never = anchor.state is AnchorState.LOST and not (anchor.prefix or anchor.suffix or anchor.how)
    return in_language(NEVER_PLACED if never else UNPLACED[anchor.state], language)


def _insert_after(note: Note, policy: PolicyDocument, language: str) -> str:
    """Return the clause after which missing words should stand, addressed in the report's language."""
    wanted = note.insert_after.strip()
    clause = next((clause for clause in policy.clauses if clause.address == wanted), None)
    if clause is None or len(clause.own) == 0:
        return wanted
    return address_of(policy, [clause.own], language) if CJK.search(wanted) else wanted


def quotations(anchors: Sequence[Anchor], policy: PolicyDocument, language: str) -> tuple[Quotation, ...]:
    """Return the quoted words of each anchor that has any, in their context."""
    return tuple(_quotation(anchor, policy, language) for anchor in anchors if anchor.exact.strip())


def _quotation(anchor: Anchor, policy: PolicyDocument, language: str) -> Quotation:
    if anchor.state in UNPLACED:
        return Quotation(clause=_unplaced(anchor, language), words=anchor.exact)
    clause = address_of(policy, [anchor.span], language)
    if anchor.span.of(policy.text) != anchor.exact:
        return Quotation(clause=clause, words=anchor.exact)
    before, after = _context(anchor.span, policy)
    return Quotation(clause=clause, words=anchor.exact, before=before, after=after, at=anchor.span)


def _context(span: Span, policy: PolicyDocument) -> tuple[str, str]:
    """Return what stands before and after `span` in its paragraph, cut to CONTEXT with an ellipsis."""
    text = policy.text
    begin = text.rfind("\n", 0, span.start) + 1
    stop = text.find("\n", span.end)
    before = text[begin : span.start].lstrip()
    after = text[span.end : len(text) if stop < 0 else stop].rstrip()
    return _tail(before), _head(after)


def _tail(before: str) -> str:
    """Return the last sentences of `before` that fit, from a sentence's beginning if there is one."""
    if len(before) <= CONTEXT:
        return before
    cut = before[-CONTEXT:]
    begun = SENTENCE_END.search(cut)
    if begun:
        return cut[begun.end() :].lstrip()
    cut = cut.lstrip("，、,；;：: ")
    return ELLIPSIS[1] + cut if CJK.search(cut) else ELLIPSIS[0] + cut[cut.find(" ") + 1 :]


def _head(after: str) -> str:
    """Return the first sentences of `after` that fit, to a sentence's end if there is one."""
    if len(after) <= CONTEXT:
        return after
    cut = after[:CONTEXT]
    ends = [found.end() for found in SENTENCE_END.finditer(cut)]
    if ends:
        return cut[: ends[-1]].rstrip()
    return cut + ELLIPSIS[1] if CJK.search(cut) else cut[: cut.rfind(" ") if " " in cut else None] + ELLIPSIS[0]
