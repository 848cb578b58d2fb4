"""A policy that came as Word goes out as it came: comments are added, and nothing else is touched."""

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from lxml import etree

from tests.export.word_checks import audit, integrity
from tests.export.word_files import (
    STYLES,
    deleted,
    field,
    inserted,
    paragraph,
    run,
    table,
    text_box,
    word_file,
)
from tests.export.word_matters import annotated, matter_with, note_on
from tests.export.word_oracle import W, comments, parts, story, threads, without_comments_and_cuts

MINE = {f"word/{name}.xml" for name in ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people")}
TOUCHED = {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/styles.xml", "word/document.xml"}
SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{tag}/></w:r></w:p></w:footnote>'
    for number, kind, tag in ((-1, "separator", "separator"), (0, "continuationSeparator", "continuationSeparator"))
)
LINK = run("our list of ", '<w:u w:val="single"/>') + run("partners")
CONTROL = f'<w:sdt><w:sdtPr><w:alias w:val="t"/></w:sdtPr><w:sdtContent>{run("ten years")}</w:sdtContent></w:sdt>'
CHANGE = inserted(" to anyone", "C. Novak", 903)
TWO_LINES = paragraph("Your consent") + paragraph("or our interest")
RICH = (
    paragraph("Acorn notice", '<w:pStyle w:val="1"/>')
    + paragraph(run("We keep ") + run("every word", "<w:b/>") + run(" you write, and 每一张照片."))
    + paragraph(run("See ") + f'<w:hyperlink r:id="r_link">{LINK}</w:hyperlink>' + run(" now."))
    + paragraph(run("We ") + deleted("may") + inserted("will") + run(" sell data") + CHANGE + run("."))
    + paragraph(run("As said in ") + field("REF _Ref1", "clause 4.2") + run(" above."))
    + paragraph(run("Kept for ") + CONTROL + run(" or more."))
    + table([paragraph("Purpose"), paragraph("Basis")], [paragraph("Adverts"), TWO_LINES])
    + paragraph(run("A note follows") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + run(" here."))
    + paragraph(run("Boxed: ") + text_box(paragraph("inside the box")) + run(" after."))
    + paragraph('<w:bookmarkStart w:id="5" w:name="_Ref1"/>' + run("Last clause\u00ad.") + '<w:bookmarkEnd w:id="5"/>')
)  # fmt: skip
FOOTNOTES = SEPARATORS + '<w:footnote w:id="1">' + paragraph("only in the foot") + "</w:footnote>"
HEADER = paragraph("Confidential draft")


@pytest.fixture
def rich():
    return word_file(RICH, footnotes=FOOTNOTES, header=HEADER)


def ranges(data):
    found = dict(story(data).ranges)
    if "word/footnotes.xml" in parts(data):
        found |= story(data, "word/footnotes.xml").ranges
    return found


def stands_on(data):
    """The words each note's comment stands on, by the note's title."""
    found = ranges(data)
    headings = {said.id: next(line for line in said.lines if re.search("[|｜]", line)) for said in comments(data)}
    return {re.split("[|｜]", line)[1].rsplit("(", 1)[0].strip(): found[id_] for id_, line in headings.items()}


@pytest.mark.parametrize(
    "words",
    [
        "very wor",
        "keep every word you",
        "每一张照片",
        "list of part",
        "See our list",
        "partners now",
        "We will sell",
        "will",
        "data to anyone",
        "clause 4.2",
        "ten years",
        "for ten years or",
        "Your consent",
        "Adverts\nYour consent",
        "Purpose\nBasis\nAdv",
        "A note follows here",
        "Last clause",
        "Acorn notice",
        "more.\nPurpose",
    ],
)
def test_a_comment_stands_on_just_its_words(rich, tmp_path, clock, words):
    with matter_with(tmp_path, clock, "acorn.docx", rich) as matter:
        note_on(matter, words, title="x", language="en")
        report, data = annotated(matter, tmp_path / "out.docx")
    assert report.moved == ()
    assert stands_on(data)["x"].replace("\u00ad", "") == words


def test_all_of_them_at_once_change_nothing_else(rich, tmp_path, clock):
    quotes = [
        "keep every word you",
        "every",
        "every word",
        "We will sell",
        "data to anyone",
        "ten years",
        "our list of",
    ]
    quotes += ["Your consent", "Adverts\nYour", "A note follows here", "Last clause"]
    with matter_with(tmp_path, clock, "acorn.docx", rich) as matter:
        for words in quotes:
            note_on(matter, words, title=words, language="en")
        _, data = annotated(matter, tmp_path / "out.docx")
    assert {title: words.replace("\u00ad", "") for title, words in stands_on(data).items()} == {q: q for q in quotes}
    before, after = parts(rich), parts(data)
    assert {name for name in after if after[name] != before.get(name)} == MINE | TOUCHED
    assert list(before) == [name for name in after if name in before]
    now, then = (etree.fromstring(held["word/document.xml"]) for held in (after, before))
    assert without_comments_and_cuts(now) == without_comments_and_cuts(then)


def test_only_the_missing_styles_of_comments_are_added(rich, tmp_path, clock):
    with matter_with(tmp_path, clock, "acorn.docx", rich) as matter:
        note_on(matter, "every word", title="x")
        _, data = annotated(matter, tmp_path / "out.docx")
    styles = etree.fromstring(parts(data)["word/styles.xml"])
    assert [style.get(W + "styleId") for style in styles] == ["a", "1", "CommentReference", "CommentText"]


def test_styles_of_comments_are_known_by_name_whatever_their_id(tmp_path, clock):
    styles = STYLES + (
        '<w:style w:type="character" w:styleId="a8"><w:name w:val="annotation reference"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="a9"><w:name w:val="annotation text"/></w:style>'
    )
    source = word_file(paragraph("我们收集您的信息。"), styles=styles)
    with matter_with(tmp_path, clock, "甲.docx", source) as matter:
        note_on(matter, "收集", title="x")
        _, data = annotated(matter, tmp_path / "out.docx")
    assert parts(data)["word/styles.xml"] == parts(source)["word/styles.xml"]
    assert b'<w:pStyle w:val="a9"/>' in parts(data)["word/comments.xml"]
    assert b'<w:rStyle w:val="a8"/><' in parts(data)["word/document.xml"].replace(b"</w:rPr>", b"<")


def test_of_a_file_that_keeps_its_styles_twice_neither_part_is_changed(tmp_path, clock):
    source = word_file(paragraph("All your data."), stylesWithEffects=STYLES)
    source = rewritten(
        source, "word/stylesWithEffects.xml", lambda xml: xml.replace(b"w:stylesWithEffects", b"w:styles")
    )
    twice = b"http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
    source = rewritten(
        source,
        "word/_rels/document.xml.rels",
        lambda xml: re.sub(rb'"[^"]*/stylesWithEffects"', b'"' + twice + b'"', xml),
    )
    kind = b"application/vnd.ms-word.stylesWithEffects+xml"
    source = rewritten(
        source,
        "[Content_Types].xml",
        lambda xml: re.sub(rb'"[^"]*\.stylesWithEffects\+xml"', b'"' + kind + b'"', xml),
    )
    (tmp_path / "original.docx").write_bytes(source)
    with matter_with(tmp_path, clock, "a.docx", source) as matter:
        note_on(matter, "your data", title="x", issue="y", language="en")
        _, data = annotated(matter, tmp_path / "out.docx")
    assert stands_on(data) == {"x": "your data"}
    for name in ("word/styles.xml", "word/stylesWithEffects.xml"):
        assert parts(data)[name] == parts(source)[name]
    assert b"Style" not in parts(data)["word/comments.xml"]
    assert set(audit(tmp_path / "out.docx")) - set(audit(tmp_path / "original.docx")) == set()
    assert integrity(tmp_path / "out.docx", tmp_path / "original.docx") == integrity(tmp_path / "original.docx")


def test_a_file_without_styles_gets_none(tmp_path, clock):
    source = word_file(paragraph("All your data."), styles="")
    with matter_with(tmp_path, clock, "a.docx", source) as matter:
        note_on(matter, "your data", title="x", language="en")
        _, data = annotated(matter, tmp_path / "out.docx")
    assert stands_on(data) == {"x": "your data"}
    assert "word/styles.xml" not in parts(data)
    assert b"Style" not in parts(data)["word/comments.xml"]


def test_what_word_allows_no_comment_on_is_said_and_stands_nearby(rich, tmp_path, clock):
    with matter_with(tmp_path, clock, "acorn.docx", rich) as matter:
        notes = {
            words: note_on(matter, words, title=words, language="en")
            for words in ("Confidential", "the box", "4.2 above")
        }
        report, data = annotated(matter, tmp_path / "out.docx")
    why = {note.uid: words for words, note in notes.items()}
    assert {why[listed.id]: listed.why for listed in report.moved} == {
        "Confidential": "header",
        "the box": "text_box",
        "4.2 above": "snapped",
    }
    assert stands_on(data)["Confidential"] == "Acorn notice"
    assert stands_on(data)["4.2 above"] == "clause 4.2 above"
    begins = {re.sub(".*[|]", "", c.lines[1]).rpartition("(")[0].strip(): c.lines[0] for c in comments(data)}
    assert begins == {words: f"Words concerned: “{words}”" for words in ("Confidential", "the box", "4.2 above")}
    assert b"commentRangeStart" not in parts(data)["word/header.xml"]
    root = etree.fromstring(parts(data)["word/document.xml"])
    markers = root.iter(W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")
    assert all(next(marker.iterancestors(W + "txbxContent"), None) is None for marker in markers)


ENDNOTES = FOOTNOTES.replace("footnote", "endnote").replace("in the foot", "at the end")


def test_a_note_on_a_footnote_or_an_endnote_hangs_on_its_mark_and_begins_with_the_words(tmp_path, clock):
    marks = "".join(f'<w:r><w:{kind}Reference w:id="1"/></w:r>' for kind in ("footnote", "endnote"))
    body = paragraph("Notice") + paragraph(run("We keep all") + marks + run(" of it."))
    source = word_file(body, footnotes=FOOTNOTES, endnotes=ENDNOTES)
    with matter_with(tmp_path, clock, "acorn.docx", source) as matter:
        notes = [note_on(matter, words, title=words, language="en") for words in ("in the foot", "the end", "foot")]
        note_on(matter, "all of it", title="both", language="en")
        report, data = annotated(matter, tmp_path / "out.docx")
    assert sorted(report.moved) == sorted((note.uid, "footnote") for note in notes)
    assert parts(data)["word/footnotes.xml"] == parts(source)["word/footnotes.xml"]
    assert parts(data)["word/endnotes.xml"] == parts(source)["word/endnotes.xml"]
    assert stands_on(data) == {"in the foot": "", "the end": "", "foot": "", "both": "all of it"}
    held = {
        start.get(W + "id"): start.itersiblings(W + "r").__next__()[0].tag.removeprefix(W)
        for start in etree.fromstring(parts(data)["word/document.xml"]).iter(W + "commentRangeStart")
    }
    said = {c.lines[0]: held[str(c.id)] for c in comments(data) if c.lines[0].startswith("Words")}
    assert said == {
        "Words concerned: “in the foot”": "footnoteReference",
        "Words concerned: “foot”": "footnoteReference",
        "Words concerned: “the end”": "endnoteReference",
    }


def test_a_mark_of_a_note_in_a_run_with_words_is_found_when_the_run_is_cut(tmp_path, clock):
    inner = '<w:r><w:t>We keep all</w:t><w:footnoteReference w:id="1"/><w:t xml:space="preserve"> of it.</w:t></w:r>'
    source = word_file(paragraph("Notice") + paragraph(inner), footnotes=FOOTNOTES)
    with matter_with(tmp_path, clock, "acorn.docx", source) as matter:
        for words in ("in the foot", "keep", "of"):
            note_on(matter, words, title=words, language="en")
        _, data = annotated(matter, tmp_path / "out.docx")
    assert stands_on(data) == {"in the foot": " all ", "keep": "keep", "of": "of"}


OLD = (
    '<w:comment w:id="3" w:author="B. Reyes" w:date="2026-01-05T10:00:00Z" w:initials="BR">'
    '<w:p w14:paraId="1A2B3C4D"><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>'
    '<w:comment w:id="4" w:author="C. Novak" w:initials="CN">'
    '<w:p w14:paraId="1A2B3C4E"><w:r><w:t>Because.</w:t></w:r></w:p></w:comment>'
)
RENAMED = (b"w:commentsExtended", b"w15:commentsEx")
OLD_THREADS = (
    '<w15:commentEx w15:paraId="1A2B3C4D" w15:done="1"/>'
    '<w15:commentEx w15:paraId="1A2B3C4E" w15:paraIdParent="1A2B3C4D" w15:done="1"/>'
)


def with_old_comments(extended=True):
    marks = "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in (3, 4))
    ends = "".join(f'<w:commentRangeEnd w:id="{n}"/><w:r><w:commentReference w:id="{n}"/></w:r>' for n in (3, 4))
    body = paragraph(run("We ") + marks + run("share all") + ends + run(" of it."))
    data = word_file(body, comments=OLD, **({"commentsExtended": OLD_THREADS} if extended else {}))
    if extended:  # its root has a prefix of its own
        return rewritten(
            data, "word/commentsExtended.xml", lambda xml: xml.replace(b"w:commentsExtended", b"w15:commentsEx")
        )
    return data


def rewritten(data, name, change):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for part_name, content in parts(data).items():
            package.writestr(part_name, change(content) if part_name == name else content)
    return out.getvalue()


@pytest.mark.parametrize("extended", [True, False])
def test_comments_and_threads_that_are_there_stay(tmp_path, clock, extended):
    source = with_old_comments(extended)
    with matter_with(tmp_path, clock, "a.docx", source) as matter:
        note = note_on(matter, "share all of", title="x", language="en")
        matter.reply(note.uid, "Agreed")
        _, data = annotated(matter, tmp_path / "out.docx")
    assert [(c.id, c.author) for c in comments(data)] == [(3, "B. Reyes"), (4, "C. Novak"), (5, "王丽"), (6, "王丽")]
    assert story(data).ranges == {3: "share all", 4: "share all", 5: "share all of", 6: "share all of"}
    marks = [c.mark for c in comments(data)]
    assert marks[:2] == ["1A2B3C4D", "1A2B3C4E"]
    assert len(set(marks)) == 4
    listed = threads(data)
    assert listed[marks[3]] == (marks[2], False)
    assert set(listed) == set(marks)
    if extended:
        assert listed["1A2B3C4E"] == ("1A2B3C4D", True)
    assert re.findall(rb'cid:paraId="(\w+)"', parts(data)["word/commentsIds.xml"]) == [mark.encode() for mark in marks]


def test_exporting_a_file_of_python_docx_works_too(tmp_path, clock):
    document = docx.Document()
    document.add_heading("Notice", 0)
    document.add_paragraph("We share ").add_run("everything").bold = True
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "Who", "Everyone 所有人"
    document.save(tmp_path / "made.docx")
    with matter_with(tmp_path, clock, "made.docx", (tmp_path / "made.docx").read_bytes()) as matter:
        for words in ("share every", "one 所有", "Notice"):
            note_on(matter, words, title=words, language="en")
        _, data = annotated(matter, tmp_path / "out.docx")
    assert stands_on(data) == {words: words for words in ("share every", "one 所有", "Notice")}
    again = docx.Document(tmp_path / "out.docx")
    assert len(list(again.comments)) == 3


def at(note, text):
    """The note with its anchor where its words stand in another text."""
    anchor = note.anchors[0]
    start = text.index(anchor.exact)
    return replace(note, anchors=(replace(anchor, start=start, end=start + len(anchor.exact)),))


def test_a_file_that_reads_otherwise_now_gets_no_comment_on_other_words(rich, tmp_path, clock, monkeypatch):
    with matter_with(tmp_path, clock, "acorn.docx", rich) as matter:
        kept = note_on(matter, "ten years", title="kept", language="en")
        gone = note_on(matter, "every word", title="gone", language="en")
        policy = matter.policy(matter.documents()[0].latest.uid)
        # As an older reader had it: a line more above, and the second line quite another.
        other = "Of what they once were told by all the others, some have quite forgotten nearly every word.\n"
        lines = policy.text.splitlines(keepends=True)
        older = "An old line\n" + "".join(other if "every word" in line else line for line in lines)
        notes = tuple(at(note, older) for note in (kept, gone))
        monkeypatch.setattr(type(matter), "notes", lambda *_: notes)
        monkeypatch.setattr(type(matter), "policy", lambda *_: replace(policy, text=older, blocks=(), clauses=()))
        report, data = annotated(matter, tmp_path / "out.docx")
    assert report.moved == ((gone.uid, "differs"),)
    assert stands_on(data) == {"kept": "ten years", "gone": "Acorn notice"}


def test_a_strict_file_stays_strict(rich, tmp_path, clock):
    swaps = (
        (
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
        (b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"),
    )
    strict = rich
    for name in parts(rich):
        for transitional, new in swaps:
            strict = rewritten(strict, name, lambda xml, a=transitional, b=new: xml.replace(a, b))
    with matter_with(tmp_path, clock, "acorn.docx", strict) as matter:
        note_on(matter, "every word", title="x", language="en")
        _, data = annotated(matter, tmp_path / "out.docx")
    after = parts(data)
    for name in ("word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels"):
        assert b"schemas.openxmlformats.org/wordprocessingml" not in after[name]
        assert b"purl.oclc.org/ooxml" in after[name]
    for name in ("word/document.xml", "word/comments.xml"):
        data = rewritten(data, name, lambda xml: xml.replace(*reversed(swaps[0])))
    assert stands_on(data) == {"x": "every word"}


def test_a_file_with_no_note_goes_out_with_every_part_as_it_was(rich, tmp_path, clock):
    with matter_with(tmp_path, clock, "acorn.docx", rich) as matter:
        _, data = annotated(matter, tmp_path / "out.docx")
    assert parts(data) == parts(rich)


def test_part_names_are_found_in_either_case(tmp_path, clock):
    source = word_file(paragraph("All your data."))
    source = rewritten(source, "[Content_Types].xml", lambda xml: xml.replace(b"/word/styles.xml", b"/WORD/styles.xml"))
    with matter_with(tmp_path, clock, "a.docx", source) as matter:
        note_on(matter, "your data", title="x", language="en")
        _, data = annotated(matter, tmp_path / "out.docx")
    assert stands_on(data) == {"x": "your data"}
