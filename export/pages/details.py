"""The findings: as a table, each in full, what is missing, the wording proposed, the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from annotations.model import Assessment, Status
from annotations.words import label
from export.findings import CJK, Finding, Quotation
from export.memo.words import titled
from export.pages.blocks import Block, Cell, Heading, Line, Look, Mark, Paragraph, Quote, Section, Table, Text, line
from export.pages.voice import Voice, cell, lines_of, place_name
from export.replaced import replaced
from export.report import ReviewedText
from export.word.edits import edits
from export.wording import due_text

__all__ = ["findings", "missing", "no_objection", "plan", "table", "wording"]

_QUOTE_HEAD, _QUOTE_TAIL = 500, 150
_QUOTE_HANZI, _QUOTE_LETTERS = 60, 120
_LONGEST_REDLINE = 4000
_FIELDS = ("issue", "consequence", "legal_basis", "recommendation", "insert_after", "question")


def _grouped(voice: Voice, found: Sequence[Finding]) -> Iterator[tuple[ReviewedText | None, Sequence[Finding]]]:
    """Yield each document that has any of the findings, with those; a report on one needs no name for it."""
    if len(voice.report.documents) <= 1:
        yield None, found
        return
    for text in voice.report.documents:
        own = [finding for finding in found if finding.document == text.uid]
        if own:
            yield text, own


def table(voice: Voice) -> Iterator[Section]:
    """Yield the table of findings, a table for each document."""
    report = voice.report
    if not report.findings:
        yield Section("table", voice.say("table"), (Paragraph(line(voice.say("nothing"))),))
        return
    blocks: list[Block] = []
    for text, own in _grouped(voice, report.findings):
        if text:
            blocks.append(Heading(3, line(titled(text, voice.language))))
        blocks.append(_table_of(voice, own))
    yield Section("table", voice.say("table"), tuple(blocks))


def _table_of(voice: Voice, own: Sequence[Finding]) -> Table:
    caption = voice.say("table_caption")
    if voice.outside:
        told = ("number", "clause", "quote", "issue", "basis", "wording")
        rows = tuple((*_row(voice, item), _told(item.proposed_wording)) for item in own)
        return Table(caption, tuple(map(voice.say, told)), rows, (6, 10, 22, 18, 18, 26))
    heads = ("number", "clause", "quote", "issue", "basis", "severity", "recommendation")
    rows = tuple((*_row(voice, item), _rated(voice, item), _told(item.recommendation)) for item in own)
    return Table(caption, tuple(voice.say(key) for key in heads), rows, (5, 11, 15, 23, 17, 10, 19))


def _row(voice: Voice, item: Finding) -> tuple[Cell, ...]:
    quotes = [_short(quotation.words) for quotation in item.quotations] or [voice.say("absent")]
    lead = line(voice.title_of(item), Mark.STRONG)
    basis = [voice.verified(words) for words in lines_of(item.legal_basis)]
    return (
        cell((voice.link(item),)),
        cell(item.clause),
        cell(*quotes),
        cell(lead, *lines_of(item.issue)),
        cell(*basis),
    )


def _rated(voice: Voice, item: Finding) -> Cell:
    if item.severity is None:
        return cell()
    closed = item.status if item.status not in (None, Status.OPEN) else None
    more = [label(closed, voice.language)] if closed else []
    return cell((voice.rating(item.severity, brief=True),), *more, rates=item.severity)


def _told(text: str) -> Cell:
    return cell(*lines_of(text))


def _short(words: str) -> str:
    flat = " ".join(words.split())
    limit = _QUOTE_HANZI if CJK.search(flat) else _QUOTE_LETTERS
    return flat if len(flat) <= limit else flat[: limit - 2].rstrip() + "……"


def findings(voice: Voice) -> Iterator[Section]:
    """Yield what is said of the words that stand in the documents, each finding in full."""
    report = voice.report
    if report.on_the_text:
        yield Section("findings", voice.say("detail"), tuple(_in_full(voice, report.on_the_text)))


def missing(voice: Voice) -> Iterator[Section]:
    """Yield what the documents should say and do not; then the clauses that were found in order."""
    report = voice.report
    if report.missing:
        lead = Paragraph(line(voice.say("missing_lead")))
        yield Section("missing", voice.say("missing"), (lead, *_in_full(voice, report.missing)))


def no_objection(voice: Voice) -> Iterator[Section]:
    """Yield the clauses that were reviewed and found in order, if any were noted."""
    report = voice.report
    if not report.no_objection:
        return
    heads = tuple(voice.say(key) for key in ("number", "clause", "issue"))
    rows = tuple(
        (cell(str(item.number)), cell(item.clause), cell(*lines_of(item.title), *lines_of(item.issue)))
        for item in report.no_objection
    )
    told = Table(voice.say("no_objection_caption"), heads, rows, (8, 22, 70))
    yield Section("no_objection", voice.say("no_objection"), (told,))


def _in_full(voice: Voice, found: Sequence[Finding]) -> Iterator[Block]:
    for text, own in _grouped(voice, found):
        if text:
            yield Heading(3, line(titled(text, voice.language)))
        for item in own:
            yield from _finding(voice, item, 4 if text else 3)


def _finding(voice: Voice, item: Finding, level: int) -> Iterator[Block]:
    number = Text(voice.say("finding", number=item.number), Mark.CONTEXT)
    gap = Text("　" if voice.language == "zh" else " ")
    rated = (gap, voice.rating(item.severity)) if item.severity else ()
    yield Heading(level, (number, gap, Text(voice.title_of(item)), *rated), place_name(item))
    facts = tuple(_facts(voice, item))
    if facts:
        yield Paragraph(line(("　　" if voice.language == "zh" else " · ").join(facts)), Look.FACTS)
    for quotation in item.quotations:
        yield from _quotation(voice, quotation, item)
    if item.quote_translation.strip() and item.quotations:
        yield Paragraph(line(voice.say("translation", text=item.quote_translation.strip())), Look.NOTE)
    for name in _FIELDS:
        yield from _field(voice, f"field_{name}", _value(voice, item, name))
    if "wording" not in voice.sections or voice.outside:
        yield from _field(voice, "field_proposed_wording", item.proposed_wording, Look.WORDING)


def _facts(voice: Voice, item: Finding) -> Iterator[str]:
    language = voice.language
    status = item.status if item.status is not Status.OPEN else None
    given = {
        "clause": item.clause,
        "category": item.category,
        "likelihood": label(item.likelihood, language) if item.likelihood else "",
        "impact": label(item.impact, language) if item.impact else "",
        "status": label(status, language) if status else "",
        "owner": item.owner,
        "due": due_text(item.due, language),
        "rules": voice.say("comma").join(item.rules),
    }
    return (voice.say(f"meta_{key}", value=value) for key, value in given.items() if value.strip())


def _quotation(voice: Voice, quotation: Quotation, item: Finding) -> Iterator[Block]:
    if len(item.quotations) > 1 and quotation.clause:
        yield Paragraph(line(quotation.clause), Look.SOURCE)
    pieces = [Text(quotation.before, Mark.CONTEXT), *_shortened(voice, quotation),
              Text(quotation.after, Mark.CONTEXT)]  # fmt: skip
    lines = tuple(_broken(pieces))
    if lines:
        yield Quote(lines, _language_of(voice, item))


def _language_of(voice: Voice, item: Finding) -> str:
    own = next((text.language for text in voice.report.documents if text.uid == item.document), "")
    return own if own and own[:2].lower() != voice.language[:2] else ""


def _shortened(voice: Voice, quotation: Quotation) -> list[Text]:
    words, mark = quotation.words, Mark.QUOTED if quotation.at else Mark.PLAIN
    left = len(words) - _QUOTE_HEAD - _QUOTE_TAIL
    if left <= 0:
        return [Text(words, mark)]
    gap = Text(voice.say("omitted", n=left), Mark.CONTEXT)
    return [Text(words[:_QUOTE_HEAD], mark), gap, Text(words[-_QUOTE_TAIL:], mark)]


def _broken(pieces: Sequence[Text]) -> Iterator[Line]:
    """Break pieces at line feeds into lines; empty ones are left out."""
    now: list[Text] = []
    for piece in pieces:
        first, *more = re.split(r"\n", piece.words)
        now += [Text(first, piece.mark)] if first.strip() or (first and now) else []
        for following in more:
            if now:
                yield tuple(now)
            now = [Text(following, piece.mark)] if following.strip() else []
    if now:
        yield tuple(now)


def _value(voice: Voice, item: Finding, name: str) -> str:
    if name != "insert_after":
        return str(getattr(item, name))
    place = item.insert_after.strip()
    if not place or item.assessment is not Assessment.MISSING:
        return ""
    return voice.say("insert_after_number" if place[:1].isdigit() else "insert_after", place=place)


def _field(voice: Voice, key: str, text: str, look: Look = Look.FIELD) -> Iterator[Block]:
    """Yield a labelled field; wording stands below its label, to be taken over as it is."""
    lines = tuple(lines_of(text))
    if not lines:
        return
    named = Text(voice.say(key) + voice.say("colon"), Mark.STRONG)
    if look is Look.WORDING:
        yield Paragraph((named,), Look.FIELD)
        yield from (Paragraph(line(words), look) for words in lines)
        return
    for order, words in enumerate(lines):
        told = voice.verified(words) if key == "field_legal_basis" else line(words)
        yield Paragraph(told if order else (named, *told), look)


def wording(voice: Voice) -> Iterator[Section]:
    """Yield the text as it stands beside the text proposed, or one within the other; outsiders have each comment's."""
    proposed = [item for item in voice.report.findings if item.proposed_wording.strip()]
    if not proposed or voice.outside:
        return
    keys = ("number", "clause", *(("wording_redline",) if voice.redline else ("wording_now", "wording")))
    rows = tuple(
        (cell((voice.link(item),)), cell(item.clause or _value(voice, item, "insert_after")), *_proposal(voice, item))
        for item in proposed
    )
    lead = Paragraph(line(voice.say("wording_lead_redline" if voice.redline else "wording_lead")))
    widths = (7, 13, 80) if voice.redline else (7, 13, 36, 44)
    told = Table(voice.say("wording_caption"), tuple(map(voice.say, keys)), rows, widths)
    yield Section("wording", voice.say("wording_heading"), (lead, told))


def _proposal(voice: Voice, item: Finding) -> tuple[Cell, ...]:
    old = replaced(item, voice.language)
    before, after = (line(told, Mark.CONTEXT) if told else () for told in (old.before, old.after))
    if voice.redline:
        return (cell(before, *_redlined(voice, item, old.words), after),)
    now = cell(before, _short_wording(old.words), after) if item.quotations else cell(voice.say("wording_new"))
    return now, cell(*lines_of(item.proposed_wording))


def _redlined(voice: Voice, item: Finding, now: str) -> list[Line]:
    """Return both texts in one; what is too long for that has the text first and the proposal below."""
    new = "\n".join(lines_of(item.proposed_wording))
    if not now.strip() or len(now) > _LONGEST_REDLINE:
        lead = [] if now.strip() else [line(voice.say("wording_new"), Mark.CONTEXT)]
        old = [line(words, Mark.TAKEN_OUT) for words in lines_of(now)]
        return [*lead, *old, *(line(words, Mark.PUT_IN) for words in lines_of(new))]
    at, pieces = 0, []
    for edit in edits(now, new):
        pieces += [Text(now[at : edit.start]), Text(now[edit.start : edit.end], Mark.TAKEN_OUT)]
        pieces.append(Text(edit.words, Mark.PUT_IN))
        at = edit.end
    return [*_broken([piece for piece in (*pieces, Text(now[at:])) if piece.words])]


def _short_wording(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _QUOTE_HEAD else words[:_QUOTE_HEAD] + "……"


def plan(voice: Voice) -> Iterator[Section]:
    """Yield what is to be done, by whom and when; nothing for readers who are told no judgement."""
    standing = [item for item in voice.report.findings if item.stands]
    if not standing or voice.outside:
        return
    heads = tuple(voice.say(key) for key in ("number", "severity", "action", "owner", "due", "status"))
    rows = tuple(
        (
            cell((voice.link(item),)),
            _rated(voice, item),
            cell(line(voice.title_of(item), Mark.STRONG), *lines_of(item.recommendation)),
            cell(item.owner),
            cell(due_text(item.due, voice.language)),
            cell(label(item.status, voice.language) if item.status else ""),
        )
        for item in standing
    )
    lead = Paragraph(line(voice.say("plan_lead")))
    yield Section(
        "plan", voice.say("plan"), (lead, Table(voice.say("plan_caption"), heads, rows, (7, 10, 45, 13, 13, 12)))
    )
