"""What a table shows: one declaration per column, over a frozen row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from inventory_app.ui.theme.tokens import Colors

R = TypeVar("R")

ROW_ROLE = int(Qt.ItemDataRole.UserRole)  # the frozen row itself
LOOK_ROLE = ROW_ROLE + 1  # Look, drawn as a badge
DETAIL_ROLE = ROW_ROLE + 2  # the second line of a cell

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@runtime_checkable
class Look(Protocol):
    """What a badge shows: word, icon, tone of the word and of its ground."""

    icon_name: str
    tone: str

    @property
    def word(self) -> str: ...
    def color(self, colors: Colors) -> str: ...
    def tint(self, colors: Colors) -> str: ...


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column. Numbers stand right, everything else left; ``width`` 0 takes what is left over.

    ``sort`` is the name that the query knows the order by, None when it cannot be sorted. An ``icon`` always
    comes with a
    ``tone`` and words for the ear (``speech``): colour is never the only sign. ``code`` sets skus, barcodes and ids.
    """

    key: str
    title: str
    text: Callable[[R], str]
    width: int = 0
    right: bool = False
    sort: str | None = None
    code: bool = False
    icon: Callable[[R], str] | None = None
    tone: Callable[[R], str] | None = None
    strong: Callable[[R], bool] | None = None
    speech: Callable[[R], str] | None = None
    tip: Callable[[R], str] | None = None
    detail: Callable[[R], str] | None = None
    look: Callable[[R], Look] | None = None
    editable: bool = False
    hidden: bool = False  # at first; the person shows it by the menu of the header

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        return RIGHT if self.right else LEFT
