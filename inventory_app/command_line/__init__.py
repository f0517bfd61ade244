"""The program without a window: the same actions and queries, from a shell or a script. Loads neither Qt nor ui."""

from inventory_app.command_line.main import main

__all__ = ["main"]
