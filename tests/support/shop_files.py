"""Shops' exports of some thousand rows as they are in life: most of it in order, with flaws of several kinds."""

from __future__ import annotations

import csv
import io

from tests.support.exports import SHOPIFY_HEADER

_THINGS = ("Stoneware bowl", "Linen apron", "Beech rolling pin", "Glass jar", "Enamel pot", "Cork coaster")
_LOOKS = ("sand", "indigo", "moss", "natural", "white", "terracotta", "slate")
_MAKERS = ("Alder & Sons", "Emailwerk Nord", "Kiln House", "Weberei Ost")
_SIZES = ("Small", "Medium", "Large")


def european(lines: int, first: str = "7") -> str:
    """A supplier's list: semicolons, decimal commas, German headers."""
    rows = ["Artikelnummer;Bezeichnung;EAN;VK brutto;EK netto;Warengruppe;Lieferant;Bestand"]
    for number in range(1, lines + 1):
        sku = f"{first}{number:05d}"
        name = f"{_THINGS[number % len(_THINGS)]}, {_LOOKS[number % len(_LOOKS)]}, no. {number}"
        price = f"{number % 40 + 3},{number % 10}0"
        if number % 131 == 0:
            price = ("auf Anfrage", "12,5O", "4,90 EUR", "n/a")[number // 131 % 4]
        if number % 97 == 0:
            price = f"€ {price}"
        if number % 977 == 0:
            name = ""
        if number % 613 == 0:
            sku = f"{first}{number - 1:05d}"
        barcode = "4,00640E+12" if number % 811 == 0 else ""
        rows.append(f"{sku};{name};{barcode};{price};{number % 20 + 1},35;Kitchen/Autumn;Emailwerk Nord;{number % 30}")
    return "\n".join(rows) + "\n"


def shopify(products: int) -> str:
    """Shopify's export: three variants of each product, the product's own fields in the first row of them only."""
    out = io.StringIO()
    writer = csv.DictWriter(out, SHOPIFY_HEADER, restval="", lineterminator="\n")
    writer.writeheader()
    for number in range(1, products + 1):
        title = f"{_THINGS[number % len(_THINGS)]} {_LOOKS[number % len(_LOOKS)]} {number}"
        for place, size in enumerate(_SIZES):
            record = number * len(_SIZES) + place
            row = {
                "Handle": title.lower().replace(" ", "-"),
                "Option1 Value": size,
                "Variant SKU": f"SH-{number:04d}-{size[0]}",
                "Variant Inventory Tracker": "shopify",
                "Variant Inventory Qty": str(record % 25),
                "Variant Price": f"{record % 60 + 4}.{record % 10}0",
                "Variant Barcode": _ean(record),
                "Cost per item": f"{record % 30 + 2}.15",
                "Status": "active",
            }
            if place == 0:
                row |= {"Title": title, "Vendor": _MAKERS[number % len(_MAKERS)], "Option1 Name": "Size"}
                row |= {"Type": "Kitchen", "Published": "true", "Body (HTML)": f"<p>{title}, made to last.</p>"}
            writer.writerow(row | _flaw(record, number, size))
    return out.getvalue()


def _flaw(record: int, number: int, size: str) -> dict[str, str]:
    """What is wrong with a few of the rows."""
    if record % 401 == 0:
        return {"Variant SKU": ""}
    if record % 307 == 0:
        return {"Variant SKU": f"SH-{max(number - 1, 1):04d}-{size[0]}"}
    if record % 211 == 0:
        return {"Variant Price": ("on request", "€14.90", "1,234.50", "n/a")[record // 211 % 4]}
    if record % 173 == 0:
        return {"Variant Barcode": "4.00638E+12"}
    if record % 149 == 0:
        return {"Variant Barcode": _ean(record)[:-1] + str((int(_ean(record)[-1]) + 3) % 10)}
    if record % 523 == 0:
        return {"Variant Inventory Qty": "-2"}
    return {}


def _ean(record: int) -> str:
    digits = f"400638{record:06d}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return digits + str(-total % 10)
