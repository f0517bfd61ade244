"""Reading an action from JSON values: every message names the field, the value and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from inventory_app.domain.errors import Refusal
from inventory_app.domain.money import parse_money, require_not_negative
from inventory_app.domain.quantities import parse_quantity
from inventory_app.domain.texts import NAME_LENGTH, optional_text, require_text

Choice = TypeVar("Choice", bound=StrEnum)
Item = TypeVar("Item")


class Fields:
    """The fields of one JSON object. Each is taken once; `finish` refuses what nobody asked for."""

    def __init__(self, values: Mapping[str, object], *, path: str = "") -> None:
        self._values = values
        self._path = path
        self._taken: set[str] = set()

    def text(self, name: str, *, limit: int = NAME_LENGTH) -> str:
        """A text that must be there."""
        return require_text(self._string(name), field=self.path(name), limit=limit)

    def optional(self, name: str, *, limit: int = NAME_LENGTH) -> str:
        """A text, '' when absent or null."""
        if self._get(name) is None:
            return ""
        return optional_text(self._string(name), field=self.path(name), limit=limit)

    def quantity(self, name: str = "quantity") -> Decimal:
        """A quantity as a plain decimal string."""
        return parse_quantity(self._number(name), field=self.path(name))

    def money(self, name: str) -> Decimal | None:
        """An amount that is not negative as a plain decimal string, or None when absent or null."""
        if self._get(name) is None:
            return None
        field = self.path(name)
        return require_not_negative(parse_money(self._number(name), field=field), field=field)

    def flag(self, name: str) -> bool:
        """true or false, false when absent."""
        value = self._get(name)
        if value is None:
            return False
        if not isinstance(value, bool):
            raise self._wrong(name, value, "is neither true nor false")
        return value

    def choice(self, name: str, kind: type[Choice], default: Choice) -> Choice:
        """One of a fixed list of words."""
        value = self._get(name)
        if value is None:
            return default
        try:
            return kind(str(value))
        except ValueError:
            raise self._wrong(name, value, "is not one of " + ", ".join(kind)) from None

    def uuid(self, name: str) -> UUID:
        """The id of an action."""
        value = self._string(name)
        try:
            return UUID(value)
        except ValueError:
            raise self._wrong(name, value, "is not the id of an action (a UUID)") from None

    def day(self, name: str) -> date | None:
        """A date as YYYY-MM-DD, or None."""
        if self._get(name) is None:
            return None
        value = self._string(name)
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise self._wrong(name, value, "is not a date like 2026-11-21") from None

    def texts(self, name: str, *, limit: int = NAME_LENGTH) -> tuple[str, ...]:
        """A list of texts, empty when absent."""
        return tuple(
            require_text(self._as_string(item, where), field=where, limit=limit) for where, item in self._items(name)
        )

    def objects(self, name: str, read: Callable[[Fields], Item]) -> tuple[Item, ...]:
        """A list of objects, each read by ``read``, empty when absent."""
        found = []
        for where, item in self._items(name):
            inner = Fields(self._as_object(item, where), path=where)
            found.append(read(inner))
            inner.finish()
        return tuple(found)

    def mapping(self, name: str) -> Mapping[str, object] | None:
        """An object, or None when absent."""
        value = self._get(name)
        return None if value is None else self._as_object(value, self.path(name))

    def has(self, name: str) -> bool:
        """Whether the field is there and not null."""
        return self._values.get(name) is not None

    def finish(self) -> None:
        """Raises Refusal when there is a field that was not asked for: a typing mistake must not be passed over."""
        unknown = sorted(set(self._values) - self._taken)
        if unknown:
            known = ", ".join(sorted(self._taken))
            field = self.path(unknown[0])
            raise Refusal("field_unknown", f"{field}: there is no such field; known are {known}.", field=field)

    def path(self, name: str) -> str:
        """How the field is named to a person: ``lines.2.quantity``."""
        return f"{self._path}.{name}" if self._path else name

    def _get(self, name: str) -> object:
        self._taken.add(name)
        return self._values.get(name)

    def _string(self, name: str) -> str:
        value = self._get(name)
        if value is None:
            field = self.path(name)
            raise Refusal(f"{name}_missing", f"{field}: is missing.", field=field)
        return self._as_string(value, self.path(name))

    def _number(self, name: str) -> str:
        value = self._get(name)
        # A whole JSON number is exact; one with a fraction went through a float and is not.
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        return self._string(name)

    def _items(self, name: str) -> Sequence[tuple[str, object]]:
        value = self._get(name)
        if value is None:
            return []
        if not isinstance(value, list | tuple):
            raise self._wrong(name, value, "is not a list")
        return [(f"{self.path(name)}.{number}", item) for number, item in enumerate(value, start=1)]

    def _as_string(self, value: object, field: str) -> str:
        if not isinstance(value, str):
            raise Refusal("field_invalid", f"{field}: {value!r} is not a text in quotation marks.", field=field)
        return value

    def _as_object(self, value: object, field: str) -> Mapping[str, object]:
        if not isinstance(value, dict):
            raise Refusal("field_invalid", f"{field}: is not an object in braces.", field=field)
        return value

    def _wrong(self, name: str, value: object, what: str) -> Refusal:
        field = self.path(name)
        return Refusal("field_invalid", f"{field}: “{value}” {what}.", field=field)
