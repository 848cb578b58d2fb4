"""Chinese is complete, is what is compiled, and holds the same places for values as English."""

from __future__ import annotations

import re
import shutil
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

from ui.translations.update import compile_translation, update

TS = Path(str(files("ui.translations"))) / "clausemark_zh_CN.ts"


def messages() -> list[tuple[str, str, str, str]]:
    found = []
    for context in ElementTree.parse(TS).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            found.append((
                context.findtext("name"), message.findtext("source"), translation.text or "",
                translation.get("type", ""),
            ))  # fmt: skip
    return found


def test_no_string_is_unfinished():
    assert len(messages()) > 150
    assert [row for row in messages() if row[3] or not row[2].strip()] == []


def test_values_keep_their_places():
    def places(text: str) -> list[str]:
        return sorted(re.findall(r"\{\w+\}", text))

    assert [row for row in messages() if places(row[1]) != places(row[2])] == []


def test_the_translation_has_every_string_of_the_source_and_is_compiled(tmp_path):
    fresh = tmp_path / TS.name
    shutil.copy(TS, fresh)
    update(fresh)
    strings = {(c.findtext("name"), m.findtext("source")) for c in ElementTree.parse(fresh).getroot().iter("context")
               for m in c.iter("message")}  # fmt: skip
    assert strings == {(row[0], row[1]) for row in messages()}
    compile_translation(fresh, tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == TS.with_suffix(".qm").read_bytes()
