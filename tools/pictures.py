"""Pictures of every screen and dialog: `python -m tools.pictures`. The real window, on the sample policies.

All of them, in both languages, light and dark, at one and two pixels a point, go into build/screens to be looked at.
Those the guide shows go into docs/pictures as well.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tools.places import ROOT

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from tools.sitting import Sitting

SCREENS: Final = ROOT / "build" / "screens"
GUIDE: Final = ROOT / "docs" / "pictures"
RATIOS: Final = {"1x": "1", "2x": "2", "guide": "1.5"}
LANGUAGES: Final = ("en", "zh")
IN_THE_GUIDE: Final = frozenset({
    "start", "review", "editor", "filter", "find", "palette", "search", "partner", "export", "print", "returned",
    "carry-over-edited", "compare", "answering", "bilingual",
    "page-view", "shortcuts", "preferences", "send_part", "merging", "doubles", "answers", "register",
})  # fmt: skip
DARK_IN_THE_GUIDE: Final = frozenset({"review"})


def main() -> int:
    """Draw every picture, each ratio of pixels in a process of its own."""
    parser = argparse.ArgumentParser(prog="python -m tools.pictures", description=__doc__)
    parser.add_argument("--ratio", choices=list(RATIOS), help="only these, in this process")
    asked = parser.parse_args().ratio
    if asked:
        return _draw(asked)
    for ratio in RATIOS:
        code = subprocess.call([sys.executable, "-m", "tools.pictures", "--ratio", ratio], cwd=ROOT)
        if code:
            return code
    return 0


def _draw(ratio: str) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = RATIOS[ratio]
    from PySide6.QtWidgets import QApplication

    from tools.sitting import Sitting

    application = QApplication(["clausemark"])
    application.setStyle("Fusion")
    for language in LANGUAGES:
        for theme in ("light", "dark"):
            with tempfile.TemporaryDirectory() as folder:
                sitting = Sitting(application, language, theme, Path(folder))
                _keep_all(sitting, ratio)
                sitting.close()
    return 0


def _keep_all(sitting: Sitting, ratio: str) -> None:
    for name, widget in sitting.screens():
        if ratio == "guide":
            _keep_for_the_guide(sitting, name, widget.grab().toImage())
            if sitting.theme == "dark" and name in DARK_IN_THE_GUIDE:
                return
            continue
        out = SCREENS / ratio / f"{name}-{sitting.language}-{sitting.theme}.png"
        out.parent.mkdir(parents=True, exist_ok=True)
        widget.grab().save(str(out))
    if ratio == "guide" and sitting.theme == "light":
        _keep_word(sitting)


def _keep_for_the_guide(sitting: Sitting, name: str, image: QImage) -> None:
    if sitting.theme == "light" and name in IN_THE_GUIDE:
        _small(image).save(str(GUIDE / f"{name}-{sitting.language}.png"))
    elif sitting.theme == "dark" and name in DARK_IN_THE_GUIDE:
        _small(image).save(str(GUIDE / f"{name}-{sitting.language}-dark.png"))


def _small(image: QImage) -> QImage:
    """Return a picture of its own 256 commonest colours: a third of the size, and no eye sees it on a window."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(plain.constBits()).cast("I"))
    table = [colour for colour, _count in counted.most_common(256)]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)


def _keep_word(sitting: Sitting) -> None:
    """Keep the annotated file as another program shows it. The matter is another one by now: it is made anew."""
    from tools.word_picture import word_picture

    sent = next(sitting.folder.glob("*.docx"), None)
    if sent is None or not word_picture(sent, GUIDE / f"word-{sitting.language}.png"):
        print("LibreOffice is not installed: the picture of the Word file stays as it was.")


if __name__ == "__main__":
    sys.exit(main())
