"""Every code has both sentences, every choice both words, and docs/format.md tells the truth about the file."""

import ast
import json
import re
import string
from enum import StrEnum
from pathlib import Path

import pytest

from annotations import file, model, words
from annotations.interchange import CONTEXT, TERMS
from annotations.sentences import SENTENCES

ROOM = Path(file.__file__).parent
FORMAT = ROOM.parent / "docs" / "format.md"


def codes_used() -> set[str]:
    found = set()
    for path in [*ROOM.rglob("*.py"), *(ROOM.parent / "ui" / "commands").glob("*.py")]:
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("MatterError", "Problem"):
                for node in ast.walk(call.args[0]):
                    if isinstance(node, ast.Constant) and isinstance(node.value, str):
                        found.add(node.value)
    from annotations import faults

    return found | set(faults._CODES.values()) | set(faults._SYSTEM.values())


def test_every_code_has_a_sentence_in_both_languages_and_every_sentence_a_use():
    assert codes_used() == set(SENTENCES)
    for code, (english, chinese) in SENTENCES.items():
        named = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (english, chinese)]
        assert named[0] == named[1], code
        assert re.search(r"[\u4e00-\u9fff]", chinese), code
        assert not re.search(r"[\u4e00-\u9fff]", english), code


def test_every_choice_has_a_word_in_both_languages():
    choices = [kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, StrEnum)]
    for kind in choices:
        for choice in kind if kind is not StrEnum else ():
            assert re.search(r"[\u4e00-\u9fff]", words.label(choice, "zh-CN")), choice
            assert words.label(choice, "en").isascii()
    assert words.label(model.Severity.LOW, "zh") == "低风险"
    assert words.label(model.Level.LOW, "zh") == "低"
    assert words.short(model.Severity.CRITICAL, "zh") == "严重"


def test_categories_are_found_in_both_directions_and_unknown_ones_stay():
    for english, chinese in words.CATEGORIES:
        assert words.category_in(chinese, "en") == english
        assert words.category_in(english, "zh") == chinese
        assert words.category_in(english.upper(), "en") == english
    assert words.category_in("自定类别", "en") == "自定类别"


@pytest.fixture
def told() -> str:
    return FORMAT.read_text("utf-8")


def test_the_description_of_the_file_names_every_table_and_column(matter, told):
    tables = {
        name: [row[1] for row in matter._store._all(f"PRAGMA table_info('{name}')")]
        for (name,) in matter._store._all("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not name.startswith("sqlite_")
    }
    sections = re.split(r"^### `(\w+)`.*$", told, flags=re.MULTILINE)
    described = {
        name: re.findall(r"^\| `(\w+)` \|", text.split("\n## ")[0], flags=re.MULTILINE)
        for name, text in zip(sections[1::2], sections[2::2], strict=True)
    }
    assert described == tables


def test_the_description_of_the_file_names_every_term_of_the_exchange_and_its_context(told):
    section = told.split("## Exchange")[1]
    block = re.search(r"```json\n(.*?)```", section, flags=re.DOTALL)
    assert json.loads(block[1]) == CONTEXT
    assert sorted(re.findall(r"^\| `clausemark:(\w+)` \|", section, flags=re.MULTILINE)) == list(TERMS)
