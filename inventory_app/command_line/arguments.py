"""What can be written on the command line; the one place where commands and their options are declared."""

from __future__ import annotations

import argparse
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Sequence

from inventory_app import __version__
from inventory_app.command_line.import_arguments import add_import

MOST_JOBS = 64
# As exporting has them; it is not asked here, since help would then wait for the database's modules.
EXPORT_FORMATS = ("csv", "xlsx", "jsonl")
EXPORT_KINDS = (
    "products", "stock", "moves", "orders", "activity", "barcodes", "reorder-points", "suppliers", "customers",
    "locations", "imports", "sales-orders", "purchase-orders",
)  # fmt: skip
_EXPORT_KIND_HELP = (
    f"{', '.join(EXPORT_KINDS)}. Of orders each row is an order; of sales-orders and purchase-orders it is a line, as "
    "import takes them, without drafts and cancelled orders."
)

_EPILOG = (
    "Without a command the window opens. Exit status: 0 committed or clean, 1 not (refused, conflict, failed, "
    "cancelled, differences found), 2 wrong usage, 3 database unreachable."
)


def parse(arguments: Sequence[str]) -> Namespace:
    """Read the command line. Raises SystemExit: 0 after help, 2 for what cannot be understood."""
    common = _common()
    parser = ArgumentParser(
        prog="inventory-app", description="Stockroom without its window.", epilog=_EPILOG, allow_abbrev=False,
        parents=[common],
    )  # fmt: skip
    parser.add_argument("--version", action="version", version=f"Stockroom {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def add(name: str, help_text: str) -> ArgumentParser:
        return commands.add_parser(
            name, help=help_text, description=f"{help_text}.", parents=[common], allow_abbrev=False
        )

    add_import(add("import", "Import a file, or take an import back"))
    _add_export(add("export", "Write a table to a file or to standard output"))
    _add_apply(add("apply", "Carry out actions from JSON Lines"))
    _add_stock(add("stock", "Show what is where"))
    add("verify", "Re-add the ledger and compare it with every level, reservation and order")
    _add_database(add("database", "Test the connection, or bring the tables up to date"), common)
    add("demo", "Fill an empty database with believable data")
    given = parser.parse_args(list(arguments))
    for name, default in {"database": "", "password_stdin": False, "json": False, "no_migrate": False}.items():
        setattr(given, name, getattr(given, name, default))
    return given


def _common() -> ArgumentParser:
    """The options that may stand before or behind the command."""
    common = ArgumentParser(add_help=False, argument_default=SUPPRESS, allow_abbrev=False)
    group = common.add_argument_group("database")
    group.add_argument(
        "--database",
        metavar="NAME|URL",
        help="a profile of the settings, sqlite+aiosqlite:///path.db or postgresql+asyncpg://user@host/db",
    )
    group.add_argument("--password-stdin", action="store_true", help="the first line of standard input")
    group.add_argument("--no-migrate", action="store_true", help="refuse instead of making or changing tables")
    common.add_argument("--json", action="store_true", help="print one JSON object")
    return common


def _add_export(parser: ArgumentParser) -> None:
    parser.add_argument("kind", metavar="KIND", choices=EXPORT_KINDS, help=_EXPORT_KIND_HELP)
    parser.add_argument("--format", choices=EXPORT_FORMATS, default="csv")
    parser.add_argument("--output", metavar="FILE", help="instead of standard output")
    parser.add_argument("--raw", action="store_true", help="do not guard texts that a spreadsheet would compute")


def _add_apply(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.jsonl", help="one JSON object a line; - is standard input")
    parser.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="so many actions at a time (default 1)")


def _add_stock(parser: ArgumentParser) -> None:
    parser.add_argument("--sku", metavar="SKU")
    parser.add_argument("--location", metavar="PATH", help="this place and all below it")
    parser.add_argument("--zero", action="store_true", help="also levels with nothing in them")


def _add_database(parser: ArgumentParser, common: ArgumentParser) -> None:
    what = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    for name, help_text in (
        ("test", "Check the connection, step by step"),
        ("migrate", "Make the tables or bring them up to date"),
    ):
        what.add_parser(name, help=help_text, description=f"{help_text}.", parents=[common], allow_abbrev=False)


def _jobs(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_JOBS):
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 to {MOST_JOBS}")
    return int(text)
