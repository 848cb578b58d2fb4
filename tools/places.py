"""Where things lie in the checkout, and how to call the Python of its .venv."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
RUNTIME_LOCK = ROOT / "requirements.txt"
DEV_LOCK = ROOT / "requirements-dev.txt"
OCR_LOCK = ROOT / "requirements-ocr.txt"
OCR_FOLDER = ROOT / ".ocr"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")

_NOT_OURS = {"PYTHONHOME", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE"}


def surroundings(**more: str) -> dict[str, str]:
    """Return the environment for a program of ours: UTF-8 everywhere, nothing from another Python.

    What is compiled is kept, whatever the machine says: else each of the many programs tests start compiles all anew.
    """
    inherited = {key: value for key, value in os.environ.items() if key not in _NOT_OURS}
    return inherited | {"PYTHONUTF8": "1", "PYTHONNOUSERSITE": "1"} | more
