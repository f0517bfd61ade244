"""Taking an import back: asked first, then done as one action, then told what was kept and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from inventory_app.actions.outcome import Committed, Outcome
from inventory_app.actions.undo import Undo
from inventory_app.ui.models.columns import Column
from inventory_app.ui.models.simple_table import SimpleTableModel
from inventory_app.ui.outcome_words import sentence_of
from inventory_app.ui.runtime.action_runner import ActionRunner
from inventory_app.ui.runtime.dialogs import Choice, ask, finished
from inventory_app.ui.theme import OutcomeLook, Size, formats
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.buttons import primary
from inventory_app.ui.widgets.dialog import Dialog
from inventory_app.ui.widgets.labels import text
from inventory_app.ui.widgets.layout import column
from inventory_app.ui.widgets.table import DataTable

_WIDTH, _ROWS = 620, 10


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A product, party, place or order that the revert left as it is, since somebody has built on it."""

    record: str
    by: str
    at: datetime | None


async def revert(
    actions: ActionRunner,
    parent: QWidget,
    undo: Undo,
    name: str,
    begun: Callable[[str], None] = lambda _name: None,
) -> Outcome | None:
    """Ask, take back, tell what was kept; None when the person thought better of it.

    ``name`` is what the question calls the import; ``begun`` hears of the start.
    """
    choices = [
        Choice("keep", translate("Import", "&Keep the import")),
        Choice("revert", translate("Import", "&Take it back"), primary=True),
    ]
    words = translate(
        "Import",
        "Its stock is moved back, its orders are cancelled, what it changed gets its former values, and what it "
        "created goes away again. "
        "What somebody has changed or sold since is kept and listed. All of it is one transaction, which can "
        "be undone.",
    )
    if (
        await ask(
            parent, translate("Import", "Take back {name}?").format(name=name), words, choices, look=OutcomeLook.REFUSED
        )
        != "revert"
    ):
        return None
    run = actions.start(undo)
    begun(name)
    outcome = await run.wait()
    if isinstance(outcome, Committed) and isValid(parent):
        kept = kept_rows(outcome.result.get("kept_rows"))
        if kept:
            dialog = KeptDialog(outcome.message, kept, parent)
            await finished(dialog)
            dialog.deleteLater()
    return outcome


def told(outcome: Outcome) -> str:
    """What became of the revert, in one line."""
    return sentence_of(outcome)


def kept_rows(found: object) -> list[KeptRow]:
    """The rows of a revert's result."""
    rows = []
    for one in found if isinstance(found, list) else ():
        if isinstance(one, Mapping):
            at = one.get("at")
            rows.append(
                KeptRow(
                    str(one.get("sku") or one.get("record") or ""),
                    str(one.get("by") or translate("Import", "unknown")),
                    datetime.fromisoformat(at) if isinstance(at, str) else None,
                )
            )
    return rows


def kept_table(rows: Sequence[KeptRow]) -> DataTable:
    """Which records were kept, and who touched them when."""
    columns: tuple[Column[KeptRow], ...] = (
        Column("record", translate("Import", "Kept"), lambda one: one.record, code=True),
        Column("by", translate("Import", "Touched by"), lambda one: one.by, 180),
        Column(
            "at",
            translate("Import", "When"),
            lambda one: formats.moment(one.at, datetime.now(UTC)) if one.at else "",
            140,
        ),
    )
    model: SimpleTableModel[KeptRow] = SimpleTableModel(columns, lambda one: one.record)
    model.set_rows(rows)
    table = DataTable(model, translate("Import", "Kept rows"))
    model.setParent(table)
    return table


class KeptDialog(Dialog):
    """What the revert has left as it is."""

    def __init__(self, sentence: str, rows: Sequence[KeptRow], parent: QWidget) -> None:
        table = kept_table(rows)
        table.setFixedHeight(Size.HEADER + Size.ROW * min(len(rows), _ROWS) + 1)
        close = primary(translate("Import", "C&lose"), tip="Esc")
        close.clicked.connect(self.accept)
        why = text(
            translate("Import", "These were changed, moved or sold after the import, so they stay as they are."),
            "caption",
        )
        super().__init__(
            translate("Import", "Kept by the revert"),
            column(text(sentence, wrap=True), why, table),
            [close],
            width=_WIDTH,
            parent=parent,
        )
        self.press_on_enter(close)
