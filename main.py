"""Start the window, or run a command. No logic of its own."""

from __future__ import annotations

import sys


def main(argv: list[str] | None = None) -> int:
    """Run the program with `argv` (without the program's name) and return its exit code."""
    words = sys.argv[1:] if argv is None else argv
    from ui.commands import is_command

    if is_command(words):
        from ui.commands.line import run_line

        return run_line(words)
    from ui.commands.screen import open_window

    return open_window(words)


if __name__ == "__main__":
    sys.exit(main())
