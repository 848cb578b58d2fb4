"""Policies of our own words, and matters made of them, for the tests of the Word export."""

from datetime import datetime, timedelta, timezone

from annotations.matter import OpenMatter
from annotations.model import Reviewer
from documents.model import Span
from documents.reader import open_document
from export.run import ExportOptions, export

BEIJING = timezone(timedelta(hours=8))
NOW = datetime(2026, 3, 2, 17, 5, 9, tzinfo=BEIJING)
WANG = Reviewer("王丽", "WL")

CHINESE = """松果日记隐私政策

      本政策说明松果日记怎样处理您的信息,请逐条阅读。您继续使用,即视为同意本政策。

一、我们收集什么

1、您写下的内容

•  日记、照片和心情标签,以及您给自己起的名字(例如“𠮷野🐿️”)。

• 您与朋友分享的日记。

2、自动收集的内容\t设备型号、网络状态。

二、我们怎样使用

我们将这些信息用于改善产品。必要时,我们将这些信息用于改善产品以外的用途。

三、我们怎样共享

1、我们可能向合作伙伴(包括广告伙伴、数据伙伴和其他伙伴)提供您的信息,合作伙伴可能再行提供;

2、法律要求的其他情形。



随时联系我们
"""

ENGLISH = """# Acorn Journal privacy notice

We wrote this notice for people who keep a journal 🐿️ with us.

## 1. What we collect

1. What you write, with *every* picture.
2. What your phone tells us:
   - its model;
   - its place, **at all times**.

## 2. Who gets it

We share what you write with partners. Partners may share what you write with others.

| Partner | Why |
|---|---|
| Ads Ltd | to show adverts |
| Count Inc | to count visits |

See [our list](https://acorn.example/partners) for more.
"""


def matter_with(folder, clock, name, data, reviewer=WANG):
    """Make a matter that holds one policy, and open it."""
    made = OpenMatter.create(folder / "review.clausemark", reviewer, clock)
    data = data.encode() if isinstance(data, str) else data
    made.add_document(open_document(data, name=name), data, name)
    return made


def spans_of(matter, *quotes):
    """Where quotes stand in the matter's only policy, each from behind the one before."""
    text = matter.policy(matter.documents()[0].latest.uid).text
    found, at = [], 0
    for quote in quotes:
        at = text.index(quote, at)
        found.append(Span(at, at + len(quote)))
    return tuple(found)


def note_on(matter, *quotes, **fields):
    """Add a note on quotes; on nothing for a note about the whole policy."""
    return matter.add_note(matter.documents()[0].uid, spans_of(matter, *quotes), **fields)


def annotated(matter, out, **options):
    """Export the annotated policy and return the report and the bytes."""
    report = export(matter, out, "word", ExportOptions(reviewer=WANG, now=NOW, **options))
    return report, out.read_bytes()
