"""Why a row is rejected or warned about: the codes in the order in which a row's first one counts, and their words."""

from __future__ import annotations

from collections.abc import Mapping

# The order is part of the contract: a rejected row is counted under the first of its reasons.
REASONS: Mapping[str, str] = {
    "sku_missing": "the sku is blank",
    "name_missing": "the name is blank",
    "price_invalid": "not a price",
    "price_negative": "the price is below 0",
    "cost_invalid": "not a cost",
    "cost_negative": "the cost is below 0",
    "unit_cost_invalid": "not a unit cost",
    "reorder_point_invalid": "not a reorder point",
    "date_invalid": "not a date in the chosen format",
    "quantity_invalid": "not a quantity",
    "quantity_negative": "the quantity is below 0",
    "serial_quantity": "the quantity of a serial number is 1",
    "too_long": "longer than the field",
    "barcode_check_digit": "the barcode's check digit is wrong",
    "barcode_damaged": "a spreadsheet has turned the barcode into a number; its digits are lost",
    "sku_unknown": "there is no product with this sku",
    "unknown_location": "there is no such location",
    "unknown_category": "there is no such category",
    "unknown_supplier": "there is no such supplier",
    "unknown_uom": "there is no such unit of measure",
    "barcode_duplicate": "the barcode belongs to another sku",
    "serial_duplicate": "the serial number is in another place already",
    "duplicate_sku": "another row of the file has this sku",
    "sku_exists": "a product with this sku exists",
    "below_reserved": "less than what is reserved for orders",
    "ragged_row": "more or fewer fields than the header",
    "undecodable": "holds bytes that are no text in the file's encoding, or a NUL",
    "path_missing": "the location's path is blank",
    "kind_invalid": "not a kind of location",
    "policy_invalid": "not a policy for stock below 0: block, warn or allow",
    "duplicate_location": "another row of the file has this location",
    "location_exists": "a location of this path exists",
    "location_in_use": "the place keeps stock or its history, so its kind cannot be changed",
    "below_zero": "what is there is below 0 or below what is reserved, so the place cannot be set to block that",
    "duplicate_code": "another row of the file has this code",
    "duplicate_name": "another row of the file has this name",
    "name_taken": "the name belongs to somebody with another code",
    "party_exists": "one with this code or name exists",
    "reference_missing": "the document's number is blank",
    "supplier_missing": "no line of the document says the supplier",
    "unit_price_invalid": "not a unit price",
    "unit_price_negative": "the unit price is below 0",
    "unknown_customer": "there is no such customer",
    "document_conflict": "says something else than an earlier line of the same document",
    "reference_exists": "there is an order with this number already",
    "not_available": "more than is available at the location",
    "tracking_invalid": "not a way of tracking (none, lot or serial), or one that goes with no opening quantity",
    "archived_invalid": "neither yes nor no",
    "barcode_missing": "the barcode is blank",
    "factor_invalid": "not the number of pieces in a pack",
    "barcode_exists": "the product has this barcode",
    "duplicate_reorder_point": "another row of the file has this sku and location",
    "reorder_point_exists": "the product has a reorder point at this location",
    "document_rejected": "another line of the document is rejected",
}

WARNINGS: Mapping[str, str] = {
    "barcode_check_digit": REASONS["barcode_check_digit"],
    "leading_zeros_lost": "with its leading zeros the barcode would have the right check digit",
    "sku_damaged": "a spreadsheet may have turned the sku into a number",
    "left_out": "the row holds nothing that is imported and was left out",
    "sku_date": "a spreadsheet may have turned the sku into a date",
    "digits_lost": "a spreadsheet keeps 15 digits; those behind them are zeros now",
    "mojibake": "letters were lost or read in a wrong encoding (Ã© for é)",
    "cell_error": "a formula's error stands where the value should be",
    "cell_cut": "exactly as long as a spreadsheet's cell can be; the rest may be cut off",
    "repaired": "was read with a repair that was asked for",
    "opening_ignored": "the product exists; its opening quantity was not posted",
    "tracking_kept": "the product exists and is tracked otherwise; that stays as it is",
    "tracking_raised": "the product is tracked by lot or serial number from now on",
    "reference_repeated": "there is an order with this number already; it was imported again on purpose",
    "conflicting_duplicate": "another row of this sku says something else; that row counts",
}

# A row's verdict in staging is the number of its first reason, so that SQL finds the first one by min().
NUMBER_OF: Mapping[str, int] = {code: number for number, code in enumerate(REASONS, start=1)}
CODE_OF: Mapping[int, str] = {number: code for code, number in NUMBER_OF.items()}


def explain(code: str, field: str = "", value: str = "") -> str:
    """One problem for the error column: ``price_invalid (price “12,x”): not a price``.

    Of the record itself it says the value alone: ``ragged_row (3 fields): …``; `checks.rejected` reads this again.
    """
    where = f" ({field} “{value}”)" if field and value else f" ({field or value})" if field or value else ""
    return f"{code}{where}: {REASONS.get(code) or WARNINGS[code]}"
