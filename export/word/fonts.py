"""Which fonts and language tags a language is set in, Latin and East Asian side by side."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from export.word.names import sub

__all__ = ["CHINESE", "ENGLISH", "Faces", "add_fonts", "add_language", "faces_for", "is_chinese"]


@dataclass(frozen=True, slots=True)
class Faces:
    """The fonts and language tags of one language's files. East Asian fonts are named in every file."""

    latin: str
    latin_heading: str
    east_asian: str
    east_asian_heading: str
    language: str
    east_asian_language: str = "zh-CN"


CHINESE = Faces("Times New Roman", "Times New Roman", "宋体", "黑体", "en-US")
ENGLISH = Faces("Times New Roman", "Times New Roman", "宋体", "黑体", "en-GB")


def is_chinese(language: str) -> bool:
    """Whether words in `language` are set as Chinese."""
    return language.lower().startswith("zh")


def faces_for(language: str) -> Faces:
    """Return the fonts for a language."""
    return CHINESE if is_chinese(language) else ENGLISH


def add_fonts(properties: etree._Element, faces: Faces, *, heading: bool = False) -> None:
    """Append `w:rFonts` to run properties, with the East Asian font named and no theme font."""
    latin = faces.latin_heading if heading else faces.latin
    east_asian = faces.east_asian_heading if heading else faces.east_asian
    sub(properties, "rFonts", {"ascii": latin, "hAnsi": latin, "eastAsia": east_asian, "cs": latin})


def add_language(properties: etree._Element, faces: Faces) -> None:
    """Append `w:lang` to run properties."""
    sub(properties, "lang", {"val": faces.language, "eastAsia": faces.east_asian_language, "bidi": "ar-SA"})
