"""What the fuzzer begins with: tables of all shapes, encodings and containers, and options that may not fit them."""

from __future__ import annotations

import gzip
import io
import zipfile
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from inventory_app.importing.kinds import KINDS
from tests.support.real_files import DATA
from tests.support.workbooks import old_workbook, write_xlsx

HEADER = "sku,name,barcode,price,quantity,expires_on,lot,location\n"
_ROWS = (
    '00417,"Tray, oak",4006381333931,"1,234.50",3,2031-02-01,L1,MAIN\n'
    "A-1,Größe „XL“,12345670,9.99,-1,01.02.2031,,SHOP/Back\n"
    'B,"two\nlines",9.78E+12,€ 5,1e3,,L2,MAIN\n'
    ",,,,,,,\n\n"
    'C,"say ""hi""",0,0.00001,999999999999999,31/12/1999,,A//B\n'
    "D,short\nE,long,1,2,3,2031-01-01,L,M,more,and more\n"
)
_OTHERS = (
    "sep=;\nSKU;Name;Preis\n1;Müßig;1,5\n",
    "Stock list\n\nsku\tname\tprice\n1\ta\t2\n",
    "'sku','name'\n'1','a,b'\n",
    'sku,name\n1,"a \\"b\\" c"\n',
    "名前,sku\nテスト,1\n二,2\n",
    "sku,name\n1,Чайник\n",
    "1,2,3\n4,5,6\n",
    "\r\r\nsku\r1\r2\r",
)
_ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-32",
    "cp1252",
    "mac_roman",
    "shift_jis",
    "gb18030",
    "cp1251",
)


def seeds(folder: Path) -> list[bytes]:
    """Whole files."""
    texts = [HEADER + _ROWS, HEADER + _ROWS * 60, *_OTHERS]
    found = [text.encode(encoding, "replace") for text in texts for encoding in _ENCODINGS]
    found += [gzip.compress(found[0]), _zipped("a.csv", found[0]), b"", b"\n", b'"', b"\xef\xbb\xbf"]
    book: list[list[Any]] = [
        HEADER.strip().split(","),
        *([1.5, "a\nb", None, "#N/A", date(2031, 2, 1)] for _ in range(30)),
    ]
    found += [write_xlsx(folder / "seed.xlsx", book, before=["Empty"]).read_bytes()] * 25
    found += [old_workbook()] * 4
    for path in sorted(DATA.glob("torture/*")) + sorted(DATA.glob("csv-spectrum/**/*.csv")):
        if path.is_file() and path.stat().st_size < 200_000:
            found.append(path.read_bytes())
    return found


def options(random: Random) -> dict[str, Any]:
    """Options as a person might combine them, or not."""
    kind = random.choice(tuple(KINDS))
    values: dict[str, Any] = {"kind": kind if random.random() < 0.3 else "products"}
    for name, choices in {
        "encoding": (*[None] * 20, "utf-8", "utf-16", "latin-1", "shift_jis", "utf-7", "cp437", "utf-32-be", "hz"),
        "delimiter": (*[None] * 12, ",", ";", "\t", "|", "x", "é", " "),
        "quote": (*[None] * 8, '"', "'", "", "«"),
        "escape": ("", "", "", "\\", "^"),
        "header_line": (*[None] * 10, 0, 0, 0, 1, 1, 2, 3, 50, 5_000),
        "decimal": (".", ","),
        "thousands": ("", "", "'", " "),
        "currency_sign": ("reject", "strip"),
        "date_format": ("", "", "DD.MM.YYYY", "%d/%m/%y", "YYYYMMDD"),
        "sheet": (None, None, None, "1", "#2", "Products"),
        "barcode_check": ("warn", "reject", "off"),
    }.items():
        values[name] = random.choice(choices)
    return values


def _zipped(name: str, data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return buffer.getvalue()
