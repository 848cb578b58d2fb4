"""PySide6 6.12 loses references to None on Python 3.11 and aborts; the pin in pyproject.toml holds it off."""

from __future__ import annotations

import subprocess
import sys

_SCRIPT = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Sender(QObject):
    sent = Signal(object)

application = QCoreApplication([])
sender = Sender()
heard = []
sender.sent.connect(heard.append)
for number in range(20_000):
    sender.sent.emit(number)
before = sys.getrefcount(None)
for _ in range(1_000):
    sender.setObjectName("name")
print(len(heard), sys.getrefcount(None) - before)
"""


def test_calls_and_signals_of_this_pyside_lose_no_reference_to_none() -> None:
    answer = subprocess.run([sys.executable, "-c", _SCRIPT], capture_output=True, text=True, timeout=60, check=False)

    assert answer.returncode == 0, answer.stderr
    heard, moved = map(int, answer.stdout.split())
    assert heard == 20_000
    assert abs(moved) < 10
