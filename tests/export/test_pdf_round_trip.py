"""A PDF goes out, others answer in programs of their own, and it comes back: each change once."""

import json
from io import BytesIO

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject, TextStringObject

from annotations.model import Status, Visibility
from documents.pdf.boxes import rectangles
from documents.reader import open_document
from tests.documents.pdf_files import Sheet, line, pdf_of
from tests.export.pdf_matters import exported, pdf_matter, two_pages
from tests.export.word_matters import note_on, spans_of
from ui.commands.line import run_line


class Elsewhere:
    """Another program: what it does to an annotated PDF, and the file it saves."""

    def __init__(self, data, *, incremental):
        self._writer = pypdf.PdfWriter(BytesIO(data), incremental=True) if incremental else None
        self._writer = self._writer or pypdf.PdfWriter(clone_from=BytesIO(data))

    def remarks(self, kind="/Highlight"):
        for page in self._writer.pages:
            for one in page.get("/Annots") or ():
                if one.get_object()["/Subtype"] == kind:
                    yield page, one

    def add(self, page, **facts):
        numbers = ArrayObject([FloatObject(value) for value in facts.pop("Rect", (20, 700, 40, 720))])
        values = {"/Type": NameObject("/Annot"), "/Subtype": NameObject("/Text"), "/Rect": numbers}
        values |= {"/T": TextStringObject("B. Osei"), "/CreationDate": TextStringObject("D:20260305110000+01'00'")}
        for name, value in facts.items():
            values[f"/{name}"] = TextStringObject(value) if type(value) is str else value
        made = DictionaryObject({NameObject(name): value for name, value in values.items()})
        page["/Annots"].get_object().append(self._writer._add_object(made))

    def saved(self):
        out = BytesIO()
        self._writer.write(out)
        return out.getvalue()


def returned(matter, data):
    policy = open_document(data, name="annotated.pdf")
    return matter.take_back(matter.documents()[0].uid, policy, data, "annotated.pdf")


def codes(report):
    return sorted(one.code for one in report.came)


def test_what_comes_back_as_it_went_out_brings_nothing(tmp_path, clock):
    with pdf_matter(tmp_path, clock, two_pages()) as matter:
        first = note_on(matter, "for ten years", title="Long", issue="Too long.\nMuch.")
        note_on(matter, "closed the account", "at any time", title="Two places")
        text = matter.policy(matter.documents()[0].latest.uid).text
        start, end = text.index("个人信息"), text.index("at any time") + 11
        note_on(matter, text[start:end], title="Over the edge of the page")
        note_on(matter, title="No contact given", issue="None at all.")
        matter.reply(first.uid, "Why not five?")
        matter.edit(first.uid, status=Status.RESOLVED)
        before = matter.notes()
        _, made = exported(matter, tmp_path / "out.pdf")
        assert codes(returned(matter, made)) == []
        assert codes(returned(matter, Elsewhere(made, incremental=False).saved())) == []
        assert matter.notes() == before


def test_a_reply_a_state_and_a_new_remark_come_in_once(tmp_path, clock):
    with pdf_matter(tmp_path, clock, two_pages()) as matter:
        note = note_on(matter, "for ten years", title="Long")
        (theirs,) = spans_of(matter, "closed the account")
        ((_, x0, y0, x1, y1),) = rectangles(matter.policy(matter.documents()[0].latest.uid), theirs)
        _, made = exported(matter, tmp_path / "out.pdf")
        for incremental in (True, False):
            other = Elsewhere(made, incremental=incremental)
            page, root = next(other.remarks())
            other.add(page, Contents="We can live with six.", IRT=root.indirect_reference or root, NM="reply-1")
            state = {"StateModel": "Review", "State": "Completed", "M": "D:20260305110500+01'00'"}
            other.add(page, Contents="Completed", IRT=root.indirect_reference or root, **state)
            corners = ArrayObject([FloatObject(value) for value in (x0, y1, x1, y1, x0, y0, x1, y0)])
            new = {"Subtype": NameObject("/Highlight"), "QuadPoints": corners, "F": NumberObject(4)}
            other.add(page, Contents="Which account?", Rect=(x0, y0, x1, y1), **new)
            back = other.saved()
            report = returned(matter, back)
            assert codes(report) == (["new_note", "new_reply", "resolved"] if incremental else [])
            assert codes(returned(matter, back)) == []
        settled = matter.note(note.uid)
        assert settled.status is Status.RESOLVED
        assert [(one.author, one.text) for one in settled.replies] == [("B. Osei", "We can live with six.")]
        (added,) = [one for one in matter.notes() if one.uid != note.uid]
        assert (added.author, added.issue, added.visibility) == ("B. Osei", "Which account?", "internal")
        assert [anchor.exact for anchor in added.anchors] == ["closed the account"]
        assert added.created.isoformat() == "2026-03-05T11:00:00+01:00"


def test_changed_words_are_changed_and_a_deleted_remark_is_told_of(tmp_path, clock):
    with pdf_matter(tmp_path, clock, two_pages()) as matter:
        kept = note_on(matter, "for ten years", title="Long", issue="Too long.")
        gone = note_on(matter, "closed the account", title="Closed")
        _, made = exported(matter, tmp_path / "out.pdf")
        other = Elsewhere(made, incremental=False)
        for page, one in list(other.remarks()):
            held = one.get_object()
            if "Too long." in held["/Contents"]:
                held[NameObject("/Contents")] = TextStringObject(held["/Contents"].replace("Too long.", "Six will do."))
            else:
                page["/Annots"].get_object().remove(one)
        report = returned(matter, other.saved())
        assert codes(report) == ["changed", "deleted"]
        assert matter.note(kept.uid).issue == "Six will do."
        assert matter.note(gone.uid).title == "Closed"


def test_the_remarks_of_a_strange_pdf_come_in_once_by_the_command(tmp_path, clock, capsys):
    quads = "/QuadPoints[72 710 98 710 72 698 98 698]"
    theirs = [f"<</Type/Annot/Subtype/Highlight/Rect[72 698 98 710]{quads}/Contents(Whose?)/T(B. Osei)/M(D:20260301)>>"]
    data = pdf_of([Sheet(line("Words of ours.", 72, 700), annotations=["20 0 R"])], more=theirs)
    (tmp_path / "strange.pdf").write_bytes(data)
    with pdf_matter(tmp_path, clock, data) as matter:
        path = matter.path
    for expected in (1, 0):
        assert run_line(["import", str(path), str(tmp_path / "strange.pdf"), "--json", "--reviewer", "A. Okafor"]) == 0
        assert json.loads(capsys.readouterr().out)["notes"] == expected


@pytest.mark.parametrize("within", [False, True])
def test_what_came_in_with_the_file_stays_and_is_answered_when_something_was_added(within, tmp_path, clock):
    quads = "/QuadPoints[72 710 98 710 72 698 98 698]"
    theirs = f"<</Type/Annot/Subtype/Highlight/Rect[72 698 98 710]{quads}/Contents(Whose?)/T(B. Osei)/M(D:20260301)>>"
    listed, more = ([theirs], []) if within else (["20 0 R"], [theirs])
    data = pdf_of([Sheet(line("Words of ours.", 72, 700), annotations=listed)], more=more)
    with pdf_matter(tmp_path, clock, data) as matter:
        returned(matter, data)
        (note,) = matter.notes()
        report, made = exported(matter, tmp_path / "out.pdf")
        assert made == data
        assert [item.why for item in report.left_out] == ["stands"]
        matter.edit(note.uid, recommendation="Name them.", status="resolved")
        matter.reply(note.uid, "Between us.")
        matter.reply(note.uid, "For you.", Visibility.CLIENT)
        matter.edit(note.uid, visibility="client")
        report, made = exported(matter, tmp_path / "more.pdf", profile="client")
        assert report.left_out == ()
        (stands,) = open_document(made, name="x.pdf").foreign_notes
        assert (stands.author, stands.text, stands.done) == ("B. Osei", "Whose?", True)
        assert [one.author for one in stands.replies] == ["王丽", "王丽"]
        assert [one.text.split("\n")[-1] for one in stands.replies] == ["Recommendation: Name them.", "For you."]
        assert codes(returned(matter, made)) == []
