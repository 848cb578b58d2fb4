"""The wheel holds all the program needs: installed away from the checkout, `clausemark demo` makes its files."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

pytestmark = [pytest.mark.packaging, pytest.mark.timeout(300)]

ROOT = Path(__file__).parent.parent
PACKAGES = ("documents", "annotations", "export", "ui")
NOT_SHIPPED = {".ts", ".pyc"}
BIN = "Scripts" if sys.platform == "win32" else "bin"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy so that the checkout stays as it is."""
    source = tmp_path_factory.mktemp("source")
    for name in ("pyproject.toml", "README.md", "LICENSE", "main.py"):
        shutil.copy(ROOT / name, source)
    for folder in ("docs", "packaging"):
        shutil.copytree(ROOT / folder, source / folder)
    for package in PACKAGES:
        shutil.copytree(ROOT / package, source / package, ignore=shutil.ignore_patterns("__pycache__"))
    out = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(source), folder=source)
    return next(out.glob("clausemark-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with nothing but the wheel in it; its dependencies come from the environment of the tests."""
    place = tmp_path_factory.mktemp("away from the checkout 远处") / "environment"
    venv.create(place)
    python = place / BIN / Path(sys.executable).name
    _run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--no-index",
        "--no-deps",
        "--quiet",
        str(wheel),
    )
    purelib = sysconfig.get_path("purelib", vars={"base": str(place), "platbase": str(place)})
    (Path(purelib) / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return place


def _run(*command: str, folder: Path | None = None, language: str = "C.UTF-8") -> str:
    kept = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "LC_ALL", "LC_MESSAGES"}}
    answer = subprocess.run(
        command,
        cwd=folder,
        env=kept | {"LANG": language, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout


def _shipped_files() -> set[str]:
    """Every file of the packages that is not made by a tool."""
    found = (path for package in PACKAGES for path in (ROOT / package).rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in found if path.suffix not in NOT_SHIPPED}


def test_the_wheel_holds_every_file_of_the_packages_and_nothing_else(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())

    packed = {name for name in names if ".dist-info/" not in name and ".data/" not in name}
    assert packed == _shipped_files() | {"main.py"}
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_the_program_runs_from_where_it_was_installed(installed: Path) -> None:
    asked = "import main, documents, annotations, export, ui; print(main.__file__, *ui.__path__)"
    answer = _run(str(installed / BIN / "python"), "-c", asked, folder=installed.parent)

    assert str(ROOT) not in answer
    assert str(installed) in answer


def test_the_desktop_knows_the_installed_program_and_its_files(installed: Path) -> None:
    share = installed / "share"
    entry = (share / "applications" / "clausemark.desktop").read_text(encoding="utf-8")
    assert "Exec=clausemark-window %F" in entry
    assert (installed / BIN / "clausemark-window").exists() or (installed / BIN / "clausemark-window.exe").exists()
    assert (share / "mime" / "packages" / "clausemark.xml").is_file()
    assert (share / "icons" / "hicolor" / "scalable" / "apps" / "clausemark.svg").is_file()


def test_an_installed_clausemark_has_the_user_guide_and_its_pictures(installed: Path) -> None:
    asked = "from ui.guide import guide_path; print(*(guide_path(language).resolve() for language in ('en', 'zh')))"
    answer = _run(str(installed / BIN / "python"), "-c", asked, folder=installed.parent)

    assert str(ROOT) not in answer
    shared = installed / "share" / "clausemark" / "guide"
    for name in ("guide.md", "guide.zh.md"):
        assert str((shared / name).resolve()) in answer
        pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", (shared / name).read_text(encoding="utf-8"))
        assert [picture for picture in pictures if not (shared / picture).is_file()] == []


@pytest.mark.parametrize("language", ["en_GB.UTF-8", "zh_CN.UTF-8"])
def test_an_installed_clausemark_makes_the_demo(installed: Path, tmp_path: Path, language: str) -> None:
    demo = tmp_path / "demo"
    _run(str(installed / BIN / "clausemark"), "demo", str(demo), folder=tmp_path, language=language)

    (matter,) = demo.glob("*.clausemark")
    annotated, memo = sorted(demo.glob("*.docx"), key=lambda path: not _has_comments(path))
    with sqlite3.connect(matter) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    assert _has_comments(annotated)
    assert not _has_comments(memo)
    assert sorted(demo.iterdir()) == sorted([matter, annotated, memo])


def _has_comments(path: Path) -> bool:
    with ZipFile(path) as package:
        return "word/comments.xml" in package.namelist()
