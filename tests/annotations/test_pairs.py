"""A document said to be the translation of another: kept, undone, merged."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from annotations.errors import MatterError
from annotations.matter import OpenMatter
from annotations.model import Reviewer
from tests.documents.bilingual_policy import CHINESE, ENGLISH, read

Clock = Callable[[], datetime]
OTHER = "# Notes\n\nNous gardons les données pendant un an et vous pouvez les demander par écrit.\n"


@pytest.fixture
def matter(tmp_path: Path, reviewer: Reviewer, clock: Clock) -> Iterator[OpenMatter]:
    opened = OpenMatter.create(tmp_path / "m.clausemark", reviewer, clock)
    for name, text in (("zh.md", CHINESE), ("en.md", ENGLISH), ("fr.md", OTHER)):
        opened.add_document(read(text, name), text.encode(), name)
    yield opened
    opened.close()


def _uid(matter: OpenMatter, name: str) -> str:
    return matter.document(name).uid


def _partner(matter: OpenMatter, name: str) -> str:
    uid = matter.partner(_uid(matter, name))
    return matter.document(uid).latest.file_name if uid else ""


def test_a_pair_is_known_from_either_side_and_undone_as_one_step(matter: OpenMatter) -> None:
    matter.pair("en.md", "zh.md")
    assert (_partner(matter, "en.md"), _partner(matter, "zh.md"), _partner(matter, "fr.md")) == ("zh.md", "en.md", "")
    assert matter.next_undo == "pair"
    matter.undo()
    assert _partner(matter, "zh.md") == ""
    matter.redo()
    assert _partner(matter, "zh.md") == "en.md"


def test_a_new_pair_parts_the_old_one(matter: OpenMatter) -> None:
    matter.pair("en.md", "zh.md")
    matter.pair("fr.md", "zh.md")
    assert (_partner(matter, "zh.md"), _partner(matter, "en.md")) == ("fr.md", "")
    matter.undo()
    assert _partner(matter, "zh.md") == "en.md"


def test_a_pair_is_parted_from_either_side(matter: OpenMatter) -> None:
    matter.pair("en.md", "zh.md")
    matter.part("zh.md", "en.md")
    assert _partner(matter, "en.md") == ""


def test_a_document_that_was_taken_away_is_no_translation(matter: OpenMatter) -> None:
    matter.pair("en.md", "zh.md")
    matter.remove_document(_uid(matter, "zh.md"))
    assert _partner(matter, "en.md") == ""
    matter.undo()
    assert _partner(matter, "en.md") == "zh.md"


def test_a_document_is_no_translation_of_itself_or_of_one_in_its_own_language(matter: OpenMatter) -> None:
    with pytest.raises(MatterError, match="translation"):
        matter.pair("en.md", "en.md")
    again = ENGLISH.replace("Qinghe", "Baihe")
    matter.add_document(read(again, "en2.md"), again.encode(), "en2.md")
    with pytest.raises(MatterError, match="same language"):
        matter.pair("en.md", "en2.md")


def test_it_survives_closing_and_comes_along_with_a_merge(matter: OpenMatter, tmp_path: Path, clock: Clock) -> None:
    copy = tmp_path / "copy.clausemark"
    shutil.copy(tmp_path / "m.clausemark", copy)
    other = OpenMatter.open(copy, Reviewer("Li Wen", "LW"), clock)
    other.pair("en.md", "zh.md")
    other.close()
    matter.pair("fr.md", "zh.md")
    matter.merge(copy)
    assert not matter.undecided().count
    assert _partner(matter, "zh.md") in ("en.md", "fr.md")
    assert not matter.check()
