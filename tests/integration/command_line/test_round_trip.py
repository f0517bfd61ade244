"""What was exported comes back as it was: into another database, whose own export is then the same file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

# Texts that a spreadsheet, a CSV reader or a number parser would like to change.
TEXTS = (
    "=1+1", "'=1+1", "00417", "-5", "+49 30", "@x", "1E5", "a,b;c\td", 'say "x"', "two\nlines", "ÄßΩ漢🙂", "NULL",
)  # fmt: skip
LEVELS = """sku,location,quantity,lot,serial,expires_on,unit_cost
LOT,MAIN,5.000001,=L1,,2027-01-31,
LOT,Shop/Back,123456789.5,'L2,,,
SN,MAIN,1,,-SN1,,
1E5,Shop/Back,7,,,,
"=1+1",MAIN,0.5,,,,
"""

# Without the totals, which would be taken for opening stock: here the levels come by themselves.
CATALOGUE = [
    argument
    for name in ("sku", "name", "barcode", "price", "cost", "category", "supplier", "uom", "description")
    for argument in ("--map", f"{name}={name}")
]


@pytest.fixture
def stocked(apply: Any, command: Any, tmp_path: Path) -> None:
    """Products with awkward texts, and stock with lots and serials at several places."""
    products = [
        {"action": "create_product", "sku": text, "name": f"{text} name", "price": "4.90", "cost": "0.0001",
         "category": text, "barcodes": [f"B{text}"]}
        for text in TEXTS
    ]  # fmt: skip
    products += [{"action": "create_product", "sku": sku, "name": sku} for sku in ("LOT", "SN")]
    assert {one["outcome"] for one in apply(products)} == {"committed"}
    levels = tmp_path / "levels.csv"
    levels.write_text(LEVELS, encoding="utf-8")
    assert command("import", "stock", str(levels)).status == 0


@pytest.mark.usefixtures("stocked")
def test_an_export_imported_elsewhere_is_the_same_export(command: Any, tmp_path: Path) -> None:
    elsewhere = f"sqlite+aiosqlite:///{tmp_path / 'elsewhere.db'}"
    before = {}
    for kind in ("products", "stock"):
        file = tmp_path / f"{kind}.csv"
        assert command("export", kind, "--output", str(file)).status == 0
        before[kind] = file.read_text(encoding="utf-8")
        flags = CATALOGUE if kind == "products" else ()
        came = command("import", kind, str(file), *flags, "--json", database=elsewhere)
        assert (came.status, came.json["rejected"]) == (0, 0), came.json
    assert command("export", "stock", database=elsewhere).out == before["stock"]
    assert command("export", "products", database=elsewhere).out == before["products"]
    assert command("verify", database=elsewhere).status == 0
