"""How findings are spread: the risk matrix and the heat table, as values. Nothing is guessed from a severity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from annotations.model import Level, Severity
from export.findings import Finding

__all__ = ["CELL_RISK", "Heat", "HeatRow", "Matrix", "heat_of", "matrix_of"]

_C, _H, _M, _L = Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW
_ROWS: Final[Mapping[Level, tuple[Severity, ...]]] = {
    Level.VERY_HIGH: (_M, _H, _C, _C),
    Level.HIGH: (_M, _M, _H, _C),
    Level.MEDIUM: (_L, _M, _M, _H),
    Level.LOW: (_L, _L, _M, _M),
}
CELL_RISK: Final[Mapping[tuple[Level, Level], Severity]] = {
    (impact, likelihood): risk for impact, row in _ROWS.items() for likelihood, risk in zip(Level, row, strict=True)
}
"""The level of risk of an impact and a likelihood, as GB/T 39335-2020 puts them together (annex D, four by four)."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Standing findings by impact and likelihood; `unrated` are those that lack one or both."""

    cells: Mapping[tuple[Level, Level], tuple[Finding, ...]] = field(default_factory=dict)
    unrated: tuple[Finding, ...] = ()

    def at(self, impact: Level, likelihood: Level) -> tuple[Finding, ...]:
        """Return the findings of one cell."""
        return self.cells.get((impact, likelihood), ())


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One category, "" for findings without one, and its standing findings by severity."""

    category: str
    counts: Mapping[Severity, tuple[Finding, ...]]

    @property
    def total(self) -> int:
        """How many findings the category has."""
        return sum(map(len, self.counts.values()))


Heat = tuple[HeatRow, ...]


def matrix_of(findings: Sequence[Finding]) -> Matrix | None:
    """Return the matrix of those that stand; None where no finding has both an impact and a likelihood."""
    cells: dict[tuple[Level, Level], list[Finding]] = {}
    unrated = []
    for item in findings:
        if not item.stands:
            continue
        if item.impact and item.likelihood:
            cells.setdefault((item.impact, item.likelihood), []).append(item)
        else:
            unrated.append(item)
    return Matrix({key: tuple(items) for key, items in cells.items()}, tuple(unrated)) if cells else None


def heat_of(findings: Sequence[Finding]) -> Heat:
    """Return a row a category, the worst first, then the fullest; empty where no severity or no category is told."""
    found: dict[str, dict[Severity, list[Finding]]] = {}
    for item in findings:
        if item.stands and item.severity:
            found.setdefault(item.category.strip(), {}).setdefault(item.severity, []).append(item)
    rows = [
        HeatRow(category, {severity: tuple(counts[severity]) for severity in Severity if severity in counts})
        for category, counts in found.items()
    ]
    return tuple(sorted(rows, key=_weight)) if any(found) else ()


def _weight(row: HeatRow) -> tuple[bool, list[int], str]:
    return row.category == "", [-len(row.counts.get(severity, ())) for severity in Severity], row.category
