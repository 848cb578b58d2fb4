"""Which fonts and language tags a language is set in: Latin, East Asian, and those that run to the left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from export.word.names import sub

__all__ = ["CHINESE", "ENGLISH", "Faces", "add_fonts", "add_language", "faces_for", "is_chinese"]


@dataclass(frozen=True, slots=True)
class Faces:
    """The fonts and language tags of one language's files. East Asian fonts are named in every file.

    `complex` is the font of scripts that Word calls complex (Arabic, Hebrew, Thai, Hindi); "" for the Latin one.
    """

    latin: str
    latin_heading: str
    east_asian: str
    east_asian_heading: str
    language: str
    east_asian_language: str = "zh-CN"
    complex: str = ""
    complex_language: str = "ar-SA"


CHINESE = Faces("Times New Roman", "Times New Roman", "宋体", "黑体", "en-US")
ENGLISH = Faces("Times New Roman", "Times New Roman", "宋体", "黑体", "en-GB")
_TRADITIONAL: Final = replace(
    CHINESE, east_asian="新細明體", east_asian_heading="微軟正黑體", east_asian_language="zh-TW"
)
_BY_LANGUAGE: Final[Mapping[str, Faces]] = {
    "ja": replace(CHINESE, east_asian="ＭＳ 明朝", east_asian_heading="ＭＳ ゴシック", east_asian_language="ja-JP"),
    "ko": replace(CHINESE, east_asian="바탕", east_asian_heading="맑은 고딕", east_asian_language="ko-KR"),
    "ar": replace(ENGLISH, complex_language="ar-SA"),
    "he": replace(ENGLISH, complex_language="he-IL"),
    "th": replace(ENGLISH, complex="Angsana New", complex_language="th-TH"),
    "hi": replace(ENGLISH, complex="Mangal", complex_language="hi-IN"),
    **{
        tag[:2]: replace(ENGLISH, language=tag)
        for tag in ("de-DE", "fr-FR", "es-ES", "it-IT", "pt-PT", "nl-NL", "ru-RU", "el-GR")
    },
}


def is_chinese(language: str) -> bool:
    """Whether words in `language` are set as Chinese."""
    return language.lower().startswith("zh")


def faces_for(language: str) -> Faces:
    """Return the fonts for a language."""
    if language.lower().startswith("zh-hant"):
        return _TRADITIONAL
    return CHINESE if is_chinese(language) else _BY_LANGUAGE.get(language[:2].lower(), ENGLISH)


def add_fonts(properties: etree._Element, faces: Faces, *, heading: bool = False) -> None:
    """Append `w:rFonts` to run properties, with the East Asian font named and no theme font."""
    latin = faces.latin_heading if heading else faces.latin
    east_asian = faces.east_asian_heading if heading else faces.east_asian
    sub(
        properties,
        "rFonts",
        {"ascii": latin, "hAnsi": latin, "eastAsia": east_asian, "cs": faces.complex or latin},
    )


def add_language(properties: etree._Element, faces: Faces) -> None:
    """Append `w:lang` to run properties."""
    tags = {"val": faces.language, "eastAsia": faces.east_asian_language, "bidi": faces.complex_language}
    sub(properties, "lang", tags)
