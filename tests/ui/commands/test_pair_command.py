"""`clausemark pair`: two documents of a matter said to be one policy in two languages."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from annotations.matter import OpenMatter
from annotations.model import Reviewer
from tests.documents.bilingual_policy import CHINESE, ENGLISH, read
from ui.commands.line import run_line


@pytest.fixture
def matter(tmp_path: Path) -> Path:
    path = tmp_path / "m.clausemark"
    english = ENGLISH.replace("thirty (30) days", "sixty (60) days")
    with OpenMatter.create(path, Reviewer("A", "A"), lambda: datetime.now(UTC)) as opened:
        for name, text in (("zh.md", CHINESE), ("en.md", english)):
            opened.add_document(read(text, name), text.encode(), name)
    return path


def test_a_pair_is_kept_and_what_differs_is_told(matter, capsys) -> None:
    assert run_line(["pair", str(matter), "zh.md", "en.md", "--language", "en"]) == 0
    said = capsys.readouterr().out
    assert "1 differences" in said
    assert "三十日" in said
    assert "sixty (60) days" in said
    assert run_line(["pair", str(matter), "en.md", "--language", "zh"]) == 0
    assert "数字" in capsys.readouterr().out


def test_scripts_are_given_places_that_hold_the_words(matter, capsys) -> None:
    assert run_line(["pair", str(matter), "zh.md", "en.md", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    (difference,) = told["differences"]
    assert (difference["kind"], told["counts"]["number"], told["likeness"]) == ("number", 1, 1.0)
    text = read(CHINESE).text
    place = difference["document"]
    assert text[place["start"] : place["end"]] == place["exact"] == "三十日"
    assert all(one["document"] and one["other"] for one in told["aligned"])


def test_a_pair_is_parted_again_and_then_there_is_none(matter, capsys) -> None:
    run_line(["pair", str(matter), "zh.md", "en.md"])
    assert run_line(["pair", str(matter), "zh.md", "--off"]) == 0
    capsys.readouterr()
    assert run_line(["pair", str(matter), "zh.md", "--language", "en"]) == 1
    assert "no translation" in capsys.readouterr().err


def test_a_document_is_not_its_own_translation(matter, capsys) -> None:
    assert run_line(["pair", str(matter), "zh.md", "zh.md", "--language", "en"]) == 1
    assert "own translation" in capsys.readouterr().err
