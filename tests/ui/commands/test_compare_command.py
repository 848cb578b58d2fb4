"""`clausemark compare`: two files, or two versions in a matter."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from annotations.matter import OpenMatter
from annotations.model import Reviewer
from documents.reader import open_document
from ui.commands.line import run_line

OLD = "Notice\n\n1. Keeping\n\nWe keep the records of an order for 30 days.\n\n2. Sharing\n\nWe do not sell data.\n"
NEW = OLD.replace("30 days", "15 days").replace(
    "We do not sell data.", "We do not sell data.\n\n3. Asking\n\nWrite to us."
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return old, new


@pytest.fixture
def matter(files: tuple[Path, Path], tmp_path: Path) -> Path:
    path = tmp_path / "m.clausemark"
    with OpenMatter.create(path, Reviewer("A", "A"), lambda: datetime.now(UTC)) as opened:
        old, new = files
        document = opened.add_document(open_document(old), old.read_bytes(), old.name)
        opened.add_version(document.uid, open_document(new), new.read_bytes(), new.name)
    return path


def test_two_files_are_compared_and_a_changed_figure_is_told(files, capsys) -> None:
    assert run_line(["compare", *map(str, files), "--language", "en"]) == 0
    said = capsys.readouterr().out
    assert "[-30-]{+15+} days" in said
    assert "a number changed" in said


def test_scripts_are_given_places_that_hold_the_words(files, capsys) -> None:
    assert run_line(["compare", *map(str, files), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    texts = {name: open_document(file).text for name, file in zip(("old", "new"), files, strict=True)}
    assert told["counts"]["numbers"] == 1
    assert not told["same"]
    for change in told["changes"]:
        for name, text in texts.items():
            place = change[name]
            assert text[place["start"] : place["end"]] == place["exact"]


def test_the_last_two_versions_of_a_matter_are_compared_unless_others_are_named(matter, capsys) -> None:
    assert run_line(["compare", str(matter), "--language", "zh"]) == 0
    assert "[-30-]{+15+}" in capsys.readouterr().out
    assert run_line(["compare", str(matter), "--from", "1", "--to", "2", "--only", "numbers", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["old"]["version"], told["new"]["version"]) == (1, 2)


def test_a_version_that_is_not_there_is_said_and_nothing_else(matter, capsys) -> None:
    assert run_line(["compare", str(matter), "--to", "7", "--language", "en"]) == 1
    assert "7" in capsys.readouterr().err
    assert run_line(["compare", str(matter), "--to", "1", "--language", "en"]) == 1
    assert "no earlier version" in capsys.readouterr().err


def test_the_same_file_twice_has_no_changes(files, capsys) -> None:
    old, _ = files
    assert run_line(["compare", str(old), str(old), "--language", "en"]) == 0
    assert "say the same" in capsys.readouterr().out


def test_the_comparison_is_written_as_a_word_file(files, matter, tmp_path, capsys) -> None:
    for number, named in enumerate((list(map(str, files)), [str(matter), "old.md"])):
        out = tmp_path / f"{number}.docx"
        assert run_line(["compare", *named, "--out", str(out), "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["files"] == [str(out)]
        assert "We keep the records" in open_document(out).text


def test_the_comparison_is_not_written_over_what_it_compares_nor_as_another_kind(files, tmp_path, capsys) -> None:
    policy = tmp_path / "old.docx"
    assert run_line(["compare", *map(str, files), "--out", str(policy)]) == 0
    held = policy.read_bytes()
    assert run_line(["compare", str(policy), str(files[1]), "--out", str(policy), "--language", "en"]) == 1
    assert policy.read_bytes() == held
    assert "received" in capsys.readouterr().err
    assert run_line(["compare", *map(str, files), "--out", str(tmp_path / "c.pdf")]) == 1


def test_one_file_alone_is_asked_for_the_other(files, capsys) -> None:
    assert run_line(["compare", str(files[0]), "--language", "en"]) == 1
    assert "newer file" in capsys.readouterr().err


def test_edits_near_each_other_stand_on_one_line(tmp_path, capsys) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("The carrier keeps lists for 30 days and sends them by post.", encoding="utf-8")
    new.write_text("The carrier keeps lists for 15 days and sends them by fax.", encoding="utf-8")
    assert run_line(["compare", str(old), str(new), "--language", "en"]) == 0
    assert "[-30-]{+15+} days and sends them by [-post-]{+fax+}." in capsys.readouterr().out


def test_people_read_whole_words_and_what_is_folded_and_which_numbers_are_the_old_ones(tmp_path, capsys) -> None:
    old, new = tmp_path / "a.md", tmp_path / "b.md"
    kept = "We keep every record of an order that anybody placed with us for {} days after its delivery was confirmed."
    old.write_text(f"# 1. Keeping\n\n{kept.format(30)}\n\n# 2. Selling\n\nWe sell.\n\n# 3. Asking\n\nWrite to us.\n")
    new.write_text(f"# 1. Keeping\n\n{kept.format(90)}\n\n# 2. Asking\n\nWrite to us.\n")
    assert run_line(["compare", str(old), str(new), "--language", "en"]) == 0
    said = capsys.readouterr().out
    assert "… placed with us for [-30-]{+90+} days after its delivery …" in said
    assert "2 (before): deleted" in said
    assert "--all shows them" in said
