"""The clause tree: blocks with their numbers -> clauses with the addresses lawyers cite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from documents.addresses import place_name, shown
from documents.citing import address_of, clause_at
from documents.closing import closing_from
from documents.entries import Entry, Role
from documents.lines import first_words, is_heading_like, shortened
from documents.model import Block, Clause, ClausePart, Span
from documents.outline import outline
from documents.paths import Path, Paths

__all__ = ["address_of", "clause_at", "clause_tree", "clauses_of"]

_TITLE = 80
_NOWHERE = Path()
_DASHES = "-–—:： "


def clause_tree(text: str, blocks: Sequence[Block], language: str) -> tuple[Clause, ...]:
    """Return the clauses of `text` in document order. Linear in the text."""
    return clauses_of(outline(text, blocks), language)


def clauses_of(entries: Sequence[Entry], language: str) -> tuple[Clause, ...]:
    """Return the clauses of an outline in document order."""
    body = [entry for entry in _contents_as_one(entries) if entry.role is not Role.TITLE]
    if not any(entry.role is Role.CLAUSE for entry in body):
        return tuple(_paragraphs_as_clauses(body, language))
    cut = closing_from(body)
    opening, *divided = _divided(_tree(body[:cut]))
    closings = [[node.own for node in group] for _, group in divided if group] + (
        [list(body[cut:])] if body[cut:] else []
    )
    taken = [place_name("preface", language)] if opening[1] else []
    taken += [shown("", ClausePart.CLOSING, number, language) for number in range(1, len(closings) + 1)]
    top = _Place(Paths(body, language, taken), language)
    clauses: list[Clause] = []
    _add_preface(clauses, opening[1], top)
    number = 0
    for node, group in divided:
        assert node is not None
        _add_numbered(clauses, node, None, top)
        number += bool(group)
        clauses.extend(_closing([one.own for one in group], number, language))
    clauses.extend(_closing(body[cut:], number + 1, language))
    return tuple(clauses)


@dataclass(slots=True)
class _Node:
    """A clause of the outline and what stands under it, in order."""

    entry: Entry | None
    children: list[_Node] = field(default_factory=list)

    @property
    def own(self) -> Entry:
        assert self.entry is not None
        return self.entry

    @property
    def end(self) -> int:
        """Where the last of it ends."""
        node = self
        while node.children:
            node = node.children[-1]
        return node.own.span.end


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the tree we are: the path and level above, and the means to go on."""

    paths: Paths
    language: str
    above: Path = _NOWHERE
    level: int = 0


def _contents_as_one(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries with a table of contents as one paragraph."""
    kept: list[Entry] = []
    for entry in entries:
        if entry.in_contents and kept and kept[-1].in_contents:
            kept[-1] = replace(kept[-1], span=Span(kept[-1].span.start, entry.span.end), last=entry.last)
        else:
            kept.append(replace(entry, role=Role.PARAGRAPH) if entry.in_contents else entry)
    return kept


def _tree(entries: Sequence[Entry]) -> _Node:
    root = _Node(None)
    path = [root]
    for entry in entries:
        node = _Node(entry)
        depth = entry.depth - 1 if entry.role is Role.CLAUSE else entry.depth
        del path[depth + 1 :]
        above = _last_bullet(path[-1]) if entry.in_bullet else None
        (above or path[-1]).children.append(node)
        if entry.role is Role.CLAUSE:
            path.append(node)
    return root


def _divided(tree: _Node) -> list[tuple[_Node | None, list[_Node]]]:
    """Return the outermost clauses, each with what stands after it and under no number; first what stands before."""
    parts: list[tuple[_Node | None, list[_Node]]] = [(None, [])]
    for node in tree.children:
        if node.own.role is Role.CLAUSE:
            parts.append((node, []))
        else:
            parts[-1][1].append(node)
    return parts


def _last_bullet(node: _Node) -> _Node | None:
    """The bullet above, with the paragraphs that stand between: they are its own. None where other words do."""
    between = 0
    while between < len(node.children) and node.children[-1 - between].own.role is Role.PARAGRAPH:
        between += 1
    last = len(node.children) - 1 - between
    if last < 0 or node.children[last].own.role is not Role.BULLET:
        return None
    bullet = node.children[last]
    if between and not bullet.children:
        end = node.children[-1].own
        bullet.entry = replace(bullet.own, span=Span(bullet.own.span.start, end.span.end), last=end.last)
        del node.children[last + 1 :]
    return bullet if node.children[-1] is bullet else None


def _paragraphs_as_clauses(entries: Sequence[Entry], language: str) -> Iterator[Clause]:
    tables = 0
    for ordinal, entry in enumerate(entries, 1):
        tables += entry.role is Role.TABLE
        part = (ClausePart.TABLE, tables) if entry.role is Role.TABLE else (ClausePart.NTH, ordinal - tables)
        yield _clause(entry, ("", *part), 1, language)


def _clause(
    entry: Entry, where: tuple[str, ClausePart, int], level: int, language: str, span: Span | None = None
) -> Clause:
    path, part, ordinal = where
    label = entry.label if entry.role is Role.BULLET else ""
    address = shown(path, part, ordinal, language)
    title = first_words(entry.words)
    return Clause(label, address, title, level, span or entry.span, entry.span, path, part, ordinal)


def _add_preface(clauses: list[Clause], nodes: Sequence[_Node], top: _Place) -> None:
    """What stands before the first number: its first paragraph carries the name, the others count on from it."""
    if not nodes:
        return
    entries = [node.own for node in nodes]
    whole = Span(entries[0].span.start, nodes[-1].end)
    clauses.append(_clause(replace(entries[0], label=""), ("", ClausePart.PREFACE, 0), 1, top.language, whole))
    place = replace(top, above=Path(place_name("preface", top.language)), level=1)
    (part, ordinal), *parts = _parts(entries, counted=0)
    first = shown(place.above.base, part, ordinal, top.language)
    _add_items(clauses, nodes[0], replace(place, above=Path(first)))
    for node, where in zip(nodes[1:], parts, strict=True):
        _add_part(clauses, node, where, place)


def _closing(entries: Sequence[Entry], number: int, language: str) -> Iterator[Clause]:
    if entries:
        whole = Span(entries[0].span.start, entries[-1].span.end)
        yield _clause(replace(entries[0], label="", span=whole), ("", ClausePart.CLOSING, number), 1, language)


def _add_numbered(clauses: list[Clause], node: _Node, parent: Entry | None, place: _Place) -> None:
    entry, children = _with_title_from_below(node)
    path = place.paths.path(entry, parent, place.above)
    title = (
        shortened(entry.words.lstrip(_DASHES), _TITLE).rstrip(":：") if entry.heading_like else first_words(entry.words)
    )
    only = children[0].own if len(children) == 1 and children[0].own.role is Role.PARAGRAPH else None
    own = Span(entry.span.start, only.span.end) if only else entry.span
    span = Span(entry.span.start, max(entry.span.end, node.end)) if children else own
    written = place.paths.written(path)
    clauses.append(Clause(entry.label, written, title or entry.label, place.level + 1, span, own, written))
    if children and only is None:
        _add_beneath(clauses, entry, children, _Place(place.paths, place.language, path, place.level + 1))


def _with_title_from_below(node: _Node) -> tuple[Entry, Sequence[_Node]]:
    """Return a clause and what is under it; where its number stands alone ("ARTICLE I"), the next line is its title."""
    entry, children = node.own, node.children
    if entry.words or not children:
        return entry, children
    first = children[0].own
    if first.role is not Role.PARAGRAPH or not is_heading_like(first.words):
        return entry, children
    return replace(entry, span=Span(entry.span.start, first.span.end), words=first.words), children[1:]


def _add_beneath(clauses: list[Clause], entry: Entry, children: Sequence[_Node], place: _Place) -> None:
    parts = _parts([child.own for child in children], counted=0 if entry.heading_like else 1)
    for child, where in zip(children, parts, strict=True):
        if child.own.role is Role.CLAUSE:
            _add_numbered(clauses, child, entry, place)
        else:
            _add_part(clauses, child, where, place)


def _add_part(clauses: list[Clause], node: _Node, where: tuple[ClausePart, int], place: _Place) -> None:
    """A bullet, table or paragraph under a clause, and the numbered items inside a bullet."""
    path, whole = place.paths.written(place.above), Span(node.own.span.start, node.end)
    clauses.append(_clause(node.own, (path, *where), place.level + 1, place.language, whole))
    base = shown(place.above.base, *where, place.language)
    _add_items(clauses, node, replace(place, above=Path(base, place.above.time), level=place.level + 1))


def _add_items(clauses: list[Clause], node: _Node, place: _Place) -> None:
    for item in node.children:
        _add_numbered(clauses, item, node.own, place)


def _parts(children: Sequence[Entry], *, counted: int) -> list[tuple[ClausePart, int]]:
    """Return part and ordinal of each child; `counted` is 1 where the clause's own line is its first paragraph."""
    paragraphs = bullets = tables = 0
    parts = []
    last = len(children) - 1
    for index, child in enumerate(children):
        if child.role is Role.BULLET:
            bullets += 1
            parts.append((ClausePart.BULLET, bullets))
        elif child.role is Role.TABLE:
            tables += 1
            parts.append((ClausePart.TABLE, tables))
        elif child.role is Role.PARAGRAPH:
            paragraphs += 1
            ordinal = paragraphs + counted
            first = ordinal == 1 and index == 0
            part = ClausePart.FIRST if first else ClausePart.LAST if index == last else ClausePart.NTH
            parts.append((part, ordinal))
        else:
            parts.append((ClausePart.NUMBERED, 0))
    return parts
