"""What the reading room says to people: a code, its English sentence, its Chinese one."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["SENTENCES", "Sentences"]

Sentences = Mapping[str, tuple[str, str]]

SENTENCES: Sentences = {
    "not_found": (
        "{name} was not found. It may have been moved.",
        "找不到文件：{name}。它可能已被移动。",
    ),
}
