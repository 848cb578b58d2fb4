"""Code that nothing uses, by vulture. Runs in .venv: `python -m tools.dead_code`.

Fields of values and members of enums are left out: they are what a value is, also where nothing reads them by name.
A name that stands somewhere as a string is used: tables of actions and of columns call by name.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable
from pathlib import Path

from vulture import Vulture
from vulture.config import make_config

_ABOUT_VALUES = {"variable", "attribute"}


def main() -> int:
    """Print what is unused; 1 when there is any."""
    config = make_config([])
    vulture = Vulture(ignore_names=config["ignore_names"], ignore_decorators=config["ignore_decorators"])
    vulture.scavenge(config["paths"])
    called_by_name = set(_strings(config["paths"]))
    unused = [
        item
        for item in vulture.get_unused_code(min_confidence=config["min_confidence"])
        if item.typ not in _ABOUT_VALUES and item.name not in called_by_name
    ]
    for item in unused:
        print(item.get_report())
    return 1 if unused or vulture.exit_code else 0


def _strings(paths: Iterable[str]) -> Iterable[str]:
    """Give every string in the code, but not those of `__all__`: to be offered is not to be used."""
    files = (file for path in map(Path, paths) for file in ([path] if path.is_file() else path.rglob("*.py")))
    for file in files:
        for statement in ast.parse(file.read_text(encoding="utf-8")).body:
            if not (isinstance(statement, ast.Assign) and "__all__" in ast.unparse(statement.targets[0])):
                yield from (
                    n.value for n in ast.walk(statement) if isinstance(n, ast.Constant) and isinstance(n.value, str)
                )


if __name__ == "__main__":
    sys.exit(main())
