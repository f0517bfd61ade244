"""The files that come with the program (icons, fonts, sample data): the one place that knows where they lie.

In a checkout they are in `resources/` beside the package; a wheel carries the same tree as
`inventory_app/_resources`.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def root() -> Path:
    """The folder of all resources; the wheel's copy wins, since a checkout never has one."""
    installed = _PACKAGE / "_resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def path(name: str) -> Path:
    """Where ``icons/stock.svg`` lies. Raises FileNotFoundError for what does not exist, with the name in
    it.
    """
    found = root().joinpath(*name.split("/"))
    if not found.exists():
        raise FileNotFoundError(f"the program's file {name} is missing (looked in {root()})")
    return found


def text(name: str) -> str:
    """A resource as text (always UTF-8)."""
    return path(name).read_text(encoding="utf-8")


def data(name: str) -> bytes:
    """A resource as bytes."""
    return path(name).read_bytes()


def names(folder: str, suffix: str) -> tuple[str, ...]:
    """The resources of one folder whose names end in ``suffix``, sorted: ``names("fonts", ".otf")``."""
    return tuple(f"{folder}/{found.name}" for found in sorted(path(folder).glob(f"*{suffix}")))
