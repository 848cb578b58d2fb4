"""An export is written whole or not at all, and says in one sentence what stood in its way."""

import errno
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from documents.reader import open_document
from export import sentences
from export.errors import ExportError
from export.run import ExportOptions, export, kinds
from export.whole_file import write_whole
from tests.export.word_matters import CHINESE, NOW, WANG, matter_with, note_on

OPTIONS = ExportOptions(reviewer=WANG, now=NOW)


@pytest.fixture
def matter(tmp_path, clock):
    with matter_with(tmp_path, clock, "松果日记.txt", CHINESE) as made:
        note_on(made, "请逐条阅读", title="甲")
        yield made


def refused(code, *arguments):
    with pytest.raises(ExportError) as caught:
        export(*arguments)
    assert caught.value.code == code
    assert caught.value.sentence("en") != caught.value.sentence("zh")
    assert "{" not in caught.value.sentence("en") + caught.value.sentence("zh")
    return caught.value


def left_beside(folder):
    return [path.name for path in folder.iterdir() if "part" in path.name]


def test_a_report_names_the_file(matter, tmp_path):
    report = export(matter, tmp_path / "out.docx", "word", OPTIONS)
    assert report.files == (tmp_path / "out.docx",)
    assert report.left_out == report.moved == ()
    assert left_beside(tmp_path) == []


def test_a_kind_or_profile_that_does_not_exist_is_refused(matter, tmp_path):
    out = tmp_path / "out.docx"
    assert "word" in refused("unknown_kind", matter, out, "pptx", OPTIONS).sentence("en")
    strange = ExportOptions(reviewer=WANG, now=NOW, profile="everyone")
    refused("unknown_profile", matter, out, "word", strange)
    refused("unknown_highlight", matter, out, "word", replace(OPTIONS, highlight="pink"))
    refused("unknown_redrafts", matter, out, "word", replace(OPTIONS, redrafts="both"))
    assert not out.exists()
    assert {"word", "jsonld"} <= set(kinds())


def test_without_a_document_the_only_one_goes_out_and_of_several_one_is_named(matter, tmp_path):
    data = "另一份\n\n正文。".encode()
    matter.add_document(open_document(data, name="other.txt"), data, "other.txt")
    out = tmp_path / "out.docx"
    assert "other.txt" in refused("which_document", matter, out, "word", OPTIONS).sentence("zh")
    for name in ("other.txt", matter.documents()[1].uid):
        export(matter, out, "word", ExportOptions(reviewer=WANG, now=NOW, document=name))
        out.unlink()
    absent = ExportOptions(reviewer=WANG, now=NOW, document="third.txt")
    refused("no_such_document", matter, out, "word", absent)
    export(matter, tmp_path / "out.jsonld", "jsonld", OPTIONS)


def test_a_matter_without_a_policy_has_nothing_to_export(matter, tmp_path):
    matter.remove_document(matter.documents()[0].uid)
    refused("no_documents", matter, tmp_path / "out.docx", "word", OPTIONS)


def test_neither_the_matter_nor_the_policy_as_received_is_written_over(matter, tmp_path):
    refused("own_matter", matter, matter.path, "word", OPTIONS)
    original = tmp_path / "松果日记.txt"
    original.write_bytes(CHINESE.encode())
    refused("own_original", matter, original, "word", OPTIONS)
    assert original.read_bytes() == CHINESE.encode()


def test_no_matter_is_written_over_whatever_its_name(matter, tmp_path, clock):
    folder = tmp_path / "other"
    folder.mkdir()
    with matter_with(folder, clock, "b.txt", CHINESE) as other:
        held = other.path
    renamed = held.with_name("other.docx")
    held.rename(renamed)
    before = renamed.read_bytes()
    refused("is_matter", matter, renamed, "word", OPTIONS)
    assert renamed.read_bytes() == before


def test_a_place_that_is_not_there_is_refused(matter, tmp_path):
    refused("no_folder", matter, tmp_path / "nowhere" / "out.docx", "word", OPTIONS)
    refused("is_folder", matter, tmp_path, "word", OPTIONS)


@pytest.mark.parametrize("owner", ["~$licy.docx", ".~lock.policy.docx#"])
def test_a_file_that_is_open_in_word_or_libreoffice_is_left_alone(matter, tmp_path, owner):
    out = tmp_path / "policy.docx"
    out.write_bytes(b"being read")
    (tmp_path / owner).touch()
    refused("open_elsewhere", matter, out, "word", OPTIONS)
    assert out.read_bytes() == b"being read"
    (tmp_path / owner).unlink()
    export(matter, out, "word", OPTIONS)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EACCES, "no_permission"),
        (errno.EROFS, "no_permission"),
        (errno.EIO, "not_written"),
    ],
)
@pytest.mark.parametrize("moment", ["fsync", "replace"])
def test_a_fault_of_the_disk_leaves_what_stood_there_and_nothing_beside_it(tmp_path, monkeypatch, number, code, moment):
    out = tmp_path / "out.docx"
    out.write_bytes(b"before")

    def fail(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os if moment == "fsync" else Path, moment, fail)
    with pytest.raises(ExportError) as caught:
        write_whole(out, b"after")
    monkeypatch.undo()
    assert caught.value.code == code
    assert out.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["out.docx"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_one_may_not_write_to_is_said_so(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(ExportError, match="may write"):
        write_whole(tmp_path / "out.docx", b"x")


def test_notes_go_out_as_web_annotations_with_what_the_profile_lets_out(matter, tmp_path):
    note_on(matter, "法律要求", title="乙", visibility="internal", private_remark="不能外传")
    out = tmp_path / "out.jsonld"
    report = export(matter, out, "jsonld", OPTIONS)
    assert report.left_out == ()
    assert len(json.loads(out.read_text("utf-8"))["items"]) == 2
    assert "不能外传" not in out.read_text("utf-8")
    report = export(matter, out, "jsonld", ExportOptions(reviewer=WANG, now=NOW, profile="client"))
    assert len(json.loads(out.read_text("utf-8"))["items"]) == 1
    assert [why for _, why in report.left_out] == ["profile"]


def test_every_code_has_its_sentence_in_both_languages():
    for table in (sentences.SENTENCES, sentences.REASONS):
        for english, chinese in table.values():
            assert english.isascii() or "“" in english
            assert any("\u4e00" <= letter <= "\u9fff" for letter in chinese)
