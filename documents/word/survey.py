"""One look over a part before it is walked: which paragraphs hold more than words, which runs say how they are set.

Asking every element of a long file what it is takes longer than all the rest; libxml2 finds those that matter at once.
"""

from __future__ import annotations

from lxml import etree

from documents.word.names import MC, w
from documents.word.styles import TOGGLES

__all__ = ["FORMAT_CHANGE", "RUN_STYLE", "Survey"]

RUN_STYLE, FORMAT_CHANGE = w("rStyle"), w("rPrChange")
_PARAGRAPH, _VANISH = w("p"), w("vanish")
_SETTINGS = (*TOGGLES, RUN_STYLE, FORMAT_CHANGE)
_MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
# Whatever is more than words, a tab or a line break in a run.
_SPECIAL = (
    *("ins", "del", "moveFrom", "moveTo", "fldChar", "fldSimple", "instrText", "hyperlink", "delText"),
    *("delInstrText", "sdt", "smartTag", "customXml", "ruby", "rt", "dir", "bdo", "drawing", "pict", "object"),
    *("txbxContent", "sym", "ptab", "cr", "noBreakHyphen", "commentRangeStart", "commentRangeEnd"),
    *("commentReference", "footnoteReference", "endnoteReference", "altChunk", "subDoc", "control", "contentPart"),
)
_SPECIAL_TAGS = (*map(w, _SPECIAL), f"{{{MC}}}AlternateContent", f"{{{_MATHS}}}oMath", f"{{{_MATHS}}}oMathPara")


class Survey:
    """What was found. Of a paragraph it never saw nothing is known, and it counts as one of words alone."""

    def __init__(self, root: etree._Element | None = None) -> None:
        self.rich: set[etree._Element] = set()
        self.settings: dict[etree._Element, list[etree._Element]] = {}
        if root is not None:
            self._find_rich(root)
            self._find_settings(root)

    def _find_rich(self, root: etree._Element) -> None:
        """Each special element makes the paragraph rich that began last before it: its own, or one too many."""
        paragraph, rich = root, self.rich
        for element in root.iter(_PARAGRAPH, *_SPECIAL_TAGS):
            if element.tag == _PARAGRAPH:
                paragraph = element
            else:
                rich.add(paragraph)

    def _find_settings(self, root: etree._Element) -> None:
        settings = self.settings
        for element in root.iter(*_SETTINGS):
            properties = element.getparent()
            run = None if properties is None else properties.getparent()
            if run is not None:
                settings.setdefault(run, []).append(element)
