"""What a program shows, read the way assistive technology reads it (AT-SPI over D-Bus).

Only what is on screen counts: hidden pages and closed panels are not looked at. A widget that goes away while it is
read is not there; nothing here fails because of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

# jeepney (which keyring needs on Linux) is published without type information
from jeepney import DBusAddress, HeaderFields, MessageType, new_method_call  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOT = "/org/a11y/atspi/accessible/root"
_ATSPI = "org.a11y.atspi."
_BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
_ANSWER = 20.0
# Bits of the state set that we ask about (AtspiStateType).
_STATES = {1: "active", 4: "checked", 8: "enabled", 12: "focused", 23: "selected", 25: "showing"}
# What has a child for each cell or choice; their rows are asked for by number.
_MANY = frozenset({"table", "list", "tree", "combo box"})
_DEEPEST = 40


class Gone(Exception):  # noqa: N818 - not an error: a widget that is not there any more
    """The widget was deleted between two questions."""


@dataclass(frozen=True)
class Seen:
    """One widget as it was shown at the moment of reading. `key` is its objectName."""

    path: str
    role: str
    name: str
    key: str
    states: frozenset[str]

    def __contains__(self, state: str) -> bool:
        return state in self.states

    @override
    def __str__(self) -> str:
        return f"{self.role} {self.key or '-'} “{self.name}”"


class Accessibility:
    """The widgets of one process."""

    def __init__(self, bus: str, pid: int) -> None:
        self._connection = open_dbus_connection(bus)
        self._pid = pid
        self._program = ""

    def close(self) -> None:
        self._connection.close()

    # ------------------------------------------------------------------------------------------------ asking

    def _call(self, address: DBusAddress, method: str, signature: str | None = None, body: tuple[Any, ...] = ()) -> Any:
        message = new_method_call(address, method, signature, body)
        reply = self._connection.send_and_get_reply(message, timeout=_ANSWER)
        if reply.header.message_type is MessageType.error:
            raise Gone(reply.header.fields.get(HeaderFields.error_name))
        return reply.body[0]

    def _ask(self, path: str, interface: str, method: str, signature: str | None = None, *body: Any) -> Any:
        return self._call(DBusAddress(path, self._program, _ATSPI + interface), method, signature, body)

    def _property(self, path: str, name: str, interface: str = "Accessible") -> Any:
        address = DBusAddress(path, self._program, "org.freedesktop.DBus.Properties")
        return self._call(address, "Get", "ss", (_ATSPI + interface, name))[1]

    def found(self) -> bool:
        """Whether the program is on the bus already."""
        if not self._program:
            names = [name for name in self._call(_BUS, "ListNames") if name.startswith(":")]
            self._program = next((name for name in names if self._is_program(name)), "")
        return bool(self._program)

    def _is_program(self, name: str) -> bool:
        try:
            return bool(self._call(_BUS, "GetConnectionUnixProcessID", "s", (name,)) == self._pid)
        except Gone:
            return False

    # ----------------------------------------------------------------------------------------------- reading

    def _seen(self, path: str) -> Seen:
        low, high = self._ask(path, "Accessible", "GetState")
        bits = low | high << 32
        states = frozenset(name for bit, name in _STATES.items() if bits >> bit & 1)
        role = self._ask(path, "Accessible", "GetRoleName")
        key = str(self._property(path, "AccessibleId")).rpartition(".")[2]
        return Seen(path, role, self._property(path, "Name"), key, states)

    def _children(self, path: str) -> list[str]:
        return [child for _program, child in self._ask(path, "Accessible", "GetChildren")]

    def everything(self) -> Iterator[Seen]:
        """All that is on screen, from the outside in."""
        if not self.found():
            return
        yield from self._below(_ROOT, 0)

    def _below(self, path: str, depth: int) -> Iterator[Seen]:
        try:
            seen = self._seen(path)
            if "showing" not in seen or depth > _DEEPEST:
                return
            children = [] if seen.role in _MANY else self._children(path)
        except Gone:
            return
        yield seen
        for child in children:
            yield from self._below(child, depth + 1)

    def text(self, seen: Seen) -> str:
        """What stands in a field, or what is chosen in it."""
        try:
            if seen.role == "text":
                return str(self._ask(seen.path, "Text", "GetText", "ii", 0, -1))
            return str(self._property(seen.path, "Name"))
        except Gone:
            return ""

    def cells(self, table: Seen, most: int = 50) -> list[list[str]]:
        """The first rows of a table, as words."""
        try:
            rows = min(self._property(table.path, "NRows", "Table"), most)
            columns = self._property(table.path, "NColumns", "Table")
            return [[self._cell(table, row, column) for column in range(columns)] for row in range(rows)]
        except Gone:
            return []

    def _cell(self, table: Seen, row: int, column: int) -> str:
        _program, path = self._ask(table.path, "Table", "GetAccessibleAt", "ii", row, column)
        return str(self._property(path, "Name")).strip()  # whole numbers are padded to stand below each other

    def place(self, seen: Seen) -> tuple[int, int, int, int]:
        """Where on the screen it is: left, top, width, height."""
        left, top, width, height = self._ask(seen.path, "Component", "GetExtents", "u", 0)
        return left, top, width, height

    def middle(self, seen: Seen) -> tuple[int, int]:
        """Where on the screen it is, to be clicked."""
        left, top, width, height = self.place(seen)
        return left + width // 2, top + height // 2

    def entries(self, listed: Seen) -> list[Seen]:
        """What a list holds."""
        try:
            return [self._seen(path) for path in self._children(listed.path)]
        except Gone:
            return []
