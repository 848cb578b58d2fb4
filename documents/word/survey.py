"""One look over a part before it is walked: which paragraphs hold more than words, which runs say how they are set.

Asking every element of a long file what it is takes longer than all the rest; libxml2 finds those that matter at once.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from documents.word.names import MC, w
from documents.word.styles import TOGGLES

__all__ = ["FORMAT_CHANGE", "RUN_STYLE", "Survey"]

RUN_STYLE, FORMAT_CHANGE = w("rStyle"), w("rPrChange")
_PARAGRAPH, _VANISH = w("p"), w("vanish")
_SETTINGS = (*TOGGLES, RUN_STYLE, FORMAT_CHANGE)
_TELLING = (_VANISH, RUN_STYLE, FORMAT_CHANGE)  # whether words are read at all, and what was recorded of them
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

    def __init__(self, root: etree._Element | None = None, *, looks: bool = True) -> None:
        self.rich: set[etree._Element] = set()
        self.told: set[etree._Element] = set()  # without `looks`: the paragraphs of the runs in `settings`
        self.settings: dict[etree._Element, list[etree._Element]] = {}
        if root is None:
            return
        if looks:
            self._find_rich(root, _SPECIAL_TAGS)
            self._find_settings(root.iter(*_SETTINGS))
        else:
            telling = self._find_rich(root, (*_SPECIAL_TAGS, *_TELLING))
            self._find_settings(telling)

    def _find_rich(self, root: etree._Element, tags: Iterable[str]) -> list[etree._Element]:
        """Each special element makes the paragraph rich that began last before it: its own, or one too many.

        Return those that only tell something of a run; their paragraphs are `told`.
        """
        paragraph, rich, told = root, self.rich, self.told
        telling: list[etree._Element] = []
        for element in root.iter(_PARAGRAPH, *tags):
            tag = element.tag
            if tag == _PARAGRAPH:
                paragraph = element
            elif tag in _TELLING:
                telling.append(element)
                told.add(paragraph)
            else:
                rich.add(paragraph)
        return telling

    def _find_settings(self, elements: Iterable[etree._Element]) -> None:
        settings = self.settings
        for element in elements:
            properties = element.getparent()
            run = None if properties is None else properties.getparent()
            if run is not None:
                settings.setdefault(run, []).append(element)
