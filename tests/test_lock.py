"""The lock is whole: every package by version and hash, the same ones for running as for testing, no registry named."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-ocr.txt")


def _entries(lock: str) -> list[str]:
    """Each package's entry: name, version and marker, then its hashes."""
    lines = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _pins(lock: str) -> set[str]:
    return {entry.split("--hash")[0].strip() for entry in _entries(lock)}


def _name(text: str) -> str:
    found = re.match(r"[A-Za-z0-9_.-]+", text)
    assert found
    return found[0].lower().replace("_", "-")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_and_hashed(lock: str) -> None:
    for entry in _entries(lock):
        assert re.match(r"[a-z0-9-]+==\S+", entry)
        assert "--hash=sha256:" in entry


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_names_no_registry(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")

    assert "://" not in text
    assert "index-url" not in text


def test_what_runs_is_what_was_tested() -> None:
    assert _pins("requirements.txt") <= _pins("requirements-dev.txt")


def test_every_dependency_of_the_project_is_in_the_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert {_name(text) for text in project["dependencies"]} <= {_name(pin) for pin in _pins("requirements.txt")}
    wanted = {_name(text) for text in project["optional-dependencies"]["dev"]}
    assert wanted <= {_name(pin) for pin in _pins("requirements-dev.txt")}
    assert {_name(text) for text in project["optional-dependencies"]["ocr"]} <= {
        _name(pin) for pin in _pins("requirements-ocr.txt")
    }


def test_pyside_stays_below_6_12_on_python_3_11() -> None:
    pins = {pin for pin in _pins("requirements.txt") if pin.startswith("pyside6-essentials==")}

    assert any(re.fullmatch(r"pyside6-essentials==6\.11\.\d+ ; python_full_version < '3\.12'", pin) for pin in pins)


def test_every_package_that_runs_is_explained_with_its_licence() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in page.splitlines() if line.startswith("|")]
    explained = {_name(row[0]) for row in rows if row[0] not in {"package", "---"}}

    assert explained == {_name(pin) for pin in _pins("requirements.txt")}
    assert all(len(row) == 3 and all(row) for row in rows)
