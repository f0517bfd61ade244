"""What can be written on the command line."""

from __future__ import annotations

import pytest

from inventory_app.command_line.arguments import parse
from inventory_app.command_line.import_arguments import options_of
from inventory_app.importing.options import ImportOptions, Mode, StockMode


def test_the_database_may_stand_before_or_behind_the_command() -> None:
    for arguments in (["--database", "Shop", "--json", "verify"], ["verify", "--json", "--database", "Shop"]):
        given = parse(arguments)
        assert (given.command, given.database, given.json) == ("verify", "Shop", True)
    given = parse(["stock"])
    assert (given.database, given.json, given.no_migrate, given.password_stdin) == ("", False, False, False)
    assert parse(["database", "--no-migrate", "test", "--json"]).json


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["fly"],
        ["verify", "now"],
        ["apply"],
        ["apply", "a.jsonl", "--jobs", "0"],
        ["apply", "a.jsonl", "--jobs", "65"],
        ["apply", "a.jsonl", "--jobs", "many"],
        ["export", "everything"],
        ["export", "stock", "--format", "pdf"],
        ["database"],
        ["database", "drop"],
        ["import", "--revert", "-3"],
        ["import", "products", "a.csv", "--mode", "some"],
        ["import", "products", "a.csv", "--header-line", "0"],
        ["import", "spaceships", "a.csv"],
        ["stock", "--js"],
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse(arguments)
    assert end.value.code == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "usage:" in captured.err


@pytest.mark.parametrize("arguments", [["--help"], ["import", "--help"], ["database", "--help"], ["--version"]])
def test_help_ends_with_0(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse(arguments)
    assert end.value.code == 0
    assert capsys.readouterr().out


def test_an_import_without_options_has_the_defaults() -> None:
    assert options_of(parse(["import", "products", "a.csv"])) == ImportOptions()


def test_every_option_of_an_import_arrives() -> None:
    given = parse(
        ["import", "stock", "a.csv", "--mode", "skip", "--on-existing", "reject", "--in-file-duplicates", "sum",
         "--blank", "clear", "--negative-quantity", "keep", "--barcode-check", "off", "--missing", "reject",
         "--stock-mode", "set", "--again", "--encoding", "cp1252", "--delimiter", "tab", "--quote", "none",
         "--escape", "\\", "--header-line", "none", "--decimal", ",", "--thousands", ".", "--currency-sign", "strip",
         "--date-format", "%d.%m.%Y", "--location", "A/B", "--dry-run", "--rejects", "r.csv",
         "--map", "sku=Art Nr", "--map", "quantity@A/B=#3"]
    )  # fmt: skip
    options = options_of(given)
    assert (options.kind, options.mode, options.stock_mode) == ("stock", Mode.SKIP, StockMode.SET)
    assert (options.delimiter, options.quote, options.escape, options.header_line) == ("\t", "", "\\", 0)
    assert (options.decimal, options.thousands, options.date_format) == (",", ".", "%d.%m.%Y")
    assert (options.encoding, options.location, options.again, options.dry_run) == ("cp1252", "A/B", True, True)
    assert given.flags == ["sku=Art Nr", "quantity@A/B=#3"]
    assert given.rejects == "r.csv"
