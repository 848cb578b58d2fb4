"""What the machine itself must have: system libraries, a Chinese font, a screen."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

__all__ = [
    "FOR_ALL_TESTS",
    "FOR_FONTS",
    "FOR_QT",
    "FOR_VENV",
    "has_chinese_font",
    "has_screen",
    "lacks_ensurepip",
    "see_to",
]

# Each is one package under the names it has in different releases.
Names = tuple[str, ...]
FOR_VENV: tuple[Names, ...] = ((f"python3.{sys.version_info[1]}-venv", "python3-venv"),)
FOR_QT: tuple[Names, ...] = (
    ("libgl1",),
    ("libegl1",),
    ("libglib2.0-0t64", "libglib2.0-0"),
    ("libfontconfig1",),
    ("libxkbcommon0",),
    ("libdbus-1-3",),
    ("libxcb-cursor0",),
    ("libxcb-icccm4",),
    ("libxcb-keysyms1",),
    ("libxkbcommon-x11-0",),
    ("libxcb-shape0",),
)
FOR_FONTS: tuple[Names, ...] = (("fonts-noto-cjk",),)
FOR_ALL_TESTS: tuple[Names, ...] = (
    ("libreoffice-writer",),
    ("libreoffice-calc",),
    ("poppler-utils",),
    ("xvfb",),
    ("xauth",),
    ("libxtst6",),
)

_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
_CHINESE_FONTS = ("*CJK*", "*[Ss]ource[Hh]an*", "wqy*", "uming*", "ukai*", "DroidSansFallback*", "sim*.tt?", "msyh*")


def see_to(packages: Sequence[Names]) -> bool:
    """Install what is missing (Debian and Ubuntu, as root), or print the line that does; False when still missing."""
    if not (shutil.which("apt-get") and shutil.which("dpkg-query")):
        return True
    missing = [names for names in packages if not _installed(names)]
    if not missing:
        return True
    if os.geteuid() != 0:
        print(f"This machine lacks something Clausemark needs. Run:\n  {_line_to_run(missing)}\n", file=sys.stderr)
        return False
    return _install(missing)


def has_chinese_font() -> bool:
    """Whether Chinese can be shown; always true where the system brings such a font along."""
    if sys.platform in {"win32", "darwin"}:
        return True
    if shutil.which("fc-list"):
        return bool(subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False).stdout.strip())
    folders = (Path(folder).expanduser() for folder in _FONT_FOLDERS)
    return any(True for folder in folders for name in _CHINESE_FONTS for _ in folder.rglob(name))


def lacks_ensurepip() -> bool:
    """Whether this Python cannot make environments: Debian and Ubuntu keep that in a package of its own."""
    importlib.invalidate_caches()
    return importlib.util.find_spec("ensurepip") is None


def has_screen() -> bool:
    """Whether a window can be seen."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _installed(names: Names) -> bool:
    return any(_says(["dpkg-query", "-W", "-f=${db:Status-Status}", name]) == "installed" for name in names)


def _says(command: Sequence[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def _named_here(missing: Iterable[Names]) -> list[str]:
    """Return the name each package has in this release; the last one where none is known."""
    return [next((name for name in names if _says(["apt-cache", "show", name])), names[-1]) for names in missing]


def _line_to_run(missing: Iterable[Names]) -> str:
    return "sudo apt-get install " + " ".join(_named_here(missing))


def _install(missing: Sequence[Names]) -> bool:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print("Installing what the system lacks: " + ", ".join(names[-1] for names in missing))
    waits = ["-o", "DPkg::Lock::Timeout=300", "-qq"]
    subprocess.run(["apt-get", *waits, "update"], env=quiet, check=False, stdout=subprocess.DEVNULL)
    names = _named_here(missing)
    command = ["apt-get", *waits, "install", "-y", "--no-install-recommends", *names]
    done = subprocess.run(command, env=quiet, check=False, stdout=subprocess.DEVNULL)
    if done.returncode:
        print(f"That did not work. Try: {_line_to_run(missing)}", file=sys.stderr)
    return done.returncode == 0
