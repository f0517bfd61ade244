"""Suppliers and customers from a file, the same on both engines."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from inventory_app.importing.options import Blank, InFileDuplicates, Mode, OnExisting
from tests.support.imports import brief, first_reasons
from tests.support.shop import Shop

if TYPE_CHECKING:
    from tests.support.imports import Importer

SKIP = Mode.SKIP


async def test_created_updated_and_unchanged(importer: Importer) -> None:
    first = await importer.kind(
        "suppliers",
        "Lieferantennummer,Firma,E-Mail,Telefon,Anschrift,USt-IdNr.,Notiz\n"
        '70001,Holz Berger,mail@berger.at,+43 1 2345,"Ring 1\n1010 Wien",ATU1,pays late\n'
        ",Krüger & Söhne,,,,,\n",
    )
    assert brief(first) == ("committed", 2, 0, 0, {})
    parties = await importer.parties()
    assert parties["Holz Berger"] == {
        "roles": ["supplier"],
        "supplier_code": "70001",
        "email": "mail@berger.at",
        "phone": "+43 1 2345",
        "address": "Ring 1\n1010 Wien",
        "tax_id": "ATU1",
        "note": "pays late",
    }
    assert parties["Krüger & Söhne"] == {"roles": ["supplier"]}

    text = "code,name,email,phone\n70001,Holz Berger GmbH,,+43 9\n70002,Krüger & Söhne,k@s.de,\n"
    tried = await importer.kind("suppliers", text, dry_run=True)
    second = await importer.kind("suppliers", text)
    assert brief(second) == ("committed", 0, 2, 0, {})
    assert tried.counts == second.counts
    parties = await importer.parties()
    assert parties["Holz Berger GmbH"]["email"] == "mail@berger.at"
    assert parties["Holz Berger GmbH"]["phone"] == "+43 9"
    assert parties["Krüger & Söhne"] == {"roles": ["supplier"], "supplier_code": "70002", "email": "k@s.de"}
    assert brief(await importer.kind("suppliers", text)) == ("committed", 0, 0, 2, {})
    await importer.kind("suppliers", "name,email,phone\nHolz Berger GmbH,,1\n", blank=Blank.CLEAR)
    assert "email" not in (await importer.parties())["Holz Berger GmbH"]


async def test_a_supplier_may_become_a_customer_as_well(importer: Importer) -> None:
    await importer.kind("suppliers", "code,name,phone\n1,Both,11\n")
    outcome = await importer.kind("customers", "code,name,phone\n1,Only,\n2,Both,22\n", on_existing=OnExisting.SKIP)
    assert brief(outcome) == ("committed", 2, 0, 0, {})
    assert (await importer.parties())["Both"] == {
        "roles": ["supplier", "customer"], "supplier_code": "1", "customer_code": "2", "phone": "22",
    }  # fmt: skip
    skipped = await importer.kind("customers", "code,name,phone\n2,Both,33\n", on_existing=OnExisting.SKIP)
    assert brief(skipped) == ("committed", 0, 0, 1, {})
    refused = await importer.kind("customers", "code,name\n2,Both\n3,New\n", on_existing=OnExisting.REJECT)
    assert brief(refused) == ("refused", 0, 0, 0, {"party_exists": 1})


async def test_every_reason_is_told_and_good_rows_are_saved(importer: Importer) -> None:
    await importer.kind("suppliers", "code,name\n1,One\n2,Two\n")
    text = (
        "code,name,email\n,,x\n1,Two,\n9,One,\n3,Three,\n3,Other,\n4,Three,\n,Four,\n,Four,\n5,Five,"
        + "x" * 400
        + "\n6,Six,,\n"
    )
    outcome = await importer.kind("suppliers", text, mode=SKIP)
    assert first_reasons(outcome) == {
        1: "name_missing", 2: "name_taken", 3: "name_taken", 5: "duplicate_code", 6: "name_taken",
        8: "duplicate_name", 9: "too_long", 10: "ragged_row",
    }  # fmt: skip
    assert outcome.counts.records == outcome.counts.accepted + outcome.counts.rejected == 10
    assert (await importer.kind("suppliers", text)).outcome == "refused"
    assert sorted(await importer.parties()) == ["Four", "One", "Three", "Two"]


@dataclass
class Model:
    """Parties in plain Python, row by row. ``before`` is name → code of those that the import finds."""

    before: dict[str, str]
    last: bool
    existing: OnExisting
    held: dict[int, tuple[str | None, str, str]] = field(default_factory=dict)  # record → who, code, name
    reasons: dict[int, str] = field(default_factory=dict)

    def read(self, record: int, code: str, name: str) -> None:
        codes = {one: name for name, one in self.before.items() if one}
        who = codes.get(code) or (name if name in self.before else None)
        problem = ""
        if not name:
            problem = "name_missing"
        elif (who == name and code and self.before[name] not in ("", code)) or (name in self.before and who != name):
            problem = "name_taken"
        elif who is not None and self.existing is OnExisting.REJECT:
            problem = "party_exists"
        if problem:
            self.reasons[record] = problem
            return
        of_who = [one for one, (other, _, _) in self.held.items() if who is not None and other == who]
        of_code = [one for one, (_, its_code, _) in self.held.items() if code and its_code == code]
        by_name = [
            one
            for one, (other, its_code, its_name) in self.held.items()
            if other is None and who is None and its_name == name and not (code and its_code)
        ]
        same = of_who or of_code or by_name
        of_name = [one for one, (_, _, its_name) in self.held.items() if its_name == name]
        if of_name and of_name[0] not in same[:1]:
            self.reasons[record] = "name_taken"
        elif of_who and of_code and of_who != of_code:
            self.reasons[record] = "duplicate_code"
        elif same:
            loser = same[0] if self.last else record
            its_code = self.held[same[0]][1]
            self.reasons[loser] = "duplicate_code" if code and code == its_code else "duplicate_name"
            if self.last:
                del self.held[same[0]]
                self.held[record] = (who, code, name)
        else:
            self.held[record] = (who, code, name)

    def after(self) -> dict[str, str]:
        """name → code of everybody."""
        found = dict(self.before)
        changes = [] if self.existing is OnExisting.SKIP else [one for one in self.held.values() if one[0] is not None]
        kept = {who: found.pop(who) for who, _, _ in changes if who is not None}
        found |= {name: code or kept[who] for who, code, name in changes if who is not None}
        return found | {name: code for who, code, name in self.held.values() if who is None}


@pytest.mark.parametrize("seed", range(16))
async def test_any_file_gets_the_verdicts_of_the_model(importer: Importer, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - not a secret
    names, codes = list("ABCDEFG"), ["", "", "1", "2", "3", "4"]
    before = {name: dice.choice(("", name * 3)) for name in dice.sample(names, 3)}
    known = [code for code in before.values() if code]
    await importer.kind("customers", "code,name\n" + "".join(f"{code},{name}\n" for name, code in before.items()))
    model = Model(before, dice.random() < 0.5, dice.choice(list(OnExisting)))
    lines = ["code,name"]
    for record in range(1, 25):
        code, name = dice.choice(codes + known), dice.choice([*names, "", *"HIJK"])
        lines.append(f"{code},{name}")
        model.read(record, code, name)

    outcome = await importer.kind(
        "customers",
        "\n".join(lines) + "\n",
        mode=SKIP,
        in_file_duplicates=InFileDuplicates.LAST if model.last else InFileDuplicates.REJECT,
        on_existing=model.existing,
    )

    assert first_reasons(outcome) == model.reasons, "\n".join(lines)
    assert outcome.counts.accepted == outcome.counts.created + outcome.counts.updated + outcome.counts.unchanged
    found = {name: one.get("customer_code", "") for name, one in (await importer.parties()).items()}
    assert found == model.after(), "\n".join(lines)


async def test_customers_of_orders_are_found_by_name(importer: Importer, shop: Shop) -> None:
    await shop.product("A", supplier="Maker")
    outcome = await importer.kind("suppliers", "name,email\nMaker,m@x.org\n")
    assert brief(outcome) == ("committed", 0, 1, 0, {})
