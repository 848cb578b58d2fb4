"""Where each letter of a line begins and ends along it: a start and advances, not a box a letter."""

from __future__ import annotations

from collections.abc import Sequence
from operator import sub

from documents.pages import UNIT
from documents.pdf.segments import Upright

__all__ = ["edges"]

_FARTHEST = 32_000
_UNIT = float(UNIT).__mul__
_BACK = 4 * UNIT  # letters may overlap a little; farther back a new piece begins


def edges(frame: Upright, at: Sequence[int], *, backwards: bool) -> tuple[list[tuple[int, int]], list[int]]:
    """Return where pieces begin, (letter, place), and the advance of each letter, in units.

    `at` names each letter's character, -1 for a space put in between. An advance reaches to the next letter.
    """
    plain = None if backwards else _plain(frame, at)
    if plain is not None:
        return plain
    sign = -1 if backwards else 1
    places = _places(frame, at, backwards=backwards)
    starts: list[tuple[int, int]] = []
    advances: list[int] = []
    for index, (begin, end) in enumerate(places):
        following = places[index + 1][0] if index + 1 < len(places) else end
        if not starts:
            starts.append((index, begin))
        step = following - begin
        if not -_BACK <= step * sign <= _FARTHEST:
            step = end - begin
            if index + 1 < len(places):
                starts.append((index + 1, following))
        advances.append(max(-_FARTHEST, min(_FARTHEST, step)))
    return starts, advances


def _plain(frame: Upright, at: Sequence[int]) -> tuple[list[tuple[int, int]], list[int]] | None:
    """Return the same for letters that follow each other in the file too, as nearly all do; None for others."""
    if not at or (not isinstance(at, range) and at != list(range(at[0], at[0] + len(at)))):
        return None
    places = list(map(int, map(_UNIT, frame.left[at[0] : at[-1] + 1])))
    places.append(int(frame.right[at[-1]] * UNIT))
    steps = list(map(sub, places[1:], places))
    if min(steps) < -_BACK or max(steps) > _FARTHEST:
        return None
    return [(0, places[0])], steps


def _places(frame: Upright, at: Sequence[int], *, backwards: bool) -> list[tuple[int, int]]:
    """Return the beginning and end of each letter in the direction of reading; a space put in has no width."""
    places: list[tuple[int, int]] = []
    near, far = (frame.right, frame.left) if backwards else (frame.left, frame.right)
    end = 0
    for index, character in enumerate(at):
        if character < 0:
            places.append((end, end))
            continue
        begin, end = round(near[character] * UNIT), round(far[character] * UNIT)
        if index and at[index - 1] == character:  # a ligature's second letter
            begin = end
        places.append((begin, end))
    return places
