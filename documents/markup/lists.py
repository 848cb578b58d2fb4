"""Labels of <ol> and <ul>: computed as a browser counts them, painted and never inserted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from documents.markup.tags import Attributes
from documents.word.number_formats import formatted

__all__ = ["OpenList", "numeral"]

_BULLETS = "•○▪"
_BULLET_STYLES: Mapping[str, str] = {"disc": "•", "circle": "○", "square": "▪", "none": ""}
_TYPES: Mapping[str, str] = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
_STYLES: Mapping[str, str] = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
    "trad-chinese-informal": "chineseCounting",
    "simp-chinese-formal": "chineseLegalSimplified",
    "trad-chinese-formal": "ideographLegalTraditional",
    "japanese-informal": "chineseCounting",
    "japanese-formal": "ideographLegalTraditional",
    "cjk-decimal": "ideographDigital",
    "cjk-heavenly-stem": "ideographTraditional",
    "cjk-earthly-branch": "ideographZodiac",
}
_WIDE_DELIMITER = {"chineseCounting", "chineseLegalSimplified", "ideographLegalTraditional", "ideographDigital"}
_WHOLE = re.compile(r"\s*([+-]?\d{1,9})")
_STYLE_WORD = re.compile(r"[a-z][a-z-]*")


@dataclass(slots=True)
class OpenList:
    """A list while it is read. `number` is that of the next item; `label` waits for the item's first words."""

    id: int
    ordered: bool
    level: int
    number: int
    step: int
    style: str
    depth: int
    label: str = ""

    @classmethod
    def begin(
        cls, tag: str, attributes: Attributes, styles: Mapping[str, str], *, around: list[OpenList], **more: int
    ) -> OpenList:
        """Begin a list inside the lists `around`; `id` and `items` (how many it has) come by name."""
        ordered = tag == "ol"
        backwards = ordered and "reversed" in attributes
        first = _whole(attributes.get("start"), more["items"] if backwards else 1)
        depth = sum(1 for one in around if not one.ordered)
        style = _style(attributes, styles) or ("decimal" if ordered else "")
        return cls(more["id"], ordered, len(around), first, -1 if backwards else 1, style, depth)

    def item(self, attributes: Attributes, styles: Mapping[str, str]) -> None:
        """Count one item and make its label."""
        if self.ordered:
            self.number = _whole(attributes.get("value"), self.number)
        own = _style(attributes, styles) if styles or "type" in attributes else ""
        self.label = self._label(own or self.style)
        self.number += self.step

    def _label(self, style: str) -> str:
        if style in _BULLET_STYLES:
            return _BULLET_STYLES[style]
        if style.startswith(("'", '"')):
            return style[1:-1].strip()
        if not self.ordered and style not in _STYLES and style not in _TYPES:
            return _BULLETS[min(self.depth, len(_BULLETS) - 1)]
        if style == "decimal":
            return f"{self.number}."
        wide = (_TYPES.get(style) or _STYLES.get(style)) in _WIDE_DELIMITER
        return f"{numeral(self.number, style)}{'、' if wide else '.'}"


@lru_cache(maxsize=4096)
def numeral(number: int, style: str) -> str:
    """Return a number as a list style writes it, in plain figures where the style is not known."""
    name = _TYPES.get(style) or _STYLES.get(style, "decimal")
    return _letters(number, name) if name.endswith("Letter") else formatted(number, name)


def _letters(number: int, name: str) -> str:
    """After z come aa, ab, ac: HTML counts so, Word does not."""
    if number < 1:
        return str(number)
    written = ""
    while number:
        number, letter = divmod(number - 1, 26)
        written = chr(ord("a") + letter) + written
    return written.upper() if name.startswith("upper") else written


def _style(attributes: Attributes, styles: Mapping[str, str]) -> str:
    stated = styles.get("list-style-type", "")
    if stated.startswith(("'", '"')) or stated in _STYLES or stated in _BULLET_STYLES:
        return stated
    short = next((word for word in _STYLE_WORD.findall(styles.get("list-style", "")) if _is_known(word)), "")
    kind = (attributes.get("type") or "").strip()
    return short or (kind if kind in _TYPES else kind.lower() if kind.lower() in _BULLET_STYLES else "")


def _is_known(word: str) -> bool:
    return word in _STYLES or word in _BULLET_STYLES


def _whole(written: str | None, otherwise: int) -> int:
    match = _WHOLE.match(written or "")
    return int(match[1]) if match else otherwise
