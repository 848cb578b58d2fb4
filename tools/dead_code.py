"""Code that nothing uses, by vulture. Runs in .venv: `python -m tools.dead_code`.

Fields of values and members of enums are left out: they are what a value is, also where nothing reads them by name.
"""

from __future__ import annotations

import sys

from vulture import Vulture
from vulture.config import make_config

_ABOUT_VALUES = {"variable", "attribute"}


def main() -> int:
    """Print what is unused; 1 when there is any."""
    config = make_config([])
    vulture = Vulture(ignore_names=config["ignore_names"], ignore_decorators=config["ignore_decorators"])
    vulture.scavenge(config["paths"])
    unused = [
        item
        for item in vulture.get_unused_code(min_confidence=config["min_confidence"])
        if item.typ not in _ABOUT_VALUES or item.confidence == 100  # noqa: PLR2004
    ]
    for item in unused:
        print(item.get_report())
    return 1 if unused or vulture.exit_code else 0


if __name__ == "__main__":
    sys.exit(main())
