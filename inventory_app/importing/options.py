"""The choices of an import, exactly those of the command line's contract; the dialog offers the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from inventory_app.domain.errors import Refusal
from inventory_app.domain.texts import normal_path


class Mode(StrEnum):
    """What a bad row does: nothing at all is saved, or only that row is left out."""

    ATOMIC = "atomic"
    SKIP = "skip"


class OnExisting(StrEnum):
    """What happens to a product that is there already."""

    UPDATE = "update"
    SKIP = "skip"
    REJECT = "reject"


class InFileDuplicates(StrEnum):
    """Which of several rows with one sku counts."""

    REJECT = "reject"
    LAST = "last"
    SUM = "sum"


class Blank(StrEnum):
    """What a blank cell does to an existing value."""

    KEEP = "keep"
    CLEAR = "clear"


class NegativeQuantity(StrEnum):
    """Whether a quantity below 0 may be posted where the location's policy allows it."""

    REJECT = "reject"
    KEEP = "keep"


class BarcodeCheck(StrEnum):
    """What a GTIN with a wrong check digit is."""

    WARN = "warn"
    REJECT = "reject"
    OFF = "off"


class Missing(StrEnum):
    """What happens to categories, suppliers, units and locations that do not exist yet."""

    CREATE = "create"
    REJECT = "reject"


class StockMode(StrEnum):
    """Whether a stock row's quantity is added to what is there, or is what is there."""

    ADD = "add"
    SET = "set"


class Orders(StrEnum):
    """What sales orders become: reserved, or gone at once."""

    PLACED = "placed"
    SHIPPED = "shipped"


class CurrencySign(StrEnum):
    """Whether a currency sign beside a price is an error or left out."""

    REJECT = "reject"
    STRIP = "strip"


NO_HEADER = 0
NONE = "none"
TAB = "tab"
DEFAULT_LOCATION = "MAIN"


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How a file is read and what its rows do. None: detected. ``quote`` '' and ``header_line`` 0: there is none."""

    kind: str = "products"
    mode: Mode = Mode.ATOMIC
    on_existing: OnExisting = OnExisting.UPDATE
    in_file_duplicates: InFileDuplicates = InFileDuplicates.REJECT
    blank: Blank = Blank.KEEP
    negative_quantity: NegativeQuantity = NegativeQuantity.REJECT
    barcode_check: BarcodeCheck = BarcodeCheck.WARN
    missing: Missing = Missing.CREATE
    stock_mode: StockMode = StockMode.ADD
    orders: Orders = Orders.PLACED
    again: bool = False
    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    quote: str | None = None
    escape: str = ""
    header_line: int | None = None
    decimal: str = "."
    thousands: str = ""
    currency_sign: CurrencySign = CurrencySign.REJECT
    date_format: str = ""
    location: str = DEFAULT_LOCATION
    dry_run: bool = False

    def __post_init__(self) -> None:
        """Raises Refusal for marks that contradict each other, and for a location that is no path."""
        object.__setattr__(self, "location", normal_path(self.location))
        if not self.location:
            raise _refusal("location", "write a location's path, codes joined by /")
        if self.decimal not in (".", ","):
            raise _refusal("decimal", "write . or , for the decimal mark")
        if self.thousands and (
            len(self.thousands) != 1 or self.thousands in f"{self.decimal}+-" or self.thousands.isdigit()
        ):
            raise _refusal("thousands", "write one mark that is not the decimal mark, a sign or a digit")
        for name in ("delimiter", "quote", "escape"):
            self._check_mark(name)
        marks = [mark for mark in (self.delimiter, self.quote, self.escape) if mark]
        if len(set(marks)) != len(marks):
            raise _refusal("delimiter", "delimiter, quote and escape must be different marks")
        if self.header_line is not None and self.header_line < 0:
            raise _refusal("header_line", "write the number of a line, from 1, or none")

    def _check_mark(self, name: str) -> None:
        mark = getattr(self, name)
        if mark and (len(mark) != 1 or mark in "\r\n\0"):
            raise _refusal(name, "write one character that does not end a line")
        if name == "delimiter" and mark == "":
            raise _refusal(name, "write one character, or tab")

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values; `from_json` reads them back."""
        return {name: value.value if isinstance(value, StrEnum) else value for name, value in asdict(self).items()}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> ImportOptions:
        """The options that `to_json` wrote. Unknown names are refused: they would silently do nothing."""
        known = {field.name for field in fields(cls)}
        if unknown := sorted(set(values) - known):
            raise _refusal(unknown[0], f"there is no such option; there are {', '.join(sorted(known))}")
        chosen: dict[str, Any] = {name: _choice(name, value) for name, value in values.items()}
        return cls(**chosen)


CHOICES: Mapping[str, type[StrEnum]] = {
    "mode": Mode,
    "on_existing": OnExisting,
    "in_file_duplicates": InFileDuplicates,
    "blank": Blank,
    "negative_quantity": NegativeQuantity,
    "barcode_check": BarcodeCheck,
    "missing": Missing,
    "stock_mode": StockMode,
    "orders": Orders,
    "currency_sign": CurrencySign,
}


def _choice(name: str, value: object) -> object:
    """A value of JSON as the option's own type; raises Refusal for a choice that there is not."""
    if name not in CHOICES:
        return value
    words = [word.value for word in CHOICES[name]]
    if value not in words:
        raise _refusal(name, f"“{value}” cannot be chosen; there are {', '.join(words)}")
    return CHOICES[name](value)


def read_mark(text: str) -> str:
    """A mark as the command line takes it: one character, ``tab`` (or ``\\t``) or ``none``."""
    return {TAB: "\t", "\\t": "\t", NONE: ""}.get(text, text)


def read_header_line(text: str) -> int:
    """A header line as the command line takes it: a physical line's number from 1, or ``none``."""
    if text == NONE:
        return NO_HEADER
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise _refusal("header_line", f"“{text}” is not a line's number; write 1, 2, … or none")
    return int(text)


def _refusal(name: str, what: str) -> Refusal:
    return Refusal("option_invalid", f"{name.replace('_', '-')}: {what}.", field=name)
