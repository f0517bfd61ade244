"""What an import of orders has to do, worked out once from kind, mapping and options."""

from __future__ import annotations

from dataclasses import dataclass

from inventory_app.importing.mapping import Mapping
from inventory_app.importing.options import ImportOptions, OnExisting, Orders

# Records that are rejected so far.
BAD = (
    "(SELECT record FROM stage_row WHERE verdict IS NOT NULL"
    " UNION SELECT record FROM import_problem WHERE number IS NOT NULL)"
)
_HEADERS = ("party", "order_date", "expected_on", "location")


@dataclass(frozen=True, slots=True)
class OrderPlan:
    """The mapping and the options, and what follows from them. ``party`` is customer or supplier."""

    party: str
    table: str
    prefix: str
    mapping: Mapping
    options: ImportOptions

    @property
    def is_sale(self) -> bool:
        return self.party == "customer"

    @property
    def ships(self) -> bool:
        """Whether the goods leave at once."""
        return self.options.orders is Orders.SHIPPED

    @property
    def amount(self) -> str:
        """The field of what a piece is worth."""
        return "unit_price" if self.is_sale else "unit_cost"

    @property
    def worth(self) -> str:
        """The product's column that counts where the line says no amount."""
        return "price" if self.is_sale else "cost"

    @property
    def headers(self) -> dict[str, str]:
        """What a document says once: its column in ``import_document``, and the staged column."""
        fields = {one: self.party if one == "party" else one for one in _HEADERS}
        return {column: field for column, field in fields.items() if self.mapping.maps(field)}

    @property
    def skips(self) -> bool:
        """Whether a document that exists counts as unchanged."""
        return self.options.on_existing is OnExisting.SKIP and not self.options.again
