"""A Word file as long as one likes, made as lawyers make them.

Numbered clauses in several levels, split runs with the ids Word gives them, bookmarks, tables, footnotes, links,
changes and comments with answers.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

__all__ = ["CHARACTERS_A_PAGE", "long_word_file"]

CHARACTERS_A_PAGE = 1_850  # of LibreOffice's PDF of such a file
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ENGLISH = (
    "The Supplier shall process personal data only on documented instructions, and keep a record of each request. "
)
_CHINESE = "我们会按照法律法规的要求，对您的个人信息采取相应的保护措施，并在收到请求后十五个工作日内予以答复。"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_PARTS = ("document", "styles", "numbering", "footnotes", "comments", "commentsExtended")
_OUTSIDE = f'<Relationship Id="rOut" Type="{_R}/hyperlink" Target="https://example.org/" TargetMode="External"/>'
_BY = 'w:id="9" w:author="Reviewer" w:date="2026-01-02T03:04:05Z"'


def long_word_file(pages: int) -> bytes:
    """Return a .docx of about so many printed pages."""
    body, notes, comments = _body(pages * CHARACTERS_A_PAGE)
    inside = {
        "document": f"<w:body>{body}<w:sectPr/></w:body>",
        "styles": _styles(),
        "numbering": _numbering(),
        "footnotes": "".join(f'<w:footnote w:id="{note}"><w:p>{_run(_ENGLISH)}</w:p></w:footnote>' for note in notes),
        "comments": "".join(_comment(number, _ENGLISH) for number in comments),
    }
    threads = "".join(_thread(number) for number in comments)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _content_types())
        archive.writestr("_rels/.rels", _links({"rId1": ("officeDocument", "word/document.xml")}))
        links = {f"rId{number}": (name, f"{name}.xml") for number, name in enumerate(_PARTS[1:], 1)}
        archive.writestr("word/_rels/document.xml.rels", _links(links, _OUTSIDE))
        for name, xml in inside.items():
            spaces = f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:w14="{_W14}"'
            archive.writestr(f"word/{name}.xml", f"<w:{name} {spaces}>{xml}</w:{name}>")
        archive.writestr("word/commentsExtended.xml", f'<w15:commentsEx xmlns:w15="{_W15}">{threads}</w15:commentsEx>')
    return file.getvalue()


def _body(characters: int) -> tuple[str, list[int], list[int]]:
    pieces: list[str] = []
    notes: list[int] = []
    comments: list[int] = []
    written = number = 0
    while written < characters:
        number += 1
        words = (_ENGLISH if number % 3 else _CHINESE) * (1 + number % 4)
        if number % 20 == 1:
            words = f"Clause {number} on its subject"
            mark = f'<w:bookmarkStart w:id="{number}" w:name="_Toc{number}"/>'
            end = f'<w:bookmarkEnd w:id="{number}"/>'
            pieces.append(_paragraph(f"{mark}{_run(words)}{end}", '<w:pStyle w:val="Heading1"/>'))
        elif number % 37 == 0:
            cells = "".join(f"<w:tc>{_paragraph(_run(words[:60]))}</w:tc>" for _ in range(3))
            pieces.append(f"<w:tbl>{f'<w:tr>{cells}</w:tr>' * 3}</w:tbl>")
        else:
            note = [number] if number % 25 == 0 else []
            remark = [number * 2, number * 2 + 1] if number % 40 == 0 else []
            notes.extend(note)
            comments.extend(remark)
            pieces.append(_clause(words, number, note, remark))
        written += len(words)
    return "".join(pieces), notes, comments


def _clause(words: str, number: int, note: list[int], remark: list[int]) -> str:
    level = number % 3
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>' if number % 2 else ""
    runs = list(_runs(words))
    if number % 11 == 0:
        runs[1] = f"<w:ins {_BY}>{runs[1]}</w:ins><w:del {_BY}><w:r><w:delText>never</w:delText></w:r></w:del>"
    if number % 13 == 0:
        runs[0] = f'<w:hyperlink r:id="rOut">{runs[0]}</w:hyperlink>'
    runs.extend(f'<w:r><w:footnoteReference w:id="{one}"/></w:r>' for one in note)
    starts = "".join(f'<w:commentRangeStart w:id="{one}"/>' for one in remark)
    ends = "".join(f'<w:commentRangeEnd w:id="{one}"/><w:r><w:commentReference w:id="{one}"/></w:r>' for one in remark)
    return _paragraph(f"{starts}{''.join(runs)}{ends}", properties)


def _comment(number: int, words: str) -> str:
    about = f'w:id="{number}" w:author="Reviewer {number % 3}" w:initials="R" w:date="2026-01-02T03:04:05Z"'
    return f'<w:comment {about}><w:p w14:paraId="{number:08X}">{_run(words)}</w:p></w:comment>'


def _thread(number: int) -> str:
    """Every odd comment answers the one before it."""
    parent = f' w15:paraIdParent="{number - 1:08X}"' if number % 2 else ""
    return f'<w15:commentEx w15:paraId="{number:08X}"{parent} w15:done="0"/>'


def _runs(words: str) -> Iterator[str]:
    """Runs of uneven length, as Word leaves them after editing."""
    start, turn = 0, 0
    while start < len(words):
        length = (23, 61, 9, 140)[turn % 4]
        yield _run(words[start : start + length], "<w:b/>" if turn % 5 == 1 else "")
        start, turn = start + length, turn + 1
    yield _run(" ")


def _paragraph(inside: str, properties: str = "") -> str:
    ids = 'w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E" w:rsidP="00C51D2F"'
    return f"<w:p {ids}><w:pPr>{properties}<w:spacing w:after='120'/></w:pPr>{inside}</w:p>"


def _run(words: str, look: str = "") -> str:
    fonts = '<w:rFonts w:ascii="Arial" w:eastAsia="SimSun"/>'
    said = f'{fonts}{look}<w:sz w:val="21"/><w:lang w:eastAsia="zh-CN"/>'
    return f'<w:r w:rsidRPr="00C51D2F"><w:rPr>{said}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def _styles() -> str:
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    )


def _numbering() -> str:
    kinds = (("chineseCounting", "第%1条"), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"))
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, (kind, text) in enumerate(kinds)
    )
    used = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{used}'


def _links(links: dict[str, tuple[str, str]], more: str = "") -> str:
    inside = "".join(
        f'<Relationship Id="{key}" Type="{_R}/{kind}" Target="{target}"/>' for key, (kind, target) in links.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}{more}</Relationships>'


def _content_types() -> str:
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.'
        f"{'document.main' if name == 'document' else name}"
        '+xml"/>'
        for name in _PARTS
    )
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{rels}{parts}</Types>'
