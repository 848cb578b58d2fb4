"""Random notes on Word files nobody here wrote, and on files of our own: written, read back, judged by the checkers."""

import random
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.matter import OpenMatter
from documents.reader import open_document
from export.run import ExportOptions, export
from tests.export.test_word_original import FOOTNOTES, HEADER, RICH
from tests.export.word_files import word_file
from tests.export.word_generated import generated
from tests.export.word_matters import NOW, WANG
from tools.word_trials import main, trial

SAMPLE = 12


def test_our_own_files_take_notes_on_any_words_and_keep_all_else(tmp_path):
    for number in range(6):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(generated(random.Random(number)))
        found, _ = trial(path, tmp_path / "out.docx", notes=30, seed="own", checkers=False)
        assert found.faults == []
        assert found.notes >= 30


@pytest.mark.office
@pytest.mark.timeout(300)
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_the_command_prints_a_table_and_finds_no_fault_in_our_own_files(tmp_path, capsys):
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "rich.docx").write_bytes(word_file(RICH, footnotes=FOOTNOTES, header=HEADER))
    (folder / "drawn.docx").write_bytes(generated(random.Random("office")))
    (folder / "broken.docx").write_bytes(b"no file of Word")
    assert main([str(folder), "--notes", "25", "--office", "--checkers"]) == 0
    said = capsys.readouterr().out
    assert "| all | 2 |" in said
    assert "Refused when opened: 1 files." in said


def test_a_folder_without_a_word_file_is_said(tmp_path, capsys):
    assert main([str(tmp_path)]) == 2
    assert "no Word file" in capsys.readouterr().err


@pytest.mark.corpora
@pytest.mark.office
@pytest.mark.timeout(600)
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_a_sample_of_the_corpora_takes_fifty_notes_each_on_just_their_words(shared, capsys):
    arguments = [str(shared / "corpora"), "--sample", str(SAMPLE), "--seed", "ci", "--office", "--checkers"]
    code = main(arguments)
    assert code == 0, capsys.readouterr().out


@given(st.integers(0, 10_000))
@settings(max_examples=12)
def test_whatever_is_drawn_every_range_is_its_quote_and_nothing_else_changes(seed):
    with TemporaryDirectory() as folder:
        path, out = Path(folder, "drawn.docx"), Path(folder, "out.docx")
        path.write_bytes(generated(random.Random(seed)))
        found, _ = trial(path, out, notes=25, seed=str(seed), checkers=False)
        assert found.faults == []


@pytest.mark.fuzz
@pytest.mark.timeout(600)
@given(st.integers(10_001, 10_000_000))
@settings(max_examples=150)
def test_of_many_drawn_files_too(seed):
    with TemporaryDirectory() as folder:
        path, out = Path(folder, "drawn.docx"), Path(folder, "out.docx")
        path.write_bytes(generated(random.Random(seed)))
        found, _ = trial(path, out, notes=40, seed=str(seed), checkers=False)
        assert found.faults == []


def test_the_same_notes_give_the_same_bytes(tmp_path):
    path = tmp_path / "drawn.docx"
    path.write_bytes(generated(random.Random(7)))
    with matter_of(tmp_path / "m.clausemark", path.read_bytes()) as matter:
        first, again = (exported(matter, tmp_path / f"{turn}.docx") for turn in (1, 2))
    assert first == again


def matter_of(place, data):
    matter = OpenMatter.create(place, WANG, lambda: NOW)
    document = matter.add_document(open_document(data, name="a.docx"), data, "a.docx")
    policy = matter.policy(document.latest.uid)
    for block in policy.blocks:
        matter.add_note(document.uid, [block.span], title="x")
    return matter


def exported(matter, out):
    export(matter, out, "word", ExportOptions(reviewer=WANG, now=NOW))
    return out.read_bytes()
