"""A picture of an annotated Word file as another program shows it: LibreOffice on a screen of its own.

LibreOffice 7.4 writes no comments into the margin of a PDF without a screen, so its window is what is drawn.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication, QPixmap

__all__ = ["word_picture"]

_SIZE: Final = (1240, 860)
_TOOLBARS, _STATUS, _SIDE = 99, 26, 70
_MOST: Final = 90  # seconds for a program that starts for the first time
_RESTING: Final = 8.0
_SETTINGS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/Office/Factories/org.openoffice.Setup:Factory['com.sun.star.text.TextDocument']">
<prop oor:name="ooSetupFactoryWindowAttributes" oor:op="fuse"><value>0,0,{width},{height};1;0,0,0,0;</value></prop>
</item>
</oor:items>
"""


def word_picture(file: Path, out: Path) -> bool:
    """Draw the first page of a .docx with its comments to a PNG; False where LibreOffice or a screen is missing."""
    if not all(shutil.which(program) for program in ("soffice", "xvfb-run")):
        return False
    screen = ("xvfb-run", "-a", "-s", f"-screen 0 {_SIZE[0]}x{_SIZE[1]}x24")
    words = [*screen, sys.executable, "-m", "tools.word_picture", str(file), str(out)]
    plain = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    subprocess.run(words, check=True, env=plain | {"QT_QPA_PLATFORM": "xcb"}, cwd=Path(__file__).parent.parent)
    return True


def _grab(file: str, out: str) -> None:
    from PySide6.QtGui import QGuiApplication

    with tempfile.TemporaryDirectory() as folder:
        user = Path(folder) / "user"
        user.mkdir()
        settings = _SETTINGS.format(width=_SIZE[0], height=_SIZE[1])
        (user / "registrymodifications.xcu").write_text(settings, encoding="utf-8")
        profile = f"-env:UserInstallation={Path(folder).as_uri()}"
        quiet = ("--norestore", "--nologo", "--nofirststartwizard", "--view")
        with subprocess.Popen(["soffice", profile, *quiet, file], stderr=subprocess.DEVNULL) as program:
            application = QGuiApplication(["grab"])
            whole = _when_drawn(application)
            whole.copy(0, _TOOLBARS, _SIZE[0] - _SIDE, _SIZE[1] - _TOOLBARS - _STATUS).save(out)
            program.terminate()


def _when_drawn(application: QGuiApplication) -> QPixmap:
    """Return the screen once something is on it, and a while has passed for the rest to come."""
    for _ in range(_MOST):
        time.sleep(1)
        if application.primaryScreen().grabWindow(0).toImage().pixelColor(_SIZE[0] // 2, _SIZE[1] // 2).value():
            break
    time.sleep(_RESTING)
    return application.primaryScreen().grabWindow(0)


if __name__ == "__main__":
    _grab(*sys.argv[1:3])
