"""What became of the findings since the last version: the heart of a re-review memo."""

from __future__ import annotations

from lxml import etree

from annotations.words import label, short
from export.changes import VERDICTS, Change, tally
from export.memo.captions import caption, heading
from export.memo.layout import Layout
from export.memo.markup import Cell, paragraph, row, run, table
from export.memo.places import numbered_link
from export.memo.summary import severity_run
from export.memo.words import titled
from export.wording import date_text, in_language

__all__ = ["second_round"]

_WIDTHS = {"zh": (1250, 900, 1350, 1300), "en": (1500, 1000, 1450, 1350)}
HEADS = ("number", "clause", "issue", "severity", "verdict", "text_now")


def second_round(layout: Layout) -> list[etree._Element]:
    """Return the results of the second round; empty where there was no first."""
    if not layout.report.changes:
        return []
    lead = paragraph("BodyText", layout.say("changes_lead", **_compared(layout)))
    return [heading(layout, "changes"), lead, caption(layout, "changes_caption"), _table(layout)]


def _compared(layout: Layout) -> dict[str, str]:
    """Return the versions by name, and how many findings of each result there are."""
    say, language = layout.say, layout.language
    before, after = [], []
    for text in layout.report.documents:
        if text.before:
            title = titled(text, language)
            before.append(
                say("version_named", title=title, n=text.before.number, date=date_text(text.before.received, language))
            )
            after.append(say("version_short", n=text.version, date=date_text(text.received, language)))
    told = (
        say("changes_item", n=number, word=_word(in_language(VERDICTS[verdict], language), language))
        for verdict, number in tally(layout.report.changes)
    )
    joined = {"before": before, "after": after, "list": told}
    return {key: say("comma").join(parts) for key, parts in joined.items()}


def _word(word: str, language: str) -> str:
    return word if language == "zh" else word.lower()


def _table(layout: Layout) -> etree._Element:
    width = layout.portrait.text
    number, clause, rating, verdict, text = layout.sized(720, *_WIDTHS[layout.language])
    widths = (number, clause, width - number - clause - rating - verdict - text, rating, verdict, text)
    rows = [row([Cell([paragraph("TableHead", layout.say(key))]) for key in HEADS], widths, header=True)]
    rows += [row(_cells(layout, change), widths) for change in layout.report.changes]
    return table("FindingsTable", widths, rows, layout.say("changes_caption"))


def _cells(layout: Layout, change: Change) -> list[Cell]:
    item, language = change.finding, layout.language
    title = " ".join(item.title.split()) or layout.say("untitled")
    rating = [severity_run(item.severity, short(item.severity, language))] if item.severity else []
    return [
        Cell([paragraph("TableCentre", numbered_link(item))]),
        Cell([paragraph("TableText", item.clause)]),
        Cell([paragraph("TableText", title)]),
        Cell([paragraph("TableChip", *rating)]),
        Cell([paragraph("TableText", run(in_language(VERDICTS[change.verdict], language), "FieldLabel"))]),
        Cell([paragraph("TableText", label(change.text, language) if change.text else "–")]),
    ]
