"""Columns that no field was found for, and that probably mean something: what is proposed for them, and the bar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from inventory_app.domain.errors import Refusal
from inventory_app.importing.kinds import Kind, kind_of
from inventory_app.importing.mapping import parse_flags
from inventory_app.importing.mapping.columns import ColumnProposal
from inventory_app.ui.import_dialog.choices import words_of
from inventory_app.ui.theme import Space
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.buttons import Button
from inventory_app.ui.widgets.labels import ElidedLabel, Glyph
from inventory_app.ui.widgets.layout import box, column, pad, row, rule

_SHOWN = 24


def proposals_for(
    kind: str, found: Sequence[ColumnProposal], columns: Mapping[int, str], only: Sequence[str] = ()
) -> dict[int, ColumnProposal]:
    """Those that still hold: of columns that become nothing, and of fields that no column becomes."""
    taken = set(columns.values())
    return {
        one.column: one
        for one in found
        if not columns.get(one.column) and one.label not in taken and may_become(kind_of(kind), one.label, only)
    }


def may_become(kind: Kind, label: str, only: Sequence[str] = ()) -> bool:
    """Whether a column can be mapped so: a location's name may hold marks that no mapping can be written with."""
    try:
        (flag,) = parse_flags(kind, (f"{label}=#1",))
    except Refusal:
        return False
    return flag.label == label and not flag.constant and not (only and flag.field.name not in only)


class ProposalBar(QFrame):
    """Hidden while nothing is proposed. ``taken``: the columns shall become what is proposed."""

    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("import-proposals")
        self._said = ElidedLabel("", "")
        self.take = Button(translate("Import", "Take what is &proposed"))
        self.take.setObjectName("take-proposals")
        self.take.clicked.connect(self.taken)
        line = row(Glyph("check", "accent", 16), (self._said, 1), self.take, margins=pad(Space.L, Space.S))
        self.setLayout(column(box(line), rule(), spacing=0))
        self.hide()

    def show_proposals(self, proposed: Sequence[ColumnProposal], headers: Sequence[str]) -> None:
        """What the columns may become, by their headers."""
        pair = translate("Import", "“{column}” as {field}")
        named = [pair.format(column=_named(headers, one.column), field=words_of(one.label)) for one in proposed]
        words = translate("Import", "{count} more column(s) can probably be imported: {columns}", count=len(proposed))
        self._said.set_words(words.format(count=len(proposed), columns=", ".join(named)))
        self.setVisible(bool(proposed))


def _named(headers: Sequence[str], place: int) -> str:
    header = headers[place].strip() or str(place + 1)
    return header if len(header) <= _SHOWN else header[:_SHOWN] + "…"
