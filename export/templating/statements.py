"""What the tags of a template say: only fields, loops and conditions, and only on fields there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from export.templating.fields import LISTS, LOOP, Kind, Shape, item_of, names_after, nearest, shape_of, top
from export.templating.problems import Problem
from export.templating.tags import Tag

if TYPE_CHECKING:
    from jinja2 import nodes

__all__ = ["FILTERS", "said", "skeleton"]

FILTERS: Final = frozenset({"upper", "lower", "title", "trim", "length", "count", "default", "d", "join"})
_TESTS: Final = frozenset({"defined", "undefined", "none", "even", "odd", "eq", "equalto", "ne", "in"})
_DEEPEST: Final = 3
_STATEMENTS: Final = frozenset({"for", "endfor", "if", "elif", "else", "endif", "cellbg"})
_JINJA: Final = frozenset({
    "set", "macro", "call", "block", "extends", "include", "import", "from", "with", "raw", "filter", "autoescape",
    "do", "trans", "break", "continue", "debug", "colspan", "hm", "vm",
})  # fmt: skip
"""Statements that Jinja or docxtpl know and templates here do not carry out."""
_CELL_FILL: Final = "cellbg"
_PLAIN: Final = frozenset({
    "Compare", "Operand", "And", "Or", "Not", "CondExpr", "Concat", "Add", "Sub", "Const", "If", "Output", "Template",
    "List", "Tuple", "TemplateData",
})  # fmt: skip
"""What is looked through for the names in it and otherwise let be."""

Scope = Mapping[str, Shape]
_Reads = Callable[["nodes.Node", Scope, int], Iterator[Problem]]


def skeleton(tags: Sequence[Tag]) -> str:
    """Return the tags as a template of their own, one a line: a line's number leads back to the tag."""
    return "\n".join(_line(tag) for tag in tags)


def _line(tag: Tag) -> str:
    if tag.sign == "#":
        return ""
    if tag.word == _CELL_FILL:
        return f"{{{{ {tag.body.removeprefix(_CELL_FILL)} }}}}"
    return f"{{{{ {tag.body} }}}}" if tag.sign == "{" else f"{{% {tag.body} %}}"


def said(tags: Sequence[Tag]) -> list[Problem]:
    """Return what is wrong with what the tags of a part say, in their order."""
    from jinja2 import TemplateSyntaxError

    refused = [Problem(code, tag.place, {"tag": tag.shown}) for tag in tags if (code := _refused(tag))]
    if refused:
        return refused
    try:
        tree = _parser()(skeleton(tags))
    except TemplateSyntaxError as error:
        tag = tags[min(max(error.lineno, 1), len(tags)) - 1]
        return [Problem("syntax", tag.place, {"tag": tag.shown})]
    return list(_Reader(tags).read(tree, top(), 0))


def _refused(tag: Tag) -> str:
    """Return the code of what is wrong with a tag by its first word alone, "" for nothing."""
    if not tag.body and tag.sign != "#":
        return "empty"
    if not tag.word or tag.word in _STATEMENTS:
        return ""
    return "construct" if tag.word in _JINJA or tag.word.startswith("end") else "syntax"


@cache
def _parser() -> Callable[[str], nodes.Template]:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(autoescape=True).parse


class _Reader:
    """Walks what Jinja made of the tags; anything not named here is refused."""

    def __init__(self, tags: Sequence[Tag]) -> None:
        self._tags = tags

    def read(self, node: nodes.Node, scope: Scope, depth: int) -> Iterator[Problem]:
        """Return the problems of a node and of all below it."""
        match type(node).__name__:
            case "For":
                return self._loop(node, scope, depth)
            case "Name" | "Getattr":
                return self._field(node, scope)
            case "Filter" | "Test":
                return self._filtered(node, scope, depth)
            case "Output":
                return self._each(node, scope, depth, self._printed)
            case name if name in _PLAIN:
                return self._each(node, scope, depth, self.read)
        return iter((self._problem("construct", node),))

    def _each(self, node: nodes.Node, scope: Scope, depth: int, reads: _Reads) -> Iterator[Problem]:
        for child in node.iter_child_nodes():
            yield from reads(child, scope, depth)

    def _tag(self, node: nodes.Node) -> Tag:
        return self._tags[min(node.lineno, len(self._tags)) - 1]

    def _problem(self, code: str, node: nodes.Node, **arguments: object) -> Problem:
        tag = self._tag(node)
        return Problem(code, tag.place, {"tag": tag.shown, **arguments})

    def _loop(self, node: nodes.Node, scope: Scope, depth: int) -> Iterator[Problem]:
        from jinja2 import nodes as kinds

        if not isinstance(node, kinds.For) or not isinstance(node.target, kinds.Name) or node.recursive:
            yield self._problem("construct", node)
            return
        if depth >= _DEEPEST:
            yield self._problem("too_deep", node)
            return
        shape, missing = self._shape(node.iter, scope)
        if missing is not None:
            yield missing
            return
        if shape is None or shape.kind is not Kind.LIST:
            yield self._problem("no_list", node, lists=(_lists(chinese=False), _lists(chinese=True)))
            return
        inner = {**scope, node.target.name: item_of(shape), LOOP: Shape(Kind.SECTION, LOOP)}
        for child in (*([node.test] if node.test else ()), *node.body, *node.else_):
            yield from self.read(child, inner, depth + 1)

    def _filtered(self, node: nodes.Node, scope: Scope, depth: int) -> Iterator[Problem]:
        from jinja2 import nodes as kinds

        if not isinstance(node, kinds.Filter | kinds.Test) or node.kwargs or node.dyn_args or node.dyn_kwargs:
            yield self._problem("construct", node)
            return
        known = FILTERS if isinstance(node, kinds.Filter) else _TESTS
        if node.name not in known:
            yield self._problem("no_filter", node, name=node.name)
            return
        for child in (*([node.node] if node.node else ()), *node.args):
            yield from self.read(child, scope, depth)

    def _field(self, node: nodes.Node, scope: Scope) -> Iterator[Problem]:
        shape, missing = self._shape(node, scope)
        if missing is not None:
            yield missing
        elif shape is not None and shape.kind is Kind.BLOCK:
            yield self._problem("block_alone", node, name=shape.name)

    def _printed(self, node: nodes.Node, scope: Scope, depth: int) -> Iterator[Problem]:
        """Yield what is wrong with what is printed: a field is, a list is not, a whole part is in its own paragraph."""
        shape, missing = self._shape(node, scope) if type(node).__name__ in ("Name", "Getattr") else (None, None)
        if shape is None or missing is not None or shape.kind is Kind.TEXT:
            yield from self.read(node, scope, depth)
            return
        tag = self._tag(node)
        if shape.kind is not Kind.BLOCK:
            yield self._problem("whole_list", node)
        elif depth or tag.level != "p":
            yield self._problem("block_alone", node, name=tag.body)

    def _shape(self, node: nodes.Node, scope: Scope) -> tuple[Shape | None, Problem | None]:
        """Return what a name leads to, or the problem that there is none such."""
        from jinja2 import nodes as kinds

        if isinstance(node, kinds.Name):
            found = scope.get(node.name)
            return found, None if found else self._unknown(node, node.name, _written(scope))
        if isinstance(node, kinds.Getattr):
            holder, missing = self._shape(node.node, scope)
            path = _path(node)
            if missing is not None:
                whole = missing.code.startswith("unknown") and "…" not in path
                return None, self._unknown(node, path, _written(scope)) if whole else missing
            found = shape_of(holder, node.attr) if holder else None
            stem = path.rpartition(".")[0]
            near = [f"{stem}.{name}" for name in names_after(holder)] if holder else []
            return found, None if found else self._unknown(node, path, near or _written(scope))
        return None, self._problem("construct", node)

    def _unknown(self, node: nodes.Node, written: str, names: Sequence[str]) -> Problem:
        near = nearest(written, names)
        return self._problem("unknown_near" if near else "unknown", node, name=written, near=near)


def _written(scope: Scope) -> list[str]:
    """Return every way in which a field in scope can be written."""
    dotted = [f"{name}.{inner}" for name, shape in scope.items() if name != LOOP for inner in names_after(shape)]
    return [*scope, *dotted]


def _path(node: nodes.Node) -> str:
    from jinja2 import nodes as kinds

    if isinstance(node, kinds.Getattr):
        return f"{_path(node.node)}.{node.attr}"
    return node.name if isinstance(node, kinds.Name) else "…"


def _lists(*, chinese: bool) -> str:
    names = [field.chinese if chinese else field.name for field, _ in LISTS.values()]
    return ("、" if chinese else ", ").join(names)
