"""Everything a report says, as one value: the memo and every other product are layouts of it. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from annotations import rules_of_sending
from annotations.marks import uid_outside
from annotations.model import Assessment, Matter, Note, Reviewer, Severity, Visibility
from export.appendix import AnnotatedText, annotated_text
from export.changes import Change, changes_of
from export.conclusion import conclusion_of
from export.findings import Finding, finding
from export.measures import Heat, Matrix, heat_of, matrix_of
from export.reviewed_text import EarlierVersion, ReviewedDocument, ReviewedText, are_policies, reviewed_text
from export.wording import LIMITS, date_text, paper, phrase, report_language
from export.writer import Listed

__all__ = [
    "EarlierVersion",
    "Heading",
    "Question",
    "Report",
    "ReportOptions",
    "ReviewedDocument",
    "ReviewedText",
    "assemble",
]

STATUTE = re.compile(
    r"《[^《》]+》"
    r"|[A-Z][\w/-]*(?:\s+(?:[A-Z(][\w/()-]*|of|on|and|for|the|to))*(?=\s+(?:Arts?\.|Articles?|[Ii]tems?|Sections?|§)\s*\d)"
)
"""A statute's name: in 《》, or in English the capitalised words before "Art. 17"."""
LIMITS_OUTSIDE = ("text_only", "law", "verify", "translation", "privilege")
"""What is said of limits to readers who get no ratings and were not advised."""

TO_VERIFY = re.compile(r"〔须核实〕|\[to be verified\]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    """How the report is wanted: for whom, in which language ("" for the matter's own), by whom and when.

    `annotated` says whether the policies' own text is wanted in it, `product` what it calls itself: memo or gap;
    `state` is the mark of what the notes say now, by which it is known how they stood when the report comes back;
    `signed` is who signs, "" for the matter's own reviewer, or else this one.
    """

    now: datetime
    reviewer: Reviewer = Reviewer("")
    profile: Visibility = Visibility.INTERNAL
    language: str = ""
    annotated: bool = False
    product: str = "memo"
    state: str = ""
    signed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Who writes to whom, when and about what. Empty texts are not known."""

    client: str = ""
    addressee: str = ""
    matter_number: str = ""
    firm: str = ""
    reviewer: str = ""
    partner: str = ""
    licence_number: str = ""
    confidentiality: str = ""
    day: date


@dataclass(frozen=True, slots=True)
class Question:
    """Something the client must answer, and the numbers of the findings it came from."""

    text: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A review as it is sent. `findings` are worst first, then in document order (for outsiders document order)."""

    language: str
    profile: Visibility
    made: datetime
    heading: Heading
    documents: tuple[ReviewedText, ...] = ()
    scope: str = ""
    law_as_of: str = ""
    statutes: tuple[str, ...] = ()
    overall: Severity | None = None
    conclusion: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    no_objection: tuple[Finding, ...] = ()
    questions: tuple[Question, ...] = ()
    limits: tuple[str, ...] = ()
    left_out: tuple[Listed, ...] = ()
    counts: dict[Severity, tuple[Finding, ...]] = field(default_factory=dict)
    matrix: Matrix | None = None
    heat: Heat = ()
    changes: tuple[Change, ...] = ()
    annotated: tuple[AnnotatedText, ...] = ()
    state: str = ""
    of_policy: bool = True

    @property
    def missing(self) -> tuple[Finding, ...]:
        """What the documents should say and do not."""
        return tuple(item for item in self.findings if item.assessment is Assessment.MISSING)

    @property
    def on_the_text(self) -> tuple[Finding, ...]:
        """The findings about what the documents do say."""
        return tuple(item for item in self.findings if item.assessment is not Assessment.MISSING)


def assemble(matter: Matter, documents: Sequence[ReviewedDocument], options: ReportOptions) -> Report:
    """Return the report of `documents` under `matter`. Nothing is read from the machine."""
    language = _language(matter, documents, options)
    sent, left_out = _sorted_out(documents, options.profile)
    found = _findings(documents, sent, language, options.profile)
    findings = tuple(item for item in found if item.assessment is not Assessment.FINE)
    counts = _counts(findings)
    outside, of_policy = options.profile is Visibility.OUTSIDE, are_policies(documents)
    return Report(
        language=language,
        profile=options.profile,
        made=options.now,
        heading=_heading(matter, options),
        documents=tuple(reviewed_text(item, options.profile, language) for item in documents),
        scope="" if outside else matter.scope,
        law_as_of=_law_as_of(matter, options, language),
        statutes=_statutes(findings),
        overall=None if outside else _overall(matter, counts),
        conclusion=() if outside else conclusion_of(matter, findings, len(documents), language, of_policy=of_policy),
        findings=findings,
        no_objection=tuple(item for item in found if item.assessment is Assessment.FINE),
        questions=_questions(matter, findings, options.profile),
        limits=_limits(matter, (documents, findings), options, language),
        left_out=left_out,
        counts=counts,
        matrix=None if outside else matrix_of(findings),
        heat=() if outside else heat_of(findings),
        changes=() if outside else _changes(documents, findings),
        annotated=_annotated(documents, findings) if options.annotated else (),
        state=options.state,
        of_policy=of_policy,
    )


def _changes(documents: Sequence[ReviewedDocument], findings: Sequence[Finding]) -> tuple[Change, ...]:
    notes = {note.uid: note for item in documents for note in item.notes}
    return changes_of(findings, {item.document.uid: item.document for item in documents}, notes)


def _annotated(documents: Sequence[ReviewedDocument], findings: Sequence[Finding]) -> tuple[AnnotatedText, ...]:
    own: dict[str, list[Finding]] = {}
    for finding_ in findings:
        own.setdefault(finding_.document, []).append(finding_)
    uids = [item.document.uid for item in documents]
    return tuple(annotated_text(uid, item.policy, own.get(uid, ())) for uid, item in zip(uids, documents, strict=True))


def _language(matter: Matter, documents: Sequence[ReviewedDocument], options: ReportOptions) -> str:
    asked = options.language or matter.language
    return report_language(asked or next((item.policy.language for item in documents), "en"))


def _sorted_out(documents: Sequence[ReviewedDocument], profile: Visibility) -> tuple[set[str], tuple[Listed, ...]]:
    """Return the uids of the notes that go out, and the others with why they stay."""
    notes = [note for item in documents for note in item.notes]
    sent = {note.uid for note in notes if rules_of_sending.goes_out(note, profile)}
    held = sorted((note for note in notes if note.uid not in sent), key=lambda note: note.number)
    return sent, tuple(Listed(note.source_id or note.uid, "profile") for note in held)


def _findings(
    documents: Sequence[ReviewedDocument], sent: set[str], language: str, profile: Visibility
) -> list[Finding]:
    """Return what goes out, worst first; by place alone where the severity must not be guessed from the order."""
    made = [
        (-(shown.severity.rank if shown.severity else 0), order, shown.place, shown.number, shown)
        for order, item in enumerate(documents)
        for note in item.notes
        if note.uid in sent
        for shown in [_shown(note, item, language, profile)]
    ]
    return [entry[-1] for entry in sorted(made, key=lambda entry: entry[:-1])]


def _shown(note: Note, item: ReviewedDocument, language: str, profile: Visibility) -> Finding:
    """Return the note as a finding on the latest version; places it has on earlier ones are no concern of readers."""
    latest = item.document.latest.uid
    anchors = tuple(anchor for anchor in note.anchors if anchor.version == latest)
    current = replace(note, anchors=anchors) if anchors and len(anchors) < len(note.anchors) else note
    return replace(finding(current, item.policy, language, profile), mark=uid_outside(item.secret, note.uid))


def _counts(findings: Iterable[Finding]) -> dict[Severity, tuple[Finding, ...]]:
    """Return the standing findings of each severity that has any, worst first."""
    standing = [item for item in findings if item.stands and item.severity]
    grouped = {severity: tuple(item for item in standing if item.severity is severity) for severity in Severity}
    return {severity: items for severity, items in grouped.items() if items}


def _overall(matter: Matter, counts: dict[Severity, tuple[Finding, ...]]) -> Severity | None:
    """Return the reviewer's own rating, else that of the worst standing finding."""
    own = next((severity for severity in Severity if severity.value == matter.overall.strip().lower()), None)
    return own or next(iter(counts), None)


def _heading(matter: Matter, options: ReportOptions) -> Heading:
    """Return who writes to whom; outsiders see the firm, not its people, its client or its file number."""
    if options.profile is Visibility.OUTSIDE:
        return Heading(addressee=matter.addressee, firm=matter.firm, day=options.now.date())
    return Heading(
        client=matter.client,
        addressee=matter.addressee,
        matter_number=matter.matter_number,
        firm=matter.firm,
        reviewer=options.signed or matter.reviewer or options.reviewer.name,
        partner=matter.partner,
        licence_number=matter.licence_number,
        confidentiality=matter.confidentiality,
        day=options.now.date(),
    )


def _law_as_of(matter: Matter, options: ReportOptions, language: str) -> str:
    """Return the day the law is stated at: the matter's own, else the report's."""
    given = matter.law_as_of.strip()
    try:
        return date_text(date.fromisoformat(given), language) if given else date_text(options.now.date(), language)
    except ValueError:
        return given


def _statutes(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return the statutes that are cited, each once, the most cited first."""
    named = [name for item in findings for name in dict.fromkeys(STATUTE.findall(item.legal_basis))]
    return tuple(name for name, _ in Counter(named).most_common())


def _questions(matter: Matter, findings: Sequence[Finding], profile: Visibility) -> tuple[Question, ...]:
    """Return the questions of the findings, equal ones joined, then the matter's own (which are the client's)."""
    asked: dict[str, list[Finding]] = {}
    for item in findings:
        if item.question.strip():
            asked.setdefault(item.question.strip(), []).append(item)
    general = () if profile is Visibility.OUTSIDE else _lines(matter.open_questions)
    return (*(Question(text, tuple(items)) for text, items in asked.items()), *map(Question, general))


def _limits(
    matter: Matter,
    told: tuple[Sequence[ReviewedDocument], Sequence[Finding]],
    options: ReportOptions,
    language: str,
) -> tuple[str, ...]:
    """Return the reviewer's own assumptions where there are any, else ours."""
    own = _lines(matter.assumptions)
    outside = options.profile is Visibility.OUTSIDE
    if own and not outside:
        return own
    documents, findings = told
    wanted = {
        "verify": any(TO_VERIFY.search(item.legal_basis) for item in findings),
        "machine": any(item.rules for item in findings),
        "translation": any(report_language(item.policy.language) != language for item in documents),
    }
    keys = [key for key in (LIMITS_OUTSIDE if outside else tuple(LIMITS)) if wanted.get(key, True)]
    named = {"date": _law_as_of(matter, options, language), **paper(options.product)}
    return tuple(phrase(LIMITS, key, language, **named) for key in keys)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
