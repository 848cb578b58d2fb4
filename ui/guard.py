"""The border of the session: a fault a person can mend becomes a sentence, one of ours goes on its way."""

from __future__ import annotations

from collections.abc import Callable

from documents.errors import ClausemarkError

__all__ = ["Guard"]


class Guard:
    """Turns a fault a person can mend into a sentence; ours go on their way."""

    def __init__(self, fail: Callable[[Exception], None]) -> None:
        self._fail = fail

    def __enter__(self) -> None:
        return

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if isinstance(error, (ClausemarkError, OSError)):
            self._fail(error)
            return True
        return False
