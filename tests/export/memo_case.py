"""A small review of our own words, and ways to read a memo back."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, timedelta, timezone

from lxml import etree

from annotations.model import (
    Anchor,
    Assessment,
    Document,
    Matter,
    Note,
    Reviewer,
    Severity,
    Version,
    Visibility,
)
from documents.model import PolicyDocument
from documents.reader import open_document
from export.memo.document import memo
from export.memo.layout import Plan
from export.report import Report, ReportOptions, ReviewedDocument, assemble

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOW = datetime(2026, 11, 22, 23, 30, tzinfo=timezone(timedelta(hours=8)))

CHINESE = """会员隐私说明

本说明适用于读书会小程序的全部会员。请在注册前阅读本说明。

一、我们收集的信息

1、您注册时填写的手机号码、昵称等信息。为了方便联系，我们也会读取您的通讯录。

2、您的借阅记录。

二、信息的使用

我们可以将您的信息用于任何我们认为合适的用途。您继续使用即视为同意。

三、联系我们

请到前台询问。
"""

ENGLISH = """Member Privacy Notice

This notice applies to all members of the reading club.

1. What we collect

1.1 Your telephone number and name. We also read the contacts on your phone.

1.2 Your loans.

2. How we use it

We may use your data for any purpose that we think fit. By staying a member you agree.
"""


def policy(text: str = CHINESE) -> PolicyDocument:
    return open_document(text.encode(), name="notice.txt")


def reviewed(notes: tuple[Note, ...] = (), text: str = CHINESE, uid: str = "d1", title: str = "会员隐私说明"):
    version = Version(
        uid="v1",
        document=uid,
        number=1,
        file_name=f"{uid}.txt",
        sha256="ab" * 32,
        received=datetime(2026, 11, 15, tzinfo=NOW.tzinfo),
    )
    return ReviewedDocument(Document(uid=uid, title=title, versions=(version,)), policy(text), notes)


def anchor(words: str, text: str = CHINESE) -> Anchor:
    start = policy(text).text.index(words)
    return Anchor("v1", start, start + len(words), words)


def note(number: int, words: str = "", **fields: object) -> Note:
    text = str(fields.pop("text", CHINESE))
    given: dict[str, object] = {
        "uid": f"00000000-0000-4000-8000-{number:012d}",
        "document": "d1",
        "anchors": (anchor(words, text),) if words else (),
        "title": f"标题{number}",
        "issue": f"问题之描述{number}。",
        "legal_basis": "《个人信息保护法》第六条",
        "recommendation": f"整改办法{number}。",
        "language": "zh",
        "created": NOW,
        "modified": NOW,
    }
    return Note(number=number, **(given | fields))  # type: ignore[arg-type]


def review() -> tuple[Note, ...]:
    """One of each kind: critical, high, low, missing, and a clause without objection."""
    return (
        note(1, "我们也会读取您的通讯录", severity=Severity.HIGH, question="通讯录上传到哪里？", rules=("HOUSE-7",)),
        note(
            2,
            "我们可以将您的信息用于任何我们认为合适的用途",
            severity=Severity.CRITICAL,
            category="使用与自动化决策",
            consequence="可能被责令改正。",
            proposed_wording="我们仅将您的信息用于下列用途。\n用途变更的，另行取得同意。",
            private_remark="客户私下说不会改",
        ),
        note(3, "请到前台询问", severity=Severity.LOW, visibility=Visibility.INTERNAL),
        note(
            4,
            severity=Severity.HIGH,
            assessment=Assessment.MISSING,
            insert_after="三",
            proposed_wording="保存期限为一年。",
        ),
        note(5, "您的借阅记录", assessment=Assessment.FINE, title="借阅记录无须修改"),
    )


def report(*notes: Note, matter: Matter | None = None, profile: str = "client", language: str = "zh") -> Report:
    options = ReportOptions(now=NOW, reviewer=Reviewer("林若水", "LRS"), profile=Visibility(profile), language=language)
    return assemble(matter or Matter(), [reviewed(notes)], options)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def body(value: Report, plan: Plan | None = None) -> etree._Element:
    return etree.fromstring(parts(memo(value, plan or Plan()))["word/document.xml"])


def words(element: etree._Element) -> str:
    """All words of an element, a line a paragraph."""
    return "\n".join(
        "".join(
            piece.text or "" if piece.tag == f"{W}t" else " " for piece in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br")
        )
        for paragraph in element.iter(f"{W}p")
    )


def headings(element: etree._Element, style: str = "Heading1") -> list[str]:
    found = element.iterfind(f".//{W}pStyle[@{W}val='{style}']")
    return [words(mark.getparent().getparent()) for mark in found]
