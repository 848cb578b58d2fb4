"""The parts of a memo around its words: types, relationships, settings, fonts, numbering, properties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC
from typing import Final
from xml.sax.saxutils import escape

from export.memo.markup import clean
from export.report import Report
from export.word.fonts import faces_for
from export.word.names import CP, DC, DCTERMS, R, W
from export.word.package_out import zip_parts
from export.word.theme import theme_part

__all__ = ["REFERENCE", "packed"]

REFERENCE: Final = f"{{{R}}}id"
"""The attribute that names a relationship; ours are named after their part."""

_DECLARED: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KINDS: Final = {
    "styles": "styles",
    "settings": "settings",
    "fontTable": "fontTable",
    "numbering": "numbering",
    "header1": "header",
    "header2": "header",
    "header3": "header",
    "footer1": "footer",
}
"""Every part beside the document, and what it is; a header only where there is one."""

_FONTS: Final = (
    ("Times New Roman", "", "02020603050405020304", "00", "roman"),
    ("Arial", "", "020B0604020202020204", "00", "swiss"),
    ("宋体", "SimSun", "02010600030101010101", "86", "roman"),
    ("黑体", "SimHei", "02010609060101010101", "86", "modern"),
    ("楷体", "KaiTi", "02010609060101010101", "86", "modern"),
    ("仿宋", "FangSong", "02010609060101010101", "86", "modern"),
    ("微软雅黑", "Microsoft YaHei", "020B0503020204020204", "86", "swiss"),
)

_SETTINGS: Final = f"""<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>
<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode"
 w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
<w:themeFontLang w:val="{{language}}" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/>
<w:listSeparator w:val=","/></w:settings>"""


def packed(report: Report, parts: Mapping[str, bytes], title: str) -> bytes:
    """Return the .docx of `parts` with everything else a package needs. Its times are the report's own."""
    kinds = {part: kind for part, kind in _KINDS.items() if kind != "header" or f"word/{part}.xml" in parts}
    chinese = report.language == "zh"
    return zip_parts(
        {
            "[Content_Types].xml": _types(kinds),
            "_rels/.rels": _root_relationships(),
            "docProps/core.xml": _core(report, title),
            **parts,
            "word/settings.xml": _text(_SETTINGS.format(language="en-US" if chinese else "en-GB")),
            "word/fontTable.xml": _font_table(),
            "word/numbering.xml": _numbering(report.language),
            "word/theme/theme1.xml": theme_part(faces_for(report.language)),
            "word/_rels/document.xml.rels": _relationships(kinds),
        }
    )


def _text(words: str) -> bytes:
    return (_DECLARED + words).encode()


def _types(kinds: Mapping[str, str]) -> bytes:
    listed = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_MAIN}{kind}+xml"/>' for part, kind in kinds.items()
    )
    return _text(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}document.main+xml"/>{listed}'
        '<Override PartName="/word/theme/theme1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _root_relationships() -> bytes:
    return _text(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="document" Type="{R}/officeDocument" Target="word/document.xml"/>'
        '<Relationship Id="core" Target="docProps/core.xml" '
        'Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/></Relationships>'
    )


def _relationships(kinds: Mapping[str, str]) -> bytes:
    listed = "".join(
        f'<Relationship Id="{part}" Type="{R}/{kind}" Target="{part}.xml"/>' for part, kind in kinds.items()
    )
    return _text(
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{listed}'
        f'<Relationship Id="theme1" Type="{R}/theme" Target="theme/theme1.xml"/></Relationships>'
    )


def _core(report: Report, title: str) -> bytes:
    author = escape(clean(report.heading.reviewer or report.heading.firm).strip())
    moment = report.made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    language = "zh-CN" if report.language == "zh" else "en-GB"
    return _text(
        f'<cp:coreProperties xmlns:cp="{CP}" xmlns:dc="{DC}" xmlns:dcterms="{DCTERMS}" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(clean(title))}</dc:title><dc:creator>{author}</dc:creator>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        f"<dc:language>{language}</dc:language></cp:coreProperties>"
    )


def _font_table() -> bytes:
    """Return the fonts with their other names, by which a system in another language knows them."""
    fonts = "".join(
        f'<w:font w:name="{name}">{f"<w:altName w:val={chr(34)}{other}{chr(34)}/>" if other else ""}'
        f'<w:panose1 w:val="{panose}"/><w:charset w:val="{charset}"/><w:family w:val="{family}"/></w:font>'
        for name, other, panose, charset, family in _FONTS
    )
    return _text(f'<w:fonts xmlns:w="{W}">{fonts}</w:fonts>')


_HEADS: Final = {
    "zh": (("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."),
           ("decimal", "（%4）")),
    "en": (("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), ("lowerRoman", "(%4)")),
}  # fmt: skip
_ITEMS: Final = {"zh": (("decimal", "%1."),), "en": (("lowerLetter", "(%1)"),)}
_DECISIONS: Final = (("decimal", "%1."),)

Levels = Sequence[tuple[str, str]]


def _numbering(language: str) -> bytes:
    """Return three lists: the headings' numbers, the limits', the decisions'."""
    lists: tuple[Levels, ...] = (_HEADS[language], _ITEMS[language], _DECISIONS)
    abstract = "".join(_abstract(order, levels, language) for order, levels in enumerate(lists))
    numbers = "".join(
        f'<w:num w:numId="{order + 1}"><w:abstractNumId w:val="{order}"/></w:num>' for order in range(len(lists))
    )
    return _text(f'<w:numbering xmlns:w="{W}">{abstract}{numbers}</w:numbering>')


def _abstract(order: int, given: Levels, language: str) -> str:
    levels = "".join(_level(order, level, given, language) for level in range(9))
    return (
        f'<w:abstractNum w:abstractNumId="{order}"><w:nsid w:val="3C1A4E{order + 16:02X}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="5D2B7F{order + 16:02X}"/>{levels}</w:abstractNum>'
    )


def _level(order: int, level: int, given: Levels, language: str) -> str:
    """Return one of the nine levels that Word wants; those not given stand ready for whoever edits the file."""
    deep = ".".join(f"%{number}" for number in range(1, level + 2))
    kind, text = given[level] if level < len(given) else ("decimal", deep)
    heads = order == 0 and level < len(_HEADS[language])
    linked = f'<w:pStyle w:val="Heading{level + 1}"/>' if heads and level <= 2 else ""  # noqa: PLR2004 - three styles
    close = heads and language == "zh"
    indent = 0 if close else 420 * (level + 1)
    hanging = 0 if close else 420 + (160 * level if heads else 0)
    indent = hanging if heads and not close else indent
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}'
        f'<w:suff w:val="{"nothing" if close else "tab"}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )
