"""The parts of a Word file that we make ourselves, all but its body: nothing in them comes from this machine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from lxml import etree

from export.word.fonts import Faces, add_fonts, faces_for, is_chinese
from export.word.names import CP, DC, DCTERMS, XML_SPACE, element, legal, sub, to_bytes, w
from export.word.out_package import OutPackage
from export.word.theme import font_table_part, theme_part

__all__ = ["FOOTER_ID", "MAIN", "FileFacts", "add_page_field", "add_page_line", "core_properties", "new_package"]

MAIN: Final = "word/document.xml"
FOOTER_ID: Final = "rId3"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/"
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_TYPES: Final = (
    f'<Types xmlns="{_PACKAGE}content-types">'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Default Extension="xml" ContentType="application/xml"/>'
    f'<Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>'
    f'<Default Extension="gif" ContentType="image/gif"/></Types>'
)


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file says of itself in its properties."""

    title: str
    creator: str
    now: datetime
    language: str


def new_package(body: bytes, styles: bytes, footer: bytes, facts: FileFacts) -> OutPackage:
    """Return a package with a body, styles and a footer; the footer's relationship is always FOOTER_ID."""
    package = OutPackage({"[Content_Types].xml": _TYPES.encode()})
    properties = "application/vnd.openxmlformats-package.core-properties+xml"
    package.set("docProps/core.xml", core_properties(facts), properties)
    package.set("docProps/app.xml", _app(), "application/vnd.openxmlformats-officedocument.extended-properties+xml")
    package.set(MAIN, body, f"{_TYPE}document.main+xml")
    package.relate("", f"{_OFFICE}officeDocument", MAIN)
    package.relate("", f"{_PACKAGE}relationships/metadata/core-properties", "docProps/core.xml")
    package.relate("", f"{_OFFICE}extended-properties", "docProps/app.xml")
    package.main = MAIN
    faces = faces_for(facts.language)
    for kind, name, data, content_type in (
        ("styles", "styles.xml", styles, f"{_TYPE}styles+xml"),
        ("settings", "settings.xml", _settings(facts.language), f"{_TYPE}settings+xml"),
        ("footer", "footer1.xml", footer, f"{_TYPE}footer+xml"),
        ("fontTable", "fontTable.xml", font_table_part(faces), f"{_TYPE}fontTable+xml"),
        ("theme", "theme/theme1.xml", theme_part(faces), "application/vnd.openxmlformats-officedocument.theme+xml"),
    ):
        package.set(f"word/{name}", data, content_type)
        package.relate(MAIN, f"{_OFFICE}{kind}", f"word/{name}")
    return package


def add_page_line(footer: etree._Element, language: str) -> None:
    """Append a line that says which page of how many this is."""
    faces = faces_for(language)
    paragraph = sub(footer, "p")
    sub(sub(paragraph, "pPr"), "pStyle", {"val": "Footer"})
    before, between, after = ("第 ", " 页　共 ", " 页") if is_chinese(language) else ("Page ", " of ", "")
    _words(paragraph, before, faces)
    add_page_field(paragraph, "PAGE", "1", faces)
    _words(paragraph, between, faces)
    add_page_field(paragraph, "NUMPAGES", "1", faces)
    _words(paragraph, after, faces)


def add_page_field(paragraph: etree._Element, code: str, cached: str, faces: Faces) -> None:
    """Append a complex field with a result that reads right before Word works it out anew."""
    for kind in ("begin", "code", "separate", "result", "end"):
        run = sub(paragraph, "r")
        add_fonts(sub(run, "rPr"), faces)
        if kind == "code":
            made = sub(run, "instrText")
            made.text = f" {code} "
            made.set(XML_SPACE, "preserve")
        elif kind == "result":
            sub(run, "t").text = cached
        else:
            sub(run, "fldChar", {"fldCharType": kind})


def _words(paragraph: etree._Element, words: str, faces: Faces) -> None:
    if words:
        run = sub(paragraph, "r")
        add_fonts(sub(run, "rPr"), faces)
        text = sub(run, "t")
        text.text = words
        text.set(XML_SPACE, "preserve")


def core_properties(facts: FileFacts) -> bytes:
    """Return what a file says of itself: its title, who wrote it, when."""
    root = etree.Element(f"{{{CP}}}coreProperties", nsmap={"cp": CP, "dc": DC, "dcterms": DCTERMS, "xsi": _XSI})
    etree.SubElement(root, f"{{{DC}}}title").text = legal(facts.title)
    etree.SubElement(root, f"{{{DC}}}creator").text = legal(facts.creator)
    etree.SubElement(root, f"{{{CP}}}lastModifiedBy").text = legal(facts.creator)
    moment = facts.now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for name in ("created", "modified"):
        made = etree.SubElement(root, f"{{{DCTERMS}}}{name}")
        made.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
        made.text = moment
    return to_bytes(root)


def _app() -> bytes:
    uri = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return to_bytes(etree.fromstring(f'<Properties xmlns="{uri}"><Application>Clausemark</Application></Properties>'))


def _settings(language: str) -> bytes:
    root = element("settings")
    faces = faces_for(language)
    sub(root, "zoom", {"percent": "100"})
    sub(root, "defaultTabStop", {"val": "420" if is_chinese(language) else "720"})
    sub(root, "characterSpacingControl", {"val": "compressPunctuation" if is_chinese(language) else "doNotCompress"})
    compat = sub(root, "compat")
    chinese = ("spaceForUL", "balanceSingleByteDoubleByteWidth", "doNotLeaveBackslashAlone", "ulTrailSpace")
    for name in chinese if is_chinese(language) else ():
        sub(compat, name)
    sub(compat, "doNotExpandShiftReturn")  # a line ended by hand in a justified paragraph stays as long as it is
    for name in ("adjustLineHeightInTable", "useFELayout") if is_chinese(language) else ():
        sub(compat, name)
    setting = sub(compat, "compatSetting")
    for name, value in (
        ("name", "compatibilityMode"), ("uri", "http://schemas.microsoft.com/office/word"), ("val", "15"),
    ):  # fmt: skip
        setting.set(w(name), value)
    sub(root, "themeFontLang", {"val": faces.language, "eastAsia": faces.east_asian_language})
    sub(root, "decimalSymbol", {"val": "."})
    sub(root, "listSeparator", {"val": ","})
    return to_bytes(root)
