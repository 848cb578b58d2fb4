"""The clause tree: blocks with their numbers -> clauses with the addresses lawyers cite."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from documents.addresses import Paths, between, joined, place_name, shown
from documents.closing import closing_from
from documents.lines import first_words, is_heading_like, shortened
from documents.model import Block, BlockKind, Clause, ClausePart, PolicyDocument, Span, Story
from documents.outline import Entry, Role, outline

__all__ = ["address_of", "clause_at", "clause_tree", "clauses_of"]

_TITLE = 80


def clause_tree(text: str, blocks: Sequence[Block], language: str) -> tuple[Clause, ...]:
    """Return the clauses of `text` in document order. Linear in the text."""
    return clauses_of(outline(text, blocks), language)


def clauses_of(entries: Sequence[Entry], language: str) -> tuple[Clause, ...]:
    """Return the clauses of an outline in document order."""
    body = [entry for entry in _contents_as_one(entries) if entry.role is not Role.TITLE]
    if not any(entry.role is Role.CLAUSE for entry in body):
        return tuple(_paragraphs_as_clauses(body, language))
    cut = closing_from(body)
    tree = _tree(body[:cut])
    paths = Paths(body, language)
    clauses = [*_preface(tree.children, language)]
    top = _Place(paths, language)
    for node in tree.children:
        if node.entry and node.entry.role is Role.CLAUSE:
            _add_numbered(clauses, node, None, top)
    clauses.extend(_closing(body[cut:], language))
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
    above: str = ""
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
        path[-1].children.append(node)
        if entry.role is Role.CLAUSE:
            path.append(node)
    return root


def _paragraphs_as_clauses(entries: Sequence[Entry], language: str) -> Iterator[Clause]:
    for ordinal, entry in enumerate(entries, 1):
        yield _clause(entry, ("", ClausePart.NTH, ordinal), 1, language)


def _clause(
    entry: Entry, where: tuple[str, ClausePart, int], level: int, language: str, span: Span | None = None
) -> Clause:
    path, part, ordinal = where
    label = entry.label if entry.role is Role.BULLET else ""
    address = shown(path, part, ordinal, language)
    title = first_words(entry.words)
    return Clause(label, address, title, level, span or entry.span, entry.span, path, part, ordinal)


def _preface(nodes: Sequence[_Node], language: str) -> Iterator[Clause]:
    """What stands before the first number: its first paragraph carries the name, the others count on from it."""
    entries = [node.own for node in nodes if node.own.role is not Role.CLAUSE]
    if not entries:
        return
    first, others = entries[0], entries[1:]
    whole = Span(first.span.start, entries[-1].span.end)
    yield _clause(replace(first, label=""), ("", ClausePart.PREFACE, 0), 1, language, whole)
    path = place_name("preface", language)
    parts = _parts(others, counted=1)
    for entry, (part, ordinal) in zip(others, parts, strict=True):
        yield _clause(entry, (path, part, ordinal), 2, language)


def _closing(entries: Sequence[Entry], language: str) -> Iterator[Clause]:
    if entries:
        whole = Span(entries[0].span.start, entries[-1].span.end)
        yield _clause(replace(entries[0], label="", span=whole), ("", ClausePart.CLOSING, 0), 1, language)


def _add_numbered(clauses: list[Clause], node: _Node, parent: Entry | None, place: _Place) -> None:
    entry, children = _with_title_from_below(node)
    path = place.paths.path(entry, parent, place.above)
    title = shortened(entry.words, _TITLE).rstrip(":：") if entry.heading_like else first_words(entry.words)
    only = children[0].own if len(children) == 1 and children[0].own.role is Role.PARAGRAPH else None
    own = Span(entry.span.start, only.span.end) if only else entry.span
    span = Span(entry.span.start, max(entry.span.end, node.end)) if children else own
    clauses.append(Clause(entry.label, path, title or entry.label, place.level + 1, span, own, path))
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
    for child, (part, ordinal) in zip(children, parts, strict=True):
        if child.own.role is Role.CLAUSE:
            _add_numbered(clauses, child, entry, place)
        else:
            clauses.append(_clause(child.own, (place.above, part, ordinal), place.level + 1, place.language))


def _parts(children: Sequence[Entry], *, counted: int) -> list[tuple[ClausePart, int]]:
    """Return part and ordinal of each child; `counted` is 1 where the clause's own line is its first paragraph."""
    paragraphs = bullets = 0
    parts = []
    last = len(children) - 1
    for index, child in enumerate(children):
        if child.role is Role.BULLET:
            bullets += 1
            parts.append((ClausePart.BULLET, bullets))
        elif child.role is Role.PARAGRAPH:
            paragraphs += 1
            ordinal = paragraphs + counted
            first = ordinal == 1 and index == 0
            part = ClausePart.FIRST if first else ClausePart.LAST if index == last else ClausePart.NTH
            parts.append((part, ordinal))
        else:
            parts.append((ClausePart.NUMBERED, 0))
    return parts


def clause_at(document: PolicyDocument, position: int) -> Clause | None:
    """Return the innermost clause that holds `position`, None between clauses and in notes, headers and the title."""
    starts, held = document.clause_bounds
    index = bisect_right(starts, position) - 1
    return held[index] if index >= 0 else None


def address_of(document: PolicyDocument, spans: Sequence[Span], language: str | None = None) -> str:
    """Return where `spans` stand, as a lawyer cites it: "三.6 第1点", several places joined, "全文" for none."""
    language = language or document.language
    if not spans:
        return place_name("whole", language)
    return joined((_address(document, span, language) for span in sorted(spans)), language)


def _address(document: PolicyDocument, span: Span, language: str) -> str:
    first = clause_at(document, span.start)
    if first is None:
        return _outside(document, span, language)
    last = clause_at(document, max(span.start, span.end - 1))
    if last is None or first.span.contains(span):
        return _shown(first, language)
    if last.span.contains(span):
        return _shown(last, language)
    return between(_shown(first, language), _shown(last, language), language)


def _shown(clause: Clause, language: str) -> str:
    return shown(clause.path, clause.part, clause.ordinal, language)


def _outside(document: PolicyDocument, span: Span, language: str) -> str:
    block = document.block_at(span.start)
    if block is not None and block.story is not Story.MAIN:
        return place_name(block.story.value, language)
    if block is not None and block.kind is BlockKind.TITLE:
        return place_name("title", language)
    later = (one for one in document.clauses if one.span.start >= span.start)
    beyond = next(later, None)
    if beyond is None:
        return place_name("closing", language)
    return _shown(beyond, language) if span.end > beyond.span.start else place_name("preface", language)
