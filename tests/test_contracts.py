"""The import rules bite: a forbidden import planted in a copy of the packages is found."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("documents", "annotations", "export", "ui")
LINT = "from importlinter.cli import lint_imports_command as lint; lint(['--no-cache'])"

PLANTED = [
    ("documents/planted.py", "import annotations.model", "Packages form layers"),
    ("annotations/planted.py", "import export", "Packages form layers"),
    ("export/planted.py", "from ui import theme", "Packages form layers"),
    ("export/planted.py", "from PySide6.QtGui import QColor", "Only ui knows Qt"),
    ("ui/commands/planted.py", "import PySide6", "The command line runs without Qt"),
    ("ui/planted.py", "import sqlite3", "Only annotations knows SQLite"),
    ("export/planted.py", "import sqlite_utils", "Only annotations knows SQLite"),
    ("documents/planted.py", "import docx", "Only the writers of Word files know python-docx"),
    ("export/planted.py", "import docx", "Only the writers of Word files know python-docx"),
    ("ui/planted.py", "import socket", "Nothing opens a network connection"),
    ("documents/planted.py", "import ssl", "Nothing opens a network connection"),
    ("annotations/planted.py", "from http import client", "Nothing opens a network connection"),
    ("documents/readers/planted.py", "from documents.readers import word", "Readers do not know each other"),
]


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the packages with every forbidden import of the list above planted in it."""
    tree = tmp_path_factory.mktemp("planted")
    shutil.copy(ROOT / "pyproject.toml", tree)
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tree / package, ignore=shutil.ignore_patterns("__pycache__"))
    for number, (path, line, _) in enumerate(PLANTED):
        (tree / path).with_name(f"planted_{number}.py").write_text(line + "\n", encoding="utf-8")
    return tree


@pytest.fixture(scope="module")
def report(copied: Path) -> str:
    surroundings = os.environ | {"PYTHONPATH": str(copied), "PYTHONUTF8": "1", "COLUMNS": "200"}
    asked = [sys.executable, "-c", LINT]
    answer = subprocess.run(asked, cwd=copied, env=surroundings, capture_output=True, encoding="utf-8", check=False)
    assert answer.returncode == 1, answer.stdout + answer.stderr
    return answer.stdout


@pytest.mark.parametrize("number", range(len(PLANTED)), ids=[f"{path}: {line}" for path, line, _ in PLANTED])
def test_a_planted_import_breaks_its_contract(report: str, number: int) -> None:
    path, _, contract = PLANTED[number]
    module = f"{path.rsplit('/', 1)[0].replace('/', '.')}.planted_{number} "

    parts = re.split(r"^(.+)\n-{3,}\n", report.split("Broken contracts")[1], flags=re.MULTILINE)
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))
    assert module in sections[contract]


@pytest.mark.parametrize(
    "line", ["import urllib.request", "from PySide6.QtNetwork import QTcpSocket", "from PySide6 import QtNetwork"]
)
def test_a_part_of_a_larger_package_that_opens_connections_is_found_by_ruff(line: str) -> None:
    ruff = [
        sys.executable,
        "-m",
        "ruff",
        "check",
        "--no-cache",
        "--select=TID251",
        "--stdin-filename=ui/planted.py",
        "-",
    ]
    answer = subprocess.run(ruff, cwd=ROOT, input=line + "\n", capture_output=True, encoding="utf-8", check=False)

    assert answer.returncode == 1
    assert "opens no network connection" in answer.stdout
