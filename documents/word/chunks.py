"""Documents put whole into a Word file (w:altChunk): web pages, text and Word files, as paragraphs and tables to walk.

The elements made here belong to no part of the file: their words can be read, but nothing can be written into them.
"""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default as mail_rules

from lxml import etree

from documents.encodings import decode
from documents.errors import UnreadableDocument
from documents.word.names import w

__all__ = ["kind_of_chunk", "paragraphs_of_page", "paragraphs_of_text"]

_KINDS = {
    ".htm": "page",
    ".html": "page",
    ".xhtml": "page",
    ".mht": "mail",
    ".mhtml": "mail",
    ".eml": "mail",
    ".txt": "text",
    ".docx": "word",
    ".docm": "word",
    ".dotx": "word",
}
_UNSEEN = {"head", "script", "style", "template", "noscript", "title"}
_BLOCKS = {
    *("p", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "section", "article", "header", "footer"),
    *("main", "nav", "aside", "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "form", "body", "hr"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "center", "address", "figure", "figcaption", "fieldset"),
}
_MOST_DEEP = 400
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def kind_of_chunk(part: str, data: bytes) -> str:
    """Return "page", "mail", "text" or "word" for what can be read, "" for the rest (RTF)."""
    kind = _KINDS.get(part[part.rfind(".") :].lower(), "")
    start = data[:512].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith(b"pk\x03\x04"):
        return "word"
    if start.startswith(b"{\\rtf"):
        return ""
    if start.startswith((b"<!doctype html", b"<html")):
        return "page"
    return "mail" if start.startswith((b"mime-version:", b"from:")) else kind


def paragraphs_of_text(words: str) -> list[etree._Element]:
    """Return a w:p for each line."""
    return [_paragraph(line) for line in words.splitlines()]


def paragraphs_of_page(data: bytes, *, mail: bool = False) -> list[etree._Element]:
    """Return the paragraphs and tables of a web page, or of one saved as mail. Raises UnreadableDocument."""
    from lxml import html

    page = _page_in_mail(data) if mail else decode(data).text
    try:
        root = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument("damaged", name="") from error
    return list(_elements(root, 0))


def _page_in_mail(data: bytes) -> str:
    message = message_from_bytes(data, policy=mail_rules)
    for part in message.walk():
        if part.get_content_type() in {"text/html", "text/plain"}:
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return decode(content, encoding=part.get_content_charset() or "").text
    raise UnreadableDocument("damaged", name="")


def _elements(parent: etree._Element, depth: int) -> Iterator[etree._Element]:
    """Yield what a block holds: runs of words as paragraphs, tables as tables, blocks inside it one by one."""
    words: list[str] = [parent.text or ""]
    for child in parent:
        tag = child.tag if isinstance(child.tag, str) else ""
        if depth < _MOST_DEEP and (tag in _BLOCKS or _holds_blocks(child)):
            yield from _spoken(words, parent)
            words = []
            yield from [_table(child, depth)] if tag == "table" else _elements(child, depth + 1)
        elif tag == "br":
            words.append("\n")
        elif tag and tag not in _UNSEEN:
            words.extend(_inline(child))
        words.append(child.tail or "")
    yield from _spoken(words, parent)


def _holds_blocks(element: etree._Element) -> bool:
    return element.tag not in _UNSEEN and any(one.tag in _BLOCKS for one in element.iterdescendants())


def _inline(element: etree._Element) -> Iterator[str]:
    for one in element.iter():
        if one.tag == "br":
            yield "\n"
        elif isinstance(one.tag, str) and one.tag not in _UNSEEN:
            yield one.text or ""
        if one is not element:
            yield one.tail or ""


def _spoken(words: list[str], parent: etree._Element) -> Iterator[etree._Element]:
    lines = [" ".join(line.split()) for line in _spaces_joined(words).split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    if lines:
        tag = str(parent.tag)
        yield _paragraph("\n".join(lines), int(tag[1]) if tag[0] == "h" and tag[1:].isdecimal() else 0)


def _spaces_joined(words: list[str]) -> str:
    """Line ends of the source are spaces; only a br is a line end."""
    return "".join("\n" if one == "\n" else " ".join(one.split("\n")) for one in words)


def _table(element: etree._Element, depth: int) -> etree._Element:
    table = etree.Element(w("tbl"))
    for row in element.iter("tr"):
        made = etree.SubElement(table, w("tr"))
        for cell in row:
            if cell.tag in {"td", "th"}:
                inside = etree.SubElement(made, w("tc"))
                inside.extend(list(_elements(cell, depth + 1)) or [_paragraph("")])
    return table


def _paragraph(words: str, level: int = 0) -> etree._Element:
    paragraph = etree.Element(w("p"))
    if level:
        outline = etree.SubElement(etree.SubElement(paragraph, w("pPr")), w("outlineLvl"))
        outline.set(w("val"), str(level - 1))
    run = etree.SubElement(paragraph, w("r"))
    for number, line in enumerate(words.split("\n")):
        if number:
            etree.SubElement(run, w("br"))
        text = etree.SubElement(run, w("t"))
        text.set(XML_SPACE, "preserve")
        text.text = "".join(one for one in line if one >= " " or one == "\t")
    return paragraph
