"""Files cut, doubled and overwritten at random: read, or refused with a sentence; never anything else."""

from __future__ import annotations

import contextlib
import io
import zipfile
from email.message import EmailMessage
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.containers import contents
from documents.draft import Source
from documents.errors import UnreadableDocument
from documents.reader import open_here
from documents.readers import rtf

_O = "urn:oasis:names:tc:opendocument:xmlns:"
_ODT = (
    f'<office:document xmlns:office="{_O}office:1.0" xmlns:text="{_O}text:1.0" xmlns:table="{_O}table:1.0" '
    'office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:h>A</text:h>'
    '<text:list text:style-name="L"><text:list-item text:start-value="3"><text:p>b<text:s text:c="2"/>c</text:p>'
    '</text:list-item></text:list><table:table><table:table-row><table:table-cell table:number-columns-spanned="2">'
    "<text:p>d</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table></office:text></office:body>"
    "</office:document>"
).encode()


def _mail() -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"], message["Date"] = "Terms", "a@example.com", "Mon, 02 Jan 2023 10:00:00 +0800"
    message.set_content("1. Scope")
    message.add_alternative("<ol><li>Scope<li>Fees</ol>", subtype="html")
    message.add_attachment(b"words", maintype="application", subtype="pdf", filename="协议.pdf")
    return message.as_bytes()


def _zip(kind: str, **parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", kind)
        for name, words in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), words)
    return file.getvalue()


_FILES = {
    "a.fodt": _ODT,
    "a.odt": _zip("application/vnd.oasis.opendocument.text", content_xml=_ODT),
    "a.epub": _zip(
        "application/epub+zip",
        META_INF__container_xml=b'<container><rootfile full-path="book_xml"/></container>',
        book=b'<package><item id="a" href="x" media-type="text/html"/><itemref idref="a"/></package>',
    ),
    "a.eml": _mail(),
    "a.mhtml": _mail().replace(b"multipart/mixed", b"multipart/related"),
    "a.rtf": rb"{\rtf1\ansi{\b words} \'b8\u8217?\par}",
    "a.zip": _zip("x", inner_xml=b"y", words=b"z"),
}
_CHANGE = st.tuples(st.sampled_from(["cut", "double", "write", "drop"]), st.floats(0, 1), st.binary(max_size=6))


def _changed(data: bytes, change: tuple[str, float, bytes]) -> bytes:
    kind, where, words = change
    at = int(where * len(data))
    if kind == "cut":
        return data[:at]
    if kind == "double":
        return data[:at] + data[at // 2 : at] + data[at:]
    return data[:at] + words + data[at + (len(words) if kind == "write" else 8) :]


@pytest.mark.fuzz
@settings(max_examples=800, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(_FILES)), st.lists(_CHANGE, max_size=4))
def test_a_mutated_file_is_read_or_costs_a_sentence(name: str, changes: list[tuple[str, float, bytes]]) -> None:
    data = _FILES[name]
    for change in changes:
        data = _changed(data, change)
    with contextlib.suppress(UnreadableDocument), mock.patch.object(rtf, "office_program", return_value=""):
        document = open_here(Source(data, name))
        assert all(0 <= block.span.start <= block.span.end <= len(document.text) for block in document.blocks)
    with contextlib.suppress(UnreadableDocument):
        contents(data)
