"""Comments as XML, written as text: a thousand of them are parsed at once sooner than made element by element."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from export.word.fonts import Faces
from export.word.names import legal
from export.word.styles import CommentStyles

if TYPE_CHECKING:
    from export.word.comments import Comment, Line

__all__ = ["CommentXml", "lasting_xml", "person_xml", "thread_xml", "time_xml"]

_FIRST_CJK: Final = "\u2e80"
_SMALL: Final = '<w:sz w:val="16"/>'  # half points, as in Word's own style


class CommentXml:
    """Writes comments in the faces and styles of one file."""

    def __init__(self, faces: Faces, styles: CommentStyles) -> None:
        style = f"<w:rStyle w:val={_quoted(styles.reference)}/>" if styles.reference else _SMALL
        self._mark = f"<w:r><w:rPr>{style}</w:rPr><w:annotationRef/></w:r>"
        self._paragraph = f"<w:pPr><w:pStyle w:val={_quoted(styles.text)}/></w:pPr>" if styles.text else ""
        self._face = f" w:eastAsia={_quoted(faces.east_asian)}/>"
        self._tongue = f"<w:lang w:val={_quoted(faces.language)} w:eastAsia={_quoted(faces.east_asian_language)}/>"

    def comment(self, comment: Comment) -> str:
        """Return a w:comment: a paragraph a line, the last one bearing the mark."""
        lines = ["".join(self._runs(line)) for line in comment.lines]
        lines[0] = self._mark + lines[0]
        key = f' w14:paraId="{comment.mark}" w14:textId="77777777"'
        said = "".join(f"<w:p>{self._paragraph}{line}</w:p>" for line in lines[:-1])
        # The author's wall clock, as Word shows it untouched; without a Z, which would claim UTC.
        facts = f'w:author={_quoted(comment.author)} w:date="{comment.written:%Y-%m-%dT%H:%M:%S}"'
        opening = f'<w:comment w:id="{comment.id}" {facts} w:initials={_quoted(comment.initials)}>'
        return f"{opening}{said}<w:p{key}>{self._paragraph}{lines[-1]}</w:p></w:comment>"

    def _runs(self, line: Line) -> Iterator[str]:
        for words, bold in ((line.lead, "<w:b/>"), (line.words, "")):
            if words:
                hint = ' w:hint="eastAsia"' if max(words) >= _FIRST_CJK else ""
                fonts = f"<w:rFonts{hint}{self._face}"
                yield f"<w:r><w:rPr>{fonts}{bold}{self._tongue}</w:rPr>{_letters(words)}</w:r>"


def thread_xml(mark: str, parent: str = "", *, done: bool = False) -> str:
    """Return the entry of commentsExtended: what it answers, and whether it is done."""
    answers = f' w15:paraIdParent="{parent}"' if parent else ""
    return f'<w15:commentEx w15:paraId="{mark}"{answers} w15:done="{int(done)}"/>'


def lasting_xml(mark: str) -> str:
    """Return the entry of commentsIds."""
    return f'<w16cid:commentId w16cid:paraId="{mark}" w16cid:durableId="{mark}"/>'


def time_xml(mark: str, written: datetime | None = None) -> str:
    """Return the entry of commentsExtensible; without a time where none is known for sure."""
    when = "" if written is None else f' w16cex:dateUtc="{written.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"'
    return f'<w16cex:commentExtensible w16cex:durableId="{mark}"{when}/>'


def person_xml(author: str) -> str:
    """Return the entry of people: a name without an account."""
    presence = f'<w15:presenceInfo w15:providerId="None" w15:userId={_quoted(author)}/>'
    return f"<w15:person w15:author={_quoted(author)}>{presence}</w15:person>"


def _quoted(words: str) -> str:
    return quoteattr(legal(words))


def _letters(words: str) -> str:
    """Words as w:t, their tabs and line ends as elements of their own."""
    lines = legal(words).split("\n")
    return "<w:br/>".join("<w:tab/>".join(map(_text, line.split("\t"))) for line in lines)


def _text(words: str) -> str:
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>' if words else ""
