"""Every private thing of a matter bears a mark, and no mark is found in any product for those it is not meant for."""

import base64
import io
import re
import zipfile
import zlib
from secrets import token_hex

import pytest

from annotations.carry_review import resolved, to_see
from annotations.model import Reviewer
from documents.reader import open_document
from export.memo.sections import SECTIONS
from export.run import ExportOptions, export, kinds
from tests.documents.pdf_files import Sheet, paragraph, pdf_of
from tests.export.marked_word import marked_word
from tests.export.word_matters import NOW, matter_with, note_on

SHOWN = ("title", "legal_basis", "proposed_wording", "question")


class Marks:
    """Random words, each handed out once under a name."""

    def __init__(self):
        self.given = {}

    def __call__(self, name):
        return self.given.setdefault(name, f"zq{token_hex(6)}{len(self.given)}")

    def named(self, *beginnings):
        return {name for name in self.given if name.startswith(beginnings)}


@pytest.fixture(params=["acorn.txt", "acorn.docx", "acorn.html", "acorn.md", "acorn.pdf"])
def marked(request, tmp_path, clock):
    mark = Marks()
    words = "Acorn privacy notice\n\nWe share what you write. Partners may share it again.\n\nAsk us.\n"
    sources = {
        "acorn.docx": marked_word(),
        "acorn.pdf": pdf_of([Sheet(paragraph(words.splitlines(), 72, 700))]),
        "acorn.html": f"<h1>Acorn</h1><p>{words}</p>".encode(),
    }
    data = sources.get(request.param, words.encode())
    someone = Reviewer(mark("person reviewer"), mark("person initials")[:9])
    mark.given["person initials"] = someone.initials
    with matter_with(tmp_path, clock, request.param, data, someone) as matter:
        matter.set_matter(
            firm="Quill & Partners", client=mark("matter client"), matter_number=mark("matter number"),
            reviewer=mark("matter reviewer"), partner=mark("matter partner"), licence_number=mark("matter licence"),
            confidentiality=mark("matter line"), conclusion=mark("matter conclusion"),
            assumptions=mark("matter assumptions"), open_questions=mark("matter questions"),
            scope=mark("matter scope"), overall="high", conclusion_translations={"zh": mark("matter zh")},
        )  # fmt: skip
        for visibility in ("internal", "client", "outside"):
            note = note_on(
                matter, "share what you", visibility=visibility, private_remark=mark(f"remark {visibility}"),
                **{f: mark(f"{visibility} shown {f}") for f in SHOWN},
                **{f: mark(f"{visibility} judgement {f}") for f in ("issue", "consequence", "recommendation")},
                rules=(mark(f"{visibility} rules"),), owner=mark(f"{visibility} owner"), due="2031-02-03",
                translations={"zh": {"issue": "译" + mark(f"{visibility} judgement zh"),
                                     "title": "译" + mark(f"{visibility} shown zh"),
                                     "private_remark": "译" + mark(f"remark {visibility} zh")}},
            )  # fmt: skip
            matter.reply(note.uid, mark(f"reply {visibility}"))
            (reply,) = matter.note(note.uid).replies
            mark.given |= {f"id {visibility} 0": note.uid, f"id {visibility} 1": reply.uid}
        document = matter.documents()[0]
        mark.given |= {"id document": document.uid, "id version": document.latest.uid}
        yield matter, mark, tmp_path


def everything_in(data, depth=0):
    """All that a file says, by means that share nothing with the program's own search."""
    said = [data]
    if zipfile.is_zipfile(io.BytesIO(data)) and depth < 3:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            said.append(package.comment)
            for info in package.infolist():
                said += [
                    info.filename.encode(),
                    info.comment,
                    info.extra,
                    *everything_in(package.read(info), depth + 1),
                ]
    for found in re.finditer(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
        try:
            said.append(zlib.decompressobj().decompress(found[1]))
        except zlib.error:
            continue
    for found in re.finditer(rb"(?:[A-Za-z0-9+/]{4}){10,}", data):
        said.append(base64.b64decode(found[0]))
    said += [re.sub(rb"<[^>]*>", b"", piece) for piece in said]
    said += [piece.decode("utf-16-le", "ignore").encode() for piece in said if b"\0" in piece]
    said += [piece.decode("utf-16-be", "ignore").encode() for piece in said if b"\0" in piece]
    return said


def found_in(data, mark):
    said = b"\n".join(everything_in(data)).lower()
    return {name for name, word in mark.given.items() if word.lower().encode() in said}


def sent(matter, folder, kind, profile, **more):
    out = folder / f"sent.{kind}"
    reviewer = matter.reviewer
    export(matter, out, kind, ExportOptions(reviewer=reviewer, now=NOW, profile=profile, **more))
    return out.read_bytes()


def fits(kind, matter):
    """Whether a kind of product can be made of the policy: pages only of what has them, changes of two versions."""
    document = matter.documents()[0]
    if kind == "changes":
        return len(document.versions) > 1
    return kind != "pdf" or matter.policy(document.latest.uid).format == "pdf"


@pytest.mark.parametrize("kind", kinds())
def test_an_outsider_finds_only_what_was_meant_for_outsiders(marked, kind):
    matter, mark, folder = marked
    if not fits(kind, matter):
        return
    found = found_in(sent(matter, folder, kind, "outside"), mark)
    assert found <= mark.named("outside shown")
    assert found


@pytest.mark.parametrize("kind", kinds())
@pytest.mark.parametrize("author", ["person", "firm"])
def test_a_client_finds_nothing_internal(marked, kind, author):
    matter, mark, folder = marked
    if not fits(kind, matter):
        return
    found = found_in(sent(matter, folder, kind, "client", author=author), mark)
    assert not found & mark.named("internal", "remark", "reply", "id internal", "client rules", "outside rules")
    assert not [name for name in found if name.startswith("id") and name.endswith("1")]
    assert found & mark.named("client judgement")


@pytest.mark.parametrize("kind", kinds())
def test_not_even_the_firm_finds_a_private_remark(marked, kind):
    matter, mark, folder = marked
    if not fits(kind, matter):
        return
    assert not found_in(sent(matter, folder, kind, "internal"), mark) & mark.named("remark")


@pytest.mark.parametrize("kind", ["changes", "xlsx"])
def test_what_changed_between_two_versions_tells_nobody_more(marked, kind):
    matter, mark, folder = marked
    newer = b"Acorn privacy notice\n\nWe do not share what you wrote. Nobody may share it again.\n\nAsk us.\n"
    document = matter.documents()[0]
    matter.add_version(document.uid, open_document(newer, name="newer.txt"), newer, "newer.txt")
    latest = matter.documents()[0].latest.uid
    for one in to_see(matter.notes(document.uid), latest):
        matter.edit(one.note, **resolved(matter.note(one.note), one, mark("remark of the decision")))
    outside = sent(matter, folder, kind, "outside")
    assert found_in(outside, mark) <= mark.named("outside shown")
    for author in ("person", "firm"):
        found = found_in(sent(matter, folder, kind, "client", author=author), mark)
        assert not found & mark.named("internal", "remark", "reply", "id internal", "client rules", "outside rules")
    assert not found_in(sent(matter, folder, kind, "internal"), mark) & mark.named("remark")
    for note in matter.notes():
        matter.edit(note.uid, severity="critical")
    assert sent(matter, folder, kind, "outside") == outside


@pytest.mark.parametrize("kind", ["memo", "gap", "html", "md"])
@pytest.mark.parametrize("redline", ["columns", "redline"])
def test_no_section_tells_outsiders_more(marked, kind, redline):
    matter, mark, folder = marked
    everything = tuple(section.name for section in SECTIONS)
    found = found_in(sent(matter, folder, kind, "outside", sections=everything, redline=redline), mark)
    assert found <= mark.named("outside shown")


@pytest.mark.parametrize("redrafts", ["tracked", "report"])
@pytest.mark.parametrize("highlight", ["native", "shading"])
def test_coloured_and_redrafted_words_tell_outsiders_no_more(marked, redrafts, highlight):
    matter, mark, folder = marked
    data = sent(matter, folder, "word", "outside", redrafts=redrafts, highlight=highlight)
    assert found_in(data, mark) <= mark.named("outside shown")


def test_the_severity_of_a_note_cannot_be_told_by_what_outsiders_get(marked):
    matter, _mark, folder = marked
    told = []
    for severity in ("critical", "info"):
        for note in matter.notes():
            matter.edit(note.uid, severity=severity)
        told += [sent(matter, folder, kind, "outside") for kind in kinds() if fits(kind, matter)]
    half = len(told) // 2
    assert told[:half] == told[half:]
