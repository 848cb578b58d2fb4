"""What must stay in is found in a finished file however it is said there, nothing else is, and nothing is written."""

import base64
import io
import json
import zipfile
import zlib
from dataclasses import dataclass

import pytest

from export import found_sentences, run
from export.after_check import Leak, Secret, SecretKind, found_in, leaks_of
from export.run import ExportOptions, export
from export.writer import ExportJob, Written
from tests.export.word_matters import CHINESE, NOW, WANG, matter_with, note_on

REMARK = "Ask Mei & co 问老王"
SECRET = (Secret(SecretKind.REMARK, REMARK, 1),)


def word(xml, name="word/document.xml"):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, xml)
    return made.getvalue()


def pdf(stream, strings=b""):
    return b"%PDF-1.7\n1 0 obj<<" + strings + b">>stream\n" + zlib.compress(stream) + b"\nendstream endobj"


WAYS = {
    "cut into runs": word("<w:p><w:r><w:t>Ask M</w:t></w:r><w:r><w:t>ei &amp; co 问</w:t></w:r><w:t>老王</w:t></w:p>"),
    "as entities": word("<t>Ask Mei &#38; co &#x95EE;&#32769;&#x738B;</t>"),
    "in UTF-16": word("<?xml version='1.0' encoding='UTF-16'?><t>Ask Mei &amp; co 问老王</t>".encode("utf-16")),
    "in an attribute": word("<t a='Ask Mei &amp; co 问老王'/>"),
    "in a comment": word("<t><!-- Ask Mei & co 问老王 --></t>"),
    "as character data": word("<t><![CDATA[Ask Mei & co 问老王]]></t>"),
    "in a name": word("", "Ask Mei & co 问老王.xml"),
    "in a file inside": word(word("<t>Ask Mei &amp; co 问老王</t>"), "word/embeddings/a.docx"),
    "in bytes of an object": word(b"\1\2\3" + REMARK.encode("utf-16-le") + b"\0\0", "word/embeddings/a.bin"),
    "in JSON": json.dumps({"body": [f"first: {REMARK}."]}).encode(),
    "in a data address": b'<img src="data:text/plain;base64,' + base64.b64encode(b"." * 30 + REMARK.encode()) + b'">',
    "over two lines": b"Ask Mei &\n   co \xe9\x97\xae\xe8\x80\x81\xe7\x8e\x8b",
    "in a string of a PDF": pdf(b"", b"/Contents(\xfe\xff" + REMARK.encode("utf-16-be").replace(b"(", b"\\(") + b")"),
    "in hexadecimal of a PDF": pdf(b"", b"/T<FEFF" + REMARK.encode("utf-16-be").hex().encode() + b">"),
    "in a stream of a PDF": pdf(b"<x>" + REMARK.encode() + b"</x>"),
}


@pytest.mark.parametrize("way", WAYS)
def test_it_is_found(way):
    assert found_in(WAYS[way], SECRET) == SECRET


def test_a_piece_of_a_longer_word_is_not_found_and_hanzi_have_no_ends():
    assert not found_in(b"BOOKS", [Secret(SecretKind.REMARK, "OK")])
    assert found_in("说OK了".encode(), [Secret(SecretKind.REMARK, "OK")])


def test_what_only_a_pdf_calls_its_parts_or_holds_by_chance_is_not_found():
    ids = [Secret(SecretKind.NOTE, "F1", 1), Secret(SecretKind.PERSON, "WL")]
    drawn = pdf(b"BT /F1 9 Tf <20574C20> Tj ET", b"/Font<</F1 7 0 R>>")
    font = pdf(b"\0\1\0\0\x12 WL \0\0(F1)\3\4\5")
    assert not found_in(drawn, ids)
    assert not found_in(font, ids)
    assert found_in(pdf(b"BT (made by WL) Tj ET"), ids) == (ids[1],)
    assert found_in(pdf(b"", b"/Title(F1 is open)"), ids) == (ids[0],)


def test_of_many_the_right_ones_are_found():
    many = [Secret(SecretKind.NOTE, f"weak bargaining position {at:05}", at) for at in range(3000)]
    said = b"so there is a weak bargaining position 01234, they said, and 00077"
    assert found_in(said, many) == (many[1234],)


@dataclass(frozen=True)
class Careless:
    """A writer that says one thing too many: of every note what `says` gives."""

    says: object
    kind: str = "careless"
    suffix: str = ".txt"
    many: bool = True

    def write(self, job):
        notes = [note for document in job.documents for note in job.matter.notes(document.uid)]
        told = ["Recommendation: see above"] + [str(self.says(note)) for note in notes]
        return Written("\n".join(told).encode())


CASES = {
    "remark": (lambda note: note.private_remark, "client"),
    "note": (lambda note: note.title if note.visibility == "internal" else "", "client"),
    "reply": (lambda note: [reply.text for reply in note.replies], "client"),
    "field": (lambda note: note.issue if note.visibility == "outside" else "", "outside"),
    "person": (lambda note: note.author, "outside"),
    "id": (lambda note: note.uid, "outside"),
    "path": (lambda _note: "made in /home/ada/matters", "internal"),
}


@pytest.fixture
def matter(tmp_path, clock):
    with matter_with(tmp_path, clock, "松果日记.txt", CHINESE) as made:
        made.set_matter(firm="Quill & Partners")
        note = note_on(
            made, "请逐条阅读", title="Sharing", issue="Far too wide", visibility="outside", private_remark="Ask Mei"
        )
        made.reply(note.uid, "I have asked her")
        note_on(made, "法律要求", title="Weak bargaining position", visibility="internal")
        yield made


@pytest.mark.parametrize("kind", CASES)
def test_a_file_that_would_hold_it_is_not_written(matter, tmp_path, monkeypatch, kind):
    says, profile = CASES[kind]
    monkeypatch.setattr(run, "WRITERS", (Careless(says),))
    options = ExportOptions(reviewer=WANG, now=NOW, profile=profile, machine=("/home/ada", "ada"))
    with pytest.raises(Leak) as caught:
        export(matter, tmp_path / "out.txt", "careless", options)
    assert caught.value.code == f"leak_{kind}"
    assert not (tmp_path / "out.txt").exists()
    for language in ("en", "zh"):
        assert "Ask Mei" not in caught.value.sentence(language)


def test_words_that_would_stand_there_anyway_tell_nothing(matter):
    matter.add_note(
        matter.documents()[0].uid, title="See above", visibility="internal", private_remark="Recommendation"
    )
    matter.add_note(matter.documents()[0].uid, title="Sharing", visibility="internal")
    job = ExportJob(matter, matter.documents(), ExportOptions(reviewer=WANG, now=NOW, profile="client"))
    writer = Careless(lambda note: note.title if note.visibility == "outside" else "")
    assert leaks_of(job, writer, writer.write(job).data) == ()


def test_every_code_has_its_sentence_in_both_languages():
    for table in (found_sentences.FOUND, found_sentences.FATES, found_sentences.LEAKS):
        for english, chinese in table.values():
            assert english.isascii()
            assert any("\u4e00" <= letter <= "\u9fff" for letter in chinese)
    assert set(found_sentences.LEAKS) == {f"leak_{kind.value}" for kind in SecretKind}


def test_a_path_that_stands_in_the_policy_itself_is_no_secret(matter):
    options = ExportOptions(reviewer=WANG, now=NOW, machine=("/home/ada", "松果日记"))
    job = ExportJob(matter, matter.documents(), options)
    note_on(matter, "法律要求", title="kept under /home/ada by the app")
    writer = Careless(lambda note: note.title)
    assert leaks_of(job, writer, writer.write(job).data) == ()


@pytest.mark.parametrize("login", ["root", "li", "may", "client", "word"])
def test_a_login_that_is_a_common_word_stops_no_export(matter, tmp_path, login):
    options = ExportOptions(reviewer=WANG, now=NOW, profile="outside", machine=(f"/home/{login}", login))
    for kind, suffix in (("html", "html"), ("memo", "docx"), ("word", "docx")):
        assert export(matter, tmp_path / f"{kind}.{suffix}", kind, options).files


def test_a_login_is_found_where_a_program_signs_with_it():
    login = [Secret(SecretKind.PATH, "ada")]
    assert found_in(word("<dc:creator>ada</dc:creator>", "docProps/core.xml"), login)
    assert found_in(word("<w:ins w:author='ada'/>"), login)
    assert found_in(pdf(b"", b"/Author(ada)"), login)
    assert not found_in(word("<w:p><w:t>ask ada or root</w:t></w:p>"), login)
