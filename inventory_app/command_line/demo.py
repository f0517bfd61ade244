"""``demo``: a shop to look around in."""

from __future__ import annotations

from argparse import Namespace

from inventory_app.command_line.opening import Opened
from inventory_app.command_line.output import Output
from inventory_app.command_line.status import Status, status_of
from inventory_app.demo import fill_database


async def demo(opened: Opened, _given: Namespace, output: Output) -> Status:
    """Fill an empty database."""
    outcome = await fill_database(
        opened.database,
        context=opened.context,
        policy=opened.policy,
        outbox=opened.outbox,
        told=lambda title, done, total: output.progress(f"{done + 1} of {total}: {title}"),
    )
    output.progress("")
    if output.as_json:
        output.result(
            {
                "outcome": outcome.outcome,
                "steps": outcome.steps,
                "seconds": round(outcome.seconds, 3),
                "message": outcome.message,
            }
        )
    else:
        output.text(outcome.message)
    return status_of({outcome.outcome}, unreachable=outcome.unreachable)
