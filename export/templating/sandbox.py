"""Where a stranger's template is carried out: Jinja's sandbox, narrowed to fields, loops and conditions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, cast

from export.templating.fields import LOOP
from export.templating.printing import Printer
from export.templating.statements import FILTERS
from export.templating.values import Endless, Record, Unsaid

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

__all__ = ["ENDED", "environment", "rendered"]

ENDED: Final = "ended"
"""Our own filter, written behind a field that ends its paragraph: each line is a paragraph like it."""
_MOST_CHARACTERS: Final = 150_000_000
_LOOP_FACTS: Final = ("index", "index0", "first", "last", "length", "revindex")


def environment(printer: Printer) -> ImmutableSandboxedEnvironment:
    """Return an environment without loaders, globals, methods, attributes or any filter that is not listed."""
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Narrow(ImmutableSandboxedEnvironment):
        """Only our own records have attributes; nothing can be called, nothing multiplied."""

        intercepted_binops = frozenset({"+", "-", "*", "/", "//", "**", "%"})

        def getattr(self, obj: object, attribute: str) -> object:
            return _fact(obj, attribute, self.undefined)

        def getitem(self, obj: object, argument: object) -> object:
            return _fact(obj, str(argument), self.undefined)

        def is_safe_callable(self, obj: object) -> bool:  # noqa: ARG002 - nothing is
            return False

        def call_binop(self, context: object, operator: str, left: object, right: object) -> object:  # noqa: ARG002
            if isinstance(left, Unsaid) or isinstance(right, Unsaid):
                return Unsaid()
            if operator in "+-" and isinstance(left, int) and isinstance(right, int):
                return left + right if operator == "+" else left - right
            raise Endless

    made = Narrow(autoescape=True, finalize=printer.within)
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in FILTERS} | {ENDED: printer.ended}
    return made


def rendered(source: str, values: dict[str, object], made: ImmutableSandboxedEnvironment) -> str:
    """Return a part with its tags carried out. Raises Endless for one that grows beyond any report."""
    pieces: list[str] = []
    length = 0
    for piece in made.from_string(source).generate(values):
        length += len(piece)
        if length > _MOST_CHARACTERS:
            raise Endless
        pieces.append(piece)
    return "".join(pieces)


def _fact(holder: object, name: str, undefined: Callable[..., object]) -> object:
    if isinstance(holder, Record):
        try:
            return holder.field(name)
        except KeyError:
            return undefined(name=name)
    if type(holder).__name__ == "LoopContext" and name in _LOOP_FACTS:
        return cast("object", getattr(holder, name))
    return undefined(name=f"{LOOP}.{name}")
