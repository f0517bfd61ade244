"""Testing and migrating a database that need not be the one in use: for the form of a profile."""

from __future__ import annotations

from inventory_app.database import schema
from inventory_app.database.diagnosis import Diagnosis, diagnose
from inventory_app.database.faults import classify
from inventory_app.settings.profiles import Profile
from inventory_app.ui.switching.opening import CannotOpen, opened
from inventory_app.ui.switching.switch import DatabaseSwitch
from inventory_app.ui.translation import translate


class Connections:
    """Opens connections of its own and closes them again."""

    def __init__(self, switch: DatabaseSwitch) -> None:
        self._switch = switch

    async def test(self, profile: Profile, password: str | None = None) -> Diagnosis:
        """All checks, in plain words; never raises for a database that is out of order."""
        return await diagnose(await self._switch.config_of(profile, password))

    async def migrate(self, profile: Profile, password: str | None = None) -> None:
        """Bring the tables up to date. Raises CannotOpen, and then they are as they were."""
        database = opened(await self._switch.config_of(profile, password))
        try:
            await schema.upgrade(database)
        except Exception as error:
            fault = classify(error)
            raise CannotOpen(
                translate("Database", "{reason}. The tables are as they were.").format(reason=fault.kind.words),
                detail=fault.detail,
            ) from error
        finally:
            await database.close()
