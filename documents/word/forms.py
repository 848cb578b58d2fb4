"""What the old form fields of Word show without having it as text: a ticked box, the chosen entry of a list."""

from __future__ import annotations

from lxml import etree

from documents.word.names import attribute, child_value, is_on, w
from documents.word.styles import whole_number

__all__ = ["shown_by_form"]

_TICKED, _EMPTY = "☒", "☐"


def shown_by_form(begin: etree._Element) -> str:
    """Return what the form field shows that this w:fldChar begins, "" for other fields and for one with a result."""
    form = begin.find(w("ffData"))
    if form is None:
        return ""
    box, entries = form.find(w("checkBox")), form.find(w("ddList"))
    if box is not None:
        ticked = is_on(box, "checked")
        return _TICKED if (is_on(box, "default") if ticked is None else ticked) else _EMPTY
    if entries is None:
        return ""
    chosen = whole_number(child_value(entries, "result") or child_value(entries, "default")) or 0
    words = [attribute(one, "val") or "" for one in entries.iterfind(w("listEntry"))]
    return words[chosen] if 0 <= chosen < len(words) else ""
