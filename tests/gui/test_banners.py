"""What the window says above its pages: one banner at a time, the graver one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from inventory_app.ui.runtime.health import Health
from inventory_app.ui.runtime.query_runner import QueryFault
from inventory_app.ui.switching.announcements import Announcement
from inventory_app.ui.theme import OutcomeLook
from tests.gui.settings_support import at_desk


async def test_one_banner_at_a_time(tmp_path: Path) -> None:
    async with at_desk(tmp_path) as desk:
        session = desk.session
        await desk.opened()
        await desk.settled()
        await session.health.stop()
        unreachable, said = session.window.status.banner, session.announcements.banner
        session.announcements.say("start", Announcement("Good to know", "A word.", look=OutcomeLook.REFUSED))
        assert (unreachable.isVisible(), said.isVisible()) == (False, True)
        fault = QueryFault("The database cannot be reached.", "", unreachable=True)
        session.health._tell(Health(False, datetime.now(UTC), fault=fault))
        assert (unreachable.isVisible(), said.isVisible()) == (True, False)
        session.announcements.say("fault", Announcement("Something unexpected happened", ""))
        assert (unreachable.isVisible(), said.isVisible()) == (True, False)
        session.health._tell(Health(True, datetime.now(UTC), latency=0.001))
        assert (unreachable.isVisible(), said.isVisible()) == (False, True)
        assert said.accessibleName() == "Failed: Something unexpected happened"
