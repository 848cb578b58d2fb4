"""What of this computer no file that goes out may hold."""

from __future__ import annotations

from pathlib import Path

__all__ = ["machine_words"]


def machine_words(home: Path | None = None) -> tuple[str, ...]:
    """Return the user's folder in the ways it is written, and its name; nothing for a home that is no folder."""
    place = home or Path.home()
    if len(place.parts) < 2:
        return ()
    return tuple(dict.fromkeys((place.as_posix(), str(place), place.name)))
