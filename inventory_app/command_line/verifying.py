"""``verify``: whether the books are right, and every place where they are not."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict

from inventory_app.command_line.opening import Opened
from inventory_app.command_line.output import Output
from inventory_app.command_line.status import Status
from inventory_app.queries.verify import VerifyReport, verify


async def verify_books(opened: Opened, _given: Namespace, output: Output) -> Status:
    """Re-add the ledger and compare."""
    async with opened.database.read() as session:
        report = await verify(session)
    if output.as_json:
        output.result(report_values(report))
    else:
        for difference in report.differences:
            output.text(difference.message)
        if report.total > len(report.differences):
            output.text(f"… and {report.total - len(report.differences):,} more.")
        output.text(_verdict(report))
    return Status.DONE if report.clean else Status.NOT_DONE


def report_values(report: VerifyReport) -> dict[str, object]:
    """The report under the names of the contract."""
    return {
        "clean": report.clean,
        "differences": [asdict(one) for one in report.differences],
        "differences_total": report.total,
        "products": report.products,
        "moves": report.moves,
        "levels": report.levels,
        "orders": report.orders,
    }


def _verdict(report: VerifyReport) -> str:
    looked_at = (
        f"{report.products:,} products, {report.moves:,} moves, {report.levels:,} levels, {report.orders:,} orders"
    )
    if report.clean:
        return f"Clean: {looked_at}."
    return f"{report.total:,} difference{'s' if report.total > 1 else ''} in {looked_at}."
