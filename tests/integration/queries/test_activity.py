"""The log of actions, imports, places, and what is new since one looked last."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import insert

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.edit_product import EditProduct
from inventory_app.database.tables import ActionLog, ActionResult, ImportRun
from inventory_app.domain.stock import LocationKind
from inventory_app.queries.activity import (
    ActivityFilter,
    activity_detail,
    activity_page,
    actors,
)
from inventory_app.queries.exported.activity import exported_activity
from inventory_app.queries.imports import import_page, import_run
from inventory_app.queries.locations import locations, storage_paths
from inventory_app.queries.news import newer_than, position


async def test_the_log_has_the_newest_first(shop: Any, ask: Any) -> None:
    first = await shop.action("adjust_stock")
    second = await shop.action("undo", actor="Jonas", reverses=first)
    rows = (await ask(activity_page)).rows
    assert [row.id for row in rows] == [second, first]
    assert (rows[0].reverses, rows[0].reversed_by, rows[0].can_undo) == (first, None, True)
    assert (rows[1].reverses, rows[1].reversed_by, rows[1].can_undo) == (None, second, False)
    assert (rows[1].title, rows[1].summary, rows[1].actor) == ("adjust_stock title", "adjust_stock summary", "Mira")
    assert rows[1].topics == {"stock"}
    assert (rows[0].at - rows[1].at) == timedelta(minutes=1)
    assert await ask(actors) == ("Jonas", "Mira")


async def test_the_log_is_narrowed_and_paged(shop: Any, ask: Any) -> None:
    ids = [await shop.action(f"kind{n % 2}") for n in range(7)]
    assert len((await ask(activity_page, ActivityFilter(kinds=("kind1",)))).rows) == 3
    assert len((await ask(activity_page, ActivityFilter(text="KIND0 s"))).rows) == 4
    assert (await ask(activity_page, ActivityFilter(actor="Jonas"))).rows == ()
    seen, after = [], None
    while True:
        page = await ask(activity_page, after=after, limit=3)
        seen += [row.id for row in page.rows]
        if (after := page.next_key) is None:
            break
    assert seen == ids[::-1]


async def test_one_action_whole(kitchen: Any, do: Any, ask: Any) -> None:
    edited = await do(EditProduct, sku="00417", set={"price": "5.20"})
    (change,) = (await ask(activity_detail, edited.action_id)).changes
    assert (change.kind, change.name, change.new_values) == ("product", "00417", {"price": 52_000})
    adjusted = await do(AdjustStock, sku="00417", location="MAIN", quantity="-3", reason="DAMAGE")
    (move,) = (await ask(activity_detail, adjusted.action_id)).moves
    assert (move.quantity, move.source, move.reason) == (3, "MAIN", "DAMAGE")
    assert await ask(activity_detail, uuid4()) is None
    assert kitchen.products


async def test_the_log_is_exported_from_its_beginning(shop: Any, database: Any) -> None:
    ids = [await shop.action() for _ in range(3)]
    async with database.read() as session:
        exported = await session.scalars((await exported_activity(session)).of(["id"]).statement)
    assert [UUID(one) for one in exported] == ids


async def test_imports_tell_whether_they_stand(shop: Any, ask: Any) -> None:
    for kind in ("products", "stock"):
        await shop.add(
            ImportRun, action_id=await shop.action("import"), kind=kind, file_name=f"{kind}.csv", file_sha256="ab",
            request=kind, mapping={"sku": "1"}, options={}, counts={"created": 3}, imported_at=shop.clock,
        )  # fmt: skip
    stock, products = (await ask(import_page)).rows
    assert (stock.kind, products.kind) == ("stock", "products")
    assert (products.counts, products.actor, products.is_reverted) == ({"created": 3}, "Mira", False)
    revert = await shop.action("undo", actor="Jonas", reverses=products.action_id)
    reverted = await ask(import_run, products.id)
    assert (reverted.is_reverted, reverted.reverted_by, reverted.reverted_at) == (True, "Jonas", shop.clock)
    await shop.action("undo", reverses=revert)
    assert not (await ask(import_run, products.id)).is_reverted
    assert (await ask(import_page, limit=1)).next_key == (stock.id,)
    assert await ask(import_run, 99) is None


async def test_places_stand_behind_their_parents(shop: Any, ask: Any) -> None:
    for path in ("A", "A-1", "A/Z", "A/B", "A/B/C"):
        await shop.place(path)
    assert await ask(storage_paths) == ("A", "A/B", "A/B/C", "A/Z", "A-1", "MAIN")
    rows = {row.path: row for row in await ask(locations)}
    assert (rows["A/B/C"].depth, rows["A/B/C"].parent_id) == (2, rows["A/B"].id)
    assert rows["TRANSIT"].kind is LocationKind.TRANSIT


async def test_news_are_told_once(shop: Any, ask: Any) -> None:
    await shop.action()
    here = await ask(position)
    assert (await ask(newer_than, here)).actions == ()
    ids = {await shop.action("adjust_stock"), await shop.action("place_order")}
    news = await ask(newer_than, here)
    assert {action.id for action in news.actions} == ids
    assert news.topics == {"stock"}
    assert not news.everything
    assert (await ask(newer_than, news.position)).actions == ()


@pytest.mark.parametrize("engine_name", ["postgresql"])
async def test_an_action_that_began_earlier_and_commits_later_is_news(shop: Any, database: Any, ask: Any) -> None:
    log = {"kind": "slow", "fingerprint": "", "actor": "Mira", "workstation": "till", "recorded_at": shop.clock}
    slow = uuid4()
    here = await ask(position)
    async with shop.writing() as connection:
        await connection.execute(insert(ActionLog).values(id=slow, **log))
        result = {"title": "", "summary": "", "result": {}, "topics": ["stock"], "notes": []}
        await connection.execute(insert(ActionResult).values(id=slow, **result))
        quick = await shop.action("quick")
        first = await ask(newer_than, here)
        assert [action.id for action in first.actions] == [quick]
        assert (await ask(newer_than, first.position)).actions == ()
    second = await ask(newer_than, first.position)
    assert [action.id for action in second.actions] == [slow]
    assert (await ask(newer_than, second.position)).actions == ()
    assert database.dialect.name == "postgresql"


async def test_more_news_than_can_be_listed(shop: Any, ask: Any) -> None:
    here = await ask(position)
    ids = [uuid4() for _ in range(1_200)]
    log = {"kind": "x", "fingerprint": "", "actor": "M", "workstation": "t", "recorded_at": shop.clock}
    await shop.put(ActionLog, [{"id": one, **log} for one in ids])
    result: dict[str, Any] = {"title": "", "summary": "", "result": {}, "topics": ["sales"], "notes": []}
    await shop.put(ActionResult, [{"id": one, **result} for one in ids])
    news = await ask(newer_than, here)
    assert news.everything
    assert (await ask(newer_than, news.position)).actions == ()


@pytest.mark.usefixtures("kitchen")
async def test_what_a_change_refers_to_has_its_name(do: Any, ask: Any) -> None:
    first = await do(EditProduct, sku="00417", set={"supplier": "Emailwerk Nord"})
    second = await do(EditProduct, sku="00417", set={"supplier": "Emailwerk Ost", "uom": "set"})
    (change,) = (await ask(activity_detail, first.action_id)).changes
    assert change.new_values == {"supplier_id": "Emailwerk Nord"}
    (change,) = (await ask(activity_detail, second.action_id)).changes
    assert change.old_values["supplier_id"] == "Emailwerk Nord"
    assert change.new_values == {"supplier_id": "Emailwerk Ost", "uom_id": "set"}
