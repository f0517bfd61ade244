"""The options of ``import``; their choices are those that importing declares."""

from __future__ import annotations

import argparse
import sys
from argparse import ArgumentParser, Namespace
from importlib import import_module
from typing import Any

from typing_extensions import override

from inventory_app.domain.errors import Refusal
from inventory_app.importing.kinds import KINDS
from inventory_app.importing.options import (
    CHOICES,
    DEFAULT_LOCATION,
    ImportOptions,
    read_header_line,
    read_mark,
)

_CHOICE_HELP = {
    "mode": "atomic: one bad row and nothing is saved; skip: good rows are saved",
    "on_existing": "what to do with a sku that is there",
    "in_file_duplicates": "which of several rows with one sku counts",
    "blank": "what a blank cell does to an existing value",
    "negative_quantity": "keep: post it where the place may go below zero",
    "barcode_check": "what a wrong check digit is",
    "missing": "categories, suppliers, units and places that do not exist",
    "stock_mode": "add to what is there, or set it",
    "orders": "what sales orders become: reserved, or shipped at once",
    "currency_sign": "a currency sign beside an amount",
}
_READ: dict[str, tuple[str, Any, str]] = {
    "sheet": ("NAME", str, "a workbook's sheet by name or number (default: the first that holds anything)"),
    "encoding": ("E", str, "as cp1252 (default: detected)"),
    "delimiter": ("D", read_mark, "one character or tab (default: detected)"),
    "quote": ("Q", read_mark, "one character or none (default: detected)"),
    "escape": ("C", read_mark, "the character before a quote that is none"),
    "header_line": ("N", read_header_line, "a physical line's number, or none (default: detected)"),
    "thousands": ("T", str, "the thousands mark (default: there is none)"),
    "date_format": ("F", str, "as %%d.%%m.%%Y (default: YYYY-MM-DD)"),
    "location": ("PATH", str, f"where opening stock goes (default: {DEFAULT_LOCATION})"),
}


def add_import(parser: ArgumentParser) -> None:
    """Declare the options of ``import``."""
    parser.usage = "inventory-app import KIND FILE [options]\n       inventory-app import --revert ID [options]"
    parser.add_argument("kind", metavar="KIND", nargs="?", choices=tuple(KINDS), help=", ".join(KINDS))
    parser.add_argument("file", metavar="FILE", nargs="?")
    parser.add_argument("--revert", metavar="ID", type=_import_id, help="take the import of this number back")
    parser.add_argument(
        "--map", metavar="FIELD=COLUMN", action="append", default=[], dest="flags",
        help="FIELD=COLUMN, FIELD:=TEXT or quantity@PATH=COLUMN; only these fields are imported then",
    )  # fmt: skip
    recipes = parser.add_mutually_exclusive_group()
    recipes.add_argument(
        "--preset", metavar="NAME", action=_PresetName, help="the file is another program's export; ? lists them"
    )
    recipes.add_argument("--mapping", metavar="FILE", help="map as a saved mapping says")
    for name, words in CHOICES.items():
        choices = [word.value for word in words]
        parser.add_argument(_flag(name), choices=choices, help=f"{_CHOICE_HELP[name]} (default: {choices[0]})")
    parser.add_argument("--decimal", choices=(".", ","), help="the decimal mark (default: .)")
    for name, (shown, read, help_text) in _READ.items():
        parser.add_argument(_flag(name), metavar=shown, type=_reader(read), help=help_text)
    parser.add_argument("--again", action="store_true", help="a stock file that was imported already")
    parser.add_argument("--dry-run", action="store_true", help="check everything and save nothing")
    parser.add_argument("--rejects", metavar="FILE", default="", help="write the rejected rows there")


def given_options(given: Namespace) -> dict[str, Any]:
    """The import's options that were given, and no others: a preset or a saved mapping may say the rest."""
    values = {name: getattr(given, name) for name in (*CHOICES, *_READ, "decimal")}
    chosen = {name: value for name, value in values.items() if value is not None}
    return {**chosen, "kind": given.kind, "again": given.again, "dry_run": given.dry_run}


def options_of(given: Namespace) -> ImportOptions:
    """The import's options as they were given. Raises Refusal for marks that contradict each other."""
    return ImportOptions.from_json(given_options(given))


class _PresetName(argparse.Action):
    """A preset's name; ``?`` lists them and ends. They are loaded only then."""

    @override
    def __call__(self, parser: ArgumentParser, namespace: Namespace, values: Any, option: str | None = None) -> None:
        if values == "?":
            presets = import_module("inventory_app.importing.mapping.presets").PRESETS
            sys.stdout.writelines(f"{one.name:24} {one.kind:10} {one.title}\n" for one in presets.values())
            parser.exit()
        setattr(namespace, self.dest, values)


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _reader(read: Any) -> Any:
    def checked(text: str) -> Any:
        try:
            return read(text)
        except Refusal as refusal:
            raise argparse.ArgumentTypeError(refusal.message) from refusal

    return checked


def _import_id(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 2**63):
        raise argparse.ArgumentTypeError(f"“{text}” is not the number of an import")
    return int(text)
