"""The verdicts of an import are those of reading its rows one by one: compared with a model that does just that."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from inventory_app.importing.options import InFileDuplicates, Mode, OnExisting
from tests.support.shop import Shop

if TYPE_CHECKING:
    from tests.support.imports import Importer

SKUS = ["A", "B", "C", "D", "E", "F"]
CODES = ["1", "2", "3", "4", "5", ""]


@dataclass
class Model:
    """A catalogue in plain Python. ``before`` are the barcodes of the products that the import finds."""

    before: dict[str, list[str]]
    duplicates: InFileDuplicates
    existing: OnExisting
    codes: dict[str, list[str]] = field(init=False)
    in_force: dict[str, int] = field(default_factory=dict)
    reasons: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.codes = {sku: list(codes) for sku, codes in self.before.items()}

    def read(self, record: int, sku: str, name: str, code: str) -> None:
        owner = next((one for one, codes in self.codes.items() if code in codes), sku) if code else sku
        problems = []
        if not sku:
            problems.append("sku_missing")
        if not name:
            problems.append("name_missing")
        if owner != sku:
            problems.append("barcode_duplicate")
        if sku in self.in_force and self.duplicates is InFileDuplicates.REJECT:
            problems.append("duplicate_sku")
        if sku in self.before and self.existing is OnExisting.REJECT:
            problems.append("sku_exists")
        if problems:
            self.reasons[record] = problems[0]
        elif sku not in self.in_force or self.duplicates is InFileDuplicates.LAST:
            if sku in self.in_force:
                self.reasons[self.in_force[sku]] = "duplicate_sku"
            self.in_force[sku] = record
            self.apply(sku, code)

    def apply(self, sku: str, code: str) -> None:
        before = self.before.get(sku, [])
        if sku in self.before and self.existing is OnExisting.SKIP:
            return
        self.codes[sku] = [code, *before[1:]] if code and code not in before else list(before)


@pytest.mark.parametrize("seed", range(24))
async def test_any_file_gets_the_verdicts_of_the_model(importer: Importer, shop: Shop, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - not a secret
    free = [code for code in CODES if code]
    dice.shuffle(free)
    before = {sku: [free.pop() for _ in range(dice.randint(0, min(2, len(free))))] for sku in dice.sample(SKUS, 3)}
    for sku, codes in before.items():
        await shop.product(sku, barcodes=tuple(codes))
    model = Model(before, dice.choice(list(InFileDuplicates)), dice.choice(list(OnExisting)))
    lines = ["sku,name,barcode"]
    for record in range(1, 31):
        sku = dice.choice(SKUS) if dice.random() < 0.95 else ""
        name, code = "" if dice.random() < 0.1 else "Name", dice.choice(CODES)
        lines.append(f"{sku},{name},{code}")
        model.read(record, sku, name, code)

    outcome = await importer.products(
        "\n".join(lines) + "\n",
        mode=Mode.SKIP,
        in_file_duplicates=model.duplicates,
        on_existing=model.existing,
    )

    first: dict[int, str] = {}
    for one in outcome.problems:
        if not one.warning:
            first.setdefault(one.record, one.code)
    assert first == model.reasons, "\n".join(lines)
    counts = outcome.counts
    assert (counts.records, counts.rejected) == (30, len(model.reasons))
    assert counts.accepted == counts.created + counts.updated + counts.unchanged
    found = {sku: one["barcodes"] for sku, one in (await importer.catalogue()).items()}
    assert found == model.codes, "\n".join(lines)
