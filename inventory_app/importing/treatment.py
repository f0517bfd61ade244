"""What is done with a file's cells before they are checked, in this order; nothing of it changes the file.

1. ``nothing``: texts that mean nothing in a column (Shopify's “Default Title”) count as blank.
2. ``leave_out``: a record whose cells meet one of the conditions says nothing that is imported and is left out.
3. ``fill_down``: a blank cell takes the text of the nearest earlier record, within the records that have the same text
   in the columns ``fill_within`` one after the other (none: throughout the file). Records left out are looked at too.
4. ``values``: for a field, texts of the file and what is meant by them; both are compared and read without white space
   around. This comes after several columns were joined to one field.
5. ``repairs``: for a field, what may be tried with a text that cannot be read as it is (see `checks.repairs`).
6. ``missing``: for a field whose texts name other records, what becomes of single names that do not exist: created, or
   their rows rejected. All others follow the option of that name.

Before all of this ``corrections`` replace single cells: by the number of the record and the place of the column, both
from 1. Columns are written as in FIELD=COLUMN. Problems and the rejects file show the texts of the file (or what was
written instead), not what was made of them; only what was filled in stands in the rejects file, which would not say
which product a variant is of without.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, TypeAlias

from inventory_app.domain.errors import Refusal
from inventory_app.importing.options import Missing

Condition: TypeAlias = Mapping[str, tuple[str, ...]]

_MOST = 10_000
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Treatment:
    """``lenient``: columns that the file does not have are left alone instead of refused."""

    nothing: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    leave_out: tuple[Condition, ...] = field(default=(), hash=False)
    fill_down: tuple[str, ...] = ()
    fill_within: tuple[str, ...] = ()
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)
    repairs: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    missing: Mapping[str, Mapping[str, Missing]] = field(default_factory=dict, hash=False)
    corrections: Mapping[int, Mapping[int, str]] = field(default_factory=dict, hash=False)
    lenient: bool = False

    def __post_init__(self) -> None:
        """Raises Refusal for texts that no file can hold and for a condition that every record would meet."""
        for text in self._texts():
            if "\0" in text or any("\ud800" <= one <= "\udfff" for one in text):
                raise treatment_refusal("it holds a character that is no text")
        if not all(self.leave_out):
            raise treatment_refusal("a condition of leave_out names no column, so every row would be left out")

    @property
    def is_empty(self) -> bool:
        """Whether the cells stay as they are."""
        said = (self.nothing, self.leave_out, self.fill_down, self.values, self.repairs, self.missing)
        return not any((*said, self.corrections))

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values of what is said, nothing of what is not; `from_json` reads them back."""
        values: dict[str, Any] = {
            "nothing": {column: list(texts) for column, texts in self.nothing.items()},
            "leave_out": [{column: list(texts) for column, texts in one.items()} for one in self.leave_out],
            "fill_down": list(self.fill_down),
            "fill_within": list(self.fill_within),
            "values": {label: dict(meant) for label, meant in self.values.items()},
            "repairs": {label: list(names) for label, names in self.repairs.items()},
            "missing": {
                label: {name: what.value for name, what in said.items()} for label, said in self.missing.items()
            },
            "corrections": {
                str(record): {str(place): text for place, text in cells.items()}
                for record, cells in self.corrections.items()
            },
            "lenient": self.lenient,
        }
        return {name: value for name, value in values.items() if value}

    @classmethod
    def from_json(cls, values: object) -> Treatment:
        """The treatment that `to_json` wrote. Raises Refusal for anything else, as a file may hold it."""
        given = _object(values, "the treatment")
        known = [one.name for one in fields(cls)]
        if unknown := sorted(set(given) - set(known)):
            raise treatment_refusal(f"there is no “{unknown[0]}”; there are {', '.join(known)}")
        return cls(
            nothing=_texts_by_column(given.get("nothing", {}), "nothing"),
            leave_out=tuple(_texts_by_column(one, "leave_out") for one in _list(given.get("leave_out", []))),
            fill_down=tuple(_text(one) for one in _list(given.get("fill_down", []))),
            fill_within=tuple(_text(one) for one in _list(given.get("fill_within", []))),
            values={label: _meanings(meant) for label, meant in _object(given.get("values", {}), "values").items()},
            repairs=_texts_by_column(given.get("repairs", {}), "repairs"),
            missing={label: _said_of(said) for label, said in _object(given.get("missing", {}), "missing").items()},
            corrections={
                _number(record): {_number(place): _text(text) for place, text in _object(cells, "corrections").items()}
                for record, cells in _object(given.get("corrections", {}), "corrections").items()
            },
            lenient=given.get("lenient", False) is True,
        )

    def _texts(self) -> list[str]:
        texts = [*self.fill_down, *self.fill_within]
        for one in (self.nothing, *self.leave_out):
            texts += [text for column, found in one.items() for text in (column, *found)]
        for label, meant in self.values.items():
            texts += [label, *(text for pair in meant.items() for text in pair)]
        texts += [text for label, said in self.missing.items() for text in (label, *said)]
        texts += [text for cells in self.corrections.values() for text in cells.values()]
        return texts


UNTREATED = Treatment()


def treatment_refusal(what: str) -> Refusal:
    """A refusal of what is said about the treatment of cells."""
    return Refusal("treatment_invalid", f"The treatment of cells cannot be used: {what}.", field="treatment")


def _object(value: object, what: str) -> dict[str, Any]:
    if not isinstance(value, dict) or len(value) > _MOST:
        raise treatment_refusal(f"{what} does not hold named values, or too many")
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list) or len(value) > _MOST:
        raise treatment_refusal("a list was expected")
    return value


def _number(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) <= _LONGEST and int(value) > 0):
        raise treatment_refusal(f"“{value[:_LONGEST]}” is not the number of a record or a column")
    return int(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise treatment_refusal("a text was expected")
    return value


def _texts_by_column(value: object, what: str) -> Condition:
    return {column: tuple(map(_text, _list(texts))) for column, texts in _object(value, what).items()}


def _meanings(value: object) -> dict[str, str]:
    return {text: _text(meant) for text, meant in _object(value, "values").items()}


def _said_of(value: object) -> dict[str, Missing]:
    words = [one.value for one in Missing]
    said = _object(value, "missing")
    if not all(isinstance(what, str) and what in words for what in said.values()):
        raise treatment_refusal(f"what becomes of a missing name is one of {', '.join(words)}")
    return {name: Missing(what) for name, what in said.items()}
