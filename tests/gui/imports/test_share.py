"""How far an import is: the same figure in its window, in the status bar and in the activity panel."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QLabel

from inventory_app.actions.adjust_stock import AdjustStock
from inventory_app.actions.outcome import Phase, Progress
from inventory_app.database.database import Database
from inventory_app.ui.import_dialog.progress_card import ProgressCard
from inventory_app.ui.runtime.action_runner import ActionRun


def shares(*runs: ActionRun) -> list[tuple[int, int] | None]:
    return [run.share for run in runs]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("known_seconds", [0.0, 1_000.0])
async def test_one_share_for_all(sqlite_database: Database, known_seconds: float) -> None:
    run = ActionRun(AdjustStock(sku="1", location="MAIN", quantity=Decimal(1), reason="FOUND"), sqlite_database)
    assert shares(run) == [None]
    run.progress = Progress(run.action.action_id, Phase.STAGING, done=30, total=100, message="1,000 rows read")
    assert shares(run) == [(30, 100)]  # nobody knows better
    card = ProgressCard("Commit")
    card.follow(run, known_seconds)
    run.progress = Progress(run.action.action_id, Phase.STAGING, done=80, total=100, message="4,000 rows read")
    card.show_progress(run.progress)
    shown = next(label.text() for label in card.findChildren(QLabel) if label.text().endswith(" %"))
    share = run.share
    assert share is not None
    assert shown == f"{share[0] * 100 // share[1]} %"
    # reading counts for a quarter of the whole
    assert shown == ("20 %" if not known_seconds else "0 %")
    card.stop()
    card.deleteLater()
