"""The conclusion, the counts, how findings are spread, and what changed since the last version."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from annotations.model import AnchorState, Level, Severity
from annotations.words import label, short
from export.changes import VERDICTS, tally
from export.findings import Finding
from export.measures import CELL_RISK, Matrix
from export.memo.words import titled
from export.pages.blocks import (
    Bar,
    Block,
    Cell,
    Heading,
    Items,
    Line,
    Look,
    Mark,
    Paragraph,
    Section,
    Table,
    Text,
    line,
)
from export.pages.voice import Voice, cell
from export.wording import date_text, handling, in_language

__all__ = ["changes", "conclusion", "counts", "heat", "matrix"]

_MOST_DECISIONS = 5
_SENTENCE = re.compile(r".*?(?:[。；]|[.;](?=\s|$)|$)", re.DOTALL)


def conclusion(voice: Voice) -> Iterator[Section]:
    """Yield the conclusion; nothing for readers who are not told severities."""
    report = voice.report
    if not report.conclusion:
        return
    blocks: list[Block] = []
    if report.overall:
        words = Text(voice.say("overall") + voice.say("colon"), Mark.STRONG)
        blocks.append(Paragraph((words, voice.rating(report.overall))))
    blocks += [Paragraph(line(words)) for words in report.conclusion if words.strip()]
    yield Section("conclusion", voice.say("conclusion"), (*blocks, *_decisions(voice)))


def _decisions(voice: Voice) -> Iterator[Block]:
    """Yield what is to be decided first: the standing findings of the worst severity, if it is high or critical."""
    counted = voice.report.counts
    worst = next(iter(counted), None)
    if worst not in (Severity.CRITICAL, Severity.HIGH):
        return
    items = counted[worst]
    yield Heading(3, line(voice.say("decisions")))
    yield Items(tuple(_decision(item, voice) for item in items[:_MOST_DECISIONS]))
    if len(items) > _MOST_DECISIONS:
        rest = voice.numbers(items[_MOST_DECISIONS:])
        yield Paragraph((Text(voice.say("decisions_rest")), *rest))


def _decision(item: Finding, voice: Voice) -> Line:
    pair = (" (finding {}; {})", "（问题{}，{}）") if item.clause else (" (finding {})", "（问题{}）")
    place = in_language(pair, voice.language).format(item.number, item.clause)
    first = _SENTENCE.match(item.recommendation.strip())
    told = first.group().strip().rstrip("；;。.") if first else ""
    stop = in_language((".", "。"), voice.language)
    more = (Text(voice.say("colon") + told + stop),) if told else ()
    return (Text(voice.title_of(item), Mark.STRONG), voice.link(item, place), *more)


def counts(voice: Voice) -> Iterator[Section]:
    """Yield the bar and the table that says what each severity asks for."""
    report, language = voice.report, voice.language
    if not report.counts:
        return
    told = [f"{short(key, language)} {len(items)}" for key, items in report.counts.items()]
    legend = ("　" if language == "zh" else "   ").join(told)
    heads = tuple(voice.say(key) for key in ("severity", "count", "handling", "which"))
    rows = tuple(
        (
            cell((voice.rating(severity),), rates=severity),
            cell(str(len(items))),
            cell(handling(severity, language, of_policy=voice.report.of_policy)),
            cell(voice.numbers(items)),
        )
        for severity, items in report.counts.items()
    )
    bar = Bar(tuple((severity, len(items)) for severity, items in report.counts.items()), legend)
    table = Table(voice.say("caption_counts"), heads, rows, (16, 8, 40, 36), row_heads=True)
    yield Section("counts", voice.say("counts_heading"), (bar, table))


def matrix(voice: Voice) -> Iterator[Section]:
    """Yield the risk matrix, where findings have both an impact and a likelihood."""
    found, language = voice.report.matrix, voice.language
    if found is None:
        return
    corner = f"{voice.say('impact_axis')} / {voice.say('likelihood_axis')}"
    heads = (corner, *(label(level, language) for level in Level))
    rows = tuple(_matrix_row(found, impact, voice) for impact in reversed(Level))
    note = voice.say("matrix_note_en" if language == "en" else "matrix_note")
    blocks: list[Block] = [
        Table(voice.say("matrix_caption"), heads, rows, (20, 20, 20, 20, 20), row_heads=True),
        Paragraph(line(note), look=Look.NOTE),
    ]
    if found.unrated:
        blocks.append(Paragraph((Text(voice.say("matrix_unrated")), *voice.numbers(found.unrated)), look=Look.NOTE))
    yield Section("matrix", voice.say("matrix"), tuple(blocks))


def _matrix_row(found: Matrix, impact: Level, voice: Voice) -> tuple[Cell, ...]:
    cells = [cell(label(impact, voice.language))]
    for likelihood in Level:
        risk = CELL_RISK[impact, likelihood]
        cells.append(cell(line(short(risk, voice.language)), voice.numbers(found.at(impact, likelihood)), rates=risk))
    return tuple(cells)


def heat(voice: Voice) -> Iterator[Section]:
    """Yield the table of categories by severities."""
    report, language = voice.report, voice.language
    if not report.heat:
        return
    shown = tuple(report.counts)
    heads = (voice.say("category"), *(short(severity, language) for severity in shown), voice.say("total"))
    rows = []
    for row in report.heat:
        numbers = [row.counts.get(severity, ()) for severity in shown]
        cells = [
            cell(str(len(items)) if items else "", rates=severity if items else None)
            for severity, items in zip(shown, numbers, strict=True)
        ]
        rows.append((cell(row.category or voice.say("uncategorised")), *cells, cell(str(row.total))))
    share = 60 // (len(heads) - 1)
    widths = (100 - share * (len(heads) - 1), *[share] * (len(heads) - 1))
    table = Table(voice.say("heat_caption"), heads, tuple(rows), widths, row_heads=True)
    yield Section("heat", voice.say("heat"), (table,))


def changes(voice: Voice) -> Iterator[Section]:
    """Yield what became of each finding since the last version; nothing in a first round."""
    report, language = voice.report, voice.language
    if not report.changes:
        return
    words = [
        voice.say("changes_item", n=number, word=_verdict(VERDICTS[verdict], language))
        for verdict, number in tally(report.changes)
    ]
    heads = tuple(voice.say(key) for key in ("number", "clause", "issue", "verdict", "text_now"))
    rows = tuple(
        (
            cell((voice.link(change.finding),)),
            cell(change.finding.clause),
            cell(voice.title_of(change.finding)),
            cell(in_language(VERDICTS[change.verdict], language)),
            cell(_text_now(change.text, language)),
        )
        for change in report.changes
    )
    lead = voice.say("changes_lead", before=_versions(voice, earlier=True), after=_versions(voice, earlier=False),
                     list=voice.say("comma").join(words))  # fmt: skip
    table = Table(voice.say("changes_caption"), heads, rows, (8, 16, 40, 18, 18))
    yield Section("changes", voice.say("changes"), (Paragraph(line(lead)), table))


def _verdict(pair: tuple[str, str], language: str) -> str:
    return in_language(pair, language).lower() if language == "en" else in_language(pair, language)


def _text_now(state: AnchorState | None, language: str) -> str:
    return "" if state is None else label(state, language)


def _versions(voice: Voice, *, earlier: bool) -> str:
    told = []
    for text in voice.report.documents:
        if text.before is None:
            continue
        number, received = (text.before.number, text.before.received) if earlier else (text.version, text.received)
        day = date_text(received, voice.language)
        told.append(voice.say("version_named", title=titled(text, voice.language), n=number, date=day))
    return _listed(told, voice)


def _listed(names: Sequence[str], voice: Voice) -> str:
    return voice.say("comma").join(names)
