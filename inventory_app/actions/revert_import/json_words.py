"""How each engine takes the documents of change_log apart and puts them together, in SQL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# A product's columns as change_log has them, in their stored form, and what they are in a table.
COLUMNS = {
    "sku": "TEXT", "name": "TEXT", "description": "TEXT", "price": "BIGINT", "cost": "BIGINT", "category_id": "BIGINT",
    "supplier_id": "BIGINT", "uom_id": "BIGINT", "tracking": "TEXT", "archived_at": "MOMENT",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class JsonWords:
    """SQL of one engine."""

    is_postgresql: bool

    def document(self, values: Mapping[str, str]) -> str:
        """An object of keys and the SQL of their values."""
        build = "jsonb_build_object" if self.is_postgresql else "json_object"
        pairs = ", ".join(f"'{key}', {value}" for key, value in values.items())
        return f"{build}({pairs})"

    @property
    def true(self) -> str:
        return "true" if self.is_postgresql else "json('true')"

    @property
    def false(self) -> str:
        return "false" if self.is_postgresql else "json('false')"

    def none(self, words: str) -> str:
        """An empty list or object."""
        return f"CAST('{words}' AS JSONB)" if self.is_postgresql else f"json('{words}')"

    def has(self, document: str, key: str) -> str:
        """Whether a document says anything of a key, null included."""
        if self.is_postgresql:
            return f"jsonb_exists({document}, '{key}')"
        return f"json_type({document}, '$.{key}') IS NOT NULL"

    def is_false(self, document: str, key: str) -> str:
        """Whether a document says no for a key."""
        if self.is_postgresql:
            return f"coalesce({document} ->> '{key}' = 'false', false)"
        return f"coalesce(json_type({document}, '$.{key}') = 'false', false)"

    def column(self, document: str, key: str) -> str:
        """The value of one of `COLUMNS` as its table keeps it."""
        value = f"({document} ->> '{key}')"
        kind = COLUMNS[key]
        if kind == "MOMENT":
            if self.is_postgresql:
                return f"CAST({value} AS TIMESTAMPTZ)"
            ending = f"CASE WHEN instr({value}, '.') = 0 THEN '.000000Z' ELSE 'Z' END"
            return f"replace({value}, '+00:00', {ending})"
        return f"CAST({value} AS {kind})"

    def stored(self, column: str, key: str) -> str:
        """A column's value as change_log keeps it."""
        if COLUMNS[key] != "MOMENT":
            return column
        if self.is_postgresql:
            return f"to_char({column} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US') || '+00:00'"
        return f"replace({column}, 'Z', '+00:00')"

    def keys(self, document: str) -> str:
        """A table ``j`` of the keys of a document."""
        if self.is_postgresql:
            return f"CROSS JOIN LATERAL jsonb_object_keys({document}) AS j(key)"
        return f"CROSS JOIN json_each({document}) j"

    def items(self, document: str, key: str) -> str:
        """A table ``j`` of the texts in the list under a key, with their place in ``n``."""
        if self.is_postgresql:
            inner = f"CASE WHEN jsonb_typeof({document} -> '{key}') = 'array' THEN {document} -> '{key}' END"
            return f"CROSS JOIN LATERAL jsonb_array_elements_text({inner}) WITH ORDINALITY AS j(value, n)"
        return f"CROSS JOIN json_each({document}, '$.{key}') j"

    @property
    def place(self) -> str:
        """The place of `items`' ``j`` in its list."""
        return "j.n" if self.is_postgresql else "j.key"

    def pairs(self, document: str, key: str) -> str:
        """A table ``j`` of the keys and numbers in the object under a key; null where there is no number."""
        lateral = "LATERAL " if self.is_postgresql else ""
        return f"CROSS JOIN {lateral}{self.among(document, key, 'j')}"

    def among(self, document: str, key: str, name: str) -> str:
        """The same as a table of that name."""
        if self.is_postgresql:
            inner = f"CASE WHEN jsonb_typeof({document} -> '{key}') = 'object' THEN {document} -> '{key}' END"
            return f"jsonb_each_text({inner}) AS {name}(key, value)"
        return f"json_each({document}, '$.{key}') {name}"

    def length(self, document: str, key: str) -> str:
        """How long the list under a key is."""
        if self.is_postgresql:
            return f"jsonb_array_length({document} -> '{key}')"
        return f"json_array_length({document}, '$.{key}')"

    def codes(self, product: str) -> str:
        """The list of a product's barcodes, the first one first."""
        rows = f"SELECT b.id, b.barcode FROM product_barcode b WHERE b.product_id = {product}"
        if self.is_postgresql:
            return f"(SELECT coalesce(jsonb_agg(o.barcode ORDER BY o.id), '[]') FROM ({rows}) o)"
        return f"json((SELECT json_group_array(o.barcode) FROM ({rows} ORDER BY b.id) o))"

    def numbers(self, name: str, value: str, rows: str) -> str:
        """An object of the numbers that a FROM clause gives by their names."""
        if self.is_postgresql:
            return f"(SELECT coalesce(jsonb_object_agg(CAST({name} AS TEXT), {value}), '{{}}') FROM {rows})"
        return f"json((SELECT json_group_object(CAST({name} AS TEXT), {value}) FROM {rows}))"
