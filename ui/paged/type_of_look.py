"""The letters of each look of a memo or report, as near to those of the Word file as a system has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFont

from export.writer import LOOKS
from ui.paged.measures import units

__all__ = ["TypeOfLook", "type_of_look"]

_TIMES: Final = ("Times New Roman", "Liberation Serif", "Tinos", "Noto Serif")
_ARIAL: Final = ("Arial", "Liberation Sans", "Arimo", "Noto Sans")
_SONG: Final = ("SimSun", "Songti SC", "Noto Serif CJK SC", "Noto Serif SC")
_HEI: Final = ("SimHei", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC")
_FANG: Final = ("FangSong", "FangSong_GB2312", "STFangsong", "Noto Serif CJK SC", "Noto Serif SC")


@dataclass(frozen=True, slots=True)
class TypeOfLook:
    """Families of text and headings, and the size of the text in points."""

    text: tuple[str, ...]
    headings: tuple[str, ...]
    size: float
    leading: int

    def font(self) -> QFont:
        """Return the font of the text, in units."""
        font = QFont()
        font.setFamilies(list(self.text))
        font.setPixelSize(units(self.size))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def sheet(self) -> str:
        """Return the style sheet of a part."""
        heads = ", ".join(f"'{family}'" for family in self.headings)
        sizes = {"h1": 1.6, "h2": 1.2, "h3": 1.06, "h4": 1.0}
        rules = [
            f"{tag} {{ font-family:{heads}; font-size:{units(self.size * share)}px; font-weight:600;"
            f" color:{'#1F3A5F' if tag == 'h2' else '#111111'};"
            f" margin-top:{units(14 if tag == 'h2' else 10)}px; margin-bottom:{units(4)}px; }}"
            for tag, share in sizes.items()
        ]
        return "".join([*rules, *self._paragraphs(heads)])

    def _paragraphs(self, heads: str) -> list[str]:
        small, tight = units(self.size * 0.86), f"line-height:{max(self.leading - 15, 120)}%"
        return [
            f"h1 {{ margin-bottom:{units(12)}px; }}",
            f"p {{ margin-top:{units(2)}px; margin-bottom:{units(4)}px; line-height:{self.leading}%; }}",
            f"p.firm {{ font-family:{heads}; margin-bottom:{units(10)}px; }}",
            f"p.small {{ font-size:{small}px; color:#44505F; }}",
            f"h5, h6 {{ font-size:{small}px; font-weight:400; color:#44505F; }}",
            f"h5, h6 {{ margin-top:{units(1)}px; margin-bottom:{units(3)}px; }}",
            f"h6 {{ font-family:{heads}; margin-top:{units(8)}px; }}",
            f"p.cell {{ font-size:{units(self.size * 0.8)}px; margin-top:0px; margin-bottom:0px; {tight}; }}",
            f"p.wording {{ margin-top:0px; margin-bottom:0px; {tight}; }}",
            f"p.head, p.fact {{ font-family:{heads}; font-size:{small}px; font-weight:600; }}",
            "p.head, p.fact { margin-top:0px; margin-bottom:0px; }",
            "p.fact { color:#44505F; font-weight:400; }",
            f"p.item {{ margin-left:{units(16)}px; text-indent:-{units(16)}px; }}",
            f"p.gap {{ font-size:{units(4)}px; margin:0px; line-height:100%; }}",
        ]


_TYPES: Final[Mapping[str, TypeOfLook]] = {
    "classic": TypeOfLook(_TIMES + _SONG, _TIMES + _SONG, 11, 125),
    "modern": TypeOfLook(_ARIAL + _HEI, _ARIAL + _HEI, 10, 130),
    "firm": TypeOfLook(_TIMES + _SONG, _TIMES + _HEI, 11, 150),
    "official": TypeOfLook(_TIMES + _FANG, _TIMES + _HEI, 13, 150),
}


def type_of_look(look: str, language: str) -> TypeOfLook:
    """Return the letters of a look; of "" or of one that the language does not have, those of its usual one."""
    known = LOOKS["zh" if language.startswith("zh") else "en"]
    return _TYPES[look if look in known else known[0]]
