"""The page on notes as JSON is true: its example is imported as it says."""

from __future__ import annotations

import json
import re
from pathlib import Path

from annotations.model import Assessment, Level, Review, Severity, Status, Visibility
from main import main
from ui.commands.samples import sample_policy

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "notes-json.md").read_text(encoding="utf-8")


def test_the_example_of_the_page_is_imported_with_every_anchor(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("CLAUSEMARK_SETTINGS", str(tmp_path / "settings.toml"))
    name, data = sample_policy("en")
    (tmp_path / name).write_bytes(data)
    example = re.search(r"```json\n(.*?)```", PAGE, re.DOTALL).group(1)
    (tmp_path / "notes.json").write_text(example, encoding="utf-8")
    main(["add", str(tmp_path / "m.clausemark"), str(tmp_path / name)])
    capsys.readouterr()
    assert main(["import", str(tmp_path / "m.clausemark"), str(tmp_path / "notes.json"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "notes": 2,
        "anchored": 1,
        "unplaced": [],
        "unchanged": 0,
        "differing": [],
    }


def test_the_page_lists_every_value_of_every_choice():
    for choice in (Severity, Level, Assessment, Status, Visibility, Review):
        for value in choice:
            assert f"`{value.value}`" in PAGE
