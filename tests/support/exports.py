"""Small files as other programs export them: true headers, invented goods, blanks where they leave them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence


def _names(text: str, mark: str = ",") -> list[str]:
    return text.split(mark)


SHOPIFY_HEADER = _names(
    "Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,"
    "Option2 Value,Option3 Name,Option3 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,"
    "Variant Inventory Qty,"
    "Variant Inventory Policy,Variant Fulfillment Service,Variant Price,Variant Compare At Price,"
    "Variant Requires Shipping,Variant Taxable,Variant Barcode,Image Src,Image Position,Image Alt Text,Gift Card,"
    "SEO Title,SEO Description,Variant Image,Variant Weight Unit,Variant Tax Code,Cost per item,Status",
)
SHOPIFY_NEW_HEADER = _names(
    "Title,URL handle,Description,Vendor,Product category,Type,Tags,Published on online store,Status,SKU,Barcode,"
    "Option1 name,Option1 value,Option1 Linked To,Option2 name,Option2 value,Option2 Linked To,Option3 name,"
    "Option3 value,Option3 Linked To,Price,Compare-at price,Cost per item,Charge tax,Tax code,Inventory tracker,"
    "Inventory quantity,Continue selling when out of stock,Weight value (grams),Product image URL,Image position",
)
INVENTORY_HEADER = _names(
    "Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,SKU,HS Code,COO,"
    "Location,Bin name,Incoming (not editable),Unavailable (not editable),Committed (not editable),"
    "Available (not editable),On hand (current),On hand (new)",
)
WOOCOMMERCE_HEADER = [
    "ID", "Type", "SKU", "GTIN, UPC, EAN, or ISBN", "Name", "Published", "Is featured?", "Visibility in catalog",
    "Short description", "Description", "Date sale price starts", "Date sale price ends", "Tax status", "Tax class",
    "In stock?", "Stock", "Low stock amount", "Backorders allowed?", "Sold individually?", "Weight (kg)", "Length (cm)",
    "Width (cm)", "Height (cm)", "Allow customer reviews?", "Purchase note", "Sale price", "Regular price",
    "Categories", "Tags", "Shipping class", "Images", "Parent", "Position",
]  # fmt: skip
SQUARE_HEADER = _names(
    "Token,Item Name,Variation Name,SKU,Description,Categories,Reporting Category,GTIN,Square Online Item Visibility,"
    "Archived,Price,Sellable,Stockable,Option Name 1,Option Value 1,Default Unit Cost,Default Vendor Name,"
    "Default Vendor Code,Current Quantity Main Street,New Quantity Main Street,Stock Alert Enabled Main Street,"
    "Stock Alert Count Main Street,Current Quantity Market,New Quantity Market,Tax - Sales Tax (6.625%)",
)
AMAZON_HEADER = _names(
    "item-name item-description listing-id seller-sku price quantity open-date image-url item-is-marketplace "
    "product-id-type zshop-shipping-fee item-note item-condition asin1 asin2 asin3 will-ship-internationally "
    "expedited-shipping product-id pending-quantity fulfillment-channel merchant-shipping-group status",
    " ",
)
LOADER_HEADER = _names(
    "sku product-id product-id-type price minimum-seller-allowed-price maximum-seller-allowed-price item-condition "
    "quantity add-delete will-ship-internationally expedited-shipping item-note fulfillment-center-id",
    " ",
)
ODOO_HEADER = [
    "External ID", "Name", "Internal Reference", "Barcode", "Sales Price", "Cost", "Product Category",
    "Unit of Measure", "Quantity On Hand", "Vendors/Vendor",
]  # fmt: skip
ODOO_FIELDS = ["id", "name", "default_code", "barcode", "list_price", "standard_price", "categ_id/id", "uom_id/id"]
INVENTREE_PARTS_HEADER = [
    "ID", "Active", "Category", "Category Name", "Default Location", "Description", "IPN", "Keywords", "Minimum Stock",
    "Name", "Revision", "Units", "Total Stock",
]  # fmt: skip
INVENTREE_STOCK_HEADER = [
    "ID", "Part", "Quantity", "Serial Number", "Batch Code", "Location", "Expiry Date", "In Stock", "Status",
    "Purchase Price", "Part.Name", "Part.IPN", "Location.Name", "Location.Path",
]  # fmt: skip
LOYVERSE_HEADER = _names(
    "Handle,SKU,Name,Category,Description,Sold by weight,Option 1 name,Option 1 value,Option 2 name,Option 2 value,"
    "Option 3 name,Option 3 value,Cost,Barcode,SKU of included item,Quantity of included item,Track stock,"
    "Available for sale [Main Store],Price [Main Store],In stock [Main Store],Low stock [Main Store],"
    "Available for sale [Kiosk],Price [Kiosk],In stock [Kiosk],Low stock [Kiosk]",
)
LIGHTSPEED_HEADER = _names(
    "id,handle,sku,composite_name,composite_sku,composite_quantity,name,description,product_category,"
    "variant_option_one_name,variant_option_one_value,variant_option_two_name,variant_option_two_value,"
    "variant_option_three_name,variant_option_three_value,tags,supply_price,retail_price,tax_name,tax_value,"
    "account_code,account_code_purchase,brand_name,supplier_name,supplier_code,active,track_inventory,"
    "inventory_Main_Outlet,reorder_point_Main_Outlet,restock_level_Main_Outlet,inventory_Market_Square",
)


def table(header: Sequence[str], rows: Sequence[Mapping[str, str]], delimiter: str = ",") -> str:
    """A file of these rows; cells that a row does not name are blank."""
    out = io.StringIO()
    if delimiter == "\t":
        return "\n".join("\t".join(line) for line in (header, *([row.get(one, "") for one in header] for row in rows)))
    writer = csv.DictWriter(out, header, restval="", delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def shopify_products(products: int = 2, variants: int = 3) -> str:
    """Products with so many variants each, a picture row each, and one product without variants."""
    rows: list[dict[str, str]] = []
    for number in range(1, products + 1):
        handle = f"tray-{number}"
        first = {"Title": f"Tray {number}", "Body (HTML)": f"<p>Oak {number}</p>", "Vendor": "Acme", "Type": "Trays"}
        for size in range(1, variants + 1):
            rows.append(
                {
                    "Handle": handle, "Option1 Name": "Size", "Option1 Value": f"{size}0 cm",
                    "Variant SKU": f"T{number}-{size}", "Variant Inventory Qty": str(size),
                    "Variant Price": f"{size}.50",
                    "Variant Barcode": "", "Cost per item": "1.25", "Status": "active", **(first if size == 1 else {}),
                }
            )  # fmt: skip
        rows.append({"Handle": handle, "Image Src": "https://example.com/2.jpg", "Image Position": "2"})
    rows.append(
        {
            "Handle": "mug", "Title": "Mug", "Option1 Name": "Title", "Option1 Value": "Default Title",
            "Variant SKU": "MUG", "Variant Price": "4.90", "Variant Barcode": "4006381333931",
            "Variant Inventory Qty": "7",
        }
    )  # fmt: skip
    return table(SHOPIFY_HEADER, rows)


def shopify_inventory() -> str:
    """What is on hand of the products above at two locations, one of which does not keep the mug."""
    rows = [
        {"Handle": "tray-1", "Title": "Tray 1", "SKU": "T1-1", "Location": "Shop", "On hand (current)": "5"},
        {"Handle": "tray-1", "Title": "Tray 1", "SKU": "T1-1", "Location": "Warehouse", "On hand (current)": "20"},
        {"Handle": "mug", "Title": "Mug", "SKU": "MUG", "Location": "Shop", "On hand (current)": "12"},
        {"Handle": "mug", "Title": "Mug", "SKU": "MUG", "Location": "Warehouse", "On hand (current)": "not stocked"},
    ]
    return table(INVENTORY_HEADER, rows)
