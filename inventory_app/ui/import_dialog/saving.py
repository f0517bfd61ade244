"""The question for the name under which a mapping is kept."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inventory_app.ui.import_dialog.page import captioned
from inventory_app.ui.translation import translate
from inventory_app.ui.widgets.buttons import Button, primary
from inventory_app.ui.widgets.dialog import Dialog
from inventory_app.ui.widgets.edits import LineEdit
from inventory_app.ui.widgets.labels import text
from inventory_app.ui.widgets.layout import box, column

_LONGEST = 100


class SaveMapping(Dialog):
    """`name` holds what was typed; one that is known already is replaced."""

    def __init__(self, suggested: str, parent: QWidget | None = None) -> None:
        self.name = LineEdit(suggested, most=_LONGEST)
        self.save = primary(translate("Import", "&Save the mapping"))
        cancel = Button(translate("Import", "Do &not save"))
        words = text(
            translate("Import", "Columns, rules and repairs are kept and offered for files with the same columns."),
            "caption",
            wrap=True,
        )
        body = box(column(captioned(translate("Import", "Na&me"), self.name), words))
        super().__init__(translate("Import", "Save this mapping"), body, (cancel, self.save), parent=parent)
        cancel.clicked.connect(self.leave)
        self.save.clicked.connect(self.accept)
        self.name.textChanged.connect(self._typed)
        self.press_on_enter(self.save)
        self._typed()
        self.name.selectAll()
        self.name.setFocus()

    def _typed(self, _text: str = "") -> None:
        self.save.setEnabled(bool(self.name.text().strip()))
