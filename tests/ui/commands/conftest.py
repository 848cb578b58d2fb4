"""Commands run as a person at a terminal runs them, and a matter of the Chinese sample to run them on."""

from __future__ import annotations

from pathlib import Path

import pytest

from main import main
from ui.commands.samples import sample_notes, sample_policy

COMMON = ["--reviewer", "Ana Okafor", "--initials", "AO", "--now", "2026-11-22T14:02:00+08:00"]


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    """Run a command and give (exit code, what it answered, what it complained)."""
    monkeypatch.setenv("CLAUSEMARK_SETTINGS", str(tmp_path / "settings.toml"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def call(*words: object):
        capsys.readouterr()
        code = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def matter(run, tmp_path) -> Path:
    name, data = sample_policy("zh")
    (tmp_path / name).write_bytes(data)
    (tmp_path / "review.json").write_bytes(sample_notes("zh"))
    path = tmp_path / "matter.clausemark"
    assert run("add", path, tmp_path / name, *COMMON)[0] == 0
    assert run("import", path, tmp_path / "review.json", *COMMON)[0] == 0
    return path
