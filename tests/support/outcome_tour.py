"""Stock on a shared server, with the activity panel and every outcome that an action can have in it."""

from __future__ import annotations

from tests.support.postgres import PASSWORD
from tests.support.program import Program
from tests.support.proxy import Proxy
from tests.support.shooting import Studio


def outcomes(studio: Studio) -> None:
    """The way to the server is cut at the moments that make an action fail, or leave it unknown."""
    url = studio.database_on_server()
    studio.command("demo", url=url)
    with Proxy(studio.server.port) as proxy:
        studio.prepare({"shop": studio.profile("Shop", proxy.port)}, in_use="shop")
        with studio.program(INVENTORY_APP_PASSWORD=PASSWORD) as program:
            program.go("ctrl+2", "Stock")
            program.until_row("table-stock-levels", "00418", "MAIN")
            program.press("ctrl+j")
            _adjust(program, "-3", "DAM")
            program.until_shows("Committed")
            studio.shoot(program, "outcomes")


def _adjust(program: Program, change: str, reason: str) -> None:
    program.press("ctrl+d")
    program.until_focus("Change")
    program.type(change)
    program.press("Tab", "Tab")
    program.until_focus("Reason")
    program.type(reason)
    program.press("ctrl+Return")
