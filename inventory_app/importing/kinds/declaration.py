"""How a kind of file is declared: its fields with their types, limits, reasons and header synonyms, and its keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum

from inventory_app.domain.errors import Refusal
from inventory_app.domain.money import MONEY
from inventory_app.domain.numbers import FixedPoint
from inventory_app.domain.quantities import QUANTITY
from inventory_app.domain.texts import NAME_LENGTH


class FieldType(Enum):
    """How a cell is read."""

    SKU = "sku"
    TEXT = "text"
    BARCODE = "barcode"
    DESCRIPTION = "description"  # the one text that keeps its white space
    PATH = "path"  # a location: codes joined by /
    MONEY = "money"
    QUANTITY = "quantity"
    DATE = "date"


NUMBERS: Mapping[FieldType, FixedPoint] = {FieldType.MONEY: MONEY, FieldType.QUANTITY: QUANTITY}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind. ``missing``, ``invalid`` and ``negative`` are reasons; '' means that cannot be one.

    ``most_bytes`` limits a text that stands in an index, 0 no other. ``synonyms`` are headers that mean it, the
    likelier first, in lower case and without accents or marks. ``own``: it is mapped by itself in our own exports only,
    since other programs mean something else by the word.
    """

    name: str
    type: FieldType
    limit: int = NAME_LENGTH
    most_bytes: int = 0
    missing: str = ""
    invalid: str = ""
    negative: str = ""
    per_location: bool = False
    synonyms: tuple[str, ...] = ()
    own: bool = False

    @property
    def is_number(self) -> bool:
        return self.type in NUMBERS

    @property
    def number(self) -> FixedPoint:
        """Scale and limit of a number; only for `is_number`."""
        return NUMBERS[self.type]


@dataclass(frozen=True, slots=True)
class FileKey:
    """What may be in a file twice: a field, and the fields beside it that make it one thing (a serial of a sku).

    Records that have one in common are looked at by the database (``stage_candidate``), the others are not.
    """

    field: str
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its fields and those without which a file of it says nothing.

    ``cost`` is the field that values a quantity; ``counted`` says what the counts are of, '' when of the kind itself;
    ``title`` is its name for people. ``rules`` are the options about what its rows do that make a difference, each with
    the choices there are; an option that is no choice has none. ``told`` are columns of our own export that tell what
    follows from elsewhere. ``adds``: the same file again would do the same again, and is refused.
    """

    name: str
    fields: tuple[Field, ...]
    required: tuple[str, ...]
    cost: str = ""
    keys: tuple[FileKey, ...] = ()
    counted: str = ""
    title: str = ""
    rules: Mapping[str, tuple[StrEnum, ...]] = field(default_factory=dict, hash=False)
    told: tuple[str, ...] = ()
    adds: bool = False

    @property
    def what(self) -> str:
        """What the counts of an import are of."""
        return self.counted or self.name

    def field(self, name: str) -> Field:
        """The declared field of that name; raises Refusal naming those there are."""
        for one in self.fields:
            if one.name == name:
                return one
        names = ", ".join(one.name for one in self.fields)
        raise Refusal("field_unknown", f"{self.name} have no field “{name}”; there are {names}.", field=name)
