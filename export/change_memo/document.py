"""A memo of changes as one Word file."""

from __future__ import annotations

from dataclasses import replace

from export.change_memo.memo import ChangeMemo
from export.change_memo.summary import in_short, versions
from export.change_memo.tables import changes_table, fates_table, is_wide, lots, moves
from export.memo.closing import limits, signatures
from export.memo.document import Sheet, bound
from export.memo.layout import Layout
from export.memo.looks import look_named
from export.memo.opening import opening
from export.memo.words import subject
from export.writer import LOOKS

__all__ = ["change_document", "laid_out"]


def change_document(memo: ChangeMemo, look: str = "") -> bytes:
    """Return the memo as a .docx. The same memo gives the same bytes."""
    layout, sheets = laid_out(memo, look)
    return bound(layout, sheets, subject(layout.report, layout.key("subject")))


def laid_out(memo: ChangeMemo, look: str = "") -> tuple[Layout, list[Sheet]]:
    """Return the layout of the memo, and what stands on its sheets, the page turned for a long table of changes."""
    language = memo.report.language
    chosen = look if look in LOOKS[language] else LOOKS[language][0]
    report = replace(memo.report, limits=memo.limits, state="")
    layout = Layout(report, look_named(chosen, language), "changes", ("signature",))
    front = [*opening(layout), *versions(layout, memo), *in_short(layout, memo)]
    table = [*changes_table(layout, memo), *moves(layout, memo)]
    rest = [*fates_table(layout, memo), *lots(layout, memo), *limits(layout), *signatures(layout)]
    if is_wide(memo):
        return layout, [(False, front), (True, table), (False, rest)]
    return layout, [(False, [*front, *table, *rest])]
