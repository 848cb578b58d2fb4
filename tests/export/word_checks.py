"""The two offline checkers of Word files, and LibreOffice, as questions."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

BIN = Path(sys.executable).parent


def audit(path):
    """The kinds of errors openxml-audit finds."""
    ran = subprocess.run(
        [BIN / "openxml-audit", "-m", "0", "-o", "json", path], capture_output=True, text=True, check=False
    )
    return Counter(error["description"] for error in json.loads(ran.stdout)[0]["errors"])


def integrity(path, against=None):
    """The findings of ooxml-integrity above the level of information, as lines."""
    more = ["--against", against] if against else []
    ran = subprocess.run([BIN / "ooxml-integrity", "check", path, *more], capture_output=True, text=True, check=False)
    return [line.strip() for line in ran.stdout.splitlines() if "[ERROR" in line or "[WARN" in line]


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
