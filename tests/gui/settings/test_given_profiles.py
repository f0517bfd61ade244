"""What was given for this run alone: a database by --database, a password by INVENTORY_APP_PASSWORD."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from inventory_app.settings.secrets import PASSWORD_VARIABLE
from tests.gui.settings_support import PASSWORD, at_desk, server_profile, sqlite_profile
from tests.support.waiting import until


async def test_a_database_of_the_command_line_stays_listed_for_the_run(tmp_path: Path) -> None:
    given = sqlite_profile(tmp_path / "given.db", "Given")
    async with at_desk(tmp_path, given, remember=False) as desk:
        await desk.opened()
        view = desk.view()
        await until(lambda: given.id in {row.id for row in view.profiles.rows})
        kept = desk.settings.profiles()[0]
        await desk.session.switch.switch(kept)
        await until(lambda: desk.session.switch.profile is not None and desk.session.switch.profile.id == kept.id)
        assert given.id in {row.id for row in view.profiles.rows}
        assert given.id not in {profile.id for profile in desk.settings.profiles()}
        await desk.session.switch.switch(given)
        await until(lambda: desk.session.switch.profile is not None and desk.session.switch.profile.id == given.id)


async def test_where_a_password_comes_from(
    tmp_path: Path, postgresql_stockroom_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, PASSWORD)
    async with at_desk(tmp_path, server_profile(postgresql_stockroom_url)) as desk:
        await desk.opened()
        field = desk.view().form.fields["password"].control
        assert isinstance(field, QLineEdit)
        await until(lambda: field.placeholderText() == f"given by {PASSWORD_VARIABLE}", what="where it comes from")
