"""The start of the program: the window, or with a command the command line, which never loads Qt."""

from __future__ import annotations

import sys

_WINDOW_OPTION = "--database"


def opens_window(arguments: list[str]) -> bool:
    """Without a command the window opens; all that may stand there then is the database to open it on."""
    if not arguments:
        return True
    if arguments[0] == _WINDOW_OPTION:
        return len(arguments) == 2
    return len(arguments) == 1 and arguments[0].startswith(f"{_WINDOW_OPTION}=")


def main() -> int:
    """Run the program and return its exit status."""
    arguments = sys.argv[1:]
    if opens_window(arguments):
        from inventory_app import bootstrap

        return bootstrap.main(arguments)
    from inventory_app import command_line

    return command_line.main(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
