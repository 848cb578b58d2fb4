"""A small Word file with tracked changes by two people and hidden words."""

from __future__ import annotations

import io
import zipfile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def _run(words: str, tag: str = "t", properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'


def _by(kind: str, author: str, inside: str) -> str:
    return f'<w:{kind} w:id="1" w:author="{author}" w:date="2026-01-02T03:04:05Z">{inside}</w:{kind}>'


def revised_docx(*, plain: bool = False) -> bytes:
    """Return the file; `plain` is the same text without anything tracked."""
    inserted = (
        _run("thirty") if plain else _by("del", "Ann", _run("sixty", "delText")) + _by("ins", "Bo", _run("thirty"))
    )
    hidden = "" if plain else _run("ask the client", properties="<w:vanish/>")
    body = "".join(
        f"<w:p>{inside}</w:p>"
        for inside in (
            _run("Harbour notice"),
            _run("1. We keep your data for ") + inserted + _run(" days."),
            _run("2. We share it.") + hidden,
            _run("3. Write to us."),
        )
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(_entry("[Content_Types].xml"), f'<Types xmlns="{_PACKAGE}/content-types"/>')
        target = f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/>'
        archive.writestr(
            _entry("_rels/.rels"), f'<Relationships xmlns="{_PACKAGE}/relationships">{target}</Relationships>'
        )
        archive.writestr(
            _entry("word/document.xml"), f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
        )
    return file.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
