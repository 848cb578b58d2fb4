"""The two offline checkers of Word files, and LibreOffice, as questions."""

import subprocess

from tools import word_checkers
from tools.word_checkers import audit

__all__ = ["audit", "integrity", "office"]


def integrity(path, against=None):
    """The findings of ooxml-integrity above the level of information, as lines."""
    return list(word_checkers.integrity(path, against).elements())


def office(path, to, folder):
    """Convert a file with LibreOffice, with a profile of its own, and return the new one."""
    home = folder / "office-profile"
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={home.as_uri()}",
            "--headless",
            "--convert-to",
            to,
            "--outdir",
            folder,
            path,
        ],
        capture_output=True,
        check=True,
        timeout=120,
    )
    return folder / f"{path.stem}.{to.partition(':')[0]}"
