"""Small files of every format and what chance makes of them: cut, doubled, swapped, with numbers that are too large."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from benchmarks.pdf_reading import policy_pdf
from benchmarks.web_pages import long_web_page
from benchmarks.word_files import long_word_file

__all__ = ["File", "corpus_files", "mutated", "our_files"]

File = tuple[str, bytes]

_MOST = 2_000_000  # bytes of a corpus file worth breaking
_ENDINGS = frozenset(
    {".docx", ".docm", ".pdf", ".html", ".htm", ".mhtml", ".md", ".txt", ".odt", ".fodt", ".epub", ".eml", ".rtf"}
)
_WORDS = (
    *(b"<", b">", b"&", b"&#0;", b"&#x110000;", b"&x;", b"\xff\xfe", b"\xef\xbb\xbf", b"\0", b"\r", b"\xe2\x80\xa8"),
    *(b"</w:p>", b"<w:tbl>", b"<w:tc>", b"<w:r><w:t>", b"<w:numPr>", b"<mc:AlternateContent>", b"<w:ins>", b"<w:del>"),
    *(b"<table>", b"<td rowspan=9999>", b"</div>", b"<ol start=-5>", b"<li value=x>", b"<script>", b"<!--", b"<ruby>"),
    *(b"endobj", b"stream\n", b"<<", b">>", b"/Kids[1 0 R]", b" 0 R", b"/Length 999999999", b"trailer"),
    *(
        b"\n\n",
        b"| a |\n|---|\n",
        b"> ",
        b"- ",
        b"1. ",
        b"```",
        b"](",
        "第一条".encode(),
        "（一）".encode(),
        b"Article I",
    ),
)
_NUMBERS = (b"0", b"-1", b"1", b"65536", b"2147483648", b"99999999999999999999", b"1e9", b"")
_NUMBER = re.compile(rb"\d+")
_HEAD = b"PK\x03\x04"
_INSIDE = 0.85  # of the mutants of a package are broken inside a part, not as a zip


def our_files() -> list[File]:
    """Return files of our own making, one or more for each reader that needs no LibreOffice."""
    page = long_web_page(6_000).encode()
    plain = "第一章 总则\n第一条 范围\n（一）收集；\n（二）使用。\n1. Scope\n1.1 Data 🔒\n(a) one;\n(b) two.\n".encode()
    marked = (
        b"# Policy\n\n1. One\n   - two\n\n| a | b |\n|---|---|\n| c | d |\n\n> quote **bold** [x](y)[^1]\n\n[^1]: n"
    )
    return [
        ("a.docx", long_word_file(1)),
        ("a.pdf", policy_pdf(3)),
        ("a.html", page),
        ("a.mhtml", b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page),
        ("a.eml", b"From: a@example.org\r\nSubject: Terms\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + plain),
        ("a.epub", _epub(page)),
        ("a.fodt", _ODT),
        ("a.odt", _zip("application/vnd.oasis.opendocument.text", {"content.xml": _ODT})),
        ("a.md", marked),
        ("a.txt", plain),
        ("b.txt", plain.decode().encode("gb18030")),
    ]


def corpus_files(shared: Path) -> list[File]:
    """Return the files of the shared corpora that are small enough."""
    found = (path for path in sorted((shared / "corpora").rglob("*")) if path.suffix.lower() in _ENDINGS)
    return [(path.name, path.read_bytes()) for path in found if os.path.getsize(path) <= _MOST]  # noqa: PTH202


def mutated(data: bytes, chance: Random) -> bytes:
    """Return a file broken in some places; a package mostly inside one of its parts."""
    if data.startswith(_HEAD) and chance.random() < _INSIDE:
        try:
            return _broken_inside(data, chance)
        except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError, ValueError, OSError):
            pass
    return _broken(data, chance)


def _broken(data: bytes, chance: Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        data = chance.choice(_WAYS)(data, chance)
    return data


def _broken_inside(data: bytes, chance: Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = [name for name in old.namelist() if not name.endswith("/")]
        chosen = chance.choice([name for name in names if name.endswith("xml")] or names)
        for name in dict.fromkeys(names):
            words = old.read(name)
            new.writestr(name, _broken(words, chance) if name == chosen else words)
    return out.getvalue()


def _piece(data: bytes, chance: Random, most: int = 400) -> tuple[int, int]:
    at = chance.randrange(len(data) + 1)
    return at, min(at + chance.randrange(most), len(data))


def _cut(data: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _dropped(data: bytes, chance: Random) -> bytes:
    start, end = _piece(data, chance)
    return data[:start] + data[end:]


def _doubled(data: bytes, chance: Random) -> bytes:
    start, end = _piece(data, chance, 4_000)
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 30)) + data[end:]


def _moved(data: bytes, chance: Random) -> bytes:
    start, end = _piece(data, chance)
    rest = data[:start] + data[end:]
    at = chance.randrange(len(rest) + 1)
    return rest[:at] + data[start:end] + rest[at:]


def _written(data: bytes, chance: Random) -> bytes:
    at, _ = _piece(data, chance)
    words = chance.choice(_WORDS) if chance.random() < 0.7 else chance.randbytes(chance.randrange(1, 6))  # noqa: PLR2004
    return data[:at] + words + data[at + chance.choice((0, len(words))) :]


def _counted(data: bytes, chance: Random) -> bytes:
    """Put another number in place of one that is there."""
    found = _NUMBER.search(data, chance.randrange(len(data) + 1))
    return data if found is None else data[: found.start()] + chance.choice(_NUMBERS) + data[found.end() :]


_WAYS: Sequence[Callable[[bytes, Random], bytes]] = (_cut, _dropped, _doubled, _moved, _written, _written, _counted)


def _zip(kind: str, parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", kind)
        for name, words in parts.items():
            archive.writestr(name, words)
    return file.getvalue()


def _epub(page: bytes) -> bytes:
    item = b'<item id="a" href="x.xhtml" media-type="application/xhtml+xml"/>'
    return _zip(
        "application/epub+zip",
        {
            "META-INF/container.xml": b'<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
            "b.opf": b"<package><manifest>" + item + b'</manifest><spine><itemref idref="a"/></spine></package>',
            "x.xhtml": page,
        },
    )


_O = "urn:oasis:names:tc:opendocument:xmlns:"
_ODT = (
    f'<office:document xmlns:office="{_O}office:1.0" xmlns:text="{_O}text:1.0" xmlns:table="{_O}table:1.0" '
    'office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:h>A</text:h>'
    '<text:list text:style-name="L"><text:list-item text:start-value="3"><text:p>b<text:s text:c="2"/>c</text:p>'
    '</text:list-item></text:list><table:table><table:table-row><table:table-cell table:number-columns-spanned="2">'
    "<text:p>d</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>"
    "</office:text></office:body></office:document>"
).encode()
