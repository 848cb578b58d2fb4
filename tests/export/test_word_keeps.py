"""What colleagues left in a file, changes, threads, contents, notes, stays as it was when our comments are put in."""

import re

import pytest
from lxml import etree

from tests.export.test_word_original import rewritten
from tests.export.word_files import STYLES, deleted, field, inserted, paragraph, run, word_file
from tests.export.word_matters import annotated, matter_with, note_on
from tests.export.word_oracle import W15, W, comments, parts, threads
from tools.word_oracle import Oracle
from tools.word_sameness import bare, differences

CID = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
CEX = "http://schemas.microsoft.com/office/word/2018/wordml/cex"
SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
AROUND = (
    '<w:commentRangeStart w:id="{0}"/><w:commentRangeStart w:id="{1}"/>{2}<w:commentRangeEnd w:id="{0}"/>'
    '<w:r><w:commentReference w:id="{0}"/></w:r>'
    '<w:commentRangeEnd w:id="{1}"/><w:r><w:commentReference w:id="{1}"/></w:r>'
)
CONTENTS = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>'
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h '
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:hyperlink w:anchor="_Toc1"><w:r><w:t>1 What'
    ' we keep</w:t></w:r></w:hyperlink></w:p><w:p><w:hyperlink w:anchor="_Toc2"><w:r><w:t>2 Who gets it</w:t></w:r>'
    '</w:hyperlink></w:p><w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:sdtContent></w:sdt>'
)
HEADING = '<w:bookmarkStart w:id="{0}" w:name="_Toc{0}"/>{1}<w:bookmarkEnd w:id="{0}"/>'
MOVED = 'w:author="B. Reyes" w:date="2026-01-06T10:00:00Z"'
ALSO = inserted("also ", "D. Lim", 904)
NOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>'
BODY = (
    CONTENTS
    + paragraph(HEADING.format(1, run("What we keep")), '<w:pStyle w:val="1"/>')
    + paragraph(run("We ") + deleted("may") + inserted("will ", number=903) + ALSO + run("keep it all."))
    + paragraph(run("Said in ") + AROUND.format(3, 4, run("every letter")) + run(" you write."))
    + paragraph(f'<w:moveFrom w:id="905" {MOVED}>{run("Moved words.")}</w:moveFrom>' + run("Left alone."))
    + paragraph(HEADING.format(2, run("Who gets it")), '<w:pStyle w:val="1"/>')
    + paragraph(f'<w:moveTo w:id="906" {MOVED}>{run("Moved words.")}</w:moveTo>' + run(" And more."))
    + paragraph(run("See ") + field("REF _Toc1 \\h", "clause 1") + run(" above") + NOTE)
)  # fmt: skip
COMMENTS = "".join(
    f'<w:comment w:id="{number}" w:author="{author}" w:date="2026-01-05T10:00:00Z" w:initials="X"><w:p '
    f'w14:paraId="1A2B3C4{number}"><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>'
    for number, author, words in ((3, "B. Reyes", "Why?"), (4, "D. Lim", "Because."))
)
EXTENDED = (
    '<w15:commentEx w15:paraId="1A2B3C43" w15:done="1"/>'
    '<w15:commentEx w15:paraId="1A2B3C44" w15:paraIdParent="1A2B3C43" w15:done="1"/>'
)
IDS = "".join(
    f'<w16cid:commentId xmlns:w16cid="{CID}" w16cid:paraId="1A2B3C4{n}" w16cid:durableId="2A2B3C4{n}"/>' for n in (3, 4)
)
TIMES = "".join(
    f'<w16cex:commentExtensible xmlns:w16cex="{CEX}" w16cex:durableId="2A2B3C4{n}" '
    'w16cex:dateUtc="2026-01-05T02:00:00Z"/>'
    for n in (3, 4)
)
PEOPLE = "".join(
    f'<w15:person w15:author="{name}"><w15:presenceInfo w15:providerId="AD" w15:userId="S::{name}"/></w15:person>'
    for name in ("B. Reyes", "D. Lim")
)
MODERN = {"commentsExtended": EXTENDED, "commentsIds": IDS, "commentsExtensible": TIMES, "people": PEOPLE}
QUOTES = [
    "also keep", "will also", "every letter you", "letter", "Moved words. And", "Left alone", "What we keep",
    "clause 1 above", "Who gets", "note words", "1 What", "keep it all.\nSaid in every",
]  # fmt: skip


@pytest.fixture
def both(tmp_path, clock):
    """The file before and after, every quote noted, one of them answered."""
    notes = SEPARATORS + '<w:footnote w:id="1">' + paragraph("The note words.") + "</w:footnote>"
    source = word_file(BODY, styles=STYLES, footnotes=notes, comments=COMMENTS, **MODERN)
    source = with_relations(source)
    with matter_with(tmp_path, clock, "acorn.docx", source) as matter:
        for words in QUOTES:
            note = note_on(matter, words, title=words, language="en")
        matter.reply(note.uid, "Agreed.")
        _, data = annotated(matter, tmp_path / "out.docx")
    return source, data


def with_relations(data):
    """Name the newer parts as Word does."""
    newer = {"commentsExtended": "2011", "commentsIds": "2016/09", "commentsExtensible": "2018/08", "people": "2011"}
    for kind, year in newer.items():
        new = f'"http://schemas.microsoft.com/office/{year}/relationships/{kind}"'.encode()
        data = rewritten(
            data,
            "word/_rels/document.xml.rels",
            lambda xml, kind=kind, new=new: re.sub(rb'"[^"]*/%s"' % kind.encode(), new, xml),
        )
    for kind, root in (("commentsExtended", b"w15:commentsEx"), ("people", b"w15:people")):
        old = f"w:{kind}".encode()
        data = rewritten(data, f"word/{kind}.xml", lambda xml, old=old, root=root: xml.replace(old, root))
    for kind, uri in (("commentsIds", CID), ("commentsExtensible", CEX)):
        prefix = "w16cid" if kind == "commentsIds" else "w16cex"
        declared = f'<{prefix}:{kind} xmlns:{prefix}="{uri}"'.encode()
        data = rewritten(
            data,
            f"word/{kind}.xml",
            lambda xml, kind=kind, declared=declared, prefix=prefix: xml.replace(
                f"<w:{kind}".encode(), declared
            ).replace(f"</w:{kind}".encode(), f"</{prefix}:{kind}".encode()),
        )
    return data


def test_nothing_but_what_comments_need_is_otherwise(both):
    assert list(differences(*both)) == []


def test_every_recorded_change_stands_with_its_author_and_moment(both):
    before, after = (etree.fromstring(parts(data)["word/document.xml"]) for data in both)
    for tag in ("ins", "del", "moveFrom", "moveTo", "bookmarkStart", "fldChar", "instrText", "footnoteReference"):
        said = [
            [(one.tag, dict(one.attrib), "".join(one.itertext())) for one in tree.iter(W + tag)]
            for tree in (before, after)
        ]
        assert said[0] == said[1] != []


def test_the_comments_and_threads_of_others_stand_first_and_unchanged(both):
    before, after = map(parts, both)
    for kind in ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"):
        old, new = (list(etree.fromstring(held[f"word/{kind}.xml"])) for held in (before, after))
        assert len(new) > len(old)
        assert [dict(one.attrib) for one in new[: len(old)]] == [dict(one.attrib) for one in old]
        canonical = [
            [etree.tostring(one, method="c14n", exclusive=True) for one in some[: len(old)]] for some in (old, new)
        ]
        assert canonical[0] == canonical[1]
    assert threads(both[1])["1A2B3C44"] == ("1A2B3C43", True)


def test_each_comment_of_ours_has_its_entry_in_every_part_and_its_own_anchor(both):
    held = parts(both[1])
    marks = [said.mark for said in comments(both[1])]
    assert len(marks) == len(set(marks)) == len(QUOTES) + 3
    for name, pattern in (("commentsExtended", rb'w15:paraId="(\w+)"'), ("commentsIds", rb'paraId="(\w+)"')):
        assert [mark.decode() for mark in re.findall(pattern, held[f"word/{name}.xml"])] == marks
    assert len(re.findall(rb"dateUtc=", held["word/commentsExtensible.xml"])) == len(marks)
    oracle = Oracle(both[1])
    assert sorted(oracle.page.references) == sorted(said.id for said in comments(both[1]))
    assert sorted(oracle.page.stretches) == sorted(oracle.page.references)
    people = etree.fromstring(held["word/people.xml"])
    assert [one.get(W15 + "author") for one in people] == ["B. Reyes", "D. Lim", "王丽"]


def test_the_text_of_the_footnote_is_not_touched(both):
    before, after = map(parts, both)
    assert before["word/footnotes.xml"] == after["word/footnotes.xml"]


def test_taking_our_comments_out_again_gives_the_original_part(both):
    old, new = map(Oracle, both)
    added = {one.id for one in new.comments} - {one.id for one in old.comments}
    assert bare(new.tree(new.main), added) == bare(old.tree(old.main), ())
    assert bare(new.tree(new.main), ()) != bare(old.tree(old.main), ())


def test_an_id_that_the_text_names_without_a_comment_is_not_given_again(tmp_path, clock):
    orphan = '<w:commentRangeStart w:id="7"/>' + run("lost words") + '<w:commentRangeEnd w:id="7"/>'
    source = word_file(paragraph("All your data.") + paragraph(orphan))
    with matter_with(tmp_path, clock, "a.docx", source) as matter:
        note_on(matter, "your data", title="x")
        _, data = annotated(matter, tmp_path / "out.docx")
    assert [said.id for said in comments(data)] == [8]
