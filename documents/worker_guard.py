"""What stops a worker whose time is up, or whose answer nobody wants any more, while its parent waits for it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from documents.worker_link import Link

__all__ = ["Guard"]

_POLL_SECONDS = 0.05


class Guard:
    """Kills the process of a link. `fired` says that it did, `unwanted` that it was not for time."""

    def __init__(self, link: Link, seconds: float, wanted: Callable[[], bool]) -> None:
        self._link = link
        self._seconds = seconds
        self.again()
        self._wanted = wanted
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._stand, name="worker guard", daemon=True)
        self.fired = False
        self.unwanted = False

    def __enter__(self) -> Guard:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def again(self) -> None:
        """Count the seconds anew."""
        self._until = time.monotonic() + self._seconds

    def _stand(self) -> None:
        while not self._over.wait(_POLL_SECONDS):
            self.unwanted = not self._wanted()
            if self.unwanted or time.monotonic() >= self._until:
                self.fired = True
                self._link.kill()
                return
