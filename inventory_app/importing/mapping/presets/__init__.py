"""The exports of other programs: one module each, and the register that knows them all.

A new one is one more module with a `Preset`; say in its docstring where its headers are documented, and what becomes
of the rows that are no goods.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from inventory_app.domain.errors import Refusal
from inventory_app.importing.mapping.presets import (
    amazon_inventory_loader,
    amazon_listings,
    inventree_parts,
    inventree_stock,
    lightspeed,
    loyverse,
    odoo,
    shopify_inventory,
    shopify_products,
    square,
    woocommerce,
)
from inventory_app.importing.mapping.presets.declaration import Preset

_MODULES = (
    shopify_products, shopify_inventory, woocommerce, square, amazon_listings, amazon_inventory_loader, odoo,
    inventree_parts, inventree_stock, loyverse, lightspeed,
)  # fmt: skip
PRESETS: Mapping[str, Preset] = {module.PRESET.name: module.PRESET for module in _MODULES}


def preset_of(name: str) -> Preset:
    """The preset of that name; raises Refusal naming those there are."""
    if name not in PRESETS:
        raise Refusal("preset_unknown", f"There is no preset “{name}”. {presets_there_are()}", field="preset")
    return PRESETS[name]


def presets_there_are() -> str:
    """All presets with what they are for, for a message."""
    listed = "; ".join(f"{one.name} ({one.title}, {one.kind})" for one in PRESETS.values())
    return f"There are {listed}."


def recognised(headers: Sequence[str], kind: str = "") -> tuple[Preset, ...]:
    """The presets that a file with these headers looks like; of one kind, or of any."""
    return tuple(one for one in PRESETS.values() if kind in ("", one.kind) and one.recognises(headers))


__all__ = ["PRESETS", "Preset", "preset_of", "presets_there_are", "recognised"]
