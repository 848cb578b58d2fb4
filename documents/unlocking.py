"""A file kept under a password -> the same file without it, worked out in the worker process."""

from __future__ import annotations

from documents.worker import shared_worker

__all__ = ["unlocked_file"]


def unlocked_file(data: bytes, *, name: str, password: str) -> bytes:
    """Return the bytes of a Word or PDF file without their password; any other bytes as they are.

    Raises UnreadableDocument: `password` where one is needed and none is given, `wrong_password`, and what a damaged
    file raises.
    """
    _, freed = shared_worker().ask({"ask": "unlock", "name": name, "password": password}, data)
    return freed
